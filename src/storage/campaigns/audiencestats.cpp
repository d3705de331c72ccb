#include "storage/campaigns/audiencestats.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace storage {

using domain::Result;

Result<QList<AudienceGroup>> AudienceStats::groups(const Audience &audience, domain::Channel channel,
                                                   domain::Category category)
{
    auto &s = m_connection.statement(
        u"SELECT CASE WHEN a.usable IS NULL THEN 'no_address' WHEN a.usable = 0 THEN 'unusable_address'"
        " WHEN EXISTS (SELECT 1 FROM suppression p WHERE p.address_index = a.address_index AND p.channel = ?1 AND "
        "p.category IN ('', ?2))"
        " THEN 'suppressed' WHEN c.do_not_disturb = 1 AND ?2 <> 'authentication' THEN 'do_not_disturb' ELSE '' END AS "
        "reason,"
        " coalesce(a.country, c.country) AS place, count(*)"
        " FROM contact c LEFT JOIN contact_address a ON a.contact_id = c.id AND a.channel = ?1"
        " WHERE c.deleted_at IS NULL AND (%1) GROUP BY reason, place"_s.arg(audience.where));
    s.bind(1, domain::toText(channel)).bind(2, domain::toText(category));
    for (int i = 0; i < audience.values.size(); ++i)
        s.bind(3 + i, audience.values[i]);
    QList<AudienceGroup> groups;
    while (s.next())
        groups << AudienceGroup{s.text(0), s.text(1), s.integer(2)};
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return groups;
}

Result<QList<AudienceGroup>> AudienceStats::wroteSince(const Audience &audience, domain::Channel channel,
                                                       domain::Category category, domain::Instant since,
                                                       domain::ProviderId provider)
{
    auto &s = m_connection.statement(
        u"SELECT coalesce(a.country, c.country) AS place, count(*)"
        " FROM contact c JOIN contact_address a ON a.contact_id = c.id AND a.channel = ?1"
        " WHERE a.usable = 1 AND NOT EXISTS (SELECT 1 FROM suppression p WHERE p.address_index = a.address_index"
        " AND p.channel = ?1 AND p.category IN ('', ?2)) AND (c.do_not_disturb = 0 OR ?2 = 'authentication')"
        " AND EXISTS (SELECT 1 FROM inbound i WHERE i.address_index = a.address_index AND i.channel = ?1"
        " AND i.received_at > ?3 AND (?4 = 0 OR i.provider_id = ?4))"
        " AND c.deleted_at IS NULL AND (%1) GROUP BY place"_s.arg(audience.where));
    s.bind(1, domain::toText(channel)).bind(2, domain::toText(category));
    s.bind(3, domain::toMillis(since)).bind(4, provider.value);
    for (int i = 0; i < audience.values.size(); ++i)
        s.bind(5 + i, audience.values[i]);
    QList<AudienceGroup> groups;
    while (s.next())
        groups << AudienceGroup{{}, s.text(0), s.integer(1)};
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return groups;
}

Result<QList<domain::ContactId>> AudienceStats::sample(const Audience &audience, domain::Channel channel, int limit)
{
    // the condition's question marks count on from the last numbered one before them
    auto &s = m_connection.statement(
        u"SELECT c.id FROM contact c JOIN contact_address a ON a.contact_id = c.id AND a.channel = ?1"
        " WHERE a.usable = 1 AND c.deleted_at IS NULL AND (%1) ORDER BY c.id LIMIT %2"_s.arg(audience.where,
                                                                                             QString::number(limit)));
    s.bind(1, domain::toText(channel));
    for (int i = 0; i < audience.values.size(); ++i)
        s.bind(2 + i, audience.values[i]);
    QList<domain::ContactId> ids;
    while (s.next())
        ids << domain::ContactId{s.integer(0)};
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return ids;
}

Result<qint64> AudienceStats::behind(const Audience &audience, qint64 after, std::optional<domain::Instant> launchedAt)
{
    auto &s = m_connection.statement(u"SELECT count(*) FROM contact c WHERE c.id > ?1 AND c.deleted_at IS NULL"
                                     " AND c.created_at <= ?2 AND (%1)"_s.arg(audience.where));
    s.bind(1, after).bind(2, launchedAt ? domain::toMillis(*launchedAt) : std::numeric_limits<qint64>::max());
    for (int i = 0; i < audience.values.size(); ++i)
        s.bind(3 + i, audience.values[i]);
    if (!s.next())
        return tl::unexpected(m_connection.lastError());
    const qint64 people = s.integer(0);
    s.finish();
    return people;
}

Result<domain::Money> AudienceStats::pricePerSegment(domain::Channel channel)
{
    auto &s = m_connection.statement("SELECT currency, sum(cost_micros) / sum(segments) FROM counter"
                                     " WHERE channel = ? AND cost_micros > 0 AND segments > 0 GROUP BY currency"
                                     " ORDER BY sum(cost_micros) DESC LIMIT 1");
    s.bind(1, domain::toText(channel));
    domain::Money price;
    if (s.next())
        price = domain::Money{s.integer(1), s.text(0)};
    const bool failed = s.failed();
    s.finish();
    if (failed)
        return tl::unexpected(m_connection.lastError());
    return price;
}

} // namespace storage
