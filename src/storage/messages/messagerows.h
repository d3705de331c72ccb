#pragma once

#include "domain/message/transition.h"
#include "storage/messages/counterbatch.h"

#include <QVariant>

namespace storage {

/// SQL over the alias `c` (contact) with its values, as the audience of a campaign.
struct AudienceSql
{
    QString where = QStringLiteral("1");
    QList<QVariant> values;
};

/// What every message of a campaign's round has in common.
struct CampaignPlan
{
    domain::CampaignId campaign;
    int round = 0;
    domain::TemplateId templateId;
    domain::TemplateVersionId version;
    domain::Channel channel = domain::Channel::Sms;
    domain::Category category = domain::Category::Marketing;
    domain::Instant dueAt{};
    std::optional<domain::Instant> expiresAt;
    qint64 day = 0;                            ///< of dueAt, in the workspace's zone
    std::optional<domain::Instant> launchedAt; ///< nobody joins who was added later
    AudienceSql audience;
};

struct PlanStep
{
    qint64 reached = 0; ///< the next step goes on behind this id
    qint64 queued = 0;
    qint64 skipped = 0;
    bool finished = false;
};

/// A message that has a text of its own (test, manual).
struct SingleMessage
{
    QString origin; ///< test, manual
    qint64 originId = 0;
    qint64 occurrence = 0;
    domain::ContactId contact;
    domain::Channel channel = domain::Channel::Sms;
    domain::Category category = domain::Category::Transactional;
    QByteArray addressCipher;
    QByteArray addressIndex;
    QString addressTail;
    QString country;
    domain::ProviderId provider; ///< invalid: by route
    QString subject;
    QString body;
    domain::Instant dueAt{};
    std::optional<domain::Instant> expiresAt;
    qint64 day = 0;
};

/// How a message stands in the counters.
struct Counted
{
    CounterKey key;
    int segments = 0;
    qint64 costMicros = 0;
};

/// A queued message whose time has come, with what the checks want to know of the moment.
struct DueMessage
{
    domain::MessageId id;
    domain::ContactId contact;
    domain::CampaignId campaign;
    domain::TemplateId templateId;
    domain::TemplateVersionId version;
    domain::ProviderId provider; ///< of the last attempt, or asked for
    domain::Channel channel = domain::Channel::Sms;
    domain::Category category = domain::Category::Marketing;
    QString origin;
    QString reason; ///< why it waited last
    QByteArray addressCipher;
    QByteArray addressIndex;
    QString country;
    QString subject;
    QString body; ///< only without a template
    domain::Instant dueAt{};
    std::optional<domain::Instant> expiresAt;
    int attempts = 0;
    bool suppressed = false;
    bool contactGone = false;
    bool doNotDisturb = false;
    QString language;
    QString timeZone;
    Counted counted;
    bool reachedBefore = false; ///< of a later round: the campaign's earlier message came after all, or may have
};

/// A message to the same address that left lately.
struct RecentMessage
{
    domain::Instant claimedAt{};
    QByteArray textHash;
    bool counts = false; ///< not known to have failed: its text would be a duplicate
    domain::Category category = domain::Category::Marketing;
};

/// A message about to leave: what its row and its attempt's row keep.
struct Claim
{
    domain::MessageId message;
    Counted counted; ///< as it was when it was due: it leaves only if that is still so
    domain::ProviderId provider;
    QString reference;
    QString subject;
    QString body;
    QByteArray textHash;
    QString encoding;
    int segments = 0;
    QString sender;         ///< the route's; empty: the account's own
    domain::Money estimate; ///< currency empty: no price is known
    qint64 day = 0;
    int number = 1; ///< of the attempt
    QByteArray addressIndex; ///< whom it goes to

    domain::AttemptId attempt; ///< filled by claim(); invalid: the message was not queued as it had been any more
};

/// A message that does not leave now.
struct Held
{
    domain::MessageId message;
    domain::MessageEvent event; ///< Postponed, Refused or TimeRanOut
    QString detail;             ///< "missing_value: first_name", for the person
};

/// Something that happened to a message, to be written.
struct Settlement
{
    domain::MessageId message; ///< invalid: found by provider and the report's id, or by its reference
    domain::ProviderId provider;
    domain::MessageEvent event;
    domain::EventSource source = domain::EventSource::Answer;
    // of an attempt's end
    domain::AttemptId attempt; ///< invalid: none ends
    int httpStatus = 0;
    domain::Millis latency{0};
    QString detail; ///< for the attempt or the status event
    /// The answer to a message's first attempt: how the claim counted it, which saves reading the row. Where something
    /// has moved the message meanwhile it is read after all.
    std::optional<Counted> claimed;
    std::optional<domain::Instant> expiresAt; ///< with `claimed`
};

/// A person who told the provider to stop, as a status of a message to them says.
struct ToldToStop
{
    QByteArray addressCipher;
    domain::Channel channel = domain::Channel::Sms;
    std::optional<domain::Category> category; ///< empty: every category
    QString words;                            ///< the provider's
    domain::ContactId contact;
};

/// What a settlement did.
struct Settled
{
    domain::MessageId message; ///< invalid: nobody's
    domain::MessageState before = domain::MessageState::Planned;
    domain::MessageState state = domain::MessageState::Planned;
    bool moved = false;
};

/// A message whose status is to be polled or whose doubt is to be looked into.
struct LookDue
{
    domain::MessageId id;
    domain::MessageState state = domain::MessageState::Accepted;
    domain::ProviderId provider;
    QString providerMessageId;
    domain::Channel channel = domain::Channel::Sms;
    domain::Instant at{}; ///< when it was to be looked at
    std::optional<domain::Instant> acceptedAt;
    qint64 attempt = 0; ///< the last one's number: they rise as messages leave
    // of a doubt
    QString reference;
    QString sender; ///< as the attempt was made
    domain::Instant startedAt{};
    QByteArray addressCipher;
    QString body;
};

} // namespace storage
