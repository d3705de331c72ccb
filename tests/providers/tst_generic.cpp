#include "genericfixture.h"

#include <QElapsedTimer>
#include <QTest>
#include <QUrlQuery>

using namespace fixture;

/// What a gateway described by settings is asked, and what its answers mean.
class GenericTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theComposedExampleSendsWhatItSays()
    {
        const auto provider = made(example());
        QVERIFY(provider);
        const HttpRequest request = provider->sendRequest(greeting());
        QCOMPARE(request.method, "POST"_ba);
        QCOMPARE(request.url, "https://sms.example.net/v1/send"_ba);
        QCOMPARE(headerOf(request, "Authorization"), "Bearer k3y"_ba);
        QCOMPARE(headerOf(request, "Content-Type"), "application/json"_ba);
        QCOMPARE(request.timeout, Millis{20'000});
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        QCOMPARE(body, (QJsonObject{{u"to"_s, u"+442079460958"_s},
                                    {u"from"_s, u"ACME"_s},
                                    {u"text"_s, greeting().body},
                                    {u"client_id"_s, greeting().reference}}));
        const ProviderCapabilities can = provider->capabilities();
        QVERIFY(can.statusById && can.canReconcile && can.reportsPrice && !can.statusByList);
        QCOMPARE(can.mostPerSecond, 5);
        QCOMPARE(can.mostSegments, 6);
    }

    void answersHaveTheirOutcomes_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, int status, const char *body, const char *outcome,
                            const char *reason = "") {
            QTest::newRow(name) << status << QByteArray(body) << QString::fromLatin1(outcome)
                                << QString::fromLatin1(reason);
        };
        row("accepted", 200, R"({"status":"queued","id":"m1"})", "accepted");
        row("accepted in other letters", 202, R"({"status":"Accepted","id":77})", "accepted");
        row("accepted without an id", 200, R"({"status":"queued"})", "unknown");
        row("2xx that is no JSON", 200, "<html>hello</html>", "unknown");
        row("2xx that says no", 200, R"({"status":"refused","error":{"code":"X9","message":"no"}})", "rejected",
            "unclear");
        row("opted out", 400, R"({"error":{"code":"optout"}})", "rejected", "opted_out");
        row("a code that is a number", 400, R"({"error":{"code":1051}})", "rejected", "opted_out");
        row("bad number", 422, R"({"error":{"code":"BADNUM"}})", "rejected", "recipient");
        row("throttled", 429, "", "throttled");
        row("408", 408, "", "throttled");
        row("credentials", 401, R"({"error":{"code":"AUTH"}})", "rejected", "configuration");
        row("redirect", 302, "", "rejected", "configuration");
        row("gone", 410, "", "rejected", "configuration");
        row("other 4xx", 400, "", "rejected", "content");
        row("5xx", 500, R"({"status":"queued","id":"m1"})", "unknown");
    }

    void answersHaveTheirOutcomes()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        const auto provider = made(example());
        const Outcome outcome = provider->outcome(greeting(), answered(status, body));
        QTEST(outcomeName(outcome), "outcome");
        const auto *rejected = std::get_if<Rejected>(&outcome);
        QTEST(rejected ? toText(rejected->reason) : QString(), "reason");
    }

    void requestsThatBreakOffAreNeverRepeatedBlindly()
    {
        const auto provider = made(example());
        const auto outcomeAt = [&](Reached reached) {
            return outcomeName(provider->outcome(greeting(), broken(reached)));
        };
        QCOMPARE(outcomeAt(Reached::NotConnected), u"not_sent"_s);
        QCOMPARE(outcomeAt(Reached::TlsFailed), u"not_sent"_s);
        QCOMPARE(outcomeAt(Reached::RequestPartial), u"unknown"_s);
        QCOMPARE(outcomeAt(Reached::RequestWritten), u"unknown"_s);
        QCOMPARE(outcomeAt(Reached::ResponsePartial), u"unknown"_s);
    }

    void thePriceAndTheIdAreRead()
    {
        const auto provider = made(example());
        const Outcome outcome = provider->outcome(
            greeting(),
            answered(200, R"({"status":"queued","id":9007199254740993,"cost":{"amount":"-0.0421","currency":"eur"}})"));
        const auto *accepted = std::get_if<Accepted>(&outcome);
        QVERIFY(accepted);
        QCOMPARE(accepted->providerMessageId, u"9007199254740993"_s);
        QCOMPARE(*accepted->price, (Money{42'100, u"EUR"_s}));
    }

    void aStatusIsAskedAndUnderstood()
    {
        const auto provider = made(example());
        const HttpRequest request = provider->statusRequest(u"a/b?c"_s);
        QCOMPARE(request.url, "https://sms.example.net/v1/messages/a%2Fb%3Fc"_ba);
        const auto report = provider->status(answered(200, R"({"status":"DLVRD"})", request.tag));
        QVERIFY(report);
        QCOMPARE(report->providerMessageId, u"a/b?c"_s);
        QCOMPARE(report->state, MessageState::Delivered);
        QCOMPARE(provider->status(answered(200, R"({"status":"undeliv"})", "x"))->reason, RejectReason::Unclear);
        QCOMPARE(provider->status(answered(200, R"({"status":"hm"})", "x"))->state, MessageState::Accepted);
        QCOMPARE(provider->status(answered(404, "")).error().code, ErrorCode::NotFound);
        QVERIFY(!provider->status(answered(200, "{}")));
    }

    void aDoubtIsSettledByReference()
    {
        const auto provider = made(example());
        Doubt doubt;
        doubt.reference = greeting().reference;
        doubt.to = greeting().to;
        const HttpRequest request = provider->doubtRequest(doubt);
        QCOMPARE(request.url, "https://sms.example.net/v1/messages?client_id=01JD0000000000000000000042"_ba);
        const auto look = [&](const QByteArray &body) {
            const HttpResponse response = answered(200, body, request.tag);
            return evidenceOf(provider, response, doubt);
        };
        QCOMPARE(look(R"({"items":[]})"), 1);
        QCOMPARE(look(R"({"items":[{"id":"m7"}]})"), 0);
        QCOMPARE(look(R"({"items":[{"id":"m7"},{"id":"m8"}]})"), 2);
        QCOMPARE(look("oops"), 3);
    }

    void valuesCannotBreakOutOfTheirPlace_data()
    {
        QTest::addColumn<QString>("format");
        for (const char *format : {"form", "query", "json", "multipart", "raw"})
            QTest::newRow(format) << QString::fromLatin1(format);
    }

    void valuesCannotBreakOutOfTheirPlace()
    {
        QFETCH(const QString, format);
        const QString evil =
            u"\"}],&to=+1 \r\nX-Evil: 1\r\n\r\n</m><to>+1</to>--heliograph %26 {secret:secret} {to_e164}"_s;
        QJsonObject settings{{u"url"_s, u"https://gw.example.net/send"_s}, {u"bodyFormat"_s, format}};
        if (format == u"query")
            settings.insert(u"method"_s, u"GET"_s);
        if (format == u"raw") {
            settings.insert(u"bodyTemplate"_s, u"<m><to>{to_e164}</to><text>{text}</text></m>"_s);
            settings.insert(u"contentType"_s, u"text/xml; charset=utf-8"_s);
        }
        const auto provider = made(gateway(settings));
        QVERIFY(provider);
        const HttpRequest request = provider->sendRequest(greeting(evil));
        for (const auto &[name, value] : request.headers)
            QVERIFY(!value.contains('\r') && !value.contains('\n') && !name.contains("Evil"));
        QVERIFY(!request.url.contains('\n') && !request.url.contains(' '));
        if (format == u"json") {
            const QJsonObject body = QJsonDocument::fromJson(request.body).object();
            QCOMPARE(body[u"text"].toString(), evil);
            QCOMPARE(body[u"to"].toString(), greeting().to);
            QCOMPARE(body.size(), 2);
        } else if (format == u"raw") {
            QCOMPARE(request.body.count("<to>"), 1);
        } else if (format == u"multipart") {
            const QByteArray type = headerOf(request, "Content-Type");
            const QByteArray boundary = type.sliced(type.indexOf('=') + 1);
            QCOMPARE(request.body.count("--" + boundary), 3);
        } else {
            const QByteArray fields =
                format == u"query" ? request.url.sliced(request.url.indexOf('?') + 1) : request.body;
            QCOMPARE(fields.count('&'), 1);
            QCOMPARE(QString::fromUtf8(
                         QByteArray::fromPercentEncoding(fields.sliced(fields.indexOf("text=") + 5).split('&')[0])),
                     evil);
        }
    }

    void everyFilterDoesWhatItSays()
    {
        const auto provider = made(gateway(
            {{u"url"_s, u"https://gw.example.net/{to_digits}/send?coding={encoding}&n={segments}"_s},
             {u"bodyFormat"_s, u"json"_s},
             {u"bodyTemplate"_s,
              u"{\"hex\":\"{text_ucs2_hex}\",\"b64\":\"{text|b64}\",\"n\":\"{to_digits|number}\",\"flag\":\"{segments|"
              u"bool}\","
              "\"plain\":\"{{text}} {text|nospin}\",\"list\":[\"{to_national}\",1,null],\"none\":\"{sender?}\"}"_s}}));
        QVERIFY(provider);
        const HttpRequest request = provider->sendRequest(greeting(u"a|{é"_s));
        QCOMPARE(request.url, "https://gw.example.net/442079460958/send?coding=gsm7&n=1"_ba);
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        QCOMPARE(body[u"hex"].toString(), u"0061007C007B00E9"_s);
        QCOMPARE(body[u"b64"].toString(), u"YXx7w6k="_s);
        QCOMPARE(body[u"n"].toInteger(), 442079460958);
        QVERIFY(request.body.contains(R"("n":442079460958)"));
        QCOMPARE(body[u"flag"].toBool(), true);
        QCOMPARE(body[u"plain"].toString(), u"{text} a/(é"_s);
        QCOMPARE(body[u"list"].toArray().size(), 3);
        QCOMPARE(body[u"list"][0].toString(), u"02079460958"_s);
        QVERIFY(!body.contains(u"none"_s));
    }

    void latin1GatewaysGetTheirBytes()
    {
        const auto provider = made(gateway({{u"url"_s, u"https://gw.example.net/send"_s},
                                            {u"method"_s, u"GET"_s},
                                            {u"bodyFormat"_s, u"query"_s},
                                            {u"messageParameter"_s, u"ignored"_s},
                                            {u"parameters"_s, QJsonObject{{u"message"_s, u"{text|latin1}"_s}}}}));
        QVERIFY(provider->sendRequest(greeting(u"Grüße"_s)).url.contains("message=Gr%FC%DFe"));
    }

    void settingsThatDoNotFitAreNamed_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const QJsonObject &change, const char *problem) {
            QTest::newRow(name) << change << QString::fromLatin1(problem);
        };
        row("no URL", {{u"url"_s, QString()}}, "url: required");
        row("plain HTTP", {{u"url"_s, u"http://gw.example.net/send"_s}}, "url: insecure");
        row("plain HTTP into the local network, not confirmed", {{u"url"_s, u"http://192.168.1.20:8080/send"_s}},
            "url: insecure");
        row("plain HTTP outside, confirmed", {{u"url"_s, u"http://gw.example.net/send"_s}, {u"allowPlainHttp"_s, true}},
            "url: insecure");
        row("plain HTTP into the local network",
            {{u"url"_s, u"http://192.168.1.20:8080/send"_s}, {u"allowPlainHttp"_s, true}}, "");
        row("another scheme", {{u"url"_s, u"ftp://gw.example.net/"_s}}, "url: format");
        row("a placeholder as host", {{u"url"_s, u"https://{to_digits}.example.net/"_s}}, "url: format");
        row("a placeholder behind the host", {{u"url"_s, u"https://gw.example.net{text}"_s}}, "url: format");
        row("credentials in the URL", {{u"url"_s, u"https://me:pw@gw.example.net/"_s}}, "url: format");
        row("a secret in the clear", {{u"parameters"_s, QJsonObject{{u"api_key"_s, u"abc"_s}}}}, "parameters: secret");
        row("a secret in the URL", {{u"url"_s, u"https://gw.example.net/?v=1&token=abc"_s}}, "url: secret");
        row("a secret by its name in the URL", {{u"url"_s, u"https://gw.example.net/?token={secret:secret}&v=1"_s}}, "");
        row("a secret by its name", {{u"parameters"_s, QJsonObject{{u"api_key"_s, u"{secret:secret}"_s}}}}, "");
        row("a password in a header", {{u"headers"_s, QJsonObject{{u"Authorization"_s, u"Basic abc"_s}}}},
            "headers: secret");
        row("a secret that is not there", {{u"parameters"_s, QJsonObject{{u"k"_s, u"{secret:other}"_s}}}},
            "other: required");
        row("an unknown value", {{u"parameters"_s, QJsonObject{{u"k"_s, u"{nonsense}"_s}}}}, "parameters: template");
        row("a brace without end", {{u"parameters"_s, QJsonObject{{u"k"_s, u"{text"_s}}}}, "parameters: template");
        row("an unknown filter", {{u"parameters"_s, QJsonObject{{u"k"_s, u"{text|upper}"_s}}}}, "parameters: template");
        row("a line break in a header", {{u"headers"_s, QJsonObject{{u"X-A"_s, u"a\r\nX-B: b"_s}}}}, "headers: format");
        row("a text in a header", {{u"headers"_s, QJsonObject{{u"X-A"_s, u"{text}"_s}}}}, "headers: unsafe");
        row("a text in a header, encoded", {{u"headers"_s, QJsonObject{{u"X-A"_s, u"{text|b64}"_s}}}}, "");
        row("a header that is the transport's", {{u"headers"_s, QJsonObject{{u"Host"_s, u"a"_s}}}}, "headers: format");
        row("a body with GET", {{u"method"_s, u"GET"_s}}, "bodyFormat: body");
        row("a JSON template that is none",
            {{u"bodyFormat"_s, u"json"_s}, {u"bodyTemplate"_s, u"{\"to\": {to_e164}}"_s}}, "bodyTemplate: format");
        row("a pattern that is none", {{u"successPattern"_s, u"(("_s}}, "successPattern: pattern");
        row("a path that is none", {{u"idPath"_s, u"id"_s}}, "idPath: path");
        row("an unknown class", {{u"errorWords"_s, QJsonObject{{u"7"_s, u"bad"_s}}}}, "errorWords: format");
        row("an unknown state", {{u"statusWords"_s, QJsonObject{{u"7"_s, u"bad"_s}}}}, "statusWords: format");
        row("a status without its path", {{u"statusUrl"_s, u"https://gw.example.net/{provider_id}"_s}},
            "statusPath: path");
        row("a choice that is none", {{u"numberFormat"_s, u"roman"_s}}, "numberFormat: format");
        row("basic without a user", {{u"auth"_s, u"basic"_s}}, "authUser: required");
        row("a profile that is no JSON", {{u"profile"_s, u"{"_s}}, "profile: format");
        row("a profile with a word nobody knows",
            {{u"profile"_s, u"{\"send\":{\"url\":\"https://a.example/\",\"urll\":1}}"_s}},
            "profile.send.urll: unknown");
        row("a rule that would send twice",
            {{u"profile"_s,
              u"{\"send\":{\"url\":\"https://a.example/\"},\"errors\":[{\"network\":\"timeout_after_write\","
              "\"class\":\"retry_later\"}]}"_s}},
            "profile.errors[0].class: unsafe");
        row("a redirect that would be followed",
            {{u"profile"_s, u"{\"send\":{\"url\":\"https://a.example/\",\"max_redirects\":3}}"_s}},
            "profile.send.max_redirects: range");
    }

    void settingsThatDoNotFitAreNamed()
    {
        QFETCH(const QJsonObject, change);
        QJsonObject settings{{u"url"_s, u"https://gw.example.net/send"_s}};
        for (auto it = change.begin(); it != change.end(); ++it)
            settings.insert(it.key(), *it);
        const QString problems = problemsOf(gateway(settings, {{u"secret"_s, u"s3cret"_s}}));
        QTEST(problems.section(u';', 0, 0), "problem");
    }

    void aPatternGivesUpInsteadOfRunningOn()
    {
        const auto provider = made(gateway({{u"url"_s, u"https://gw.example.net/send"_s},
                                            {u"successPattern"_s, u"^(a+)+$"_s},
                                            {u"idPath"_s, u"regex:(x+x+)+y"_s}}));
        QVERIFY(provider);
        QElapsedTimer time;
        time.start();
        const QByteArray body = QByteArray(60'000, 'a') + "!" + QByteArray(60'000, 'x');
        QCOMPARE(outcomeName(provider->outcome(greeting(), answered(200, body))), u"unknown"_s);
        QVERIFY2(time.elapsed() < 2'000, qPrintable(QString::number(time.elapsed())));
    }

    void xmlThatWouldGrowIsRefused()
    {
        const auto provider =
            made(gateway({{u"url"_s, u"https://gw.example.net/send"_s}, {u"idPath"_s, u"xml:r/id"_s}}));
        const QByteArray bomb =
            R"(<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><r><id>&b;</id></r>)";
        QCOMPARE(outcomeName(provider->outcome(greeting(), answered(200, bomb))), u"unknown"_s);
        QCOMPARE(outcomeName(provider->outcome(greeting(), answered(200, "<r><id>7</id></r>"))), u"accepted"_s);
    }

    void nothingOfTheSecretStandsInWhatMayBeShown()
    {
        const auto provider = made(example());
        QVERIFY(!provider->sendRequest(greeting()).url.contains("k3y"));
        QVERIFY(!provider->sendRequest(greeting()).body.contains("k3y"));
    }

private:
    /// 0 found, 1 absent, 2 several, 3 inconclusive
    static int evidenceOf(const std::unique_ptr<Provider> &provider, const HttpResponse &response, const Doubt &doubt)
    {
        return static_cast<int>(provider->evidence(doubt, {response}, {}).index());
    }
};

QTEST_APPLESS_MAIN(GenericTest)
#include "tst_generic.moc"
