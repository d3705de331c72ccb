#pragma once

#include "domain/campaign/campaign.h"
#include "storage/core/connection.h"

namespace storage {

/// Campaigns' rows. How far one is expanded is the planner's (messages/messageplan.cpp). Writing is the engine's,
/// within a transaction of the caller.
class CampaignStore
{
public:
    explicit CampaignStore(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] domain::Result<QList<domain::Campaign>> all();                                ///< newest first
    [[nodiscard]] domain::Result<QList<domain::Campaign>> inState(domain::CampaignState state); ///< by start, then id
    [[nodiscard]] domain::Result<domain::Campaign> campaign(domain::CampaignId id);             ///< NotFound
    [[nodiscard]] domain::Result<domain::Campaign> byName(const QString &name); ///< NotFound; without case

    /// Adds a draft. Conflict where the name is taken or template, segment or provider do not exist.
    [[nodiscard]] domain::Result<domain::CampaignId> add(const domain::Campaign &draft, domain::Instant now);
    /// Replaces what a person edits (name, channel, category, template, segment, provider, start, expiry, pace). Only
    /// while it is a draft: else Conflict.
    [[nodiscard]] domain::Result<void> saveDraft(const domain::Campaign &draft, domain::Instant now);
    [[nodiscard]] domain::Result<void> removeDraft(domain::CampaignId id); ///< Conflict where it is none any more

    /// Moves it only if it is still in `from`: else Conflict. Notes the time of completion for a final state.
    [[nodiscard]] domain::Result<void> move(domain::CampaignId id, domain::CampaignState from, domain::CampaignState to,
                                            domain::Instant now);
    /// The same for a launch, which freezes audience (JSON) and text.
    [[nodiscard]] domain::Result<void> launch(domain::CampaignId id, domain::CampaignState to, const QString &audience,
                                              domain::TemplateVersionId version, domain::Instant now);
    /// A further round for the failed: back to sending, not expanded. Conflict if not in `from`. Returns the round.
    [[nodiscard]] domain::Result<int> startRetryRound(domain::CampaignId id, domain::CampaignState from,
                                                      domain::Instant now);

private:
    Connection &m_connection;
};

} // namespace storage
