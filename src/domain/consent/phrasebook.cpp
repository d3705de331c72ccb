#include "domain/consent/phrasebook.h"

#include "domain/consent/inboundwords.h"

#include <QHash>
#include <QList>

#include <algorithm>

namespace domain::keywords {

namespace {

constexpr int longestSeveral = 5;
constexpr int longestGap = 4;

size_t hashOf(QStringView word) { return qHash(word, 0); }

bool isDigits(QStringView word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

bool contains(const std::vector<Phrasebook::WordId> &sorted, Phrasebook::WordId word)
{
    return std::binary_search(sorted.begin(), sorted.end(), word);
}

} // namespace

Phrasebook::Phrasebook() : m_ids(1024, hashOf), m_classes(3, 0)
{
    for (const WordList &list : wordLists())
        learnKeywords(list);
    compile(optOutPhrases(), m_phrases, m_phrasesByFirst);
    compile(guardPhrases(), m_guards, m_guardsByFirst);
    learnClass(fillerWords(), Filler);
    learnClass(orderWords(), OfOrder);
    learnClass(timeWords(), OfTime);
    learnClass(finalWords(), Final);
    learnClass(marketingWords(), OfMarketing);
    learnClass(subjectWords(), Subject);
    m_keywordsByFirst.resize(m_classes.size());
    m_phrasesByFirst.resize(m_classes.size());
    m_guardsByFirst.resize(m_classes.size());
}

Phrasebook::WordId Phrasebook::idOf(QStringView word) const
{
    const auto known = m_ids.find(word);
    if (known != m_ids.end())
        return known->second;
    if (!isDigits(word))
        return unknown;
    return word.size() == 5 ? shortCode : number;
}

Phrasebook::WordId Phrasebook::learn(QStringView word)
{
    const InboundWords folded(word);
    Q_ASSERT_X(folded.words().size() == 1, "Phrasebook", "not one word in the tables");
    const QStringView one = folded.words().front();
    if (const auto known = m_ids.find(one); known != m_ids.end())
        return known->second;
    m_words.push_back(one.toString());
    const auto id = static_cast<WordId>(m_classes.size());
    m_classes.push_back(0);
    m_ids.emplace(QStringView(m_words.back()), id);
    return id;
}

void Phrasebook::learnClass(const char16_t *words, WordClass kind)
{
    for (QStringView word : QStringView(words).split(u','))
        m_classes[static_cast<std::size_t>(learn(word))] |= kind;
}

void Phrasebook::learnKeywords(const WordList &list)
{
    for (QStringView group : QStringView(list.words).split(u',')) {
        std::vector<WordId> words;
        for (QStringView word : group.split(u' '))
            words.push_back(learn(word));
        auto known = std::ranges::find(m_keywords, words, &Keyword::words);
        if (known == m_keywords.end()) {
            const auto first = static_cast<std::size_t>(words.front());
            m_keywordsByFirst.resize(std::max(m_keywordsByFirst.size(), first + 1));
            m_keywordsByFirst[first].push_back(static_cast<int>(m_keywords.size()));
            known = m_keywords.insert(m_keywords.end(), Keyword{std::move(words), {}});
        }
        known->meanings.emplace_back(list.language, list.meaning);
    }
}

Phrasebook::Element Phrasebook::compileElement(QStringView source)
{
    Element element;
    if (source == u"...") {
        element.kind = Element::Gap;
        return element;
    }
    if (source == u"^" || source == u"$") {
        element.kind = source == u"^" ? Element::Start : Element::End;
        return element;
    }
    if (source.startsWith(u'[') || source.startsWith(u'{')) {
        element.kind = source.startsWith(u'[') ? Element::Optional : Element::Several;
        source = source.sliced(1).chopped(1);
    }
    for (QStringView word : source.split(u'|')) {
        if (word == u"$") {
            element.orEnd = true;
        } else if (word.startsWith(u'#')) {
            element.words.push_back(shortCode);
            if (word == u"#")
                element.words.push_back(number);
        } else {
            element.words.push_back(learn(word));
        }
    }
    std::ranges::sort(element.words);
    return element;
}

void Phrasebook::compile(std::span<const PhraseRow> rows, std::vector<Phrase> &phrases, Index &index)
{
    for (const PhraseRow &row : rows) {
        Phrase phrase{row.language, row.unless, {}};
        for (QStringView source : QStringView(row.pattern).split(u' '))
            phrase.elements.push_back(compileElement(source));
        const Element &first = phrase.elements[phrase.elements.front().kind == Element::Start ? 1 : 0];
        Q_ASSERT_X(first.kind == Element::One, "Phrasebook", "a phrase must begin with a word");
        for (WordId word : first.words) {
            index.resize(std::max(index.size(), static_cast<std::size_t>(word) + 1));
            index[static_cast<std::size_t>(word)].push_back(static_cast<int>(phrases.size()));
        }
        phrases.push_back(std::move(phrase));
    }
}

std::optional<std::size_t> Phrasebook::matchEnd(std::span<const Element> elements, std::span<const WordId> text,
                                                std::size_t at)
{
    if (elements.empty())
        return at;
    const Element &element = elements.front();
    const auto rest = elements.subspan(1);
    const bool fits = at < text.size() && contains(element.words, text[at]);
    switch (element.kind) {
    case Element::Start:
        return at == 0 ? matchEnd(rest, text, at) : std::nullopt;
    case Element::End:
        return at == text.size() ? matchEnd(rest, text, at) : std::nullopt;
    case Element::One:
        if (fits)
            return matchEnd(rest, text, at + 1);
        return element.orEnd && at == text.size() ? matchEnd(rest, text, at) : std::nullopt;
    case Element::Optional:
        if (fits) {
            if (const auto end = matchEnd(rest, text, at + 1))
                return end;
        }
        return matchEnd(rest, text, at);
    case Element::Several:
        for (std::size_t next = at, taken = 0;; ++next, ++taken) {
            if (const auto end = matchEnd(rest, text, next))
                return end;
            if (taken == longestSeveral || next >= text.size() || !contains(element.words, text[next]))
                return std::nullopt;
        }
    case Element::Gap:
        for (std::size_t next = at; next <= text.size() && next <= at + longestGap; ++next) {
            if (const auto end = matchEnd(rest, text, next))
                return end;
        }
        return std::nullopt;
    }
    return std::nullopt;
}

bool Phrasebook::counts(const Phrase &phrase, Found found, std::span<const WordId> text) const
{
    if (phrase.unless == Unless::Never)
        return true;
    if (anyIs(text, OfOrder))
        return false;
    if (anyIs(text.subspan(found.end), OfTime) && !anyIs(text, Final))
        return false;
    return phrase.unless != Unless::AlsoOfSubject || found.begin == 0 || !is(text[found.begin - 1], Subject);
}

std::optional<Phrasebook::Found> Phrasebook::find(const std::vector<Phrase> &phrases, const Index &index,
                                                  std::span<const WordId> text, unsigned languages) const
{
    std::optional<Found> vetoed;
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (int candidate : index[static_cast<std::size_t>(text[at])]) {
            const Phrase &phrase = phrases[static_cast<std::size_t>(candidate)];
            if ((phrase.language & languages) == 0)
                continue;
            const auto end = matchEnd(phrase.elements, text, at);
            if (!end)
                continue;
            if (counts(phrase, {at, *end}, text))
                return Found{at, *end, true};
            if (!vetoed)
                vetoed = Found{at, *end, false};
        }
    }
    return vetoed;
}

std::optional<Phrasebook::Found> Phrasebook::optOutPhrase(std::span<const WordId> text, unsigned languages) const
{
    return find(m_phrases, m_phrasesByFirst, text, languages);
}

bool Phrasebook::isGuarded(std::span<const WordId> text, unsigned languages) const
{
    return find(m_guards, m_guardsByFirst, text, languages).has_value();
}

bool Phrasebook::Keyword::means(Meaning meaning, unsigned languages) const
{
    return std::ranges::any_of(meanings,
                               [&](const auto &m) { return m.second == meaning && (m.first & languages) != 0; });
}

const Phrasebook::Keyword *Phrasebook::keywordAt(std::span<const WordId> text, std::size_t at, unsigned languages) const
{
    const Keyword *longest = nullptr;
    for (int candidate : m_keywordsByFirst[static_cast<std::size_t>(text[at])]) {
        const Keyword &keyword = m_keywords[static_cast<std::size_t>(candidate)];
        if (longest && longest->words.size() >= keyword.words.size())
            continue;
        const bool spoken =
            std::ranges::any_of(keyword.meanings, [&](const auto &m) { return (m.first & languages) != 0; });
        if (spoken && keyword.words.size() <= text.size() - at &&
            std::ranges::equal(keyword.words, text.subspan(at, keyword.words.size())))
            longest = &keyword;
    }
    return longest;
}

bool Phrasebook::hasOutWord(std::span<const WordId> text, unsigned languages) const
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        const Keyword *keyword = keywordAt(text, at, languages);
        if (keyword && keyword->means(Meaning::Out, languages))
            return true;
    }
    return false;
}

bool Phrasebook::is(WordId word, WordClass kind) const
{
    return (m_classes[static_cast<std::size_t>(word)] & kind) != 0;
}

bool Phrasebook::anyIs(std::span<const WordId> text, WordClass kind) const
{
    return std::ranges::any_of(text, [&](WordId word) { return is(word, kind); });
}

const Phrasebook &phrasebook()
{
    static const Phrasebook book;
    return book;
}

} // namespace domain::keywords
