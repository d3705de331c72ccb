#include "engine/cloudrig.h"

using namespace Qt::StringLiterals;
using namespace cloud;
using domain::Channel;

class AmazonTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_file = 0;

    std::unique_ptr<Workspace> amazon(const simulator::Server &server, const QString &secret = u"secret"_s)
    {
        return std::make_unique<Workspace>(m_dir.filePath(u"%1.helio"_s.arg(++m_file)), u"sns"_s,
                                           QJsonObject{{u"region"_s, u"eu-west-1"_s},
                                                       {u"accessKeyId"_s, u"AKIAIOSFODNN7EXAMPLE"_s},
                                                       {u"baseUrl"_s, server.url() + u"/sns"_s}},
                                           QHash<QString, QString>{{u"secretAccessKey"_s, secret}});
    }

    static simulator::Options withAccount()
    {
        simulator::Options options;
        options.accounts = {{"AKIAIOSFODNN7EXAMPLE", "secret"}};
        return options;
    }

private Q_SLOTS:
    void anSnsCampaignIsAcceptedAndNeverAskedAbout()
    {
        simulator::Server server(withAccount());
        QVERIFY(server.start());
        const auto w = amazon(server);
        w->addPeople(300, Channel::Sms);
        const qint64 campaign = w->addCampaign(w->textOf(Channel::Sms, u"Hello {{ first_name }}"_s));
        w->start();
        QTRY_COMPARE_WITH_TIMEOUT(w->count(campaign, u"state = 'accepted'"_s), 300, patienceMs);
        QCOMPARE(server.statistics().accepted, 300);
        QCOMPARE(server.statistics().phonesMoreThanOnce, 0);
        QCOMPARE(w->count(campaign, u"provider_message_id IS NULL"_s), 0);
        // Ten seconds later each is to be looked at; Amazon has nothing to say, and is not asked again.
        fixture::mustRun(*w->db, u"UPDATE message SET look_at = 1"_s);
        w->engine->refresh(engine::Topic::Messages);
        QTRY_COMPARE_WITH_TIMEOUT(w->count(campaign, u"look_at IS NOT NULL"_s), 0, patienceMs);
        QCOMPARE(w->count(campaign, u"state = 'accepted'"_s), 300);
        QCOMPARE(server.statistics().sends, 300);
    }

    void aRefusedSignatureStopsTheAccountAndBurnsNothing()
    {
        simulator::Server server(withAccount());
        QVERIFY(server.start());
        const auto w = amazon(server, u"wrong"_s);
        w->addPeople(20, Channel::Sms);
        const qint64 campaign = w->addCampaign(w->textOf(Channel::Sms, u"Hello"_s));
        w->start();
        QTRY_COMPARE_WITH_TIMEOUT(fixture::text(*w->db, u"SELECT paused_reason FROM provider"_s), u"configuration"_s,
                                  patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(w->count(campaign, u"state = 'queued'"_s), 20, patienceMs);
        QVERIFY(fixture::text(*w->db, u"SELECT paused_detail FROM provider"_s).startsWith(u"SignatureDoesNotMatch"_s));
        QCOMPARE(server.statistics().accepted, 0);
    }

    void theListOfOptOutsIsKeptEqual()
    {
        simulator::Server server(withAccount());
        QVERIFY(server.start());
        const auto w = amazon(server);
        w->addPeople(5, Channel::Sms);
        const qint64 first = w->addCampaign(w->textOf(Channel::Sms, u"One"_s));
        w->start();
        QTRY_COMPARE_WITH_TIMEOUT(w->count(first, u"state = 'accepted'"_s), 5, patienceMs);
        for (const int person : {2, 4})
            QVERIFY(server.reply(Workspace::number(person), u"STOP"_s));
        QCOMPARE(w->readLists(), QString());
        const qint64 second = w->addCampaign(w->textOf(Channel::Sms, u"Two"_s));
        QTRY_COMPARE_WITH_TIMEOUT(w->count(second, u"state = 'accepted'"_s), 3, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(w->count(second, u"state = 'skipped' AND reason = 'suppressed'"_s), 2, patienceMs);
        QVERIFY(server.reply(Workspace::number(2), u"START"_s));
        QCOMPARE(w->readLists(), QString());
        const qint64 third = w->addCampaign(w->textOf(Channel::Sms, u"Three"_s));
        QTRY_COMPARE_WITH_TIMEOUT(w->count(third, u"state = 'accepted'"_s), 4, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(w->count(third, u"state = 'skipped'"_s), 1, patienceMs);
    }
};

QTEST_GUILESS_MAIN(AmazonTest)
#include "tst_amazon.moc"
