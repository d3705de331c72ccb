#include "storage/messages/counterbatch.h"

#include "storage/core/connection.h"

namespace storage {

void CounterBatch::add(const CounterKey &key, qint64 messages, qint64 segments, qint64 costMicros)
{
    Sum &sum = m_sums[key];
    sum.messages += messages;
    sum.segments += segments;
    sum.costMicros += costMicros;
}

domain::Result<void> CounterBatch::flush(Connection &connection)
{
    for (auto it = m_sums.cbegin(); it != m_sums.cend(); ++it) {
        if (it->messages == 0 && it->segments == 0 && it->costMicros == 0)
            continue;
        const CounterKey &k = it.key();
        auto &s = connection.statement(
            "INSERT INTO counter (day, campaign_id, provider_id, template_id, channel, category, state, currency,"
            " messages, segments, cost_micros) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET messages = messages + excluded.messages,"
            " segments = segments + excluded.segments, cost_micros = cost_micros + excluded.cost_micros");
        s.bind(1, k.day).bind(2, k.campaign).bind(3, k.provider).bind(4, k.templateId);
        s.bind(5, k.channel).bind(6, k.category).bind(7, k.state).bind(8, k.currency);
        s.bind(9, it->messages).bind(10, it->segments).bind(11, it->costMicros);
        if (auto done = s.exec(); !done)
            return done;
        if (it->messages >= 0)
            continue;
        auto &empty = connection.statement(
            "DELETE FROM counter WHERE day = ? AND campaign_id = ? AND provider_id = ? AND template_id = ?"
            " AND channel = ? AND category = ? AND state = ? AND currency = ? AND messages = 0");
        empty.bind(1, k.day).bind(2, k.campaign).bind(3, k.provider).bind(4, k.templateId);
        empty.bind(5, k.channel).bind(6, k.category).bind(7, k.state).bind(8, k.currency);
        if (auto done = empty.exec(); !done)
            return done;
    }
    m_sums.clear();
    return {};
}

} // namespace storage
