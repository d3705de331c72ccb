#pragma once

#include "domain/core/result.h"
#include "domain/provider/http.h"
#include "domain/provider/kind.h"
#include "domain/provider/mail.h"
#include "domain/provider/outcome.h"
#include "domain/provider/webhook.h"

#include <QSet>
#include <QStringList>

#include <memory>
#include <vector>

namespace domain {

struct ProviderCapabilities
{
    QList<Channel> channels;
    bool statusById = false;
    bool statusByList = false;
    bool inboundByList = false;
    bool canReconcile = false; ///< listMatching finds what a lost answer left behind
    bool reportsPrice = false;
    bool hasBalance = false;
    bool cancelsScheduled = false;
    bool hasWebhook = false;     ///< verifyWebhook() and webhook() are there
    bool listsOptOuts = false;   ///< optOutsRequest() is there
    bool listsTemplates = false; ///< templatesRequest() is there
    /// Free text only to who wrote to this account within 24 hours; to everybody else a provider's template.
    bool needsWindow = false;
    // What the account itself must not exceed, whatever is set for it; 0: nothing.
    int mostPerSecond = 0;
    int mostInFlight = 0;
    int mostSegments = 0;
};

/// One message on its way out, rendered and addressed.
struct SendRequest
{
    QString reference;      ///< our own, fresh for every attempt (ULID)
    QString firstReference; ///< e-mail only: of the message's first attempt; empty: this one is
    MessageId message;
    Channel channel = Channel::Sms;
    Category category = Category::Marketing;
    QString to;     ///< normal form: E.164 or e-mail address
    QString sender; ///< empty: the account's own default
    QString subject;
    QString body;
    QString html;                      ///< e-mail only; empty: `body` alone
    QList<MailAttachment> attachments; ///< e-mail only
    QString inReplyTo;                 ///< e-mail only: the id of the mail a person answers with this one
    QStringList mailsBefore;           ///< e-mail only: the ids of the whole thread, that one last
    QByteArray unsubscribeUrl;         ///< e-mail only: a page of ours for one click; empty: there is none
    QString unsubscribeToken;          ///< e-mail only: names whom it was for, in a mail that unsubscribes
    std::optional<std::chrono::seconds> validity;
    /// Where the provider shall tell what becomes of it, without our reference: whoever echoes none adds it to the
    /// query. Empty: nowhere, it will be polled.
    QByteArray callbackUrl;
    /// Set: what the provider knows under this name is sent with these values, and `body` is only what it reads like.
    std::optional<TemplateUse> providerTemplate;
    /// Set: the provider makes a one-time code that is valid for so long and puts it where `body` has codePlace.
    std::optional<std::chrono::seconds> codeValidity;
    /// Until when the recipient may be written to freely (WhatsApp's customer service window); empty: not known.
    std::optional<Instant> windowOpenUntil;
};

/// A page of the addresses a provider itself lets nobody write to; `next` empty when it was the last.
struct OptOutPage
{
    QStringList addresses; ///< normal form
    std::optional<HttpRequest> next;
};

/// A page of the templates a provider keeps.
struct TemplatePage
{
    QList<ProviderTemplate> templates;
    std::optional<HttpRequest> next;
    /// What comes with them: how many people the account may write to first within 24 hours; 0: any number. Empty
    /// where this page does not say.
    std::optional<int> peopleADay = {};
};

/// What an attempt of unknown fate looked like, for finding it at the provider.
struct Doubt
{
    QString reference;
    QString to;
    QString sender;
    QString body;
    Instant startedAt{};
    Channel channel = Channel::Sms;
};

/// What one look at the provider's own records says of a doubt.
struct Found
{
    StatusReport report;
};
struct Absent
{}; ///< complete records, and it is not in them
struct SeveralCandidates
{
    QList<StatusReport> candidates;
};
struct Inconclusive
{
    QString text;
}; ///< look again later
using Evidence = std::variant<Found, Absent, SeveralCandidates, Inconclusive>;

/// A page of a provider's list; `next` empty when it was the last.
struct ListPage
{
    QList<StatusReport> statuses;
    QList<InboundMessage> inbound;
    std::optional<HttpRequest> next;
};

/// What 'Test connection' found, in steps the window can name.
struct ConnectionReport
{
    enum class Verdict {
        Works,
        NameNotFound, ///< the server's name
        NetworkFailed,
        TlsFailed,
        CredentialsRefused,
        SenderRefused,
        Unexpected
    };
    Verdict verdict = Verdict::Unexpected;
    std::optional<Money> balance;
    QString providerWords;
};

/// What a provider adds that sends by mail in place of HTTP: pure like the rest of it. The engine asks these where
/// Provider::mail() is set, and then none of sendRequest, outcome, testRequests and testReport.
class MailTranslator
{
public:
    virtual ~MailTranslator() = default;

    /// InvalidInput where the message cannot be put into a mail. `now` becomes its date.
    [[nodiscard]] virtual Result<MailRequest> mailRequest(const SendRequest &message, Instant now) const = 0;
    [[nodiscard]] virtual Outcome outcome(const SendRequest &message, const MailResponse &response) const = 0;

    /// 'Test connection': the way up to the sender, no mail leaves.
    [[nodiscard]] virtual MailRequest testRequest() const = 0;
    [[nodiscard]] virtual ConnectionReport testReport(const MailResponse &response) const = 0;

    /// Where bounces arrive, to be read from `cursor` on; empty where no mailbox is set up.
    [[nodiscard]] virtual std::optional<MailboxRequest> mailboxRequest(const MailboxCursor &cursor,
                                                                       Instant since) const = 0;
    /// What a mail from there says: bounces and receipts as statuses, complaints, wishes to unsubscribe and letters as
    /// inbound. Anything else says nothing.
    [[nodiscard]] virtual ListPage mailRead(const QByteArray &mail, Instant now) const = 0;
};

/// Where a one-time code stands in its message's text.
inline constexpr QLatin1StringView codePlace("{{otp}}");

/// What a provider adds that makes, sends and checks one-time codes itself: pure like the rest of it. A message whose
/// codeValidity is set brings one; such a message is never repeated on the provider's own evidence, for another try is
/// another code.
class CodeTranslator
{
public:
    virtual ~CodeTranslator() = default;

    [[nodiscard]] virtual HttpRequest codeCheckRequest(const QString &code) const = 0;
    /// Whether the code was the one. Network or Provider where the answer says neither.
    [[nodiscard]] virtual Result<bool> codeChecked(const HttpResponse &response) const = 0;
    /// Whether a check is about one person. Without that any code that is open at the account passes.
    [[nodiscard]] virtual bool checksWhose() const = 0;
};

/// Translates between messages and one provider's interface. Pure: no I/O, no clock, no state but the
/// configuration it was made from; any thread. Owned by the engine's dispatcher.
/// A request it returns is carried out at most once; what became of it comes back as the HttpResponse.
class Provider
{
public:
    virtual ~Provider() = default;

    [[nodiscard]] virtual ProviderCapabilities capabilities() const = 0;

    /// Set: messages leave as mail.
    [[nodiscard]] virtual const MailTranslator *mail() const { return nullptr; }

    /// Set: it can send one-time codes.
    [[nodiscard]] virtual const CodeTranslator *codes() const { return nullptr; }

    /// Adds what depends on the moment of leaving (a signature with a time stamp). The engine calls it for every
    /// request of this provider right before the transport gets it.
    virtual void sign(HttpRequest &request, Instant now) const;

    [[nodiscard]] virtual HttpRequest sendRequest(const SendRequest &message) const = 0;
    /// Every response has an outcome; what could have been accepted without our knowing is Unknown.
    [[nodiscard]] virtual Outcome outcome(const SendRequest &message, const HttpResponse &response) const = 0;

    /// Status of one message. Only with capabilities().statusById.
    [[nodiscard]] virtual HttpRequest statusRequest(const QString &providerMessageId) const = 0;
    [[nodiscard]] virtual Result<StatusReport> status(const HttpResponse &response) const = 0;

    /// Everything since an instant (statuses and inbound), first page. Only with statusByList. Rows may be older
    /// than `since` and may come twice; `next` is empty once nothing newer than `since` can follow.
    [[nodiscard]] virtual HttpRequest listRequest(Instant since) const = 0;
    [[nodiscard]] virtual Result<ListPage> listPage(const HttpResponse &response, Instant since) const = 0;

    /// First page of the records in which a doubt would show; pages follow by listPage(page, doubtSince(doubt)).next,
    /// all of them are handed to evidence() together with the ids already bound to other attempts. Only with
    /// canReconcile. Absent counts only when two looks at least 60 s apart both say so (uniform.md, section 5).
    [[nodiscard]] virtual Instant doubtSince(const Doubt &doubt) const = 0;
    [[nodiscard]] virtual HttpRequest doubtRequest(const Doubt &doubt) const = 0;
    [[nodiscard]] virtual Evidence evidence(const Doubt &doubt, const std::vector<HttpResponse> &pages,
                                            const QSet<QString> &boundIds) const = 0;

    /// The questions of 'Test connection', asked in this order; none of them sends a message. testReport gets the
    /// responses in the same order.
    [[nodiscard]] virtual std::vector<HttpRequest> testRequests() const = 0;
    [[nodiscard]] virtual ConnectionReport testReport(const std::vector<HttpResponse> &responses) const = 0;

    /// Whether the request comes from the provider: its signature over the raw bytes, in constant time; `now` bounds
    /// the age of signed time stamps. NotAllowed where it does not. Only with hasWebhook; asked before anything else.
    [[nodiscard]] virtual Result<void> verifyWebhook(const WebhookRequest &request, Instant now) const;
    /// What a verified request says, and what to answer once it is written down. InvalidInput where it cannot be read.
    [[nodiscard]] virtual Result<WebhookEvents> webhook(const WebhookRequest &request, Instant now) const;

    /// First page of the provider's own list of opt-outs. Only with listsOptOuts.
    [[nodiscard]] virtual HttpRequest optOutsRequest() const;
    [[nodiscard]] virtual Result<OptOutPage> optOutsPage(const HttpResponse &response) const;

    /// First page of the templates kept at the provider. Only with listsTemplates.
    [[nodiscard]] virtual HttpRequest templatesRequest() const;
    [[nodiscard]] virtual Result<TemplatePage> templatesPage(const HttpResponse &response) const;
};

/// The kind of that key; null where there is none.
[[nodiscard]] const ProviderKind *findKind(const QList<ProviderKind> &kinds, QStringView key);

/// Makes providers by kind. Implemented in `providers`, injected into the engine by `app`.
class ProviderFactory
{
public:
    virtual ~ProviderFactory() = default;
    /// In the order in which they are offered.
    [[nodiscard]] virtual const QList<ProviderKind> &kinds() const = 0;
    [[nodiscard]] virtual QList<ConfigProblem> problems(const ProviderConfig &config) const = 0;
    /// Fails with InvalidInput where problems() is not empty, with NotFound for an unknown kind.
    [[nodiscard]] virtual Result<std::unique_ptr<Provider>> make(const ProviderConfig &config) const = 0;
};

} // namespace domain
