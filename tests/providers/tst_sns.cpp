#include "providers/encoding.h"
#include "providers/factory.h"
#include "providers/sns/codes.h"
#include "providers/sns/sns.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

class SnsTest : public QObject
{
    Q_OBJECT

    static ProviderConfig workingConfig()
    {
        ProviderConfig config;
        config.kind = u"sns"_s;
        config.settings = {{u"region"_s, u"eu-west-1"_s}, {u"accessKeyId"_s, u"AKIAIOSFODNN7EXAMPLE"_s}};
        config.secrets = {{u"secretAccessKey"_s, u"secret"_s}};
        return config;
    }

    static std::unique_ptr<Provider> made(const QJsonObject &more = {})
    {
        ProviderConfig config = workingConfig();
        for (auto it = more.begin(); it != more.end(); ++it)
            config.settings[it.key()] = it.value();
        return providers::Factory().make(config).value();
    }

    static HttpResponse answer(int status, const QByteArray &body, const HttpHeaders &headers = {})
    {
        HttpResponse response;
        response.reached = Reached::ResponseComplete;
        response.status = status;
        response.body = body;
        response.headers = headers;
        return response;
    }

    static QByteArray published(const QByteArray &id)
    {
        return "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\">\n  <PublishResult>\n"
               "    <MessageId>" +
               id +
               "</MessageId>\n  </PublishResult>\n  <ResponseMetadata>\n"
               "    <RequestId>f187a3c1-376f-11df-8963-01868b7c937a</RequestId>\n  </ResponseMetadata>\n"
               "</PublishResponse>\n";
    }

    static QByteArray refused(const QByteArray &code, const QByteArray &message)
    {
        return "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>Sender</Type><Code>" +
               code + "</Code><Message>" + message + "</Message></Error><RequestId>1</RequestId></ErrorResponse>";
    }

    static QByteArray optedOut(const QByteArrayList &numbers, const QByteArray &next)
    {
        QByteArray body = "<ListPhoneNumbersOptedOutResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\">"
                          "<ListPhoneNumbersOptedOutResult><phoneNumbers>";
        for (const QByteArray &number : numbers)
            body += "<member>" + number + "</member>";
        body += "</phoneNumbers>";
        if (!next.isEmpty())
            body += "<nextToken>" + next + "</nextToken>";
        return body + "</ListPhoneNumbersOptedOutResult></ListPhoneNumbersOptedOutResponse>";
    }

    static SendRequest message()
    {
        SendRequest one;
        one.to = u"+15005550010"_s;
        one.body = u"Grüße"_s;
        return one;
    }

    static QString seen(const Outcome &outcome)
    {
        const QString name = outcomeName(outcome);
        if (const auto *rejected = std::get_if<Rejected>(&outcome))
            return name + u' ' + toText(rejected->reason);
        return name;
    }

private Q_SLOTS:
    void aPublishNamesWhatTheAccountIsSetTo()
    {
        const auto sns = made({{u"senderId"_s, u"ACME"_s},
                               {u"originationNumber"_s, u"+12025550143"_s},
                               {u"entityId"_s, u"1001"_s},
                               {u"templateId"_s, u"1007"_s}});
        const auto form = providers::formDecoded(sns->sendRequest(message()).body);
        const auto attribute = [&form](const QString &name) {
            for (int i = 1; i <= 6; ++i) {
                const QString entry = u"MessageAttributes.entry.%1."_s.arg(i);
                if (providers::value(form, entry + u"Name"_s) == name)
                    return providers::value(form, entry + u"Value.StringValue"_s);
            }
            return QString();
        };
        QCOMPARE(providers::value(form, u"Action"), u"Publish"_s);
        QCOMPARE(providers::value(form, u"PhoneNumber"), u"+15005550010"_s);
        QCOMPARE(providers::value(form, u"Message"), u"Grüße"_s);
        QCOMPARE(attribute(u"AWS.SNS.SMS.SenderID"_s), u"ACME"_s);
        QCOMPARE(attribute(u"AWS.SNS.SMS.SMSType"_s), u"Promotional"_s);
        QCOMPARE(attribute(u"AWS.MM.SMS.OriginationNumber"_s), u"+12025550143"_s);
        QCOMPARE(attribute(u"AWS.MM.SMS.EntityId"_s), u"1001"_s);
        QCOMPARE(attribute(u"AWS.MM.SMS.TemplateId"_s), u"1007"_s);
        QVERIFY(attribute(u"AWS.SNS.SMS.MaxPrice"_s).isEmpty());
    }

    void aSenderOfTheMessageReplacesTheAccounts()
    {
        const auto sns = made({{u"senderId"_s, u"ACME"_s}});
        SendRequest one = message();
        one.sender = u"+12025550199"_s;
        QVERIFY(!sns->sendRequest(one).body.contains("ACME"));
        QVERIFY(sns->sendRequest(one).body.contains("%2B12025550199"));
        one.sender = u"Shop"_s;
        QVERIFY(sns->sendRequest(one).body.contains("SenderID&MessageAttributes.entry.1.Value.DataType=String"
                                                    "&MessageAttributes.entry.1.Value.StringValue=Shop"));
    }

    void chinaHasAnAddressOfItsOwn()
    {
        QCOMPARE(made({{u"region"_s, u"cn-north-1"_s}})->sendRequest(message()).url,
                 "https://sns.cn-north-1.amazonaws.com.cn/"_ba);
    }

    void signingAgainReplacesTheSignature()
    {
        ProviderConfig config = workingConfig();
        config.secrets[u"sessionToken"_s] = u"token"_s;
        const auto sns = providers::Factory().make(config).value();
        HttpRequest request = sns->sendRequest(message());
        sns->sign(request, fromMillis(1'795'210'200'000));
        const HttpHeaders first = request.headers;
        sns->sign(request, fromMillis(1'795'210'260'000));
        QCOMPARE(request.headers.size(), first.size());
        QVERIFY(request.headers != first);
        HttpResponse asResponse;
        asResponse.headers = request.headers;
        QCOMPARE(asResponse.header("X-Amz-Security-Token"), "token"_ba);
        QVERIFY(asResponse.header("Authorization").contains("content-type;host;x-amz-date;x-amz-security-token"));
    }

    void everyAnswerHasItsOutcome_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");
        QTest::newRow("accepted") << 200 << published("34d9b400-c6dd-5444-820d-fbeb0f1f54cf") << u"accepted"_s;
        QTest::newRow("no id") << 200 << published("") << u"unknown"_s;
        QTest::newRow("garbage") << 200 << "<html>"_ba << u"unknown"_s;
        QTest::newRow("throttled") << 400 << refused("Throttling", "Rate exceeded") << u"throttled"_s;
        QTest::newRow("throttled 429") << 429 << refused("Throttled", "Rate exceeded") << u"throttled"_s;
        QTest::newRow("429 bare") << 429 << QByteArray() << u"throttled"_s;
        QTest::newRow("number") << 400
                                << refused("InvalidParameter", "Invalid parameter: PhoneNumber Reason: +1 is not valid")
                                << u"rejected recipient"_s;
        QTest::newRow("text") << 400 << refused("InvalidParameter", "Invalid parameter: Message too long")
                              << u"rejected content"_s;
        QTest::newRow("sender") << 400
                                << refused("InvalidParameterValue", "Invalid parameter: AWS.SNS.SMS.SenderID Reason: x")
                                << u"rejected configuration"_s;
        QTest::newRow("attribute") << 400 << refused("ValidationException", "MessageAttributes entry 2 is invalid")
                                   << u"rejected configuration"_s;
        QTest::newRow("opted out") << 400 << refused("OptedOut", "opted out") << u"rejected opted_out"_s;
        QTest::newRow("rights") << 403 << refused("AuthorizationError", "not authorized")
                                << u"rejected configuration"_s;
        QTest::newRow("secret") << 403 << refused("SignatureDoesNotMatch", "does not match")
                                << u"rejected configuration"_s;
        QTest::newRow("token") << 403 << refused("ExpiredToken", "expired") << u"rejected configuration"_s;
        QTest::newRow("clock") << 400 << refused("RequestExpired", "expired") << u"rejected configuration"_s;
        QTest::newRow("not found") << 404 << refused("NotFound", "gone") << u"rejected configuration"_s;
        QTest::newRow("another's 404") << 404 << "no such page"_ba << u"rejected configuration"_s;
        QTest::newRow("redirect") << 302 << QByteArray() << u"rejected configuration"_s;
        QTest::newRow("internal") << 500 << refused("InternalError", "oops") << u"unknown"_s;
        QTest::newRow("unavailable") << 503 << refused("ServiceUnavailable", "oops") << u"unknown"_s;
        QTest::newRow("gateway") << 502 << "<html/>"_ba << u"unknown"_s;
        QTest::newRow("new code") << 400 << refused("NewCode", "words") << u"rejected content"_s;
    }
    void everyAnswerHasItsOutcome()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QTEST(seen(made()->outcome(message(), answer(status, body))), "expected");
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

    void acceptedIsAllThatIsKnown()
    {
        const auto sns = made();
        const Outcome outcome = sns->outcome(message(), answer(200, published("id-1")));
        QCOMPARE(std::get<Accepted>(outcome).providerMessageId, u"id-1"_s);
        QCOMPARE(std::get<Accepted>(outcome).state, MessageState::Accepted);
        const ProviderCapabilities can = sns->capabilities();
        QVERIFY(!can.statusById && !can.statusByList && !can.canReconcile && !can.inboundByList && !can.hasBalance);
        QVERIFY(!sns->status({}) && !sns->listPage({}, {}));
        QVERIFY(std::holds_alternative<Inconclusive>(sns->evidence({}, {}, {})));
    }

    void aWrongClockIsCalledByItsName()
    {
        const QByteArray behind = "Signature expired: 20261120T213000Z is now earlier than 20261120T214500Z "
                                  "(20261120T215000Z - 5 min.)";
        const Outcome outcome = made()->outcome(message(), answer(403, refused("SignatureDoesNotMatch", behind)));
        QVERIFY(std::get<Rejected>(outcome).text.startsWith(u"this computer's clock is 1200 s behind: "_s));
        QCOMPARE(providers::sns::clockBehind(u"Signature not yet current: 20261120T213000Z is still later than "
                                             "20261120T212500Z (20261120T212000Z + 5 min.)"_s),
                 std::optional(Millis{-600'000}));
        QCOMPARE(providers::sns::clockBehind(u"no match"_s), std::nullopt);
    }

    void theListOfOptOutsIsReadToItsEnd()
    {
        const auto sns = made();
        const auto first = sns->optOutsPage(answer(200, optedOut({"+15005550010", "15005550011"}, "a+b/c=")));
        QVERIFY(first && first->next);
        QCOMPARE(first->addresses, (QStringList{u"+15005550010"_s, u"+15005550011"_s}));
        QCOMPARE(first->next->body, "Action=ListPhoneNumbersOptedOut&Version=2010-03-31&nextToken=a%2Bb%2Fc%3D"_ba);
        const auto last = sns->optOutsPage(answer(200, optedOut({}, {})));
        QVERIFY(last && last->addresses.isEmpty() && !last->next);
        QCOMPARE(sns->optOutsPage(answer(200, published("x"))).error().code, ErrorCode::Provider);
        QCOMPARE(sns->optOutsPage(answer(400, refused("Throttled", "slow"))).error().code, ErrorCode::Provider);
        QCOMPARE(sns->optOutsPage({}).error().code, ErrorCode::Network);
    }

    void aDeliveryStreamBringsWhatBecameOfMessages()
    {
        ProviderConfig config = workingConfig();
        QVERIFY(!made()->capabilities().hasWebhook);
        config.secrets[u"firehoseKey"_s] = u"stream key"_s;
        const auto sns = providers::Factory().make(config).value();
        QVERIFY(sns->capabilities().hasWebhook);
        const auto record = [](const QString &id, const QString &status, const QString &words) {
            return QJsonDocument(QJsonObject{{u"notification"_s, QJsonObject{{u"messageId"_s, id}}},
                                             {u"delivery"_s, QJsonObject{{u"providerResponse"_s, words}}},
                                             {u"status"_s, status}})
                .toJson(QJsonDocument::Compact);
        };
        const QByteArray lines = record(u"a"_s, u"SUCCESS"_s, u"Message has been accepted by phone carrier"_s) + '\n' +
                                 record(u"b"_s, u"FAILURE"_s, u"Phone number is opted out"_s) + '\n';
        const QJsonObject event{{u"id"_s, u"1"_s},
                                {u"message"_s, QString::fromUtf8(record(u"c"_s, u"SUCCESS"_s, u"Delivered"_s))}};
        const QByteArray batch =
            QJsonDocument(QJsonObject{{u"messageType"_s, u"DATA_MESSAGE"_s}, {u"logEvents"_s, QJsonArray{event}}})
                .toJson();
        QJsonArray records;
        for (const QByteArray &data : {lines, batch, "neither"_ba})
            records.append(QJsonObject{{u"data"_s, QString::fromLatin1(data.toBase64())}});
        const QByteArray body =
            QJsonDocument(QJsonObject{{u"requestId"_s, u"r-1"_s}, {u"records"_s, records}}).toJson();
        const WebhookRequest request{"POST", "https://x/", {{"x-amz-firehose-access-key", "stream key"}}, body};
        QVERIFY(sns->verifyWebhook(request, {}));
        const auto events = sns->webhook(request, fromMillis(1'795'210'200'000));
        QVERIFY(events);
        QCOMPARE(events->statuses.size(), 3);
        QCOMPARE(events->statuses[0].state, MessageState::Delivered);
        QCOMPARE(events->statuses[1].reason, RejectReason::OptedOut);
        QCOMPARE(events->statuses[2].providerMessageId, u"c"_s);
        QCOMPARE(events->answerType, "application/json"_ba);
        QCOMPARE(QJsonDocument::fromJson(events->answer).object(),
                 (QJsonObject{{u"requestId"_s, u"r-1"_s}, {u"timestamp"_s, qint64{1'795'210'200'000}}}));
        QVERIFY(!sns->verifyWebhook({"POST", "https://x/", {{"x-amz-firehose-access-key", "another"}}, body}, {}));
        QVERIFY(!made()->verifyWebhook({"POST", "https://x/", {{"x-amz-firehose-access-key", ""}}, body}, {}));
        QVERIFY(!sns->webhook({"POST", "https://x/", {}, "{}"}, {}));
    }

    void theConnectionTestSaysWhatFailed_data()
    {
        using Verdict = ConnectionReport::Verdict;
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("verdict");
        QTest::newRow("works") << 200
                               << "<GetSMSAttributesResponse><GetSMSAttributesResult><attributes><entry><key>"
                                  "MonthlySpendLimit</key><value>1</value></entry></attributes>"
                                  "</GetSMSAttributesResult></GetSMSAttributesResponse>"_ba
                               << int(Verdict::Works);
        QTest::newRow("key") << 403 << refused("InvalidClientTokenId", "invalid") << int(Verdict::CredentialsRefused);
        QTest::newRow("clock") << 400 << refused("RequestExpired", "late") << int(Verdict::CredentialsRefused);
        QTest::newRow("another") << 200 << "<html/>"_ba << int(Verdict::Unexpected);
        QTest::newRow("down") << 503 << QByteArray() << int(Verdict::Unexpected);
    }
    void theConnectionTestSaysWhatFailed()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const int, verdict);
        const auto sns = made();
        QCOMPARE(sns->testRequests().size(), size_t(2));
        const ConnectionReport report = sns->testReport({answer(status, body), answer(200, optedOut({}, {}))});
        QCOMPARE(int(report.verdict), verdict);
        if (report.verdict == ConnectionReport::Verdict::Works)
            QCOMPARE(report.providerWords, u"monthly spend limit 1 USD"_s);
    }

    void settingsThatDoNotFitAreNamed_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no region") << u"region"_s << QString() << u"required"_s;
        QTest::newRow("region") << u"region"_s << u"Ireland"_s << u"format"_s;
        QTest::newRow("key") << u"accessKeyId"_s << u"A B"_s << u"format"_s;
        QTest::newRow("sender hyphen") << u"senderId"_s << u"-acme"_s << u"format"_s;
        QTest::newRow("sender digits") << u"senderId"_s << u"12345"_s << u"format"_s;
        QTest::newRow("sender long") << u"senderId"_s << u"ACMEACMEACME"_s << u"format"_s;
        QTest::newRow("number") << u"originationNumber"_s << u"1234"_s << u"format"_s;
        QTest::newRow("price") << u"maxPrice"_s << u"0,05"_s << u"format"_s;
        QTest::newRow("url") << u"baseUrl"_s << u"http://example.com"_s << u"insecure"_s;
    }
    void settingsThatDoNotFitAreNamed()
    {
        QFETCH(const QString, key);
        QFETCH(const QString, value);
        QFETCH(const QString, reason);
        QVERIFY(providers::Factory().problems(workingConfig()).isEmpty());
        ProviderConfig config = workingConfig();
        config.settings[key] = value;
        const auto problems = providers::Factory().problems(config);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().field, key);
        QCOMPARE(problems.first().reason, reason);
    }
};

QTEST_APPLESS_MAIN(SnsTest)
#include "tst_sns.moc"
