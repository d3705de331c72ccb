#pragma once

#include "domain/condition/condition.h"
#include "domain/condition/fields.h"
#include "domain/condition/problem.h"

#include <QList>
#include <tl/expected.hpp>

namespace domain {

/// How a condition is written. A stored text tells by itself: JSON begins with a brace, an expression cannot.
enum class ConditionNotation {
    Json,       ///< {"territory": "India", "visits": {">": 5}}
    Expression, ///< doc.territory == "India" and doc.visits > 5
};

struct ParsedCondition
{
    Condition tree;
    ConditionNotation notation = ConditionNotation::Json;
    QList<ConditionProblem> warnings; ///< what is allowed and probably not meant
};

using ConditionResult = tl::expected<ParsedCondition, ConditionProblem>;

[[nodiscard]] ConditionNotation notationOf(QStringView text);

/// A stored or typed condition in whichever notation it is; blank text is {} (everybody).
[[nodiscard]] ConditionResult parseCondition(const QString &text, const FieldCatalogue &fields);
[[nodiscard]] ConditionResult parseJsonCondition(const QString &text, const FieldCatalogue &fields);
[[nodiscard]] ConditionResult parseExpression(const QString &text, const FieldCatalogue &fields);

/// The tree as an expression, on one line; parsing it gives the same tree (if it is within the limits of a text).
[[nodiscard]] QString toExpression(const Condition &condition);
[[nodiscard]] QString toExpression(const Operand &operand);
/// The tree in JSON notation, on one line; empty where something in it has no JSON form (calculations, functions,
/// two fields compared with each other), which the builder shows as a row of its own.
[[nodiscard]] QString toJson(const Condition &condition, const FieldCatalogue &fields);

/// "today-90d" and back; empty where it is not understood.
[[nodiscard]] QString toText(const RelativeTime &time);
[[nodiscard]] std::optional<RelativeTime> relativeTimeFromText(QStringView text);

/// "2025-06-15"; empty where there is no such day in the years 1 to 9999.
[[nodiscard]] std::optional<QDate> conditionDate(QStringView text);
/// "2025-06-15", "2025-06-15 10:30", "2025-06-15T10:30:00" as wall time (kept as UTC).
[[nodiscard]] std::optional<QDateTime> conditionTime(QStringView text);

} // namespace domain
