#pragma once

#include "domain/message/state.h"
#include "storage/core/connection.h"

namespace storage {

/// All set parts must hold.
struct MessageFilter
{
    domain::CampaignId campaign;
    domain::ContactId contact;
    domain::TemplateId templateId;
    domain::ProviderId provider;
    QList<domain::MessageState> states; ///< empty: every state
    std::optional<domain::Channel> channel;
    std::optional<domain::Instant> from; ///< created at or after
    std::optional<domain::Instant> to;   ///< created before
    QByteArray addressIndex;             ///< empty: every address
};

/// A message as the log and its story show it. The address stays sealed.
struct MessageLogRow
{
    domain::MessageId id;
    domain::ContactId contact;
    domain::CampaignId campaign;
    domain::TemplateId templateId;
    domain::ProviderId provider;
    QString origin;
    domain::Channel channel = domain::Channel::Sms;
    domain::Category category = domain::Category::Marketing;
    domain::MessageState state = domain::MessageState::Queued;
    QString reason;
    QByteArray addressCipher;
    QString addressTail;
    QString subject;
    QString body;
    QString encoding;
    int segments = 0;
    int attempts = 0;
    domain::Money cost;
    bool costIsEstimate = true;
    QString errorCode;
    QString errorText;
    QString providerMessageId;
    domain::Instant createdAt{};
    domain::Instant dueAt{};
    std::optional<domain::Instant> expiresAt;
    std::optional<domain::Instant> claimedAt;
    std::optional<domain::Instant> acceptedAt;
    std::optional<domain::Instant> sentAt;
    std::optional<domain::Instant> deliveredAt;
    std::optional<domain::Instant> readAt;
    std::optional<domain::Instant> finalAt;
    std::optional<domain::Instant> lookAt;
};

struct MessageLogPage
{
    QList<MessageLogRow> rows;
    qint64 next = 0; ///< the next page begins below this id; 0 at the end
};

struct AttemptLogRow
{
    int number = 0;
    domain::ProviderId provider;
    QString reference;
    domain::Instant startedAt{};
    std::optional<domain::Instant> finishedAt;
    QString outcome;
    int httpStatus = 0;
    int latencyMs = 0;
    QString code;
    QString detail;
    QString providerMessageId;
};

struct StatusLogRow
{
    domain::Instant at{};
    std::optional<domain::Instant> saidAt;
    domain::MessageState state = domain::MessageState::Accepted;
    QString source;
    QString code;
    QString detail;
};

/// The messages, newest first. A page looks at stretches of the log one after the other and stops after about 50 ms:
/// it may be shorter than asked, even empty, while `next` says that there is more to look at.
class MessageLog
{
public:
    explicit MessageLog(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] domain::Result<MessageLogPage> page(const MessageFilter &filter, qint64 below, int limit);
    [[nodiscard]] domain::Result<MessageLogRow> message(domain::MessageId id); ///< NotFound
    [[nodiscard]] domain::Result<QList<AttemptLogRow>> attempts(domain::MessageId id);
    [[nodiscard]] domain::Result<QList<StatusLogRow>> statuses(domain::MessageId id);
    /// The lowest id whose message was created at or after `at`; beyond the newest where there is none.
    [[nodiscard]] domain::Result<qint64> firstIdSince(domain::Instant at);

    /// The SQL of one stretch, for the tests that look at its plan.
    [[nodiscard]] static QString stretchSql(const MessageFilter &filter);

private:
    struct Span
    {
        qint64 low = 1;
        qint64 high = 0; ///< exclusive
    };
    [[nodiscard]] domain::Result<Span> spanOf(const MessageFilter &filter);
    [[nodiscard]] domain::Result<qint64> newestDay(const MessageFilter &filter);
    [[nodiscard]] domain::Result<std::pair<qint64, qint64>> numbers(Statement &s);

    Connection &m_connection;
};

} // namespace storage
