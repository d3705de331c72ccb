#pragma once

#include "engine/enginerig.h"
#include "engine/http/httpclient.h"
#include "providers/factory.h"
#include "simulator/server.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace rig {

/// The rig's engine with the product's own providers over real sockets, to simulators in the test's process. Turn both
/// clocks with until(). Ends with the engine: it goes before the rig.
class SimulatorRig
{
public:
    explicit SimulatorRig(Rig &rig) : m_rig(rig)
    {
        m_rig.clock.set(domain::fromMillis(QDateTime::currentMSecsSinceEpoch()));
    }
    ~SimulatorRig() { m_rig.engine.reset(); }

    /// Makes the rig's account `id` one with Twilio at the simulator.
    void addAccount(qint64 id, simulator::Server &server)
    {
        const QJsonObject settings{{u"accountSid"_s, u"AC0123456789abcdef0123456789abcde%1"_s.arg(id)},
                                   {u"from"_s, u"+15005550006"_s},
                                   {u"baseUrl"_s, server.url()}};
        auto &s = m_rig.db->statement(
            "UPDATE provider SET kind = 'twilio', settings = ?2, in_flight = 8, created_at = ?3 WHERE id = ?1");
        s.bind(1, id).bind(2, QString::fromUtf8(QJsonDocument(settings).toJson()));
        if (!s.bind(3, domain::toMillis(m_rig.clock.now())).exec())
            qFatal("no account");
        m_servers << &server;
    }
    void start()
    {
        m_rig.engine = std::make_unique<engine::Engine>(engine::Services{
            *m_rig.db, m_rig.vault, m_rig.clock, m_factory, m_http,
            [](const storage::ProviderRecord &) {
                return QHash<QString, QString>{{u"authToken"_s, u"12345678901234567890123456789012"_s}};
            },
            [] { return 0.5; }, [this] { return engine::Ticks(m_rig.clock.now().time_since_epoch()); }, m_rig.policy});
        m_rig.engine->start();
    }
    /// Works until it is so; time goes on, also at the simulators, by `step` wherever nothing is on its way. False
    /// where it was not so for minutes of the test's own time.
    [[nodiscard]] bool until(const std::function<bool()> &isSo, domain::Millis step)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 100'000) {
            m_rig.engine->work();
            if (isSo())
                return true;
            if (m_http.inFlight() > 0) {
                QTest::qWait(1);
                continue;
            }
            m_rig.clock.advance(step);
            for (simulator::Server *server : std::as_const(m_servers))
                if (server != m_standing)
                    server->advance(step);
        }
        return false;
    }
    /// Its time stands still; null: every one's goes on.
    void setStanding(const simulator::Server *server) { m_standing = server; }

private:
    Rig &m_rig;
    providers::Factory m_factory;
    engine::HttpClient m_http;
    QList<simulator::Server *> m_servers;
    const simulator::Server *m_standing = nullptr;
};

} // namespace rig
