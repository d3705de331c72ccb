#include "app/killrun.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The short form of `./dev bench kill`: whatever moment the program dies at, nobody is messaged twice and nobody is
/// forgotten.
class KillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsMessagedTwiceOrForgotten_data()
    {
        QTest::addColumn<bool>("window");
        QTest::newRow("command line") << false;
        QTest::newRow("window") << true;
    }

    void nobodyIsMessagedTwiceOrForgotten()
    {
        QFETCH(const bool, window);
        apptest::Plan plan;
        plan.window = window;
        plan.recipients = window ? 200 : 300;
        plan.kills = window ? 3 : 6;
        plan.latestMs = window ? 1'200 : 800;
        plan.network = {u"--latency"_s,  u"10-60"_s, u"--delivery"_s,           u"0"_s, u"--drop"_s, u"1%"_s,
                        u"--error500"_s, u"1%"_s,    u"--error500-accepting"_s, u"1%"_s};
        plan.seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", plan.seed);
        apptest::Run run(plan);
        for (const auto &step :
             {std::function([&] { return run.prepare(); }), std::function([&] { return run.killOften(); }),
              std::function([&] { return run.letSend(60'000); })}) {
            const QString problem = step();
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
        }
        const apptest::Figures figures = run.figures();
        QVERIFY2(figures.faults.isEmpty(), qPrintable(figures.faults.join(u'\n')));
        QCOMPARE(figures.acceptedTwice, 0);
        QVERIFY(figures.acceptedOnce + figures.states[u"uncertain"_s] >= plan.recipients);
    }
};

QTEST_GUILESS_MAIN(KillTest)
#include "tst_kill.moc"
