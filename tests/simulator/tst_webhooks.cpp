#include "providers/factory.h"
#include "simulator/httpclient.h"
#include "simulator/server.h"

#include <QHostAddress>
#include <QSet>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The carriers' interfaces and webhooks as the simulator plays them, read by our own translators.
class WebhookTest : public QObject
{
    Q_OBJECT

    struct Kind
    {
        domain::ProviderConfig config;
        QString secret; ///< signs webhooks
        QString scheme = {};
        QString verifyToken = {};
        QString ours = {};  ///< where a person writes to first; empty: nobody has to
        bool tellsSent = true;
        bool tellsDelivered = true;
        bool hears = true;           ///< what people write comes this way as well
        bool echoesReference = true; ///< ours, with every status
    };

    static Kind kindOf(const QString &key, const QString &url, const QString &scheme = {})
    {
        Kind kind;
        kind.config.kind = key;
        kind.config.settings = {{u"baseUrl"_s, url + u'/' + key}, {u"from"_s, u"+15005550006"_s}};
        if (key == "twilio"_L1) {
            kind.config.settings.insert(u"accountSid"_s, u"AC00000000000000000000000000000001"_s);
            kind.config.secrets = {{u"authToken"_s, u"token"_s}};
            kind.secret = u"token"_s;
        } else if (key == "messagebird"_L1) {
            kind.config.secrets = {{u"accessKey"_s, u"test_key0"_s}, {u"signingKey"_s, u"signing"_s}};
            kind.secret = u"signing"_s;
        } else if (key == "bird"_L1) {
            kind.secret = u"whsec_MDEyMzQ1Njc4OWFiY2RlZg=="_s;
            kind.config.secrets = {{u"apiKey"_s, u"bk_eu1_key"_s}, {u"webhookSecret"_s, kind.secret}};
        } else if (key == "whatsapp_cloud"_L1) {
            kind.ours = u"106540352242922"_s;
            kind.config.settings.insert(u"phoneNumberId"_s, kind.ours);
            kind.config.settings.insert(u"wabaId"_s, u"102290129340398"_s);
            kind.secret = u"app-secret"_s;
            kind.verifyToken = u"verify me & more"_s;
            kind.config.secrets = {
                {u"accessToken"_s, u"token"_s}, {u"appSecret"_s, kind.secret}, {u"verifyToken"_s, kind.verifyToken}};
        } else if (key == "sns"_L1) {
            kind.config.settings.insert(u"region"_s, u"eu-west-1"_s);
            kind.config.settings.insert(u"accessKeyId"_s, u"AKIAIOSFODNN7EXAMPLE"_s);
            kind.secret = u"stream key"_s;
            kind.config.secrets = {{u"secretAccessKey"_s, u"secret"_s}, {u"firehoseKey"_s, kind.secret}};
            kind.tellsSent = kind.hears = kind.echoesReference = false;
        } else if (key == "flashchat"_L1) {
            kind.scheme = scheme;
            kind.secret = u"hook"_s;
            kind.config.settings.insert(u"device"_s, u"1"_s);
            kind.config.settings.insert(u"webhookSignature"_s, scheme);
            if (scheme != "field"_L1)
                kind.config.settings.insert(u"interface"_s, u"app"_s);
            kind.config.secrets = {{u"secret"_s, u"api"_s}, {u"webhookSecret"_s, kind.secret}};
            kind.tellsSent = kind.tellsDelivered = scheme != "field"_L1;
            kind.echoesReference = false;
        } else {
            kind.config.settings.insert(u"apiKey"_s, u"abcd1234"_s);
            kind.config.secrets = {{u"apiSecret"_s, u"secret"_s}, {u"signatureSecret"_s, u"sign"_s}};
            kind.secret = u"sign"_s;
        }
        return kind;
    }

    /// What a provider's request becomes at the simulator.
    static domain::HttpResponse carried(HttpClient &client, const domain::HttpRequest &request)
    {
        const QByteArray path = request.url.mid(request.url.indexOf('/', 8));
        QByteArray raw = request.method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n";
        if (!request.basicAuth.isEmpty())
            raw += "Authorization: Basic " + request.basicAuth.toBase64() + "\r\n";
        for (const auto &[name, value] : request.headers)
            raw += name + ": " + value + "\r\n";
        client.write(raw + "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n\r\n" + request.body);
        domain::HttpResponse response;
        if (const auto answer = client.answer()) {
            response.reached = domain::Reached::ResponseComplete;
            response.status = answer->status;
            response.body = answer->body;
            response.url = request.url;
        }
        return response;
    }

    static QString meaningOf(const domain::Outcome &outcome)
    {
        const auto *rejected = std::get_if<domain::Rejected>(&outcome);
        return rejected ? domain::toText(rejected->reason) : domain::outcomeName(outcome);
    }

    static domain::SendRequest messageTo(const QString &to)
    {
        domain::SendRequest message;
        message.reference = u"01JD0000000000000000000000"_s;
        message.to = to;
        message.body = u"Hello"_s;
        return message;
    }

    static void addKinds()
    {
        QTest::addColumn<QString>("kind");
        for (const QString &kind : {u"twilio"_s, u"messagebird"_s, u"bird"_s, u"vonage"_s})
            QTest::addRow("%s", qPrintable(kind)) << kind;
    }

private Q_SLOTS:
    void refusalsAreInTheProvidersOwnWords_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("sender");
        QTest::addColumn<QString>("meaning");
        for (const QString &kind : {u"messagebird"_s, u"bird"_s, u"vonage"_s}) {
            const auto add = [&](const char *name, const QString &to, const QString &sender, const QString &meaning) {
                QTest::addRow("%s: %s", qPrintable(kind), name) << kind << to << sender << meaning;
            };
            add("good", u"+12125550100"_s, {}, u"accepted"_s);
            add("no such number", u"+15005550001"_s, {}, u"recipient"_s);
            add("opted out, told later", u"+15005550004"_s, {}, u"accepted"_s);
            add("sender", u"+12125550100"_s, u"+15005550007"_s, u"configuration"_s);
            add("sender too busy", u"+12125550100"_s, u"+15005550008"_s, u"throttled"_s);
        }
    }
    void refusalsAreInTheProvidersOwnWords()
    {
        QFETCH(const QString, kind);
        simulator::Server server;
        QVERIFY(server.start());
        const auto provider = *providers::Factory().make(kindOf(kind, server.url()).config);
        HttpClient client(server.url());
        QFETCH(const QString, to);
        QFETCH(const QString, sender);
        domain::SendRequest message = messageTo(to);
        message.sender = sender;
        QTEST(meaningOf(provider->outcome(message, carried(client, provider->sendRequest(message)))), "meaning");
    }

    void troubleIsInTheProvidersOwnWords_data() { addKinds(); }
    void troubleIsInTheProvidersOwnWords()
    {
        QFETCH(const QString, kind);
        simulator::Server server;
        QVERIFY(server.start());
        const auto provider = *providers::Factory().make(kindOf(kind, server.url()).config);
        HttpClient client(server.url());
        const auto send = [&] {
            const domain::SendRequest message = messageTo(u"+12125550100"_s);
            return meaningOf(provider->outcome(message, carried(client, provider->sendRequest(message))));
        };
        simulator::Faults faults;
        faults.tooMany.next = 1;
        faults.serverErrorAccepting.next = 1;
        server.setFaults(faults);
        QCOMPARE(send(), u"throttled"_s);
        QCOMPARE(send(), u"unknown"_s);
        // What was accepted all the same is found by our reference.
        const domain::Doubt doubt{u"01JD0000000000000000000000"_s,
                                  u"+12125550100"_s,
                                  {},
                                  u"Hello"_s,
                                  domain::fromMillis(QDateTime::currentMSecsSinceEpoch()),
                                  domain::Channel::Sms};
        const auto evidence = provider->evidence(doubt, {carried(client, provider->doubtRequest(doubt))}, {});
        QVERIFY(std::holds_alternative<domain::Found>(evidence));
        QCOMPARE(server.statistics().accepted, 1);
    }

    void aKeyThatIsNotKnownIsRefused_data() { addKinds(); }
    void aKeyThatIsNotKnownIsRefused()
    {
        QFETCH(const QString, kind);
        simulator::Options options;
        options.accounts = {{kind == "twilio"_L1 ? "AC00000000000000000000000000000001" : kind.toStdString(), "other"}};
        simulator::Server server(options);
        QVERIFY(server.start());
        const auto provider = *providers::Factory().make(kindOf(kind, server.url()).config);
        HttpClient client(server.url());
        const domain::SendRequest message = messageTo(u"+12125550100"_s);
        QCOMPARE(meaningOf(provider->outcome(message, carried(client, provider->sendRequest(message)))),
                 u"configuration"_s);
        std::vector<domain::HttpResponse> responses;
        for (const domain::HttpRequest &request : provider->testRequests())
            responses.push_back(carried(client, request));
        QCOMPARE(provider->testReport(responses).verdict, domain::ConnectionReport::Verdict::CredentialsRefused);
    }

    void aRepeatedKeyIsSentOnce()
    {
        simulator::Server server;
        QVERIFY(server.start());
        const auto bird = *providers::Factory().make(kindOf(u"bird"_s, server.url()).config);
        HttpClient client(server.url());
        domain::SendRequest message = messageTo(u"+12125550100"_s);
        const auto send = [&] { return bird->outcome(message, carried(client, bird->sendRequest(message))); };
        const auto first = send();
        const auto second = send();
        QCOMPARE(std::get<domain::Accepted>(second).providerMessageId,
                 std::get<domain::Accepted>(first).providerMessageId);
        QCOMPARE(server.statistics().accepted, 1);
        message.body = u"Something else"_s;
        QCOMPARE(meaningOf(send()), u"unknown"_s); // what was taken under it is looked for, nothing goes again
        QCOMPARE(server.statistics().accepted, 1);
    }

    void webhooksAreSignedAndSayWhatHappened_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("scheme");
        for (const QString &kind :
             {u"twilio"_s, u"messagebird"_s, u"bird"_s, u"vonage"_s, u"whatsapp_cloud"_s, u"sns"_s})
            QTest::addRow("%s", qPrintable(kind)) << kind << QString();
        for (const QString &scheme : {u"hex"_s, u"base64"_s, u"field"_s})
            QTest::addRow("flashchat, %s", qPrintable(scheme)) << u"flashchat"_s << scheme;
    }
    void webhooksAreSignedAndSayWhatHappened()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, scheme);
        simulator::Options options;
        options.network.delivery = {domain::Millis{40}, domain::Millis{40}};
        options.network.readShare = 1;
        simulator::Server server(options);
        QVERIFY(server.start());
        const Kind set = kindOf(kind, server.url(), scheme);
        const auto provider = *providers::Factory().make(set.config);

        // A receiver that fails the first one, to see it again.
        QTcpServer receiver;
        QVERIFY(receiver.listen(QHostAddress::LocalHost));
        const QString hookUrl = u"http://127.0.0.1:%1/hooks/7"_s.arg(receiver.serverPort());
        const QString publicUrl = u"https://hooks.example.net/hooks/7"_s;
        int received = 0;
        int refused = 0;
        QSet<QString> states;
        QStringList texts;
        QStringList references;
        QObject::connect(&receiver, &QTcpServer::newConnection, &receiver, [&] {
            QTcpSocket *socket = receiver.nextPendingConnection();
            auto buffer = std::make_shared<QByteArray>();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [&, socket, buffer] {
                *buffer += socket->readAll();
                while (true) {
                    const qsizetype headEnd = buffer->indexOf("\r\n\r\n");
                    if (headEnd < 0)
                        return;
                    domain::WebhookRequest request;
                    const QList<QByteArray> lines = buffer->first(headEnd).split('\n');
                    request.method = lines[0].split(' ')[0];
                    request.url = publicUrl.toLatin1() + lines[0].split(' ')[1].mid(QByteArray("/hooks/7").size());
                    qsizetype length = 0;
                    for (const QByteArray &line : lines.mid(1)) {
                        const qsizetype colon = line.indexOf(':');
                        request.headers.emplaceBack(line.first(colon), line.sliced(colon + 1).trimmed());
                        if (line.toLower().startsWith("content-length:"))
                            length = request.headers.last().second.toLongLong();
                    }
                    if (buffer->size() < headEnd + 4 + length)
                        return;
                    request.body = buffer->mid(headEnd + 4, length);
                    buffer->remove(0, headEnd + 4 + length);
                    const auto now = domain::fromMillis(QDateTime::currentMSecsSinceEpoch());
                    const bool isProven = bool(provider->verifyWebhook(request, now));
                    const auto events = provider->webhook(request, now);
                    const bool isQuestion = request.url.contains("hub.challenge=");
                    const bool fail = !isQuestion && received++ == 0;
                    const QByteArray body = events && isProven ? events->answer : QByteArray();
                    socket->write(QByteArray(fail ? "HTTP/1.1 500 No" : "HTTP/1.1 200 OK") +
                                  "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
                    refused += !isProven;
                    if (fail || !isProven || !events)
                        continue;
                    for (const domain::StatusReport &report : events->statuses) {
                        states << domain::toText(report.state);
                        references << report.reference;
                    }
                    for (const domain::InboundMessage &message : events->inbound)
                        texts << message.from + u' ' + message.body;
                }
            });
        });

        QVERIFY(server.setWebhook(kind, hookUrl, set.secret, publicUrl, set.scheme, set.verifyToken));
        QVERIFY(!server.setWebhook(u"pigeon"_s, hookUrl, set.secret));
        QVERIFY(!server.setWebhook(kind, u"https://127.0.0.1/"_s, set.secret));
        QTRY_VERIFY(server.hasWebhook(kind));
        HttpClient client(server.url());
        domain::SendRequest message = messageTo(u"+12125550100"_s);
        message.callbackUrl = publicUrl.toLatin1();
        if (!set.ours.isEmpty()) {
            (void)carried(client, provider->testRequests().front()); // from now on its number is known
            QVERIFY(server.reply(u"+12125550100"_s, u"Hi"_s, set.ours));
            message.channel = domain::Channel::WhatsApp;
        }
        domain::HttpRequest request = provider->sendRequest(message);
        provider->sign(request, domain::fromMillis(QDateTime::currentMSecsSinceEpoch()));
        QCOMPARE(meaningOf(provider->outcome(message, carried(client, request))), u"accepted"_s);
        QTRY_VERIFY_WITH_TIMEOUT(states.contains(u"delivered"_s) >= set.tellsDelivered &&
                                     states.contains(u"sent"_s) >= set.tellsSent,
                                 10'000);
        if (kind == "whatsapp_cloud"_L1)
            QTRY_VERIFY_WITH_TIMEOUT(states.contains(u"read"_s), 10'000);
        QVERIFY(server.reply(u"+12125550100"_s, u"Thank you"_s));
        if (set.hears)
            QTRY_VERIFY_WITH_TIMEOUT(texts.contains(u"+12125550100 Thank you"_s), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(texts.size(), set.hears ? (set.ours.isEmpty() ? 1 : 2) : 0, 10'000);
        QCOMPARE(refused, 0);
        for (const QString &reference : std::as_const(references))
            QCOMPARE(reference, set.echoesReference ? message.reference : QString());
    }

    // Each message names its own address: behind the tunnel it is at the same place below ours.
    void aMessagesOwnCallbackIsWhereItsStatusesGo()
    {
        simulator::Options options;
        options.network.delivery = {domain::Millis{0}, domain::Millis{0}};
        simulator::Server server(options);
        QVERIFY(server.start());
        const Kind set = kindOf(u"twilio"_s, server.url());
        const auto provider = *providers::Factory().make(set.config);
        QTcpServer receiver;
        QVERIFY(receiver.listen(QHostAddress::LocalHost));
        QByteArray heard;
        QObject::connect(&receiver, &QTcpServer::newConnection, &receiver, [&] {
            QTcpSocket *socket = receiver.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [&heard, socket] { heard += socket->readAll(); });
        });
        QVERIFY(server.setWebhook(u"twilio"_s, u"http://127.0.0.1:%1/hooks/7/a"_s.arg(receiver.serverPort()),
                                  set.secret, u"https://hooks.example.net/x/hooks/7/a"_s));
        HttpClient client(server.url());
        domain::SendRequest message = messageTo(u"+12125550100"_s);
        message.callbackUrl = "https://hooks.example.net/x/hooks/8/b";
        QCOMPARE(meaningOf(provider->outcome(message, carried(client, provider->sendRequest(message)))), u"accepted"_s);
        QTRY_VERIFY_WITH_TIMEOUT(heard.contains("MessageStatus=delivered"), 10'000);
        QVERIFY(heard.startsWith("POST /hooks/8/b?ref=01JD0000000000000000000000 "));
        domain::WebhookRequest request{"POST", message.callbackUrl + "?ref=" + message.reference.toLatin1(), {}, {}};
        const qsizetype end = heard.indexOf("\r\n\r\n");
        request.body = heard.sliced(end + 4);
        for (const QByteArray &line : heard.first(end).split('\n').mid(1))
            request.headers.emplaceBack(line.first(line.indexOf(':')), line.sliced(line.indexOf(':') + 1).trimmed());
        const auto now = domain::fromMillis(QDateTime::currentMSecsSinceEpoch());
        QVERIFY(provider->verifyWebhook(request, now));
        request.url.replace("/8/b", "/7/a");
        QVERIFY(!provider->verifyWebhook(request, now));
    }

    void aReceiverThatDoesNotKnowTheTokenGetsNothing()
    {
        simulator::Server server;
        QVERIFY(server.start());
        const Kind set = kindOf(u"whatsapp_cloud"_s, server.url());
        QTcpServer receiver;
        QVERIFY(receiver.listen(QHostAddress::LocalHost));
        QByteArray heard;
        QObject::connect(&receiver, &QTcpServer::newConnection, &receiver, [&] {
            QTcpSocket *socket = receiver.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [&heard, socket] {
                heard += socket->readAll();
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nno");
            });
        });
        const QString url = u"http://127.0.0.1:%1/"_s.arg(receiver.serverPort());
        QVERIFY(server.setWebhook(u"whatsapp_cloud"_s, url, set.secret, {}, {}, u"verify"_s));
        QTRY_VERIFY_WITH_TIMEOUT(heard.contains("hub.verify_token=verify"), 10'000);
        HttpClient client(server.url());
        const auto state = [&client] {
            client.write("GET /_sim/webhook HTTP/1.1\r\nHost: x\r\n\r\n");
            return client.answer()->body;
        };
        QTRY_VERIFY_WITH_TIMEOUT(state().contains("\"whatsapp_cloud\":\"refused\""), 10'000);
        const auto provider = *providers::Factory().make(set.config);
        (void)carried(client, provider->testRequests().front());
        QVERIFY(server.reply(u"+12125550100"_s, u"Hi"_s, set.ours));
        server.advance(std::chrono::hours{1});
        QCOMPARE(heard.count("HTTP/1.1"), 1);
    }
};

QTEST_GUILESS_MAIN(WebhookTest)
#include "tst_webhooks.moc"
