#pragma once

#include <span>

// The words and phrases of consent.md, section 8, as data. All are written as they are compared: folded, without
// accents and apostrophes.

namespace domain::keywords {

enum Language : unsigned {
    En = 1,
    Fr = 2,
    Es = 4,
    De = 8,
    Pt = 16,
    Hi = 32,
    All = 63,
};

enum class Meaning { Out, In, Weak, Help };

/// Words and fixed word groups, separated by commas.
struct WordList
{
    Language language;
    Meaning meaning;
    const char16_t *words;
};

/// When a phrase that was found does not count.
enum class Unless {
    Never,        ///< it says what it says
    OrderOrTime,  ///< with a time behind it ('do not call before 9') or an order or appointment in the text
    AlsoOfSubject ///< the same, and where somebody is said to do it ('I do not text much')
};

/// A phrase: words with alternatives `a|b`; `[a|b]` may be missing; `{a|b}` up to five of these; `...` up to four words
/// of any kind; `^` and `$` the ends of the text; `#` digits, `#5` five of them. It begins with a plain word (after
/// `^`).
struct PhraseRow
{
    Language language;
    Unless unless;
    const char16_t *pattern;
};

[[nodiscard]] std::span<const WordList> wordLists();
[[nodiscard]] std::span<const PhraseRow> optOutPhrases();

/// Denials such as 'do not stop', 'nicht aufhören': with one of them no phrase counts.
[[nodiscard]] std::span<const PhraseRow> guardPhrases();

/// Words without weight beside a keyword ('please', 'thanks', 'messages'), separated by commas. Any language.
[[nodiscard]] const char16_t *fillerWords();
/// Words that make a request one about an order or an appointment.
[[nodiscard]] const char16_t *orderWords();
/// Words that limit a request to a time of day or a date, and those that make it final all the same ('anymore').
[[nodiscard]] const char16_t *timeWords();
[[nodiscard]] const char16_t *finalWords();
/// Words before a phrase that make it a statement about somebody ('I do not text', 'habe keine Nachrichten').
[[nodiscard]] const char16_t *subjectWords();
/// Words that name advertising only.
[[nodiscard]] const char16_t *marketingWords();

} // namespace domain::keywords
