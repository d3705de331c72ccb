#include "providers/encoding.h"
#include "providers/twilio/codes.h"
#include "providers/twiliofixture.h"

#include <QTest>

using namespace fixture;

namespace {

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

} // namespace

/// Configuration, sending, and what every answer means.
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
};

QTEST_APPLESS_MAIN(TwilioTest)
#include "tst_twilio.moc"
