#include "storage/log/inboxlog.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

using namespace Qt::StringLiterals;

namespace storage {

using domain::Result;

namespace {

QString columns()
{
    return u"SELECT i.id, coalesce((SELECT min(c.id) FROM address_lookup l JOIN contact c ON c.id = l.contact_id"
           " AND c.deleted_at IS NULL WHERE l.address_index = i.address_index), i.contact_id), i.provider_id,"
           " i.channel, i.address_cipher, i.address_tail, i.body, i.intent, i.media, i.received_at, i.seen_at,"
           " i.subject, i.writer_cipher"
           " FROM inbound i"_s;
}

InboxLogRow rowOf(Statement &s)
{
    InboxLogRow row;
    row.id = s.integer(0);
    row.contact.value = s.integer(1);
    row.provider.value = s.integer(2);
    row.channel = domain::channelFromText(s.text(3)).value_or(domain::Channel::Sms);
    row.addressCipher = s.blob(4);
    row.addressTail = s.text(5);
    row.body = s.text(6);
    row.intent = s.text(7);
    const QJsonArray media = QJsonDocument::fromJson(s.text(8).toUtf8()).array();
    for (const QJsonValue &one : media)
        row.media << one.toString();
    row.receivedAt = domain::fromMillis(s.integer(9));
    row.seenAt = domain::fromMillis(s.integer(10));
    row.subject = s.text(11);
    row.writerCipher = s.blob(12);
    return row;
}

} // namespace

QString InboxLog::pageSql(const InboxFilter &filter)
{
    QString sql = columns() + u" WHERE i.id < ?1"_s;
    // Whoever has the address now wrote it, also where the contact came later than the text.
    if (filter.contact.isValid())
        sql += u" AND i.address_index IN (SELECT address_index FROM contact_address WHERE contact_id = ?2)"_s;
    if (filter.provider.isValid())
        sql += u" AND i.provider_id = ?3"_s;
    if (filter.channel)
        sql += u" AND i.channel = ?4"_s;
    if (!filter.intent.isEmpty())
        sql += u" AND i.intent = ?5 AND i.intent <> ''"_s;
    if (!filter.addressIndex.isEmpty())
        sql += u" AND i.address_index = ?6"_s;
    return sql + u" ORDER BY i.id DESC LIMIT ?7"_s;
}

Result<InboxLogPage> InboxLog::page(const InboxFilter &filter, qint64 below, int limit)
{
    Statement &s = m_connection.statement(pageSql(filter));
    s.bind(1, below > 0 ? below : std::numeric_limits<qint64>::max());
    if (filter.contact.isValid())
        s.bind(2, filter.contact.value);
    if (filter.provider.isValid())
        s.bind(3, filter.provider.value);
    if (filter.channel)
        s.bind(4, toText(*filter.channel));
    if (!filter.intent.isEmpty())
        s.bind(5, filter.intent);
    if (!filter.addressIndex.isEmpty())
        s.bind(6, filter.addressIndex);
    s.bind(7, limit);
    InboxLogPage page;
    while (s.next())
        page.rows << rowOf(s);
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    if (limit > 0 && page.rows.size() == limit)
        page.next = page.rows.last().id;
    return page;
}

Result<InboxLogRow> InboxLog::text(qint64 id)
{
    Statement &s = m_connection.statement(columns() + u" WHERE i.id = ?1"_s);
    s.bind(1, id);
    if (!s.next()) {
        if (s.failed())
            return tl::unexpected(m_connection.lastError());
        return domain::fail(domain::ErrorCode::NotFound, u"text %1"_s.arg(id));
    }
    InboxLogRow row = rowOf(s);
    s.finish();
    return row;
}

} // namespace storage
