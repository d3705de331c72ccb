#include "providers/answers.h"
#include "providers/bird/codes.h"

#include <QTest>

using namespace fixture;

namespace {

const QString id = u"sms_01krdgeqcxet5s7t44vh8rt9mg"_s;
const QString reference = u"01JD0000000000000000000000"_s;

ProviderConfig workingConfig()
{
    ProviderConfig config;
    config.kind = u"bird"_s;
    config.settings = {{u"from"_s, u"+15557654321"_s}};
    config.secrets = {{u"apiKey"_s, u"bk_eu1_abcdef"_s}, {u"webhookSecret"_s, u"whsec_MDEyMzQ1Njc4OWFiY2RlZg=="_s}};
    return config;
}

QJsonObject message(const QJsonObject &changes = {})
{
    QJsonObject object{{u"id"_s, id},
                       {u"direction"_s, u"outbound"_s},
                       {u"status"_s, u"accepted"_s},
                       {u"to"_s, u"+15551234567"_s},
                       {u"from"_s, u"+15557654321"_s},
                       {u"text"_s, u"Your order has shipped."_s},
                       {u"category"_s, u"transactional"_s},
                       {u"segments"_s, QJsonObject{{u"count"_s, 2}, {u"encoding"_s, u"GSM_7BIT"_s}}},
                       {u"cost"_s, QJsonValue::Null},
                       {u"metadata"_s, QJsonObject{{u"ref"_s, reference}}},
                       {u"created_at"_s, u"2026-11-20T12:00:00Z"_s},
                       {u"sent_at"_s, QJsonValue::Null}};
    for (auto it = changes.begin(); it != changes.end(); ++it)
        object[it.key()] = it.value();
    return object;
}

const QJsonObject cost{{u"amount"_s, u"0.00990"_s},
                       {u"currency_code"_s, u"USD"_s},
                       {u"transaction_amount"_s, u"0.00790"_s},
                       {u"passthrough_amount"_s, u"0.00200"_s}};

QByteArray error(const QString &code, const QString &name = {}, const QString &param = {}, const QString &detail = {})
{
    QJsonArray details;
    if (!detail.isEmpty())
        details.append(QJsonObject{{u"param"_s, detail}, {u"message"_s, u"bad"_s}});
    return json({{u"error"_s, QJsonObject{{u"type"_s, u"some_error"_s},
                                          {u"code"_s, code},
                                          {u"name"_s, name},
                                          {u"message"_s, u"words"_s},
                                          {u"param"_s, param},
                                          {u"details"_s, details}}}});
}

HttpResponse page(const QJsonArray &rows, const QJsonValue &next = QJsonValue::Null, const QByteArray &url = {})
{
    HttpResponse response = answer(200, json({{u"data"_s, rows}, {u"next_cursor"_s, next}}));
    response.url = url;
    return response;
}

} // namespace

/// Configuration, sending and its answers, lists, doubts, webhooks and suppressions of Bird.
class BirdTest : public QObject
{
    Q_OBJECT

    const std::unique_ptr<Provider> m_bird = make(workingConfig());

    [[nodiscard]] Result<WebhookEvents> hear(const QByteArray &body) const
    {
        return m_bird->webhook({"POST"_ba, "https://hooks.example.net/bird"_ba, {}, body}, noon);
    }

private Q_SLOTS:
    void aConfigurationNamesWhatDoesNotFit_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("problem");
        QTest::newRow("no key") << u"apiKey"_s << QString() << u"apiKey: required"_s;
        QTest::newRow("key of another kind") << u"apiKey"_s << u"live_abcdef"_s << u"apiKey: format"_s;
        QTest::newRow("no sender") << u"from"_s << QString() << u"from: required"_s;
        QTest::newRow("short code") << u"from"_s << u"24242"_s << QString();
        QTest::newRow("name") << u"from"_s << u"My_Brand-1"_s << QString();
        QTest::newRow("number without plus") << u"from"_s << u"15557654321"_s << u"from: format"_s;
        QTest::newRow("webhook secret") << u"webhookSecret"_s << u"whsec_%%%"_s << u"webhookSecret: format"_s;
        QTest::newRow("no webhook secret") << u"webhookSecret"_s << QString() << QString();
        QTest::newRow("elsewhere without TLS") << u"baseUrl"_s << u"http://a.example"_s << u"baseUrl: insecure"_s;
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

    void aSendCanBeRepeatedAtTheOtherSide()
    {
        SendRequest send;
        send.reference = reference;
        send.to = u"+15551234567"_s;
        send.body = u"Olá 😀"_s;
        send.category = Category::Transactional;
        send.validity = std::chrono::hours{1}; // would be refused with 422
        const HttpRequest request = m_bird->sendRequest(send);
        QCOMPARE(request.method, "POST"_ba);
        QCOMPARE(request.url, "https://eu1.platform.bird.com/v1/sms/messages"_ba);
        QCOMPARE(headerOf(request, "Authorization"), "Bearer bk_eu1_abcdef"_ba);
        QCOMPARE(headerOf(request, "Idempotency-Key"), reference.toLatin1());
        QCOMPARE(headerOf(request, "Content-Type"), "application/json"_ba);
        const QJsonObject expected{{u"to"_s, u"+15551234567"_s},
                                   {u"from"_s, u"+15557654321"_s},
                                   {u"text"_s, u"Olá 😀"_s},
                                   {u"category"_s, u"transactional"_s},
                                   {u"metadata"_s, QJsonObject{{u"ref"_s, reference}}}};
        QCOMPARE(QJsonDocument::fromJson(request.body).object(), expected);
        ProviderConfig config = workingConfig();
        config.settings[u"baseUrl"_s] = u"http://127.0.0.1:1/bird/"_s;
        QCOMPARE(make(config)->sendRequest(send).url, "http://127.0.0.1:1/bird/v1/sms/messages"_ba);
    }

    void anAcceptedMessageIsAccepted()
    {
        const Outcome outcome = m_bird->outcome({}, answer(202, json(message({{u"cost"_s, cost}}))));
        const auto *accepted = std::get_if<Accepted>(&outcome);
        QVERIFY(accepted);
        QCOMPARE(accepted->providerMessageId, id);
        QCOMPARE(accepted->state, MessageState::Accepted);
        QCOMPARE(accepted->segments, 2);
        QCOMPARE(accepted->price, (Money{9'900, u"USD"_s}));
    }

    void everyAnswerHasItsMeaning_data()
    {
        QTest::addColumn<HttpResponse>("response");
        QTest::addColumn<QString>("meaning");
        const auto add = [](const char *name, const HttpResponse &response, const QString &meaning) {
            QTest::newRow(name) << response << meaning;
        };
        add("bad request", answer(400, error(u"E00001"_s)), u"content"_s);
        add("bad key", answer(401, error(u"E00002"_s)), u"configuration"_s);
        add("no money", answer(402, error(u"E00003"_s)), u"configuration"_s);
        add("not permitted", answer(403, error(u"E00004"_s)), u"configuration"_s);
        add("not found", answer(404, error(u"E00005"_s)), u"configuration"_s);
        add("conflict", answer(409, error(u"E00006"_s)), u"content"_s);
        add("still running", answer(409, error(u"E01004"_s)), u"unknown"_s);
        add("key reused", answer(409, error(u"E01005"_s)), u"unknown"_s);
        add("precondition", answer(412, error(u"E00007"_s)), u"content"_s);
        add("too large", answer(413, error(u"E00008"_s)), u"content"_s);
        add("wrong region", answer(421, error(u"E00009"_s)), u"configuration"_s);
        add("recipient", answer(422, error(u"E00010"_s, u"SMSInvalidRecipient"_s)), u"recipient"_s);
        add("recipient by parameter", answer(422, error(u"E00010"_s, {}, u"to"_s)), u"recipient"_s);
        add("recipient by detail", answer(422, error(u"E00010"_s, {}, {}, u"to"_s)), u"recipient"_s);
        add("sender", answer(422, error(u"E00011"_s, u"SMSNoEligibleSender"_s)), u"configuration"_s);
        add("sender by parameter", answer(422, error(u"E00011"_s, {}, u"from"_s)), u"configuration"_s);
        add("text", answer(422, error(u"E00012"_s, {}, u"text"_s)), u"content"_s);
        add("precondition required", answer(428, error(u"E00007"_s)), u"content"_s);
        add("too many", answer(429, error(u"E00013"_s), {{"Retry-After", "2"}}), u"throttled"_s);
        add("internal", answer(500, error(u"E00014"_s)), u"unknown"_s);
        add("not implemented", answer(501, error(u"E00015"_s)), u"configuration"_s);
        add("unavailable", answer(503, error(u"E00016"_s)), u"unknown"_s);
        add("unavailable, not executed", answer(503, error(u"E01033"_s)), u"not_sent"_s);
        add("a gateway", answer(502, "<html>"), u"unknown"_s);
        add("a proxy's 405", answer(405, "<html>"), u"configuration"_s);
        add("garbage with 202", answer(202, "<html>"), u"unknown"_s);
        add("no connection", broken(Reached::NotConnected), u"not_sent"_s);
        add("no answer", broken(Reached::RequestWritten), u"unknown"_s);
        add("half a refusal", broken(Reached::ResponsePartial, 422, "{"), u"unknown"_s);
    }
    void everyAnswerHasItsMeaning()
    {
        QFETCH(const HttpResponse, response);
        QTEST(meaningOf(m_bird->outcome({}, response)), "meaning");
    }

    void everyLateCodeHasItsMeaning_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("errorClass");
        const auto add = [](const QStringList &codes, const QString &errorClass) {
            for (const QString &code : codes)
                QTest::addRow("%s", qPrintable(code)) << code << errorClass;
        };
        add({u"invalid_destination"_s, u"landline_unreachable"_s}, u"permanent_recipient"_s);
        add({u"unreachable"_s, u"provider_unavailable"_s}, u"retry_later"_s);
        add({u"blocked_by_carrier"_s, u"content_rejected"_s}, u"permanent_message"_s);
        add({u"blocked_by_recipient"_s, u"recipient_opted_out"_s}, u"opted_out"_s);
        add({u"sender_unregistered"_s, u"insufficient_balance"_s}, u"permanent_config"_s);
        add({u"unknown"_s, u"of_tomorrow"_s, u""_s}, u"permanent_unknown"_s);
    }
    void everyLateCodeHasItsMeaning()
    {
        QFETCH(const QString, code);
        QTEST(providers::toText(providers::bird::ruleForLateFailure(code).errorClass), "errorClass");
        QCOMPARE(providers::bird::lateCodes().size(), 11U); // as many as above
    }

    void aStatusHasItsPriceAndItsTime()
    {
        QCOMPARE(m_bird->statusRequest(id).url, "https://eu1.platform.bird.com/v1/sms/messages/" + id.toLatin1());
        const auto report =
            m_bird->status(answer(200, json(message({{u"status"_s, u"delivered"_s},
                                                     {u"cost"_s, cost},
                                                     {u"sent_at"_s, u"2026-11-20T12:00:01Z"_s},
                                                     {u"delivered_at"_s, u"2026-11-20T12:00:02.500Z"_s}}))));
        QVERIFY(report);
        QCOMPARE(report->state, MessageState::Delivered);
        QCOMPARE(report->price, (Money{9'900, u"USD"_s}));
        QCOMPARE(report->segments, 2);
        QCOMPARE(report->at, noon + Millis{2500});
        const auto failed = m_bird->status(
            answer(200, json(message({{u"status"_s, u"failed"_s},
                                      {u"last_error"_s, QJsonObject{{u"code"_s, u"landline_unreachable"_s},
                                                                    {u"description"_s, u"A landline"_s}}}}))));
        QCOMPARE(failed->state, MessageState::Undelivered);
        QCOMPARE(failed->reason, RejectReason::Recipient);
        QCOMPARE(failed->code, u"landline_unreachable"_s);
        QCOMPARE(failed->text, u"A landline"_s);
        QCOMPARE(m_bird->status(answer(200, json(message({{u"status"_s, u"canceled"_s}}))))->state,
                 MessageState::Cancelled);
        QCOMPARE(m_bird->status(answer(404, error({}))).error().code, ErrorCode::NotFound);
        QCOMPARE(m_bird->status(answer(200, "{}")).error().code, ErrorCode::Provider);
    }

    void aListGoesOnFromItsCursor()
    {
        const QByteArray first = "https://eu1.platform.bird.com/v1/sms/messages?limit=100&created_after="
                                 "2026-11-20T12%3A00%3A00Z"_ba;
        QCOMPARE(m_bird->listRequest(noon).url, first);
        const QJsonObject reply = message({{u"id"_s, u"sms_2"_s},
                                           {u"direction"_s, u"inbound"_s},
                                           {u"status"_s, u"received"_s},
                                           {u"from"_s, u"+15551234567"_s},
                                           {u"to"_s, u"+15557654321"_s},
                                           {u"text"_s, u"STOP"_s}});
        const auto list = m_bird->listPage(page({message(), reply}, u"c1"_s, first), noon);
        QVERIFY(list);
        QCOMPARE(list->statuses.size(), 1);
        QCOMPARE(list->inbound.size(), 1);
        QCOMPARE(list->inbound.first().from, u"+15551234567"_s);
        QCOMPARE(list->inbound.first().body, u"STOP"_s);
        QCOMPARE(list->inbound.first().at, noon);
        QCOMPARE(list->next->url, first + "&starting_after=c1");
        const auto second = m_bird->listPage(page({message()}, u"c2"_s, list->next->url), noon);
        QCOMPARE(second->next->url, first + "&starting_after=c2");
        QVERIFY(!m_bird->listPage(page({message()}), noon)->next);
        QVERIFY(!m_bird->listPage(answer(200, "{}"), noon));
    }

    void aDoubtIsSettledByTheReference_data()
    {
        QTest::addColumn<QList<HttpResponse>>("pages");
        QTest::addColumn<int>("evidence"); // index of the variant
        const QJsonObject other = message({{u"metadata"_s, QJsonValue::Null}});
        QTest::newRow("found") << QList{page({other, message()})} << 0;
        QTest::newRow("absent") << QList{page({other})} << 1;
        QTest::newRow("not read to its end") << QList{page({other}, u"c1"_s)} << 3;
        QTest::newRow("read to its end") << QList{page({other}, u"c1"_s), page({})} << 1;
        QTest::newRow("refused") << QList{answer(401, error({}))} << 3;
    }
    void aDoubtIsSettledByTheReference()
    {
        QFETCH(const QList<HttpResponse>, pages);
        Doubt doubt;
        doubt.reference = reference;
        doubt.to = u"+15551234567"_s;
        doubt.startedAt = noon;
        QCOMPARE(m_bird->doubtRequest(doubt).url,
                 "https://eu1.platform.bird.com/v1/sms/messages?limit=100&created_after=2026-11-19T12%3A00%3A00Z"
                 "&direction=outbound&to=%2B15551234567"_ba);
        QTEST(int(m_bird->evidence(doubt, {pages.begin(), pages.end()}, {}).index()), "evidence");
    }

    void theConnectionIsTriedByTheList_data()
    {
        using Verdict = ConnectionReport::Verdict;
        QTest::addColumn<HttpResponse>("response");
        QTest::addColumn<int>("verdict");
        QTest::newRow("works") << page({}) << int(Verdict::Works);
        QTest::newRow("bad key") << answer(401, error(u"E1"_s)) << int(Verdict::CredentialsRefused);
        QTest::newRow("wrong region") << answer(421, error(u"E1"_s)) << int(Verdict::CredentialsRefused);
        QTest::newRow("something else") << answer(200, "<html>") << int(Verdict::Unexpected);
        QTest::newRow("nobody") << broken(Reached::NotConnected) << int(Verdict::NetworkFailed);
    }
    void theConnectionIsTriedByTheList()
    {
        QFETCH(const HttpResponse, response);
        QCOMPARE(m_bird->testRequests().size(), 1U);
        QTEST(int(m_bird->testReport({response}).verdict), "verdict");
    }

    void onlyAWholePriceOfAnEventCounts()
    {
        const auto sent = [](const QJsonValue &transaction, const QJsonValue &passthrough) {
            const QJsonObject part{{u"amount"_s, u"0.00990"_s},
                                   {u"currency_code"_s, u"USD"_s},
                                   {u"transaction_amount"_s, transaction},
                                   {u"passthrough_amount"_s, passthrough}};
            return json({{u"type"_s, u"sms.sent"_s},
                         {u"timestamp"_s, u"2026-11-20 12:00:00+00:00"_s},
                         {u"data"_s, QJsonObject{{u"sms_id"_s, id}, {u"cost"_s, part}}}});
        };
        QCOMPARE(hear(sent(u"0.00790"_s, u"0.00200"_s))->statuses.first().price, (Money{9'900, u"USD"_s}));
        QCOMPARE(hear(sent(QJsonValue::Null, u"0.00200"_s))->statuses.first().price, std::nullopt);
        QCOMPARE(hear(sent(u"0.00790"_s, QJsonValue::Null))->statuses.first().price, std::nullopt);
        QCOMPARE(hear(sent(u"0"_s, u"0"_s))->statuses.first().at, noon); // a space instead of the T
    }

    void aPersonsMessageIsHeard()
    {
        const auto events = hear(json({{u"type"_s, u"sms.received"_s},
                                       {u"timestamp"_s, u"2026-11-20T12:00:00Z"_s},
                                       {u"data"_s, QJsonObject{{u"sms_id"_s, id},
                                                               {u"from"_s, u"+15551234567"_s},
                                                               {u"to"_s, u"+15557654321"_s},
                                                               {u"text"_s, u"Hello"_s}}}}));
        QVERIFY(events);
        QCOMPARE(events->inbound.size(), 1);
        QCOMPARE(events->inbound.first().providerMessageId, id);
        QCOMPARE(events->inbound.first().from, u"+15551234567"_s);
        QCOMPARE(events->inbound.first().body, u"Hello"_s);
    }

    void whatIsNoEventOfOursIsLeftAlone()
    {
        const auto other = hear(R"({"type":"email.delivered","data":{"email_id":"em_1"}})");
        QVERIFY(other && other->statuses.isEmpty() && other->answerStatus == 200);
        QVERIFY(hear(R"({"event_type":"ping","data":{"success":true}})"));
        QCOMPARE(hear("nonsense").error().code, ErrorCode::InvalidInput);
    }

    void suppressionsOfOurSenderAreOptOuts()
    {
        const auto row = [](const QString &to, const QString &from) {
            return QJsonObject{{u"destination"_s, to}, {u"originator"_s, from}, {u"reason"_s, u"keyword_stop"_s}};
        };
        QCOMPARE(m_bird->optOutsRequest().url,
                 "https://eu1.platform.bird.com/v1/sms/suppressions?limit=100&originator=%2B15557654321"_ba);
        const auto list =
            m_bird->optOutsPage(page({row(u"+1555"_s, u"+15557654321"_s), row(u"+1556"_s, u"Other"_s)}, u"c1"_s));
        QVERIFY(list);
        QCOMPARE(list->addresses, QStringList{u"+1555"_s});
        QCOMPARE(list->next->url, m_bird->optOutsRequest().url + "&starting_after=c1");
        QVERIFY(!m_bird->optOutsPage(answer(403, error({}))));
    }
};

QTEST_APPLESS_MAIN(BirdTest)
#include "tst_bird.moc"
