#pragma once

#include "domain/campaign/campaign.h"
#include "storage/core/connection.h"

namespace storage {

/// Sums over the counters: a few rows whatever the history. Days are days since 1970-01-01 in the workspace's zone.
class CounterReader
{
public:
    explicit CounterReader(Connection &connection) : m_connection(connection) {}

    struct Row
    {
        qint64 day = 0;
        domain::Channel channel = domain::Channel::Sms;
        domain::MessageState state = domain::MessageState::Queued;
        QString currency;
        qint64 messages = 0;
        qint64 segments = 0;
        qint64 costMicros = 0;
    };
    /// Every day from `first` on, by day.
    [[nodiscard]] domain::Result<QList<Row>> since(qint64 first);
    [[nodiscard]] domain::Result<domain::MessageCounts> ofCampaign(domain::CampaignId id);

    struct TemplateUse
    {
        qint64 sent = 0; ///< left: accepted or beyond
        qint64 delivered = 0;
    };
    [[nodiscard]] domain::Result<QHash<domain::TemplateId, TemplateUse>> byTemplate();
    struct ProviderCount
    {
        domain::ProviderId provider;
        domain::MessageState state = domain::MessageState::Queued;
        qint64 messages = 0;
    };
    /// From this day on, by provider and state; without what never had a provider.
    [[nodiscard]] domain::Result<QList<ProviderCount>> byProvider(qint64 first);
    [[nodiscard]] domain::Result<qint64> allMessages();
    [[nodiscard]] domain::Result<qint64> uncertain();
    [[nodiscard]] domain::Result<qint64> optOutsSince(domain::Instant since);

private:
    Connection &m_connection;
};

/// Adds counters up; the currency with the largest sum becomes the cost, the others follow it.
class CountSum
{
public:
    void add(domain::MessageState state, const QString &currency, qint64 messages, qint64 segments, qint64 costMicros);
    [[nodiscard]] domain::MessageCounts counts() const;

private:
    domain::MessageCounts m_counts;
    QMap<QString, qint64> m_costs;
};

} // namespace storage
