#pragma once

#include "domain/campaign/campaign.h"
#include "engine/client/models.h"

namespace storage {
class Connection;
}

namespace engine {

/// An audience's people in one country.
struct CountryPart
{
    QString country;
    qint64 people = 0;
};

/// Which way an audience would go now, and what that is expected to cost.
struct PricedAudience
{
    QList<CampaignReview::Part> parts; ///< by country and account, as weights share
    QList<domain::Money> costs;        ///< one for each currency: those are never added
    QStringList kinds;                 ///< of these accounts, each once
    double perSecond = 0;              ///< what the accounts together may send; 0: none can be used
};

/// `perMessage`: segments; `past`: what a segment has cost so far, where no price list says. Reader or engine thread.
[[nodiscard]] domain::Result<PricedAudience> priced(storage::Connection &connection, domain::Channel channel,
                                                    domain::Category category, domain::ProviderId wanted,
                                                    const QList<CountryPart> &people, double perMessage,
                                                    const domain::Money &past, QDate day);

} // namespace engine
