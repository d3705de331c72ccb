// The translator and the simulated provider must mean the same: each is the other's check.
#include "providers/factory.h"
#include "simulator/httpclient.h"
#include "simulator/server.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace domain;

class SimulatedTwilioTest : public QObject
{
    Q_OBJECT

    static std::unique_ptr<Provider> providerFor(const simulator::Server &server, const QString &token = u"token"_s)
    {
        ProviderConfig config;
        config.kind = u"twilio"_s;
        config.settings = {{u"accountSid"_s, u"AC00000000000000000000000000000000"_s},
                           {u"from"_s, u"+15005550006"_s},
                           {u"baseUrl"_s, server.url()}};
        config.secrets = {{u"authToken"_s, token}};
        return providers::Factory().make(config).value();
    }

    static HttpResponse carryOut(const HttpRequest &request)
    {
        HttpClient client(QString::fromLatin1(request.url));
        HttpResponse response;
        if (!client.isConnected())
            return response;
        const QByteArray target = request.url.mid(request.url.indexOf('/', 8));
        const auto answer = client.ask(request.method, target, request.body, request.basicAuth);
        response.reached = answer ? Reached::ResponseComplete : Reached::RequestWritten;
        if (!answer)
            return response;
        response.status = answer->status;
        response.body = answer->body;
        for (const QByteArray &line : answer->head.split('\n'))
            if (const qsizetype colon = line.indexOf(':'); colon > 0)
                response.headers.emplaceBack(line.first(colon), line.sliced(colon + 1).trimmed());
        return response;
    }

    static SendRequest messageTo(const QString &to, const QString &body = u"Grüße, 你好 & \"co\" + 100 %"_s)
    {
        SendRequest message;
        message.to = to;
        message.body = body;
        return message;
    }

    static Outcome send(const Provider &provider, const SendRequest &message)
    {
        return provider.outcome(message, carryOut(provider.sendRequest(message)));
    }

    static Evidence lookFor(const Provider &provider, const SendRequest &message, const QSet<QString> &bound = {})
    {
        const Instant now = std::chrono::floor<Millis>(std::chrono::system_clock::now());
        const Doubt doubt{message.reference, message.to, message.sender, message.body, now};
        std::vector<HttpResponse> pages;
        std::optional<HttpRequest> next = provider.doubtRequest(doubt);
        while (next) {
            pages.push_back(carryOut(*next));
            next = provider.listPage(pages.back(), provider.doubtSince(doubt)).value().next;
        }
        return provider.evidence(doubt, pages, bound);
    }

private Q_SLOTS:
    void aMessageGoesItsWholeWay()
    {
        simulator::Server server;
        QVERIFY(server.start());
        const auto provider = providerFor(server);
        const SendRequest message = messageTo(u"+15551000001"_s);
        const Outcome outcome = send(*provider, message);
        const auto *accepted = std::get_if<Accepted>(&outcome);
        QVERIFY(accepted);
        QCOMPARE(accepted->segments, 1);
        QCOMPARE(server.messages().first().body, message.body);
        auto status = provider->status(carryOut(provider->statusRequest(accepted->providerMessageId)));
        QCOMPARE(status->state, MessageState::Accepted);
        server.advance(5s);
        status = provider->status(carryOut(provider->statusRequest(accepted->providerMessageId)));
        QCOMPARE(status->state, MessageState::Delivered);
        QCOMPARE(status->price, (Money{7900, u"USD"_s}));
    }

    void everyAnswerHasItsOutcome_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("accepted") << u"+15551000001"_s << u"accepted"_s;
        QTest::newRow("invalid") << u"+15005550001"_s << u"rejected"_s;
        QTest::newRow("opted out") << u"+15005550004"_s << u"rejected"_s;
    }

    void everyAnswerHasItsOutcome()
    {
        QFETCH(const QString, to);
        simulator::Server server;
        QVERIFY(server.start());
        QTEST(outcomeName(send(*providerFor(server), messageTo(to))), "outcome");
    }

    void everyFaultHasItsOutcome_data()
    {
        using simulator::Faults;
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("evidence");
        QTest::newRow("drop before") << 0 << u"unknown"_s << u"absent"_s;
        QTest::newRow("drop after accepting") << 1 << u"unknown"_s << u"found"_s;
        QTest::newRow("429") << 2 << u"throttled"_s << u"absent"_s;
        QTest::newRow("500 before") << 3 << u"unknown"_s << u"absent"_s;
        QTest::newRow("500 after accepting") << 4 << u"unknown"_s << u"found"_s;
        QTest::newRow("refused") << 5 << u"not_sent"_s << QString();
    }

    void everyFaultHasItsOutcome()
    {
        QFETCH(const int, which);
        QFETCH(const QString, evidence);
        simulator::Faults faults;
        simulator::Fault *const all[]{&faults.dropBefore, &faults.dropAccepting, &faults.tooMany, &faults.serverError,
                                      &faults.serverErrorAccepting};
        if (which < 5)
            all[which]->next = 1;
        else
            faults.refuse = true;
        simulator::Server server;
        QVERIFY(server.start());
        const auto provider = providerFor(server);
        server.setFaults(faults);
        const SendRequest message = messageTo(u"+15551000001"_s);
        QTEST(outcomeName(send(*provider, message)), "outcome");
        if (evidence.isEmpty())
            return;
        const Evidence found = lookFor(*provider, message);
        if (const auto *bound = std::get_if<Found>(&found)) {
            QCOMPARE(evidence, u"found"_s);
            QCOMPARE(bound->report.providerMessageId, server.messages().first().sid);
            QVERIFY(std::holds_alternative<Absent>(lookFor(*provider, message, {bound->report.providerMessageId})));
        } else {
            QVERIFY(std::holds_alternative<Absent>(found));
            QCOMPARE(evidence, u"absent"_s);
        }
    }

    void theListBringsStatusesAndRepliesOverAllPages()
    {
        simulator::Server server;
        QVERIFY(server.start());
        const auto provider = providerFor(server);
        for (int i = 0; i < 1100; ++i)
            QCOMPARE(outcomeName(send(*provider, messageTo(u"+1555100%1"_s.arg(1000 + i)))), u"accepted"_s);
        server.advance(5s);
        QVERIFY(server.reply(u"+15551001000"_s, u"STOP"_s));
        QSet<QString> ids;
        QList<InboundMessage> inbound;
        int pages = 0;
        std::optional<HttpRequest> next = provider->listRequest(Instant{});
        while (next) {
            const auto page = provider->listPage(carryOut(*next), Instant{});
            QVERIFY(page);
            for (const StatusReport &report : page->statuses) {
                QCOMPARE(report.state, MessageState::Delivered);
                ids.insert(report.providerMessageId);
            }
            inbound += page->inbound;
            next = page->next;
            ++pages;
        }
        QCOMPARE(pages, 2);
        QCOMPARE(ids.size(), 1100);
        QCOMPARE(inbound.size(), 1);
        QCOMPARE(inbound.first().from, u"+15551001000"_s);
        QCOMPARE(inbound.first().providerOptIn, false);
        const Outcome again = send(*provider, messageTo(u"+15551001000"_s));
        QCOMPARE(std::get<Rejected>(again).reason, RejectReason::OptedOut);
    }

    void theConnectionTestTellsGoodFromBad()
    {
        using Verdict = ConnectionReport::Verdict;
        simulator::Options options;
        options.accounts = {{"AC00000000000000000000000000000000", "token"}};
        options.network.balanceMicros = 12'340'000;
        simulator::Server server(options);
        QVERIFY(server.start());
        const auto report = [](const Provider &provider) {
            std::vector<HttpResponse> responses;
            for (const HttpRequest &request : provider.testRequests())
                responses.push_back(carryOut(request));
            return provider.testReport(responses);
        };
        const ConnectionReport good = report(*providerFor(server));
        QCOMPARE(good.verdict, Verdict::Works);
        QCOMPARE(good.balance, (Money{12'340'000, u"USD"_s}));
        QCOMPARE(report(*providerFor(server, u"wrong"_s)).verdict, Verdict::CredentialsRefused);
        server.stop();
        QCOMPARE(report(*providerFor(server)).verdict, Verdict::NetworkFailed);
    }
};

QTEST_GUILESS_MAIN(SimulatedTwilioTest)
#include "tst_twilio.moc"
