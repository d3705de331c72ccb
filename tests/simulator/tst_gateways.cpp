// Gateways described by settings, and FlashChat, against their simulated selves: each is the other's check.
#include "providers/factory.h"
#include "providers/flashchat/flashchat.h"
#include "simulator/httpclient.h"
#include "simulator/server.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace domain;

class SimulatedGatewaysTest : public QObject
{
    Q_OBJECT

    static HttpResponse carryOut(const HttpRequest &request)
    {
        HttpClient client(QString::fromLatin1(request.url));
        HttpResponse response;
        response.tag = request.tag;
        if (!client.isConnected())
            return response;
        const QByteArray target = request.url.mid(request.url.indexOf('/', 8));
        QByteArray headers;
        for (const auto &[name, value] : request.headers)
            headers += name + ": " + value + "\r\n";
        const auto answer = client.ask(request.method, target, request.body, request.basicAuth, headers);
        response.reached = answer ? Reached::ResponseComplete : Reached::RequestWritten;
        if (answer) {
            response.status = answer->status;
            response.body = answer->body;
        }
        return response;
    }

    static SendRequest messageTo(const QString &to, const QString &body = u"Grüße, 你好 & \"co\" + 100 %"_s)
    {
        SendRequest message;
        message.reference = u"01JD0000000000000000000042"_s;
        message.to = to;
        message.body = body;
        return message;
    }

    static std::unique_ptr<Provider> make(const QString &kind, const QJsonObject &settings,
                                          const QString &secret = u"k3y"_s)
    {
        ProviderConfig config;
        config.kind = kind;
        config.settings = settings;
        config.secrets = {{u"secret"_s, secret}};
        const auto problems = providers::Factory().problems(config);
        for (const ConfigProblem &problem : problems)
            qWarning("%s: %s", qPrintable(problem.field), qPrintable(problem.reason));
        auto made = providers::Factory().make(config);
        return made ? *std::move(made) : nullptr;
    }

    static Outcome send(const Provider &provider, const SendRequest &message)
    {
        return provider.outcome(message, carryOut(provider.sendRequest(message)));
    }

    static QJsonObject flashChat(const simulator::Server &server, const QString &interface)
    {
        return {{u"baseUrl"_s, server.url() + u"/flashchat"_s},
                {u"interface"_s, interface},
                {u"device"_s, u"d1"_s},
                {u"account"_s, u"7"_s}};
    }

private Q_SLOTS:
    void everyShapeOfGatewaySends_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("id");
        const QString jsonId = u"$.id"_s;
        QTest::newRow("query, JSON") << u"query"_s << u""_s << jsonId;
        QTest::newRow("form, JSON") << u"form"_s << u""_s << jsonId;
        QTest::newRow("JSON, JSON by pointer") << u"json"_s << u""_s << u"/id"_s;
        QTest::newRow("query, text") << u"query"_s << u"/text"_s << u"regex:id=\"(\\w+)\""_s;
        QTest::newRow("form, XML") << u"form"_s << u"/xml"_s << u"xml:response/message/@id"_s;
    }

    void everyShapeOfGatewaySends()
    {
        QFETCH(const QString, format);
        QFETCH(const QString, path);
        QFETCH(const QString, id);
        simulator::Server server;
        QVERIFY(server.start());
        const QString base = server.url() + u"/http"_s;
        const auto provider = make(u"http"_s, {{u"url"_s, base + path + u"/send"_s},
                                               {u"method"_s, format == u"query" ? u"GET"_s : u"POST"_s},
                                               {u"bodyFormat"_s, format},
                                               {u"sender"_s, u"ACME"_s},
                                               {u"senderParameter"_s, u"from"_s},
                                               {u"auth"_s, u"bearer"_s},
                                               {u"idPath"_s, id},
                                               {u"errorCodePath"_s, path.isEmpty()     ? u"$.error.code"_s
                                                                    : path == u"/text" ? u"regex:Error \"(\\w+)\""_s
                                                                                       : u"xml:response/error/@code"_s},
                                               {u"errorWords"_s, QJsonObject{{u"OPTOUT"_s, u"opted_out"_s},
                                                                             {u"BADNUM"_s, u"permanent_recipient"_s}}},
                                               {u"statusUrl"_s, base + u"/messages/{provider_id}"_s},
                                               {u"statusPath"_s, u"$.status"_s},
                                               {u"balanceUrl"_s, base + u"/balance"_s},
                                               {u"balancePath"_s, u"$.balance"_s},
                                               {u"balanceCurrency"_s, u"USD"_s}});
        QVERIFY(provider);
        const SendRequest message = messageTo(u"+15551000001"_s);
        const Outcome outcome = send(*provider, message);
        const auto *accepted = std::get_if<Accepted>(&outcome);
        QVERIFY(accepted);
        QCOMPARE(server.messages().size(), 1);
        QCOMPARE(server.messages().first().body, message.body);
        QCOMPARE(server.messages().first().from, u"ACME"_s);
        server.advance(5s);
        const auto status = provider->status(carryOut(provider->statusRequest(accepted->providerMessageId)));
        QVERIFY(status);
        QCOMPARE(status->state, MessageState::Delivered);
        QCOMPARE(status->providerMessageId, accepted->providerMessageId);

        const Outcome out = send(*provider, messageTo(u"+15005550004"_s));
        QCOMPARE(std::get<Rejected>(out).reason, RejectReason::OptedOut);
        const auto report = provider->testReport({carryOut(provider->testRequests().front())});
        QCOMPARE(report.verdict, ConnectionReport::Verdict::Works);
        QVERIFY(report.balance && report.balance->micros > 0);
    }

    void wrongCredentialsAreToldApart()
    {
        simulator::Server server;
        QVERIFY(server.start());
        const auto provider = make(u"http"_s,
                                   {{u"url"_s, server.url() + u"/http/send"_s},
                                    {u"auth"_s, u"basic"_s},
                                    {u"authUser"_s, u"me"_s},
                                    {u"balanceUrl"_s, server.url() + u"/http/balance"_s},
                                    {u"balancePath"_s, u"$.balance"_s},
                                    {u"balanceCurrency"_s, u"USD"_s}},
                                   u"wrong"_s);
        const Outcome outcome = send(*provider, messageTo(u"+15551000001"_s));
        QCOMPARE(std::get<Rejected>(outcome).reason, RejectReason::Configuration);
        QCOMPARE(provider->testReport({carryOut(provider->testRequests().front())}).verdict,
                 ConnectionReport::Verdict::CredentialsRefused);
        QVERIFY(server.messages().isEmpty());
    }

    void everyFaultHasItsOutcome_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("drop before") << 0 << u"unknown"_s;
        QTest::newRow("drop after accepting") << 1 << u"unknown"_s;
        QTest::newRow("429") << 2 << u"throttled"_s;
        QTest::newRow("500 before") << 3 << u"unknown"_s;
        QTest::newRow("500 after accepting") << 4 << u"unknown"_s;
    }

    void everyFaultHasItsOutcome()
    {
        QFETCH(const int, which);
        for (const QString &kind : {u"http"_s, u"flashchat"_s}) {
            simulator::Faults faults;
            simulator::Fault *const all[]{&faults.dropBefore, &faults.dropAccepting, &faults.tooMany,
                                          &faults.serverError, &faults.serverErrorAccepting};
            all[which]->next = 1;
            simulator::Server server;
            QVERIFY(server.start());
            server.setFaults(faults);
            const auto provider = make(kind, kind == u"http" ? QJsonObject{{u"url"_s, server.url() + u"/http/send"_s},
                                                                           {u"idPath"_s, u"$.id"_s}}
                                                             : flashChat(server, u"zender"_s));
            QTEST(outcomeName(send(*provider, messageTo(u"+15551000001"_s))), "outcome");
        }
    }

    void flashChatSendsInBothOfItsShapes_data()
    {
        QTest::addColumn<QString>("interface");
        QTest::addColumn<QString>("channel");
        for (const QString &interface : {u"zender"_s, u"app"_s})
            for (const QString &channel : {u"sms"_s, u"whatsapp"_s})
                QTest::addRow("%s, %s", qPrintable(interface), qPrintable(channel)) << interface << channel;
    }

    void flashChatSendsInBothOfItsShapes()
    {
        QFETCH(const QString, interface);
        QFETCH(const QString, channel);
        simulator::Server server;
        QVERIFY(server.start());
        const auto provider = make(u"flashchat"_s, flashChat(server, interface));
        QVERIFY(provider);
        QCOMPARE(provider->capabilities().channels.size(), 2);
        SendRequest message = messageTo(u"+15551000001"_s, u"Pay {now|later} & smile"_s);
        message.channel = *channelFromText(channel);
        const Outcome outcome = send(*provider, message);
        const auto *accepted = std::get_if<Accepted>(&outcome);
        QVERIFY(accepted);
        QCOMPARE(server.messages().first().body, u"Pay (now/later) & smile"_s);
        QCOMPARE(server.messages().first().from, channel == u"sms" ? u"sim1"_s : u"whatsapp:7"_s);
        QCOMPARE(provider->capabilities().statusByList, interface == u"zender");
        QCOMPARE(provider->capabilities().canReconcile, interface == u"zender");

        const auto report = provider->testReport({carryOut(provider->testRequests().front())});
        QCOMPARE(report.verdict, ConnectionReport::Verdict::Works);
        const auto wrong = make(u"flashchat"_s, flashChat(server, interface), u"wrong"_s);
        QCOMPARE(std::get<Rejected>(send(*wrong, message)).reason, RejectReason::Configuration);
        QCOMPARE(wrong->testReport({carryOut(wrong->testRequests().front())}).verdict,
                 ConnectionReport::Verdict::CredentialsRefused);
        message.to = u"+1"_s;
        QCOMPARE(std::get<Rejected>(send(*provider, message)).reason, RejectReason::Recipient);
    }

    void flashChatsListsTellWhatBecameOfMessages()
    {
        simulator::Server server;
        QVERIFY(server.start());
        const auto provider = make(u"flashchat"_s, flashChat(server, u"zender"_s));
        QStringList ids;
        for (int i = 0; i < 250; ++i) {
            SendRequest message = messageTo(u"+1555100%1"_s.arg(i, 4, 10, QLatin1Char('0')));
            message.channel = i % 2 == 0 ? Channel::Sms : Channel::WhatsApp;
            ids << std::get<Accepted>(send(*provider, message)).providerMessageId;
        }
        server.advance(60s);
        QVERIFY(server.reply(u"+15551000001"_s, u"hello"_s));
        const Instant since = std::chrono::floor<Millis>(std::chrono::system_clock::now()) - 1h;
        QHash<QString, MessageState> states;
        QList<InboundMessage> inbound;
        std::optional<HttpRequest> next = provider->listRequest(since);
        int pages = 0;
        while (next && ++pages < 50) {
            const auto page = provider->listPage(carryOut(*next), since);
            QVERIFY(page);
            for (const StatusReport &report : page->statuses)
                states.insert(report.providerMessageId, report.state);
            inbound += page->inbound;
            next = page->next;
        }
        for (const QString &id : std::as_const(ids))
            QCOMPARE(states.value(id), MessageState::Sent);
        QCOMPARE(inbound.size(), 1);
        QCOMPARE(inbound[0].from, u"+15551000001"_s);
        QCOMPARE(inbound[0].channel, Channel::WhatsApp);
    }

    void aDoubtIsFoundInFlashChatsLists()
    {
        simulator::Server server;
        QVERIFY(server.start());
        const auto provider = make(u"flashchat"_s, flashChat(server, u"zender"_s));
        const SendRequest message = messageTo(u"+15551000001"_s, u"Code {x}"_s);
        const auto look = [&](const QSet<QString> &bound) {
            const Instant now = std::chrono::floor<Millis>(std::chrono::system_clock::now());
            Doubt doubt;
            doubt.to = message.to;
            doubt.body = message.body;
            doubt.startedAt = now;
            std::vector<HttpResponse> pages;
            std::optional<HttpRequest> next = provider->doubtRequest(doubt);
            while (next) {
                pages.push_back(carryOut(*next));
                next = provider->listPage(pages.back(), provider->doubtSince(doubt)).value().next;
            }
            return provider->evidence(doubt, pages, bound);
        };
        QVERIFY(std::holds_alternative<Absent>(look({})));
        const QString id = std::get<Accepted>(send(*provider, message)).providerMessageId;
        const Evidence found = look({});
        QVERIFY(std::holds_alternative<Found>(found));
        QCOMPARE(std::get<Found>(found).report.providerMessageId, id);
        QVERIFY(std::holds_alternative<Absent>(look({id})));
        (void)send(*provider, message);
        QVERIFY(std::holds_alternative<SeveralCandidates>(look({})));
    }

    void oneTimeCodesAreSentAndChecked_data()
    {
        QTest::addColumn<QString>("interface");
        QTest::newRow("zender") << u"zender"_s;
        QTest::newRow("app") << u"app"_s;
    }

    void oneTimeCodesAreSentAndChecked()
    {
        QFETCH(const QString, interface);
        simulator::Server server;
        QVERIFY(server.start());
        ProviderConfig config;
        config.kind = u"flashchat"_s;
        config.settings = flashChat(server, interface);
        config.secrets = {{u"secret"_s, u"k3y"_s}};
        const providers::flashchat::FlashChat provider(config);
        SendRequest order;
        order.to = u"+15551000001"_s;
        order.body = u"Your code: {{otp}}"_s;
        order.codeValidity = 120s;
        const Outcome outcome = provider.outcome(order, carryOut(provider.sendRequest(order)));
        QVERIFY(std::holds_alternative<Accepted>(outcome));
        QVERIFY(server.messages().first().body.contains(u"271828"_s));
        const auto wrong = provider.codeChecked(carryOut(provider.codeCheckRequest(u"000000"_s)));
        QVERIFY(wrong && !*wrong);
        const auto right = provider.codeChecked(carryOut(provider.codeCheckRequest(u"271828"_s)));
        QVERIFY(right && *right);
        QVERIFY(!provider.codeChecked(carryOut(provider.codeCheckRequest(u"271828"_s))).value_or(true)); // once
        // a code that is over is no code any more
        (void)carryOut(provider.sendRequest(order));
        server.advance(121s);
        QVERIFY(!provider.codeChecked(carryOut(provider.codeCheckRequest(u"271828"_s))).value_or(true));
        HttpResponse none;
        QVERIFY(!provider.codeChecked(none));
    }
};

QTEST_APPLESS_MAIN(SimulatedGatewaysTest)
#include "tst_gateways.moc"
