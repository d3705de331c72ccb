#include "storage/core/connection.h"
#include "storage/messages/messagestore.h"

namespace storage {

using domain::Result;

Result<QList<ToldToStop>> MessageStore::toldToStop(const QList<Settlement> &batch)
{
    QList<ToldToStop> people;
    for (const Settlement &settlement : batch) {
        const auto *learnt = std::get_if<domain::StatusLearnt>(&settlement.event);
        if (!learnt || learnt->report.reason != domain::RejectReason::OptedOut)
            continue;
        const domain::MessageId id = find(settlement);
        if (!id.isValid())
            continue;
        Statement &s =
            m_connection.statement("SELECT address_cipher, channel, contact_id, state FROM message WHERE id = ?"
                                   " AND address_cipher IS NOT NULL");
        s.bind(1, id.value);
        if (s.next()) {
            // A status that comes again, after the person has come back, is no second 'stop'.
            const auto state = domain::messageStateFromText(s.text(3));
            if (state && domain::statusRank(*state) < domain::statusRank(learnt->report.state))
                people.append({s.blob(0), domain::channelFromText(s.text(1)).value_or(domain::Channel::Sms),
                               learnt->report.optedOutOf, learnt->report.text, domain::ContactId{s.integer(2)}});
        }
        if (s.failed())
            return tl::unexpected(m_connection.lastError());
        s.finish();
    }
    return people;
}

} // namespace storage
