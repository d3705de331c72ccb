#pragma once

#include "storage/conditions/dialect.h"

#include <QStringList>

namespace storage {

/// For a database in UTF-8. Needs postgresConditionFunctions() in it and its collation "und-x-icu".
class PostgresDialect : public ConditionDialect
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

/// Statements that make (or renew) the functions which conditions call in PostgreSQL. An error there would end the
/// whole query, so that overflow, division by zero and what is no date give NULL in these.
[[nodiscard]] QStringList postgresConditionFunctions();

} // namespace storage
