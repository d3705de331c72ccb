#pragma once

#include <QString>
#include <QStringView>

#include <optional>

// Other spellings of one character for the segment counter's helpers. What is offered is always GSM-7.

namespace domain {

/// The smart encoding table (segments.md, section 6): 271 code units. May be empty: the character is then removed.
[[nodiscard]] std::optional<QStringView> lookAlikeOf(char16_t unit);

/// The letter without its accents if that is GSM-7 (á → a, ç → c, ł → l, ß is in the alphabet anyway); an empty text
/// for a combining mark.
[[nodiscard]] std::optional<QString> unaccentedOf(char32_t character);

/// A plainer way to write a sign: − → -, ₹ → Rs., © → (c), ² → 2, ﬁ → fi, Greek capitals of Latin shape; an empty
/// text for what cannot be seen. Changes what is written, so a person decides.
[[nodiscard]] std::optional<QString> plainSpellingOf(char32_t character);

} // namespace domain
