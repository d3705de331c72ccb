#pragma once

// What pages show and the command line prints: plain values, made in a reader, safe in any thread.

#include "domain/campaign/campaign.h"
#include "domain/contact/contact.h"
#include "domain/core/result.h"
#include "domain/message/state.h"
#include "domain/template/templaterecord.h"
#include "engine/client/settingsmodels.h"

namespace engine {

/// One page of a list. `next` is opaque and empty at the end; give it back to read on.
template <class T>
struct Page
{
    QList<T> rows;
    QString next;
};

// ---- contacts ----

enum class ContactSort { Name, Newest, RecentlyChanged };

/// All set parts must hold.
struct ContactQuery
{
    QString text; ///< words of name, company, external id; or the whole or the tail of a number; or an e-mail address
    QString tag;
    QString group;
    QString territory;
    QString condition; ///< of a segment, in either notation; empty: everybody
    ContactSort sort = ContactSort::Name;

    friend bool operator==(const ContactQuery &, const ContactQuery &) = default;
};

struct ContactRow
{
    domain::ContactId id;
    QString externalId;
    QString name;
    QString company;
    QString group;
    QString territory;
    QString country;
    QString phoneTail;
    QString emailTail;
    QStringList tags;
    bool vip = false;
    bool phoneUsable = false;
    domain::Instant createdAt{};
    domain::Instant updatedAt{};
};

struct NamedCount
{
    QString name;
    qint64 count = 0;
};

/// Something that happened with a contact, newest first.
struct TimelineEntry
{
    enum class Kind { Message, Inbound, Record, Consent, Change };
    Kind kind = Kind::Message;
    qint64 id = 0; ///< of the message, inbound message, record …
    domain::Instant at{};
    QString title; ///< template or campaign name, record kind and number, "STOP"
    QString text;  ///< the message's or reply's text, record status
    QString state; ///< message state, record status, opt_in/opt_out
    domain::Channel channel = domain::Channel::Sms;
    std::optional<domain::Money> amount;
};

/// An opt-out that holds now for a contact's address on a channel. None: the person may be messaged there.
struct OptOut
{
    domain::Channel channel = domain::Channel::Sms;
    std::optional<domain::Category> category; ///< empty: every category
    domain::Instant since{};
    QString source; ///< inbound, provider, person, import …

    friend bool operator==(const OptOut &, const OptOut &) = default;
};

// ---- segments and templates ----

struct SegmentRow
{
    domain::SegmentId id;
    QString name;
    QString condition; ///< in the notation it was written in (domain/condition/notation.h)
    QString description;
    domain::Instant updatedAt{};
    int usedByCampaigns = 0;
};

/// Whom a condition means now.
struct SegmentPreview
{
    qint64 people = 0;
    QList<ContactRow> sample; ///< the first of them by name
};

struct TemplateRow
{
    domain::TemplateId id;
    QString name;
    domain::Channel channel = domain::Channel::Sms;
    domain::Category category = domain::Category::Transactional;
    QString purpose;
    QString preview; ///< the beginning of the default text
    int version = 0;
    QStringList languages;
    bool active = true;
    qint64 sent = 0;
    qint64 delivered = 0;
    domain::Instant updatedAt{};
};

// ---- campaigns ----

struct CampaignRow
{
    domain::Campaign campaign;
    QString templateName;
    QString segmentName;
    domain::MessageCounts counts;
};

struct LeftOut
{
    QString reason; ///< a word of the checks list ("suppressed", "no_address", …)
    qint64 people = 0;
};

/// What launching would do, worked out before anything is written.
struct CampaignReview
{
    qint64 recipients = 0; ///< will get a message
    QList<LeftOut> leftOut;
    qint64 messages = 0;
    qint64 segments = 0;
    int longestSegments = 0;
    domain::Money cost;         ///< estimate; currency empty where no price is known, or there are several currencies
    QList<domain::Money> costs; ///< the same for each currency
    struct Part
    {
        QString provider;
        QString country;
        qint64 messages = 0;
        qint64 segments = 0;
        domain::Money cost;
    };
    QList<Part> parts;
    domain::Instant startsAt{};
    std::optional<domain::Instant> endsAt; ///< when the last will have left at the allowed rate
    qint64 quiet = 0; ///< of the recipients, those who have quiet hours at the start and get theirs after them
    std::optional<domain::Instant> quietUntil; ///< when the first of these may get it
    /// WhatsApp, and a text has no template of the provider's: who is out of the customer service window at the start
    /// gets nothing where the account has such a window.
    bool lacksProviderTemplate = false;
    std::optional<qint64> outsideWindow; ///< that many of the recipients; empty: only some of its languages lack it
    QStringList kinds;                   ///< of the accounts it goes by
    bool sampled = false;                ///< segments and cost come from a sample of the recipients
    QList<QString> samples;              ///< a few rendered texts
    QString firstProblem; ///< a template error or a missing value, English, with its place; empty if none
};

// ---- messages ----

struct MessageQuery
{
    domain::CampaignId campaign;
    domain::ContactId contact;
    domain::TemplateId templateId;
    domain::ProviderId provider;
    QList<domain::MessageState> states; ///< empty: every state
    std::optional<domain::Channel> channel;
    std::optional<domain::Instant> from; ///< created at or after
    std::optional<domain::Instant> to;   ///< created before
    QString address;                     ///< a whole number or e-mail address

    friend bool operator==(const MessageQuery &, const MessageQuery &) = default;
};

struct MessageRow
{
    domain::MessageId id;
    domain::ContactId contactId;
    QString contactName;
    QString addressTail;
    QString campaignName;
    QString templateName;
    QString providerName;
    domain::Channel channel = domain::Channel::Sms;
    domain::Category category = domain::Category::Marketing;
    domain::MessageState state = domain::MessageState::Queued;
    QString reason;
    QString body;
    int segments = 0;
    int attempts = 0;
    domain::Money cost;
    bool costIsEstimate = true;
    domain::Instant createdAt{};
    domain::Instant dueAt{};
    std::optional<domain::Instant> claimedAt;
    std::optional<domain::Instant> deliveredAt;
};

struct AttemptRow
{
    int number = 0;
    QString providerName;
    QString reference;
    domain::Instant startedAt{};
    std::optional<domain::Instant> finishedAt;
    QString outcome;
    int httpStatus = 0;
    int latencyMs = 0;
    QString code;
    QString detail;
    QString providerMessageId;
};

struct StatusRow
{
    domain::Instant at{};
    std::optional<domain::Instant> saidAt;
    domain::MessageState state = domain::MessageState::Accepted;
    QString source;
    QString code;
    QString detail;
};

/// A message's whole story.
struct MessageStory
{
    MessageRow row;
    QString address; ///< opened, for the detail panel
    QString subject;
    QString encoding;
    QString origin; ///< campaign, manual, test …
    QString errorCode;
    QString errorText;
    QString providerMessageId;
    std::optional<domain::Instant> acceptedAt;
    std::optional<domain::Instant> sentAt;
    std::optional<domain::Instant> readAt;
    std::optional<domain::Instant> finalAt;
    std::optional<domain::Instant> expiresAt;
    std::optional<domain::Instant> nextLookAt;
    QList<AttemptRow> attempts;
    QList<StatusRow> statuses;
};

// ---- inbox ----

struct InboxQuery
{
    domain::ContactId contact;
    domain::ProviderId provider;
    std::optional<domain::Channel> channel;
    QString intent;  ///< opt_out, opt_in, help; empty: every text
    QString address; ///< a whole number or e-mail address

    friend bool operator==(const InboxQuery &, const InboxQuery &) = default;
};

/// A text somebody wrote to us.
struct InboxRow
{
    qint64 id = 0;
    domain::ContactId contactId; ///< who has the address now, or had it then; invalid: nobody known
    QString contactName;
    QString address; ///< opened
    QString addressTail;
    QString providerName;
    domain::Channel channel = domain::Channel::Sms;
    QString body;
    QString intent;    ///< what it means for consent: opt_out, opt_in, help or empty
    QStringList media; ///< addresses under which what came with it can be fetched
    domain::Instant receivedAt{};
    domain::Instant seenAt{}; ///< when we learnt of it
};

/// All set parts must hold.
struct ConversationQuery
{
    enum class Show { All, Unread, OptOuts };
    Show show = Show::All;
    std::optional<domain::Channel> channel;
    /// Words of a contact's name, a number or its last four digits, an e-mail address, or words of what they or a
    /// person here wrote.
    QString text;

    friend bool operator==(const ConversationQuery &, const ConversationQuery &) = default;
};

/// What was written between us and an address on one channel.
struct ConversationRow
{
    domain::ConversationId id;
    domain::ContactId contactId; ///< who has the address now, or had it then; invalid: nobody known
    QString contactName;
    QString address; ///< opened
    QString addressTail;
    QString providerName; ///< that the newest text came by
    domain::Channel channel = domain::Channel::Sms;
    QString lastText;
    bool lastIsReply = false; ///< it is ours
    bool lastHasMedia = false;
    domain::Instant lastAt{};
    qint64 lastInbound = 0; ///< id of the newest text they wrote
    int unread = 0;
    bool isOptedOut = false; ///< of everything or of a category
    QString foundText = {};  ///< of a search: what was written with these words, the newest of it, cut around them
    bool foundIsReply = false;

    friend bool operator==(const ConversationRow &, const ConversationRow &) = default;
};

/// One text of a conversation.
struct ThreadEntry
{
    bool isInbound = false;
    qint64 id = 0; ///< of the text they wrote, or of our message
    domain::Instant at{};
    QString subject;
    QString text;
    QString intent;                                            ///< of a text: opt_out, opt_in, help or empty
    QStringList media;                                         ///< of a text
    domain::MessageState state = domain::MessageState::Queued; ///< of a message
    QString reason;                                            ///< why it waits, was left out or failed
    QString origin;                                            ///< manual, campaign, test …
    QString campaignName;
    QString writer = {}; ///< of a text: whose address it came from, where that is not the conversation's

    friend bool operator==(const ThreadEntry &, const ThreadEntry &) = default;
};

/// Whether a conversation can be answered now, and by which way.
struct ReplyWay
{
    /// "suppressed", "do_not_disturb", "country_not_allowed", "window_closed", "no_provider"; empty: it can.
    QString obstacle;
    std::optional<domain::Instant> since;     ///< suppressed: when they opted out; window_closed: when it closed
    std::optional<domain::Instant> openUntil; ///< where a window limits when it may leave
    QString providerName;
    QString subject = {}; ///< e-mail only: "Re: …", of what it answers
    int maxSegments = 0;  ///< of an SMS; 0: any number

    friend bool operator==(const ReplyWay &, const ReplyWay &) = default;
};

// ---- dashboard, status ----

struct DayCounts
{
    QDate day;
    qint64 delivered = 0; ///< and read
    qint64 onTheWay = 0;  ///< sending, accepted, sent
    qint64 waiting = 0;   ///< planned, queued
    qint64 doubt = 0;
    qint64 failed = 0;  ///< undelivered, rejected, expired
    qint64 skipped = 0; ///< and cancelled
    qint64 costMicros = 0;
};

/// Messages that go by another account than they should, because theirs does not answer or is paused.
struct Detour
{
    domain::ProviderId provider;
    QString name;
    domain::Instant since{};
    bool isPaused = false; ///< else it does not answer
    struct Instead
    {
        QString name;
        qint64 messages = 0;
        friend bool operator==(const Instead &, const Instead &) = default;
    };
    QList<Instead> instead; ///< the one with the most first; empty: there is no other, or nothing was to be sent
    friend bool operator==(const Detour &, const Detour &) = default;
};

struct Dashboard
{
    domain::MessageCounts today;
    domain::MessageCounts last30;
    QList<DayCounts> days;        ///< one for each day, oldest first
    QList<CampaignRow> active;    ///< sending, paused
    QList<CampaignRow> scheduled; ///< by time
    QList<NamedCount> byChannel;
    qint64 optOuts30 = 0;
    qint64 contacts = 0;
    qint64 uncertain = 0;
    QList<ProviderRow> providers;
    QList<Detour> detours; ///< in the providers' order
    QString currency;
};

/// The engine's pulse, at most four times a second.
struct EngineStatus
{
    static constexpr qint64 mostCounted = 1'000; ///< where counting what waits stops

    bool running = false;
    bool paused = false;      ///< by a person
    double sentPerSecond = 0; ///< over the last few seconds
    qint64 queued = 0;        ///< due now, at most mostCounted
    int inFlight = 0;
    qint64 uncertain = 0;
    qint64 unread = 0;   ///< conversations, at most mostCounted
    QString lastProblem; ///< an ErrorCode's or pausing reason's word; empty: none
    QString lastProblemDetail;
    friend bool operator==(const EngineStatus &, const EngineStatus &) = default;
};

/// What may have changed since the last signal; pages ask again for what they show.
enum class Topic : unsigned {
    Contacts = 1,
    Segments = 2,
    Templates = 4,
    Campaigns = 8,
    Messages = 16,
    Providers = 32,
    Settings = 64,
    Consent = 128,
    Inbox = 256,
    Webhooks = 512, ///< what the way in did; its settings are Settings
};
Q_DECLARE_FLAGS(Topics, Topic)
Q_DECLARE_OPERATORS_FOR_FLAGS(Topics)

} // namespace engine
