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
    };

    static Kind kindOf(const QString &key, const QString &url)
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
        QCOMPARE(meaningOf(send()), u"not_sent"_s); // goes again under a key of its own
    }

    void webhooksAreSignedAndSayWhatHappened_data() { addKinds(); }
    void webhooksAreSignedAndSayWhatHappened()
    {
        QFETCH(const QString, kind);
        simulator::Options options;
        options.network.delivery = {domain::Millis{40}, domain::Millis{40}};
        simulator::Server server(options);
        QVERIFY(server.start());
        const Kind set = kindOf(kind, server.url());
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
                    const bool fail = received++ == 0;
                    socket->write(fail ? "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"
                                       : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                    const auto now = domain::fromMillis(QDateTime::currentMSecsSinceEpoch());
                    if (!provider->verifyWebhook(request, now)) {
                        ++refused;
                        continue;
                    }
                    const auto events = provider->webhook(request, now);
                    if (fail || !events)
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

        QVERIFY(server.setWebhook(kind, hookUrl, set.secret, publicUrl));
        QVERIFY(!server.setWebhook(u"pigeon"_s, hookUrl, set.secret));
        QVERIFY(!server.setWebhook(kind, u"https://127.0.0.1/"_s, set.secret));
        HttpClient client(server.url());
        domain::SendRequest message = messageTo(u"+12125550100"_s);
        message.callbackUrl = publicUrl.toLatin1();
        QCOMPARE(meaningOf(provider->outcome(message, carried(client, provider->sendRequest(message)))), u"accepted"_s);
        QTRY_VERIFY_WITH_TIMEOUT(states.contains(u"delivered"_s) && states.contains(u"sent"_s), 10'000);
        QVERIFY(server.reply(u"+12125550100"_s, u"Thank you"_s));
        QTRY_COMPARE_WITH_TIMEOUT(texts, QStringList{u"+12125550100 Thank you"_s}, 10'000);
        QCOMPARE(refused, 0);
        for (const QString &reference : std::as_const(references))
            QCOMPARE(reference, message.reference);
    }
};

QTEST_GUILESS_MAIN(WebhookTest)
#include "tst_webhooks.moc"
