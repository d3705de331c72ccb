#pragma once

#include "domain/condition/evaluator.h"
#include "storage/conditions/sqltext.h"

namespace storage {

/// Where a table keeps a field.
struct ConditionColumn
{
    SqlText value; ///< of the type the condition reads it as: see ConditionDialect
    bool isNullable = true;
    bool hasPartialIndex = false; ///< a text whose index leaves the empty ones out
};

/// Where the fields of a condition are: one table's part of the compiler. The value of a list, a JSON array, is asked
/// for only where the dialect answers something in memory.
class ConditionColumns
{
public:
    virtual ~ConditionColumns() = default;
    [[nodiscard]] virtual ConditionColumn column(const domain::FieldUse &use) const = 0;
    /// Whether `needle`, a text that is not null, is in the list; never NULL but for a list that is null.
    [[nodiscard]] virtual SqlText member(const domain::FieldUse &list, const SqlText &needle) const = 0;
    /// The number of items; NULL for a list that is null.
    [[nodiscard]] virtual SqlText length(const domain::FieldUse &list) const = 0;
};

/// One database's part of the compiler. Values are of these types there: Text text, compared by code point; Whole and
/// YesNo whole numbers of 64 bits; Number double; Date a date, DateTime a time without a zone. An operand that is null
/// makes each result null.
class ConditionDialect
{
public:
    virtual ~ConditionDialect() = default;

    /// A bound value; a null as well.
    [[nodiscard]] virtual SqlText constant(const domain::ConditionDatum &datum, domain::FieldType type) const = 0;
    /// "<", "=" …: of two texts, two times of one type, or two numbers of any types.
    [[nodiscard]] virtual SqlText compare(const char *sign, const SqlText &a, domain::FieldType typeA, const SqlText &b,
                                          domain::FieldType typeB) const = 0;
    [[nodiscard]] virtual SqlText contains(const SqlText &text, const SqlText &part) const = 0;
    [[nodiscard]] virtual SqlText startsWith(const SqlText &text, const SqlText &part) const = 0;
    [[nodiscard]] virtual SqlText endsWith(const SqlText &text, const SqlText &part) const = 0;
    /// "06-15" of a date or time.
    [[nodiscard]] virtual SqlText monthAndDay(const SqlText &value) const = 0;

    /// The operand `node` of its parts, none of which is null where it is asked for; but for FirstTrue, Constant,
    /// Field, Relative, GetTime and AddMonths, which the compiler resolves itself.
    [[nodiscard]] virtual SqlText call(const domain::TypedOperand &node, const QList<SqlText> &parts) const = 0;
    /// a where it counts as true or is null, else b; both of `type`.
    [[nodiscard]] virtual SqlText either(const SqlText &a, const SqlText &b, domain::FieldType type) const = 0;
    /// A number as a double.
    [[nodiscard]] virtual SqlText real(const SqlText &value) const = 0;

    /// How deeply parentheses may be nested in a condition.
    [[nodiscard]] virtual int deepest() const = 0;
    /// What stands for a part that is nested more deeply: a function that answers it in memory. Empty: there is none.
    [[nodiscard]] virtual SqlText inMemory(const domain::CompiledCondition &condition,
                                           const domain::ConditionTime &time, const QList<SqlText> &fields) const = 0;
};

} // namespace storage
