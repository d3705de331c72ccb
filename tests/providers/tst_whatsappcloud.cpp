#include "providers/factory.h"
#include "providers/whatsappanswers.h"
#include "providers/whatsappcloud/templates.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

class WhatsAppCloudTest : public QObject
{
    Q_OBJECT

    static ProviderConfig workingConfig()
    {
        ProviderConfig config;
        config.kind = u"whatsapp_cloud"_s;
        config.settings = {{u"phoneNumberId"_s, u"106540352242922"_s}, {u"wabaId"_s, u"102290129340398"_s}};
        config.secrets = {
            {u"accessToken"_s, u"EAAG token"_s}, {u"appSecret"_s, u"app-secret"_s}, {u"verifyToken"_s, u"verify"_s}};
        return config;
    }

    static std::unique_ptr<Provider> made() { return providers::Factory().make(workingConfig()).value(); }

    static HttpResponse answer(int status, const QJsonObject &body, const HttpHeaders &headers = {})
    {
        HttpResponse response;
        response.reached = Reached::ResponseComplete;
        response.status = status;
        response.body = QJsonDocument(body).toJson();
        response.headers = headers;
        return response;
    }

    static QJsonObject error(int code, const QString &details = {}, const QJsonObject &more = {})
    {
        QJsonObject object{
            {u"message"_s, u"(#%1) words"_s.arg(code)}, {u"type"_s, u"OAuthException"_s}, {u"code"_s, code}};
        if (!details.isEmpty())
            object.insert(u"error_data"_s,
                          QJsonObject{{u"messaging_product"_s, u"whatsapp"_s}, {u"details"_s, details}});
        for (auto it = more.begin(); it != more.end(); ++it)
            object[it.key()] = it.value();
        return {{u"error"_s, object}};
    }

    static SendRequest message()
    {
        SendRequest one;
        one.reference = u"9f1c2d34"_s;
        one.channel = Channel::WhatsApp;
        one.to = u"+15005550010"_s;
        one.body = u"Your parcel is ready."_s;
        return one;
    }

    static QJsonObject sent(const SendRequest &message)
    {
        return QJsonDocument::fromJson(made()->sendRequest(message).body).object();
    }

    static QString seen(const Outcome &outcome)
    {
        const QString name = outcomeName(outcome);
        if (const auto *rejected = std::get_if<Rejected>(&outcome))
            return name + u' ' + toText(rejected->reason);
        return name;
    }

    static Result<WebhookEvents> told(const QString &field, const QJsonObject &value)
    {
        const QJsonObject body{
            {u"object"_s, u"whatsapp_business_account"_s},
            {u"entry"_s, QJsonArray{QJsonObject{
                             {u"id"_s, u"102290129340398"_s},
                             {u"changes"_s, QJsonArray{QJsonObject{{u"field"_s, field}, {u"value"_s, value}}}}}}}};
        return made()->webhook({"POST", "https://x/", {}, QJsonDocument(body).toJson()}, fromMillis(1000));
    }

    static QJsonObject inbound(const QJsonObject &item, const QString &phoneNumberId = u"106540352242922"_s)
    {
        QJsonObject whole{{u"from"_s, u"15005550010"_s}, {u"id"_s, u"wamid.IN"_s}, {u"timestamp"_s, u"1795210200"_s}};
        for (auto it = item.begin(); it != item.end(); ++it)
            whole[it.key()] = it.value();
        return {{u"metadata"_s,
                 QJsonObject{{u"display_phone_number"_s, u"15550783881"_s}, {u"phone_number_id"_s, phoneNumberId}}},
                {u"messages"_s, QJsonArray{whole}}};
    }

private Q_SLOTS:
    void aTextIsSentAsDocumented()
    {
        const HttpRequest request = made()->sendRequest(message());
        QCOMPARE(request.method, "POST"_ba);
        QCOMPARE(request.url, "https://graph.facebook.com/v25.0/106540352242922/messages"_ba);
        QVERIFY(request.headers.contains(std::pair("Authorization"_ba, "Bearer EAAG token"_ba)));
        QVERIFY(request.headers.contains(std::pair("Content-Type"_ba, "application/json"_ba)));
        const QByteArray expected = whatsapp::sentText;
        QCOMPARE(sent(message()), QJsonDocument::fromJson(expected).object());
    }

    void aTemplateIsSentWithItsValues()
    {
        SendRequest one = message();
        one.providerTemplate = TemplateUse{u"order_shipped"_s,     u"en_US"_s, {u"SO-1042"_s},
                                           {u"Ada"_s, u"99\n€"_s}, {},         {u"customer"_s, u"sum"_s},
                                           {u"SO-1042"_s},         {1}};
        const QByteArray expected = whatsapp::sentTemplate;
        QCOMPARE(sent(one), QJsonDocument::fromJson(expected).object());
        one.providerTemplate = TemplateUse{u"hello"_s, u"de"_s, {}, {}, {}, {}, {}, {}};
        QCOMPARE(sent(one)["template"_L1].toObject(),
                 (QJsonObject{{u"name"_s, u"hello"_s}, {u"language"_s, QJsonObject{{u"code"_s, u"de"_s}}}}));
    }

    void aValueFitsWhatMetaTakes()
    {
        QCOMPARE(providers::whatsappcloud::parameterText(u"a\r\nb\tc      d"_s), u"a b c    d"_s);
    }

    void whoHidesTheNumberIsReachedByTheId()
    {
        SendRequest one = message();
        one.to = u"US.13491208655302741918"_s;
        QVERIFY(!sent(one).contains("to"_L1));
        QCOMPARE(sent(one)["recipient"_L1].toString(), one.to);
    }

    void everyAnswerHasItsOutcome_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, int status, const QJsonObject &body, const QString &expected) {
            QTest::newRow(name) << status << body << expected;
        };
        const QJsonObject accepted{
            {u"messages"_s, QJsonArray{QJsonObject{{u"id"_s, u"wamid.1"_s}, {u"message_status"_s, u"paused"_s}}}}};
        row("accepted", 200, accepted, u"accepted"_s);
        row("200 without a message", 200, {{u"success"_s, true}}, u"unknown"_s);
        row("token", 401, error(190), u"rejected configuration"_s);
        row("permission", 403, error(200), u"rejected configuration"_s);
        row("permission 299", 400, error(299), u"rejected configuration"_s);
        row("no such number", 400, error(100, {}, {{u"error_subcode"_s, 33}}), u"rejected configuration"_s);
        row("parameter", 400, error(100, u"Invalid parameter"_s), u"rejected content"_s);
        row("parameter to", 400, error(100, u"Param to must be a valid phone number"_s), u"rejected recipient"_s);
        row("missing parameter", 400, error(131008, u"Parameter 'text.body' is mandatory"_s), u"rejected content"_s);
        row("bad recipient", 400, error(131009, u"Recipient phone number is not valid"_s), u"rejected recipient"_s);
        row("app limit", 400, error(4), u"throttled"_s);
        row("account limit", 400, error(80007), u"throttled"_s);
        row("throughput", 429, error(130429), u"throttled"_s);
        row("pair", 400, error(131056), u"throttled"_s);
        row("spam", 400, error(131048), u"throttled"_s);
        row("tier", 400, error(131064), u"throttled"_s);
        row("blocked", 403, error(368), u"rejected configuration"_s);
        row("country", 403, error(130497), u"rejected configuration"_s);
        row("not on WhatsApp", 400, error(131026), u"rejected recipient"_s);
        row("self", 400, error(131021), u"rejected recipient"_s);
        row("window", 400, error(131047), u"rejected content"_s);
        row("spared", 400, error(131049), u"throttled"_s);
        row("stopped", 400, error(131050), u"rejected opted_out"_s);
        row("experiment", 400, error(130472), u"rejected recipient"_s);
        row("type", 400, error(131051), u"rejected content"_s);
        row("media", 400, error(131053), u"not_sent"_s);
        row("count", 400, error(132000), u"rejected content"_s);
        row("no template", 404, error(132001), u"rejected configuration"_s);
        row("paused template", 400, error(132015), u"rejected configuration"_s);
        row("payment", 400, error(131042), u"rejected configuration"_s);
        row("maintenance", 400, error(131057), u"not_sent"_s);
        row("unavailable", 400, error(131016), u"not_sent"_s);
        row("500 of theirs", 500, error(131000), u"unknown"_s);
        row("503 of theirs", 503, error(131016), u"unknown"_s);
        row("503 bare", 503, {}, u"unknown"_s);
        row("transient", 400, error(999, {}, {{u"is_transient"_s, true}}), u"not_sent"_s);
        row("new code", 400, error(999), u"rejected content"_s);
        row("another's 404", 404, {}, u"rejected configuration"_s);
        row("redirect", 302, {}, u"rejected configuration"_s);
        row("429 bare", 429, {}, u"throttled"_s);
    }
    void everyAnswerHasItsOutcome()
    {
        QFETCH(const int, status);
        QFETCH(const QJsonObject, body);
        QTEST(seen(made()->outcome(message(), answer(status, body))), "expected");
    }

    void aRefusalReachesAsFarAsItSays()
    {
        const auto outcome = [](int code) { return made()->outcome(message(), answer(400, error(code))); };
        QCOMPARE(int(std::get<Throttled>(outcome(131056)).scope), int(Scope::Recipient));
        QCOMPARE(int(std::get<Throttled>(outcome(130429)).scope), int(Scope::Sender));
        QCOMPARE(int(std::get<Throttled>(outcome(80007)).scope), int(Scope::Account));
        QCOMPARE(int(std::get<Rejected>(outcome(130497)).scope), int(Scope::Country));
        QCOMPARE(std::get<Rejected>(outcome(131050)).optedOutOf, Category::Marketing);
        QCOMPARE(std::get<Rejected>(outcome(131047)).optedOutOf, std::nullopt);
    }

    void aPauseIsAsLongAsTheAnswerSays()
    {
        const auto pause = [](int code, const HttpHeaders &headers) {
            return std::get<Throttled>(made()->outcome(message(), answer(400, error(code), headers))).retryAfter;
        };
        QCOMPARE(pause(80007, {}), std::nullopt);
        QCOMPARE(pause(80007, {{"retry-after", "30"}}), Millis{30'000});
        QCOMPARE(
            pause(80007, {{"x-business-use-case-usage",
                           R"({"1022":[{"type":"messages","call_count":100,"estimated_time_to_regain_access":7}]})"}}),
            Millis{420'000});
        QCOMPARE(pause(131049, {}), Millis{86'400'000});
        QCOMPARE(pause(131056, {}), Millis{6'000});
    }

    void whatNeverArrivedIsNotSentAndWhatMayHaveIsUnknown_data()
    {
        QTest::addColumn<int>("reached");
        QTest::addColumn<QString>("expected");
        QTest::newRow("refused") << int(Reached::NotConnected) << u"not_sent"_s;
        QTest::newRow("certificate") << int(Reached::TlsFailed) << u"not_sent"_s;
        QTest::newRow("partly written") << int(Reached::RequestPartial) << u"unknown"_s;
        QTest::newRow("written") << int(Reached::RequestWritten) << u"unknown"_s;
        QTest::newRow("broken answer") << int(Reached::ResponsePartial) << u"unknown"_s;
    }
    void whatNeverArrivedIsNotSentAndWhatMayHaveIsUnknown()
    {
        QFETCH(const int, reached);
        HttpResponse response;
        response.reached = Reached(reached);
        QTEST(seen(made()->outcome(message(), response)), "expected");
    }

    void nothingCanBeAskedAfterwards()
    {
        const ProviderCapabilities can = made()->capabilities();
        QVERIFY(!can.statusById && !can.statusByList && !can.canReconcile && !can.inboundByList);
        QVERIFY(can.hasWebhook && can.listsTemplates && can.needsWindow);
        // and what is offered beside a text fits that, for every kind
        for (const ProviderKind &kind : providers::Factory().kinds())
            QCOMPARE(kind.beyondWindow, kind.key == u"whatsapp_cloud" ? BeyondWindow::ListedTemplate
                                        : kind.key == u"twilio"       ? BeyondWindow::NamedTemplate
                                                                      : BeyondWindow::Text);
    }

    void templatesAreReadWithWhatTheyTake()
    {
        const QByteArray body = whatsapp::templateList;
        const auto page = made()->templatesPage(answer(200, QJsonDocument::fromJson(body).object()));
        QVERIFY(page);
        QCOMPARE(page->templates.size(), 2);
        const ProviderTemplate &first = page->templates[0];
        QCOMPARE(first.id, u"594425479261596"_s);
        QCOMPARE(first.name, u"order_shipped"_s);
        QCOMPARE(first.language, u"en_US"_s);
        QCOMPARE(first.state, u"APPROVED"_s);
        QCOMPARE(first.category, u"UTILITY"_s);
        QVERIFY(first.reason.isEmpty() && !first.named);
        QCOMPARE(first.body, u"Dear {{2}}, {{1}} {{2}} has left."_s);
        QCOMPARE(first.headerParameters, QStringList{u"1"_s});
        QCOMPARE(first.bodyParameters, (QStringList{u"1"_s, u"2"_s}));
        QCOMPARE(first.buttonPositions, QList<int>{1});
        const ProviderTemplate &second = page->templates[1];
        QVERIFY(second.named && second.headerParameters.isEmpty());
        QCOMPARE(second.reason, u"PROMOTIONAL"_s);
        QCOMPARE(second.bodyParameters, (QStringList{u"name"_s, u"shop"_s}));
        QVERIFY(page->next);
        QVERIFY(page->next->url.startsWith("https://graph.facebook.com/v25.0/102290129340398/message_templates?"));
        QVERIFY(page->next->url.endsWith("&after=A%2B%2F%3D"));
        // After the last page, how many people may be written to first.
        const auto last = made()->templatesPage(answer(200, {{u"data"_s, QJsonArray{}}}));
        QVERIFY(last && last->next && !last->peopleADay);
        QCOMPARE(last->next->url, "https://graph.facebook.com/v25.0/106540352242922"
                                  "?fields=whatsapp_business_manager_messaging_limit"_ba);
        const auto limitOf = [&](int status, const QJsonValue &tier) {
            HttpResponse response = answer(status, {{u"whatsapp_business_manager_messaging_limit"_s, tier}});
            response.url = last->next->url;
            const auto said = made()->templatesPage(response);
            return said && !said->next && said->templates.isEmpty() ? said->peopleADay.value_or(-1) : -2;
        };
        QCOMPARE(limitOf(200, u"TIER_250"_s), 250);
        QCOMPARE(limitOf(200, u"TIER_2K"_s), 2'000);
        QCOMPARE(limitOf(200, u"TIER_100K"_s), 100'000);
        QCOMPARE(limitOf(200, u"TIER_UNLIMITED"_s), 0);
        for (const QJsonValue &odd : {QJsonValue(u"TIER_"_s), QJsonValue(u"TIER_0"_s), QJsonValue(7), QJsonValue()})
            QCOMPARE(limitOf(200, odd), -1);
        QCOMPARE(limitOf(500, QJsonValue()), -1);
        QCOMPARE(made()->templatesPage(answer(401, error(190))).error().code, ErrorCode::Provider);
        QCOMPARE(made()->templatesPage({}).error().code, ErrorCode::Network);
    }

    void whateverAPersonSendsBecomesAMessage_data()
    {
        QTest::addColumn<QJsonObject>("item");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("media");
        const auto row = [](const QString &type, const QJsonObject &content, const QString &body,
                            const QString &media = {}) {
            QTest::addRow("%s", qPrintable(type + u' ' + body))
                << QJsonObject{{u"type"_s, type}, {type, content}} << body << media;
        };
        row(u"text"_s, {{u"body"_s, u"Hi"_s}}, u"Hi"_s);
        row(u"button"_s, {{u"text"_s, u"Yes"_s}, {u"payload"_s, u"P"_s}}, u"Yes"_s);
        row(u"interactive"_s,
            {{u"type"_s, u"button_reply"_s},
             {u"button_reply"_s, QJsonObject{{u"id"_s, u"1"_s}, {u"title"_s, u"Go"_s}}}},
            u"Go"_s);
        row(u"interactive"_s,
            {{u"type"_s, u"list_reply"_s}, {u"list_reply"_s, QJsonObject{{u"id"_s, u"1"_s}, {u"title"_s, u"Two"_s}}}},
            u"Two"_s);
        row(u"image"_s, {{u"id"_s, u"4711"_s}, {u"caption"_s, u"Look"_s}}, u"Look"_s,
            u"https://graph.facebook.com/v25.0/4711"_s);
        row(u"audio"_s, {{u"id"_s, u"4712"_s}}, QString(), u"https://graph.facebook.com/v25.0/4712"_s);
        row(u"reaction"_s, {{u"emoji"_s, u"👍"_s}, {u"message_id"_s, u"w"_s}}, u"👍"_s);
        row(u"location"_s, {{u"latitude"_s, 52.5}, {u"longitude"_s, 13.25}}, u"geo:52.500000,13.250000"_s);
        row(u"unsupported"_s, {}, QString());
    }
    void whateverAPersonSendsBecomesAMessage()
    {
        QFETCH(const QJsonObject, item);
        QFETCH(const QString, media);
        const auto events = told(u"messages"_s, inbound(item));
        QCOMPARE(events->inbound.size(), 1);
        const InboundMessage &got = events->inbound.first();
        QCOMPARE(got.from, u"+15005550010"_s);
        QCOMPARE(got.to, u"+15550783881"_s);
        QTEST(got.body, "body");
        QCOMPARE(got.media.join(u','), media);
    }

    void anotherNumbersEventsAreLeftOut()
    {
        const auto events = told(u"messages"_s, inbound({{u"type"_s, u"text"_s}}, u"999999"_s));
        QVERIFY(events && events->inbound.isEmpty());
    }

    void whatIsFreeIsSaid()
    {
        const auto status = [](bool billable) {
            return QJsonObject{
                {u"metadata"_s, QJsonObject{{u"phone_number_id"_s, u"106540352242922"_s}}},
                {u"statuses"_s, QJsonArray{QJsonObject{{u"id"_s, u"w"_s},
                                                       {u"status"_s, u"delivered"_s},
                                                       {u"pricing"_s, QJsonObject{{u"billable"_s, billable}}}},
                                           QJsonObject{{u"id"_s, u"w"_s}, {u"status"_s, u"deleted"_s}}}}};
        };
        QVERIFY(told(u"messages"_s, status(false))->statuses.first().isFree);
        QVERIFY(!told(u"messages"_s, status(true))->statuses.first().isFree);
        QCOMPARE(told(u"messages"_s, status(true))->statuses.size(), 1);
    }

    void aTemplatesChangeIsTold()
    {
        const auto paused =
            told(u"message_template_status_update"_s, {{u"event"_s, u"PAUSED"_s},
                                                       {u"message_template_id"_s, qint64{594425479261596}},
                                                       {u"message_template_name"_s, u"offer"_s},
                                                       {u"message_template_language"_s, u"de"_s},
                                                       {u"reason"_s, u"LOW_QUALITY"_s}});
        QCOMPARE(paused->templates.size(), 1);
        QCOMPARE(paused->templates.first().id, u"594425479261596"_s);
        QCOMPARE(paused->templates.first().state, u"PAUSED"_s);
        QCOMPARE(paused->templates.first().reason, u"LOW_QUALITY"_s);
        const auto moved = told(u"template_category_update"_s, {{u"message_template_id"_s, qint64{594425479261596}},
                                                                {u"message_template_name"_s, u"offer"_s},
                                                                {u"message_template_language"_s, u"de"_s},
                                                                {u"previous_category"_s, u"UTILITY"_s},
                                                                {u"new_category"_s, u"MARKETING"_s}});
        QCOMPARE(moved->templates.first().category, u"MARKETING"_s);
        QVERIFY(moved->templates.first().state.isEmpty());
    }

    void whatIsNoWebhookIsRefused()
    {
        QVERIFY(!made()->webhook({"POST", "https://x/", {}, "not json"}, {}));
        QVERIFY(!made()->webhook({"POST", "https://x/", {}, R"({"object":"page","entry":[]})"}, {}));
        QVERIFY(!made()->webhook({"POST", "https://x/", {}, R"({"object":"whatsapp_business_account"})"}, {}));
    }

    void withoutSecretsNothingIsLetIn()
    {
        ProviderConfig config = workingConfig();
        config.secrets.remove(u"appSecret"_s);
        config.secrets.remove(u"verifyToken"_s);
        const auto whatsapp = providers::Factory().make(config).value();
        QVERIFY(!whatsapp->verifyWebhook(
            {"GET", "https://x/?hub.mode=subscribe&hub.verify_token=&hub.challenge=1", {}, {}}, {}));
        QVERIFY(!whatsapp->verifyWebhook({"POST", "https://x/", {{"X-Hub-Signature-256", "sha256="}}, "{}"}, {}));
    }

    void theConnectionTestSaysWhatFailed_data()
    {
        using Verdict = ConnectionReport::Verdict;
        QTest::addColumn<int>("status");
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<int>("verdict");
        QTest::newRow("works") << 200
                               << QJsonObject{{u"id"_s, u"106540352242922"_s},
                                              {u"display_phone_number"_s, u"+1 555-078-3881"_s},
                                              {u"quality_rating"_s, u"GREEN"_s},
                                              {u"throughput"_s, QJsonObject{{u"level"_s, u"STANDARD"_s}}},
                                              {u"whatsapp_business_manager_messaging_limit"_s, u"TIER_2K"_s}}
                               << int(Verdict::Works);
        QTest::newRow("token") << 401 << error(190) << int(Verdict::CredentialsRefused);
        QTest::newRow("rights") << 403 << error(200) << int(Verdict::CredentialsRefused);
        QTest::newRow("number") << 400 << error(100, {}, {{u"error_subcode"_s, 33}}) << int(Verdict::SenderRefused);
        QTest::newRow("another") << 200 << QJsonObject{} << int(Verdict::Unexpected);
        QTest::newRow("down") << 503 << QJsonObject{} << int(Verdict::Unexpected);
    }
    void theConnectionTestSaysWhatFailed()
    {
        QFETCH(const int, status);
        QFETCH(const QJsonObject, body);
        QFETCH(const int, verdict);
        const ConnectionReport report =
            made()->testReport({answer(status, body), answer(200, {{u"data"_s, QJsonArray{}}})});
        QCOMPARE(int(report.verdict), verdict);
        if (report.verdict == ConnectionReport::Verdict::Works)
            QCOMPARE(report.providerWords,
                     u"number +1 555-078-3881, quality GREEN, messaging limit TIER_2K, throughput STANDARD"_s);
    }

    void settingsThatDoNotFitAreNamed_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no number") << u"phoneNumberId"_s << QString() << u"required"_s;
        QTest::newRow("number") << u"phoneNumberId"_s << u"+15005550010"_s << u"format"_s;
        QTest::newRow("account") << u"wabaId"_s << u"x"_s << u"format"_s;
        QTest::newRow("version") << u"apiVersion"_s << u"25"_s << u"format"_s;
        QTest::newRow("url") << u"baseUrl"_s << u"ftp://x"_s << u"format"_s;
        QTest::newRow("half a webhook") << u"verifyToken"_s << QString() << u"required"_s;
    }
    void settingsThatDoNotFitAreNamed()
    {
        QFETCH(const QString, key);
        QFETCH(const QString, value);
        QFETCH(const QString, reason);
        QVERIFY(providers::Factory().problems(workingConfig()).isEmpty());
        ProviderConfig config = workingConfig();
        if (config.secrets.contains(key))
            config.secrets[key] = value;
        else
            config.settings[key] = value;
        const auto problems = providers::Factory().problems(config);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().field, key);
        QCOMPARE(problems.first().reason, reason);
    }
};

QTEST_APPLESS_MAIN(WhatsAppCloudTest)
#include "tst_whatsappcloud.moc"
