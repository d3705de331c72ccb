#include "storage/messages/firstcontacts.h"

namespace storage {

using domain::Instant;

qint64 FirstContacts::firstAttempt(Instant from)
{
    auto &last = m_connection.statement("SELECT max(id) FROM attempt");
    qint64 high = last.next() && !last.isNull(0) ? last.integer(0) + 1 : 0; // none, or one that is late enough
    last.finish();
    qint64 low = 0;
    auto &s = m_connection.statement("SELECT id, started_at FROM attempt WHERE id >= ? ORDER BY id LIMIT 1");
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        s.bind(1, middle);
        const bool isThere = s.next();
        const qint64 id = isThere ? s.integer(0) : high;
        const bool isLate = !isThere || s.integer(1) >= domain::toMillis(from);
        s.finish();
        if (isLate)
            high = middle;
        else
            low = id + 1;
    }
    return low;
}

domain::Result<QList<FirstContact>> FirstContacts::since(domain::ProviderId provider, Instant from)
{
    const qint64 first = firstAttempt(from);
    auto &s = m_connection.statement(
        "SELECT m.address_index, max(a.started_at) AS at FROM attempt a JOIN message m ON m.id = a.message_id"
        " WHERE a.id >= ?1 AND a.provider_id = ?2 AND a.started_at >= ?3"
        " AND (a.outcome = '' OR a.outcome = 'accepted' OR a.outcome = 'unknown')"
        " AND NOT EXISTS (SELECT 1 FROM inbound i WHERE i.address_index = m.address_index AND i.provider_id = ?2"
        " AND i.received_at <= a.started_at AND i.received_at > a.started_at - 86400000)"
        " GROUP BY m.address_index ORDER BY at");
    s.bind(1, first).bind(2, provider.value).bind(3, domain::toMillis(from));
    QList<FirstContact> contacts;
    while (s.next())
        contacts.append({s.blob(0), domain::fromMillis(s.integer(1))});
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return contacts;
}

} // namespace storage
