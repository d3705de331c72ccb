#pragma once

#include "domain/core/types.h"
#include "storage/contacts/audience.h"
#include "storage/core/connection.h"

namespace storage {

/// People of an audience by why they would be left out ("" for those who get a message) and by their number's country.
struct AudienceGroup
{
    QString leftOut; ///< a word of the checks list
    QString country;
    qint64 people = 0;
};

/// What a campaign's review is made of. A reader's; but for the price it looks at every contact
/// of the audience once.
class AudienceStats
{
public:
    explicit AudienceStats(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] domain::Result<QList<AudienceGroup>> groups(const Audience &audience, domain::Channel channel,
                                                              domain::Category category);
    /// Those among them who get a message and wrote on this channel since: by country, `leftOut` empty. To that account
    /// where one is named, else to any.
    [[nodiscard]] domain::Result<QList<AudienceGroup>> wroteSince(const Audience &audience, domain::Channel channel,
                                                                  domain::Category category, domain::Instant since,
                                                                  domain::ProviderId provider);
    /// Up to `limit` people who would get a message, spread over the audience by id.
    [[nodiscard]] domain::Result<QList<domain::ContactId>> sample(const Audience &audience, domain::Channel channel,
                                                                  int limit);
    /// People of a campaign's audience whose message is not written yet: those behind `after` who were there at the
    /// launch.
    [[nodiscard]] domain::Result<qint64> behind(const Audience &audience, qint64 after,
                                                std::optional<domain::Instant> launchedAt);
    /// What a segment has cost on this channel so far, in the currency most was paid in; currency empty: nothing known.
    [[nodiscard]] domain::Result<domain::Money> pricePerSegment(domain::Channel channel);

private:
    Connection &m_connection;
};

} // namespace storage
