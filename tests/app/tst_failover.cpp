#include "app/programs.h"
#include "simulator/httpclient.h"
#include "storage/messagefixture.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

/// Two providers, each a simulator of its own: the first is not to be reached any more from a third of the campaign on.
class Programs : public apptest::Programs
{
public:
    using apptest::Programs::Programs;
    ~Programs()
    {
        m_second.kill();
        m_second.waitForFinished();
    }

    [[nodiscard]] QString begin()
    {
        if (const QString problem = prepare(); !problem.isEmpty())
            return problem;
        m_second.start(program(u"heliograph-simulator"_s),
                       QStringList{u"--port"_s, u"0"_s, u"--log"_s, path(u"second.log"_s)} + m_plan.network);
        if (!m_second.waitForReadyRead())
            return u"the second simulator does not start"_s;
        const QString url = QString::fromLatin1(m_second.readLine()).trimmed().section(u' ', 2);
        return control({u"provider"_s, u"add"_s, u"twilio"_s, u"--name"_s, u"Second"_s, u"--account-sid"_s,
                        u"AC00000000000000000000000000000002"_s, u"--from"_s, u"+15005550016"_s, u"--base-url"_s, url,
                        u"--rate"_s, u"2000"_s, u"--in-flight"_s, u"50"_s},
                       m_plan.token + '\n')
            .said;
    }
    [[nodiscard]] bool isRunning() const { return m_sender && m_sender->state() == QProcess::Running; }
    /// What a person does who finds that the first provider never got it: those that are proven to be absent go again.
    void decide()
    {
        if (control({u"messages"_s, u"list"_s, u"--state"_s, u"uncertain"_s}).code != 0)
            return;
        const QJsonArray doubts = QJsonDocument::fromJson(output()).array();
        for (const QJsonValue &one : doubts)
            if (one[u"reason"].toString() == u"proven_absent") {
                ++decided;
                (void)control({u"messages"_s, u"decide"_s, QString::number(one[u"id"].toInteger()), u"send-again"_s});
            }
    }

    int decided = 0;

private:
    QProcess m_second;
};

class FailoverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSecondDeliversTheRestAndNobodyGetsTwo()
    {
        constexpr int people = 10'000;
        constexpr int third = people / 3;
        apptest::Plan plan;
        plan.recipients = people;
        plan.ratePerSecond = 400; // the first: slow enough to be caught in the middle on a busy machine too
        plan.inFlight = 50;
        plan.network = {u"--latency"_s, u"5-30"_s, u"--delivery"_s, u"500-2000"_s};
        Programs programs(plan);
        QCOMPARE(programs.begin(), QString());
        HttpClient first(programs.simulatorUrl());
        QVERIFY(first.isConnected());
        programs.startSender();
        qint64 taken = 0;
        QVERIFY(QTest::qWaitFor(
            [&] {
                const auto answer = first.ask("GET", "/_sim/statistics");
                taken = answer ? answer->json()[u"accepted"].toInteger() : 0;
                return taken >= third;
            },
            120'000));
        // Nobody listens there for a while; what it has taken is on its way to the phones all the same.
        QCOMPARE(first.ask("PUT", "/_sim/faults", R"({"refuse":true,"refuseForMs":20000})")->status, 200);

        QJsonObject counts;
        const bool isDone = QTest::qWaitFor(
            [&] {
                counts = programs.show();
                if (counts[u"uncertain"].toInteger() > 0)
                    programs.decide();
                return counts[u"delivered"].toInteger() == people || !programs.isRunning();
            },
            270'000);
        QVERIFY2(isDone, QJsonDocument(counts).toJson());
        QVERIFY(programs.isRunning());
        QCOMPARE(counts[u"delivered"].toInteger(), people);

        const auto byFirst = programs.accepted();
        const auto bySecond = programs.accepted(u"second.log"_s);
        int once = 0;
        for (int i = 0; i < people; ++i) {
            const QString number = apptest::Programs::number(i);
            once += byFirst.value(number).size() + bySecond.value(number).size() == 1;
        }
        QCOMPARE(once, people);
        QCOMPARE(byFirst.size() + bySecond.size(), people);
        qInfo("%lld by the first, %lld by the second, %d decided by hand", qint64(byFirst.size()),
              qint64(bySecond.size()), programs.decided);
        QVERIFY(byFirst.size() >= third);
        QVERIFY(bySecond.size() > people / 4);

        // The switch can be seen where a person looks for it.
        const auto db = storage::Connection::open(programs.path(u"w.heliograph"_s),
                                                  storage::Connection::Access::ReadOnly);
        QVERIFY(db);
        QCOMPARE(fixture::number(**db, u"SELECT count(*) FROM message WHERE state = 'delivered' AND provider_id = 2"_s),
                 bySecond.size());
        QVERIFY(fixture::number(**db, u"SELECT count(*) FROM attempt a JOIN attempt b ON b.message_id = a.message_id"
                                      " AND b.number > a.number WHERE a.provider_id = 1 AND a.outcome = 'not_sent'"
                                      " AND b.provider_id = 2 AND b.outcome = 'accepted'"_s) > 0);
        QVERIFY(fixture::countersAgree(**db));
    }
};

QTEST_GUILESS_MAIN(FailoverTest)
#include "tst_failover.moc"
