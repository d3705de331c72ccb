#pragma once

#include "domain/core/result.h"

#include <QHash>
#include <QString>

namespace storage {

class Connection;

/// The row of `counter` a message is counted in.
struct CounterKey
{
    qint64 day = 0;
    qint64 campaign = 0;
    qint64 provider = 0;
    qint64 templateId = 0;
    QString channel;
    QString category;
    QString state;
    QString currency;

    friend bool operator==(const CounterKey &, const CounterKey &) = default;
    friend size_t qHash(const CounterKey &k, size_t seed = 0)
    {
        return qHashMulti(seed, k.day, k.campaign, k.provider, k.templateId, k.channel, k.category, k.state,
                          k.currency);
    }
};

/// Sums what a transaction moves, so that a batch of hundreds writes a few rows. Used inside one transaction.
class CounterBatch
{
public:
    void add(const CounterKey &key, qint64 messages, qint64 segments, qint64 costMicros);
    /// Writes and forgets; rows that come down to nothing are removed.
    [[nodiscard]] domain::Result<void> flush(Connection &connection);

private:
    struct Sum
    {
        qint64 messages = 0;
        qint64 segments = 0;
        qint64 costMicros = 0;
    };
    QHash<CounterKey, Sum> m_sums;
};

} // namespace storage
