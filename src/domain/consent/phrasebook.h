#pragma once

#include "domain/consent/keywordtables.h"

#include <QString>
#include <QStringView>

#include <deque>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace domain::keywords {

/// The tables, compiled once: every known word has a number, phrases are sequences of sets of numbers. Matching tries
/// at each word the phrases that begin with it, and each phrase is of bounded length, so it is linear in the text.
class Phrasebook
{
public:
    Phrasebook();

    using WordId = int;
    static constexpr WordId unknown = 0;   ///< a word of no list
    static constexpr WordId number = 1;    ///< digits
    static constexpr WordId shortCode = 2; ///< five digits

    [[nodiscard]] WordId idOf(QStringView word) const;

    /// A word or fixed group of words with a meaning.
    struct Keyword
    {
        std::vector<WordId> words;
        std::vector<std::pair<Language, Meaning>> meanings;

        [[nodiscard]] bool means(Meaning meaning, unsigned languages) const;
    };
    /// The longest keyword of the languages that begins at `at`, or null.
    [[nodiscard]] const Keyword *keywordAt(std::span<const WordId> text, std::size_t at, unsigned languages) const;
    /// True if a word of the text alone means an opt-out.
    [[nodiscard]] bool hasOutWord(std::span<const WordId> text, unsigned languages) const;

    struct Found
    {
        std::size_t begin = 0;
        std::size_t end = 0; ///< behind the last word
        bool counts = true;  ///< false: its `Unless` holds
    };
    /// The first phrase that counts; else the first that was found at all.
    [[nodiscard]] std::optional<Found> optOutPhrase(std::span<const WordId> text, unsigned languages) const;
    [[nodiscard]] bool isGuarded(std::span<const WordId> text, unsigned languages) const;

    enum WordClass : unsigned { Filler = 1, OfOrder = 2, OfTime = 4, Final = 8, OfMarketing = 16, Subject = 32 };
    [[nodiscard]] bool is(WordId word, WordClass kind) const;
    [[nodiscard]] bool anyIs(std::span<const WordId> text, WordClass kind) const;

private:
    struct Element
    {
        enum Kind { One, Optional, Several, Gap, Start, End } kind = One;
        std::vector<WordId> words; ///< sorted
        bool orEnd = false;        ///< `a|b|$`
    };
    struct Phrase
    {
        Language language = En;
        Unless unless = Unless::Never;
        std::vector<Element> elements;
    };
    using Index = std::vector<std::vector<int>>; ///< by first word: positions in a list

    WordId learn(QStringView word);
    void learnClass(const char16_t *words, WordClass kind);
    void learnKeywords(const WordList &list);
    void compile(std::span<const PhraseRow> rows, std::vector<Phrase> &phrases, Index &index);
    Element compileElement(QStringView source);
    static std::optional<std::size_t> matchEnd(std::span<const Element> elements, std::span<const WordId> text,
                                               std::size_t at);
    bool counts(const Phrase &phrase, Found found, std::span<const WordId> text) const;
    std::optional<Found> find(const std::vector<Phrase> &phrases, const Index &index, std::span<const WordId> text,
                              unsigned languages) const;

    std::deque<QString> m_words;
    std::unordered_map<QStringView, WordId, size_t (*)(QStringView)> m_ids;
    std::vector<unsigned> m_classes;
    std::vector<Keyword> m_keywords;
    Index m_keywordsByFirst;
    std::vector<Phrase> m_phrases;
    Index m_phrasesByFirst;
    std::vector<Phrase> m_guards;
    Index m_guardsByFirst;
};

/// The one compiled book; made at the first use, never changed.
[[nodiscard]] const Phrasebook &phrasebook();

} // namespace domain::keywords
