#pragma once

#include "domain/provider/outcome.h"
#include "storage/core/connection.h"

namespace storage {

/// A status nobody could place when it came.
struct EarlyStatus
{
    qint64 id = 0;
    domain::ProviderId provider;
    domain::StatusReport report;
    int tries = 0;
};

/// Statuses that came before we knew their message by the provider's name for it. Engine thread, within a transaction
/// of the caller where it writes.
class EarlyStatusStore
{
public:
    static constexpr qint64 atMost = 50'000; ///< an account that others use as well must not fill the file

    explicit EarlyStatusStore(Connection &connection) : m_connection(connection) {}

    /// Once for each message and state; nothing where it is full.
    [[nodiscard]] domain::Result<void> add(domain::ProviderId provider, const domain::StatusReport &report,
                                           domain::Instant tryAt);
    /// Whose time has come, the oldest first.
    [[nodiscard]] domain::Result<QList<EarlyStatus>> due(domain::Instant now, int limit);
    [[nodiscard]] std::optional<domain::Instant> nextTry();
    [[nodiscard]] domain::Result<void> postpone(qint64 id, domain::Instant tryAt);
    [[nodiscard]] domain::Result<void> remove(qint64 id);

private:
    Connection &m_connection;
};

} // namespace storage
