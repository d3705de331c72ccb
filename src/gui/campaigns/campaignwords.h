#pragma once

#include "engine/client/models.h"

#include <QTimeZone>

// What the campaign pages say: sentences and figures made of the engine's values. Pure but for the application's
// locale and translation; any thread.

namespace gui {

/// "Send to 1,204 people": the button that launches.
[[nodiscard]] QString launchText(qint64 recipients);

/// 'Send 1,204 messages (1,377 segments, about $10.33) from 09:00, done by 09:21. 37 people are left out.' Times are in
/// `zone`, with the day where it is not the day of `now`. Without recipients it says that nobody would get it.
[[nodiscard]] QString reviewSentence(const engine::CampaignReview &review, domain::Instant now, const QTimeZone &zone);

/// "09:00", "Mon 23 Nov 09:00" on another day than `now`'s, in `zone`.
[[nodiscard]] QString wallText(domain::Instant at, domain::Instant now, const QTimeZone &zone);

[[nodiscard]] QString messagesText(qint64 count); ///< "1,204 messages"
[[nodiscard]] QString peopleText(qint64 count);   ///< "37 people"

/// "as fast as allowed", "60 a minute".
[[nodiscard]] QString paceText(int perMinute);

/// What a campaign allows now, by its state and counts.
struct CampaignCan
{
    bool edit = false; ///< opens in the wizard
    bool pause = false;
    bool resume = false;
    bool cancel = false;
    qint64 retry = 0; ///< messages a retry would send again; 0: none
    bool remove = false;
    bool launch = false;
};
[[nodiscard]] CampaignCan campaignCan(const engine::CampaignRow &row);

/// Share of a campaign's messages that need nothing more from the engine: 0 … 1, and 1 only when all are through.
[[nodiscard]] double handledShare(const engine::CampaignRow &row);

} // namespace gui
