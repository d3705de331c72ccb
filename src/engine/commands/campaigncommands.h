#pragma once

#include "domain/campaign/campaign.h"
#include "engine/commands/change.h"

namespace engine {

/// Changes to campaigns. Engine thread; whoever owns the engine tells it after each (Engine::refresh).
class CampaignCommands
{
public:
    explicit CampaignCommands(CommandContext context) : m_context(std::move(context)) {}

    /// Adds (id invalid) or changes a draft; channel and category are the template's. InvalidInput ("name", "template",
    /// "segment", "pace", "start"), Conflict ("name") where it is taken, or where it is no draft any more.
    [[nodiscard]] domain::Result<domain::CampaignId> save(const domain::Campaign &draft);
    /// Freezes the audience and the text. InvalidInput ("template": it does not compile or has no text), Conflict
    /// ("provider": none can send on the channel).
    [[nodiscard]] domain::Result<void> launch(domain::CampaignId id);
    [[nodiscard]] domain::Result<void> pause(domain::CampaignId id)
    {
        return act(id, domain::CampaignAction::Pause, u"campaign.pause");
    }
    [[nodiscard]] domain::Result<void> resume(domain::CampaignId id)
    {
        return act(id, domain::CampaignAction::Resume, u"campaign.resume");
    }
    [[nodiscard]] domain::Result<void> cancel(domain::CampaignId id)
    {
        return act(id, domain::CampaignAction::Cancel, u"campaign.cancel");
    }
    /// A further round for the failed of a completed campaign; how many. Conflict where there are none.
    [[nodiscard]] domain::Result<qint64> retryFailed(domain::CampaignId id);
    [[nodiscard]] domain::Result<domain::CampaignId> duplicate(domain::CampaignId id);
    [[nodiscard]] domain::Result<void> removeDraft(domain::CampaignId id);

private:
    [[nodiscard]] domain::Result<void> act(domain::CampaignId id, domain::CampaignAction action, QStringView name);

    CommandContext m_context;
};

} // namespace engine
