#pragma once

#include <QString>

namespace domain::textcase {

/// Full Unicode lower case with the Greek final sigma (Unicode 3.13, Final_Sigma), which QString lacks.
[[nodiscard]] QString lower(const QString &text);
/// First letter in title case, the rest lower: "hELLO" -> "Hello".
[[nodiscard]] QString capitalized(const QString &text);
/// Every word after white space, - ( { [ or <: "o'neil-smith" -> "O'neil-Smith".
[[nodiscard]] QString titled(const QString &text);

/// The text without white space (lexer.h's) at both ends.
[[nodiscard]] QStringView trimmed(QStringView text);
/// UTF-16 offset behind the first `count` code points.
[[nodiscard]] qsizetype offsetOf(QStringView text, qint64 count);

} // namespace domain::textcase
