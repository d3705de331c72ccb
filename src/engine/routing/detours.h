#pragma once

#include "engine/pacing/pace.h"
#include "storage/workspace/detourstore.h"

#include <QSet>

namespace engine {

/// Remembers which accounts do not answer and how many messages others took in their place, until they answer again.
/// Counts in memory and writes at most twice a second: a crash may cost the last half second of a figure that is only
/// shown. Engine thread; owned by ProviderPool.
class Detours
{
public:
    explicit Detours(storage::Connection &connection) : m_connection(connection) {}

    /// What was known when the program ended.
    [[nodiscard]] domain::Result<void> load();
    /// A request did not get through; `isDown`: so many in a row that the account counts as out of reach.
    void failed(domain::ProviderId provider, bool isDown, domain::Instant now);
    /// It answered, whatever it said.
    void answered(domain::ProviderId provider);
    /// `instead` takes a message that would have gone by `provider`.
    void took(domain::ProviderId provider, domain::ProviderId instead, domain::Instant now);

    /// Writes what is new, if it is time. True where it wrote.
    [[nodiscard]] domain::Result<bool> write(Ticks now);
    /// When to write; empty: nothing is new.
    [[nodiscard]] std::optional<Ticks> nextWrite() const;

private:
    storage::Connection &m_connection;
    std::map<qint64, storage::ProviderDetour> m_known;
    std::map<qint64, domain::Instant> m_failingSince; ///< by account: the first of the failures in a row
    QSet<qint64> m_new;
    std::optional<Ticks> m_written;
    bool m_isLoaded = false;
};

} // namespace engine
