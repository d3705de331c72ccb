#pragma once

#include "engine/http/httpclient.h"
#include "engine/sending/engine.h"
#include "engine/systemclock.h"
#include "providers/factory.h"
#include "simulator/server.h"
#include "storage/consent/consentstore.h"
#include "storage/messagefixture.h"
#include "storage/templates/templatestore.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QTemporaryDir>
#include <QTest>

// The engine with the real translators over real sockets, for tests against the simulated clouds.

namespace cloud {

using namespace Qt::StringLiterals;

using domain::Channel;

constexpr int patienceMs = 60'000; ///< only reached by a failing test

/// Stands for the webhook server: proves and reads a request as that does, and hands it over.
class HookDoor final : public engine::HookServer
{
public:
    domain::Result<quint16> start(const engine::HookListen &listen, engine::HookSink &sink) override
    {
        m_sink = &sink;
        return listen.port;
    }
    void stop() override { m_sink = nullptr; }
    void setRoutes(engine::HookRoutes routes) override { m_routes = std::move(routes); }
    void answer(const QList<quint64> &tickets, bool kept) override { m_kept += kept ? tickets.size() : 0; }

    [[nodiscard]] bool isOpen() const { return m_sink && !m_routes.routes.isEmpty(); }
    [[nodiscard]] qint64 kept() const { return m_kept; }

    /// False where nobody listens, or the request is not proven or cannot be read.
    bool post(const QByteArray &body, const QByteArray &appSecret)
    {
        if (!isOpen())
            return false;
        const QByteArray signature =
            QMessageAuthenticationCode::hash(body, appSecret, QCryptographicHash::Sha256).toHex();
        const domain::WebhookRequest request{
            "POST", "https://hooks.example/", {{"X-Hub-Signature-256", "sha256=" + signature}}, body};
        const auto &provider = m_routes.routes.first().provides;
        const auto now = domain::fromMillis(QDateTime::currentMSecsSinceEpoch());
        if (!provider->verifyWebhook(request, now))
            return false;
        const auto events = provider->webhook(request, now);
        if (!events)
            return false;
        m_sink->deliver(++m_ticket, {domain::ProviderId{1}, events->statuses, events->inbound, events->consents,
                                     events->templates});
        return true;
    }

private:
    engine::HookSink *m_sink = nullptr;
    engine::HookRoutes m_routes;
    quint64 m_ticket = 0;
    qint64 m_kept = 0;
};

struct Workspace
{
    Workspace(const QString &path, const QString &kind, const QJsonObject &settings,
              const QHash<QString, QString> &secrets)
        : db(fixture::workspaceDatabase(path)), m_secrets(secrets)
    {
        fixture::mustRun(
            *db,
            u"INSERT INTO setting VALUES ('workspace', '{\"id\":\"w\",\"name\":\"Test\","
            "\"country\":\"US\",\"time_zone\":\"UTC\",\"currency\":\"USD\"}');"
            "INSERT INTO setting VALUES ('limits', '{\"per_address_per_hour\":0,\"quiet_transactional\":{\"enabled\":false}}')"_s);
        auto &s =
            db->statement("INSERT INTO provider (id, kind, name, settings, rate_per_second, in_flight, created_at,"
                          " updated_at) VALUES (1, ?, 'P', ?, 0, 50, 0, 0)");
        const QByteArray json = QJsonDocument(settings).toJson(QJsonDocument::Compact);
        if (!s.bind(1, kind).bind(2, QString::fromUtf8(json)).exec())
            qFatal("no provider");
    }

    void addPeople(int count, Channel channel)
    {
        for (int i = 1; i <= count; ++i) {
            auto &c = db->statement("INSERT INTO contact (id, display_name, first_name, created_at, updated_at)"
                                    " VALUES (?, ?, ?, 0, 0)");
            c.bind(1, i).bind(2, u"Person %1"_s.arg(i)).bind(3, u"Name%1"_s.arg(i));
            auto &a = db->statement("INSERT INTO contact_address (contact_id, channel, address_cipher, address_index,"
                                    " address_tail, country) VALUES (?, ?, ?, ?, '…', 'US')");
            a.bind(1, i)
                .bind(2, domain::toText(channel))
                .bind(3, vault.seal(addressOf(i, channel)))
                .bind(4, vault.indexOf(domain::Address{channel, addressOf(i, channel)}));
            if (!c.exec() || !a.exec())
                qFatal("no contact");
        }
    }
    static QString number(int person) { return u"+1555100%1"_s.arg(1000 + person); }
    static QString addressOf(int person, Channel channel)
    {
        return channel == Channel::Email ? u"p%1@customer.example"_s.arg(person) : number(person);
    }

    domain::TemplateRecord textOf(Channel channel, const QString &body, const domain::ProviderContent &content = {})
    {
        domain::TemplateRecord record;
        record.name = u"T%1"_s.arg(++m_templates);
        record.channel = channel;
        record.category = domain::Category::Transactional;
        domain::TemplateVersion version;
        version.body = body;
        version.provider = content;
        record.current = {version};
        storage::TemplateStore store(*db);
        return *store.record(*store.save(record, {}, {}, domain::fromMillis(1)));
    }

    qint64 addCampaign(const domain::TemplateRecord &text)
    {
        auto &s = db->statement("INSERT INTO campaign (name, channel, category, template_id, version_id, state,"
                                " launched_at, created_at, updated_at)"
                                " VALUES (?1, ?2, 'transactional', ?3, ?4, 'sending', ?5, 0, 0)");
        s.bind(1, u"C "_s + text.name).bind(2, domain::toText(text.channel)).bind(3, text.id.value);
        s.bind(4, text.current.first().id.value).bind(5, domain::toMillis(clock.now()));
        if (!s.exec())
            qFatal("no campaign");
        const qint64 id = db->lastInsertId();
        if (engine)
            engine->refresh(engine::Topic::Campaigns);
        return id;
    }

    void openDoor(quint16 port = 8787)
    {
        fixture::mustRun(*db, u"INSERT INTO setting VALUES ('webhooks', '{\"enabled\":true,\"port\":%1,"
                              "\"public_url\":\"https://hooks.example\"}')"_s.arg(port));
    }

    /// `server`: instead of the door.
    void start(engine::HookServer *server = nullptr)
    {
        engine = std::make_unique<engine::Engine>(
            engine::Services{*db,
                             vault,
                             clock,
                             factory,
                             http,
                             [this](const storage::ProviderRecord &) { return m_secrets; },
                             [] { return 0.5; },
                             [] { return engine::Ticks(std::chrono::steady_clock::now().time_since_epoch()); },
                             {},
                             server ? server : &door,
                             stage,
                             mail});
        engine->start();
    }

    [[nodiscard]] qint64 count(qint64 campaign, const QString &where) const
    {
        return fixture::number(*db,
                               u"SELECT count(*) FROM message WHERE campaign_id = %1 AND "_s.arg(campaign) + where);
    }

    /// Reads the provider's lists; empty, or what went wrong.
    QString readLists()
    {
        std::optional<domain::Result<void>> answer;
        engine->sync().readNow(domain::ProviderId{1}, [&](const domain::Result<void> &result) { answer = result; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, patienceMs))
            return u"no answer"_s;
        return *answer ? QString() : answer->error().detail;
    }

    std::unique_ptr<storage::Connection> db;
    storage::Vault vault{QByteArray(32, 'k')};
    engine::SystemClock clock;
    providers::Factory factory;
    engine::HttpClient http;
    HookDoor door;
    std::optional<engine::RehearsalStage> stage; ///< before start()
    engine::MailTransport *mail = nullptr;       ///< before start(); outlives it
    std::unique_ptr<engine::Engine> engine;

private:
    QHash<QString, QString> m_secrets;
    int m_templates = 0;
};

} // namespace cloud
