#include "engine/enginerig.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace rig;
using domain::Reached;

class SendingTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Rig> m_rig;

    Rig &sending(int people, const QString &body = u"Hello {{ first_name }}"_s,
                 const QString &category = u"marketing"_s)
    {
        m_rig->addTemplate(body, category);
        m_rig->addPeople(people);
        m_rig->start();
        m_rig->addCampaign();
        return *m_rig;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_rig = std::make_unique<Rig>(m_dir->filePath(u"w.db"_s));
    }
    void cleanup()
    {
        QVERIFY(fixture::countersAgree(*m_rig->db));
        m_rig.reset();
    }

    void everyoneGetsExactlyOneMessage()
    {
        Rig &r = sending(1'200);
        r.settle();
        QStringList to = r.transport.sentTo();
        QCOMPARE(to.size(), 1'200);
        QCOMPARE(QSet<QString>(to.cbegin(), to.cend()).size(), 1'200);
        QCOMPARE(r.count(u"state = 'accepted' AND body = 'Hello Name' || contact_id"_s), 1'200);
        QCOMPARE(r.campaignState(), u"completed"_s);
    }

    void sendingBeginsWhileTheAudienceIsStillWritten()
    {
        Rig &r = sending(3'000);
        r.engine->work();
        r.engine->work();
        QVERIFY(!r.transport.sentTo().isEmpty());
        QCOMPARE(fixture::number(*r.db, u"SELECT expanded FROM campaign"_s), 0);
        r.settle();
        QCOMPARE(r.transport.sentTo().size(), 3'000);
    }

    void noMoreIsClaimedThanMayBeInFlight()
    {
        Rig &r = sending(500);
        for (int i = 0; i < 10; ++i)
            r.engine->work();
        QCOMPARE(r.transport.inFlight(), 50);
        QCOMPARE(r.count(u"state = 'sending'"_s), 50);
    }

    void receiptsArePolledUntilTheyAreFinal()
    {
        Rig &r = sending(3);
        QHash<QByteArray, int> polls;
        r.transport.script = [&](const domain::HttpRequest &q) {
            if (!q.url.startsWith("status"))
                return r.transport.usual(q);
            return answer(200, q.url + (++polls[q.url] < 3 ? " sent" : " delivered"));
        };
        r.settle();
        QVERIFY(!r.engine->isIdle());
        r.pass(5min, 10s);
        QCOMPARE(r.count(u"state = 'delivered' AND cost_micros = 7000 AND cost_source = 'provider'"_s), 3);
        QCOMPARE(r.transport.asked("status"), 9);
        QVERIFY(r.engine->isIdle());
    }

    void anUnclearEndIsNeverSentAgain_data()
    {
        QTest::addColumn<int>("reached");
        QTest::newRow("written") << int(Reached::RequestWritten);
        QTest::newRow("partial request") << int(Reached::RequestPartial);
        QTest::newRow("partial answer") << int(Reached::ResponsePartial);
        QTest::newRow("server error") << -1;
    }
    void anUnclearEndIsNeverSentAgain()
    {
        QFETCH(int, reached);
        Rig &r = sending(2);
        r.transport.script = [&](const domain::HttpRequest &q) {
            return q.url == "send" ? (reached < 0 ? answer(503) : broken(static_cast<Reached>(reached))) : answer(200);
        };
        r.settle();
        QCOMPARE(r.count(u"state = 'uncertain'"_s), 2);
        r.pass(4 * 24h, 20min);
        QCOMPARE(r.transport.sentTo().size(), 2);
        QCOMPARE(r.count(u"state = 'uncertain' AND reason = 'proven_absent'"_s), 2);
        QVERIFY(r.engine->isIdle());
    }

    void aDoubtThatIsFoundGoesOn()
    {
        Rig &r = sending(1);
        r.transport.script = [&](const domain::HttpRequest &q) {
            if (q.url == "send")
                return broken(Reached::RequestWritten);
            return answer(200, q.url.startsWith("doubt") ? "status SM77 sent" : "status SM77 delivered");
        };
        r.settle();
        r.pass(5min, 10s);
        QCOMPARE(r.count(u"state = 'delivered' AND provider_message_id = 'SM77'"_s), 1);
        QCOMPARE(r.transport.sentTo().size(), 1);
    }

    void severalCandidatesAreForAPerson()
    {
        Rig &r = sending(1);
        r.transport.script = [&](const domain::HttpRequest &q) {
            return q.url == "send" ? broken(Reached::RequestWritten)
                                   : answer(200, "status SM77 sent\nstatus SM78 sent");
        };
        r.settle();
        r.pass(1h, 1min);
        QCOMPARE(r.count(u"state = 'uncertain' AND reason = 'several_candidates'"_s), 1);
    }

    void whatDidNotGetThroughIsTriedAgain()
    {
        Rig &r = sending(2);
        int tries = 0;
        r.transport.script = [&](const domain::HttpRequest &q) {
            return q.url == "send" && ++tries <= 2 ? broken(Reached::NotConnected) : r.transport.usual(q);
        };
        r.settle();
        QCOMPARE(r.count(u"state = 'queued' AND reason = 'not_sent' AND claimed_at IS NULL"_s), 2);
        r.pass(2min, 5s);
        QCOMPARE(r.count(u"state = 'accepted' AND attempts = 2"_s), 2);
    }

    void aLineThatIsDownDoesNotBurnTheCampaign()
    {
        Rig &r = sending(300);
        bool down = true;
        r.transport.script = [&](const domain::HttpRequest &q) {
            return q.url == "send" && down ? broken(Reached::NotConnected) : r.transport.usual(q);
        };
        r.settle();
        r.pass(1h, 10s);
        QCOMPARE(r.count(u"state = 'rejected'"_s), 0);
        down = false;
        r.pass(2h, 10s);
        QCOMPARE(r.count(u"state = 'accepted'"_s), 300);
    }

    void throttlingWaitsAsAskedAndCountsForNothing()
    {
        Rig &r = sending(1);
        int tries = 0;
        r.transport.script = [&](const domain::HttpRequest &q) {
            return q.url == "send" && ++tries <= 7 ? answer(429) : r.transport.usual(q);
        };
        r.settle();
        QCOMPARE(tries, 1);
        r.pass(3s, 1s); // and a quarter of a second with each step
        QCOMPARE(tries, 1);
        r.pass(3min, 1s);
        QCOMPARE(r.count(u"state = 'accepted' AND attempts = 8"_s), 1);
    }

    void aRefusedConfigurationPausesTheProviderAndBurnsNothing()
    {
        Rig &r = sending(300);
        r.transport.script = [&](const domain::HttpRequest &q) {
            return q.url == "send" ? answer(401, "bad token") : r.transport.usual(q);
        };
        r.settle();
        QCOMPARE(r.count(u"state = 'queued'"_s), 300);
        QVERIFY(r.transport.sentTo().size() <= 50);
        QCOMPARE(fixture::text(*r.db, u"SELECT paused_reason || ': ' || paused_detail FROM provider"_s),
                 u"configuration: 401: bad token"_s);
        QVERIFY(r.engine->isIdle());
        r.transport.script = {};
        fixture::mustRun(*r.db, u"UPDATE provider SET paused_reason = ''"_s);
        r.engine->refresh(engine::Topic::Providers);
        r.pass(1min, 1s);
        QCOMPARE(r.count(u"state = 'accepted'"_s), 300);
    }

    void aRefusedRecipientIsFinal()
    {
        Rig &r = sending(1);
        r.transport.script = [&](const domain::HttpRequest &) { return answer(400, "no such number"); };
        r.settle();
        QCOMPARE(r.count(u"state = 'rejected' AND reason = 'recipient' AND error_code = '400'"_s), 1);
        QCOMPARE(r.campaignState(), u"completed"_s);
    }

    void whoOptedOutAtTheProviderIsSuppressedFirst()
    {
        Rig &r = sending(1);
        r.transport.script = [&](const domain::HttpRequest &) { return answer(410, "unsubscribed"); };
        r.settle();
        QCOMPARE(r.count(u"state = 'rejected' AND reason = 'opted_out'"_s), 1);
        QCOMPARE(fixture::number(*r.db, u"SELECT count(*) FROM suppression"_s), 1);
        r.transport.script = {};
        r.addTemplate(u"Another"_s, u"marketing"_s, 2);
        r.addCampaign(2, 0, u"sending"_s, 2);
        r.settle();
        QCOMPARE(r.count(u"campaign_id = 2 AND state = 'skipped' AND reason = 'suppressed'"_s), 1);
        QCOMPARE(r.transport.sentTo().size(), 1);
    }
};

QTEST_GUILESS_MAIN(SendingTest)
#include "tst_sending.moc"
