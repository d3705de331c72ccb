#pragma once

#include "domain/condition/condition.h"
#include "domain/condition/evaluator.h"

#include <optional>

// What the functions of the condition language do, for the evaluator and for SQLite's functions (storage/conditions):
// the same code is the same answer. Empty results are unknown.

namespace domain::conditionfunctions {

/// By code point: -1, 0 or 1. (QString compares UTF-16 units.)
[[nodiscard]] int compare(QStringView a, QStringView b);
/// Exact, also where a whole number has no equal among the doubles.
[[nodiscard]] int compare(qint64 a, double b);
/// Full Unicode mappings, among them a sigma at the end of a word.
[[nodiscard]] QString lower(const QString &text);
[[nodiscard]] QString upper(const QString &text);

/// Unknown where the result does not fit, and for a division by zero. Divide is for doubles alone.
[[nodiscard]] std::optional<qint64> calculate(Arithmetic operation, qint64 a, qint64 b);
/// Unknown where the result is no finite number.
[[nodiscard]] std::optional<double> calculate(Arithmetic operation, double a, double b);
/// Cut off behind the point.
[[nodiscard]] std::optional<qint64> whole(double number);

/// Julian days of the years 1 to 9999; others are unknown.
[[nodiscard]] std::optional<qint64> addDays(qint64 day, qint64 days);
[[nodiscard]] std::optional<qint64> addMonths(qint64 day, qint64 months);
[[nodiscard]] int part(DatePart part, qint64 day);
/// Seconds since 1970 to a Julian day and back to its midnight.
[[nodiscard]] qint64 dayOf(qint64 seconds);
[[nodiscard]] qint64 midnightOf(qint64 day);

/// A Julian day, or seconds where the base is Now.
[[nodiscard]] std::optional<qint64> resolve(const RelativeTime &relative, const ConditionTime &time);
/// "06-15": month and day that count as the anniversary's, one or (28 February of a common year) two of them; none
/// outside the years 1 to 9999.
[[nodiscard]] QStringList anniversaries(int days, const ConditionTime &time);

} // namespace domain::conditionfunctions
