#pragma once

#include "api/hooks/webhookserver.h"
#include "engine/systemclock.h"

#include <QByteArray>
#include <QMutex>
#include <QMutexLocker>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace hookrig {

using namespace Qt::StringLiterals;

/// Its signature is the header X-Sign with the body turned round; a line "status ID" or "text ID" is an event.
class PlainProvider final : public domain::Provider
{
public:
    [[nodiscard]] domain::ProviderCapabilities capabilities() const override
    {
        domain::ProviderCapabilities can;
        can.hasWebhook = true;
        return can;
    }
    [[nodiscard]] domain::Result<void> verifyWebhook(const domain::WebhookRequest &request,
                                                     domain::Instant) const override
    {
        for (const auto &[name, value] : request.headers)
            if (name == "X-Sign" && value == signatureOf(request.url, request.body))
                return {};
        return domain::fail(domain::ErrorCode::NotAllowed);
    }
    [[nodiscard]] domain::Result<domain::WebhookEvents> webhook(const domain::WebhookRequest &request,
                                                                domain::Instant) const override
    {
        domain::WebhookEvents events;
        events.answerType = "text/xml";
        events.answer = "<Response/>";
        if (request.body == "nonsense")
            return domain::fail(domain::ErrorCode::InvalidInput);
        if (request.body != "nothing") {
            domain::StatusReport report;
            report.providerMessageId = QString::fromUtf8(request.body);
            events.statuses << report;
        }
        return events;
    }
    static QByteArray signatureOf(const QByteArray &url, const QByteArray &body)
    {
        QByteArray text = url + ' ' + body;
        std::reverse(text.begin(), text.end());
        return text.toBase64();
    }

    [[nodiscard]] domain::HttpRequest sendRequest(const domain::SendRequest &) const override { return {}; }
    [[nodiscard]] domain::Outcome outcome(const domain::SendRequest &, const domain::HttpResponse &) const override
    {
        return domain::Unknown{};
    }
    [[nodiscard]] domain::HttpRequest statusRequest(const QString &) const override { return {}; }
    [[nodiscard]] domain::Result<domain::StatusReport> status(const domain::HttpResponse &) const override
    {
        return domain::StatusReport{};
    }
    [[nodiscard]] domain::HttpRequest listRequest(domain::Instant) const override { return {}; }
    [[nodiscard]] domain::Result<domain::ListPage> listPage(const domain::HttpResponse &,
                                                            domain::Instant) const override
    {
        return domain::ListPage{};
    }
    [[nodiscard]] domain::Instant doubtSince(const domain::Doubt &) const override { return {}; }
    [[nodiscard]] domain::HttpRequest doubtRequest(const domain::Doubt &) const override { return {}; }
    [[nodiscard]] domain::Evidence evidence(const domain::Doubt &, const std::vector<domain::HttpResponse> &,
                                            const QSet<QString> &) const override
    {
        return domain::Inconclusive{};
    }
    [[nodiscard]] std::vector<domain::HttpRequest> testRequests() const override { return {}; }
    [[nodiscard]] domain::ConnectionReport testReport(const std::vector<domain::HttpResponse> &) const override
    {
        return {};
    }
};

/// Stands for the engine: says yes at once, unless told to wait or to refuse.
class Sink final : public engine::HookSink
{
public:
    enum class Mood { Keep, Refuse, Wait };
    void deliver(quint64 ticket, engine::HookDelivery delivery) override
    {
        const QMutexLocker lock(&m_mutex);
        m_deliveries << delivery;
        answer(ticket);
    }
    void optOut(quint64 ticket, engine::OptOutClaim claim, QString evidence) override
    {
        const QMutexLocker lock(&m_mutex);
        m_optOuts << claim.addressIndex + ' ' + evidence.toUtf8();
        answer(ticket);
    }
    void refused(domain::ProviderId, engine::HookRefusals requests) override
    {
        const QMutexLocker lock(&m_mutex);
        m_refused += requests.unproven;
        m_unreadable += requests.unreadable;
    }
    void setMood(Mood mood)
    {
        const QMutexLocker lock(&m_mutex);
        m_mood = mood;
    }
    [[nodiscard]] QStringList ids() const
    {
        const QMutexLocker lock(&m_mutex);
        QStringList ids;
        for (const engine::HookDelivery &one : m_deliveries)
            ids << one.statuses.first().providerMessageId;
        return ids;
    }
    [[nodiscard]] QByteArrayList optOuts() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_optOuts;
    }
    [[nodiscard]] qint64 refusedCount() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_refused;
    }
    [[nodiscard]] qint64 unreadableCount() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_unreadable;
    }
    engine::HookServer *server = nullptr;

private:
    void answer(quint64 ticket) const
    {
        if (m_mood != Mood::Wait)
            server->answer({ticket}, m_mood == Mood::Keep);
    }
    mutable QMutex m_mutex;
    QList<engine::HookDelivery> m_deliveries;
    QByteArrayList m_optOuts;
    qint64 m_refused = 0;
    qint64 m_unreadable = 0;
    Mood m_mood = Mood::Keep;
};

/// One TCP connection that says and hears exactly what a test wants.
class Wire
{
public:
    explicit Wire(quint16 port) : m_fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_open = ::connect(m_fd, reinterpret_cast<const sockaddr *>(&to), sizeof to) == 0;
    }
    ~Wire() { close(); }
    Wire(Wire &&other) noexcept
        : m_fd(std::exchange(other.m_fd, -1)), m_open(other.m_open), m_read(std::move(other.m_read))
    {}
    Wire &operator=(Wire &&) = delete;

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] int fd() const { return m_fd; }
    void close()
    {
        if (m_fd >= 0)
            ::close(std::exchange(m_fd, -1));
    }
    /// False once the other side takes nothing more.
    bool say(const QByteArray &bytes) const
    {
        for (qsizetype sent = 0; sent < bytes.size();) {
            const ssize_t n = ::send(m_fd, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
            if (n <= 0)
                return false;
            sent += n;
        }
        return true;
    }
    /// The next whole answer, its head and body; what came where the connection ends or time runs out.
    QByteArray hear(int patienceMs = 10'000)
    {
        while (true) {
            const qsizetype end = m_read.indexOf("\r\n\r\n");
            if (end >= 0) {
                const qsizetype named = m_read.indexOf("Content-Length: ");
                const bool isNamed = named >= 0 && named < end; // 100 and 204 have no body
                const qsizetype whole =
                    end + 4 +
                    (isNamed ? m_read.sliced(named + 16, m_read.indexOf('\r', named) - named - 16).toInt() : 0);
                if (m_read.size() >= whole) {
                    const QByteArray answer = m_read.first(whole);
                    m_read.remove(0, whole);
                    return answer;
                }
            }
            pollfd waiting{m_fd, POLLIN, 0};
            char more[4096];
            if (::poll(&waiting, 1, patienceMs) <= 0)
                return m_read;
            const ssize_t n = ::recv(m_fd, more, sizeof more, 0);
            if (n <= 0)
                return m_read;
            m_read.append(more, n);
        }
    }
    /// The other side ends the connection within that time.
    bool ends(int patienceMs)
    {
        pollfd waiting{m_fd, POLLIN, 0};
        char more[4096];
        while (::poll(&waiting, 1, patienceMs) > 0)
            if (::recv(m_fd, more, sizeof more, 0) <= 0)
                return true;
        return false;
    }

private:
    int m_fd;
    bool m_open = false;
    QByteArray m_read;
};

/// One nobody listens on now.
inline quint16 freePort()
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof at;
    if (::bind(fd, reinterpret_cast<const sockaddr *>(&at), size) != 0 ||
        ::getsockname(fd, reinterpret_cast<sockaddr *>(&at), &size) != 0)
        qFatal("no free port");
    ::close(fd);
    return ntohs(at.sin_port);
}

inline int statusOf(const QByteArray &answer) { return answer.mid(9, 3).toInt(); }

/// A server on a free port with one account, number 7, whose token is "secret-path".
class Rig
{
public:
    explicit Rig(api::Limits limits = {}, const engine::HookListen &listen = {})
        : server(api::makeWebhookServer(clock, limits))
    {
        sink.server = server.get();
        port = server->start(listen, sink).value();
        server->setRoutes(routes());
    }
    static engine::HookRoutes routes()
    {
        engine::HookRoutes made;
        made.publicUrl = "https://hooks.example.com/x";
        made.routes = {{domain::ProviderId{7}, "secret-path", std::make_shared<PlainProvider>()}};
        made.sender = u"Bread & Butter"_s;
        made.readOptOut = [](const QByteArray &token) {
            return token == "good" ? std::optional(engine::OptOutClaim{"index", domain::Channel::Email, {}})
                                   : std::nullopt;
        };
        return made;
    }
    static QByteArray request(const QByteArray &body, const QByteArray &more = {},
                              const QByteArray &target = "/hooks/7/secret-path?a=%2B")
    {
        return "POST " + target + " HTTP/1.1\r\nHost: x\r\nX-Sign: " +
               PlainProvider::signatureOf("https://hooks.example.com/x" + target, body) + "\r\n" + more +
               "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    QByteArray ask(const QByteArray &bytes) const
    {
        Wire wire(port);
        wire.say(bytes);
        return wire.hear();
    }

    engine::SystemClock clock;
    Sink sink;
    std::unique_ptr<engine::HookServer> server;
    quint16 port = 0;
};

} // namespace hookrig
