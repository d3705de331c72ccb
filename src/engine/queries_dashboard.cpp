#include "engine/campaignrow.h"
#include "engine/client/queries.h"
#include "engine/counterday.h"
#include "storage/campaigns/campaignstore.h"
#include "storage/core/workspacefile.h"
#include "storage/log/counterreader.h"
#include "storage/workspace/detourstore.h"

#include <algorithm>

namespace engine {

using domain::CampaignState;
using domain::MessageState;
using domain::Result;

namespace {

void addTo(DayCounts &day, MessageState state, qint64 messages)
{
    switch (state) {
    case MessageState::Delivered:
    case MessageState::Read:
        day.delivered += messages;
        return;
    case MessageState::Sending:
    case MessageState::Accepted:
    case MessageState::Sent:
        day.onTheWay += messages;
        return;
    case MessageState::Planned:
    case MessageState::Queued:
        day.waiting += messages;
        return;
    case MessageState::Uncertain:
        day.doubt += messages;
        return;
    case MessageState::Undelivered:
    case MessageState::Rejected:
    case MessageState::Expired:
        day.failed += messages;
        return;
    case MessageState::Skipped:
    case MessageState::Cancelled:
        day.skipped += messages;
        return;
    }
}

Result<void> addCampaigns(storage::Connection &connection, CampaignState state, QList<CampaignRow> &rows)
{
    const auto campaigns = storage::CampaignStore(connection).inState(state);
    if (!campaigns)
        return tl::unexpected(campaigns.error());
    for (const domain::Campaign &campaign : *campaigns) {
        auto row = campaignRow(connection, campaign);
        if (!row)
            return tl::unexpected(row.error());
        rows << std::move(*row);
    }
    return {};
}

Result<void> addDetours(storage::Connection &connection, Dashboard &board)
{
    const auto all = storage::DetourStore(connection).all();
    if (!all)
        return tl::unexpected(all.error());
    const auto nameOf = [&board](qint64 id) {
        for (const ProviderRow &row : std::as_const(board.providers))
            if (row.id.value == id)
                return row.name;
        return QString();
    };
    for (const ProviderRow &row : std::as_const(board.providers)) {
        const auto known = all->find(row.id.value);
        if (known == all->end() || !row.enabled)
            continue;
        Detour detour;
        detour.provider = row.id;
        detour.name = row.name;
        detour.isPaused = !row.pausedReason.isEmpty();
        std::optional<domain::Instant> since = known->second.downSince;
        for (const auto &[id, instead] : known->second.instead) {
            detour.instead.append({nameOf(id), instead.messages});
            if (!known->second.downSince && (!since || instead.since < *since))
                since = instead.since;
        }
        if (!since || (!known->second.downSince && !detour.isPaused)) // it is well, and answers with its next message
            continue;
        detour.since = *since;
        std::sort(detour.instead.begin(), detour.instead.end(),
                  [](const auto &a, const auto &b) { return a.messages > b.messages; });
        board.detours << std::move(detour);
    }
    return {};
}

} // namespace

Result<Dashboard> Queries::dashboard(int days)
{
    const auto settings = storage::readWorkspaceSettings(m_connection);
    if (!settings)
        return tl::unexpected(settings.error());
    Dashboard board;
    board.currency = settings->currency;
    const qint64 today = dayOf(m_now, settings->timeZone);
    const qint64 first = today - days + 1;
    for (int i = 0; i < days; ++i) {
        DayCounts day;
        day.day = QDate(1970, 1, 1).addDays(first + i);
        board.days << day;
    }
    const auto rows = storage::CounterReader(m_connection).since(first);
    if (!rows)
        return tl::unexpected(rows.error());
    storage::CountSum todaySum;
    storage::CountSum allSum;
    QMap<domain::Channel, qint64> channels;
    for (const auto &row : *rows) {
        if (row.day > today) // due later: it counts on the day it leaves
            continue;
        allSum.add(row.state, row.currency, row.messages, row.segments, row.costMicros);
        channels[row.channel] += row.messages;
        if (row.day == today)
            todaySum.add(row.state, row.currency, row.messages, row.segments, row.costMicros);
        DayCounts &day = board.days[row.day - first];
        addTo(day, row.state, row.messages);
        if (row.currency == board.currency)
            day.costMicros += row.costMicros;
    }
    board.today = todaySum.counts();
    board.last30 = allSum.counts();
    for (auto it = channels.cbegin(); it != channels.cend(); ++it)
        board.byChannel.append({domain::toText(it.key()), it.value()});
    for (const CampaignState state : {CampaignState::Sending, CampaignState::Paused})
        if (auto added = addCampaigns(m_connection, state, board.active); !added)
            return tl::unexpected(added.error());
    if (auto added = addCampaigns(m_connection, CampaignState::Scheduled, board.scheduled); !added)
        return tl::unexpected(added.error());
    const auto optOuts = storage::CounterReader(m_connection).optOutsSince(m_now - std::chrono::hours(24) * days);
    if (!optOuts)
        return tl::unexpected(optOuts.error());
    board.optOuts30 = *optOuts;
    const auto contacts = contactCount({});
    if (!contacts)
        return tl::unexpected(contacts.error());
    board.contacts = *contacts;
    const auto uncertain = storage::CounterReader(m_connection).uncertain();
    if (!uncertain)
        return tl::unexpected(uncertain.error());
    board.uncertain = *uncertain;
    auto listed = providers();
    if (!listed)
        return tl::unexpected(listed.error());
    board.providers = std::move(*listed);
    if (auto added = addDetours(m_connection, board); !added)
        return tl::unexpected(added.error());
    return board;
}

} // namespace engine
