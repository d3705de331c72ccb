#include "simulator/httpclient.h"
#include "simulator/server.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray account = "AC00000000000000000000000000000000";
const QByteArray signIn = account + ":token";
const QByteArray messagesPath = "/2010-04-01/Accounts/" + account + "/Messages.json";
const QByteArray fields = "To=%2B15551000001&From=%2B15005550006&Body=Hello";

} // namespace

Q_DECLARE_METATYPE(simulator::Fault simulator::Faults::*)

class FaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFaultStrikesTheNextOnesAndNoMore_data()
    {
        using simulator::Faults;
        QTest::addColumn<simulator::Fault Faults::*>("fault");
        QTest::addColumn<int>("status"); // 0: closed without an answer
        QTest::addColumn<int>("accepted");
        QTest::newRow("drop before") << &Faults::dropBefore << 0 << 0;
        QTest::newRow("drop after accepting") << &Faults::dropAccepting << 0 << 1;
        QTest::newRow("429") << &Faults::tooMany << 429 << 0;
        QTest::newRow("500 before") << &Faults::serverError << 500 << 0;
        QTest::newRow("500 after accepting") << &Faults::serverErrorAccepting << 500 << 1;
    }

    void aFaultStrikesTheNextOnesAndNoMore()
    {
        QFETCH(simulator::Fault simulator::Faults::*, fault);
        QFETCH(const int, status);
        QFETCH(const int, accepted);
        simulator::Server server;
        QVERIFY(server.start());
        simulator::Faults faults;
        (faults.*fault).next = 2;
        server.setFaults(faults);
        for (int i = 0; i < 2; ++i) {
            HttpClient client(server.url());
            const auto answer = client.ask("POST", messagesPath, fields, signIn);
            QCOMPARE(answer ? answer->status : 0, status);
        }
        QCOMPARE(server.statistics().accepted, accepted * 2);
        QCOMPARE(server.statistics().faults, 2);
        HttpClient client(server.url());
        QCOMPARE(client.ask("POST", messagesPath, fields, signIn)->status, 201);
    }

    void aFaultStrikesEveryNth()
    {
        simulator::Options options;
        options.faults.serverError.every = 3;
        simulator::Server server(options);
        QVERIFY(server.start());
        HttpClient client(server.url());
        QList<int> statuses;
        for (int i = 0; i < 6; ++i)
            statuses << client.ask("POST", messagesPath, fields, signIn)->status;
        QCOMPARE(statuses, (QList<int>{201, 201, 500, 201, 201, 500}));
    }

    void aFaultStrikesItsShare()
    {
        simulator::Options options;
        options.faults.serverErrorAccepting.share = 0.5;
        simulator::Server server(options);
        QVERIFY(server.start());
        HttpClient client(server.url());
        int failed = 0;
        for (int i = 0; i < 500; ++i)
            failed += client.ask("POST", messagesPath, fields, signIn)->status == 500;
        QVERIFY2(failed > 190 && failed < 310, qPrintable(QString::number(failed)));
        QCOMPARE(server.statistics().accepted, 500);
    }

    void tooManyRequestsSayForHowLongIfAsked()
    {
        simulator::Options options;
        options.faults.tooMany.share = 1;
        simulator::Server server(options);
        QVERIFY(server.start());
        HttpClient client(server.url());
        auto answer = client.ask("POST", messagesPath, fields, signIn);
        QCOMPARE(answer->code(), 20429);
        QVERIFY(!answer->head.contains("Retry-After"));
        options.faults.retryAfterSeconds = 7;
        server.setFaults(options.faults);
        answer = client.ask("POST", messagesPath, fields, signIn);
        QVERIFY(answer->head.contains("\r\nRetry-After: 7\r\n"));
    }

    void questionsAreSparedUnlessNamed()
    {
        simulator::Options options;
        options.faults.serverError.share = 1;
        simulator::Server server(options);
        QVERIFY(server.start());
        HttpClient client(server.url());
        QCOMPARE(client.ask("GET", messagesPath, {}, signIn)->status, 200);
        options.faults.questions = true;
        server.setFaults(options.faults);
        QCOMPARE(client.ask("GET", messagesPath, {}, signIn)->status, 500);
    }

    void aHangingRequestIsReadAndNeverAnswered_data()
    {
        QTest::addColumn<bool>("accepting");
        QTest::newRow("not accepted") << false;
        QTest::newRow("accepted") << true;
    }

    void aHangingRequestIsReadAndNeverAnswered()
    {
        QFETCH(const bool, accepting);
        simulator::Options options;
        (accepting ? options.faults.hangAccepting : options.faults.hang).next = 1;
        simulator::Server server(options);
        QVERIFY(server.start());
        HttpClient hanging(server.url());
        hanging.post(messagesPath, fields, signIn);
        QTRY_COMPARE(server.statistics().sends, 1);
        // The server answers one after the other: had it an answer for the first, it would have come before this.
        HttpClient other(server.url());
        QCOMPARE(other.ask("POST", messagesPath, fields, signIn)->status, 201);
        QVERIFY(!hanging.heardAnything());
        QCOMPARE(server.statistics().accepted, accepting ? 2 : 1);
        QCOMPARE(server.statistics().connections, 2);
    }

    void aSlowAnswerComesAfterItsTime()
    {
        simulator::Options options;
        options.faults.slow.next = 1;
        options.faults.slowBy = {150ms, 150ms};
        simulator::Server server(options);
        QVERIFY(server.start());
        HttpClient client(server.url());
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(client.ask("POST", messagesPath, fields, signIn)->status, 201);
        QVERIFY(timer.elapsed() >= 150);
    }

    void latencyDelaysEveryAnswerButNotEachOther()
    {
        simulator::Options options;
        options.network.latency = {100ms, 100ms};
        simulator::Server server(options);
        QVERIFY(server.start());
        std::vector<std::unique_ptr<HttpClient>> clients;
        for (int i = 0; i < 50; ++i)
            clients.push_back(std::make_unique<HttpClient>(server.url()));
        QElapsedTimer timer;
        timer.start();
        for (const auto &client : clients)
            client->post(messagesPath, fields, signIn);
        for (const auto &client : clients)
            QCOMPARE(client->answer()->status, 201);
        QVERIFY(timer.elapsed() >= 100);
        QVERIFY2(timer.elapsed() < 50 * 100 / 2, qPrintable(QString::number(timer.elapsed())));
    }

    void beyondItsConcurrencyAnAccountIsThrottled()
    {
        simulator::Options options;
        options.network.concurrency = 1;
        options.faults.hangAccepting.next = 1;
        simulator::Server server(options);
        QVERIFY(server.start());
        {
            HttpClient first(server.url());
            first.post(messagesPath, fields, signIn);
            QTRY_COMPARE(server.statistics().accepted, 1);
            HttpClient second(server.url());
            QCOMPARE(second.ask("POST", messagesPath, fields, signIn)->code(), 20429);
        }
        QTRY_COMPARE(server.statistics().connections, 0); // the one that hung has gone
        HttpClient third(server.url());
        QCOMPARE(third.ask("POST", messagesPath, fields, signIn)->status, 201);
    }

    void whileItRefusesNobodyConnects()
    {
        simulator::Server server;
        QVERIFY(server.start());
        HttpClient idle(server.url());
        QVERIFY(idle.ask("POST", messagesPath, fields, signIn));
        simulator::Faults faults;
        faults.refuse = true;
        server.setFaults(faults);
        QVERIFY(!idle.answer()); // closed
        QVERIFY(!HttpClient(server.url()).isConnected());
        server.setFaults({});
        HttpClient again(server.url());
        QCOMPARE(again.ask("POST", messagesPath, fields, signIn)->status, 201);
    }

    void aRefusalForATimeEndsByItself()
    {
        simulator::Server server;
        QVERIFY(server.start());
        HttpClient client(server.url());
        const auto answer = client.ask("PUT", "/_sim/faults", "{\"refuse\":true,\"refuseForMs\":50}");
        QCOMPARE(answer->status, 200);
        QTRY_VERIFY(HttpClient(server.url()).isConnected());
        QVERIFY(!server.faults().refuse);
    }

    void aResetConnectionEndsWithoutAnAnswer()
    {
        simulator::Options options;
        options.faults.reset.next = 1;
        simulator::Server server(options);
        QVERIFY(server.start());
        HttpClient reset(server.url());
        QVERIFY(!reset.ask("POST", messagesPath, fields, signIn));
        HttpClient client(server.url());
        QCOMPARE(client.ask("POST", messagesPath, fields, signIn)->status, 201);
        QCOMPARE(server.statistics().requests, 1);
    }

    // the control interface

    void faultsAreSwitchedWhileItRuns()
    {
        simulator::Server server;
        QVERIFY(server.start());
        HttpClient client(server.url());
        QJsonObject faults = client.ask("PUT", "/_sim/faults", "{\"hang\":0.25,\"tooMany\":{\"next\":1}}")->json();
        QCOMPARE(faults["hang"_L1]["share"_L1].toDouble(), 0.25);
        QCOMPARE(faults["tooMany"_L1]["next"_L1].toInt(), 1);
        faults = client.ask("PUT", "/_sim/faults", "{\"hang\":0}")->json();
        QCOMPARE(faults["tooMany"_L1]["next"_L1].toInt(), 1); // what is not named stays
        QCOMPARE(client.ask("POST", messagesPath, fields, signIn)->status, 429);
        QCOMPARE(client.ask("GET", "/_sim/faults")->json()["tooMany"_L1]["next"_L1].toInt(), 0);
        QCOMPARE(server.faults().hang.share, 0.0);
    }

    void whatDoesNotFitChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("unknown fault") << "/_sim/faults"_ba
                                       << "{\"hang\":0.5,\"nonsense\":1}"_ba;
        QTest::newRow("share over one") << "/_sim/faults"_ba
                                        << "{\"hang\":1.5}"_ba;
        QTest::newRow("no JSON") << "/_sim/faults"_ba
                                 << "hang"_ba;
        QTest::newRow("negative time") << "/_sim/network"_ba
                                       << "{\"latency\":-1}"_ba;
        QTest::newRow("failure without a code") << "/_sim/network"_ba
                                                << "{\"failures\":{\"x\":0.1}}"_ba;
        QTest::newRow("unknown control") << "/_sim/nonsense"_ba
                                         << "{}"_ba;
        QTest::newRow("reply from nobody") << "/_sim/reply"_ba
                                           << "{\"from\":\"x\",\"body\":\"y\"}"_ba;
    }

    void whatDoesNotFitChangesNothing()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, body);
        simulator::Server server;
        QVERIFY(server.start());
        HttpClient client(server.url());
        const auto answer = client.ask("PUT", path, body);
        QVERIFY(answer->status == 400 || answer->status == 404);
        QCOMPARE(server.faults().hang.share, 0.0);
    }

    void aWindowCanSeeAndSteerThePhones()
    {
        simulator::Server server;
        QVERIFY(server.start());
        HttpClient client(server.url());
        QVERIFY(
            client.ask("PUT", "/_sim/network", "{\"delivery\":{\"fromMs\":1000,\"toMs\":1000},\"priceMicros\":5000}"));
        QVERIFY(client.ask("PUT", "/_sim/phones/+15551000002", "{\"failure\":30005}"));
        QVERIFY(client.ask("POST", messagesPath, fields, signIn));
        QVERIFY(client.ask("POST", messagesPath, QByteArray(fields).replace("0001", "0002"), signIn));
        QVERIFY(client.ask("POST", "/_sim/advance", "{\"ms\":1001}"));
        QCOMPARE(client.ask("POST", "/_sim/reply", "{\"from\":\"+15551000001\",\"body\":\"Thanks\"}")->status, 200);

        const QJsonArray phones = client.ask("GET", "/_sim/phones")->json()["phones"_L1].toArray();
        QCOMPARE(phones.size(), 2);
        QCOMPARE(phones[1]["failure"_L1].toInt(), 30005);
        QCOMPARE(phones[1]["received"_L1].toInt(), 1);
        const QJsonArray all = client.ask("GET", "/_sim/messages?limit=2")->json()["messages"_L1].toArray();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[0]["body"_L1].toString(), u"Thanks"_s);
        const QJsonArray one = client.ask("GET", "/_sim/messages?to=%2B15551000002")->json()["messages"_L1].toArray();
        QCOMPARE(one.size(), 1);
        QCOMPARE(one[0]["error_code"_L1].toInt(), 30005);
        const QJsonObject statistics = client.ask("GET", "/_sim/statistics")->json();
        QCOMPARE(statistics["accepted"_L1].toInt(), 2);
        QCOMPARE(statistics["delivered"_L1].toInt(), 1);
        QCOMPARE(statistics["failed"_L1].toInt(), 1);
        QCOMPARE(statistics["inbound"_L1].toInt(), 1);
        QCOMPARE(statistics["spentMicros"_L1].toInt(), 10'000);
        QCOMPARE(client.ask("POST", "/_sim/reset")->status, 200);
        QCOMPARE(client.ask("GET", "/_sim/statistics")->json()["accepted"_L1].toInt(), 0);
        QCOMPARE(client.ask("GET", messagesPath, {}, signIn)->json()["messages"_L1].toArray().size(), 0);
    }
};

QTEST_GUILESS_MAIN(FaultsTest)
#include "tst_faults.moc"
