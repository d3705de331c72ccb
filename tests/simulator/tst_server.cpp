#include "simulator/httpclient.h"
#include "simulator/server.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray account = "AC00000000000000000000000000000000";
const QByteArray signIn = account + ":token";
const QByteArray messagesPath = "/2010-04-01/Accounts/" + account + "/Messages.json";
const QByteArray ourNumber = "+15005550006";

QByteArray form(const QByteArray &to, const QByteArray &body = "Hello", const QByteArray &from = ourNumber)
{
    return "To=" + to.toPercentEncoding() + "&From=" + from.toPercentEncoding() + "&Body=" + body.toPercentEncoding();
}

std::optional<HttpClient::Answer> send(HttpClient &client, const QByteArray &fields)
{
    return client.ask("POST", messagesPath, fields, signIn);
}

std::optional<HttpClient::Answer> get(HttpClient &client, const QByteArray &path)
{
    return client.ask("GET", path, {}, signIn);
}

QByteArray pathOf(const QString &sid)
{
    return "/2010-04-01/Accounts/" + account + "/Messages/" + sid.toLatin1() + ".json";
}

QStringList bodiesIn(const QJsonObject &list)
{
    QStringList bodies;
    for (const QJsonValue &row : list["messages"_L1].toArray())
        bodies << row["body"_L1].toString();
    return bodies;
}

} // namespace

class ServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // the interface

    void aMessageIsAcceptedThenSentThenDeliveredAndPriced()
    {
        simulator::Server server;
        QVERIFY(server.start());
        HttpClient client(server.url());
        const auto created = send(client, form("+15551000001", "Caf\xc3\xa9 \"1\"\n\\"));
        QVERIFY(created);
        QCOMPARE(created->status, 201);
        const QJsonObject message = created->json();
        QCOMPARE(message["body"_L1].toString(), u"Café \"1\"\n\\"_s);
        QCOMPARE(message["status"_L1].toString(), u"queued"_s);
        QCOMPARE(message["num_segments"_L1].toString(), u"1"_s);
        QVERIFY(message["price"_L1].isNull());
        QVERIFY(message["date_sent"_L1].isNull());
        const QByteArray path = pathOf(message["sid"_L1].toString());
        QCOMPARE(get(client, path)->json()["status"_L1].toString(), u"queued"_s);
        server.advance(4001ms);
        const QJsonObject delivered = get(client, path)->json();
        QCOMPARE(delivered["status"_L1].toString(), u"delivered"_s);
        QCOMPARE(delivered["price"_L1].toString(), u"-0.00790"_s);
        QVERIFY(!delivered["date_sent"_L1].isNull());
        QCOMPARE(server.statistics().delivered, 1);
        QCOMPARE(server.receivedCounts(), (QHash<QString, int>{{u"+15551000001"_s, 1}}));
    }

    void betweenAcceptanceAndDeliveryItIsSent()
    {
        simulator::Options options;
        options.network.delivery = {10s, 10s};
        simulator::Server server(options);
        QVERIFY(server.start());
        HttpClient client(server.url());
        const QString sid = send(client, form("+15551000001"))->json()["sid"_L1].toString();
        server.advance(6s);
        QCOMPARE(get(client, pathOf(sid))->json()["status"_L1].toString(), u"sent"_s);
        QCOMPARE(server.statistics().pending, 1);
    }

    void whoeverIsNotKnownIsToldSo_data()
    {
        QTest::addColumn<QByteArray>("credentials");
        QTest::addColumn<int>("status");
        QTest::newRow("right") << account + ":right" << 200;
        QTest::newRow("wrong token") << account + ":wrong" << 401;
        QTest::newRow("another account's name") << "AC00000000000000000000000000000001:right"_ba << 401;
        QTest::newRow("API key") << "SK00000000000000000000000000000000:right"_ba << 200;
        QTest::newRow("nothing") << QByteArray() << 401;
    }

    void whoeverIsNotKnownIsToldSo()
    {
        QFETCH(const QByteArray, credentials);
        simulator::Options options;
        options.accounts = {{account.toStdString(), "right"}};
        simulator::Server server(options);
        QVERIFY(server.start());
        HttpClient client(server.url());
        const auto answer = client.ask("GET", messagesPath, {}, credentials);
        QTEST(answer->status, "status");
        if (answer->status == 401)
            QCOMPARE(answer->code(), 20003);
    }

    void aSendThatTwilioRefusesIsRefused_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<int>("code");
        const QByteArray to = "+15551000001";
        QTest::newRow("no recipient") << "From=%2B15005550006&Body=x"_ba << 21604;
        QTest::newRow("no sender") << "To=%2B15551000001&Body=x"_ba << 21603;
        QTest::newRow("no text") << form(to, "") << 21602;
        QTest::newRow("text too long") << form(to, QByteArray(1601, 'x')) << 21617;
        QTest::newRow("recipient no number") << form("hello") << 21211;
        QTest::newRow("unknown service") << form(to) + "&MessagingServiceSid=MG1" << 21701;
        QTest::newRow("validity") << form(to) + "&ValidityPeriod=36001" << 21624;
        QTest::newRow("magic: invalid") << form("+15005550001") << 21211;
        QTest::newRow("magic: unreachable") << form("+15005550002") << 21612;
        QTest::newRow("magic: region") << form("+15005550003") << 21408;
        QTest::newRow("magic: opted out") << form("+15005550004") << 21610;
        QTest::newRow("magic: no mobile") << form("+15005550009") << 21614;
        QTest::newRow("magic sender: invalid") << form(to, "x", "+15005550001") << 21212;
        QTest::newRow("magic sender: not ours") << form(to, "x", "+15005550007") << 21606;
        QTest::newRow("magic sender: queue full") << form(to, "x", "+15005550008") << 21611;
    }

    void aSendThatTwilioRefusesIsRefused()
    {
        QFETCH(const QByteArray, fields);
        simulator::Server server;
        QVERIFY(server.start());
        HttpClient client(server.url());
        const auto answer = send(client, fields);
        QVERIFY(answer->status == 400 || answer->status == 429);
        QTEST(answer->code(), "code");
        QCOMPARE(server.statistics().accepted, 0);
        QCOMPARE(server.statistics().refused, 1);
    }

    void theLongestTextIsAcceptedWhole()
    {
        simulator::Server server;
        QVERIFY(server.start());
        HttpClient client(server.url());
        const QByteArray text = QString(1600, u'ü').toUtf8();
        QCOMPARE(send(client, form("+15551000001", text))->status, 201);
        QCOMPARE(server.messages().first().body.toUtf8(), text);
    }

    void pagesFollowEachOtherWhileTheListGrows()
    {
        simulator::Server server;
        QVERIFY(server.start());
        HttpClient client(server.url());
        for (int i = 0; i < 7; ++i)
            QVERIFY(send(client, form("+1555100000" + QByteArray::number(i), QByteArray::number(i))));
        QJsonObject page = get(client, messagesPath + "?PageSize=3")->json();
        QCOMPARE(bodiesIn(page), (QStringList{u"6"_s, u"5"_s, u"4"_s}));
        QVERIFY(send(client, form("+15551000008", "new")));
        page = get(client, page["next_page_uri"_L1].toString().toLatin1())->json();
        QCOMPARE(bodiesIn(page), (QStringList{u"3"_s, u"2"_s, u"1"_s}));
        page = get(client, page["next_page_uri"_L1].toString().toLatin1())->json();
        QCOMPARE(bodiesIn(page), QStringList{u"0"_s});
        QVERIFY(page["next_page_uri"_L1].isNull());
    }

    void theListIsFiltered_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QStringList>("bodies");
        QTest::newRow("all") << ""_ba << QStringList{u"b2"_s, u"other sender"_s, u"a2"_s, u"hello"_s, u"b1"_s, u"a1"_s};
        QTest::newRow("to") << "?To=%2B15551000001"_ba << QStringList{u"other sender"_s, u"a2"_s, u"a1"_s};
        QTest::newRow("to, in pages") << "?To=%2B15551000001&PageSize=1"_ba << QStringList{u"other sender"_s};
        QTest::newRow("to and from") << "?To=%2B15551000001&From=%2B15005550006"_ba << QStringList{u"a2"_s, u"a1"_s};
        QTest::newRow("to us") << "?To=%2B15005550006"_ba << QStringList{u"hello"_s};
        QTest::newRow("from a phone") << "?From=%2B15551000001"_ba << QStringList{u"hello"_s};
        QTest::newRow("nobody") << "?To=%2B15559999999"_ba << QStringList{};
        QTest::newRow("sent later than all") << "?DateSent%3E=2100-01-01"_ba << QStringList{};
        QTest::newRow("sent, hides what is not sent yet")
            << "?DateSent%3E=2020-01-01T00%3A00%3A00Z"_ba << QStringList{u"hello"_s, u"b1"_s, u"a1"_s};
    }

    void theListIsFiltered()
    {
        QFETCH(const QByteArray, query);
        simulator::Server server;
        QVERIFY(server.start());
        HttpClient client(server.url());
        QVERIFY(send(client, form("+15551000001", "a1")));
        QVERIFY(send(client, form("+15551000002", "b1")));
        server.advance(10s);
        QVERIFY(server.reply(u"+15551000001"_s, u"hello"_s));
        QVERIFY(send(client, form("+15551000001", "a2")));
        QVERIFY(send(client, form("+15551000001", "other sender", "+15005550005")));
        QVERIFY(send(client, form("+15551000002", "b2")));
        QTEST(bodiesIn(get(client, messagesPath + query)->json()), "bodies");
    }

    void aMalformedListQuestionIsRefused()
    {
        simulator::Server server;
        QVERIFY(server.start());
        HttpClient client(server.url());
        for (const QByteArray &query :
             {"?PageSize=0"_ba, "?PageSize=x"_ba, "?Page=1"_ba, "?PageToken=PASM1"_ba, "?DateSent=yesterday"_ba})
            QCOMPARE(get(client, messagesPath + query)->status, 400);
    }

    void aServicePicksItsNumberAfterItHasAccepted()
    {
        simulator::Server server;
        QVERIFY(server.start());
        HttpClient client(server.url());
        const QByteArray service = "MG00000000000000000000000000000000";
        const QJsonObject created = send(client, "To=%2B15551000001&Body=x&MessagingServiceSid=" + service)->json();
        QCOMPARE(created["status"_L1].toString(), u"accepted"_s);
        QCOMPARE(created["num_segments"_L1].toString(), u"0"_s);
        QVERIFY(created["from"_L1].isNull());
        server.advance(10s);
        const QJsonObject later = get(client, pathOf(created["sid"_L1].toString()))->json();
        QCOMPARE(later["num_segments"_L1].toString(), u"1"_s);
        QVERIFY(later["from"_L1].toString().startsWith(u'+'));
        QCOMPARE(later["messaging_service_sid"_L1].toString().toLatin1(), service);
    }

    void whatIsNotThereIsNotFound()
    {
        simulator::Server server;
        QVERIFY(server.start());
        HttpClient client(server.url());
        QCOMPARE(get(client, pathOf(u"SM11111111111111111111111111111111"_s))->code(), 20404);
        QCOMPARE(get(client, "/2010-04-01/Accounts/" + account + "/Calls.json")->code(), 20404);
        QCOMPARE(get(client, "/")->code(), 20404);
    }

    // phones

    void aPhoneThatSaysStopIsNotReachedUntilItSaysStart()
    {
        simulator::Server server;
        QVERIFY(server.start());
        HttpClient client(server.url());
        QVERIFY(!server.reply(u"+15551000001"_s, u"who are you?"_s));
        QCOMPARE(send(client, form("+15551000001"))->status, 201);
        QVERIFY(server.reply(u"+15551000001"_s, u" stop"_s));
        const QJsonObject inbound = get(client, messagesPath + "?PageSize=1")->json()["messages"_L1][0].toObject();
        QCOMPARE(inbound["direction"_L1].toString(), u"inbound"_s);
        QCOMPARE(inbound["from"_L1].toString(), u"+15551000001"_s);
        QCOMPARE(inbound["to"_L1].toString().toLatin1(), ourNumber);
        QCOMPARE(send(client, form("+15551000001"))->code(), 21610);
        QCOMPARE(send(client, form("+15551000001", "x", "+15005550005"))->status, 201);
        QVERIFY(server.reply(u"+15551000001"_s, u"START"_s, QString::fromLatin1(ourNumber)));
        QCOMPARE(send(client, form("+15551000001"))->status, 201);
    }

    void aShareOfThePhonesAnswersStopAfterDelivery()
    {
        simulator::Options options;
        options.network.stopShare = 1;
        simulator::Server server(options);
        QVERIFY(server.start());
        HttpClient client(server.url());
        QVERIFY(send(client, form("+15551000001")));
        QCOMPARE(server.statistics().inbound, 0);
        server.advance(9001ms);
        QCOMPARE(server.statistics().inbound, 1);
        QCOMPARE(send(client, form("+15551000001"))->code(), 21610);
    }

    void failuresHappenByShareAndByPhone()
    {
        simulator::Options options;
        options.network.failures = {{30005, 1.0}};
        simulator::Server server(options);
        QVERIFY(server.start());
        server.setFailure(u"+15551000002"_s, 30034);
        HttpClient client(server.url());
        const QString drawn = send(client, form("+15551000001"))->json()["sid"_L1].toString();
        const QString fixed = send(client, form("+15551000002"))->json()["sid"_L1].toString();
        server.advance(5s);
        const QJsonObject undelivered = get(client, pathOf(drawn))->json();
        QCOMPARE(undelivered["status"_L1].toString(), u"undelivered"_s);
        QCOMPARE(undelivered["error_code"_L1].toInt(), 30005);
        QVERIFY(!undelivered["price"_L1].isNull());
        const QJsonObject failed = get(client, pathOf(fixed))->json();
        QCOMPARE(failed["status"_L1].toString(), u"failed"_s);
        QCOMPARE(failed["error_code"_L1].toInt(), 30034);
        QVERIFY(failed["price"_L1].isNull());
        QCOMPARE(server.statistics().spentMicros, 7900);
    }

    void sharesAreKeptOverManyMessages()
    {
        simulator::Options options;
        options.network.failures = {{30003, 0.2}};
        simulator::Server server(options);
        QVERIFY(server.start());
        HttpClient client(server.url());
        for (int i = 0; i < 1000; ++i)
            QVERIFY(send(client, form("+1555100" + QByteArray::number(1000 + i))));
        server.advance(5s);
        const auto failed = server.statistics().failed;
        QVERIFY2(failed > 140 && failed < 260, qPrintable(QString::number(failed)));
        QCOMPARE(server.statistics().connectionsEver, 1);
    }

    void aMessageThatIsNotDeliveredInTimeExpires()
    {
        simulator::Options options;
        options.network.delivery = {1min, 1min};
        simulator::Server server(options);
        QVERIFY(server.start());
        HttpClient client(server.url());
        const QString sid = send(client, form("+15551000001") + "&ValidityPeriod=10")->json()["sid"_L1].toString();
        server.advance(11s);
        QCOMPARE(get(client, pathOf(sid))->json()["error_code"_L1].toInt(), 30036);
    }

    // the log and the program's borders

    void everyAcceptedMessageIsInTheLogBeforeItIsAnswered()
    {
        const QTemporaryDir folder;
        simulator::Options options;
        options.logFile = folder.filePath(u"log"_s);
        options.faults.dropAccepting.next = 1;
        simulator::Server server(options);
        QVERIFY(server.start());
        HttpClient dropped(server.url());
        QVERIFY(!send(dropped, form("+15551000001", "first")));
        HttpClient client(server.url());
        QVERIFY(send(client, form("+15551000002", "tab\tand\nline")));
        QVERIFY(send(client, form("+15005550004")));
        QFile log(options.logFile);
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = log.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0].split('\t').mid(2), (QList<QByteArray>{ourNumber, "+15551000001", "1", "\"first\""}));
        QCOMPARE(lines[1].split('\t').last(), "\"tab\\tand\\nline\""_ba);
    }

    void aLogThatCannotBeOpenedEndsTheStart()
    {
        simulator::Options options;
        options.logFile = u"/nowhere/at/all"_s;
        QCOMPARE(simulator::Server(options).start().error().code, domain::ErrorCode::FileNotWritable);
    }

    void aPortThatIsTakenIsAConflict()
    {
        simulator::Server first;
        simulator::Options options;
        options.port = first.start().value();
        QCOMPARE(simulator::Server(options).start().error().code, domain::ErrorCode::Conflict);
    }

    void whatIsNoHttpIsRefusedAndClosed()
    {
        simulator::Server server;
        QVERIFY(server.start());
        HttpClient client(server.url());
        client.write("what?\r\n\r\n");
        QCOMPARE(client.answer()->status, 400);
        QVERIFY(!client.answer());
        HttpClient large(server.url());
        large.write("GET / HTTP/1.1\r\nX: " + QByteArray(20'000, 'x') + "\r\n\r\n");
        const auto answer = large.answer();
        QVERIFY(!answer || answer->status == 400);
        QCOMPARE(server.statistics().accepted, 0);
    }

    void manyConnectionsAreServedAtOnce()
    {
        simulator::Server server;
        QVERIFY(server.start());
        std::vector<std::unique_ptr<HttpClient>> clients;
        for (int i = 0; i < 200; ++i)
            clients.push_back(std::make_unique<HttpClient>(server.url()));
        for (size_t i = 0; i < clients.size(); ++i)
            clients[i]->post(messagesPath, form("+1555100" + QByteArray::number(1000 + int(i))), signIn);
        for (const auto &client : clients)
            QCOMPARE(client->answer()->status, 201);
        QCOMPARE(server.statistics().connections, 200);
        QCOMPARE(server.statistics().phones, 200);
        server.stop();
        QVERIFY(clients.front()->heardAnything());
        QCOMPARE(server.statistics().accepted, 200);
    }

    void theOldestTextsGoFirstWhenMemoryIsBounded()
    {
        simulator::Options options;
        options.textBytes = 1; // the smallest there is: two blocks of a megabyte
        simulator::Server server(options);
        QVERIFY(server.start());
        HttpClient client(server.url());
        const QByteArray text(1600, 'x');
        for (int i = 0; i < 2000; ++i)
            QVERIFY(send(client, form("+15551000001", text)));
        const auto messages = server.messages();
        QCOMPARE(messages.size(), 2000);
        QVERIFY(messages.first().body.isEmpty());
        QCOMPARE(messages.last().body.toLatin1(), text);
    }
};

QTEST_GUILESS_MAIN(ServerTest)
#include "tst_server.moc"
