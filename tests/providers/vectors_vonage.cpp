#include "providers/answers.h"
#include "providers/vectorfile.h"
#include "providers/vonage/codes.h"
#include "providers/vonage/signature.h"

#include <QTest>

using namespace fixture;

/// The Vonage cases of tests/providers/vectors/test_vectors.json.
class VonageVectors : public QObject
{
    Q_OBJECT

    static void addCases(QLatin1String group, QLatin1String provider = {})
    {
        QTest::addColumn<QJsonObject>("vector");
        for (const QJsonValue &one : vectorGroup(group)["cases"_L1].toArray())
            if (provider.isEmpty() || one["provider"_L1].toString() == provider)
                QTest::addRow("%s", qPrintable(one["name"_L1].toString())) << one.toObject();
    }

    static std::unique_ptr<Provider> vonage(const QString &secret, const QString &method = u"sha256"_s)
    {
        ProviderConfig config;
        config.kind = u"vonage"_s;
        config.settings = {{u"apiKey"_s, u"abcd1234"_s}, {u"from"_s, u"ACME"_s}, {u"signatureMethod"_s, method}};
        config.secrets = {{u"apiSecret"_s, u"secret"_s}, {u"signatureSecret"_s, secret}};
        return make(config);
    }

    static providers::Form formFrom(const QJsonObject &object)
    {
        providers::Form form;
        for (auto it = object.begin(); it != object.end(); ++it)
            form.emplaceFront(it.key(), it->toString()); // not in the order that is signed
        return form;
    }

private Q_SLOTS:
    void theSignatureIsTheirs_data() { addCases("vonage-sms-sig"_L1); }
    void theSignatureIsTheirs()
    {
        QFETCH(const QJsonObject, vector);
        providers::Form form = formFrom(vector["params"_L1].toObject());
        const QString method = vector["algo"_L1].toString();
        const QString secret = vector["secret"_L1].toString();
        const QByteArray sig = vector["sig"_L1].toString().toLatin1();
        QCOMPARE(providers::vonage::signature(form, method, secret.toUtf8()), sig.toUpper());

        // The same as a webhook, in each of the three shapes, the case of the letters being no matter.
        form.removeIf([](const auto &field) { return field.first == u"sig"_s; });
        form.emplaceBack(u"sig"_s, QString::fromLatin1(sig));
        const Instant at = fromMillis(providers::value(form, u"timestamp").toLongLong() * 1000);
        const QByteArray url = "https://hooks.example.net/vonage"_ba;
        QJsonObject object;
        for (const auto &[name, content] : form)
            object.insert(name, content);
        const HttpHeaders formType{{"content-type"_ba, "application/x-www-form-urlencoded"_ba}};
        const auto provider = vonage(secret, method);
        for (const WebhookRequest &request :
             {WebhookRequest{"GET"_ba, url + '?' + providers::formEncoded(form), {}, {}},
              WebhookRequest{"POST"_ba, url, formType, providers::formEncoded(form)},
              WebhookRequest{"POST"_ba, url, {{"content-type"_ba, "application/json"_ba}}, json(object)}}) {
            QVERIFY(provider->verifyWebhook(request, at));
            QVERIFY(!vonage(u"another"_s, method)->verifyWebhook(request, at));
            QVERIFY(!provider->verifyWebhook(request, at + std::chrono::hours{26}));
            QVERIFY(!provider->verifyWebhook(request, at - std::chrono::hours{1}));
        }
        form.emplaceBack(u"more"_s, u"1"_s);
        QVERIFY(!provider->verifyWebhook({"POST"_ba, url, formType, providers::formEncoded(form)}, at));
    }

    void tokensAreTakenOrRefused_data() { addCases("vonage-webhook-jwt"_L1); }
    void tokensAreTakenOrRefused()
    {
        QFETCH(const QJsonObject, vector);
        const QByteArray token = vector["token"_L1].toString().toLatin1();
        const QJsonObject claims =
            QJsonDocument::fromJson(QByteArray::fromBase64(token.split('.')[1], QByteArray::Base64UrlEncoding))
                .object();
        const Instant at = fromMillis(claims["iat"_L1].toInteger() * 1000);
        const WebhookRequest request{"POST"_ba,
                                     "https://hooks.example.net/vonage"_ba,
                                     {{"authorization"_ba, "Bearer " + token}},
                                     vector["body"_L1].toString().toUtf8()};
        const auto provider = vonage(vector["secret"_L1].toString());
        QCOMPARE(provider->verifyWebhook(request, at).has_value(), vector["valid"_L1].toBool());
        QVERIFY(!provider->verifyWebhook(request, at + std::chrono::hours{26}));
    }

    void receiptsSayWhatTheyMean_data() { addCases("webhook-normalisation"_L1, "vonage"_L1); }
    void receiptsSayWhatTheyMean()
    {
        QFETCH(const QJsonObject, vector);
        const QJsonObject expected = vector["expect"_L1].toObject();
        const QByteArray query = providers::formEncoded(formFrom(vector["payload"_L1].toObject()));
        const auto events =
            vonage(u"secret"_s)->webhook({"GET"_ba, "https://hooks.example.net/vonage?" + query, {}, {}}, noon);
        QVERIFY(events);
        QCOMPARE(events->statuses.size(), 1);
        const StatusReport &report = events->statuses.first();
        // What changes nothing has the lowest state: the message had it when it was accepted.
        const QString status = expected["status"_L1].toString();
        QCOMPARE(normalised(report.state), status == "unchanged"_L1 ? u"submitted"_s : status);
        QCOMPARE(report.providerMessageId, expected["provider_id"_L1].toString());
        QCOMPARE(report.reference, expected["ref"_L1].toString());
        QCOMPARE(report.price, (Money{33'300, u"EUR"_s}));
        QCOMPARE(report.at, fromMillis(1'795'210'200'000));
        if (expected.contains("provider_code"_L1))
            QCOMPARE(report.code, expected["provider_code"_L1].toString());
        const QString errorClass = expected["error_class"_L1].toString();
        QCOMPARE(report.reason.has_value(), !errorClass.isEmpty());
        if (errorClass.isEmpty())
            return;
        if (report.state != MessageState::Expired)
            QCOMPARE(providers::toText(providers::vonage::ruleForReceipt(report.code.toInt()).errorClass), errorClass);
        QCOMPARE(report.repeatable, errorClass == "retry_later"_L1 || errorClass == "throttled"_L1);
        QCOMPARE(report.reason == RejectReason::OptedOut, errorClass == "opted_out"_L1);
    }
};

QTEST_APPLESS_MAIN(VonageVectors)
#include "vectors_vonage.moc"
