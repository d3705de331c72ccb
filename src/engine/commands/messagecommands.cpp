#include "engine/commands/messagecommands.h"

#include "storage/campaigns/campaignstore.h"

#include <QJsonArray>

namespace engine {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::MessageId;
using domain::Result;

namespace {

constexpr qsizetype atOnce = 200; // one short transaction

domain::DoubtAnswer answerOf(DoubtDecision decision)
{
    switch (decision) {
    case DoubtDecision::WasSent:
        return domain::DoubtAnswer::WasSent;
    case DoubtDecision::SendAgain:
        return domain::DoubtAnswer::SendAgain;
    case DoubtDecision::GiveUp:
        return domain::DoubtAnswer::GiveUp;
    }
    Q_UNREACHABLE();
}

QString wordOf(DoubtDecision decision)
{
    switch (decision) {
    case DoubtDecision::WasSent:
        return u"was_sent"_s;
    case DoubtDecision::SendAgain:
        return u"send_again"_s;
    case DoubtDecision::GiveUp:
        return u"give_up"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<int> MessageCommands::settle(const QList<MessageId> &ids, const domain::MessageEvent &event)
{
    int moved = 0;
    for (qsizetype from = 0; from < ids.size(); from += atOnce) {
        QList<storage::Settlement> batch;
        for (const MessageId id : ids.mid(from, atOnce)) {
            storage::Settlement settlement;
            settlement.message = id;
            settlement.event = event;
            settlement.source = domain::EventSource::Person;
            batch << settlement;
        }
        const auto settled = m_messages.settle(batch, m_context.now(), m_policy);
        if (!settled)
            return tl::unexpected(settled.error());
        for (const storage::Settled &one : *settled)
            moved += one.moved ? 1 : 0;
    }
    return moved;
}

Result<void> MessageCommands::note(const QString &action, const QList<MessageId> &ids, const QJsonObject &after)
{
    return changeOnly(m_context, [&](ChangeNote &note) -> Result<void> {
        note = {action, u"message:%1"_s.arg(ids.constFirst().value), {}, after};
        return {};
    });
}

// A campaign that is over sends nothing more: it goes on for this one.
Result<void> MessageCommands::reopenCampaignOf(MessageId id)
{
    const domain::CampaignId owner = m_messages.campaignOf(id);
    if (!owner.isValid())
        return {};
    storage::CampaignStore store(m_context.connection);
    const auto campaign = store.campaign(owner);
    if (!campaign)
        return tl::unexpected(campaign.error());
    if (campaign->state == domain::CampaignState::Cancelled)
        return domain::fail(ErrorCode::Conflict, u"its campaign was cancelled"_s, u"campaign"_s);
    const auto next = nextCampaignState(campaign->state, domain::CampaignAction::Reopen);
    if (!next)
        return {};
    return m_context.connection.transaction(false,
                                            [&] { return store.move(owner, campaign->state, *next, m_context.now()); });
}

Result<void> MessageCommands::decideDoubt(MessageId id, DoubtDecision decision)
{
    if (decision == DoubtDecision::SendAgain)
        if (auto open = reopenCampaignOf(id); !open)
            return open;
    const auto moved = settle({id}, domain::DoubtDecided{answerOf(decision)});
    if (!moved)
        return tl::unexpected(moved.error());
    if (*moved == 0)
        return domain::fail(ErrorCode::Conflict, u"the message is not in doubt"_s, u"state"_s);
    return note(u"message.decide"_s, {id}, {{u"decision"_s, wordOf(decision)}});
}

Result<void> MessageCommands::cancel(const QList<MessageId> &ids)
{
    if (ids.isEmpty())
        return {};
    const auto moved = settle(ids, domain::CancelAsked{});
    if (!moved)
        return tl::unexpected(moved.error());
    if (*moved == 0)
        return domain::fail(ErrorCode::Conflict, u"none of them waits any more"_s, u"state"_s);
    return note(u"message.cancel"_s, ids, {{u"messages"_s, *moved}});
}

} // namespace engine
