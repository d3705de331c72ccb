#include "engine/enginerig.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace rig;

/// The messages that are claimed and wait for a place among the requests that may be open: who leaves, and who is given
/// back.
class DeparturesTest : public QObject
{
    Q_OBJECT
    static constexpr int open = 50;
    static constexpr int ready = 12;
    static constexpr int before = open; ///< answered already
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Rig> m_rig;

    /// A campaign with `open` requests on their way and `ready` that wait for their places.
    Rig &sending(int people)
    {
        Rig &r = *m_rig;
        r.addTemplate(u"Hello {{ first_name }}"_s);
        r.addPeople(people);
        r.start();
        r.addCampaign();
        for (int i = 0; i < 4; ++i)
            r.engine->work();
        r.transport.answerAll(); // how fast the provider answers is known now
        r.engine->work();
        return r;
    }
    void put(const QString &state)
    {
        fixture::mustRun(*m_rig->db, u"UPDATE campaign SET state = '%1'"_s.arg(state));
        m_rig->engine->refresh(engine::Topic::Campaigns);
        m_rig->engine->work();
    }
    [[nodiscard]] qint64 givenBack() const
    {
        return fixture::number(*m_rig->db, u"SELECT count(*) FROM attempt WHERE code = 'given_back'"_s);
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

    void anAnswersPlaceIsTakenBeforeTheDatabaseIsAsked()
    {
        Rig &r = sending(200);
        QCOMPARE(r.transport.inFlight(), open);
        QCOMPARE(r.count(u"state = 'sending'"_s), open + ready);
        r.transport.answerAll();
        QCOMPARE(r.transport.inFlight(), ready);
        r.settle();
        QVERIFY(r.everybodyOnce(200));
        QCOMPARE(givenBack(), 0);
        QCOMPARE(r.campaignState(), u"completed"_s);
    }

    void aPauseGivesThemBack_data()
    {
        QTest::addColumn<bool>("everything");
        QTest::newRow("of the campaign") << false;
        QTest::newRow("of everything") << true;
    }
    void aPauseGivesThemBack()
    {
        QFETCH(const bool, everything);
        Rig &r = sending(200);
        if (everything)
            QVERIFY(r.engine->setPaused(true));
        else
            put(u"paused"_s);
        r.settle();
        QCOMPARE(r.transport.sentTo().size(), before + open);
        QCOMPARE(r.count(u"state = 'sending'"_s), 0);
        QCOMPARE(givenBack(), ready);
        QVERIFY(r.engine->dispatcher().isIdle());
        if (everything)
            QVERIFY(r.engine->setPaused(false));
        else
            put(u"sending"_s);
        r.settle();
        QVERIFY(r.everybodyOnce(200));
        QCOMPARE(r.count(u"state = 'accepted'"_s), 200);
    }

    void aCancelEndsThem()
    {
        Rig &r = sending(200);
        put(u"cancelled"_s);
        r.settle();
        QCOMPARE(r.transport.sentTo().size(), before + open);
        QCOMPARE(r.count(u"state = 'accepted'"_s), before + open);
        QCOMPARE(r.count(u"state = 'cancelled'"_s), r.count(u"1"_s) - before - open);
    }

    void aStopOfTheProgramGivesThemBack()
    {
        Rig &r = sending(200);
        bool stopped = false;
        r.engine->stop([&] { stopped = true; });
        r.settle();
        QVERIFY(stopped);
        QCOMPARE(r.count(u"state = 'sending'"_s), 0);
        QCOMPARE(givenBack(), ready);
        r.engine.reset();
        r.start();
        r.settle();
        QVERIFY(r.everybodyOnce(200));
    }

    void aRefusedConfigurationGivesThemBack()
    {
        Rig &r = sending(200);
        r.transport.script = [&](const domain::HttpRequest &) { return answer(401, "no such account"); };
        r.settle();
        QCOMPARE(r.transport.sentTo().size(), before + open);
        QCOMPARE(givenBack(), ready);
        QCOMPARE(r.count(u"state = 'sending'"_s), 0);
    }

    void throttlingHoldsThemToo()
    {
        Rig &r = sending(200);
        r.transport.script = [&](const domain::HttpRequest &) { return answer(429, "slow down"); };
        r.transport.answerAll();
        QCOMPARE(r.transport.inFlight(), 0);
        r.engine->work();
        QCOMPARE(givenBack(), ready);
        QCOMPARE(r.transport.sentTo().size(), before + open);
        r.transport.script = {};
        r.pass(1min, 5s);
        QCOMPARE(r.count(u"state = 'accepted'"_s), 200);
    }

    void whoOptsOutWhileTheNextMessageWaitsGetsNoMore()
    {
        Rig &r = *m_rig;
        r.addTemplate(u"Hello {{ first_name }}"_s);
        r.addTemplate(u"Once more {{ first_name }}"_s, u"marketing"_s, 2);
        r.addPeople(60);
        r.start();
        r.addCampaign();
        for (int i = 0; i < 4; ++i)
            r.engine->work();
        r.transport.answerAll();
        r.addCampaign(2, 0, u"sending"_s, 2);
        for (int i = 0; i < 4; ++i)
            r.engine->work();
        // Somebody whose first message is on its way while the second one waits.
        const QString both = fixture::text(
            *r.db, u"SELECT group_concat(contact_id) FROM (SELECT contact_id FROM message WHERE state = 'sending'"
                   " GROUP BY contact_id HAVING count(*) = 2)"_s);
        QVERIFY(!both.isEmpty());
        const QByteArray to = Rig::number(both.section(u',', 0, 0).toInt()).toUtf8();
        r.transport.script = [&](const domain::HttpRequest &request) {
            return request.body.startsWith(to) ? answer(410, "STOP") : r.transport.usual(request);
        };
        QCOMPARE(r.transport.answerAll([&](const auto &request) { return request.body.startsWith(to); }), 1);
        r.settle();
        QCOMPARE(r.transport.sentTo().count(QString::fromUtf8(to)), 1);
        QCOMPARE(r.count(u"state = 'accepted'"_s), 118);
        QCOMPARE(r.count(u"state = 'rejected'"_s), 1);
        QCOMPARE(r.count(u"state = 'skipped'"_s), 1);
    }

    // What was true when they were checked may not be so any more; and a provider that hangs is not asked for places
    // again and again.
    void whereNothingComesBackTheyWaitASecondAtMostAndOnce()
    {
        Rig &r = sending(200);
        for (int i = 0; i < 40; ++i) {
            r.clock.advance(250ms);
            r.engine->work();
            if (i < 3)
                QCOMPARE(givenBack(), 0);
        }
        QCOMPARE(givenBack(), ready);
        QCOMPARE(r.count(u"state = 'sending'"_s), open);
        QCOMPARE(r.transport.sentTo().size(), before + open);
        r.settle();
        QVERIFY(r.everybodyOnce(200));
    }

    // Found open after a crash, they are looked into like every other: whether they had left is not known then.
    void aCrashLeavesThemInDoubt()
    {
        Rig &r = sending(200);
        r.transport.script = [&](const domain::HttpRequest &q) { return answer(q.url == "send" ? 201 : 500, "SM0"); };
        r.engine.reset();
        r.start();
        r.engine->work();
        r.engine->work();
        QCOMPARE(r.count(u"state = 'uncertain' AND reason = 'interrupted'"_s), open + ready);
    }
};

QTEST_GUILESS_MAIN(DeparturesTest)
#include "tst_departures.moc"
