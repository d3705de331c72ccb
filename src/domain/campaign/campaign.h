#pragma once

#include "domain/core/types.h"
#include "domain/message/state.h"

#include <array>

namespace domain {

enum class CampaignState { Draft, Scheduled, Sending, Paused, Completed, Cancelled };
[[nodiscard]] QString toText(CampaignState state);
[[nodiscard]] std::optional<CampaignState> campaignStateFromText(QStringView text);

/// What a person may ask of a campaign.
enum class CampaignAction { Launch, Start, Pause, Resume, Cancel, Complete, Reopen };
/// The state after the action; empty where it is not possible from here.
[[nodiscard]] std::optional<CampaignState> nextCampaignState(CampaignState state, CampaignAction action);

/// One message to a segment, at a time, at a pace.
struct Campaign
{
    CampaignId id;
    QString name;
    Channel channel = Channel::Sms;
    Category category = Category::Marketing;
    TemplateId templateId;
    SegmentId segmentId; ///< invalid: everybody
    QString audience;    ///< the condition (JSON) as it stood at launch
    CampaignState state = CampaignState::Draft;
    TemplateVersionId versionId;    ///< set at launch
    ProviderId providerId;          ///< invalid: by route
    std::optional<Instant> startAt; ///< empty: at launch
    std::optional<Instant> expiresAt;
    int pacePerMinute = 0; ///< 0: as fast as the provider allows
    bool expanded = false; ///< every recipient has a message
    int retryRound = 0;
    Instant createdAt{};
    std::optional<Instant> launchedAt;
    std::optional<Instant> completedAt;
    Instant updatedAt{};

    friend bool operator==(const Campaign &, const Campaign &) = default;
};

/// Counts by state, with what was paid. `recipients` is everything planned so far.
struct MessageCounts
{
    std::array<qint64, allMessageStates.size()> byState{};
    qint64 segments = 0;
    Money cost; ///< of the currency with the largest sum; others in otherCosts
    QList<Money> otherCosts;

    [[nodiscard]] qint64 of(MessageState state) const { return byState[static_cast<size_t>(state)]; }
    [[nodiscard]] qint64 total() const;
    friend bool operator==(const MessageCounts &, const MessageCounts &) = default;
};

} // namespace domain
