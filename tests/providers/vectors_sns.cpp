#include "providers/encoding.h"
#include "providers/factory.h"
#include "providers/sns/codes.h"
#include "providers/sns/deliveryrecord.h"
#include "providers/sns/sigv4.h"
#include "providers/vectorfile.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace providers;

/// The Amazon cases of tests/providers/vectors/test_vectors.json: 34 signatures, a key, three whole requests, and
/// what the delivery log says.
class SnsVectors : public QObject
{
    Q_OBJECT

    static void addCases(QLatin1String group)
    {
        QTest::addColumn<QJsonObject>("vector");
        for (const QJsonValue &one : fixture::vectorGroup(group)["cases"_L1].toArray())
            QTest::addRow("%s", qPrintable(one["name"_L1].toString())) << one.toObject();
    }

    static domain::HttpHeaders headersOf(const QJsonObject &vector)
    {
        domain::HttpHeaders headers;
        for (const QJsonValue &header : vector["headers"_L1].toArray())
            headers.emplaceBack(header[0].toString().toUtf8(), header[1].toString().toUtf8());
        return headers;
    }

    static QByteArray bytes(const QJsonObject &vector, QLatin1String key) { return vector[key].toString().toUtf8(); }

private Q_SLOTS:
    void aSignatureIsAmazons_data() { addCases("aws-sigv4-suite"_L1); }
    void aSignatureIsAmazons()
    {
        QFETCH(const QJsonObject, vector);
        const domain::HttpHeaders headers = headersOf(vector);
        const sigv4::Scope scope{"us-east-1", "service"};
        const QByteArray canonical = sigv4::canonicalRequest(bytes(vector, "method"_L1), bytes(vector, "target"_L1),
                                                             headers, bytes(vector, "body"_L1));
        QCOMPARE(canonical, bytes(vector, "canonical_request"_L1));
        QCOMPARE(sigv4::stringToSign(canonical, "20150830T123600Z", scope), bytes(vector, "string_to_sign"_L1));
        QCOMPARE(sigv4::authorization(bytes(vector, "method"_L1), bytes(vector, "target"_L1), headers,
                                      bytes(vector, "body"_L1),
                                      {"AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"}, scope),
                 bytes(vector, "authorization"_L1));
    }

    void theSigningKeyIsDerivedInFourSteps_data() { addCases("aws-sigv4-signing-key"_L1); }
    void theSigningKeyIsDerivedInFourSteps()
    {
        QFETCH(const QJsonObject, vector);
        QCOMPARE(sigv4::signingKey(bytes(vector, "secret_access_key"_L1), bytes(vector, "date"_L1),
                                   {bytes(vector, "region"_L1), bytes(vector, "service"_L1)})
                     .toHex(),
                 bytes(vector, "signing_key_hex"_L1));
    }

    void aPublishIsSignedAsBotocoreDoes_data() { addCases("aws-sns-publish"_L1); }
    void aPublishIsSignedAsBotocoreDoes()
    {
        QFETCH(const QJsonObject, vector);
        Form form;
        for (const QJsonValue &one : vector["params"_L1].toArray())
            form.emplaceBack(one[0].toString(), one[1].toString());
        QCOMPARE(formEncoded(form), bytes(vector, "body"_L1));

        domain::ProviderConfig config;
        config.kind = u"sns"_s;
        config.settings = {{u"region"_s, u"eu-west-1"_s},
                           {u"accessKeyId"_s, u"AKIDEXAMPLE"_s},
                           {u"senderId"_s, value(form, u"MessageAttributes.entry.1.Value.StringValue")},
                           {u"maxPrice"_s, value(form, u"MessageAttributes.entry.3.Value.StringValue")}};
        config.secrets = {{u"secretAccessKey"_s, u"wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"_s}};
        const auto provider = Factory().make(config);
        QVERIFY(provider);
        domain::SendRequest message;
        message.to = value(form, u"PhoneNumber");
        message.body = value(form, u"Message");
        message.category = domain::Category::Transactional;
        domain::HttpRequest request = (*provider)->sendRequest(message);
        QCOMPARE(request.url, bytes(vector, "url"_L1));
        // The second and third are no publishes as ours are (without a kind, and no publish at all): only signed.
        const bool isOurs = form.size() > 4;
        QCOMPARE(request.body == bytes(vector, "body"_L1), isOurs);
        request.body = bytes(vector, "body"_L1);
        (*provider)->sign(request, sigv4::instantFromTimeStamp("20261120T213000Z").value());
        QCOMPARE(request.headers.first(),
                 (std::pair("Content-Type"_ba, "application/x-www-form-urlencoded; charset=utf-8"_ba)));
        QCOMPARE(request.headers.last(), std::pair("Authorization"_ba, bytes(vector, "authorization"_L1)));
    }

    void theDeliveryLogSaysWhatItMeans_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        for (const QJsonValue &one : fixture::vectorGroup("webhook-normalisation"_L1)["cases"_L1].toArray())
            if (one["provider"_L1].toString() == u"sns")
                QTest::addRow("%s", qPrintable(one["name"_L1].toString())) << one.toObject();
    }
    void theDeliveryLogSaysWhatItMeans()
    {
        QFETCH(const QJsonObject, vector);
        const QJsonObject expected = vector["expect"_L1].toObject();
        const auto report = sns::reportFromDeliveryRecord(QJsonDocument(vector["payload"_L1].toObject()).toJson());
        QVERIFY(report);
        const bool failed = expected["status"_L1].toString() == u"failed";
        QCOMPARE(report->state, failed ? domain::MessageState::Undelivered : domain::MessageState::Delivered);
        QCOMPARE(report->providerMessageId, u"34d9b400-c6dd-5444-820d-fbeb0f1f54cf"_s);
        QCOMPARE(report->price, (domain::Money{6'450, u"USD"_s}));
        QCOMPARE(report->segments, 1);
        QCOMPARE(report->at, domain::fromMillis(1'795'210'200'599));
        QCOMPARE(report->reason == domain::RejectReason::OptedOut, expected["opt_out"_L1].toBool());
        if (!failed)
            return;
        const QString expectedClass = expected["error_class"_L1].toString();
        QCOMPARE(toText(sns::ruleForDelivery(report->text).errorClass), expectedClass);
        QCOMPARE(report->repeatable, expectedClass == u"retry_later");
    }
};

QTEST_APPLESS_MAIN(SnsVectors)
#include "vectors_sns.moc"
