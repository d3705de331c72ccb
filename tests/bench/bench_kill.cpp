// Kills the sending program at random moments during one campaign, over a network that also drops, hangs and refuses.
// Afterwards the simulator's own log must show one message a recipient; what is left in doubt is counted.
// bench_kill [kills [recipients [seed]]]

#include "app/killrun.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

QString everything(apptest::Run &run)
{
    if (const QString problem = run.prepare(); !problem.isEmpty())
        return problem;
    if (const QString problem = run.killOften(); !problem.isEmpty())
        return problem;
    return run.letFinish(1'200'000);
}

bool keepsThePromise(const apptest::Plan &plan)
{
    std::printf("%s: %d recipients, %d kills, seed %u\n", plan.window ? "window" : "command line", plan.recipients,
                plan.kills, plan.seed);
    std::fflush(stdout);
    QElapsedTimer timer;
    timer.start();
    apptest::Run run(plan);
    const QString problem = everything(run);
    const apptest::Figures f = run.figures();
    std::printf("  accepted once %d, more than once %d, in doubt %lld (%d of them accepted all the same), %.0f s\n",
                f.acceptedOnce, f.acceptedTwice, static_cast<long long>(f.states.value(u"uncertain"_s)),
                f.uncertainAccepted, double(timer.elapsed()) / 1e3);
    for (auto it = f.states.cbegin(); it != f.states.cend(); ++it)
        std::printf("  %-12s %lld\n", qPrintable(it.key()), static_cast<long long>(*it));
    if (!problem.isEmpty())
        std::printf("  FAULT %s\n", qPrintable(problem));
    for (const QString &fault : f.faults.mid(0, 20))
        std::printf("  FAULT %s\n", qPrintable(fault));
    if (f.faults.size() > 20)
        std::printf("  … and %lld more\n", static_cast<long long>(f.faults.size() - 20));
    std::fflush(stdout);
    return problem.isEmpty() && f.faults.isEmpty();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList given = QCoreApplication::arguments().mid(1);
    apptest::Plan plan;
    plan.kills = given.value(0, u"200"_s).toInt();
    plan.recipients = given.value(1, u"20000"_s).toInt();
    plan.seed = given.size() > 2 ? given[2].toUInt() : QRandomGenerator::global()->generate();
    plan.network = {
        u"--latency"_s,        u"20-120"_s, u"--delivery"_s,           u"200-2000"_s, u"--failures"_s, u"30005=1%"_s,
        u"--drop"_s,           u"0.5%"_s,   u"--drop-before"_s,        u"0.3%"_s,     u"--hang"_s,     u"0.2%"_s,
        u"--error429"_s,       u"0.5%"_s,   u"--error500"_s,           u"0.3%"_s,     u"--reset"_s,    u"0.5%"_s,
        u"--hang-accepting"_s, u"0.2%"_s,   u"--error500-accepting"_s, u"0.3%"_s};
    bool kept = keepsThePromise(plan);
    plan.window = true;
    plan.kills = qMax(1, plan.kills / 10);
    plan.recipients = qMax(200, plan.recipients / 10);
    kept = keepsThePromise(plan) && kept;
    std::printf(kept ? "the promise was kept\n" : "THE PROMISE WAS BROKEN\n");
    return kept ? 0 : 1;
}
