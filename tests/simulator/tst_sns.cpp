// The translator and the simulated provider must mean the same: each is the other's check.
#include "providers/factory.h"
#include "simulator/carryout.h"
#include "simulator/server.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace domain;

class SimulatedSnsTest : public QObject
{
    Q_OBJECT

    static simulator::Options withAccount()
    {
        simulator::Options options;
        options.accounts = {{"AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG"}};
        return options;
    }

    static std::unique_ptr<Provider> providerFor(const simulator::Server &server,
                                                 const QString &secret = u"wJalrXUtnFEMI/K7MDENG"_s,
                                                 const QString &keyId = u"AKIAIOSFODNN7EXAMPLE"_s)
    {
        ProviderConfig config;
        config.kind = u"sns"_s;
        config.settings = {{u"region"_s, u"eu-west-1"_s},
                           {u"accessKeyId"_s, keyId},
                           {u"senderId"_s, u"ACME"_s},
                           {u"baseUrl"_s, server.url() + u"/sns"_s}};
        config.secrets = {{u"secretAccessKey"_s, secret}};
        return providers::Factory().make(config).value();
    }

    static SendRequest messageTo(const QString &to, const QString &body = u"Grüße & <co> + 100 % ~ 你好"_s)
    {
        SendRequest message;
        message.to = to;
        message.body = body;
        return message;
    }

    static Outcome send(const Provider &provider, const SendRequest &message)
    {
        return provider.outcome(message, carryOut(provider, provider.sendRequest(message)));
    }

    static QString seen(const Outcome &outcome)
    {
        const QString name = outcomeName(outcome);
        if (const auto *rejected = std::get_if<Rejected>(&outcome))
            return name + u' ' + rejected->code;
        return name;
    }

    static QStringList optedOut(const Provider &provider, int *pages = nullptr)
    {
        QStringList all;
        std::optional<HttpRequest> next = provider.optOutsRequest();
        while (next) {
            const auto page = provider.optOutsPage(carryOut(provider, *next));
            if (!page)
                return {page.error().detail};
            all += page->addresses;
            next = page->next;
            if (pages)
                ++*pages;
        }
        return all;
    }

private Q_SLOTS:
    void aSignedPublishIsAccepted()
    {
        simulator::Server server(withAccount());
        QVERIFY(server.start());
        const auto sns = providerFor(server);
        const SendRequest message = messageTo(u"+15551000001"_s);
        const Outcome outcome = send(*sns, message);
        const auto *accepted = std::get_if<Accepted>(&outcome);
        QVERIFY2(accepted, qPrintable(seen(outcome)));
        QCOMPARE(accepted->providerMessageId.size(), 36);
        QCOMPARE(server.messages().first().body, message.body);
        QCOMPARE(server.messages().first().from, u"ACME"_s);
        QCOMPARE(server.messages().first().to, u"+15551000001"_s);
    }

    void aWrongSignatureIsRefused_data()
    {
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("keyId");
        QTest::addColumn<QString>("expected");
        QTest::newRow("secret") << u"another"_s << u"AKIAIOSFODNN7EXAMPLE"_s << u"rejected SignatureDoesNotMatch"_s;
        QTest::newRow("key") << u"another"_s << u"AKIAIOSFODNN7NOBODY"_s << u"rejected InvalidClientTokenId"_s;
    }
    void aWrongSignatureIsRefused()
    {
        QFETCH(const QString, secret);
        QFETCH(const QString, keyId);
        simulator::Server server(withAccount());
        QVERIFY(server.start());
        const auto sns = providerFor(server, secret, keyId);
        QTEST(seen(send(*sns, messageTo(u"+15551000001"_s))), "expected");
        QCOMPARE(server.statistics().accepted, 0);
        const ConnectionReport report =
            sns->testReport({carryOut(*sns, sns->testRequests()[0]), carryOut(*sns, sns->testRequests()[1])});
        QCOMPARE(int(report.verdict), int(ConnectionReport::Verdict::CredentialsRefused));
    }

    void aChangedBodyIsRefused()
    {
        simulator::Server server(withAccount());
        QVERIFY(server.start());
        const auto sns = providerFor(server);
        HttpRequest request = sns->sendRequest(messageTo(u"+15551000001"_s));
        sns->sign(request, std::chrono::floor<Millis>(std::chrono::system_clock::now()));
        request.body.replace("15551000001", "15551000002");
        HttpClient client(QString::fromLatin1(request.url));
        QByteArray raw = "POST /sns/ HTTP/1.1\r\nHost: " + request.url.mid(7, request.url.indexOf('/', 7) - 7) + "\r\n";
        for (const auto &[name, value] : request.headers)
            raw += name + ": " + value + "\r\n";
        client.write(raw + "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n\r\n" + request.body);
        QCOMPARE(client.answer()->status, 403);
    }

    void aWrongClockIsNamed()
    {
        simulator::Server server(withAccount());
        QVERIFY(server.start());
        const auto sns = providerFor(server);
        HttpRequest request = sns->sendRequest(messageTo(u"+15551000001"_s));
        sns->sign(request, std::chrono::floor<Millis>(std::chrono::system_clock::now()) - 10min);
        HttpClient client(QString::fromLatin1(request.url));
        QByteArray raw = "POST /sns/ HTTP/1.1\r\nHost: " + request.url.mid(7, request.url.indexOf('/', 7) - 7) + "\r\n";
        for (const auto &[name, value] : request.headers)
            raw += name + ": " + value + "\r\n";
        client.write(raw + "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n\r\n" + request.body);
        const auto answer = client.answer();
        HttpResponse response;
        response.reached = Reached::ResponseComplete;
        response.status = answer->status;
        response.body = answer->body;
        const Outcome outcome = sns->outcome({}, response);
        QVERIFY(std::get<Rejected>(outcome).text.startsWith(u"this computer's clock is 60"_s));
    }

    void everyAnswerHasItsOutcome_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("expected");
        QTest::newRow("accepted") << u"+15551000001"_s << u"Hi"_s << u"accepted"_s;
        QTest::newRow("no number") << u"+1"_s << u"Hi"_s << u"rejected InvalidParameter"_s;
        QTest::newRow("no text") << u"+15551000001"_s << QString() << u"rejected InvalidParameter"_s;
        QTest::newRow("too long") << u"+15551000001"_s << QString(1601, u'x') << u"rejected InvalidParameter"_s;
    }
    void everyAnswerHasItsOutcome()
    {
        QFETCH(const QString, to);
        QFETCH(const QString, body);
        simulator::Server server;
        QVERIFY(server.start());
        QTEST(seen(send(*providerFor(server), messageTo(to, body))), "expected");
    }

    void everyFaultHasItsOutcome_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("expected");
        QTest::newRow("drop before") << 0 << u"unknown"_s;
        QTest::newRow("drop after accepting") << 1 << u"unknown"_s;
        QTest::newRow("429") << 2 << u"throttled"_s;
        QTest::newRow("500 before") << 3 << u"unknown"_s;
        QTest::newRow("500 after accepting") << 4 << u"unknown"_s;
    }
    void everyFaultHasItsOutcome()
    {
        QFETCH(const int, which);
        simulator::Server server;
        QVERIFY(server.start());
        simulator::Faults faults;
        simulator::Fault *const all[]{&faults.dropBefore, &faults.dropAccepting, &faults.tooMany, &faults.serverError,
                                      &faults.serverErrorAccepting};
        all[which]->next = 1;
        server.setFaults(faults);
        QTEST(seen(send(*providerFor(server), messageTo(u"+15551000001"_s))), "expected");
    }

    void whoStoppedIsListedAndGetsNothing()
    {
        simulator::Server server;
        QVERIFY(server.start());
        const auto sns = providerFor(server);
        for (int i = 0; i < 250; ++i) {
            const QString phone = u"+1555100%1"_s.arg(1000 + i);
            QCOMPARE(seen(send(*sns, messageTo(phone, u"Hi"_s))), u"accepted"_s);
            if (i < 230)
                QVERIFY(server.reply(phone, u"STOP"_s));
        }
        int pages = 0;
        const QStringList listed = optedOut(*sns, &pages);
        QCOMPARE(listed.size(), 230);
        QCOMPARE(listed.first(), u"+15551001000"_s);
        QCOMPARE(pages, 3);
        // Amazon takes a message to such a number all the same, and drops it.
        QCOMPARE(seen(send(*sns, messageTo(u"+15551001000"_s, u"Hi"_s))), u"accepted"_s);
        server.advance(10s);
        QCOMPARE(server.messages().last().status, u"failed"_s);
        QVERIFY(server.reply(u"+15551001000"_s, u"START"_s));
        QCOMPARE(optedOut(*sns).size(), 229);
    }

    void theConnectionTestWorks()
    {
        simulator::Server server(withAccount());
        QVERIFY(server.start());
        const auto sns = providerFor(server);
        std::vector<HttpResponse> responses;
        for (const HttpRequest &request : sns->testRequests())
            responses.push_back(carryOut(*sns, request));
        const ConnectionReport report = sns->testReport(responses);
        QCOMPARE(int(report.verdict), int(ConnectionReport::Verdict::Works));
        QCOMPARE(report.providerWords, u"monthly spend limit 1000 USD"_s);
    }
};

QTEST_GUILESS_MAIN(SimulatedSnsTest)
#include "tst_sns.moc"
