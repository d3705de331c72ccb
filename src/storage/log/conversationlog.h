#pragma once

#include "domain/core/result.h"
#include "domain/core/types.h"
#include "storage/core/connection.h"

#include <QHash>
#include <QStringList>

namespace storage {

/// What was written in a conversation with the words that were looked for.
struct WrittenHit
{
    bool isReply = false; ///< a person here wrote it
    QString text;
};

/// All set parts must hold.
struct ConversationFilter
{
    enum class Show { All, Unread, OptOuts };
    Show show = Show::All;
    std::optional<domain::Channel> channel;
    /// Narrow to whom was looked for: these people, this address, addresses that end so, or where it was written.
    bool isSearch = false;
    QList<domain::ContactId> contacts;
    QByteArray addressIndex;
    QString addressTail;
    QHash<qint64, WrittenHit> written; ///< by conversation
};

struct ConversationLogRow
{
    domain::ConversationId id;
    domain::ContactId contact;   ///< who has the address now, or had it when they wrote; invalid: nobody known
    domain::ProviderId provider; ///< that the last text came by
    domain::Channel channel = domain::Channel::Sms;
    QByteArray addressCipher;
    QByteArray addressIndex;
    QString addressTail;
    QString lastText;
    bool lastIsReply = false;
    bool lastHasMedia = false;
    domain::Instant lastAt{};
    qint64 lastInbound = 0; ///< id of the newest text
    int unread = 0;
    bool isOptedOut = false; ///< of every category, or of one
};

struct ConversationLogPage
{
    QList<ConversationLogRow> rows;
    QString next;
};

/// One text of a conversation, theirs or ours.
struct ThreadRow
{
    bool isInbound = false;
    qint64 id = 0; ///< of the text, or of the message
    domain::Instant at{};
};

struct ThreadPage
{
    QList<ThreadRow> rows;
    QString next;
};

/// The conversations, the last written first, and what was written in each. Any thread over its connection.
class ConversationLog
{
public:
    explicit ConversationLog(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] domain::Result<ConversationLogPage> page(const ConversationFilter &filter, const QString &cursor,
                                                           int limit);
    [[nodiscard]] domain::Result<ConversationLogRow> conversation(domain::ConversationId id); ///< NotFound
    /// Newest first: what they wrote, what left to them on this channel, and what a person wrote that waits still or
    /// was left out.
    [[nodiscard]] domain::Result<ThreadPage> thread(const ConversationLogRow &conversation, const QString &cursor,
                                                    int limit);
    /// Where they or a person here wrote something with words that begin so, and the newest of it; among the newest few
    /// thousand texts that have them.
    [[nodiscard]] domain::Result<QHash<qint64, WrittenHit>> written(const QString &words);
    /// Conversations with something unread, counted up to `atMost`.
    [[nodiscard]] qint64 unreadCount(qint64 atMost);

    /// The SQL of a page and of a thread, for the tests that look at its plan.
    [[nodiscard]] static QString pageSql(const ConversationFilter &filter);
    [[nodiscard]] static QString threadSql();

private:
    Connection &m_connection;
};

} // namespace storage
