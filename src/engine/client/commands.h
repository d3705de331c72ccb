#pragma once

#include "domain/provider/provider.h"
#include "engine/client/importsink.h"
#include "engine/client/models.h"

#include <QSet>

#include <functional>

namespace engine {

/// A call's answer, given exactly once, from the engine's thread.
template <class T>
using Reply = std::function<void(domain::Result<T>)>;

/// What is about to be saved for a provider. Secrets go to the key store and nowhere else; an empty map keeps what is
/// there.
struct ProviderDraft
{
    domain::ProviderId id; ///< invalid: a new one
    QString kind;
    QString name;
    QJsonObject settings;
    QHash<QString, QString> secrets;
    domain::ProviderId secretsOf; ///< of a new one: it begins with the secrets of this account
    bool enabled = true;
    double ratePerSecond = 10;
    int inFlight = 16;
};

/// A test message: a text (or a template's text) to one address. Leaves at once, past campaigns' queue, but not past
/// consent.
struct TestMessage
{
    domain::Channel channel = domain::Channel::Sms;
    QString to;                                         ///< as typed
    QString body;                                       ///< rendered already
    domain::ProviderId provider;                        ///< invalid: by route
    QString subject = {};                               ///< e-mail only; rendered already
    QString html = {};                                  ///< e-mail only; rendered already
    QList<domain::TemplateAttachment> attachments = {}; ///< e-mail only; with their data where they are not kept yet
};

/// What a person answers in a conversation.
struct ConversationReply
{
    domain::ConversationId conversation;
    QString body;
    QString subject = {}; ///< e-mail only
    qint64 draft = 0;     ///< of the caller's, another for each text: the same one again sends nothing further
};

/// A one-time code that a provider makes, sends and checks.
struct CodeOrder
{
    domain::Channel channel = domain::Channel::Sms;
    QString to;   ///< as typed
    QString text; ///< with {{otp}} where the code is to stand; empty: a short sentence
    std::chrono::seconds validity{300};
    domain::ProviderId provider; ///< invalid: the first that can
};

struct CodeCheck
{
    domain::Channel channel = domain::Channel::Sms;
    QString to; ///< as typed
    QString code;
};

enum class CodeVerdict { Right, Wrong, Expired, Used, TooManyTries };

enum class DoubtDecision { WasSent, SendAgain, GiveUp };

/// Everything that can be changed: permission, validation, the change and its audit row in one transaction.
/// Lives in the engine's thread. Functions that wait for something outside (a provider, a long copy) take a Reply.
class Commands
{
public:
    virtual ~Commands() = default;

    // contacts
    [[nodiscard]] virtual domain::Result<domain::ContactId> saveContact(const domain::Contact &contact) = 0;
    [[nodiscard]] virtual domain::Result<void> deleteContacts(const QList<domain::ContactId> &ids) = 0;
    [[nodiscard]] virtual domain::Result<void> restoreContacts(const QList<domain::ContactId> &ids) = 0;
    [[nodiscard]] virtual domain::Result<void> tagContacts(const QList<domain::ContactId> &ids, const QStringList &add,
                                                           const QStringList &remove) = 0;
    /// By a person at the screen or the command line; `channel` empty: every channel of the address.
    [[nodiscard]] virtual domain::Result<void> setConsent(domain::ContactId contact, domain::Channel channel,
                                                          std::optional<domain::Category> category, bool optOut,
                                                          const QString &evidence) = 0;

    /// Where imported contacts go; used by engine::ContactImporter alone.
    [[nodiscard]] virtual ImportSink &importSink() = 0;

    // segments: a condition is kept in the notation it is written in
    [[nodiscard]] virtual domain::Result<domain::SegmentId>
    saveSegment(domain::SegmentId id, const QString &name, const QString &condition, const QString &description) = 0;
    [[nodiscard]] virtual domain::Result<domain::SegmentId> duplicateSegment(domain::SegmentId id) = 0;
    /// Conflict while campaigns go to it; the detail names them (Queries::campaignsOf).
    [[nodiscard]] virtual domain::Result<void> deleteSegment(domain::SegmentId id) = 0;

    // templates: saving makes a version for each language whose text changed
    [[nodiscard]] virtual domain::Result<domain::TemplateId> saveTemplate(const domain::TemplateRecord &record,
                                                                          const QString &note) = 0;
    [[nodiscard]] virtual domain::Result<void> restoreTemplateVersion(domain::TemplateVersionId version) = 0;
    [[nodiscard]] virtual domain::Result<void> deleteTemplate(domain::TemplateId id) = 0; ///< Conflict while in use
    [[nodiscard]] virtual domain::Result<void> undeleteTemplate(domain::TemplateId id) = 0;

    // campaigns
    [[nodiscard]] virtual domain::Result<domain::CampaignId> saveCampaign(const domain::Campaign &draft) = 0;
    [[nodiscard]] virtual domain::Result<void> launchCampaign(domain::CampaignId id) = 0;
    [[nodiscard]] virtual domain::Result<void> pauseCampaign(domain::CampaignId id) = 0;
    [[nodiscard]] virtual domain::Result<void> resumeCampaign(domain::CampaignId id) = 0;
    [[nodiscard]] virtual domain::Result<void> cancelCampaign(domain::CampaignId id) = 0;
    /// A new round for those rejected, undelivered or expired (never for the uncertain). Returns how many.
    [[nodiscard]] virtual domain::Result<qint64> retryFailed(domain::CampaignId id) = 0;
    [[nodiscard]] virtual domain::Result<domain::CampaignId> duplicateCampaign(domain::CampaignId id) = 0;
    [[nodiscard]] virtual domain::Result<void> deleteDraft(domain::CampaignId id) = 0;

    // messages
    virtual void sendTest(const TestMessage &message, Reply<domain::MessageId> done) = 0;
    /// InvalidInput with the field; NotAllowed where no account that works can do it; Conflict while another person's
    /// code is open at an account whose checks do not say whose code it was.
    virtual void sendCode(const CodeOrder &order, Reply<domain::MessageId> done) = 0;
    /// Asks the provider, each code a few times at most. NotFound where none has left to this address.
    virtual void checkCode(const CodeCheck &check, Reply<CodeVerdict> done) = 0;
    [[nodiscard]] virtual domain::Result<void> decideDoubt(domain::MessageId id, DoubtDecision decision) = 0;
    [[nodiscard]] virtual domain::Result<void> cancelMessages(const QList<domain::MessageId> &ids) = 0;

    // inbox
    /// Whether a reply could leave now. NotFound.
    [[nodiscard]] virtual domain::Result<ReplyWay> replyWay(domain::ConversationId id) = 0;
    /// Queues it as a transactional message, by the account the person wrote to where that can be used. Conflict with
    /// the obstacle as its place where there is one; InvalidInput with the field.
    [[nodiscard]] virtual domain::Result<domain::MessageId> reply(const ConversationReply &reply) = 0;
    /// Texts up to this one are read and later ones are not.
    [[nodiscard]] virtual domain::Result<void> setReadTo(domain::ConversationId id, qint64 text) = 0;
    [[nodiscard]] virtual domain::Result<void> setAllRead() = 0;

    // providers and settings
    virtual void saveProvider(const ProviderDraft &draft, Reply<domain::ProviderId> done) = 0;
    virtual void removeProvider(domain::ProviderId id, Reply<void> done) = 0; ///< Conflict while messages wait for it
    /// The first is asked first; those not named stay behind them as they are.
    [[nodiscard]] virtual domain::Result<void> orderProviders(const QList<domain::ProviderId> &order) = 0;
    [[nodiscard]] virtual domain::Result<void>
    resumeProvider(domain::ProviderId id) = 0; ///< after a pause for configuration
    /// Tries a draft as it stands, saved or not.
    virtual void testProvider(const ProviderDraft &draft, Reply<domain::ConnectionReport> done) = 0;
    /// Every kind of account there can be, in the order in which they are offered.
    [[nodiscard]] virtual const QList<domain::ProviderKind> &providerKinds() const = 0;
    /// Reads anew what the provider keeps: its approved templates, its list of opt-outs. NotFound where it keeps
    /// neither.
    virtual void readProviderLists(domain::ProviderId id, Reply<void> done) = 0;
    [[nodiscard]] virtual QList<domain::ConfigProblem> providerProblems(const ProviderDraft &draft) = 0;
    /// InvalidInput with the field's name. Whether it can listen then is said by Queries::webhooks().
    [[nodiscard]] virtual domain::Result<void> saveWebhooks(const WebhookSettings &settings) = 0;
    /// All routes at once; see RouteCommands for what is refused and where.
    [[nodiscard]] virtual domain::Result<void> saveRoutes(const QList<domain::Route> &routes) = 0;
    [[nodiscard]] virtual domain::Result<void> savePrices(const QList<domain::Price> &prices) = 0;
    [[nodiscard]] virtual domain::Result<void> removePrices(domain::ProviderId provider) = 0;
    /// Those for the same account, channel, country and day; ones that are gone already are no error.
    [[nodiscard]] virtual domain::Result<void> removePrices(const QList<domain::Price> &prices) = 0;
    [[nodiscard]] virtual domain::Result<void> saveLimits(const SendingLimits &limits) = 0;
    [[nodiscard]] virtual domain::Result<void> saveWorkspace(const QString &name, const QString &country,
                                                             const QString &timeZone, const QString &currency) = 0;

    // engine
    [[nodiscard]] virtual domain::Result<void>
    setPaused(bool paused) = 0; ///< stops every channel; in-flight ones are awaited
    [[nodiscard]] virtual domain::Result<void> backup(const QString &path) = 0;
    /// Fills an empty demo workspace with made-up people and a past (engine/demo); sent by `provider`.
    [[nodiscard]] virtual domain::Result<void> fillDemo(domain::ProviderId provider) = 0;
};

} // namespace engine
