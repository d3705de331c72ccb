#pragma once

#include "domain/condition/condition.h"
#include "domain/condition/fields.h"

#include <QList>

#include <optional>

// What the visual builder shows: groups (all of, any of, none of) and rows (a field, a test, values). Groups are the
// tree's own All, Any and Not; a row is any condition that rowOf() understands; what is neither is shown as its
// expression and only removed or moved as a whole.

namespace domain {

enum class RowTest {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Between, ///< two values, both included
    OneOf,   ///< any number of values
    NoneOf,
    Contains, ///< part of a text, item of a list
    NotContains,
    StartsWith,
    EndsWith,
    IsEmpty, ///< no value: null, "", 0, []
    IsNotEmpty,
    IsMissing, ///< no value: null
    IsKnown,
    Anniversary, ///< no value, but days
};

struct ConditionRow
{
    QString field;
    RowTest test = RowTest::Equal;
    std::vector<Operand> values{}; ///< constants and relative times
    int days = 0;                  ///< Anniversary: so many days ahead (or, negative, ago)

    friend bool operator==(const ConditionRow &, const ConditionRow &) = default;
};

/// The row a condition is; empty where it is a group or an expression. 5 < x is the row x > 5; the group
/// x >= 1 and x <= 5 is the row 'x between 1 and 5'.
[[nodiscard]] std::optional<ConditionRow> rowOf(const Condition &condition);
/// `field` is needed to tell an item of a list from a part of a text.
[[nodiscard]] Condition conditionOf(const ConditionRow &row, const ConditionField &field);
/// The tests that make sense for a type, the usual one first.
[[nodiscard]] QList<RowTest> testsFor(FieldType type);
/// How many values a test takes; -1: any number.
[[nodiscard]] int valueCount(RowTest test);

} // namespace domain
