#pragma once

#include "storage/conditions/dialect.h"

namespace storage {

/// The fields of domain::contactFields() in the table `contact` under the alias `c`, in SQLite.
class SqliteContactColumns : public ConditionColumns
{
public:
    explicit SqliteContactColumns(QString zone) : m_zone(std::move(zone)) {} ///< IANA, for times
    [[nodiscard]] ConditionColumn column(const domain::FieldUse &use) const override;
    [[nodiscard]] SqlText member(const domain::FieldUse &list, const SqlText &needle) const override;
    [[nodiscard]] SqlText length(const domain::FieldUse &list) const override;

private:
    QString m_zone;
};

/// The same in PostgreSQL: dates are dates there, attributes jsonb, everything else as in SQLite.
class PostgresContactColumns : public ConditionColumns
{
public:
    explicit PostgresContactColumns(QString zone) : m_zone(std::move(zone)) {}
    [[nodiscard]] ConditionColumn column(const domain::FieldUse &use) const override;
    [[nodiscard]] SqlText member(const domain::FieldUse &list, const SqlText &needle) const override;
    [[nodiscard]] SqlText length(const domain::FieldUse &list) const override;

private:
    QString m_zone;
};

} // namespace storage
