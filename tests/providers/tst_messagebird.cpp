#include "providers/answers.h"
#include "providers/messagebird/codes.h"

#include <QTest>

using namespace fixture;

namespace {

const QString id = u"eef0ab57a9e049be946f3821568c2b2e"_s;

ProviderConfig workingConfig()
{
    ProviderConfig config;
    config.kind = u"messagebird"_s;
    config.settings = {{u"from"_s, u"ACME"_s}};
    config.secrets = {{u"accessKey"_s, u"test_gshuPaZoeEG6ovbc8M79w0QyM"_s}, {u"signingKey"_s, u"key"_s}};
    return config;
}

QJsonObject item(const QJsonObject &changes = {})
{
    QJsonObject object{{u"recipient"_s, qint64{31'612'345'678}},
                       {u"status"_s, u"sent"_s},
                       {u"statusDatetime"_s, u"2026-11-20T12:00:00+00:00"_s},
                       {u"messagePartCount"_s, 1}};
    for (auto it = changes.begin(); it != changes.end(); ++it)
        object[it.key()] = it.value();
    return object;
}

QJsonObject message(const QJsonObject &recipient = item(), const QJsonObject &changes = {})
{
    QJsonObject object{{u"id"_s, id},
                       {u"href"_s, u"https://rest.messagebird.com/messages/"_s + id},
                       {u"direction"_s, u"mt"_s},
                       {u"type"_s, u"sms"_s},
                       {u"originator"_s, u"ACME"_s},
                       {u"body"_s, u"Order SO-1042 shipped"_s},
                       {u"reference"_s, u"01JD0000000000000000000000"_s},
                       {u"createdDatetime"_s, u"2026-11-20T12:00:00+00:00"_s},
                       {u"recipients"_s, QJsonObject{{u"totalCount"_s, 1}, {u"items"_s, QJsonArray{recipient}}}}};
    for (auto it = changes.begin(); it != changes.end(); ++it)
        object[it.key()] = it.value();
    return object;
}

QByteArray errors(int code, const QString &parameter = {})
{
    return json({{u"errors"_s, QJsonArray{QJsonObject{
                                   {u"code"_s, code}, {u"description"_s, u"words"_s}, {u"parameter"_s, parameter}}}}});
}

HttpResponse page(const QJsonArray &items, int offset = 0, int total = -1)
{
    return answer(200, json({{u"offset"_s, offset},
                             {u"limit"_s, 100},
                             {u"count"_s, items.size()},
                             {u"totalCount"_s, total < 0 ? items.size() : total},
                             {u"items"_s, items}}));
}

} // namespace

/// Configuration, sending and its answers, lists, doubts and webhooks of MessageBird's older interface.
class MessageBirdTest : public QObject
{
    Q_OBJECT

    const std::unique_ptr<Provider> m_messagebird = make(workingConfig());

private Q_SLOTS:
    void aConfigurationNamesWhatDoesNotFit_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("problem");
        QTest::newRow("no key") << u"accessKey"_s << QString() << u"accessKey: required"_s;
        QTest::newRow("key with a space") << u"accessKey"_s << u"live key of mine"_s << u"accessKey: format"_s;
        QTest::newRow("no sender") << u"from"_s << QString() << u"from: required"_s;
        QTest::newRow("number") << u"from"_s << u"+31612345678"_s << QString();
        QTest::newRow("digits") << u"from"_s << u"31612345678"_s << QString();
        QTest::newRow("name too long") << u"from"_s << u"Corner Bakery"_s << u"from: format"_s;
        QTest::newRow("name with an umlaut") << u"from"_s << u"Bäcker"_s << u"from: format"_s;
        QTest::newRow("webhook without TLS") << u"webhookUrl"_s << u"http://a.example/x"_s << u"webhookUrl: insecure"_s;
        QTest::newRow("base") << u"baseUrl"_s << u"ftp://a.example"_s << u"baseUrl: format"_s;
        QTest::newRow("loopback") << u"baseUrl"_s << u"http://127.0.0.1:8080/messagebird"_s << QString();
    }
    void aConfigurationNamesWhatDoesNotFit()
    {
        QFETCH(const QString, key);
        QFETCH(const QString, value);
        ProviderConfig config = workingConfig();
        if (config.secrets.contains(key))
            config.secrets[key] = value;
        else
            config.settings[key] = value;
        QTEST(firstProblem(config), "problem");
    }

    void aSendIsOneMessageToOneNumber()
    {
        ProviderConfig config = workingConfig();
        config.settings.insert(u"webhookUrl"_s, u"https://hooks.example.net/mb"_s);
        SendRequest send;
        send.reference = u"01JD0000000000000000000000"_s;
        send.to = u"+31612345678"_s;
        send.body = u"Olá 😀"_s;
        send.validity = std::chrono::hours{1};
        send.callbackUrl = "https://hooks.example.net/mb"_ba;
        config.settings[u"webhookUrl"_s] = u"https://other.example"_s; // for want of the former
        const HttpRequest request = make(config)->sendRequest(send);
        QCOMPARE(request.method, "POST"_ba);
        QCOMPARE(request.url, "https://rest.messagebird.com/messages"_ba);
        QCOMPARE(headerOf(request, "Authorization"), "AccessKey test_gshuPaZoeEG6ovbc8M79w0QyM"_ba);
        QCOMPARE(headerOf(request, "Content-Type"), "application/json"_ba);
        const QJsonObject expected{{u"originator"_s, u"ACME"_s},
                                   {u"recipients"_s, QJsonArray{u"31612345678"_s}},
                                   {u"body"_s, u"Olá 😀"_s},
                                   {u"datacoding"_s, u"auto"_s},
                                   {u"reference"_s, u"01JD0000000000000000000000"_s},
                                   {u"validity"_s, 3600},
                                   {u"reportUrl"_s, u"https://hooks.example.net/mb"_s}};
        QCOMPARE(QJsonDocument::fromJson(request.body).object(), expected);
        send.sender = u"+31600000000"_s;
        send.callbackUrl.clear();
        const QJsonObject other = QJsonDocument::fromJson(m_messagebird->sendRequest(send).body).object();
        QCOMPARE(other["originator"_L1].toString(), u"31600000000"_s);
        QVERIFY(!other.contains("reportUrl"_L1));
    }

    void aCreatedMessageIsAccepted()
    {
        const QJsonObject price{{u"amount"_s, 0.075}, {u"currency"_s, u"eur"_s}};
        const Outcome outcome = m_messagebird->outcome(
            {}, answer(201, json(message(item({{u"messagePartCount"_s, 3}, {u"price"_s, price}})))));
        const auto *accepted = std::get_if<Accepted>(&outcome);
        QVERIFY(accepted);
        QCOMPARE(accepted->providerMessageId, id);
        QCOMPARE(accepted->state, MessageState::Sent);
        QCOMPARE(accepted->segments, 3);
        QCOMPARE(accepted->price, (Money{75'000, u"EUR"_s}));
    }

    void everyAnswerHasItsMeaning_data()
    {
        QTest::addColumn<HttpResponse>("response");
        QTest::addColumn<QString>("meaning");
        const auto add = [](const char *name, const HttpResponse &response, const QString &meaning) {
            QTest::newRow(name) << response << meaning;
        };
        add("bad key", answer(401, errors(2, u"access_key"_s)), u"configuration"_s);
        add("no credit", answer(402, errors(25)), u"configuration"_s);
        add("no credit, 403", answer(403, errors(25)), u"configuration"_s);
        add("recipient missing", answer(422, errors(9, u"recipients"_s)), u"recipient"_s);
        add("recipient invalid", answer(422, errors(10, u"recipient"_s)), u"recipient"_s);
        add("originator invalid", answer(422, errors(10, u"originator"_s)), u"configuration"_s);
        add("body missing", answer(422, errors(9, u"body"_s)), u"content"_s);
        add("report URL", answer(422, errors(10, u"reportUrl"_s)), u"configuration"_s);
        add("something else", answer(422, errors(10, u"validity"_s)), u"content"_s);
        add("not found", answer(404, errors(20)), u"configuration"_s);
        add("method", answer(405, errors(20)), u"configuration"_s);
        add("bad request", answer(400, errors(21)), u"content"_s);
        add("too many", answer(429, errors(0), {{"Retry-After", "3"}}), u"throttled"_s);
        add("internal", answer(500, errors(99)), u"unknown"_s);
        add("internal, 98", answer(503, errors(98)), u"unknown"_s);
        add("internal, said with 400", answer(400, errors(99)), u"unknown"_s);
        add("a code of tomorrow", answer(422, errors(77)), u"content"_s);
        add("a proxy's 404", answer(404, "<html>"), u"configuration"_s);
        add("a redirect", answer(302, {}), u"configuration"_s);
        add("garbage with 201", answer(201, "<html>"), u"unknown"_s);
        add("nothing with 201", answer(201, {}), u"unknown"_s);
        add("no connection", broken(Reached::NotConnected), u"not_sent"_s);
        add("no TLS", broken(Reached::TlsFailed), u"not_sent"_s);
        add("no answer", broken(Reached::RequestWritten), u"unknown"_s);
        add("half a request", broken(Reached::RequestPartial), u"unknown"_s);
        add("half a refusal", broken(Reached::ResponsePartial, 422, errors(9, u"body"_s).left(20)), u"unknown"_s);
        add("half an acceptance, the whole message", broken(Reached::ResponsePartial, 201, json(message())),
            u"accepted"_s);
    }
    void everyAnswerHasItsMeaning()
    {
        QFETCH(const HttpResponse, response);
        QTEST(meaningOf(m_messagebird->outcome({}, response)), "meaning");
    }

    void everyLateCodeHasItsMeaning_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("errorClass");
        const auto add = [](const QList<int> &codes, const QString &errorClass) {
            for (const int code : codes)
                QTest::addRow("%d", code) << code << errorClass;
        };
        add({1, 5, 7, 9, 11, 12, 13, 21}, u"permanent_recipient"_s);
        add({6, 27, 31, 32, 33, 34, 35, 36, 256}, u"retry_later"_s);
        add({103}, u"opted_out"_s);
        add({0, 2, 99, 104, 500}, u"permanent_unknown"_s);
    }
    void everyLateCodeHasItsMeaning()
    {
        QFETCH(const int, code);
        QTEST(providers::toText(providers::messagebird::ruleForLateFailure(code, {}).errorClass), "errorClass");
        QVERIFY(providers::messagebird::lateCodes().size() == 18); // as many as above
    }

    void wordsExplainWhatNoCodeDoes_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("errorClass");
        QTest::newRow("opted out") << u"Opted out"_s << u"opted_out"_s;
        QTest::newRow("unknown") << u"unknown subscriber"_s << u"permanent_recipient"_s;
        QTest::newRow("unavailable") << u"unavailable subscriber"_s << u"retry_later"_s;
        QTest::newRow("teleservice") << u"teleservice not provisioned"_s << u"permanent_recipient"_s;
        QTest::newRow("rejected") << u"carrier rejected"_s << u"permanent_message"_s;
        QTest::newRow("balance") << u"insufficient balance"_s << u"permanent_config"_s;
        QTest::newRow("others") << u"generic delivery failure"_s << u"permanent_unknown"_s;
    }
    void wordsExplainWhatNoCodeDoes()
    {
        QFETCH(const QString, words);
        QTEST(providers::toText(providers::messagebird::ruleForLateFailure(777, words).errorClass), "errorClass");
    }

    void aMissingReceiptIsNoFailure()
    {
        const auto report = m_messagebird->status(answer(
            200, json(message(item({{u"status"_s, u"expired"_s}, {u"statusReason"_s, u"DLR not received"_s}})))));
        QVERIFY(report);
        QCOMPARE(report->state, MessageState::Sent);
        QVERIFY(!report->reason);
    }

    void aStatusIsAskedForById()
    {
        QCOMPARE(m_messagebird->statusRequest(id).url, "https://rest.messagebird.com/messages/" + id.toLatin1());
        const auto report = m_messagebird->status(
            answer(200, json(message(item({{u"status"_s, u"delivered"_s},
                                           {u"price"_s, QJsonObject{{u"amount"_s, 5}, {u"currency"_s, u"UAH"_s}}}})))));
        QVERIFY(report);
        QCOMPARE(report->state, MessageState::Delivered);
        QCOMPARE(report->price, (Money{5'000'000, u"UAH"_s}));
        QCOMPARE(report->reference, u"01JD0000000000000000000000"_s);
        QCOMPARE(m_messagebird->status(answer(404, errors(20))).error().code, ErrorCode::NotFound);
        QCOMPARE(m_messagebird->status(answer(200, "[]")).error().code, ErrorCode::Provider);
        QCOMPARE(m_messagebird->status(broken(Reached::NotConnected)).error().code, ErrorCode::Network);
    }

    void aListHasBothDirectionsAndGoesOnUntilItIsOld()
    {
        QCOMPARE(m_messagebird->listRequest(noon).url, "https://rest.messagebird.com/messages?limit=100&offset=0"_ba);
        const QJsonObject reply =
            message(item({{u"recipient"_s, qint64{31'600'000'000}}}), {{u"id"_s, u"77"_s},
                                                                       {u"direction"_s, u"mo"_s},
                                                                       {u"originator"_s, qint64{31'612'345'678}},
                                                                       {u"body"_s, u"STOP"_s}});
        const auto first = m_messagebird->listPage(page({message(), reply}, 0, 5), noon);
        QVERIFY(first);
        QCOMPARE(first->statuses.size(), 1);
        QCOMPARE(first->inbound.size(), 1);
        QCOMPARE(first->inbound.first().from, u"+31612345678"_s);
        QCOMPARE(first->inbound.first().to, u"+31600000000"_s);
        QCOMPARE(first->inbound.first().at, noon);
        QVERIFY(first->next);
        QCOMPARE(first->next->url, "https://rest.messagebird.com/messages?limit=100&offset=2"_ba);
        QVERIFY(!m_messagebird->listPage(page({message()}, 4, 5), noon)->next);
        QVERIFY(!m_messagebird->listPage(page({message()}, 0, 5), noon + std::chrono::minutes{3})->next);
        QVERIFY(!m_messagebird->listPage(page({}, 4, 5), noon)->next);
        QVERIFY(!m_messagebird->listPage(answer(200, "{}"), noon));
        QVERIFY(!m_messagebird->listPage(answer(500, errors(99)), noon));
    }

    void aDoubtIsSettledByTheReference_data()
    {
        QTest::addColumn<QList<HttpResponse>>("pages");
        QTest::addColumn<int>("evidence"); // index of the variant
        const QJsonObject other = message(item(), {{u"reference"_s, u"another"_s}});
        const QJsonObject old = message(
            item(), {{u"reference"_s, QJsonValue::Null}, {u"createdDatetime"_s, u"2026-11-20T09:00:00+00:00"_s}});
        QTest::newRow("found") << QList{page({other, message()})} << 0;
        QTest::newRow("found on the second page") << QList{page({other}, 0, 3), page({message()}, 1, 3)} << 0;
        QTest::newRow("absent") << QList{page({other})} << 1;
        QTest::newRow("absent before a long past") << QList{page({old}, 0, 9000)} << 1;
        QTest::newRow("not read to its end") << QList{page({other}, 0, 9000)} << 3;
        QTest::newRow("no list") << QList{answer(200, "{}")} << 3;
        QTest::newRow("refused") << QList{answer(401, errors(2))} << 3;
        QTest::newRow("nothing read") << QList<HttpResponse>{} << 3;
    }
    void aDoubtIsSettledByTheReference()
    {
        QFETCH(const QList<HttpResponse>, pages);
        Doubt doubt;
        doubt.reference = u"01JD0000000000000000000000"_s;
        doubt.startedAt = noon;
        QCOMPARE(m_messagebird->doubtRequest(doubt).url, m_messagebird->listRequest(noon).url);
        const Evidence evidence = m_messagebird->evidence(doubt, {pages.begin(), pages.end()}, {});
        QTEST(int(evidence.index()), "evidence");
        if (const auto *found = std::get_if<Found>(&evidence))
            QCOMPARE(found->report.providerMessageId, id);
    }

    void theConnectionIsTriedByTheBalance_data()
    {
        using Verdict = ConnectionReport::Verdict;
        QTest::addColumn<HttpResponse>("response");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QString>("balance");
        const auto balance = [](const QString &type) {
            return answer(200, json({{u"payment"_s, u"prepaid"_s}, {u"type"_s, type}, {u"amount"_s, 9.2}}));
        };
        QTest::newRow("euros") << balance(u"euros"_s) << int(Verdict::Works) << u"9200000 EUR"_s;
        QTest::newRow("credits") << balance(u"credits"_s) << int(Verdict::Works) << u"9.2 credits"_s;
        QTest::newRow("bad key") << answer(401, errors(2)) << int(Verdict::CredentialsRefused) << u"2: words"_s;
        QTest::newRow("something else") << answer(200, "hello") << int(Verdict::Unexpected) << u"HTTP 200"_s;
        QTest::newRow("nobody") << broken(Reached::NotConnected) << int(Verdict::NetworkFailed) << u"broken"_s;
        QTest::newRow("no TLS") << broken(Reached::TlsFailed) << int(Verdict::TlsFailed) << u"broken"_s;
    }
    void theConnectionIsTriedByTheBalance()
    {
        QFETCH(const HttpResponse, response);
        QCOMPARE(m_messagebird->testRequests().front().url, "https://rest.messagebird.com/balance"_ba);
        const ConnectionReport report = m_messagebird->testReport({response});
        QTEST(int(report.verdict), "verdict");
        QTEST(report.balance ? u"%1 %2"_s.arg(report.balance->micros).arg(report.balance->currency)
                             : report.providerWords,
              "balance");
    }

    void aPersonsMessageComesInEitherShape_data()
    {
        QTest::addColumn<WebhookRequest>("request");
        QTest::addColumn<QString>("to");
        const QByteArray url = "https://hooks.example.net/mb"_ba;
        const HttpHeaders form{{"Content-Type", "application/x-www-form-urlencoded"}};
        QTest::newRow("query") << WebhookRequest{"GET"_ba,
                                                 url +
                                                     "?id=77&originator=31612345678&recipient=31600000000&body=Hi+there"
                                                     "&createdDatetime=2026-11-20T12%3A00%3A00%2B00%3A00",
                                                 {},
                                                 {}}
                               << u"+31600000000"_s;
        QTest::newRow("JSON") << WebhookRequest{"POST"_ba,
                                                url,
                                                {{"Content-Type", "application/json"}},
                                                R"({"id":"77","originator":31612345678,"recipient":"31600000000",)"
                                                R"("body":"Hi there","createdDatetime":"2026-11-20T12:00:00+00:00"})"}
                              << u"+31600000000"_s;
        QTest::newRow("short code") << WebhookRequest{"POST"_ba, url, form,
                                                      "mid=77&originator=31612345678&shortcode=1008&message=Hi+there"
                                                      "&receive_datetime=20261120120000&keyword=HI"}
                                    << u"1008"_s;
    }
    void aPersonsMessageComesInEitherShape()
    {
        QFETCH(const WebhookRequest, request);
        const auto events = m_messagebird->webhook(request, noon + std::chrono::hours{1});
        QVERIFY(events);
        QCOMPARE(events->inbound.size(), 1);
        const InboundMessage &message = events->inbound.first();
        QCOMPARE(message.providerMessageId, u"77"_s);
        QCOMPARE(message.from, u"+31612345678"_s);
        QTEST(message.to, "to");
        QCOMPARE(message.body, u"Hi there"_s);
        QCOMPARE(message.at, noon);
    }

    void whatIsNeitherIsNotRead()
    {
        const WebhookRequest request{"GET"_ba, "https://hooks.example.net/mb?hello=1"_ba, {}, {}};
        QCOMPARE(m_messagebird->webhook(request, noon).error().code, ErrorCode::InvalidInput);
    }

    void aReportsPriceIsKept()
    {
        const auto events =
            m_messagebird->webhook({"GET"_ba,
                                    "https://hooks.example.net/mb?id=1&reference=r&status=delivered"
                                    "&price%5Bamount%5D=0.0685&price%5Bcurrency%5D=EUR&messagePartCount=2"_ba,
                                    {},
                                    {}},
                                   noon);
        QVERIFY(events);
        QCOMPARE(events->statuses.first().price, (Money{68'500, u"EUR"_s}));
        QCOMPARE(events->statuses.first().segments, 2);
    }

    void withoutASigningKeyThereIsNoWebhook()
    {
        ProviderConfig config = workingConfig();
        config.secrets.remove(u"signingKey"_s);
        const auto provider = make(config);
        QVERIFY(!provider->capabilities().hasWebhook);
        QVERIFY(!provider->verifyWebhook({"GET"_ba, "https://a.example/"_ba, {}, {}}, noon));
    }
};

QTEST_APPLESS_MAIN(MessageBirdTest)
#include "tst_messagebird.moc"
