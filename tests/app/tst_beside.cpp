#include "app/programs.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

/// The command line beside a program that sends from the same workspace.
class BesideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPauseAskedForBesideTheEngineHoldsSoon()
    {
        apptest::Plan plan;
        plan.recipients = 500;
        plan.network = {u"--delivery"_s, u"0"_s};
        apptest::Programs programs(plan);
        const QString problem = programs.prepare();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        programs.startSender();
        QTRY_VERIFY(programs.accepted().size() >= 20);

        QCOMPARE(programs.control({u"campaign"_s, u"pause"_s, u"Kill"_s}).code, 0);
        QElapsedTimer paused;
        paused.start();
        // Nothing new for a whole second: the pause holds.
        qsizetype sent = -1;
        qint64 held = 0;
        do {
            held = paused.elapsed();
            sent = programs.accepted().size();
            QTest::qWait(1'000);
        } while (programs.accepted().size() != sent && paused.elapsed() < 20'000);
        QVERIFY2(held <= 2'000, qPrintable(u"it held after %1 ms"_s.arg(held)));
        QVERIFY(sent < plan.recipients);
        const QJsonObject counts = programs.show();
        QCOMPARE(counts[u"state"].toString(), u"paused"_s);
        QCOMPARE(counts[u"queued"].toInteger(), plan.recipients - sent);
        QCOMPARE(counts[u"sending"].toInteger(), 0);

        QCOMPARE(programs.control({u"campaign"_s, u"resume"_s, u"Kill"_s}).code, 0);
        QTRY_VERIFY_WITH_TIMEOUT(programs.accepted().size() == plan.recipients, 60'000);
        for (const QStringList &ids : programs.accepted())
            QCOMPARE(ids.size(), 1);
    }
};

QTEST_GUILESS_MAIN(BesideTest)
#include "tst_beside.moc"
