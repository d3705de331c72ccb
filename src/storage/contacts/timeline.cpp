#include "storage/contacts/timeline.h"

#include <limits>

namespace storage {

using namespace Qt::StringLiterals;
using domain::Result;

Result<TimelinePage> readTimeline(Connection &connection, domain::ContactId contact, const QString &cursor, int limit)
{
    const QStringList key = cursor.split(u':');
    const bool first = key.size() != 3;
    Statement &s = connection.statement(
        "SELECT kind, id, at, title, text, state, channel, amount, currency FROM ("
        " SELECT 0 AS kind, m.id, m.created_at AS at, coalesce((SELECT name FROM campaign WHERE id = m.campaign_id),"
        "  (SELECT name FROM template WHERE id = m.template_id), '') AS title, m.body AS text, m.state, m.channel,"
        "  nullif(m.cost_micros, 0) AS amount, m.cost_currency AS currency FROM message m WHERE m.contact_id = ?1"
        " UNION ALL SELECT 1, id, received_at, intent, body, intent, channel, NULL, '' FROM inbound WHERE contact_id ="
        "  ?1"
        " UNION ALL SELECT 2, id, coalesce(unixepoch(dated_on) * 1000, created_at), trim(kind || ' ' || external_id),"
        "  status, status, '', amount_micros, currency FROM record WHERE contact_id = ?1"
        " UNION ALL SELECT 3, id, at, source, evidence, action, channel, NULL, '' FROM consent_event WHERE"
        "  address_index IN (SELECT address_index FROM contact_address WHERE contact_id = ?1)"
        " UNION ALL SELECT 4, id, at, action, actor, '', '', NULL, '' FROM audit WHERE subject = ?2)"
        " WHERE (at, kind, id) < (?3, ?4, ?5) ORDER BY at DESC, kind DESC, id DESC LIMIT ?6");
    s.bind(1, contact.value).bind(2, u"contact:%1"_s.arg(contact.value));
    s.bind(3, first ? std::numeric_limits<qint64>::max() : key[0].toLongLong());
    s.bind(4, first ? qint64(0) : key[1].toLongLong()).bind(5, first ? qint64(0) : key[2].toLongLong());
    s.bind(6, limit);
    TimelinePage page;
    while (s.next()) {
        TimelineRow r;
        r.kind = static_cast<TimelineRow::Kind>(s.integer(0));
        r.id = s.integer(1);
        r.at = domain::fromMillis(s.integer(2));
        r.title = s.text(3);
        r.text = s.text(4);
        r.state = s.text(5);
        r.channel = domain::channelFromText(s.text(6)).value_or(domain::Channel::Sms);
        if (!s.isNull(7))
            r.amount = domain::Money{s.integer(7), s.text(8)};
        page.rows << r;
    }
    if (s.failed())
        return tl::unexpected(connection.lastError());
    if (limit > 0 && page.rows.size() == limit) {
        const TimelineRow &last = page.rows.last();
        page.next = u"%1:%2:%3"_s.arg(domain::toMillis(last.at)).arg(static_cast<int>(last.kind)).arg(last.id);
    }
    return page;
}

static const char *countSql(ContactProperty property)
{
    switch (property) {
    case ContactProperty::Tag:
        return "SELECT t.name, coalesce(n.contacts, 0) FROM tag t LEFT JOIN contact_count n ON n.kind = 'tag' AND "
               "n.name"
               " = CAST(t.id AS TEXT) ORDER BY t.name";
    case ContactProperty::Group:
        return "SELECT name, contacts FROM contact_count WHERE kind = 'group' AND contacts > 0 ORDER BY name COLLATE "
               "NOCASE";
    case ContactProperty::Territory:
        return "SELECT name, contacts FROM contact_count WHERE kind = 'territory' AND contacts > 0 ORDER BY name "
               "COLLATE"
               " NOCASE";
    }
    return nullptr;
}

Result<QList<std::pair<QString, qint64>>> countContactsBy(Connection &connection, ContactProperty property)
{
    Statement &s = connection.statement(countSql(property));
    QList<std::pair<QString, qint64>> counts;
    while (s.next())
        counts.append({s.text(0), s.integer(1)});
    if (s.failed())
        return tl::unexpected(connection.lastError());
    return counts;
}

Result<QStringList> attributeNames(Connection &connection)
{
    Statement &s = connection.statement(
        "SELECT DISTINCT j.key FROM (SELECT attributes FROM contact WHERE deleted_at IS NULL AND attributes <> '{}'"
        " AND id > (SELECT max(id) - 2000 FROM contact)) c, json_each(c.attributes) j ORDER BY j.key");
    QStringList names;
    while (s.next())
        names << s.text(0);
    if (s.failed())
        return tl::unexpected(connection.lastError());
    return names;
}

} // namespace storage
