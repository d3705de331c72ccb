#pragma once

#include "domain/provider/provider.h"

#include <functional>

namespace engine {

/// Where the webhook server listens.
struct HookListen
{
    QString address = QStringLiteral("127.0.0.1"); ///< a number; anything but loopback needs a certificate
    quint16 port = 0;                              ///< 0: any free one
    QString certificate;                           ///< PEM file, with its chain; empty: plain HTTP behind a tunnel
    QString key;                                   ///< PEM file that nobody else may read
    friend bool operator==(const HookListen &, const HookListen &) = default;
};

/// One account's way in: /hooks/<provider>/<token>.
struct HookRoute
{
    domain::ProviderId provider;
    QByteArray token;                                 ///< cannot be guessed
    std::shared_ptr<const domain::Provider> provides; ///< shared_ptr: a request may outlast the account's settings
};

/// What a link in a message lets its reader take back.
struct OptOutClaim
{
    QByteArray addressIndex;
    domain::Channel channel = domain::Channel::Email;
    std::optional<domain::Category> category; ///< empty: every category
};

/// What the server knows of the workspace: it never asks the engine before a request is proven.
struct HookRoutes
{
    QByteArray publicUrl; ///< what stands before /hooks in the addresses the providers were given
    QList<HookRoute> routes;
    std::function<std::optional<OptOutClaim>(const QByteArray &token)> readOptOut; ///< pure; the server's thread
    QString sender; ///< the business's name, for the page behind an unsubscribe link
};

/// A request's content, proven to be the provider's.
struct HookDelivery
{
    domain::ProviderId provider;
    QList<domain::StatusReport> statuses;
    QList<domain::InboundMessage> inbound;
    QList<domain::ConsentChoice> consents;
    QList<domain::ProviderTemplate> templates;
};

/// Requests that came by an account's address and were not taken.
struct HookRefusals
{
    qint64 unproven = 0;   ///< nothing shows that they are the provider's
    qint64 unreadable = 0; ///< the provider's, but neither a status nor a message
};

/// Where what the server takes goes. Called in the server's thread.
class HookSink
{
public:
    virtual ~HookSink() = default;
    /// HookServer::answer() says later what became of the ticket.
    virtual void deliver(quint64 ticket, HookDelivery delivery) = 0;
    virtual void optOut(quint64 ticket, OptOutClaim claim, QString evidence) = 0;
    /// Since the last call.
    virtual void refused(domain::ProviderId provider, HookRefusals requests) = 0;
};

/// The server that takes the providers' webhooks; works in a thread of its own. Its functions are called in the
/// engine's thread and do not wait for the network.
class HookServer
{
public:
    virtual ~HookServer() = default; ///< stops

    /// The port it listens on. Conflict (place "port") where that is taken, NotAllowed where the system or a rule of
    /// ours forbids it, InvalidInput (place "address", "certificate", "key") for what does not fit, FileMissing and
    /// FileNotReadable for the certificate's files.
    [[nodiscard]] virtual domain::Result<quint16> start(const HookListen &listen, HookSink &sink) = 0;
    /// Closes every connection; the sink is not called any more.
    virtual void stop() = 0;
    /// Nobody is served before the first.
    virtual void setRoutes(HookRoutes routes) = 0;
    /// Kept: on the disk. Otherwise the provider is asked to come again.
    virtual void answer(const QList<quint64> &tickets, bool kept) = 0;
};

} // namespace engine
