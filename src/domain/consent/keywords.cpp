#include "domain/consent/keywords.h"

#include "domain/consent/inboundwords.h"
#include "domain/consent/phrasebook.h"

#include <algorithm>
#include <array>

namespace domain {

using namespace Qt::StringLiterals;
using keywords::Meaning;
using keywords::Phrasebook;

namespace {

constexpr std::size_t mostWordsOfOptOut = 8;
constexpr std::size_t mostWordsOfOther = 4;
constexpr qsizetype mostRepeats = 4;

unsigned maskOf(std::span<const QString> languages)
{
    if (languages.empty())
        return keywords::All;
    unsigned mask = keywords::En;
    static constexpr std::pair<QStringView, keywords::Language> codes[] = {{u"fr", keywords::Fr},
                                                                           {u"es", keywords::Es},
                                                                           {u"de", keywords::De},
                                                                           {u"pt", keywords::Pt},
                                                                           {u"hi", keywords::Hi}};
    for (const QString &language : languages) {
        const QStringView code = QStringView(language).first(std::min<qsizetype>(2, language.size()));
        const bool whole = language.size() == 2 || (language.size() > 2 && !language.at(2).isLetter());
        for (const auto &[known, bit] : codes) {
            if (whole && code.compare(known, Qt::CaseInsensitive) == 0)
                mask |= bit;
        }
    }
    return mask;
}

/// The word is the keyword with two neighbours swapped.
bool isSwapped(QStringView word, QStringView keyword)
{
    if (word.size() != keyword.size())
        return false;
    const auto [a, b] = std::mismatch(word.begin(), word.end(), keyword.begin());
    if (word.end() - a < 2)
        return false;
    return a[0] == b[1] && a[1] == b[0] && std::equal(a + 2, word.end(), b + 2);
}

/// The word is the keyword with letters held down: each up to four times as often.
bool isStretched(QStringView word, QStringView keyword)
{
    qsizetype w = 0;
    for (qsizetype k = 0; k < keyword.size();) {
        const QChar letter = keyword[k];
        qsizetype wanted = 0;
        qsizetype written = 0;
        for (; k < keyword.size() && keyword[k] == letter; ++k)
            ++wanted;
        for (; w < word.size() && word[w] == letter; ++w)
            ++written;
        if (written < wanted || written > wanted * mostRepeats)
            return false;
    }
    return w == word.size();
}

bool isWithinTwoEdits(QStringView word, QStringView keyword)
{
    constexpr qsizetype most = 16;
    if (std::abs(word.size() - keyword.size()) > 2 || word.size() >= most || keyword.size() >= most)
        return false;
    std::array<int, most> row{};
    for (qsizetype k = 0; k <= keyword.size(); ++k)
        row[static_cast<std::size_t>(k)] = static_cast<int>(k);
    for (qsizetype w = 1; w <= word.size(); ++w) {
        int diagonal = row[0];
        row[0] = static_cast<int>(w);
        for (qsizetype k = 1; k <= keyword.size(); ++k) {
            int &cell = row[static_cast<std::size_t>(k)];
            const int left = row[static_cast<std::size_t>(k - 1)];
            const int replaced = diagonal + (word[w - 1] == keyword[k - 1] ? 0 : 1);
            diagonal = cell;
            cell = std::min({replaced, cell + 1, left + 1});
        }
    }
    return row[static_cast<std::size_t>(keyword.size())] <= 2;
}

/// Step 3: one word that was meant to be an opt-out word.
bool isMisspelledOptOut(QStringView word)
{
    const bool plain =
        std::all_of(word.begin(), word.end(), [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'0'; });
    if (!plain || word.size() > 32)
        return false;
    const QString letters = word.toString().replace(u'0', u'o');
    static constexpr QStringView words[] = {u"stop", u"stopall", u"cancel", u"quit", u"optout", u"unsubscribe"};
    const bool close = std::ranges::any_of(
        words, [&](QStringView keyword) { return isSwapped(letters, keyword) || isStretched(letters, keyword); });
    // 'resubscribe' is two edits away and means the opposite.
    return close || (isWithinTwoEdits(letters, u"unsubscribe") && !letters.startsWith(u"re"));
}

bool isSpelledLetter(QStringView word) { return word.size() == 1 && (word[0].isLetter() || word[0] == u'0'); }

/// The words with single letters made one ('s.t.o.p'; in a longer text three or more of them) and denials put together
/// ('do not'). What is new is kept in `made`.
std::vector<QStringView> joinedWords(const std::vector<QStringView> &words, std::deque<QString> &made)
{
    static constexpr struct
    {
        QStringView first, second, joined;
    } pairs[] = {{u"do", u"not", u"dont"},       {u"can", u"not", u"cant"},    {u"will", u"not", u"wont"},
                 {u"did", u"not", u"didnt"},     {u"does", u"not", u"doesnt"}, {u"have", u"not", u"havent"},
                 {u"no", u"longer", u"nolonger"}};
    std::vector<QStringView> joined;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto end = std::find_if_not(words.begin() + static_cast<std::ptrdiff_t>(i), words.end(), isSpelledLetter);
        const auto letters = static_cast<std::size_t>(end - words.begin()) - i;
        if (letters >= 3 || (letters == 2 && words.size() == 2)) {
            QString &word = made.emplace_back();
            for (; i < static_cast<std::size_t>(end - words.begin()); ++i)
                word += words[i];
            joined.push_back(word);
            --i;
            continue;
        }
        const auto pair =
            i + 1 == words.size() ? std::ranges::end(pairs) : std::ranges::find_if(pairs, [&](const auto &p) {
                return words[i] == p.first && words[i + 1] == p.second;
            });
        if (pair != std::ranges::end(pairs)) {
            joined.push_back(pair->joined);
            ++i;
        } else {
            joined.push_back(words[i] == u"cannot" ? QStringView(u"cant") : words[i]);
        }
    }
    return joined;
}

QString spoken(std::span<const QStringView> words)
{
    QString text;
    for (QStringView word : words) {
        if (!text.isEmpty())
            text += u' ';
        text += word;
    }
    return text;
}

/// Reads one text; the steps are those of consent.md, section 8.
class Reader
{
public:
    Reader(std::vector<QStringView> words, SubscriptionState state, unsigned languages)
        : m_book(keywords::phrasebook()), m_words(std::move(words)), m_state(state), m_languages(languages)
    {
        m_ids.reserve(m_words.size());
        for (QStringView word : m_words)
            m_ids.push_back(m_book.idOf(word));
    }

    /// Step 2: the whole text is a keyword.
    [[nodiscard]] std::optional<InboundIntent> whole() const
    {
        const Phrasebook::Keyword *keyword = m_book.keywordAt(m_ids, 0, m_languages);
        if (!keyword || keyword->words.size() != m_ids.size())
            return std::nullopt;
        if (keyword->means(Meaning::Out, m_languages))
            return InboundIntent::OptOut;
        if (keyword->means(Meaning::Help, m_languages))
            return InboundIntent::Help;
        const bool weak = !keyword->means(Meaning::In, m_languages);
        return weak && m_state == SubscriptionState::Subscribed ? InboundIntent::None : InboundIntent::OptIn;
    }

    /// Steps 4 to 6.
    [[nodiscard]] InboundMatch sentence() const
    {
        InboundMatch match;
        if (m_book.isGuarded(m_ids, m_languages)) {
            match.needsReview = true;
            return match;
        }
        const auto phrase = m_book.optOutPhrase(m_ids, m_languages);
        if (phrase && phrase->counts) {
            match.intent = InboundIntent::OptOut;
            match.words = spoken(std::span(m_words).subspan(phrase->begin, phrase->end - phrase->begin));
            match.marketingOnly = m_book.anyIs(std::span(m_ids).subspan(phrase->begin, phrase->end - phrase->begin),
                                               Phrasebook::OfMarketing);
            return match;
        }
        match = besideFillers();
        if (match.intent == InboundIntent::None)
            match.needsReview = phrase || m_book.hasOutWord(m_ids, m_languages);
        return match;
    }

private:
    /// Step 5, second half: nothing but keywords and words without weight.
    [[nodiscard]] InboundMatch besideFillers() const
    {
        if (m_ids.size() > mostWordsOfOptOut)
            return {};
        const Phrasebook::Keyword *out = nullptr, *in = nullptr, *weak = nullptr, *help = nullptr;
        std::size_t at = 0;
        std::size_t outAt = 0, inAt = 0, helpAt = 0;
        while (at < m_ids.size()) {
            const Phrasebook::Keyword *keyword = m_book.keywordAt(m_ids, at, m_languages);
            if (!keyword) {
                if (!m_book.is(m_ids[at], Phrasebook::Filler))
                    return {};
                ++at;
                continue;
            }
            const auto note = [&](const Phrasebook::Keyword *&first, std::size_t &firstAt, Meaning meaning) {
                if (!first && keyword->means(meaning, m_languages)) {
                    first = keyword;
                    firstAt = at;
                }
            };
            note(out, outAt, Meaning::Out);
            note(help, helpAt, Meaning::Help);
            note(in, inAt, Meaning::In);
            if (m_state == SubscriptionState::Pending && !in)
                note(weak, inAt, Meaning::Weak);
            at += keyword->words.size();
        }
        const auto found = [&](InboundIntent intent, const Phrasebook::Keyword &keyword, std::size_t begin) {
            return InboundMatch{intent, spoken(std::span(m_words).subspan(begin, keyword.words.size())), false, false};
        };
        if (out)
            return found(InboundIntent::OptOut, *out, outAt);
        if (m_ids.size() > mostWordsOfOther)
            return {};
        if (help)
            return found(InboundIntent::Help, *help, helpAt);
        if (in || weak)
            return found(InboundIntent::OptIn, in ? *in : *weak, inAt);
        return {};
    }

    const Phrasebook &m_book;
    std::vector<QStringView> m_words;
    std::vector<Phrasebook::WordId> m_ids;
    SubscriptionState m_state;
    unsigned m_languages;
};

std::optional<InboundMatch> wholeMatch(const std::vector<QStringView> &words, SubscriptionState state,
                                       unsigned languages)
{
    const auto intent = Reader(words, state, languages).whole();
    if (!intent)
        return std::nullopt;
    return InboundMatch{*intent, *intent == InboundIntent::None ? QString() : spoken(words), false, false};
}

} // namespace

InboundMatch matchInbound(QStringView text, SubscriptionState state, std::span<const QString> languages)
{
    const InboundWords inbound(text);
    if (inbound.isStopSign())
        return {InboundIntent::OptOut, QString::fromUcs4(U"\U0001F6D1", 1), false, false};
    if (inbound.words().empty())
        return {};

    const unsigned mask = maskOf(languages);
    const std::vector<QStringView> &words = inbound.words();
    std::deque<QString> made;
    std::vector<QStringView> joined = joinedWords(words, made);
    if (auto match = wholeMatch(words, state, mask))
        return *match;
    if (joined.size() < words.size()) {
        if (auto match = wholeMatch(joined, state, mask))
            return *match;
    }
    if (joined.size() == 1 && isMisspelledOptOut(joined.front()))
        return {InboundIntent::OptOut, joined.front().toString(), false, false};
    return Reader(std::move(joined), state, mask).sentence();
}

InboundIntent classifyInbound(QStringView text, SubscriptionState state, std::span<const QString> languages)
{
    return matchInbound(text, state, languages).intent;
}

} // namespace domain
