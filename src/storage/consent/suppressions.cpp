#include "storage/consent/suppressions.h"

namespace storage {

domain::Result<QList<SuppressionRow>> suppressionsOf(Connection &connection, domain::ContactId contact)
{
    Statement &s = connection.statement(
        "SELECT s.channel, s.category, s.since, coalesce(e.source, '') FROM contact_address a"
        " JOIN suppression s ON s.address_index = a.address_index AND s.channel = a.channel"
        " LEFT JOIN consent_event e ON e.id = s.event_id WHERE a.contact_id = ? ORDER BY s.channel, s.category");
    s.bind(1, contact.value);
    QList<SuppressionRow> rows;
    while (s.next())
        rows.append({domain::channelFromText(s.text(0)).value_or(domain::Channel::Sms),
                     domain::categoryFromText(s.text(1)), domain::fromMillis(s.integer(2)), s.text(3)});
    if (s.failed())
        return tl::unexpected(connection.lastError());
    return rows;
}

} // namespace storage
