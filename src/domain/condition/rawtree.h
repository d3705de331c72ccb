#pragma once

#include "domain/condition/condition.h"
#include "domain/condition/fields.h"
#include "domain/condition/source.h"

#include <tl/expected.hpp>

namespace domain::conditionparse {

enum class Function {
    GetDate,
    GetTime,
    Today,
    Now,
    Relative,
    AddDays,
    AddMonths,
    DateDiff,
    Flt,
    Cint,
    Len,
    Anniversary,
    StartsWith,
    EndsWith,
    Lower,
    Upper,
};

/// An expression as it was written, before it is known which parts are conditions and which are values.
struct Raw
{
    enum class Kind {
        Constant, ///< literal
        Field,    ///< text
        Call,     ///< function; children are the arguments, of a method the value in front first
        Part,     ///< datePart of the child
        List,
        Or,
        And,
        Not,
        Chain, ///< children compared in a row by `comparisons`
        In,    ///< negatable
        Is,    ///< negatable
        Calculate,
        Negate,
        Plus,
    };

    Kind kind = Kind::Constant;
    SourceRange at{};
    std::vector<Raw> children{};
    Literal literal{};
    QString text{};
    Function function = Function::Today;
    DatePart datePart = DatePart::Year;
    Arithmetic arithmetic = Arithmetic::Add;
    std::vector<Comparison> comparisons{};
    std::vector<SourceRange> marks{}; ///< of the comparisons
    bool negated = false;
    bool isWrapped = false; ///< in parentheses
    int height = 1;         ///< of the calculation
};

/// Syntax and names: E_LENGTH and the tokens' codes, E_SYNTAX, E_END, E_NAME, E_FUNC, E_FIELD, E_ATTR, E_ARGS, E_DEPTH,
/// E_LIMIT. Does not look at types.
[[nodiscard]] tl::expected<Raw, ConditionProblem> parseRaw(const ConditionSource &source, const FieldCatalogue &fields);

} // namespace domain::conditionparse
