#pragma once

#include "domain/core/result.h"
#include "simulator/options.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <memory>

namespace simulator {

class Core;

/// Imitates the providers' HTTP interfaces on the loopback address, each under /<kind>/ (Twilio's also without that),
/// and a mail server, with a network of phones and mailboxes behind them. Serves from a thread
/// of its own between start() and stop() (or destruction).
/// Every other function may be called from any one thread; it runs in the server's thread and waits for the answer
/// (microseconds; statistics() and messages() walk all rows). A window uses the control interface instead:
///   GET|PUT /_sim/faults, GET|PUT /_sim/network, GET /_sim/statistics, GET /_sim/mail, GET /_sim/phones?limit=, PUT
///   /_sim/phones/+1…
///   {"failure": code}, GET /_sim/messages?limit=&to=, POST /_sim/reply {"from", "to", "body"},
///   POST /_sim/advance {"ms"}, POST /_sim/reset; PUT /_sim/webhook {"kind", "url", "secret", "publicUrl", "scheme",
///   "verifyToken"} has a kind send its webhooks there, signed (an empty url: no more), GET /_sim/webhook says how many
///   were taken, and per kind whether its receiver has said yes.
class Server
{
public:
    explicit Server(Options options = {});
    ~Server();
    Q_DISABLE_COPY_MOVE(Server)

    /// The port it listens on. Conflict where the port is taken, FileNotWritable where the log cannot be opened.
    [[nodiscard]] domain::Result<quint16> start();
    /// Closes every connection and waits for the thread. What was accepted can still be asked for.
    void stop();

    /// The kinds of provider it imitates, as in ProviderKind::key; each is reached under url() + "/" + kind.
    [[nodiscard]] QStringList kinds() const;
    /// Where it takes mail by SMTP, on the loopback address without TLS; 0 before start().
    [[nodiscard]] quint16 mailPort() const;
    /// "http://127.0.0.1:PORT": a provider's baseUrl.
    [[nodiscard]] QString url() const;

    void setFaults(const Faults &faults);
    [[nodiscard]] Faults faults() const;
    void setNetwork(const NetworkOptions &network);

    /// Moves the simulated time on: tests do not wait for deliveries.
    void advance(domain::Millis by);
    /// A phone writes a text, to whoever wrote to it last or to `to`. False if it has nobody to write to.
    bool reply(const QString &from, const QString &text, const QString &to = {});
    /// Every later message to this phone fails with the code after acceptance, to this mailbox before; 0: not any more.
    void setFailure(const QString &phone, int code);
    void reset();
    /// Has a kind send its webhooks to the URL, signed with the secret; an empty URL: no more. False for an unknown
    /// kind or a URL that is not of plain HTTP. `publicUrl`: what signatures cover, if the receiver is known by
    /// another; `scheme`: FlashChat's way of signing, "hex" (otherwise), "base64" or "field"; `verifyToken`: WhatsApp
    /// first asks the receiver for it, and sends nothing to one that does not know it.
    bool setWebhook(const QString &kind, const QString &url, const QString &secret, const QString &publicUrl = {},
                    const QString &scheme = {}, const QString &verifyToken = {});
    /// Whether the kind's receiver is one.
    [[nodiscard]] bool hasWebhook(const QString &kind) const;

    [[nodiscard]] Statistics statistics() const;
    /// Accepted messages in order of acceptance.
    [[nodiscard]] QList<AcceptedMessage> messages() const;
    /// Accepted messages per recipient.
    [[nodiscard]] QHash<QString, int> receivedCounts() const;

private:
    std::unique_ptr<Core> m_core;
};

} // namespace simulator
