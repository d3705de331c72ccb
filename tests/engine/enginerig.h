#pragma once

#include "engine/sending/engine.h"
#include "storage/messagefixture.h"

#include <QTemporaryDir>

#include <deque>

namespace rig {

using namespace Qt::StringLiterals;

class FakeClock final : public domain::Clock
{
public:
    [[nodiscard]] domain::Instant now() const override { return m_now; }
    void set(domain::Instant now) { m_now = now; }
    void advance(domain::Millis by) { m_now += by; }

private:
    // 2026-06-10 16:00 UTC: noon in New York
    domain::Instant m_now = domain::fromMillis(1'781'107'200'000);
};

/// Speaks no provider's language: "send <to>" and the HTTP status is the outcome.
class FakeProvider final : public domain::Provider
{
public:
    FakeProvider(domain::ProviderCapabilities can, domain::ProviderId id) : m_can(std::move(can)), m_id(id) {}
    [[nodiscard]] domain::ProviderCapabilities capabilities() const override { return m_can; }
    [[nodiscard]] domain::HttpRequest sendRequest(const domain::SendRequest &m) const override
    {
        domain::HttpRequest request;
        request.method = "POST";
        request.url = "send";
        request.body =
            m.to.toUtf8() + '|' + m.body.toUtf8() + '|' + m.reference.toUtf8() + '|' + QByteArray::number(m_id.value);
        if (!m.sender.isEmpty())
            request.body += '|' + m.sender.toUtf8();
        return request;
    }
    [[nodiscard]] domain::Outcome outcome(const domain::SendRequest &, const domain::HttpResponse &r) const override
    {
        if (r.reached == domain::Reached::NotConnected)
            return domain::NotSent{u"refused"_s, r.error};
        if (r.reached != domain::Reached::ResponseComplete)
            return domain::Unknown{r.error};
        const QString text = QString::fromUtf8(r.body);
        switch (r.status) {
        case 201:
            return domain::Accepted{text, 1, domain::Money{7'000, u"USD"_s}, domain::MessageState::Accepted};
        case 400:
            return domain::Rejected{domain::RejectReason::Recipient, domain::Scope::Recipient, u"400"_s, text};
        case 401:
            return domain::Rejected{domain::RejectReason::Configuration, domain::Scope::Account, u"401"_s, text};
        case 410:
            return domain::Rejected{domain::RejectReason::OptedOut, domain::Scope::Recipient, u"410"_s, text};
        case 429:
            return domain::Throttled{domain::Millis{5'000}, domain::Scope::Account, u"429"_s, text};
        default:
            return domain::Unknown{text};
        }
    }
    [[nodiscard]] domain::HttpRequest statusRequest(const QString &id) const override
    {
        domain::HttpRequest request;
        request.url = "status " + id.toUtf8();
        return request;
    }
    [[nodiscard]] domain::Result<domain::StatusReport> status(const domain::HttpResponse &r) const override
    {
        auto page = listPage(r, {});
        if (!page || page->statuses.isEmpty())
            return domain::fail(domain::ErrorCode::Network);
        return page->statuses.first();
    }
    [[nodiscard]] domain::HttpRequest listRequest(domain::Instant) const override
    {
        domain::HttpRequest request;
        request.url = "list";
        return request;
    }
    /// Lines of "status ID STATE", "inbound ID FROM TEXT", "next PAGE".
    [[nodiscard]] domain::Result<domain::ListPage> listPage(const domain::HttpResponse &r,
                                                            domain::Instant) const override
    {
        if (r.status != 200)
            return domain::fail(domain::ErrorCode::Network);
        domain::ListPage page;
        for (const QByteArray &line : r.body.split('\n')) {
            const QStringList words = QString::fromUtf8(line).split(u' ');
            if (words.first() == u"status") {
                domain::StatusReport report;
                report.providerMessageId = words[1];
                report.state = *domain::messageStateFromText(words[2]);
                page.statuses << report;
            } else if (words.first() == u"next") {
                page.next = domain::HttpRequest();
                page.next->url = "list " + words[1].toUtf8();
            } else if (words.first() == u"inbound") {
                domain::InboundMessage message;
                message.providerMessageId = words[1];
                message.from = words[2];
                message.body = words[3];
                page.inbound << message;
            }
        }
        return page;
    }
    [[nodiscard]] domain::Instant doubtSince(const domain::Doubt &d) const override { return d.startedAt; }
    [[nodiscard]] domain::HttpRequest doubtRequest(const domain::Doubt &d) const override
    {
        domain::HttpRequest request;
        request.url = "doubt " + d.to.toUtf8();
        return request;
    }
    [[nodiscard]] domain::Evidence evidence(const domain::Doubt &, const std::vector<domain::HttpResponse> &pages,
                                            const QSet<QString> &bound) const override
    {
        const auto page = listPage(pages.front(), {});
        if (!page)
            return domain::Inconclusive{u"no list"_s};
        QList<domain::StatusReport> open;
        for (const domain::StatusReport &report : page->statuses)
            if (!bound.contains(report.providerMessageId))
                open << report;
        if (open.isEmpty())
            return domain::Absent{};
        if (open.size() > 1)
            return domain::SeveralCandidates{open};
        return domain::Found{open.first()};
    }
    [[nodiscard]] std::vector<domain::HttpRequest> testRequests() const override { return {}; }
    [[nodiscard]] domain::ConnectionReport testReport(const std::vector<domain::HttpResponse> &) const override
    {
        return {};
    }

private:
    domain::ProviderCapabilities m_can;
    domain::ProviderId m_id;
};

class FakeFactory final : public domain::ProviderFactory
{
public:
    domain::ProviderCapabilities can{{domain::Channel::Sms}, true, false, false, true, true, false, false};
    [[nodiscard]] const QList<domain::ProviderKind> &kinds() const override
    {
        static const QList<domain::ProviderKind> one{{u"fake"_s, u"Fake"_s, {domain::Channel::Sms}, {}}};
        return one;
    }
    [[nodiscard]] QList<domain::ConfigProblem> problems(const domain::ProviderConfig &) const override { return {}; }
    [[nodiscard]] domain::Result<std::unique_ptr<domain::Provider>>
    make(const domain::ProviderConfig &config) const override
    {
        return std::make_unique<FakeProvider>(can, config.id);
    }
};

inline domain::HttpResponse answer(int status, const QByteArray &body = {})
{
    domain::HttpResponse response;
    response.reached = domain::Reached::ResponseComplete;
    response.status = status;
    response.body = body;
    return response;
}

inline domain::HttpResponse broken(domain::Reached reached)
{
    domain::HttpResponse response;
    response.reached = reached;
    response.error = u"broken"_s;
    return response;
}

/// Keeps what is asked until the test lets it be answered by its script.
class ScriptedTransport final : public engine::Transport
{
public:
    using Script = std::function<domain::HttpResponse(const domain::HttpRequest &)>;
    /// Default: every message is taken, everything else is an empty list.
    Script script;
    /// Called as a request leaves.
    std::function<void(const domain::HttpRequest &)> onSend;
    QList<domain::HttpRequest> seen;

    void send(domain::HttpRequest request, Done done) override
    {
        seen << request;
        if (onSend)
            onSend(request);
        m_open.push_back({std::move(request), std::move(done)});
    }
    void cancelAll() override
    {
        for (auto open = std::exchange(m_open, {}); auto &one : open)
            one.done(broken(domain::Reached::RequestWritten));
    }
    [[nodiscard]] int inFlight() const override { return static_cast<int>(m_open.size()); }

    /// Answers what is open now, or those of it that are asked for; how many.
    int answerAll(const std::function<bool(const domain::HttpRequest &)> &which = {})
    {
        int answered = 0;
        for (auto &one : std::exchange(m_open, {})) {
            if (which && !which(one.request)) {
                m_open.push_back(std::move(one));
                continue;
            }
            one.done(script ? script(one.request) : usual(one.request));
            ++answered;
        }
        return answered;
    }
    domain::HttpResponse usual(const domain::HttpRequest &request)
    {
        return request.url == "send" ? answer(201, "SM" + QByteArray::number(++m_next)) : answer(200);
    }
    [[nodiscard]] QStringList sentTo() const
    {
        QStringList to;
        for (const domain::HttpRequest &request : seen)
            if (request.url == "send")
                to << QString::fromUtf8(request.body.split('|').first());
        return to;
    }
    [[nodiscard]] qsizetype asked(const QByteArray &beginning) const
    {
        return std::count_if(seen.cbegin(), seen.cend(), [&](const auto &r) { return r.url.startsWith(beginning); });
    }

private:
    struct Open
    {
        domain::HttpRequest request;
        Done done;
    };
    std::deque<Open> m_open;
    int m_next = 0;
};

inline const QByteArray key(storage::Vault::keyBytes, 'k');

/// An engine over a real file, with a clock, a provider and a network of the test's own.
struct Rig
{
    explicit Rig(const QString &path, bool isNew = true)
        : db(isNew ? fixture::workspaceDatabase(path)
                   : std::move(*storage::Connection::open(path, storage::Connection::Access::ReadWrite)))
    {
        if (isNew) {
            fixture::mustRun(*db, u"INSERT INTO setting VALUES ('workspace', '{\"id\":\"w\",\"name\":\"Test\","
                                  "\"country\":\"US\",\"time_zone\":\"America/New_York\",\"currency\":\"USD\"}');"
                                  "INSERT INTO provider (id, kind, name, rate_per_second, in_flight, created_at,"
                                  " updated_at) VALUES (1, 'fake', 'Fake', 0, 50, 0, 0)"_s);
        }
    }

    void start()
    {
        engine = std::make_unique<engine::Engine>(engine::Services{
            *db, vault, clock, factory, transport,
            [](const storage::ProviderRecord &) { return QHash<QString, QString>(); }, [] { return 0.5; },
            [this] { return engine::Ticks(clock.now().time_since_epoch()); }, policy, hooks});
        engine->start();
    }

    void addTemplate(const QString &body, const QString &category = u"marketing"_s, qint64 id = 1)
    {
        fixture::mustRun(*db, u"INSERT INTO template (id, name, channel, category, created_at, updated_at)"
                              " VALUES (%1, 'T%1', 'sms', '%2', 0, 0);"
                              "INSERT INTO template_version (id, template_id, number, body, created_at)"
                              " VALUES (%1, %1, 1, '%3', 0)"_s.arg(id)
                                  .arg(category, body));
    }

    /// Contacts from `first` on, in New York unless said otherwise; +12125550100 + id.
    void addPeople(int count, int first = 1, const QString &zone = u"America/New_York"_s)
    {
        for (int i = first; i < first + count; ++i) {
            auto &c = db->statement("INSERT INTO contact (id, display_name, first_name, time_zone, created_at,"
                                    " updated_at) VALUES (?, ?, ?, ?, 0, 0)");
            c.bind(1, i).bind(2, u"Person %1"_s.arg(i)).bind(3, u"Name%1"_s.arg(i)).bind(4, zone);
            auto &a = db->statement("INSERT INTO contact_address (contact_id, channel, address_cipher, address_index,"
                                    " address_tail, country) VALUES (?, 'sms', ?, ?, '…', 'US')");
            const QString to = number(i);
            a.bind(1, i).bind(2, vault.seal(to)).bind(3, vault.indexOf(to));
            if (!c.exec() || !a.exec())
                qFatal("no contact");
        }
    }
    static QString number(int person) { return u"+1212555%1"_s.arg(1000 + person); }

    /// A campaign to everybody that is sending.
    void addCampaign(qint64 id = 1, int pacePerMinute = 0, const QString &state = u"sending"_s, qint64 templateId = 1)
    {
        auto &s = db->statement("INSERT INTO campaign (id, name, channel, category, template_id, version_id, state,"
                                " pace_per_minute, launched_at, created_at, updated_at) SELECT ?1, 'C' || ?1, channel,"
                                " category, id, id, ?2, ?3, ?4, 0, 0 FROM template WHERE id = ?5");
        s.bind(1, id).bind(2, state).bind(3, pacePerMinute).bind(4, domain::toMillis(clock.now())).bind(5, templateId);
        if (!s.exec())
            qFatal("no campaign");
        if (engine)
            engine->refresh(engine::Topic::Campaigns);
    }

    /// Works and answers until nothing moves any more at this instant (and the 50 ms of a settlement after it).
    void settle()
    {
        for (int quiet = 0, rounds = 0; quiet < 4; ++rounds) {
            if (rounds > 20'000)
                qFatal("it never comes to rest");
            engine->work();
            quiet = transport.answerAll() > 0 ? 0 : quiet + 1;
            clock.advance(domain::Millis{60});
        }
    }

    /// Minute by minute (or what is given).
    void pass(domain::Millis time, domain::Millis step = domain::Millis{60'000})
    {
        for (domain::Millis gone{0}; gone < time; gone += step) {
            clock.advance(std::min(step, time - gone));
            settle();
        }
    }

    /// Answers come with the next step; nothing but `step` moves the clock.
    void flow(domain::Millis time, domain::Millis step)
    {
        for (domain::Millis gone{0}; gone < time; gone += step) {
            engine->work();
            transport.answerAll();
            clock.advance(step);
        }
    }

    qint64 count(const QString &where) const
    {
        return fixture::number(*db, u"SELECT count(*) FROM message WHERE "_s + where);
    }
    /// So many have been asked to be sent to, each one once.
    [[nodiscard]] bool everybodyOnce(int people) const
    {
        const QStringList to = transport.sentTo();
        return to.size() == people && QSet<QString>(to.cbegin(), to.cend()).size() == people;
    }
    QString campaignState(qint64 id = 1) const
    {
        return fixture::text(*db, u"SELECT state FROM campaign WHERE id = %1"_s.arg(id));
    }

    std::unique_ptr<storage::Connection> db;
    storage::Vault vault{key};
    FakeClock clock;
    FakeFactory factory;
    ScriptedTransport transport;
    domain::SendingPolicy policy;
    engine::HookServer *hooks = nullptr;
    std::unique_ptr<engine::Engine> engine;
};

} // namespace rig
