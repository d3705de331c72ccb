#include "genericfixture.h"
#include "vectorfile.h"

#include <QTest>

using namespace fixture;

/// The cases of tests/providers/vectors/test_vectors.json that a described gateway has to meet.
class GenericVectors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void webhooksSignedAsFrappeDoesAreTakenOrRefused_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        const QJsonArray cases = vectorGroup("frappe-x-frappe-webhook-signature"_L1)["cases"_L1].toArray();
        for (const QJsonValue &one : cases)
            QTest::addRow("%s", qPrintable(one["name"_L1].toString())) << one.toObject();
    }

    void webhooksSignedAsFrappeDoesAreTakenOrRefused()
    {
        QFETCH(const QJsonObject, vector);
        const auto provider = made(profiled("{\"secrets\":[\"hook\"],\"send\":{\"url\":\"https://gw.example.net/\"},"
                                            "\"webhook\":{\"auth\":{\"type\":\"hmac\",\"hash\":\"hmac_sha256\","
                                            "\"encoding\":\"base64\",\"secret\":\"hook\","
                                            "\"name\":\"X-Frappe-Webhook-Signature\"},"
                                            "\"status\":{\"id\":\"$.name\",\"status\":\"$.docstatus\"}}}",
                                            {{u"hook"_s, vector["secret"_L1].toString()}}));
        QVERIFY(provider);
        WebhookRequest request;
        request.method = "POST";
        request.url = "https://hooks.example.net/cb";
        request.body = vector["body"_L1].toString().toUtf8();
        request.headers = {{"x-frappe-webhook-signature", vector["signature"_L1].toString().toLatin1()}};
        QCOMPARE(provider->verifyWebhook(request, Instant{}).has_value(), vector["valid"_L1].toBool());
        request.body += ' ';
        QVERIFY(!provider->verifyWebhook(request, Instant{}));
    }

    void statusesMeanWhatTheListSays()
    {
        const auto provider = made(
            profiled("{\"send\":{\"url\":\"https://gw.example.net/\"},"
                     "\"poll\":{\"one\":{\"url\":\"https://gw.example.net/{provider_id}\"},\"status\":\"$.status\"}}"));
        QVERIFY(provider);
        const QJsonArray statuses = vectorGroup("webhook-normalisation"_L1)["statuses"_L1].toArray();
        QCOMPARE(statuses.size(), 7);
        for (const QJsonValue &one : statuses) {
            const QByteArray body = QJsonDocument(QJsonObject{{u"status"_s, one}}).toJson();
            const auto report = provider->status(answered(200, body, "1"));
            QVERIFY(report);
            const QString word = one.toString();
            QCOMPARE(toText(report->state), word == u"submitted"  ? u"accepted"_s
                                            : word == u"failed"   ? u"undelivered"_s
                                            : word == u"canceled" ? u"cancelled"_s
                                                                  : word);
        }
    }

    void everyErrorClassCanBeNamed()
    {
        const QJsonArray classes = vectorGroup("webhook-normalisation"_L1)["error_classes"_L1].toArray();
        for (const QJsonValue &one : classes) {
            const auto provider = made(
                profiled("{\"send\":{\"url\":\"https://gw.example.net/\"},\"errors\":[{\"http\":\"4xx\",\"class\":\"" +
                         one.toString().toUtf8() + "\"}]}"));
            QVERIFY(provider);
            const QString outcome = outcomeName(provider->outcome(greeting(), answered(418, "")));
            const QString expected = one == u"retry_later"_s       ? u"not_sent"_s
                                     : one == u"throttled"_s       ? u"throttled"_s
                                     : one == u"unknown_outcome"_s ? u"unknown"_s
                                                                   : u"rejected"_s;
            QCOMPARE(outcome, expected);
        }
    }
};

QTEST_APPLESS_MAIN(GenericVectors)
#include "vectors_generic.moc"
