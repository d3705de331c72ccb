#pragma once

#include "domain/core/result.h"
#include "domain/core/types.h"
#include "storage/core/connection.h"

namespace storage {

/// What moves a conversation: a text that came, a reply, and that somebody has read. Engine thread, within a
/// transaction of the caller.
class ConversationStore
{
public:
    explicit ConversationStore(Connection &connection) : m_connection(connection) {}

    /// A text of a person, as it stands in `inbound`.
    struct Text
    {
        qint64 id = 0;
        QByteArray addressIndex;
        QString addressTail;
        domain::Channel channel = domain::Channel::Sms;
        QString intent;
        domain::Instant receivedAt{};
        domain::Instant seenAt{};
    };
    [[nodiscard]] domain::Result<void> noteText(const Text &text);
    [[nodiscard]] domain::Result<void> noteReply(domain::ConversationId id, domain::MessageId reply,
                                                 domain::Instant at);
    /// NotFound where this address has written nothing on that channel.
    [[nodiscard]] domain::Result<domain::ConversationId> of(const QByteArray &addressIndex, domain::Channel channel);
    /// Texts up to this id are read and later ones are not. NotFound.
    [[nodiscard]] domain::Result<void> setReadTo(domain::ConversationId id, qint64 text);
    /// Up to `limit` conversations with something unread; the number done, 0 when none is left.
    [[nodiscard]] domain::Result<int> setAllRead(int limit);

private:
    Connection &m_connection;
};

} // namespace storage
