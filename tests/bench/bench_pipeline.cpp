// The SQL part of sending: plan, claim and settle, on a real file. Wall-clock time says what this machine does now; the
// processor time beside it says the same on a busy machine, too. bench_pipeline [MESSAGES_A_BATCH]

#include "domain/message/reference.h"
#include "storage/core/workspacefile.h"
#include "storage/messagefixture.h"
#include "storage/messages/messagestore.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <QCoreApplication>
#include <QCryptographicHash>

#include <cstdio>
#include <cstdlib>

#include <time.h>

using namespace Qt::StringLiterals;
using namespace domain;
using namespace storage;

namespace {

/// Wall-clock and processor time of one kind of work.
class Stage
{
public:
    void begin()
    {
        m_wall.start();
        m_cpuStart = cpuNow();
    }
    void end()
    {
        const qint64 wall = m_wall.nsecsElapsed();
        m_wallNs += wall;
        m_longestNs = qMax(m_longestNs, wall);
        m_cpuNs += cpuNow() - m_cpuStart;
    }
    [[nodiscard]] double wallMicros() const { return double(m_wallNs) / 1e3; }
    void print(const char *what, qint64 messages) const
    {
        std::printf("%-7s %7.2f us a message (%6.2f us of processor), longest piece %6.1f ms\n", what,
                    wallMicros() / double(messages), double(m_cpuNs) / 1e3 / double(messages),
                    double(m_longestNs) / 1e6);
    }

private:
    static qint64 cpuNow()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return time.tv_sec * 1'000'000'000 + time.tv_nsec;
    }

    QElapsedTimer m_wall;
    qint64 m_wallNs = 0;
    qint64 m_cpuStart = 0;
    qint64 m_cpuNs = 0;
    qint64 m_longestNs = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv); // for the thread that folds the log
    constexpr int people = 200'000;
    const int batch = argc > 1 ? std::atoi(argv[1]) : 500;
    QTemporaryDir dir;
    const auto file = WorkspaceFile::create(
        dir.filePath(u"w.db"_s), {{}, u"Bench"_s, u"US"_s, u"America/New_York"_s, u"USD"_s, false}, Vault::randomKey());
    if (!file)
        return 1;
    Connection &db = file->connection();
    fixture::peopleAndCampaign(db, people);
    if (const char *sql = std::getenv("BENCH_SQL"))
        fixture::mustRun(db, QString::fromLatin1(sql));
    MessageStore store(db);
    const SendingPolicy policy;
    const Instant now = fromMillis(1'800'000'000'000);

    CampaignPlan plan;
    plan.campaign.value = 1;
    plan.templateId.value = 1;
    plan.version.value = 1;
    plan.dueAt = now;
    Stage planning;
    for (qint64 after = 0;;) {
        planning.begin();
        const auto step = store.planNext(plan, after, batch);
        planning.end();
        if (!step || step->finished)
            break;
        after = step->reached;
    }
    planning.print("plan", people);

    const QString body = u"Dear customer, our spring offer is waiting for you. Reply STOP to end."_s;
    Stage reading;
    Stage claiming;
    Stage settling;
    qint64 done = 0;
    for (;;) {
        reading.begin();
        const auto due = store.due(2, CampaignId{1}, now, batch);
        reading.end();
        if (!due || due->isEmpty())
            break;
        QList<Claim> claims;
        for (const DueMessage &d : *due) {
            Claim &c = claims.emplaceBack();
            c.message = d.id;
            c.counted = d.counted;
            c.provider.value = 1;
            c.reference = attemptReference(now, d.id, 1);
            c.body = body;
            c.textHash = QByteArray(16, 'h');
            c.encoding = u"gsm7"_s;
            c.segments = 1;
            c.estimate = {5000, u"USD"_s};
        }
        claiming.begin();
        if (!store.claim(claims, {}, now, policy))
            return 1;
        claiming.end();
        QList<Settlement> answers;
        for (const Claim &c : claims) {
            // Ids as providers make them: in no order.
            const QByteArray id =
                QCryptographicHash::hash(QByteArray::number(c.message.value), QCryptographicHash::Md5);
            Settlement &s = answers.emplaceBack();
            s.message = c.message;
            s.provider = c.provider;
            s.attempt = c.attempt;
            s.event =
                Answered{Accepted{u"SM"_s + QString::fromLatin1(id.toHex()), {}, {}, MessageState::Accepted}, 0.5};
            s.httpStatus = 201;
        }
        settling.begin();
        if (!store.settle(answers, now, policy))
            return 1;
        settling.end();
        done += claims.size();
    }
    reading.print("due", done);
    claiming.print("claim", done);
    settling.print("settle", done);
    std::printf("claim and settle %8.0f messages/s\n",
                1e6 * double(done) / (claiming.wallMicros() + settling.wallMicros()));
    return 0;
}
