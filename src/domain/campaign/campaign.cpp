#include "domain/campaign/campaign.h"

#include <numeric>

namespace domain {

QString toText(CampaignState state)
{
    switch (state) {
    case CampaignState::Draft:
        return QStringLiteral("draft");
    case CampaignState::Scheduled:
        return QStringLiteral("scheduled");
    case CampaignState::Sending:
        return QStringLiteral("sending");
    case CampaignState::Paused:
        return QStringLiteral("paused");
    case CampaignState::Completed:
        return QStringLiteral("completed");
    case CampaignState::Cancelled:
        return QStringLiteral("cancelled");
    }
    Q_UNREACHABLE();
}

std::optional<CampaignState> campaignStateFromText(QStringView text)
{
    for (CampaignState s : {CampaignState::Draft, CampaignState::Scheduled, CampaignState::Sending,
                            CampaignState::Paused, CampaignState::Completed, CampaignState::Cancelled})
        if (text == toText(s))
            return s;
    return std::nullopt;
}

std::optional<CampaignState> nextCampaignState(CampaignState state, CampaignAction action)
{
    using S = CampaignState;
    switch (action) {
    case CampaignAction::Launch:
        return state == S::Draft ? std::optional(S::Scheduled) : std::nullopt;
    case CampaignAction::Start:
        return state == S::Scheduled ? std::optional(S::Sending) : std::nullopt;
    case CampaignAction::Pause:
        return state == S::Sending || state == S::Scheduled ? std::optional(S::Paused) : std::nullopt;
    case CampaignAction::Resume:
        return state == S::Paused ? std::optional(S::Scheduled) : std::nullopt;
    case CampaignAction::Cancel:
        return state == S::Completed || state == S::Cancelled ? std::nullopt : std::optional(S::Cancelled);
    case CampaignAction::Complete:
        return state == S::Sending ? std::optional(S::Completed) : std::nullopt;
    case CampaignAction::Reopen:
        return state == S::Completed ? std::optional(S::Sending) : std::nullopt;
    }
    Q_UNREACHABLE();
}

qint64 MessageCounts::total() const { return std::accumulate(byState.begin(), byState.end(), qint64(0)); }

} // namespace domain
