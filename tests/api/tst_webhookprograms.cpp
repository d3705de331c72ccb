#include "app/programs.h"
#include "app/twiliocallback.h"
#include "hookrig.h"

#include <QTest>

using namespace Qt::StringLiterals;
using hookrig::statusOf;
using hookrig::Wire;

/// The programs of a person's machine, with webhooks switched on by the command line.
class Programs : public apptest::Programs
{
public:
    using apptest::Programs::Programs;

    [[nodiscard]] QString begin()
    {
        if (const QString problem = prepare(); !problem.isEmpty())
            return problem;
        port = hookrig::freePort();
        const Ended ended = control({u"webhooks"_s, u"enable"_s, u"--port"_s, QString::number(port), u"--public-url"_s,
                                     u"https://hooks.example.com"_s});
        if (ended.code != 0)
            return ended.said;
        startSender();
        return waitFor([this] { return status()["state"_L1] == "listening"_L1; }) ? QString() : u"nothing listens"_s;
    }
    [[nodiscard]] QJsonObject status() { return ask({u"webhooks"_s, u"status"_s}); }
    [[nodiscard]] QByteArray url() { return status()["providers"_L1][0]["url"_L1].toString().toLatin1(); }
    [[nodiscard]] bool waitFor(const std::function<bool()> &is) { return QTest::qWaitFor(is, 60'000); }
    [[nodiscard]] QByteArrayList ids() const
    {
        QByteArrayList ids;
        const auto given = accepted();
        for (const QStringList &one : given)
            for (const QString &id : one)
                ids << id.toLatin1();
        return ids;
    }
    void killSender()
    {
        m_sender->kill();
        m_sender->waitForFinished();
    }

    quint16 port = 0;
};

class WebhookProgramsTest : public QObject
{
    Q_OBJECT

    static apptest::Plan plan(int recipients)
    {
        apptest::Plan plan;
        plan.recipients = recipients;
        plan.ratePerSecond = 1'000;
        plan.network = {u"--delivery"_s, u"86400000-86400000"_s}; // receipts by webhook alone
        return plan;
    }

private Q_SLOTS:
    void whatTwilioTellsIsSeenOnTheCommandLine()
    {
        Programs programs(plan(3));
        QCOMPARE(programs.begin(), QString());
        QVERIFY(programs.waitFor([&] { return programs.ids().size() == 3; }));
        const QByteArray url = programs.url();
        QVERIFY(url.startsWith("https://hooks.example.com/hooks/1/"));
        Wire wire(programs.port);
        for (const QByteArray &id : programs.ids()) {
            wire.say(apptest::twilioCallback(url, id, "delivered"));
            QCOMPARE(statusOf(wire.hear()), 204); // as Twilio wants it
        }
        QByteArray forged = apptest::twilioCallback(url, programs.ids().first(), "failed");
        forged.replace("Status=failed", "Status=queued");
        wire.say(forged);
        QCOMPARE(statusOf(wire.hear()), 403);
        QVERIFY(programs.waitFor([&] { return programs.show()["delivered"_L1] == 3; }));
        QVERIFY(programs.waitFor([&] { return programs.status()["providers"_L1][0]["refused"_L1] == 1; }));
        QCOMPARE(programs.status()["providers"_L1][0]["accepted"_L1].toInt(), 3);
        QCOMPARE(programs.ask({u"health"_s})["webhooks"_L1]["state"_L1], u"listening"_s);
        QCOMPARE(programs.control({u"webhooks"_s, u"disable"_s}).code, 0);
        QVERIFY(programs.waitFor([&] { return programs.status()["state"_L1] == "off"_L1; }));
        QVERIFY(!Wire(programs.port).isOpen());
    }

    // Killed at any instant: what was answered with 'kept' is kept, the rest is told again, and nothing counts twice.
    void whatWasAnsweredOutlivesAKill()
    {
        constexpr int people = 300;
        Programs programs(plan(people));
        QCOMPARE(programs.begin(), QString());
        QVERIFY(programs.waitFor([&] { return programs.ids().size() == people; }));
        const QByteArray url = programs.url();
        const QByteArrayList ids = programs.ids();
        int kept = 0;
        {
            Wire wire(programs.port);
            for (int i = 0; i < 120; ++i)
                wire.say(apptest::twilioCallback(url, ids[i], "delivered"));
            while (kept < 60 && statusOf(wire.hear()) == 204)
                ++kept;
            programs.killSender(); // the other sixty are somewhere between
        }
        QVERIFY(kept >= 60);
        QVERIFY(programs.show()["delivered"_L1].toInt() >= kept);
        programs.startSender();
        QVERIFY(programs.waitFor([&] { return Wire(programs.port).isOpen(); }));
        Wire wire(programs.port);
        for (const QByteArray &id : ids) {
            wire.say(apptest::twilioCallback(url, id, "delivered"));
            QCOMPARE(statusOf(wire.hear()), 204); // as Twilio wants it
        }
        QVERIFY(programs.waitFor([&] { return programs.show()["delivered"_L1] == people; }));
        QCOMPARE(programs.control({u"verify"_s}).code, 0);
    }

    void settingsThatDoNotFitAreRefused()
    {
        Programs programs(plan(1));
        QCOMPARE(programs.prepare(), QString());
        const auto place = [&](const QStringList &options) {
            return programs.control(QStringList{u"webhooks"_s, u"enable"_s} + options).said;
        };
        QVERIFY(place({u"--address"_s, u"0.0.0.0"_s}).contains(u"\"place\":\"certificate\""_s));
        QVERIFY(place({u"--address"_s, u"example.com"_s}).contains(u"\"place\":\"address\""_s));
        QVERIFY(place({u"--public-url"_s, u"http://example.com"_s}).contains(u"\"place\":\"public_url\""_s));
        QVERIFY(place({u"--certificate"_s, u"/etc/hosts"_s}).contains(u"\"place\":\"key\""_s));
        QCOMPARE(programs.status()["enabled"_L1].toBool(), false);
    }
};

QTEST_GUILESS_MAIN(WebhookProgramsTest)
#include "tst_webhookprograms.moc"
