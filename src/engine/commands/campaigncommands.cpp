#include "engine/commands/campaigncommands.h"

#include "domain/template/template.h"
#include "storage/campaigns/campaignstore.h"
#include "storage/campaigns/segmentstore.h"
#include "storage/log/counterreader.h"
#include "storage/templates/templatestore.h"
#include "storage/workspace/providerstore.h"

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;
using domain::Campaign;
using domain::CampaignId;
using domain::CampaignState;
using domain::ErrorCode;
using domain::fail;
using domain::MessageState;
using domain::Result;

namespace {

QJsonObject noted(const Campaign &campaign)
{
    return {{u"name"_s, campaign.name},
            {u"template"_s, campaign.templateId.value},
            {u"segment"_s, campaign.segmentId.value},
            {u"provider"_s, campaign.providerId.value},
            {u"state"_s, toText(campaign.state)},
            {u"pace"_s, campaign.pacePerMinute},
            {u"start_at"_s, campaign.startAt ? QJsonValue(domain::toMillis(*campaign.startAt)) : QJsonValue()}};
}

QString subjectOf(CampaignId id) { return u"campaign:%1"_s.arg(id.value); }

} // namespace

Result<CampaignId> CampaignCommands::save(const Campaign &wanted)
{
    Campaign draft = wanted;
    draft.name = draft.name.trimmed();
    if (draft.name.isEmpty() || draft.name.size() > 120)
        return fail(ErrorCode::InvalidInput, u"a name is 1 to 120 characters long"_s, u"name"_s);
    if (draft.pacePerMinute < 0 || draft.pacePerMinute > 1'000'000)
        return fail(ErrorCode::InvalidInput, u"a pace is 0 to 1,000,000 a minute"_s, u"pace"_s);
    if (draft.expiresAt && *draft.expiresAt <= draft.startAt.value_or(m_context.now()))
        return fail(ErrorCode::InvalidInput, u"it would expire before it starts"_s, u"expires"_s);
    const auto record = storage::TemplateStore(m_context.connection).record(draft.templateId);
    if (!record)
        return fail(ErrorCode::InvalidInput, u"the template does not exist"_s, u"template"_s);
    draft.channel = record->channel;
    draft.category = record->category;
    if (draft.segmentId.isValid() && !storage::SegmentStore(m_context.connection).segment(draft.segmentId))
        return fail(ErrorCode::InvalidInput, u"the segment does not exist"_s, u"segment"_s);
    storage::CampaignStore store(m_context.connection);
    return change<CampaignId>(m_context, [&](ChangeNote &note) -> Result<CampaignId> {
        CampaignId id = draft.id;
        if (id.isValid()) {
            const auto before = store.campaign(id);
            if (!before)
                return tl::unexpected(before.error());
            note.before = noted(*before);
            if (auto saved = store.saveDraft(draft, m_context.now()); !saved)
                return tl::unexpected(saved.error());
        } else {
            auto added = store.add(draft, m_context.now());
            if (!added) {
                if (added.error().code == ErrorCode::Conflict)
                    added.error().place = u"name"_s;
                return added;
            }
            id = *added;
        }
        note.action = draft.id.isValid() ? u"campaign.change"_s : u"campaign.add"_s;
        note.subject = subjectOf(id);
        note.after = noted(draft);
        return id;
    });
}

Result<void> CampaignCommands::launch(CampaignId id)
{
    storage::CampaignStore store(m_context.connection);
    const auto campaign = store.campaign(id);
    if (!campaign)
        return tl::unexpected(campaign.error());
    const auto next = nextCampaignState(campaign->state, domain::CampaignAction::Launch);
    if (!next)
        return fail(ErrorCode::Conflict, u"only a draft can be launched; this one is %1"_s.arg(toText(campaign->state)),
                    u"state"_s);
    const auto record = storage::TemplateStore(m_context.connection).record(campaign->templateId);
    if (!record)
        return tl::unexpected(record.error());
    if (record->current.isEmpty() || record->current.constFirst().body.trimmed().isEmpty())
        return fail(ErrorCode::InvalidInput, u"the template has no text"_s, u"template"_s);
    const domain::TemplateVersion &version = record->current.constFirst();
    if (const auto compiled = domain::CompiledTemplate::compile(version.body, domain::notationFromText(record->notation)); !compiled)
        return fail(ErrorCode::InvalidInput,
                    u"the template does not compile: %1, line %2, column %3"_s.arg(compiled.error().message)
                        .arg(compiled.error().line)
                        .arg(compiled.error().column),
                    u"template"_s);
    QString audience = u"{}"_s;
    if (campaign->segmentId.isValid()) {
        const auto segment = storage::SegmentStore(m_context.connection).segment(campaign->segmentId);
        if (!segment)
            return tl::unexpected(segment.error());
        audience = segment->condition;
    }
    const auto providers = storage::ProviderStore(m_context.connection).all();
    if (!providers)
        return tl::unexpected(providers.error());
    const bool canSend =
        std::any_of(providers->cbegin(), providers->cend(), [&](const storage::ProviderRecord &provider) {
            return provider.enabled && provider.channels.contains(campaign->channel);
        });
    if (!canSend)
        return fail(ErrorCode::Conflict,
                    u"no provider that is switched on sends %1"_s.arg(domain::toText(campaign->channel)),
                    u"provider"_s);
    return changeOnly(m_context, [&](ChangeNote &note) {
        note = {u"campaign.launch"_s,
                subjectOf(id),
                noted(*campaign),
                {{u"audience"_s, audience}, {u"version"_s, version.id.value}}};
        return store.launch(id, *next, audience, version.id, m_context.now());
    });
}

Result<void> CampaignCommands::act(CampaignId id, domain::CampaignAction action, QStringView name)
{
    storage::CampaignStore store(m_context.connection);
    const auto campaign = store.campaign(id);
    if (!campaign)
        return tl::unexpected(campaign.error());
    const auto next = nextCampaignState(campaign->state, action);
    if (!next)
        return fail(ErrorCode::Conflict, u"the campaign is %1"_s.arg(toText(campaign->state)), u"state"_s);
    return changeOnly(m_context, [&](ChangeNote &note) {
        note = {name.toString(), subjectOf(id), {{u"state"_s, toText(campaign->state)}}, {{u"state"_s, toText(*next)}}};
        return store.move(id, campaign->state, *next, m_context.now());
    });
}

Result<qint64> CampaignCommands::retryFailed(CampaignId id)
{
    storage::CampaignStore store(m_context.connection);
    const auto campaign = store.campaign(id);
    if (!campaign)
        return tl::unexpected(campaign.error());
    if (campaign->state != CampaignState::Completed)
        return fail(ErrorCode::Conflict, u"the campaign is %1"_s.arg(toText(campaign->state)), u"state"_s);
    const auto counts = storage::CounterReader(m_context.connection).ofCampaign(id);
    if (!counts)
        return tl::unexpected(counts.error());
    const qint64 failed =
        counts->of(MessageState::Rejected) + counts->of(MessageState::Undelivered) + counts->of(MessageState::Expired);
    if (failed == 0)
        return fail(ErrorCode::Conflict, u"nothing failed"_s, u"failed"_s);
    return change<qint64>(m_context, [&](ChangeNote &note) -> Result<qint64> {
        const auto round = store.startRetryRound(id, campaign->state, m_context.now());
        if (!round)
            return tl::unexpected(round.error());
        note = {u"campaign.retry"_s, subjectOf(id), {}, {{u"round"_s, *round}, {u"failed"_s, failed}}};
        return failed;
    });
}

Result<CampaignId> CampaignCommands::duplicate(CampaignId id)
{
    storage::CampaignStore store(m_context.connection);
    const auto campaign = store.campaign(id);
    if (!campaign)
        return tl::unexpected(campaign.error());
    Campaign copy;
    copy.templateId = campaign->templateId;
    copy.segmentId = campaign->segmentId;
    copy.providerId = campaign->providerId;
    copy.pacePerMinute = campaign->pacePerMinute;
    for (int number = 2; number < 1000; ++number) {
        copy.name = u"%1 (%2)"_s.arg(campaign->name.left(110)).arg(number);
        if (!store.byName(copy.name))
            return save(copy);
    }
    return fail(ErrorCode::Conflict, u"there are too many copies"_s, u"name"_s);
}

Result<void> CampaignCommands::removeDraft(CampaignId id)
{
    storage::CampaignStore store(m_context.connection);
    return changeOnly(m_context, [&](ChangeNote &note) -> Result<void> {
        const auto campaign = store.campaign(id);
        if (!campaign)
            return tl::unexpected(campaign.error());
        note = {u"campaign.delete"_s, subjectOf(id), noted(*campaign), {}};
        return store.removeDraft(id);
    });
}

} // namespace engine
