#include "engine/enginerig.h"

#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace rig;

/// What is claimed reaches the disk before it leaves, while the engine works on.
class DurabilityTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Rig> m_rig;

    Rig &sending(int people)
    {
        m_rig->addTemplate(u"Hello {{ first_name }}"_s);
        m_rig->addPeople(people);
        m_rig->start();
        m_rig->addCampaign();
        return *m_rig;
    }
    [[nodiscard]] bool everybodyOnce(int people) const
    {
        const QStringList to = m_rig->transport.sentTo();
        return to.size() == people && QSet<QString>(to.cbegin(), to.cend()).size() == people;
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

    void nothingLeavesBeforeItsAttemptIsOnTheDisk()
    {
        std::vector<std::function<void(domain::Result<void>)>> waiting;
        m_rig->flush = [&](std::function<void(domain::Result<void>)> done) { waiting.push_back(std::move(done)); };
        Rig &r = sending(120);
        for (int i = 0; i < 4; ++i)
            r.engine->work();
        QCOMPARE(r.count(u"state = 'sending'"_s), 50); // claimed as far as there is room, not a second time
        QCOMPARE(r.engine->dispatcher().inFlight(), 50);
        QVERIFY(r.transport.seen.isEmpty());
        QVERIFY(!waiting.empty());
        while (!waiting.empty() || r.transport.inFlight() > 0) {
            for (auto &done : std::exchange(waiting, {}))
                done({});
            r.settle();
        }
        QVERIFY(everybodyOnce(120));
        QCOMPARE(r.campaignState(), u"completed"_s);
    }

    void whatDidNotReachTheDiskIsGivenBackAndSentOnceItDoes()
    {
        int failures = 3;
        m_rig->flush = [&](const std::function<void(domain::Result<void>)> &done) {
            QTimer::singleShot(0, qApp, [&failures, done] {
                done(failures-- > 0 ? domain::fail(domain::ErrorCode::DiskFull, u"no space"_s)
                                    : domain::Result<void>());
            });
        };
        Rig &r = sending(20);
        for (int i = 0; i < 8; ++i) {
            r.engine->work();
            QCoreApplication::processEvents();
            r.clock.advance(domain::Millis{60});
            if (failures >= 0)
                QVERIFY(r.transport.seen.isEmpty());
        }
        for (int i = 0; i < 50; ++i) {
            r.settle();
            QCoreApplication::processEvents();
        }
        QVERIFY(everybodyOnce(20));
        QCOMPARE(r.count(u"state = 'accepted'"_s), 20);
    }
};

QTEST_MAIN(DurabilityTest)
#include "tst_durability.moc"
