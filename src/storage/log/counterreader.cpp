#include "storage/log/counterreader.h"

#include <algorithm>

namespace storage {

using domain::MessageState;
using domain::Result;

void CountSum::add(MessageState state, const QString &currency, qint64 messages, qint64 segments, qint64 costMicros)
{
    m_counts.byState[static_cast<size_t>(state)] += messages;
    m_counts.segments += segments;
    if (costMicros != 0)
        m_costs[currency] += costMicros;
}

domain::MessageCounts CountSum::counts() const
{
    domain::MessageCounts counts = m_counts;
    for (auto it = m_costs.cbegin(); it != m_costs.cend(); ++it)
        counts.otherCosts << domain::Money{it.value(), it.key()};
    std::stable_sort(counts.otherCosts.begin(), counts.otherCosts.end(),
                     [](const domain::Money &a, const domain::Money &b) { return a.micros > b.micros; });
    if (!counts.otherCosts.isEmpty())
        counts.cost = counts.otherCosts.takeFirst();
    return counts;
}

Result<QList<CounterReader::Row>> CounterReader::since(qint64 first)
{
    Statement &s = m_connection.statement("SELECT day, channel, state, currency, sum(messages), sum(segments),"
                                          " sum(cost_micros) FROM counter WHERE day >= ? GROUP BY 1, 2, 3, 4");
    s.bind(1, first);
    QList<Row> rows;
    while (s.next())
        if (const auto state = domain::messageStateFromText(s.text(2)))
            rows.append({s.integer(0), domain::channelFromText(s.text(1)).value_or(domain::Channel::Sms), *state,
                         s.text(3), s.integer(4), s.integer(5), s.integer(6)});
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return rows;
}

Result<domain::MessageCounts> CounterReader::ofCampaign(domain::CampaignId id)
{
    Statement &s = m_connection.statement("SELECT state, currency, messages, segments, cost_micros FROM counter"
                                          " WHERE campaign_id = ? AND campaign_id <> 0");
    s.bind(1, id.value);
    CountSum sum;
    while (s.next())
        if (const auto state = domain::messageStateFromText(s.text(0)))
            sum.add(*state, s.text(1), s.integer(2), s.integer(3), s.integer(4));
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return sum.counts();
}

Result<QHash<domain::TemplateId, CounterReader::TemplateUse>> CounterReader::byTemplate()
{
    Statement &s = m_connection.statement(
        "SELECT template_id, sum(messages), sum(iif(state IN ('delivered', 'read'), messages, 0)) FROM counter WHERE"
        " template_id <> 0 AND state IN ('accepted', 'sent', 'delivered', 'read', 'undelivered') GROUP BY 1");
    QHash<domain::TemplateId, TemplateUse> uses;
    while (s.next())
        uses.insert(domain::TemplateId{s.integer(0)}, {s.integer(1), s.integer(2)});
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return uses;
}

Result<QList<CounterReader::ProviderCount>> CounterReader::byProvider(qint64 first)
{
    Statement &s = m_connection.statement("SELECT provider_id, state, sum(messages) FROM counter WHERE day >= ?"
                                          " AND provider_id <> 0 GROUP BY 1, 2");
    s.bind(1, first);
    QList<ProviderCount> counts;
    while (s.next())
        if (const auto state = domain::messageStateFromText(s.text(1)))
            counts.append({domain::ProviderId{s.integer(0)}, *state, s.integer(2)});
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return counts;
}

static Result<qint64> numberOf(Connection &connection, Statement &s)
{
    if (!s.next())
        return tl::unexpected(connection.lastError());
    const qint64 count = s.integer(0);
    s.finish();
    return count;
}

Result<qint64> CounterReader::allMessages()
{
    return numberOf(m_connection, m_connection.statement("SELECT coalesce(sum(messages), 0) FROM counter"));
}

Result<qint64> CounterReader::uncertain()
{
    return numberOf(m_connection, m_connection.statement("SELECT coalesce(sum(messages), 0) FROM counter"
                                                         " WHERE state = 'uncertain'"));
}

Result<qint64> CounterReader::optOutsSince(domain::Instant since)
{
    Statement &s = m_connection.statement("SELECT count(*) FROM consent_event WHERE action = 'opt_out' AND at >= ?");
    return numberOf(m_connection, s.bind(1, domain::toMillis(since)));
}

} // namespace storage
