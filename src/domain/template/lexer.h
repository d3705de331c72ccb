#pragma once

#include "domain/template/fault.h"

#include <tl/expected.hpp>
#include <vector>

namespace domain::templatelexer {

enum class TokenKind { Text, OutputOpen, OutputClose, TagOpen, TagClose, Name, String, Number, Operator, End };

/// A token of the Jinja notation. `view` points into the scanned source, which must outlive it.
struct Token
{
    TokenKind kind = TokenKind::End;
    int from = 0;   ///< UTF-16 offset
    int length = 0; ///< UTF-16 units
    QStringView view{};
    QString string{}; ///< of a String: without quotes and escapes

    [[nodiscard]] bool is(TokenKind k, QStringView text) const { return kind == k && view == text; }
};

/// White space as Jinja (Python) sees it: Unicode's and U+001C to U+001F.
[[nodiscard]] bool isSpace(QChar c);
[[nodiscard]] bool isNameStart(QChar c);
[[nodiscard]] bool isNamePart(QChar c);
[[nodiscard]] bool isDigit(QChar c);
/// Length of the operator or punctuation at `at`, 0 if there is none that the subset knows.
[[nodiscard]] int operatorLength(QStringView source, qsizetype at);

/// All tokens of `source` (line ends LF), with white space control applied to Text and End at the end. Faults:
/// E_END, E_CHAR, E_STRING, the first in the source.
[[nodiscard]] tl::expected<std::vector<Token>, TemplateFault> scan(QStringView source);

} // namespace domain::templatelexer
