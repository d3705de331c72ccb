#pragma once

#include "engine/sending/dispatcher.h"
#include "storage/campaigns/campaignstore.h"

namespace engine {

/// Carries campaigns from their start to their end: starts what is due, writes the recipients' messages in chunks while
/// the first already leave, ends what expired or was cancelled, completes what is done. All it knows is in the
/// database: it goes on after a crash where it was. Engine thread; owned by Engine.
class CampaignRunner
{
public:
    CampaignRunner(Services &services, storage::MessageStore &messages, Dispatcher &dispatcher, Gate &gate);

    /// One short piece of everything that is due. True: there is more to do at once.
    [[nodiscard]] domain::Result<bool> work(domain::Instant now);
    /// The next start; empty if none is planned.
    [[nodiscard]] std::optional<domain::Instant> nextWork() const { return m_nextStart; }
    [[nodiscard]] bool takeMoved() { return std::exchange(m_moved, false); }
    /// A command changed a campaign: look at all of them again.
    void refresh() { m_stale = true; }
    /// Everything a command asked for has been looked at.
    [[nodiscard]] bool isSettled() const { return !m_stale && m_cancelled.isEmpty(); }

private:
    [[nodiscard]] domain::Result<void> reload(domain::Instant now);
    /// Something of it waits or is on its way.
    [[nodiscard]] bool isOpen(const domain::Campaign &campaign);
    [[nodiscard]] domain::Result<bool> endCancelled(domain::Instant now);
    [[nodiscard]] domain::Result<bool> step(const domain::Campaign &campaign, domain::Instant now);
    [[nodiscard]] domain::Result<bool> expand(const domain::Campaign &campaign, domain::Instant now);

    Services &m_services;
    storage::MessageStore &m_messages;
    Dispatcher &m_dispatcher;
    Gate &m_gate;
    bool m_stale = true;
    bool m_moved = false;
    QList<domain::Campaign> m_sending;
    QList<domain::Campaign> m_cancelled; ///< with messages that still wait or are on their way
    std::optional<domain::Instant> m_nextStart;
    BatchSize m_chunk; ///< contacts a step, adapted so that a step stays short
};

} // namespace engine
