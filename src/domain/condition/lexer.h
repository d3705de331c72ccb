#pragma once

#include "domain/condition/condition.h"
#include "domain/condition/source.h"

#include <tl/expected.hpp>
#include <vector>

namespace domain::conditionparse {

/// A token of the expression notation.
struct Token
{
    enum class Kind { Name, Number, String, Sign, End };
    Kind kind = Kind::End;
    int from = 0;
    int to = 0;
    QString text{};   ///< a name or sign as it stands, a string's value
    Literal number{}; ///< qint64 or double
};

/// All tokens of a text, the last of kind End; E_CHAR, E_STRING, E_NUMBER, E_LIMIT.
[[nodiscard]] tl::expected<std::vector<Token>, ConditionProblem> tokensOf(const ConditionSource &source);

/// Whether `name` is a word of Python that cannot be a name.
[[nodiscard]] bool isReserved(const QString &name);
/// Whether `name` may stand behind a dot: ASCII letters, digits and _, no digit at the front.
[[nodiscard]] bool isIdentifier(const QString &name);

} // namespace domain::conditionparse
