#include "storage/consent/conversationstore.h"

using namespace Qt::StringLiterals;

namespace storage {

using domain::Result;
using domain::toMillis;

Result<void> ConversationStore::noteText(const Text &text)
{
    // Polls bring what came while nobody looked, and a provider's clock may be ahead.
    const qint64 at = toMillis(std::min(text.receivedAt, text.seenAt));
    Statement &s = m_connection.statement(
        "INSERT INTO conversation (address_index, channel, address_tail, last_at, last_inbound_id, last_inbound_at,"
        " unread, keyword) VALUES (?1, ?2, ?3, ?4, ?5, ?4, 1, iif(?6 IN ('opt_out', 'opt_in'), ?6, ''))"
        " ON CONFLICT (address_index, channel) DO UPDATE SET last_at = max(last_at, excluded.last_at),"
        " unread = unread + 1,"
        " last_inbound_id = iif(excluded.last_at >= last_inbound_at, excluded.last_inbound_id, last_inbound_id),"
        " keyword = iif(excluded.keyword <> '' AND excluded.last_at >= last_inbound_at, excluded.keyword, keyword),"
        " last_inbound_at = max(last_inbound_at, excluded.last_at)");
    s.bind(1, text.addressIndex).bind(2, toText(text.channel)).bind(3, text.addressTail);
    s.bind(4, at).bind(5, text.id).bind(6, text.intent);
    return s.exec();
}

Result<void> ConversationStore::noteReply(domain::ConversationId id, domain::MessageId reply, domain::Instant at)
{
    return m_connection
        .statement("UPDATE conversation SET last_reply_id = ?2, last_reply_at = ?3, last_at = max(last_at, ?3)"
                   " WHERE id = ?1")
        .bind(1, id.value)
        .bind(2, reply.value)
        .bind(3, toMillis(at))
        .exec();
}

Result<domain::ConversationId> ConversationStore::of(const QByteArray &addressIndex, domain::Channel channel)
{
    Statement &s = m_connection.statement("SELECT id FROM conversation WHERE address_index = ? AND channel = ?");
    s.bind(1, addressIndex).bind(2, toText(channel));
    const domain::ConversationId id{s.next() ? s.integer(0) : 0};
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    s.finish();
    if (!id.isValid())
        return domain::fail(domain::ErrorCode::NotFound, u"nothing was written there"_s);
    return id;
}

Result<void> ConversationStore::setReadTo(domain::ConversationId id, qint64 text)
{
    Statement &s = m_connection.statement(
        "UPDATE conversation SET read_to = ?2, unread = (SELECT count(*) FROM inbound i WHERE"
        " i.address_index = conversation.address_index AND i.id > ?2 AND i.channel = conversation.channel)"
        " WHERE id = ?1");
    s.bind(1, id.value).bind(2, text);
    if (auto done = s.exec(); !done)
        return done;
    if (s.changes() == 0)
        return domain::fail(domain::ErrorCode::NotFound, u"conversation %1"_s.arg(id.value));
    return {};
}

Result<int> ConversationStore::setAllRead(int limit)
{
    Statement &s =
        m_connection.statement("UPDATE conversation SET unread = 0, read_to = (SELECT max(i.id) FROM inbound i WHERE"
                               " i.address_index = conversation.address_index AND i.channel = conversation.channel)"
                               " WHERE id IN (SELECT id FROM conversation WHERE unread > 0 LIMIT ?)");
    s.bind(1, limit);
    if (auto done = s.exec(); !done)
        return tl::unexpected(done.error());
    return static_cast<int>(s.changes());
}

} // namespace storage
