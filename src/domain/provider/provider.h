#pragma once

#include "domain/core/result.h"
#include "domain/provider/http.h"
#include "domain/provider/outcome.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <memory>
#include <vector>

namespace domain {

/// A configured account. `settings` holds what may be shown and stored, `secrets` what came from the key store:
/// it exists in memory only and is never logged.
struct ProviderConfig
{
    ProviderId id;
    QString kind; ///< "twilio", "messagebird", …
    QString name;
    QJsonObject settings;
    QHash<QString, QString> secrets;
};

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
};

/// One message on its way out, rendered and addressed.
struct SendRequest
{
    QString reference; ///< our own, fresh for every attempt (ULID)
    MessageId message;
    Channel channel = Channel::Sms;
    Category category = Category::Marketing;
    QString to;     ///< normal form: E.164 or e-mail address
    QString sender; ///< empty: the account's own default
    QString subject;
    QString body;
    std::optional<std::chrono::seconds> validity;
};

/// What an attempt of unknown fate looked like, for finding it at the provider.
struct Doubt
{
    QString reference;
    QString to;
    QString sender;
    QString body;
    Instant startedAt{};
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
    enum class Verdict { Works, NetworkFailed, TlsFailed, CredentialsRefused, SenderRefused, Unexpected };
    Verdict verdict = Verdict::Unexpected;
    std::optional<Money> balance;
    QString providerWords;
};

/// Translates between messages and one provider's interface. Pure: no I/O, no clock, no state but the
/// configuration it was made from; any thread. Owned by the engine's dispatcher.
/// A request it returns is carried out at most once; what became of it comes back as the HttpResponse.
class Provider
{
public:
    virtual ~Provider() = default;

    [[nodiscard]] virtual ProviderCapabilities capabilities() const = 0;

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
};

/// A setting that does not fit: the field's key and an English reason code the window words ("required", "format").
struct ConfigProblem
{
    QString field;
    QString reason;
};

/// Makes providers by kind. Implemented in `providers`, injected into the engine by `app`.
class ProviderFactory
{
public:
    virtual ~ProviderFactory() = default;
    [[nodiscard]] virtual QStringList kinds() const = 0;
    [[nodiscard]] virtual QList<ConfigProblem> problems(const ProviderConfig &config) const = 0;
    /// Fails with InvalidInput where problems() is not empty, with NotFound for an unknown kind.
    [[nodiscard]] virtual Result<std::unique_ptr<Provider>> make(const ProviderConfig &config) const = 0;
};

} // namespace domain
