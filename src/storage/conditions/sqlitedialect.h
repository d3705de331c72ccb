#pragma once

#include "storage/conditions/dialect.h"

struct sqlite3;

namespace storage {

/// Dates as 'YYYY-MM-DD', times as 'YYYY-MM-DD HH:MM:SS'. Needs registerConditionFunctions() on the connection.
class SqliteDialect : public ConditionDialect
{
public:
    [[nodiscard]] SqlText constant(const domain::ConditionDatum &datum, domain::FieldType type) const override;
    [[nodiscard]] SqlText compare(const char *sign, const SqlText &a, domain::FieldType typeA, const SqlText &b,
                                  domain::FieldType typeB) const override;
    [[nodiscard]] SqlText contains(const SqlText &text, const SqlText &part) const override;
    [[nodiscard]] SqlText startsWith(const SqlText &text, const SqlText &part) const override;
    [[nodiscard]] SqlText endsWith(const SqlText &text, const SqlText &part) const override;
    [[nodiscard]] SqlText monthAndDay(const SqlText &value) const override;
    [[nodiscard]] SqlText call(const domain::TypedOperand &node, const QList<SqlText> &parts) const override;
    [[nodiscard]] SqlText either(const SqlText &a, const SqlText &b, domain::FieldType type) const override;
    [[nodiscard]] SqlText real(const SqlText &value) const override;
    [[nodiscard]] int deepest() const override;
    [[nodiscard]] SqlText inMemory(const domain::CompiledCondition &condition, const domain::ConditionTime &time,
                                   const QList<SqlText> &fields) const override;
};

/// The functions that SQLite lacks, in the same code as in memory: helio_lower, helio_upper, helio_whole, helio_number,
/// helio_cut, helio_add_days, helio_either, helio_local, helio_attribute and helio_condition. For every connection.
void registerConditionFunctions(sqlite3 *db);

} // namespace storage
