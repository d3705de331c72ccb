#include "providers/answers.h"
#include "providers/messagebird/codes.h"
#include "providers/messagebird/signature.h"
#include "providers/vectorfile.h"

#include <QDateTime>
#include <QTest>
#include <QUrlQuery>

using namespace fixture;

/// The MessageBird cases of tests/providers/vectors/test_vectors.json.
class MessageBirdVectors : public QObject
{
    Q_OBJECT

    static void addCases(QLatin1String group, QLatin1String provider = {})
    {
        QTest::addColumn<QJsonObject>("vector");
        for (const QJsonValue &one : vectorGroup(group)["cases"_L1].toArray())
            if (provider.isEmpty() || one["provider"_L1].toString() == provider)
                QTest::addRow("%s", qPrintable(one["name"_L1].toString())) << one.toObject();
    }

    static QByteArray bytes(const QJsonObject &vector, QLatin1String key) { return vector[key].toString().toUtf8(); }

    static std::unique_ptr<Provider> messagebird(const QByteArray &signingKey)
    {
        ProviderConfig config;
        config.kind = u"messagebird"_s;
        config.settings = {{u"from"_s, u"ACME"_s}};
        config.secrets = {{u"accessKey"_s, u"test_gshuPaZoeEG6ovbc8M79w0QyM"_s},
                          {u"signingKey"_s, QString::fromUtf8(signingKey)}};
        return make(config);
    }

private Q_SLOTS:
    void theOlderSignatureIsTheirs_data() { addCases("messagebird-legacy-signature"_L1); }
    void theOlderSignatureIsTheirs()
    {
        QFETCH(const QJsonObject, vector);
        // The order in which the parameters came does not matter: backwards here.
        QByteArray query;
        const QJsonObject parameters = vector["query"_L1].toObject();
        for (auto it = parameters.begin(); it != parameters.end(); ++it)
            query = it.key().toUtf8() + '=' + QUrl::toPercentEncoding(it->toString()) +
                    (query.isEmpty() ? "" : "&" + query);
        const QByteArray timestamp = bytes(vector, "timestamp"_L1);
        const QByteArray key = bytes(vector, "secret"_L1);
        const QByteArray body = bytes(vector, "body"_L1);
        QCOMPARE(providers::messagebird::olderSignature(timestamp, query, body, key), bytes(vector, "signature"_L1));

        const WebhookRequest request{"GET"_ba,
                                     "https://hooks.example.net/mb?" + query,
                                     {{"messagebird-request-timestamp"_ba, timestamp},
                                      {"messagebird-signature"_ba, bytes(vector, "signature"_L1)}},
                                     body};
        const Instant at = fromMillis(timestamp.toLongLong() * 1000);
        const auto provider = messagebird(key);
        QCOMPARE(provider->verifyWebhook(request, at).has_value(), vector["valid"_L1].toBool());
        QVERIFY(provider->verifyWebhook(request, at + std::chrono::minutes{5}));
        QVERIFY(!provider->verifyWebhook(request, at + std::chrono::seconds{301}));
        QVERIFY(!provider->verifyWebhook(request, at - std::chrono::seconds{301}));
        QVERIFY(!messagebird("another")->verifyWebhook(request, at));
        WebhookRequest altered = request;
        altered.body += ' ';
        QVERIFY(!provider->verifyWebhook(altered, at));
    }

    void tokensAreTakenOrRefused_data() { addCases("messagebird-signature-jwt"_L1); }
    void tokensAreTakenOrRefused()
    {
        QFETCH(const QJsonObject, vector);
        const auto at = QDateTime::fromString(vector["timestamp"_L1].toString(), Qt::ISODate).toMSecsSinceEpoch();
        const WebhookRequest request{bytes(vector, "method"_L1),
                                     bytes(vector, "url"_L1),
                                     {{"MessageBird-Signature-JWT"_ba, bytes(vector, "token"_L1)}},
                                     bytes(vector, "body"_L1)};
        // The case without a key is that of no algorithm: it must be refused with any.
        const QByteArray key = vector.contains("secret"_L1) ? bytes(vector, "secret"_L1) : "any"_ba;
        const auto verified = messagebird(key)->verifyWebhook(request, fromMillis(at));
        QCOMPARE(verified.has_value(), vector["expected"_L1].toString() == "accept"_L1);
        if (!verified)
            QCOMPARE(verified.error().code, ErrorCode::NotAllowed);
    }

    void statusReportsSayWhatTheyMean_data() { addCases("webhook-normalisation"_L1, "messagebird"_L1); }
    void statusReportsSayWhatTheyMean()
    {
        QFETCH(const QJsonObject, vector);
        const QJsonObject expected = vector["expect"_L1].toObject();
        QUrlQuery query;
        const QJsonObject payload = vector["payload"_L1].toObject();
        for (auto it = payload.begin(); it != payload.end(); ++it)
            query.addQueryItem(it.key(), QString::fromLatin1(QUrl::toPercentEncoding(it->toString())));
        const WebhookRequest request{
            "GET"_ba, "https://hooks.example.net/mb?" + query.query(QUrl::FullyEncoded).toUtf8(), {}, {}};
        const auto events = messagebird("key")->webhook(request, noon);
        QVERIFY(events);
        QCOMPARE(events->answerStatus, 200);
        QCOMPARE(events->statuses.size(), 1);
        const StatusReport &report = events->statuses.first();
        QCOMPARE(normalised(report.state), expected["status"_L1].toString());
        QCOMPARE(report.providerMessageId, expected["provider_id"_L1].toString());
        QCOMPARE(report.reference, expected["ref"_L1].toString());
        QCOMPARE(report.at, fromMillis(1'795'210'200'000));
        QCOMPARE(report.reason.has_value(), expected.contains("error_class"_L1));
        const QString errorClass = expected["error_class"_L1].toString();
        QCOMPARE(report.reason == RejectReason::OptedOut, errorClass == "opted_out"_L1);
        QCOMPARE(report.reason == RejectReason::Recipient, errorClass == "permanent_recipient"_L1);
        QCOMPARE(report.repeatable, errorClass == "retry_later"_L1);
    }
};

QTEST_APPLESS_MAIN(MessageBirdVectors)
#include "vectors_messagebird.moc"
