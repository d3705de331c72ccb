#include "api/hooks/webhookserver.h"

#include "api/hooks/unsubscribepage.h"
#include "api/http/framing.h"
#include "api/http/server.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace api {

namespace {

constexpr qsizetype evidenceLength = 120; // of the client's name for itself

QByteArray headerOf(const Head &head, QByteArrayView name)
{
    for (const auto &[key, value] : head.headers)
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    return {};
}

QByteArray pathOf(const QByteArray &target)
{
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.first(query);
}

bool equalInConstantTime(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return difference == 0;
}

Answer later()
{
    Answer answer = plainAnswer(503);
    answer.headers.emplaceBack("Retry-After", "5");
    return answer;
}

class WebhookServer final : public engine::HookServer, private Handler
{
public:
    WebhookServer(const domain::Clock &clock, Limits limits) : m_clock(clock), m_limits(limits) {}
    ~WebhookServer() override { WebhookServer::stop(); }
    Q_DISABLE_COPY_MOVE(WebhookServer)

    // ---- the engine's thread

    domain::Result<quint16> start(const engine::HookListen &listen, engine::HookSink &sink) override
    {
        stop();
        m_sink = &sink;
        Handler &handler = *this;
        m_http = std::make_unique<HttpServer>(m_limits, handler);
        auto port = m_http->start(listen);
        if (!port)
            m_http.reset();
        return port;
    }

    void stop() override
    {
        if (m_http)
            m_http->stop(); // what was posted still looks at m_http
        m_http.reset();     // its thread has ended: the rest is ours again
        m_pending.clear();
        m_refused.clear();
        m_routes = {};
    }

    void setRoutes(engine::HookRoutes routes) override
    {
        if (m_http)
            m_http->post([this, routes = std::move(routes)]() mutable {
                m_routes = std::move(routes);
                m_http->serve(); // nobody is told 'not found' because we are only starting
            });
    }

    void answer(const QList<quint64> &tickets, bool kept) override
    {
        if (m_http)
            m_http->post([this, tickets, kept] {
                for (const quint64 ticket : tickets)
                    m_http->answer(ticket, kept ? m_pending.value(ticket) : later());
                for (const quint64 ticket : tickets)
                    m_pending.remove(ticket);
            });
    }

private:
    // ---- the server's thread

    std::optional<Answer> screen(const Head &head) override
    {
        const QByteArray path = pathOf(head.target);
        if (routeOf(path) || claimOf(path))
            return std::nullopt;
        return plainAnswer(404);
    }

    std::optional<Answer> handle(quint64 ticket, const Head &head, const QByteArray &body) override
    {
        const QByteArray path = pathOf(head.target);
        if (const engine::HookRoute *route = routeOf(path))
            return hook(ticket, *route, head, body);
        if (const auto claim = claimOf(path))
            return optOut(ticket, *claim, head, body);
        return plainAnswer(404); // the routes changed while its body came
    }

    void tick() override
    {
        for (auto it = m_refused.cbegin(); it != m_refused.cend(); ++it)
            m_sink->refused(it.key(), it.value());
        m_refused.clear();
    }

    /// Null for every path that is not exactly an account's.
    const engine::HookRoute *routeOf(const QByteArray &path) const
    {
        if (!path.startsWith("/hooks/"))
            return nullptr;
        const QByteArray rest = path.sliced(7);
        const qsizetype slash = rest.indexOf('/');
        if (slash < 0)
            return nullptr;
        for (const engine::HookRoute &route : m_routes.routes)
            if (rest.first(slash) == QByteArray::number(route.provider.value) &&
                equalInConstantTime(rest.sliced(slash + 1), route.token))
                return &route;
        return nullptr;
    }

    std::optional<engine::OptOutClaim> claimOf(const QByteArray &path) const
    {
        if (!path.startsWith("/u/") || !m_routes.readOptOut)
            return std::nullopt;
        return m_routes.readOptOut(path.sliced(3));
    }

    std::optional<Answer> hook(quint64 ticket, const engine::HookRoute &route, const Head &head, const QByteArray &body)
    {
        const domain::WebhookRequest request{head.method, m_routes.publicUrl + head.target, head.headers, body};
        const domain::Instant now = m_clock.now();
        if (!route.provides->verifyWebhook(request, now)) {
            ++m_refused[route.provider].unproven;
            return plainAnswer(403);
        }
        auto events = route.provides->webhook(request, now);
        if (!events) {
            ++m_refused[route.provider].unreadable;
            return plainAnswer(400);
        }
        Answer answer{events->answerStatus, events->answerType, events->answer, {}};
        if (events->statuses.isEmpty() && events->inbound.isEmpty() && events->consents.isEmpty() &&
            events->templates.isEmpty())
            return answer;
        if (m_pending.size() >= m_limits.unanswered)
            return later();
        m_pending.insert(ticket, std::move(answer));
        m_sink->deliver(ticket, {route.provider, std::move(events->statuses), std::move(events->inbound),
                                 std::move(events->consents), std::move(events->templates)});
        return std::nullopt;
    }

    /// RFC 8058: mail programs follow links to look at them, so that only a POST changes something.
    std::optional<Answer> optOut(quint64 ticket, const engine::OptOutClaim &claim, const Head &head,
                                 const QByteArray &body)
    {
        const QByteArray languages = headerOf(head, "Accept-Language");
        if (head.method != "POST")
            return unsubscribeQuestion(m_routes.sender, claim.channel, languages);
        if (m_pending.size() >= m_limits.unanswered)
            return later();
        QString client = QString::fromUtf8(headerOf(head, "User-Agent")).left(evidenceLength);
        std::replace_if(
            client.begin(), client.end(), [](QChar c) { return !c.isPrint(); }, u' ');
        const bool oneClick = body.contains("One-Click"); // as a form or in parts
        QString evidence = oneClick ? u"One-click unsubscribe by the mail program"_s
                                    : u"Confirmed on the page behind the unsubscribe link"_s;
        if (!client.isEmpty())
            evidence += u" ("_s + client + u')';
        m_pending.insert(ticket, unsubscribeDone(m_routes.sender, claim.channel, languages));
        m_sink->optOut(ticket, claim, evidence);
        return std::nullopt;
    }

    const domain::Clock &m_clock;
    const Limits m_limits;
    engine::HookSink *m_sink = nullptr;
    engine::HookRoutes m_routes;
    QHash<quint64, Answer> m_pending; ///< what to say once it is kept
    QHash<domain::ProviderId, engine::HookRefusals> m_refused;
    std::unique_ptr<HttpServer> m_http;
};

} // namespace

std::unique_ptr<engine::HookServer> makeWebhookServer(const domain::Clock &clock, Limits limits)
{
    return std::make_unique<WebhookServer>(clock, limits);
}

} // namespace api
