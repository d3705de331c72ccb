#include "providers/answers.h"
#include "providers/encoding.h"
#include "providers/vonage/codes.h"
#include "providers/vonage/signature.h"

#include <QTest>

using namespace fixture;
using namespace std::chrono_literals;

namespace {

const QString reference = u"01JD0000000000000000000000"_s;

ProviderConfig workingConfig()
{
    ProviderConfig config;
    config.kind = u"vonage"_s;
    config.settings = {{u"apiKey"_s, u"abcd1234"_s}, {u"from"_s, u"+14155550101"_s}};
    config.secrets = {{u"apiSecret"_s, u"hush"_s}, {u"signatureSecret"_s, u"key"_s}};
    return config;
}

QJsonObject part(const QString &status, const QString &text = {}, const QString &id = u"0A01"_s)
{
    QJsonObject object{{u"status"_s, status}};
    if (status == "0"_L1) {
        object.insert(u"to"_s, u"14155550100"_s);
        object.insert(u"message-id"_s, id);
        object.insert(u"message-price"_s, u"0.03330000"_s);
        object.insert(u"remaining-balance"_s, u"3.14159265"_s);
    } else {
        object.insert(u"error-text"_s, text);
    }
    return object;
}

HttpResponse sent(const QJsonArray &parts)
{
    return answer(200, json({{u"message-count"_s, QString::number(parts.size())}, {u"messages"_s, parts}}));
}

QJsonObject record(const QString &id, const QString &status, const QJsonObject &changes = {})
{
    QJsonObject object{{u"account_id"_s, u"abcd1234"_s},
                       {u"message_id"_s, id},
                       {u"client_ref"_s, reference},
                       {u"direction"_s, u"outbound"_s},
                       {u"from"_s, u"14155550101"_s},
                       {u"to"_s, u"14155550100"_s},
                       {u"date_received"_s, u"2026-11-20T12:00:00+00:00"_s},
                       {u"date_finalized"_s, u"2026-11-20T12:00:02+0000"_s},
                       {u"status"_s, status},
                       {u"error_code"_s, u"0"_s},
                       {u"currency"_s, u"EUR"_s},
                       {u"total_price"_s, u"0.03330000"_s}};
    for (auto it = changes.begin(); it != changes.end(); ++it)
        object[it.key()] = it.value();
    return object;
}

/// An answer of the Reports API to `url`, given at `at`.
HttpResponse records(const QJsonArray &rows, const QByteArray &url, Instant at, const QJsonObject &more = {})
{
    QJsonObject body{{u"request_status"_s, u"SUCCESS"_s},
                     {u"received_at"_s, providers::iso8601(at)},
                     {u"items_count"_s, rows.size()},
                     {u"records"_s, rows}};
    for (auto it = more.begin(); it != more.end(); ++it)
        body[it.key()] = it.value();
    HttpResponse response = answer(200, json(body));
    response.url = url;
    return response;
}

QString asked(const HttpRequest &request, QStringView name)
{
    return providers::value(providers::formDecoded(request.url.mid(request.url.indexOf('?') + 1)), name);
}

} // namespace

/// Configuration, sending and its answers, receipts, reports and doubts of Vonage's SMS API.
class VonageTest : public QObject
{
    Q_OBJECT

    const std::unique_ptr<Provider> m_vonage = make(workingConfig());

private Q_SLOTS:
    void aConfigurationNamesWhatDoesNotFit_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("problem");
        QTest::newRow("no key") << u"apiKey"_s << QJsonValue(u""_s) << u"apiKey: required"_s;
        QTest::newRow("key too short") << u"apiKey"_s << QJsonValue(u"abc"_s) << u"apiKey: format"_s;
        QTest::newRow("no secret") << u"apiSecret"_s << QJsonValue(u""_s) << u"apiSecret: required"_s;
        QTest::newRow("no sender") << u"from"_s << QJsonValue(u""_s) << u"from: required"_s;
        QTest::newRow("name too long") << u"from"_s << QJsonValue(u"Corner Bakery"_s) << u"from: format"_s;
        QTest::newRow("name") << u"from"_s << QJsonValue(u"AcmeInc"_s) << QString();
        QTest::newRow("method of another world")
            << u"signatureMethod"_s << QJsonValue(u"crc32"_s) << u"signatureMethod: format"_s;
        QTest::newRow("method") << u"signatureMethod"_s << QJsonValue(u"md5hash"_s) << QString();
        QTest::newRow("signed requests") << u"signRequests"_s << QJsonValue(true) << QString();
        QTest::newRow("reports without TLS")
            << u"reportsUrl"_s << QJsonValue(u"http://a.example"_s) << u"reportsUrl: insecure"_s;
    }
    void aConfigurationNamesWhatDoesNotFit()
    {
        QFETCH(const QString, key);
        QFETCH(const QJsonValue, value);
        ProviderConfig config = workingConfig();
        if (config.secrets.contains(key))
            config.secrets[key] = value.toString();
        else
            config.settings[key] = value;
        QTEST(firstProblem(config), "problem");
    }

    void signedRequestsNeedASecret()
    {
        ProviderConfig config = workingConfig();
        config.settings[u"signRequests"_s] = u"true"_s; // as the command line gives it
        config.secrets.remove(u"signatureSecret"_s);
        QCOMPARE(firstProblem(config), u"signatureSecret: required"_s);
    }

    void aSendIsAForm_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("echoed");
        QTest::newRow("one part") << u"Café & more"_s << u"text"_s << reference;
        QTest::newRow("unicode") << u"Olá 😀"_s << u"unicode"_s << reference;
        QTest::newRow("three parts") << QString(400, u'a') << u"text"_s << reference + u"-3"_s;
    }
    void aSendIsAForm()
    {
        QFETCH(const QString, body);
        ProviderConfig config = workingConfig();
        config.settings[u"webhookUrl"_s] = u"https://hooks.example.net/v"_s;
        SendRequest send;
        send.reference = reference;
        send.to = u"+14155550100"_s;
        send.body = body;
        send.validity = 1s;
        const auto provider = make(config);
        HttpRequest request = provider->sendRequest(send);
        provider->sign(request, noon); // not asked for
        QCOMPARE(request.method, "POST"_ba);
        QCOMPARE(request.url, "https://rest.nexmo.com/sms/json"_ba);
        QCOMPARE(headerOf(request, "Content-Type"), "application/x-www-form-urlencoded"_ba);
        const auto form = providers::formDecoded(request.body);
        QTEST(providers::value(form, u"type"), "type");
        QTEST(providers::value(form, u"client-ref"), "echoed");
        QVERIFY(providers::value(form, u"client-ref").size() <= 40);
        const providers::Form rest{{u"api_key"_s, u"abcd1234"_s},
                                   {u"api_secret"_s, u"hush"_s},
                                   {u"from"_s, u"14155550101"_s},
                                   {u"to"_s, u"14155550100"_s},
                                   {u"text"_s, body},
                                   {u"ttl"_s, u"20000"_s},
                                   {u"callback"_s, u"https://hooks.example.net/v"_s}};
        for (const auto &[name, content] : rest)
            QCOMPARE(providers::value(form, name), content);
        QCOMPARE(form.size(), rest.size() + 2);
    }

    void aSendIsSignedWhereTheAccountRequiresIt()
    {
        ProviderConfig config = workingConfig();
        config.settings[u"signRequests"_s] = true;
        config.settings[u"signatureMethod"_s] = u"sha512"_s;
        const auto provider = make(config);
        SendRequest send;
        send.to = u"+14155550100"_s;
        send.body = u"a=b&c"_s;
        HttpRequest request = provider->sendRequest(send);
        provider->sign(request, noon);
        const auto form = providers::formDecoded(request.body);
        QVERIFY(providers::value(form, u"api_secret").isNull());
        QCOMPARE(providers::value(form, u"timestamp"), QString::number(toMillis(noon) / 1000));
        QCOMPARE(providers::value(form, u"sig").toLatin1(), providers::vonage::signature(form, u"sha512"_s, "key"));
        HttpRequest question = provider->listRequest(noon);
        const QByteArray before = question.url;
        provider->sign(question, noon);
        QCOMPARE(question.url, before);
    }

    void allPartsTogetherAreTheMessage()
    {
        const Outcome outcome =
            m_vonage->outcome({}, sent({part(u"0"_s), part(u"0"_s, {}, u"0A02"_s), part(u"0"_s, {}, u"0A03"_s)}));
        const auto *accepted = std::get_if<Accepted>(&outcome);
        QVERIFY(accepted);
        QCOMPARE(accepted->providerMessageId, u"0A01"_s);
        QCOMPARE(accepted->segments, 3);
        QCOMPARE(accepted->price, (Money{99'900, u"EUR"_s}));
        QCOMPARE(accepted->state, MessageState::Accepted);
    }

    void aMessageOfWhichAPartWasRefusedHasFailedAndWasPaid()
    {
        const Outcome outcome =
            m_vonage->outcome({}, sent({part(u"9"_s, u"no credit"_s), part(u"0"_s, {}, u"0A02"_s)}));
        const auto *accepted = std::get_if<Accepted>(&outcome);
        QVERIFY(accepted);
        QCOMPARE(accepted->providerMessageId, u"0A02"_s);
        QCOMPARE(accepted->state, MessageState::Undelivered);
        QCOMPARE(accepted->price, (Money{33'300, u"EUR"_s}));
    }

    void everyStatusHasItsMeaning_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("meaning");
        const auto add = [](const QList<int> &codes, const QString &meaning) {
            for (const int code : codes)
                QTest::addRow("%d", code) << code << meaning;
        };
        add({1, 10}, u"throttled"_s);
        add({2, 3, 6, 12}, u"content"_s);
        add({4, 8, 9, 11, 14, 15, 22, 23, 29, 32}, u"configuration"_s);
        add({5}, u"not_sent"_s);
        add({7}, u"opted_out"_s);
        add({33}, u"recipient"_s);
        add({77}, u"content"_s);
    }
    void everyStatusHasItsMeaning()
    {
        QFETCH(const int, status);
        QTEST(meaningOf(m_vonage->outcome({}, sent({part(QString::number(status), u"words"_s)}))), "meaning");
        QCOMPARE(providers::vonage::sendCodes().size(), 19U); // as many as above, without that of tomorrow
    }

    void aWrongNumberIsTheRecipients_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("meaning");
        QTest::newRow("parameter") << u"Invalid value for parameter: to"_s << u"recipient"_s;
        QTest::newRow("quoted") << u"Invalid 'to' value"_s << u"recipient"_s;
        QTest::newRow("address") << u"to address is not numeric"_s << u"recipient"_s;
        QTest::newRow("sender") << u"Invalid value for parameter: from"_s << u"content"_s;
        QTest::newRow("another to") << u"You are not allowed to send this"_s << u"content"_s;
    }
    void aWrongNumberIsTheRecipients()
    {
        QFETCH(const QString, text);
        QTEST(meaningOf(m_vonage->outcome({}, sent({part(u"3"_s, text)}))), "meaning");
    }

    void throttlingSaysForHowLong()
    {
        const auto waitOf = [this](const QString &text) {
            return std::get<Throttled>(m_vonage->outcome({}, sent({part(u"1"_s, text)}))).retryAfter;
        };
        QCOMPARE(waitOf(u"Throughput Rate Exceeded - please wait [ 250 ] and retry"_s), 250ms);
        QCOMPARE(waitOf(u"Throttled"_s), std::nullopt);
    }

    void everyAnswerHasItsMeaning_data()
    {
        QTest::addColumn<HttpResponse>("response");
        QTest::addColumn<QString>("meaning");
        const auto add = [](const char *name, const HttpResponse &response, const QString &meaning) {
            QTest::newRow(name) << response << meaning;
        };
        add("accepted", sent({part(u"0"_s)}), u"accepted"_s);
        add("accepted without an id", sent({part(u"0"_s, {}, {})}), u"unknown"_s);
        add("no parts", sent({}), u"unknown"_s);
        add("no status", sent({QJsonObject{{u"message-id"_s, u"1"_s}}}), u"unknown"_s);
        add("garbage with 200", answer(200, "<html>"), u"unknown"_s);
        add("401", answer(401, {}), u"configuration"_s);
        add("404 of something else", answer(404, "<html>"), u"configuration"_s);
        add("420", answer(420, {}), u"content"_s);
        add("429", answer(429, {}), u"throttled"_s);
        add("500", answer(500, {}), u"unknown"_s);
        add("redirect", answer(302, {}), u"configuration"_s);
        add("no connection", broken(Reached::NotConnected), u"not_sent"_s);
        add("no TLS", broken(Reached::TlsFailed), u"not_sent"_s);
        add("no answer", broken(Reached::RequestWritten), u"unknown"_s);
        add("half an answer", broken(Reached::ResponsePartial, 200, sent({part(u"0"_s)}).body.left(30)), u"unknown"_s);
        add("half a refusal", broken(Reached::ResponsePartial, 200, sent({part(u"4"_s)}).body), u"unknown"_s);
    }
    void everyAnswerHasItsMeaning()
    {
        QFETCH(const HttpResponse, response);
        QTEST(meaningOf(m_vonage->outcome({}, response)), "meaning");
    }

    void everyReceiptCodeHasItsMeaning_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("errorClass");
        const auto add = [](const QList<int> &codes, const QString &errorClass) {
            for (const int code : codes)
                QTest::addRow("%d", code) << code << errorClass;
        };
        add({2, 7, 8, 15}, u"retry_later"_s);
        add({3, 9, 11, 12, 13}, u"permanent_recipient"_s);
        add({4}, u"opted_out"_s);
        add({1, 5, 99, 77}, u"permanent_unknown"_s);
        add({6, 10, 52}, u"permanent_message"_s);
        add({14, 50, 51, 53, 54}, u"permanent_config"_s);
        add({16}, u"throttled"_s);
    }
    void everyReceiptCodeHasItsMeaning()
    {
        QFETCH(const int, code);
        QTEST(providers::toText(providers::vonage::ruleForReceipt(code).errorClass), "errorClass");
        QCOMPARE(providers::vonage::receiptCodes().size(), 22U); // as many as above, without that of tomorrow
    }

    void aPartsReceiptSaysNoPriceOfTheWhole()
    {
        const auto events = m_vonage->webhook({"GET"_ba,
                                               "https://hooks.example.net/v?messageId=0A02&msisdn=14155550100&status="
                                               "delivered&err-code=0&price=0.03330000&client-ref=" +
                                                   reference.toLatin1() + "-3",
                                               {},
                                               {}},
                                              noon);
        QVERIFY(events);
        QCOMPARE(events->statuses.first().reference, reference + u"-3"_s);
        QCOMPARE(events->statuses.first().price, std::nullopt);
    }

    void aPersonsMessageIsHeard()
    {
        const auto events = m_vonage->webhook({"POST"_ba,
                                               "https://hooks.example.net/v"_ba,
                                               {{"Content-Type", "application/json"}},
                                               R"({"msisdn":"14155550100","to":"14155550101","messageId":"0B01",)"
                                               R"("text":"Hello world","type":"text","keyword":"HELLO",)"
                                               R"("message-timestamp":"2026-11-20 12:00:00","api-key":"abcd1234"})"},
                                              noon + 1h);
        QVERIFY(events);
        const InboundMessage &message = events->inbound.first();
        QCOMPARE(message.providerMessageId, u"0B01"_s);
        QCOMPARE(message.from, u"+14155550100"_s);
        QCOMPARE(message.to, u"+14155550101"_s);
        QCOMPARE(message.body, u"Hello world"_s);
        QCOMPARE(message.at, noon);
        QCOMPARE(m_vonage->webhook({"GET"_ba, "https://hooks.example.net/v?a=1"_ba, {}, {}}, noon).error().code,
                 ErrorCode::InvalidInput);
    }

    void aRecordIsAskedForById()
    {
        const HttpRequest request = m_vonage->statusRequest(u"0A01"_s);
        QCOMPARE(request.url, "https://api.nexmo.com/v2/reports/records?account_id=abcd1234&product=SMS"
                              "&direction=outbound&id=0A01"_ba);
        QCOMPARE(request.basicAuth, "abcd1234:hush"_ba);
        const auto report =
            m_vonage->status(records({record(u"0A01"_s, u"failed"_s, {{u"error_code"_s, u"6"_s}})}, request.url, noon));
        QVERIFY(report);
        QCOMPARE(report->state, MessageState::Undelivered);
        QCOMPARE(report->reason, RejectReason::Content);
        QCOMPARE(report->price, (Money{33'300, u"EUR"_s}));
        QCOMPARE(report->at, noon + 2s);
        QCOMPARE(m_vonage->status(records({}, request.url, noon)).error().code, ErrorCode::NotFound);
        QCOMPARE(m_vonage->status(answer(403, "{}")).error().code, ErrorCode::Provider);
    }

    void reportsOfAMockComeFromWhereSendsGo()
    {
        ProviderConfig config = workingConfig();
        config.settings[u"baseUrl"_s] = u"http://127.0.0.1:1/vonage"_s;
        QVERIFY(make(config)->listRequest(noon).url.startsWith("http://127.0.0.1:1/vonage/v2/reports/records?"));
        config.settings[u"reportsUrl"_s] = u"http://127.0.0.1:2"_s;
        QVERIFY(make(config)->listRequest(noon).url.startsWith("http://127.0.0.1:2/v2/reports/records?"));
    }

    void listsGoDayByDayAndInboundFirst()
    {
        const Instant now = noon + 30h;
        HttpRequest request = m_vonage->listRequest(noon);
        QStringList windows;
        for (int i = 0; i < 10; ++i) {
            windows << asked(request, u"direction") + u' ' + asked(request, u"date_start") + u' ' +
                           asked(request, u"date_end");
            QCOMPARE(asked(request, u"product"), u"SMS"_s);
            const auto page = m_vonage->listPage(records({}, request.url, now), noon);
            QVERIFY(page);
            if (!page->next)
                break;
            request = *page->next;
        }
        QCOMPARE(windows, QStringList({u"inbound 2026-11-20T12:00:00Z 2026-11-21T12:00:00Z"_s,
                                       u"inbound 2026-11-21T12:00:00Z 2026-11-22T12:00:00Z"_s,
                                       u"outbound 2026-11-20T12:00:00Z 2026-11-21T12:00:00Z"_s,
                                       u"outbound 2026-11-21T12:00:00Z 2026-11-22T12:00:00Z"_s}));
    }

    void aWindowsPagesFollowTheCursor()
    {
        const HttpRequest first = m_vonage->listRequest(noon);
        const QJsonObject reply =
            record(u"0B01"_s, {},
                   {{u"direction"_s, u"inbound"_s}, {u"from"_s, u"14155550100"_s}, {u"message_body"_s, u"STOP"_s}});
        const auto page =
            m_vonage->listPage(records({reply}, first.url, noon, {{u"cursor"_s, u"c+1"_s}, {u"iv"_s, u"i1"_s}}), noon);
        QVERIFY(page);
        QCOMPARE(page->inbound.size(), 1);
        QCOMPARE(page->inbound.first().body, u"STOP"_s);
        QCOMPARE(page->inbound.first().from, u"+14155550100"_s);
        QCOMPARE(asked(*page->next, u"cursor"), u"c+1"_s);
        QCOMPARE(asked(*page->next, u"iv"), u"i1"_s);
        QCOMPARE(asked(*page->next, u"date_start"), asked(first, u"date_start"));
        const auto second = m_vonage->listPage(records({}, page->next->url, noon), noon);
        QCOMPARE(asked(*second->next, u"direction"), u"outbound"_s);
        QVERIFY(asked(*second->next, u"cursor").isNull());
    }

    void anAnswerThatNamesItselfIsEnough()
    {
        const QJsonObject self{
            {u"self"_s, QJsonObject{{u"href"_s, u"https://api.nexmo.com/v2/reports/records?direction=outbound&date_end="
                                                "2026-11-21T12%3A00%3A00Z"_s}}}};
        const auto page =
            m_vonage->listPage(records({record(u"0A01"_s, u"delivered"_s)}, {}, noon, {{u"_links"_s, self}}), noon);
        QVERIFY(page);
        QCOMPARE(page->statuses.size(), 1);
        QVERIFY(!page->next);
    }

    void aDoubtIsSettledByTheReference_data()
    {
        QTest::addColumn<QList<HttpResponse>>("pages");
        QTest::addColumn<int>("evidence"); // index of the variant
        QTest::addColumn<QString>("state");
        const QByteArray url = m_vonage->doubtRequest({reference, {}, {}, {}, noon}).url;
        const auto of = [&](const QJsonArray &rows, Instant at = noon + 1h, const QJsonObject &more = {}) {
            return records(rows, url, at, more);
        };
        const QJsonObject other = record(u"0C01"_s, u"delivered"_s, {{u"client_ref"_s, u"another"_s}});
        const QJsonObject three{{u"client_ref"_s, reference + u"-3"_s}};
        QTest::newRow("found") << QList{of({other, record(u"0A01"_s, u"delivered"_s)})} << 0 << u"delivered"_s;
        QTest::newRow("all parts") << QList{of({record(u"0A03"_s, u"delivered"_s, three),
                                                record(u"0A01"_s, u"delivered"_s, three),
                                                record(u"0A02"_s, u"delivered"_s, three)})}
                                   << 0 << u"delivered"_s;
        QTest::newRow("two of three parts")
            << QList{of({record(u"0A01"_s, u"delivered"_s, three), record(u"0A02"_s, u"delivered"_s, three)})} << 0
            << u"sent"_s;
        QTest::newRow("one part failed") << QList{of({record(u"0A01"_s, u"delivered"_s, three),
                                                      record(u"0A02"_s, u"rejected"_s, three)})}
                                         << 0 << u"undelivered"_s;
        QTest::newRow("absent") << QList{of({other})} << 1 << QString();
        QTest::newRow("too early to say") << QList{of({other}, noon + 14min)} << 3 << QString();
        QTest::newRow("not read to its end")
            << QList{of({other}, noon + 1h, {{u"cursor"_s, u"c"_s}})} << 3 << QString();
        QTest::newRow("not enabled") << QList{answer(403, "{}")} << 3 << QString();
        QTest::newRow("nothing read") << QList<HttpResponse>{} << 3 << QString();
    }
    void aDoubtIsSettledByTheReference()
    {
        QFETCH(const QList<HttpResponse>, pages);
        QFETCH(const QString, state);
        Doubt doubt;
        doubt.reference = reference;
        doubt.startedAt = noon;
        const HttpRequest request = m_vonage->doubtRequest(doubt);
        QCOMPARE(asked(request, u"direction"), u"outbound"_s);
        QCOMPARE(asked(request, u"date_start"), u"2026-11-20T11:00:00Z"_s);
        const Evidence evidence = m_vonage->evidence(doubt, {pages.begin(), pages.end()}, {});
        QTEST(int(evidence.index()), "evidence");
        if (const auto *found = std::get_if<Found>(&evidence)) {
            QCOMPARE(toText(found->report.state), state);
            QCOMPARE(found->report.providerMessageId, u"0A01"_s);
            QCOMPARE(found->report.reference, reference);
        }
    }

    void theConnectionIsTriedByTheBalance_data()
    {
        using Verdict = ConnectionReport::Verdict;
        QTest::addColumn<HttpResponse>("response");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QString>("words");
        QTest::newRow("works") << answer(200, R"({"value":10.28,"autoReload":false})") << int(Verdict::Works)
                               << QString();
        QTest::newRow("bad key") << answer(401, R"({"error-code":"401","error-code-label":"authentication failed"})")
                                 << int(Verdict::CredentialsRefused) << u"authentication failed"_s;
        QTest::newRow("something else") << answer(200, "<html>") << int(Verdict::Unexpected) << u"HTTP 200"_s;
        QTest::newRow("nobody") << broken(Reached::NotConnected) << int(Verdict::NetworkFailed) << u"broken"_s;
    }
    void theConnectionIsTriedByTheBalance()
    {
        QFETCH(const HttpResponse, response);
        QCOMPARE(m_vonage->testRequests().front().url,
                 "https://rest.nexmo.com/account/get-balance?api_key=abcd1234&api_secret=hush"_ba);
        const ConnectionReport report = m_vonage->testReport({response});
        QTEST(int(report.verdict), "verdict");
        QTEST(report.providerWords, "words");
        if (report.balance)
            QCOMPARE(*report.balance, (Money{10'280'000, u"EUR"_s}));
    }
};

QTEST_APPLESS_MAIN(VonageTest)
#include "tst_vonage.moc"
