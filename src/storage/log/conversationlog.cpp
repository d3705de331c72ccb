#include "storage/log/conversationlog.h"

#include "storage/core/wordmatch.h"
#include "storage/messages/messageindex.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

using namespace Qt::StringLiterals;

namespace storage {

using domain::Result;

namespace {

constexpr int mostHits = 5'000; // 20 ms
constexpr qint64 beyondAll = std::numeric_limits<qint64>::max();

QString columns()
{
    return u"SELECT v.id, coalesce((SELECT min(c.id) FROM address_lookup l JOIN contact c ON c.id = l.contact_id"
           " AND c.deleted_at IS NULL WHERE l.address_index = v.address_index), i.contact_id), i.provider_id, "
           "v.channel,"
           " i.address_cipher, v.address_index, v.address_tail, i.body, i.media, v.last_at, v.last_inbound_id, "
           "v.unread,"
           " v.last_reply_at > v.last_inbound_at, (SELECT m.body FROM message m WHERE m.id = v.last_reply_id),"
           " EXISTS (SELECT 1 FROM suppression s WHERE s.address_index = v.address_index AND s.channel = v.channel)"
           " FROM conversation v JOIN inbound i ON i.id = v.last_inbound_id"_s;
}

ConversationLogRow rowOf(Statement &s)
{
    ConversationLogRow row;
    row.id.value = s.integer(0);
    row.contact.value = s.integer(1);
    row.provider.value = s.integer(2);
    row.channel = domain::channelFromText(s.text(3)).value_or(domain::Channel::Sms);
    row.addressCipher = s.blob(4);
    row.addressIndex = s.blob(5);
    row.addressTail = s.text(6);
    row.lastIsReply = s.integer(12) != 0;
    row.lastText = row.lastIsReply ? s.text(13) : s.text(7);
    row.lastHasMedia = !row.lastIsReply && s.text(8) != u"[]";
    row.lastAt = domain::fromMillis(s.integer(9));
    row.lastInbound = s.integer(10);
    row.unread = static_cast<int>(s.integer(11));
    row.isOptedOut = s.integer(14) != 0;
    return row;
}

QByteArray idsAsJson(const QList<domain::ContactId> &contacts)
{
    QJsonArray ids;
    for (const domain::ContactId id : contacts)
        ids << id.value;
    return QJsonDocument(ids).toJson(QJsonDocument::Compact);
}

QByteArray keysAsJson(const QHash<qint64, WrittenHit> &written)
{
    QJsonArray ids;
    for (auto it = written.keyBegin(); it != written.keyEnd(); ++it)
        ids << *it;
    return QJsonDocument(ids).toJson(QJsonDocument::Compact);
}

} // namespace

QString ConversationLog::pageSql(const ConversationFilter &filter)
{
    QString sql = columns() + u" WHERE (v.last_at, v.id) < (?1, ?2)"_s;
    if (filter.show == ConversationFilter::Show::Unread)
        sql += u" AND v.unread > 0"_s;
    else if (filter.show == ConversationFilter::Show::OptOuts)
        sql += u" AND v.keyword = 'opt_out'"_s;
    if (filter.channel)
        sql += u" AND v.channel = ?3"_s;
    if (filter.isSearch)
        sql += u" AND v.id IN (SELECT f.id FROM conversation f WHERE f.address_index IN (SELECT a.address_index FROM"
               " contact_address a WHERE a.contact_id IN (SELECT value FROM json_each(?4)))"
               " UNION SELECT f.id FROM conversation f WHERE f.address_index = ?5"
               " UNION SELECT f.id FROM conversation f WHERE f.address_tail = ?6 AND ?6 <> ''"
               " UNION SELECT value FROM json_each(?8))"_s;
    return sql + u" ORDER BY v.last_at DESC, v.id DESC LIMIT ?7"_s;
}

Result<ConversationLogPage> ConversationLog::page(const ConversationFilter &filter, const QString &cursor, int limit)
{
    const QStringList key = cursor.split(u':');
    const bool isFirst = key.size() != 2;
    Statement &s = m_connection.statement(pageSql(filter));
    s.bind(1, isFirst ? beyondAll : key[0].toLongLong()).bind(2, isFirst ? beyondAll : key[1].toLongLong());
    if (filter.channel)
        s.bind(3, toText(*filter.channel));
    if (filter.isSearch)
        s.bindUtf8(4, idsAsJson(filter.contacts))
            .bind(5, filter.addressIndex)
            .bind(6, filter.addressTail)
            .bindUtf8(8, keysAsJson(filter.written));
    s.bind(7, limit);
    ConversationLogPage page;
    while (s.next())
        page.rows << rowOf(s);
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    if (limit > 0 && page.rows.size() == limit)
        page.next = u"%1:%2"_s.arg(domain::toMillis(page.rows.last().lastAt)).arg(page.rows.last().id.value);
    return page;
}

Result<ConversationLogRow> ConversationLog::conversation(domain::ConversationId id)
{
    Statement &s = m_connection.statement(columns() + u" WHERE v.id = ?1"_s);
    s.bind(1, id.value);
    if (!s.next()) {
        if (s.failed())
            return tl::unexpected(m_connection.lastError());
        return domain::fail(domain::ErrorCode::NotFound, u"conversation %1"_s.arg(id.value));
    }
    const ConversationLogRow row = rowOf(s);
    s.finish();
    return row;
}

QString ConversationLog::threadSql()
{
    // What came in is read from the newest down and no further than the page goes; what left is all that ever left to
    // this one address.
    return u"SELECT kind, id, at FROM ("
           " SELECT * FROM (SELECT 1 AS kind, id, received_at AS at FROM inbound WHERE address_index = ?1 AND"
           "  channel = ?2 AND received_at <= ?3 AND (received_at, 1, id) < (?3, ?4, ?5)"
           "  ORDER BY received_at DESC, id DESC LIMIT ?6)"
           " UNION ALL SELECT * FROM (SELECT 0, m.id, m.claimed_at FROM (%1) x CROSS JOIN message m ON m.id = x.id"
           "  WHERE m.claimed_at <= ?3 AND m.channel = ?2 AND (m.claimed_at, 0, m.id) < (?3, ?4, ?5)"
           "  ORDER BY m.claimed_at DESC, m.id DESC LIMIT ?6)"
           " UNION ALL SELECT * FROM (SELECT 0, id, created_at FROM message WHERE origin = 'manual' AND origin_id = ?7"
           "  AND claimed_at IS NULL AND (created_at, 0, id) < (?3, ?4, ?5) ORDER BY created_at DESC, id DESC"
           "  LIMIT ?6)) ORDER BY at DESC, kind DESC, id DESC LIMIT ?6"_s.arg(leftToSql(u"?1"_s));
}

Result<ThreadPage> ConversationLog::thread(const ConversationLogRow &conversation, const QString &cursor, int limit)
{
    const QStringList key = cursor.split(u':');
    const bool isFirst = key.size() != 3;
    Statement &s = m_connection.statement(threadSql());
    s.bind(1, conversation.addressIndex).bind(2, toText(conversation.channel));
    s.bind(3, isFirst ? beyondAll : key[0].toLongLong()).bind(4, isFirst ? qint64(2) : key[1].toLongLong());
    s.bind(5, isFirst ? beyondAll : key[2].toLongLong()).bind(6, limit).bind(7, conversation.id.value);
    ThreadPage page;
    while (s.next())
        page.rows.append({s.integer(0) != 0, s.integer(1), domain::fromMillis(s.integer(2))});
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    if (limit > 0 && page.rows.size() == limit) {
        const ThreadRow &last = page.rows.last();
        page.next = u"%1:%2:%3"_s.arg(domain::toMillis(last.at)).arg(last.isInbound ? 1 : 0).arg(last.id);
    }
    return page;
}

Result<QHash<qint64, WrittenHit>> ConversationLog::written(const QString &words)
{
    const QString match = wordMatch(words);
    QHash<qint64, WrittenHit> hits;
    if (match.isEmpty())
        return hits;
    // From the newest down, so that the first of a conversation is the one that is shown.
    QHash<qint64, qint64> newest;
    const auto collect = [&](Statement &s, bool isReply) -> Result<void> {
        s.bind(1, match).bind(2, mostHits);
        while (s.next())
            if (const qint64 id = s.integer(0); newest.value(id, -1) < s.integer(1)) {
                newest.insert(id, s.integer(1));
                hits.insert(id, {isReply, s.text(2)});
            }
        return s.failed() ? Result<void>(tl::unexpected(m_connection.lastError())) : Result<void>();
    };
    auto done = collect(
        m_connection.statement("SELECT v.id, i.received_at, i.body FROM (SELECT rowid AS hit FROM inbound_text"
                               " WHERE inbound_text MATCH ?1 ORDER BY rowid DESC LIMIT ?2) CROSS JOIN inbound i ON"
                               " i.id = hit CROSS JOIN conversation v ON v.address_index = i.address_index AND"
                               " v.channel = i.channel"),
        false);
    if (done)
        done = collect(m_connection.statement("SELECT m.origin_id, m.created_at, m.body FROM (SELECT rowid AS hit FROM"
                                              " reply_text WHERE reply_text MATCH ?1 ORDER BY rowid DESC LIMIT ?2)"
                                              " CROSS JOIN message m ON m.id = hit"),
                       true);
    if (!done)
        return tl::unexpected(done.error());
    return hits;
}

qint64 ConversationLog::unreadCount(qint64 atMost)
{
    Statement &s = m_connection.statement("SELECT count(*) FROM (SELECT 1 FROM conversation WHERE unread > 0 LIMIT ?)");
    s.bind(1, atMost);
    const qint64 count = s.next() ? s.integer(0) : 0;
    s.finish();
    return count;
}

} // namespace storage
