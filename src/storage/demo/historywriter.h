#pragma once

#include "domain/core/types.h"
#include "domain/message/state.h"
#include "storage/messages/counterbatch.h"

#include <QDate>
#include <QJsonObject>

namespace storage {

class Connection;

/// A message of the past with its whole story, as the demo workspace shows it.
struct PastMessage
{
    QString origin; ///< campaign, manual
    qint64 originId = 0;
    domain::CampaignId campaign;
    domain::ContactId contact;
    domain::TemplateId templateId;
    domain::TemplateVersionId version;
    domain::ProviderId provider;
    domain::Channel channel = domain::Channel::Sms;
    domain::Category category = domain::Category::Marketing;
    domain::MessageState state = domain::MessageState::Delivered;
    QString reason;
    QString body;
    QString encoding;
    int segments = 0;
    qint64 costMicros = 0;
    QString currency;
    QString errorCode;
    QString errorText;
    QString providerMessageId;
    domain::Instant createdAt{};
    domain::Millis latency{0};       ///< of the provider's answer
    domain::Millis deliveryAfter{0}; ///< after acceptance
    qint64 day = 0;                  ///< days since 1970-01-01 in the workspace's zone
};

struct PastRecord
{
    domain::ContactId contact;
    QString kind;
    QString externalId;
    QString status;
    QDate datedOn;
    std::optional<qint64> amountMicros;
    QString currency;
    QJsonObject fields;
    domain::Instant at{};
};

/// Writes a past for the demo workspace: messages with their attempts and counters, and business records. Messages are
/// to come in the order of createdAt. Engine thread, within a transaction of the caller; finish() at its end.
class HistoryWriter
{
public:
    explicit HistoryWriter(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] domain::Result<void> add(const PastMessage &message);
    [[nodiscard]] domain::Result<void> add(const PastRecord &record);
    /// A campaign that is over: its state and times.
    [[nodiscard]] domain::Result<void> endCampaign(domain::CampaignId campaign, domain::TemplateVersionId version,
                                                   const QString &audience, domain::Instant launchedAt,
                                                   domain::Instant completedAt);
    /// The id of the message added last.
    [[nodiscard]] domain::MessageId lastMessage() const { return m_last; }
    /// Writes the counters.
    [[nodiscard]] domain::Result<void> finish() { return m_counters.flush(m_connection); }

private:
    [[nodiscard]] domain::Result<void> addAttempt(qint64 message, const PastMessage &past);

    Connection &m_connection;
    CounterBatch m_counters;
    qint64 m_references = 0;
    domain::MessageId m_last;
};

} // namespace storage
