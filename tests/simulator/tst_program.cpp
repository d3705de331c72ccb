#include "simulator/httpclient.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// heliograph-simulator as a person or a script starts it.
class ProgramTest : public QObject
{
    Q_OBJECT

    static void start(QProcess &process, const QStringList &arguments)
    {
        process.start(QStringLiteral(HELIOGRAPH_BIN_DIR "/heliograph-simulator"), arguments);
    }

private Q_SLOTS:
    void itSaysWhereItListensServesAndEndsCleanly()
    {
        const QTemporaryDir folder;
        const QString log = folder.filePath(u"log"_s);
        QProcess process;
        start(process, {u"--log"_s, log, u"--delivery"_s, u"0"_s, u"--account"_s,
                        u"AC00000000000000000000000000000000:right"_s});
        QVERIFY(process.waitForReadyRead());
        const QString line = QString::fromLatin1(process.readLine()).trimmed();
        QVERIFY2(line.startsWith(u"listening on http://127.0.0.1:"), qPrintable(line));
        HttpClient client(line.section(u' ', 2));
        const QByteArray path = "/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages.json";
        const QByteArray fields = "To=%2B15551000001&From=%2B15005550006&Body=x";
        QCOMPARE(client.ask("POST", path, fields, "AC00000000000000000000000000000000:wrong")->status, 401);
        QCOMPARE(client.ask("POST", path, fields, "AC00000000000000000000000000000000:right")->status, 201);
        process.terminate();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        QFile file(log);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 1);
    }

    void whatDoesNotFitIsWrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList{u"--nonsense"_s};
        QTest::newRow("stray argument") << QStringList{u"nonsense"_s};
        QTest::newRow("port") << QStringList{u"--port"_s, u"65536"_s};
        QTest::newRow("share") << QStringList{u"--hang"_s, u"1.1"_s};
        QTest::newRow("time") << QStringList{u"--latency"_s, u"5-1"_s};
        QTest::newRow("failures") << QStringList{u"--failures"_s, u"30003"_s};
        QTest::newRow("account") << QStringList{u"--account"_s, u"AC1:x"_s};
    }

    void whatDoesNotFitIsWrongUsage()
    {
        QFETCH(const QStringList, arguments);
        QProcess process;
        start(process, arguments);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(!process.readAllStandardError().isEmpty());
        QVERIFY(process.readAllStandardOutput().isEmpty());
    }

    void everyOptionIsTaken()
    {
        QProcess process;
        start(process,
              {u"--latency"_s,    u"1-2"_s,  u"--delivery"_s,    u"1-4s"_s, u"--failures"_s,    u"30003=1%,30005=0.5"_s,
               u"--stop-share"_s, u"2%"_s,   u"--drop"_s,        u"0.1"_s,  u"--hang"_s,        u"0.1"_s,
               u"--error429"_s,   u"0.1"_s,  u"--retry-after"_s, u"3"_s,    u"--error500"_s,    u"0.1"_s,
               u"--price"_s,      u"5000"_s, u"--seed"_s,        u"7"_s,    u"--concurrency"_s, u"9"_s,
               u"--slow"_s,       u"0.1"_s,  u"--slow-by"_s,     u"1s"_s});
        QVERIFY(process.waitForReadyRead());
        HttpClient client(QString::fromLatin1(process.readLine()).trimmed().section(u' ', 2));
        const QJsonObject network = client.ask("GET", "/_sim/network")->json();
        QCOMPARE(network["delivery"_L1]["toMs"_L1].toInt(), 4000);
        QCOMPARE(network["delivery"_L1]["fromMs"_L1].toInt(), 1000);
        QCOMPARE(network["failures"_L1]["30003"_L1].toDouble(), 0.01);
        QCOMPARE(network["stopShare"_L1].toDouble(), 0.02);
        QCOMPARE(network["priceMicros"_L1].toInt(), 5000);
        QCOMPARE(network["concurrency"_L1].toInt(), 9);
        const QJsonObject faults = client.ask("GET", "/_sim/faults")->json();
        for (const auto fault : {"dropAccepting"_L1, "hang"_L1, "tooMany"_L1, "serverError"_L1, "slow"_L1})
            QCOMPARE(faults[fault]["share"_L1].toDouble(), 0.1);
        QCOMPARE(faults["retryAfterSeconds"_L1].toInt(), 3);
        process.terminate();
        QVERIFY(process.waitForFinished());
    }
};

QTEST_GUILESS_MAIN(ProgramTest)
#include "tst_program.moc"
