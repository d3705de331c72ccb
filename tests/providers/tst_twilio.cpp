#include "providers/encoding.h"
#include "providers/factory.h"
#include "providers/twilio/codes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

const QString accountSid = u"AC00000000000000000000000000000000"_s;
const QString sid = u"SM11111111111111111111111111111111"_s;
const Instant noon = fromMillis(1'795'176'000'000); // Fri, 20 Nov 2026 12:00:00 +0000

ProviderConfig workingConfig()
{
    ProviderConfig config;
    config.kind = u"twilio"_s;
    config.settings = {{u"accountSid"_s, accountSid}, {u"from"_s, u"+15005550006"_s}};
    config.secrets = {{u"authToken"_s, u"secret"_s}};
    return config;
}

std::unique_ptr<Provider> make(const ProviderConfig &config)
{
    auto made = providers::Factory().make(config);
    return made ? *std::move(made) : nullptr;
}

HttpResponse answer(int status, const QByteArray &body, const HttpHeaders &headers = {})
{
    HttpResponse response;
    response.reached = Reached::ResponseComplete;
    response.status = status;
    response.body = body;
    response.headers = headers;
    return response;
}

QByteArray errorBody(int code, int status)
{
    return QJsonDocument(QJsonObject{{u"code"_s, code}, {u"message"_s, u"words"_s}, {u"status"_s, status}}).toJson();
}

QString rfc2822(Instant at) { return QDateTime::fromMSecsSinceEpoch(toMillis(at), Qt::UTC).toString(Qt::RFC2822Date); }

QJsonObject row(const QJsonObject &changes = {})
{
    QJsonObject object{{u"sid"_s, sid},
                       {u"body"_s, u"Order SO-1042 shipped"_s},
                       {u"from"_s, u"+15005550006"_s},
                       {u"to"_s, u"+15005550010"_s},
                       {u"status"_s, u"queued"_s},
                       {u"direction"_s, u"outbound-api"_s},
                       {u"date_created"_s, rfc2822(noon)},
                       {u"date_updated"_s, rfc2822(noon)},
                       {u"date_sent"_s, QJsonValue::Null},
                       {u"error_code"_s, QJsonValue::Null},
                       {u"error_message"_s, QJsonValue::Null},
                       {u"messaging_service_sid"_s, QJsonValue::Null},
                       {u"num_segments"_s, u"1"_s},
                       {u"price"_s, QJsonValue::Null},
                       {u"price_unit"_s, u"USD"_s},
                       {u"field_of_tomorrow"_s, QJsonArray{1, 2}}};
    for (auto it = changes.begin(); it != changes.end(); ++it)
        object[it.key()] = it.value();
    return object;
}

QByteArray json(const QJsonObject &object) { return QJsonDocument(object).toJson(); }

HttpResponse page(const QJsonArray &rows, const QJsonValue &next = QJsonValue::Null)
{
    return answer(200, json({{u"messages"_s, rows}, {u"next_page_uri"_s, next}}));
}

/// Codes of twilio.md, section 5 (0: a body that is not Twilio's), and what a send becomes by them.
struct CodeCase
{
    const char *outcome;
    const char *reason;
    int status;
    QList<int> codes;
};

QList<CodeCase> codeCases()
{
    return {
        {"rejected", "configuration", 401, {20003, 20005, 20006, 20010, 20403, 90010}},
        {"rejected", "configuration", 404, {20404}},
        {"rejected", "configuration", 403, {20008}},
        {"throttled", "", 429, {20429}},
        {"unknown", "", 500, {20500, 20503, 12345}},
        {"unknown", "", 503, {0, 30001, 30008}},
        {"rejected", "content", 400, {20001, 20422}},
        {"rejected", "recipient", 400, {21211, 21217, 21401, 21604, 21614, 21612}},
        {"rejected", "configuration", 403, {21408}},
        {"rejected", "opted_out", 400, {21610}},
        {"throttled", "", 400, {21611}},
        {"rejected",
         "configuration",
         400,
         {21212, 21603, 21606, 21607, 21659, 21660, 21661, 21608, 21219, 21609, 21624, 21626, 90007, 90014, 21701,
          21702, 21703, 21704, 21705}},
        {"rejected", "content", 400, {21602, 21617, 21618, 21620, 21623, 21654, 21655, 21656}},
        {"rejected", "content", 400, {35111, 35114, 35115, 35116, 35117, 35118, 35126}},
        {"throttled", "", 400, {35125}},
        {"not_sent", "", 400, {30001, 30003, 30008, 30017, 30020, 30021, 30036, 30410, 63009, 63010, 63012}},
        {"rejected", "configuration", 400, {30002, 30010, 30012, 30013, 30018, 30024, 30032, 30034, 30035, 63001,
                                            63002, 63007, 63008, 63015, 63020, 63022, 63027, 63028, 63040, 63041}},
        {"rejected", "recipient", 400, {30004, 30005, 30006, 63003, 63024, 63031, 63032}},
        {"rejected",
         "content",
         400,
         {30007, 30009, 30011, 30019, 63005, 63006, 63013, 63016, 63019, 63021, 63026, 63034, 63037}},
        {"throttled", "", 400, {30022, 30023, 30027, 63017, 63018, 63038}},
        {"rejected", "opted_out", 400, {63014, 63033}},
        {"rejected", "content", 400, {21999, 0}},
        {"rejected", "content", 404, {21999}},
        {"rejected", "content", 422, {21999}},
        {"rejected", "configuration", 404, {0}},
        {"rejected", "configuration", 401, {21999}},
        {"rejected", "configuration", 403, {21999}},
        {"throttled", "", 429, {0, 21999}},
        {"unknown", "", 408, {0}},
        {"rejected", "configuration", 302, {0}},
    };
}

Doubt doubt() { return {u"01ARZ3"_s, u"+15005550010"_s, {}, u"Order SO-1042 shipped"_s, noon}; }

} // namespace

class TwilioTest : public QObject
{
    Q_OBJECT

    const std::unique_ptr<Provider> m_twilio = make(workingConfig());

    [[nodiscard]] Outcome outcomeOf(const HttpResponse &response) const
    {
        return m_twilio->outcome(SendRequest{}, response);
    }

private Q_SLOTS:
    // configuration

    void aConfigurationNamesWhatDoesNotFit_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no account") << u"accountSid"_s << u""_s << u"required"_s;
        QTest::newRow("account too short") << u"accountSid"_s << u"AC12"_s << u"format"_s;
        QTest::newRow("no sender at all") << u"from"_s << u""_s << u"required"_s;
        QTest::newRow("sender without plus") << u"from"_s << u"15005550006"_s << u"format"_s;
        QTest::newRow("sender with a line break") << u"from"_s << u"+15005550006\n"_s << u"format"_s;
        QTest::newRow("short code") << u"from"_s << u"12345"_s << QString();
        QTest::newRow("name") << u"from"_s << u"My Shop"_s << QString();
        QTest::newRow("name too long") << u"from"_s << u"My Shop of Old"_s << u"format"_s;
        QTest::newRow("service") << u"messagingServiceSid"_s << u"MG0123456789abcdef0123456789ABCDEF"_s << QString();
        QTest::newRow("service of another kind")
            << u"messagingServiceSid"_s << u"SM0123456789abcdef0123456789ABCDEF"_s << u"format"_s;
        QTest::newRow("loopback without TLS") << u"baseUrl"_s << u"http://127.0.0.1:8080"_s << QString();
        QTest::newRow("elsewhere without TLS") << u"baseUrl"_s << u"http://example.net"_s << u"insecure"_s;
        QTest::newRow("region") << u"baseUrl"_s << u"https://api.dublin.ie1.twilio.com/"_s << QString();
        QTest::newRow("with a query") << u"baseUrl"_s << u"https://example.net/?a=b"_s << u"format"_s;
        QTest::newRow("no URL") << u"baseUrl"_s << u"twilio"_s << u"format"_s;
        QTest::newRow("key of another kind") << u"apiKeySid"_s << u"AC0123"_s << u"format"_s;
        QTest::newRow("no token") << u"authToken"_s << u""_s << u"required"_s;
    }

    void aConfigurationNamesWhatDoesNotFit()
    {
        QFETCH(const QString, key);
        QFETCH(const QString, value);
        QFETCH(const QString, reason);
        ProviderConfig config = workingConfig();
        if (config.secrets.contains(key))
            config.secrets[key] = value;
        else
            config.settings[key] = value;
        config.secrets.insert(u"apiKeySecret"_s, u"x"_s);
        const auto found = providers::Factory().problems(config);
        if (reason.isEmpty()) {
            QVERIFY(found.isEmpty());
            QVERIFY(make(config));
            return;
        }
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().field, key);
        QCOMPARE(found.first().reason, reason);
        const auto made = providers::Factory().make(config);
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::InvalidInput);
    }

    void anUnknownKindIsNotFound()
    {
        ProviderConfig config = workingConfig();
        config.kind = u"pigeon"_s;
        QCOMPARE(providers::Factory().make(config).error().code, ErrorCode::NotFound);
    }

    // send

    void aSendIsAFormWithCredentialsApart()
    {
        SendRequest message;
        message.to = u"+15005550010"_s;
        message.body = u"50 % off & more: café 😀"_s;
        message.validity = std::chrono::hours{24};
        const HttpRequest request = m_twilio->sendRequest(message);
        QCOMPARE(request.method, "POST"_ba);
        QCOMPARE(request.url, "https://api.twilio.com/2010-04-01/Accounts/" + accountSid.toLatin1() + "/Messages.json");
        QCOMPARE(request.basicAuth, accountSid.toLatin1() + ":secret");
        QCOMPARE(request.body,
                 "To=%2B15005550010&From=%2B15005550006"
                 "&Body=50%20%25%20off%20%26%20more%3A%20caf%C3%A9%20%F0%9F%98%80&ValidityPeriod=36000"_ba);
        const auto form = providers::formDecoded(request.body);
        QCOMPARE(providers::value(form, u"Body"), message.body);
        for (const auto &[name, value] : request.headers)
            QVERIFY(!value.contains("secret"));
    }

    void aSenderOfTheMessageGoesBeforeTheAccounts_data()
    {
        QTest::addColumn<QString>("sender");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("service");
        const QString service = u"MG0123456789abcdef0123456789abcdef"_s;
        const QString other = u"MG00000000000000000000000000000000"_s;
        QTest::newRow("none") << u""_s << u"+15005550006"_s << service;
        QTest::newRow("number") << u"+15005550007"_s << u"+15005550007"_s << QString();
        QTest::newRow("service") << other << QString() << other;
    }

    void aSenderOfTheMessageGoesBeforeTheAccounts()
    {
        QFETCH(const QString, sender);
        ProviderConfig config = workingConfig();
        config.settings.insert(u"messagingServiceSid"_s, u"MG0123456789abcdef0123456789abcdef"_s);
        SendRequest message;
        message.sender = sender;
        const auto form = providers::formDecoded(make(config)->sendRequest(message).body);
        QTEST(providers::value(form, u"From"), "from");
        QTEST(providers::value(form, u"MessagingServiceSid"), "service");
    }

    void anApiKeySignsInForItsAccount()
    {
        ProviderConfig config = workingConfig();
        config.settings.insert(u"apiKeySid"_s, u"SK0123456789abcdef0123456789abcdef"_s);
        config.secrets = {{u"apiKeySecret"_s, u"hush"_s}};
        const HttpRequest request = make(config)->sendRequest({});
        QCOMPARE(request.basicAuth, "SK0123456789abcdef0123456789abcdef:hush"_ba);
        QVERIFY(request.url.contains(accountSid.toLatin1()));
    }

    // answers

    void aCreatedMessageIsAccepted()
    {
        const Outcome outcome = outcomeOf(answer(201, json(row({{u"num_segments"_s, u"3"_s}}))));
        const auto *accepted = std::get_if<Accepted>(&outcome);
        QVERIFY(accepted);
        QCOMPARE(accepted->providerMessageId, sid);
        QCOMPARE(accepted->segments, 3);
        QCOMPARE(accepted->price, std::nullopt);
        QCOMPARE(accepted->state, MessageState::Accepted);
    }

    void segmentsNotYetCountedAreNotZero()
    {
        const Outcome outcome = outcomeOf(answer(201, json(row({{u"num_segments"_s, u"0"_s}}))));
        QCOMPARE(std::get<Accepted>(outcome).segments, std::nullopt);
    }

    void aFailureWithinTheAnswerIsLeftToTheStatus()
    {
        const Outcome outcome = outcomeOf(answer(201, json(row({{u"status"_s, u"failed"_s}}))));
        QCOMPARE(std::get<Accepted>(outcome).state, MessageState::Accepted);
    }

    void everyCodeHasTheOutcomeOfItsClass_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("reason");
        for (const CodeCase &one : codeCases())
            for (const int code : one.codes)
                QTest::addRow("%d over HTTP %d", code, one.status)
                    << code << one.status << QString::fromLatin1(one.outcome) << QString::fromLatin1(one.reason);
    }

    void everyCodeHasTheOutcomeOfItsClass()
    {
        QFETCH(const int, code);
        QFETCH(const int, status);
        QFETCH(const QString, reason);
        const QByteArray body = code == 0 ? "<html>a proxy</html>"_ba : errorBody(code, status);
        const Outcome outcome = outcomeOf(answer(status, body));
        QTEST(outcomeName(outcome), "outcome");
        if (const auto *rejected = std::get_if<Rejected>(&outcome)) {
            QCOMPARE(toText(rejected->reason), reason);
            QCOMPARE(rejected->code, QString::number(code == 0 ? status : code));
            QCOMPARE(rejected->text, code == 0 ? u"HTTP %1"_s.arg(status) : u"words"_s);
        }
    }

    void everyKnownCodeIsInTheTableAbove()
    {
        QSet<int> covered;
        for (const CodeCase &one : codeCases())
            covered.unite(QSet<int>(one.codes.begin(), one.codes.end()));
        for (const auto &known : providers::twilio::knownCodes())
            QVERIFY2(covered.contains(known.code), qPrintable(QString::number(known.code)));
    }

    void aRefusalSaysHowFarItReaches_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("scope");
        QTest::newRow("account") << 20003 << int(Scope::Account);
        QTest::newRow("sender") << 21606 << int(Scope::Sender);
        QTest::newRow("country") << 21408 << int(Scope::Country);
        QTest::newRow("recipient") << 21211 << int(Scope::Recipient);
        QTest::newRow("this pair only") << 21612 << int(Scope::Message);
        QTest::newRow("text") << 21617 << int(Scope::Message);
    }

    void aRefusalSaysHowFarItReaches()
    {
        QFETCH(const int, code);
        QFETCH(const int, scope);
        const Outcome outcome = outcomeOf(answer(400, errorBody(code, 400)));
        QCOMPARE(int(std::get<Rejected>(outcome).scope), scope);
    }

    void throttlingSaysForHowLong_data()
    {
        QTest::addColumn<HttpHeaders>("headers");
        QTest::addColumn<qint64>("millis"); // -1: not said
        QTest::newRow("nothing") << HttpHeaders{} << qint64{-1};
        QTest::newRow("seconds") << HttpHeaders{{"retry-after", "7"}} << qint64{7000};
        QTest::newRow("date") << HttpHeaders{{"Date", "Fri, 20 Nov 2026 21:30:00 GMT"},
                                             {"Retry-After", "Fri, 20 Nov 2026 21:31:30 GMT"}}
                              << qint64{90'000};
        QTest::newRow("nonsense") << HttpHeaders{{"Retry-After", "soon"}} << qint64{-1};
        QTest::newRow("negative") << HttpHeaders{{"Retry-After", "-3"}} << qint64{-1};
    }

    void throttlingSaysForHowLong()
    {
        QFETCH(const HttpHeaders, headers);
        QFETCH(const qint64, millis);
        const Outcome outcome = outcomeOf(answer(429, errorBody(20429, 429), headers));
        const auto wait = std::get<Throttled>(outcome).retryAfter;
        QCOMPARE(wait ? wait->count() : -1, millis);
    }

    void whatMayHaveArrivedIsUnknown_data()
    {
        QTest::addColumn<int>("reached");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("outcome");
        const auto add = [](const char *name, Reached reached, int status, const QByteArray &body,
                            const char *outcome) {
            QTest::newRow(name) << int(reached) << status << body << QString::fromLatin1(outcome);
        };
        add("never connected", Reached::NotConnected, 0, {}, "not_sent");
        add("no TLS", Reached::TlsFailed, 0, {}, "not_sent");
        add("part of the request", Reached::RequestPartial, 0, {}, "unknown");
        add("no answer", Reached::RequestWritten, 0, {}, "unknown");
        add("broken answer", Reached::ResponsePartial, 201, json(row()).left(40), "unknown");
        add("broken after the whole message", Reached::ResponsePartial, 201, json(row()), "accepted");
        add("broken refusal", Reached::ResponsePartial, 400, errorBody(21211, 400).left(9), "unknown");
        add("garbage with 201", Reached::ResponseComplete, 201, "<html>", "unknown");
        add("201 of something else", Reached::ResponseComplete, 201, "{\"sid\":\"CA1\"}", "unknown");
        add("200 of a portal", Reached::ResponseComplete, 200, "Welcome!", "unknown");
        add("empty 201", Reached::ResponseComplete, 201, {}, "unknown");
        add("no status", Reached::ResponseComplete, 0, {}, "unknown");
    }

    void whatMayHaveArrivedIsUnknown()
    {
        QFETCH(const int, reached);
        HttpResponse response;
        response.reached = static_cast<Reached>(reached);
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        response.status = status;
        response.body = body;
        QTEST(outcomeName(outcomeOf(response)), "outcome");
    }

    // status and lists

    void aStatusCarriesStatePriceAndReason_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("repeatable");
        QTest::newRow("accepted") << u"accepted"_s << 0 << u"accepted"_s << QString() << false;
        QTest::newRow("scheduled") << u"scheduled"_s << 0 << u"accepted"_s << QString() << false;
        QTest::newRow("sending") << u"sending"_s << 0 << u"accepted"_s << QString() << false;
        QTest::newRow("word of tomorrow") << u"teleported"_s << 0 << u"accepted"_s << QString() << false;
        QTest::newRow("sent") << u"sent"_s << 0 << u"sent"_s << QString() << false;
        QTest::newRow("delivered") << u"delivered"_s << 0 << u"delivered"_s << QString() << false;
        QTest::newRow("read") << u"read"_s << 0 << u"read"_s << QString() << false;
        QTest::newRow("canceled") << u"canceled"_s << 0 << u"cancelled"_s << QString() << false;
        QTest::newRow("off") << u"undelivered"_s << 30003 << u"undelivered"_s << u"unclear"_s << true;
        QTest::newRow("dead number") << u"undelivered"_s << 30005 << u"undelivered"_s << u"recipient"_s << false;
        QTest::newRow("spam") << u"undelivered"_s << 30007 << u"undelivered"_s << u"content"_s << false;
        QTest::newRow("suspended") << u"failed"_s << 30002 << u"undelivered"_s << u"configuration"_s << false;
        QTest::newRow("opted out") << u"failed"_s << 21610 << u"undelivered"_s << u"opted_out"_s << false;
        QTest::newRow("too late") << u"undelivered"_s << 30036 << u"expired"_s << u"unclear"_s << true;
        QTest::newRow("no reason given") << u"failed"_s << 0 << u"undelivered"_s << u"unclear"_s << false;
    }

    void aStatusCarriesStatePriceAndReason()
    {
        QFETCH(const QString, status);
        QFETCH(const int, code);
        QFETCH(const bool, repeatable);
        QJsonObject changes{{u"status"_s, status},
                            {u"price"_s, u"-0.00750"_s},
                            {u"num_segments"_s, u"2"_s},
                            {u"date_updated"_s, rfc2822(noon + std::chrono::seconds{5})}};
        if (code != 0)
            changes[u"error_code"_s] = code;
        const auto report = m_twilio->status(answer(200, json(row(changes))));
        QVERIFY(report);
        QCOMPARE(report->providerMessageId, sid);
        QTEST(toText(report->state), "state");
        QTEST(report->reason ? toText(*report->reason) : QString(), "reason");
        QCOMPARE(report->repeatable, repeatable);
        QCOMPARE(report->code, code == 0 ? QString() : QString::number(code));
        QCOMPARE(report->price, (Money{7500, u"USD"_s}));
        QCOMPARE(report->segments, 2);
        QCOMPARE(report->at, noon + std::chrono::seconds{5});
    }

    void aStatusThatCannotBeReadIsAFailure()
    {
        QCOMPARE(m_twilio->status(answer(404, errorBody(20404, 404))).error().code, ErrorCode::NotFound);
        QCOMPARE(m_twilio->status(answer(500, "oops")).error().code, ErrorCode::Provider);
        QCOMPARE(m_twilio->status(answer(200, "{}")).error().code, ErrorCode::Provider);
        QCOMPARE(m_twilio->status(HttpResponse{}).error().code, ErrorCode::Network);
        QVERIFY(m_twilio->statusRequest(sid).url.endsWith("/Messages/SM11111111111111111111111111111111.json"));
    }

    void aListHasStatusesAndInboundAndFollowsItsNextPage()
    {
        QVERIFY(m_twilio->listRequest(noon).url.endsWith("/Messages.json?PageSize=1000"));
        const QJsonObject inbound = row({{u"sid"_s, u"SM22222222222222222222222222222222"_s},
                                         {u"direction"_s, u"inbound"_s},
                                         {u"status"_s, u"received"_s},
                                         {u"from"_s, u"+15005550010"_s},
                                         {u"to"_s, u"+15005550006"_s},
                                         {u"body"_s, u" stop\n"_s}});
        const auto list =
            m_twilio->listPage(page({row(), inbound, QJsonObject{}}, u"/2010-04-01/x?Page=1&PageToken=PA%2B1"_s), noon);
        QVERIFY(list);
        QCOMPARE(list->statuses.size(), 1);
        QCOMPARE(list->inbound.size(), 1);
        QCOMPARE(list->inbound.first().from, u"+15005550010"_s);
        QCOMPARE(list->inbound.first().at, noon);
        QCOMPARE(list->inbound.first().providerOptIn, false);
        QVERIFY(list->next);
        QCOMPARE(list->next->url, "https://api.twilio.com/2010-04-01/x?Page=1&PageToken=PA%2B1"_ba);
        QVERIFY(!list->next->basicAuth.isEmpty());
    }

    void aListEndsWhereEverythingIsOlder()
    {
        const QJsonArray rows{row({{u"date_created"_s, rfc2822(noon - std::chrono::minutes{10})}})};
        QVERIFY(!m_twilio->listPage(page(rows, u"/next"_s), noon)->next);
        QVERIFY(m_twilio->listPage(page(rows, u"/next"_s), noon - std::chrono::hours{1})->next);
        QVERIFY(!m_twilio->listPage(page(rows), noon - std::chrono::hours{1})->next);
    }

    void credentialsNeverFollowAPageToAnotherHost()
    {
        QVERIFY(!m_twilio->listPage(page({row()}, u"https://evil.example/next"_s), noon));
        QVERIFY(!m_twilio->listPage(page({row()}, u"https://api.twilio.com.evil.example/"_s), noon));
        QVERIFY(m_twilio->listPage(page({row()}, u"https://api.twilio.com/next"_s), noon)->next);
    }

    void onlyWordsThatStandAloneOptOut_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("meaning");
        for (const char *word : {"STOP", "stopall", " Unsubscribe", "CANCEL", "End", "quit", "REVOKE", "OPTOUT\n"})
            QTest::newRow(word) << QString::fromLatin1(word) << u"out"_s;
        for (const char *word : {"START", " yes ", "UnStop"})
            QTest::newRow(word) << QString::fromLatin1(word) << u"in"_s;
        for (const char *word : {"HELP", "info", "please do not stop", "", "stop it", "STOP."})
            QTest::newRow(word) << QString::fromLatin1(word) << u"nothing"_s;
    }

    void onlyWordsThatStandAloneOptOut()
    {
        QFETCH(const QString, body);
        const auto list = m_twilio->listPage(page({row({{u"direction"_s, u"inbound"_s}, {u"body"_s, body}})}), noon);
        const auto optIn = list->inbound.first().providerOptIn;
        QTEST((!optIn ? u"nothing"_s : *optIn ? u"in"_s : u"out"_s), "meaning");
    }

    // doubts

    void aDoubtIsLookedForByRecipientAlone()
    {
        QVERIFY(m_twilio->doubtRequest(doubt()).url.endsWith("/Messages.json?To=%2B15005550010&PageSize=200"));
        QCOMPARE(m_twilio->doubtSince(doubt()), noon - std::chrono::hours{24});
    }

    void evidenceIsWeighed_data()
    {
        QTest::addColumn<QJsonArray>("rows");
        QTest::addColumn<QString>("verdict");
        const auto later = [](int seconds) { return rfc2822(noon + std::chrono::seconds{seconds}); };
        const QString other = u"SM22222222222222222222222222222222"_s;
        QTest::newRow("nothing there") << QJsonArray{} << u"absent"_s;
        QTest::newRow("one match") << QJsonArray{row()} << u"found"_s;
        QTest::newRow("the same row on two pages") << QJsonArray{row(), row()} << u"found"_s;
        QTest::newRow("two matches") << QJsonArray{row(), row({{u"sid"_s, other}})} << u"several"_s;
        QTest::newRow("our clock a little ahead") << QJsonArray{row({{u"date_created"_s, later(-100)}})} << u"found"_s;
        QTest::newRow("our clock far ahead") << QJsonArray{row({{u"date_created"_s, later(-7200)}})} << u"several"_s;
        QTest::newRow("two days old") << QJsonArray{row({{u"date_created"_s, later(-172'800)}})} << u"absent"_s;
        QTest::newRow("accepted late") << QJsonArray{row({{u"date_created"_s, later(600)}})} << u"found"_s;
        QTest::newRow("no date") << QJsonArray{row({{u"date_created"_s, QJsonValue::Null}})} << u"several"_s;
        QTest::newRow("another text") << QJsonArray{row({{u"body"_s, u"Hello"_s}})} << u"absent"_s;
        QTest::newRow("text withheld") << QJsonArray{row({{u"body"_s, u""_s}})} << u"several"_s;
        QTest::newRow("trial account")
            << QJsonArray{row({{u"body"_s, u"Sent from your Twilio trial account - Order SO-1042 shipped"_s}})}
            << u"found"_s;
        QTest::newRow("another sender") << QJsonArray{row({{u"from"_s, u"+15005550009"_s}})} << u"absent"_s;
        QTest::newRow("another recipient") << QJsonArray{row({{u"to"_s, u"+15005550011"_s}})} << u"absent"_s;
        QTest::newRow("inbound") << QJsonArray{row({{u"direction"_s, u"inbound"_s}})} << u"absent"_s;
        QTest::newRow("bound to another attempt")
            << QJsonArray{row({{u"sid"_s, u"SM33333333333333333333333333333333"_s}})} << u"absent"_s;
    }

    void evidenceIsWeighed()
    {
        QFETCH(const QJsonArray, rows);
        const Evidence evidence = m_twilio->evidence(doubt(), {page(rows)}, {u"SM33333333333333333333333333333333"_s});
        QTEST(verdict(evidence), "verdict");
        if (const auto *found = std::get_if<Found>(&evidence))
            QCOMPARE(found->report.providerMessageId, sid);
    }

    void anIncompleteListProvesNothing_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("no page") << 0;
        QTest::newRow("not read to its end") << 1;
        QTest::newRow("an error") << 2;
        QTest::newRow("garbage") << 3;
        QTest::newRow("broke off") << 4;
    }

    void anIncompleteListProvesNothing()
    {
        QFETCH(const int, which);
        HttpResponse broken = page({});
        broken.reached = Reached::ResponsePartial;
        const std::vector<std::vector<HttpResponse>> cases{
            {}, {page({}, u"/next"_s)}, {page({}), answer(500, "oops")}, {answer(200, "{\"message\":[]}")}, {broken}};
        QCOMPARE(verdict(m_twilio->evidence(doubt(), cases[size_t(which)], {})), u"inconclusive"_s);
    }

    void aServiceIsRecognisedByItsOwnId()
    {
        ProviderConfig config = workingConfig();
        const QString service = u"MG0123456789abcdef0123456789abcdef"_s;
        config.settings = {{u"accountSid"_s, accountSid}, {u"messagingServiceSid"_s, service}};
        const auto twilio = make(config);
        QCOMPARE(verdict(twilio->evidence(doubt(), {page({row()})}, {})), u"absent"_s);
        const QJsonArray rows{row({{u"messaging_service_sid"_s, service}, {u"from"_s, QJsonValue::Null}})};
        QCOMPARE(verdict(twilio->evidence(doubt(), {page(rows)}, {})), u"found"_s);
    }

    // test connection

    void aConnectionIsJudged_data()
    {
        using enum ConnectionReport::Verdict;
        QTest::addColumn<HttpResponse>("account");
        QTest::addColumn<HttpResponse>("balance");
        QTest::addColumn<int>("verdict");
        const HttpResponse good = answer(200, "{\"sid\":\"AC0\",\"status\":\"active\"}");
        const HttpResponse money = answer(200, "{\"balance\":\"12.34\",\"currency\":\"USD\"}");
        const HttpResponse refused = answer(401, errorBody(20003, 401));
        HttpResponse noTls;
        noTls.reached = Reached::TlsFailed;
        QTest::newRow("works") << good << money << int(Works);
        QTest::newRow("sub-account") << good << answer(404, errorBody(20404, 404)) << int(Works);
        QTest::newRow("restricted key") << refused << money << int(Works);
        QTest::newRow("wrong token") << refused << refused << int(CredentialsRefused);
        QTest::newRow("wrong account") << answer(404, errorBody(20404, 404)) << answer(404, errorBody(20404, 404))
                                       << int(CredentialsRefused);
        QTest::newRow("suspended") << answer(200, "{\"sid\":\"AC0\",\"status\":\"suspended\"}") << money
                                   << int(Unexpected);
        QTest::newRow("not Twilio") << answer(200, "<html>") << answer(200, "<html>") << int(Unexpected);
        QTest::newRow("no network") << HttpResponse{} << HttpResponse{} << int(NetworkFailed);
        QTest::newRow("no TLS") << noTls << noTls << int(TlsFailed);
    }

    void aConnectionIsJudged()
    {
        QFETCH(const HttpResponse, account);
        QFETCH(const HttpResponse, balance);
        QFETCH(const int, verdict);
        QCOMPARE(m_twilio->testRequests().size(), 2U);
        const ConnectionReport report = m_twilio->testReport({account, balance});
        QCOMPARE(int(report.verdict), verdict);
        if (balance.body.contains("12.34") && verdict == int(ConnectionReport::Verdict::Works))
            QCOMPARE(report.balance, (Money{12'340'000, u"USD"_s}));
    }

    // numbers

    void decimalsBecomeMicros_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("micros");
        QTest::newRow("price") << u"-0.00750"_s << u"-7500"_s;
        QTest::newRow("whole") << u"12"_s << u"12000000"_s;
        QTest::newRow("point first") << u".5"_s << u"500000"_s;
        QTest::newRow("rounded up") << u"0.0000005"_s << u"1"_s;
        QTest::newRow("rounded down") << u"0.00000049"_s << u"0"_s;
        QTest::newRow("nothing") << u""_s << QString();
        QTest::newRow("sign only") << u"-"_s << QString();
        QTest::newRow("comma") << u"1,5"_s << QString();
        QTest::newRow("exponent") << u"1e3"_s << QString();
        QTest::newRow("two points") << u"1.2.3"_s << QString();
        QTest::newRow("too large") << u"99999999999999999"_s << QString();
    }

    void decimalsBecomeMicros()
    {
        QFETCH(const QString, text);
        const auto micros = providers::microsFromDecimal(text);
        QTEST(micros ? QString::number(*micros) : QString(), "micros");
    }

private:
    static QString verdict(const Evidence &evidence)
    {
        struct Name
        {
            QString operator()(const Found &) const { return u"found"_s; }
            QString operator()(const Absent &) const { return u"absent"_s; }
            QString operator()(const SeveralCandidates &) const { return u"several"_s; }
            QString operator()(const Inconclusive &) const { return u"inconclusive"_s; }
        };
        return std::visit(Name{}, evidence);
    }
};

QTEST_APPLESS_MAIN(TwilioTest)
#include "tst_twilio.moc"
