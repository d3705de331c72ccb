#include "api/hooks/webhookserver.h"
#include "engine/cloudrig.h"
#include "engine/hooks/hooksettings.h"
#include "hookrig.h"

using namespace Qt::StringLiterals;
using namespace cloud;
using domain::Channel;

/// What becomes of a campaign is told by the simulated clouds' own webhooks, over sockets, to the real webhook server.
class CloudHooksTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_file = 0;
    engine::SystemClock m_clock;
    QString m_phoneNumberId = u"106540352242922"_s;

    std::unique_ptr<Workspace> workspace(const QString &kind, QJsonObject settings,
                                         const QHash<QString, QString> &secrets, const simulator::Server &server)
    {
        settings.insert(u"baseUrl"_s, server.url() + u'/' + kind);
        return std::make_unique<Workspace>(m_dir.filePath(u"%1.helio"_s.arg(++m_file)), kind, settings, secrets);
    }

    /// The address the provider was given, behind the tunnel.
    static QString hookUrl(Workspace &w, quint16 port)
    {
        const auto settings = engine::readWebhookSettings(*w.db);
        const auto provider = storage::ProviderStore(*w.db).provider(domain::ProviderId{1});
        if (!settings || !provider)
            return {};
        const QString outside = QString::fromLatin1(engine::hookUrl(*settings, port, w.vault, *provider));
        return u"http://127.0.0.1:%1/"_s.arg(port) + outside.section(u'/', 3);
    }

    static simulator::Options options(domain::Millis delivery)
    {
        simulator::Options options;
        options.network.delivery = {delivery / 2, delivery};
        options.network.failures = {{30005, 0.05}};
        return options;
    }

private Q_SLOTS:
    void whatsAppTellsStatusesAndReplies()
    {
        constexpr int people = 500;
        simulator::Server server(options(domain::Millis{2'000}));
        QVERIFY(server.start());
        const auto hooks = api::makeWebhookServer(m_clock);
        const auto w = workspace(u"whatsapp_cloud"_s,
                                 {{u"phoneNumberId"_s, m_phoneNumberId}, {u"wabaId"_s, u"102290129340398"_s}},
                                 {{u"accessToken"_s, u"token"_s},
                                  {u"appSecret"_s, u"app-secret"_s},
                                  {u"verifyToken"_s, u"verify & me"_s}},
                                 server);
        w->addPeople(people, Channel::WhatsApp);
        const quint16 port = hookrig::freePort();
        w->openDoor(port);
        w->start(hooks.get());
        QCOMPARE(w->readLists(), QString());
        QTRY_VERIFY_WITH_TIMEOUT(hookrig::Wire(port).isOpen(), patienceMs);
        const QString url = hookUrl(*w, port);

        // Meta asks first: the token it was given must be the account's.
        QVERIFY(server.setWebhook(u"whatsapp_cloud"_s, url, u"app-secret"_s, {}, {}, u"another"_s));
        QTest::qWait(200);
        QVERIFY(!server.hasWebhook(u"whatsapp_cloud"_s));
        QVERIFY(server.setWebhook(u"whatsapp_cloud"_s, url, u"app-secret"_s, {}, {}, u"verify & me"_s));
        QTRY_VERIFY_WITH_TIMEOUT(server.hasWebhook(u"whatsapp_cloud"_s), patienceMs);

        const qint64 campaign = w->addCampaign(
            w->textOf(Channel::WhatsApp, u"Hello"_s,
                      {u"order_shipped"_s, u"en_US"_s, {u"SO-1042"_s}, {u"{{ first_name }}"_s, u"SO-1042"_s},
                       {u"SO-1042"_s}}));
        QTRY_COMPARE_WITH_TIMEOUT(w->count(campaign, u"state IN ('delivered', 'read', 'undelivered')"_s), people,
                                  patienceMs);
        QCOMPARE(server.statistics().phonesMoreThanOnce, 0);
        // Each is what its phone is, and about half of what arrived is read.
        qint64 failed = 0;
        for (const simulator::AcceptedMessage &one : server.messages())
            failed += one.errorCode != 0;
        QVERIFY(failed > 0);
        QCOMPARE(w->count(campaign, u"state = 'undelivered' AND reason = 'recipient' AND error_code = '131026'"_s),
                 failed);
        QTRY_VERIFY_WITH_TIMEOUT(std::abs(w->count(campaign, u"state = 'read'"_s) - (people - failed) / 2) < people / 8,
                                 patienceMs);
        QCOMPARE(w->count(campaign, u"delivered_at IS NOT NULL"_s), people - failed);
        QVERIFY(fixture::countersAgree(*w->db));

        QVERIFY(server.reply(Workspace::number(3), u"Danke schön / ✓"_s, m_phoneNumberId));
        QVERIFY(server.reply(Workspace::number(4), u"STOP"_s, m_phoneNumberId));
        QTRY_COMPARE_WITH_TIMEOUT(fixture::number(*w->db, u"SELECT count(*) FROM inbound"_s), 2, patienceMs);
        QCOMPARE(fixture::text(*w->db, u"SELECT body FROM inbound ORDER BY id LIMIT 1"_s),
                 u"Danke schön / ✓"_s);
        QVERIFY(storage::ConsentStore(*w->db, w->vault)
                    .isSuppressed(Workspace::number(4), Channel::WhatsApp, domain::Category::Marketing));
    }

    // Without a list to poll, the stream of the delivery log is all Amazon tells.
    void amazonTellsByItsStream()
    {
        constexpr int people = 200;
        simulator::Server server(options(domain::Millis{1'000}));
        QVERIFY(server.start());
        const auto hooks = api::makeWebhookServer(m_clock);
        const auto w =
            workspace(u"sns"_s, {{u"region"_s, u"eu-west-1"_s}, {u"accessKeyId"_s, u"AKIAIOSFODNN7EXAMPLE"_s}},
                      {{u"secretAccessKey"_s, u"secret"_s}, {u"firehoseKey"_s, u"stream"_s}}, server);
        w->addPeople(people, Channel::Sms);
        const quint16 port = hookrig::freePort();
        w->openDoor(port);
        w->start(hooks.get());
        QTRY_VERIFY_WITH_TIMEOUT(hookrig::Wire(port).isOpen(), patienceMs);
        QVERIFY(server.setWebhook(u"sns"_s, hookUrl(*w, port), u"stream"_s));
        const qint64 campaign = w->addCampaign(w->textOf(Channel::Sms, u"Hello {{ first_name }}"_s));
        QTRY_COMPARE_WITH_TIMEOUT(w->count(campaign, u"state IN ('delivered', 'undelivered')"_s), people,
                                  patienceMs);
        qint64 failed = 0;
        for (const simulator::AcceptedMessage &one : server.messages())
            failed += one.errorCode != 0;
        QVERIFY(failed > 0);
        QCOMPARE(w->count(campaign, u"state = 'undelivered' AND reason = 'recipient'"_s), failed);
        QCOMPARE(w->count(campaign, u"cost_source = 'provider' AND cost_currency = 'USD'"_s), people);
    }
};

QTEST_GUILESS_MAIN(CloudHooksTest)
#include "tst_cloudhooks.moc"
