#include "engine/enginerig.h"
#include "engine/http/httpclient.h"
#include "providers/factory.h"
#include "simulator/server.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Millis;

/// A campaign through every carrier, over real sockets against the simulator: each gets its message, what fails fails
/// for the right reason, the price is the provider's, and who writes STOP gets no more.
class CarriersTest : public QObject
{
    Q_OBJECT

    static constexpr int people = 100;
    static constexpr int patienceMs = 120'000;

    QTemporaryDir m_dir;
    std::unique_ptr<rig::Rig> m_rig;
    std::unique_ptr<engine::HttpClient> m_http;
    std::unique_ptr<simulator::Server> m_server;
    const providers::Factory m_factory;

    static domain::Instant systemNow() { return domain::fromMillis(QDateTime::currentMSecsSinceEpoch()); }

    static std::pair<QJsonObject, QHash<QString, QString>> accountOf(const QString &kind)
    {
        if (kind == "messagebird"_L1)
            return {{}, {{u"accessKey"_s, u"test_key0"_s}}};
        if (kind == "bird"_L1)
            return {{}, {{u"apiKey"_s, u"bk_eu1_key"_s}}};
        return {{{u"apiKey"_s, u"abcd1234"_s}}, {{u"apiSecret"_s, u"secret"_s}}};
    }

    void begin(const QString &kind)
    {
        simulator::Options options;
        options.network.delivery = {Millis{0}, Millis{20}};
        m_server = std::make_unique<simulator::Server>(options);
        QVERIFY(m_server->start());
        m_rig = std::make_unique<rig::Rig>(m_dir.filePath(kind));
        m_rig->clock.set(systemNow());
        auto [settings, secrets] = accountOf(kind);
        settings.insert(u"from"_s, u"+15005550006"_s);
        settings.insert(u"baseUrl"_s, m_server->url() + u'/' + kind);
        auto &s = m_rig->db->statement("UPDATE provider SET kind = ?1, settings = ?2, created_at = ?3");
        s.bind(1, kind).bind(2, QString::fromUtf8(QJsonDocument(settings).toJson(QJsonDocument::Compact)));
        s.bind(3, domain::toMillis(m_rig->clock.now()));
        QVERIFY(s.exec());
        m_http = std::make_unique<engine::HttpClient>();
        m_rig->engine = std::make_unique<engine::Engine>(engine::Services{
            *m_rig->db, m_rig->vault, m_rig->clock, m_factory, *m_http,
            [secrets = secrets](const storage::ProviderRecord &) { return secrets; }, [] { return 0.5; },
            [this] { return engine::Ticks(m_rig->clock.now().time_since_epoch()); }, m_rig->policy});
        m_rig->engine->start();
    }

    /// Works until it is so; whenever nothing is on its way, time jumps on, here and there.
    [[nodiscard]] bool workUntil(const std::function<bool()> &isSo)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < patienceMs) {
            m_rig->engine->work();
            if (isSo())
                return true;
            if (m_http->inFlight() > 0) {
                QTest::qWait(1);
                continue;
            }
            m_rig->clock.advance(Millis{500});
            m_server->advance(Millis{500});
        }
        return false;
    }

private Q_SLOTS:
    void cleanup()
    {
        if (m_rig)
            m_rig->engine.reset();
        m_http.reset();
        m_rig.reset();
        m_server.reset();
    }

    void aCampaignArrives_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("currency");
        QTest::newRow("messagebird") << u"messagebird"_s << u"USD"_s;
        QTest::newRow("bird") << u"bird"_s << u"USD"_s;
        QTest::newRow("vonage") << u"vonage"_s << u"EUR"_s;
    }
    void aCampaignArrives()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, currency);
        begin(kind);
        const QList<std::pair<int, QString>> failures{
            {30005, u"recipient"_s}, {30004, u"opted_out"_s}, {30007, u"content"_s}, {30003, u"unclear"_s}};
        for (int i = 0; i < failures.size(); ++i)
            m_server->setFailure(rig::Rig::number(i + 1), failures[i].first);
        m_rig->addTemplate(u"Hello {{ first_name }}, "_s + QString(200, u'a'), u"transactional"_s); // two parts
        m_rig->addPeople(people);
        m_rig->addCampaign();
        QVERIFY(workUntil([&] { return m_rig->count(u"state IN ('delivered', 'undelivered')"_s) == people; }));
        QCOMPARE(m_server->statistics().accepted, people);
        QCOMPARE(m_server->statistics().phonesMoreThanOnce, 0);
        QCOMPARE(m_rig->count(u"state = 'delivered' AND segments = 2 AND cost_source = 'provider'"
                              " AND cost_micros = 15800 AND cost_currency = '%1'"_s.arg(currency)),
                 people - failures.size());
        for (int i = 0; i < failures.size(); ++i)
            QCOMPARE(fixture::text(*m_rig->db, u"SELECT reason FROM message WHERE contact_id = %1"_s.arg(i + 1)),
                     failures[i].second);
        QVERIFY(fixture::countersAgree(*m_rig->db));

        // Who writes STOP is heard by the list, and left out of the next campaign.
        QVERIFY(m_server->reply(rig::Rig::number(50), u"STOP"_s));
        QVERIFY(workUntil([&] { return fixture::number(*m_rig->db, u"SELECT count(*) FROM inbound"_s) == 1; }));
        m_rig->addTemplate(u"And again"_s, u"marketing"_s, 2);
        m_rig->addCampaign(2, 0, u"sending"_s, 2);
        QVERIFY(workUntil([&] { return m_rig->campaignState(2) == u"completed"; }));
        QCOMPARE(fixture::text(*m_rig->db, u"SELECT state || ' ' || reason FROM message WHERE campaign_id = 2"
                                           " AND contact_id = 50"_s),
                 u"skipped suppressed"_s);
        QCOMPARE(m_server->receivedCounts().value(rig::Rig::number(50)), 1);
        QCOMPARE(m_server->receivedCounts().value(rig::Rig::number(51)), 2);
    }
};

QTEST_GUILESS_MAIN(CarriersTest)
#include "tst_carriers.moc"
