#include "providers/answers.h"
#include "providers/vectorfile.h"

#include <QTest>

using namespace fixture;

/// The Bird cases of tests/providers/vectors/test_vectors.json.
class BirdVectors : public QObject
{
    Q_OBJECT

    static std::unique_ptr<Provider> bird(const QString &secret)
    {
        ProviderConfig config;
        config.kind = u"bird"_s;
        config.settings = {{u"from"_s, u"ACME"_s}};
        config.secrets = {{u"apiKey"_s, u"bk_eu1_abcdef"_s}, {u"webhookSecret"_s, secret}};
        return make(config);
    }

private Q_SLOTS:
    void webhooksAreTakenOrRefused_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        for (const QJsonValue &one : vectorGroup("bird-standard-webhooks"_L1)["cases"_L1].toArray())
            QTest::addRow("%s", qPrintable(one["name"_L1].toString())) << one.toObject();
    }
    void webhooksAreTakenOrRefused()
    {
        QFETCH(const QJsonObject, vector);
        const auto bytes = [&vector](QLatin1String key) { return vector[key].toString().toUtf8(); };
        WebhookRequest request{"POST"_ba, "https://hooks.example.net/bird"_ba, {}, bytes("body"_L1)};
        for (const QLatin1String name : {"webhook-id"_L1, "webhook-timestamp"_L1, "webhook-signature"_L1})
            request.headers.emplaceBack(name.latin1(), bytes(name));
        const qint64 sent = vector["webhook-timestamp"_L1].toString().toLongLong();
        const Instant at = fromMillis(vector["verify_at"_L1].toInteger(sent) * 1000);
        const bool isValid = vector["valid"_L1].toBool();
        const auto provider = bird(vector["secret"_L1].toString());
        QCOMPARE(provider->verifyWebhook(request, at).has_value(), isValid);
        if (!isValid)
            return;
        QVERIFY(provider->verifyWebhook(request, at + std::chrono::seconds{300}));
        QVERIFY(!provider->verifyWebhook(request, at - std::chrono::seconds{301}));
        QVERIFY(!bird(u"whsec_AAAA"_s)->verifyWebhook(request, at));
        request.headers[0].second += 'x';
        QVERIFY(!provider->verifyWebhook(request, at));
    }

    void eventsSayWhatTheyMean_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        for (const QJsonValue &one : vectorGroup("webhook-normalisation"_L1)["cases"_L1].toArray())
            if (one["provider"_L1].toString() == "bird"_L1)
                QTest::addRow("%s", qPrintable(one["name"_L1].toString())) << one.toObject();
    }
    void eventsSayWhatTheyMean()
    {
        QFETCH(const QJsonObject, vector);
        const QJsonObject expected = vector["expect"_L1].toObject();
        const auto events = bird({})->webhook(
            {"POST"_ba, "https://hooks.example.net/bird"_ba, {}, json(vector["payload"_L1].toObject())}, noon);
        QVERIFY(events);
        QCOMPARE(events->statuses.size(), 1);
        const StatusReport &report = events->statuses.first();
        QCOMPARE(normalised(report.state), expected["status"_L1].toString());
        QCOMPARE(report.providerMessageId, u"sms_01krdgeqcxet5s7t44vh8rt9mg"_s);
        QCOMPARE(report.reference, expected["ref"_L1].toString());
        QCOMPARE(report.at, fromMillis(1'795'210'200'000));
        const QString errorClass = expected["error_class"_L1].toString();
        QCOMPARE(report.reason.has_value(), !errorClass.isEmpty());
        QCOMPARE(report.repeatable, errorClass == "retry_later"_L1);
        QCOMPARE(report.reason == RejectReason::Recipient, errorClass == "permanent_recipient"_L1);
        QCOMPARE(report.reason == RejectReason::OptedOut, errorClass == "opted_out"_L1);
        QCOMPARE(report.reason == RejectReason::Configuration, errorClass == "permanent_config"_L1);
    }
};

QTEST_APPLESS_MAIN(BirdVectors)
#include "vectors_bird.moc"
