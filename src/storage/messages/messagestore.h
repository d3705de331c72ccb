#pragma once

#include "domain/contact/contact.h"
#include "domain/core/result.h"
#include "storage/messages/counterbatch.h"
#include "storage/messages/messageindex.h"
#include "storage/messages/messagerows.h"

#include <QSet>

namespace storage {

class Connection;

/// The queue and the log: rows of `message`, `attempt`, `status_event`, and the counters that move with them. Engine
/// thread, over its connection. Every writing function is one transaction of its own and stays under 20 ms at the
/// sizes its callers use; domain::nextState decides every move.
class MessageStore
{
public:
    explicit MessageStore(Connection &connection);

    // ---- plan (messageplan.cpp)

    /// The next `contacts` contacts of the audience behind `after` get their message; notes how far it came in the
    /// campaign. A second run over the same adds nothing. Without an address they are skipped with their reason.
    [[nodiscard]] domain::Result<PlanStep> planNext(const CampaignPlan &plan, qint64 after, int contacts);
    /// The same for a later round: those of the round before that failed; `after` is a message id.
    [[nodiscard]] domain::Result<PlanStep> planRetryNext(const CampaignPlan &plan, qint64 after, int messages);
    [[nodiscard]] domain::Result<domain::MessageId> add(const SingleMessage &message, domain::Instant now);
    /// The same within a transaction of the caller.
    [[nodiscard]] domain::Result<domain::MessageId> addWithin(const SingleMessage &message, domain::Instant now);
    /// The message of this origin and occurrence, whoever it is for; invalid: there is none.
    [[nodiscard]] domain::MessageId singleOf(const SingleMessage &message);
    /// Cancels or expires up to `limit` waiting messages of a campaign; the number done, 0 at the end.
    [[nodiscard]] domain::Result<qint64> endWaiting(domain::CampaignId campaign, domain::Category category,
                                                    const domain::MessageEvent &event, domain::Instant now, int limit);

    /// How far planNext or planRetryNext came.
    [[nodiscard]] qint64 expandedTo(domain::CampaignId campaign);

    /// Where to find messages by address and by their provider's name; the engine merges it between other work.
    [[nodiscard]] MessageIndex &index() { return m_index; }

    // ---- claim (messageclaim.cpp)

    /// Up to `limit` messages of a lane (a campaign, or 0) whose time has come, oldest first.
    [[nodiscard]] domain::Result<QList<DueMessage>> due(int priority, domain::CampaignId lane, domain::Instant now,
                                                        int limit);
    /// When the lane's next message is due; empty if none waits.
    [[nodiscard]] std::optional<domain::Instant> nextDue(int priority, domain::CampaignId lane);
    /// Messages of the lane that are due, counted up to `atMost`.
    [[nodiscard]] qint64 dueCount(int priority, domain::CampaignId lane, domain::Instant now, qint64 atMost);
    /// Does anything of the lane wait at all?
    [[nodiscard]] bool hasWaiting(int priority, domain::CampaignId lane);
    /// What left to this address since, newest first; without the message itself.
    [[nodiscard]] QList<RecentMessage> recentTo(const QByteArray &addressIndex, domain::Instant since,
                                                domain::MessageId except);
    /// The campaign a message belongs to; invalid: none.
    [[nodiscard]] domain::CampaignId campaignOf(domain::MessageId id);
    /// A contact's fields for rendering, without addresses and tags.
    [[nodiscard]] std::optional<domain::Contact> recipient(domain::ContactId id);
    /// Writes the attempts of those that leave, durably, and moves those that do not. Fills Claim::attempt.
    [[nodiscard]] domain::Result<void> claim(QList<Claim> &leaving, const QList<Held> &held, domain::Instant now,
                                             const domain::SendingPolicy &policy);

    // ---- settle (messagesettle.cpp)

    /// Writes what happened, in one transaction; an entry in the result for each, without an id where there is no
    /// such message. Idempotent: the same again moves nothing. `durable`: it is on the disk on return.
    [[nodiscard]] domain::Result<QList<Settled>> settle(const QList<Settlement> &batch, domain::Instant now,
                                                        const domain::SendingPolicy &policy, bool durable = false);
    /// Who told the provider to stop, by the statuses among these that are news: to be suppressed before they are
    /// settled, for settling makes them old. (messageoptouts.cpp)
    [[nodiscard]] domain::Result<QList<ToldToStop>> toldToStop(const QList<Settlement> &batch);
    /// Attempts that are open though nobody waits for them (after a crash), up to `limit`: settle them as AttemptLost.
    [[nodiscard]] domain::Result<QList<Settlement>> openAttempts(int limit);
    /// Polls and looks that are due, the longest waiting first.
    /// Those behind `after` (a row this gave), in the order of their time; from the first one where it is null.
    [[nodiscard]] domain::Result<QList<LookDue>> looksDue(domain::Instant now, int limit,
                                                          const LookDue *after = nullptr);
    [[nodiscard]] std::optional<domain::Instant> nextLook();
    /// Our name for the first attempt; empty where there was none.
    [[nodiscard]] QString firstReference(domain::MessageId message);
    /// The newest attempt's number.
    [[nodiscard]] qint64 lastAttempt();
    [[nodiscard]] qint64 sendingCount();
    [[nodiscard]] bool isSending(domain::CampaignId campaign); ///< an attempt of it is open
    [[nodiscard]] qint64 uncertainCount(qint64 atMost);
    /// Whom an attempt of this provider was for, sealed; empty where the reference is none of ours.
    [[nodiscard]] QByteArray addressOf(domain::ProviderId provider, const QString &reference);
    /// Provider ids among these that belong to a message already.
    [[nodiscard]] QSet<QString> boundIds(domain::ProviderId provider, const QStringList &ids);

private:
    struct Row;
    struct Said;
    [[nodiscard]] std::optional<Row> row(domain::MessageId id);
    [[nodiscard]] domain::MessageId find(const Settlement &settlement);
    [[nodiscard]] domain::Result<Settled> settleOne(const Settlement &settlement, domain::Instant now,
                                                    const domain::SendingPolicy &policy, CounterBatch &counters);
    /// Was it written? Not where the row is taken from its claim and something has moved it since.
    [[nodiscard]] domain::Result<bool> write(domain::MessageId id, const Row &before, const Settlement &settlement,
                                             const Said &said, const domain::Move &move, bool bindsId, bool pays,
                                             domain::Instant now);
    [[nodiscard]] domain::Result<void> closeAttempt(const Settlement &settlement, const Said &said,
                                                    domain::Instant now);
    [[nodiscard]] domain::Result<void> countPlanned(const CampaignPlan &plan, qint64 afterMessage, PlanStep &step);

    /// Is it another message's already, as far as memory knows? (Older ones come out when the index merges.)
    [[nodiscard]] bool isTaken(domain::ProviderId provider, const QString &providerMessageId, domain::MessageId by);
    [[nodiscard]] bool isCalled(domain::MessageId id, domain::ProviderId provider, const QString &providerMessageId);
    /// The message a provider calls so; invalid: none.
    [[nodiscard]] domain::MessageId calledSo(domain::ProviderId provider, const QString &providerMessageId);

    Connection &m_connection;
    MessageIndex m_index;
};

} // namespace storage
