#include "engine/campaigns/campaignrunner.h"

#include "storage/contacts/audience.h"

#include <QElapsedTimer>

using namespace std::chrono_literals;

namespace engine {

using domain::Campaign;
using domain::CampaignAction;
using domain::CampaignState;
using domain::Instant;
using domain::Result;

namespace {

constexpr int endsAtOnce = 250;
// Half of what a transaction may take: the other half is for a slow disk.
constexpr BatchSize::Limits chunkLimits{50, 4'000, 10ms};

} // namespace

CampaignRunner::CampaignRunner(Services &services, storage::MessageStore &messages, Dispatcher &dispatcher, Gate &gate)
    : m_services(services), m_messages(messages), m_dispatcher(dispatcher), m_gate(gate), m_chunk(250, chunkLimits)
{}

Result<void> CampaignRunner::reload(Instant now)
{
    storage::CampaignStore store(m_services.connection);
    const auto scheduled = store.inState(CampaignState::Scheduled);
    if (!scheduled)
        return tl::unexpected(scheduled.error());
    m_nextStart.reset();
    for (const Campaign &campaign : *scheduled) {
        const Instant start = campaign.startAt.value_or(now);
        if (start > now) {
            m_nextStart = m_nextStart ? std::min(*m_nextStart, start) : start;
            continue;
        }
        const auto next = nextCampaignState(campaign.state, CampaignAction::Start);
        const auto moved = m_services.connection.transaction(
            false, [&] { return store.move(campaign.id, campaign.state, *next, now); });
        if (!moved)
            return moved;
        m_moved = true;
    }
    auto sending = store.inState(CampaignState::Sending);
    if (!sending)
        return tl::unexpected(sending.error());
    m_sending = std::move(*sending);
    const auto cancelled = store.inState(CampaignState::Cancelled);
    if (!cancelled)
        return tl::unexpected(cancelled.error());
    m_cancelled.clear();
    for (const Campaign &campaign : *cancelled)
        if (isOpen(campaign))
            m_cancelled << campaign;
    QList<Lane> lanes;
    for (const Campaign &c : std::as_const(m_sending))
        lanes.append({c.id, priorityOf(c.category), c.channel, c.providerId, c.pacePerMinute, c.launchedAt});
    m_dispatcher.setLanes(lanes);
    m_stale = false;
    return {};
}

Result<bool> CampaignRunner::work(Instant now)
{
    if (m_nextStart && *m_nextStart <= now)
        m_stale = true;
    if (m_stale)
        if (auto done = reload(now); !done)
            return tl::unexpected(done.error());
    const auto ending = endCancelled(now);
    if (!ending)
        return ending;
    bool more = *ending;
    for (const Campaign &campaign : QList(m_sending)) {
        const auto again = step(campaign, now);
        if (!again)
            return again;
        more |= *again;
    }
    return more || m_stale;
}

bool CampaignRunner::isOpen(const Campaign &campaign)
{
    return m_messages.hasWaiting(priorityOf(campaign.category), campaign.id) || m_messages.isSending(campaign.id);
}

Result<bool> CampaignRunner::endCancelled(Instant now)
{
    for (qsizetype i = 0; i < m_cancelled.size();) {
        const Campaign &campaign = m_cancelled[i];
        const auto ended =
            m_messages.endWaiting(campaign.id, campaign.category, domain::CancelAsked{}, now, endsAtOnce);
        if (!ended)
            return tl::unexpected(ended.error());
        m_moved |= *ended > 0;
        if (*ended == endsAtOnce)
            return true;
        // What is on its way may come back to the queue: it is looked at again then.
        if (isOpen(campaign))
            ++i;
        else
            m_cancelled.removeAt(i);
    }
    return false;
}

Result<bool> CampaignRunner::step(const Campaign &campaign, Instant now)
{
    if (campaign.expiresAt && now >= *campaign.expiresAt) {
        const auto ended = m_messages.endWaiting(campaign.id, campaign.category, domain::TimeRanOut{}, now, endsAtOnce);
        if (!ended)
            return tl::unexpected(ended.error());
        m_moved |= *ended > 0;
        if (*ended == endsAtOnce)
            return true;
    }
    if (!campaign.expanded)
        return expand(campaign, now);
    if (isOpen(campaign))
        return false;
    const auto done = nextCampaignState(campaign.state, CampaignAction::Complete);
    storage::CampaignStore store(m_services.connection);
    const auto moved =
        m_services.connection.transaction(false, [&] { return store.move(campaign.id, campaign.state, *done, now); });
    if (!moved)
        return tl::unexpected(moved.error());
    m_moved = true;
    m_stale = true;
    return true;
}

Result<bool> CampaignRunner::expand(const Campaign &campaign, Instant now)
{
    // written in pieces: 'today' is the launch's for all of them
    const auto audience =
        storage::compileAudience(m_services.connection, campaign.audience, campaign.launchedAt.value_or(now));
    if (!audience)
        return tl::unexpected(audience.error());
    storage::CampaignPlan plan;
    plan.campaign = campaign.id;
    plan.round = campaign.retryRound;
    plan.templateId = campaign.templateId;
    plan.version = campaign.versionId;
    plan.channel = campaign.channel;
    plan.category = campaign.category;
    plan.dueAt = now;
    plan.expiresAt = campaign.expiresAt.value_or(now + std::chrono::hours(m_gate.limits().expiryHours));
    plan.day = m_dispatcher.dayOf(now);
    plan.launchedAt = campaign.launchedAt;
    plan.audience = {audience->where, audience->values};
    const int chunk = m_chunk.size();
    QElapsedTimer timer;
    timer.start();
    const qint64 after = m_messages.expandedTo(campaign.id);
    const auto done =
        plan.round == 0 ? m_messages.planNext(plan, after, chunk) : m_messages.planRetryNext(plan, after, chunk);
    if (!done)
        return tl::unexpected(done.error());
    m_chunk.took(chunk, std::chrono::nanoseconds(timer.nsecsElapsed()));
    m_moved = true;
    if (done->finished)
        m_stale = true;
    return true;
}

} // namespace engine
