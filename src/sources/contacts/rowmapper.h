#pragma once

#include "engine/client/importer.h"
#include "sources/contacts/cells.h"
#include "sources/csv/csvreader.h"

#include <tl/expected.hpp>

namespace sources {

/// Turns a row into a contact, after a plan. Pure and const: several threads may share one.
/// A row is refused whole, with its first bad cell: a half-read contact would be messaged by mistake or never.
/// Reasons: too_many_cells, unclosed_quote, cell_too_long, no_address, bad_email, bad_date, bad_amount, bad_yes_no,
/// bad_country, bad_language, bad_time_zone, bad_kind, and those of a phone number (domain::toText(PhoneProblem)).
class RowMapper
{
public:
    /// `columns` are the header's cells (or "Column 1"…), for naming a place.
    RowMapper(const engine::ImportPlan &plan, QStringList columns);

    [[nodiscard]] tl::expected<domain::Contact, engine::ImportReport::Reject> map(const CsvRow &row) const;

private:
    struct Column
    {
        QString field;
        QString name;
    };
    using Refusal = tl::unexpected<QString>;
    [[nodiscard]] tl::expected<void, QString> put(domain::Contact &contact, const QString &field,
                                                  const QString &cell) const;
    [[nodiscard]] tl::expected<void, QString> putDate(QDate &target, const QString &cell) const;
    [[nodiscard]] tl::expected<void, QString> putPhone(domain::Contact &contact, domain::Channel channel,
                                                       const QString &cell) const;

    QList<Column> m_columns;
    qsizetype m_countryColumn = -1;
    QString m_defaultCountry;
    DateOrder m_dateOrder;
    QStringList m_addTags;
};

/// Names cut in two where only the whole is known: "Díaz, Ana" and "Ana Díaz" give Ana and Díaz.
void fillNameParts(domain::Contact &contact);

} // namespace sources
