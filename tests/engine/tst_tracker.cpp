#include "enginerig.h"

#include <QTest>

using namespace rig;
using namespace std::chrono_literals;

/// How messages without a final state are asked about: by lists while they are young and many, alone when they are old.
class TrackerTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Rig> m_rig;

    /// Messages that left and have been accepted; nothing more is known.
    Rig &accepted(int people)
    {
        Rig &r = *m_rig;
        r.addTemplate(u"Hello {{ first_name }}"_s);
        r.addPeople(people);
        r.start();
        r.addCampaign();
        r.settle();
        return r;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_rig = std::make_unique<Rig>(m_dir->filePath(u"w.db"_s));
        m_rig->factory.can.statusByList = true;
        m_rig->factory.can.statusById = true;
    }
    void cleanup()
    {
        QVERIFY(fixture::countersAgree(*m_rig->db));
        m_rig.reset();
    }

    // Three of two days ago, with a hundred thousand sent since: no list is read back to them.
    void theOldFewAreAskedForAlone()
    {
        Rig &r = accepted(40);
        QCOMPARE(r.count(u"state = 'accepted'"_s), 40);
        const qint64 twoDaysAgo = domain::toMillis(r.clock.now() - 48h);
        fixture::mustRun(*r.db, u"UPDATE attempt SET id = id + 100000 WHERE message_id > 3;"
                                "UPDATE message SET accepted_at = %1 WHERE id <= 3"_s.arg(twoDaysAgo));
        QByteArrayList ofOld;
        auto &old = r.db->statement("SELECT provider_message_id FROM message WHERE id <= 3");
        while (old.next())
            ofOld << old.text(0).toLatin1();
        r.transport.script = [&](const domain::HttpRequest &q) {
            if (!q.url.startsWith("status "))
                return r.transport.usual(q);
            return answer(200, q.url + (q.url.endsWith(ofOld[2]) ? " undelivered" : " delivered"));
        };
        r.pass(2min, 5s);
        QCOMPARE(r.transport.asked("status"), 3);
        QCOMPARE(r.count(u"id <= 3 AND state = 'delivered'"_s), 2);
        QCOMPARE(r.count(u"id = 3 AND state = 'undelivered'"_s), 1);
        QCOMPARE(r.count(u"id > 3 AND state = 'accepted' AND looks > 0"_s), 37);
        QVERIFY(r.transport.asked("list") > 0);
    }

    // Asked one after the other, many a second, where there is no list at all.
    void thousandsAreAskedForWithoutAList()
    {
        m_rig->factory.can.statusByList = false;
        Rig &r = accepted(3'000);
        r.transport.script = [&](const domain::HttpRequest &q) {
            return q.url.startsWith("status ") ? answer(200, q.url + " delivered") : r.transport.usual(q);
        };
        r.pass(30s, 1s);
        QCOMPARE(r.count(u"state = 'delivered'"_s), 3'000);
        QCOMPARE(r.transport.asked("status"), 3'000);
    }

    // A doubt does not wait behind thousands of messages that are only late.
    void aDoubtIsLookedIntoFirst()
    {
        m_rig->factory.can.statusByList = false;
        m_rig->factory.can.canReconcile = true;
        const QByteArray lost = Rig::number(1'500).toUtf8();
        qsizetype before = -1;
        m_rig->transport.script = [&](const domain::HttpRequest &q) {
            if (q.url == "send" && q.body.startsWith(lost))
                return broken(domain::Reached::RequestWritten);
            if (q.url.startsWith("doubt ") && before < 0)
                before = m_rig->transport.asked("status");
            return m_rig->transport.usual(q);
        };
        Rig &r = accepted(1'500);
        QCOMPARE(r.count(u"state = 'uncertain'"_s), 1);
        QCOMPARE(r.transport.asked("status"), 0);
        fixture::mustRun(*r.db, u"UPDATE message SET look_at = CASE state WHEN 'uncertain' THEN 1000 ELSE id END"_s);
        r.engine->refresh(engine::Topic::Messages);
        r.pass(60s, 1s);
        QVERIFY2(before > 0 && before < 1'100, QByteArray::number(before));
    }

    // The lists of a provider that is switched off are not read, and nobody else's messages wait behind its own.
    void whoIsSwitchedOffIsNotWaitedFor()
    {
        m_rig->factory.can.statusById = false;
        Rig &r = accepted(50);
        const qsizetype lists = r.transport.asked("list");
        fixture::mustRun(*r.db, u"UPDATE provider SET enabled = 0"_s);
        r.engine->refresh(engine::Topic::Providers);
        r.pass(2min, 5s);
        QCOMPARE(r.transport.asked("status"), 0);
        QCOMPARE(r.transport.asked("list"), lists);
        QCOMPARE(r.count(u"state = 'accepted' AND looks > 0"_s), 50);
    }
};

QTEST_GUILESS_MAIN(TrackerTest)
#include "tst_tracker.moc"
