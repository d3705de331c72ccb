#include "domain/consent/keywords.h"
#include "providers/factory.h"
#include "providers/vectorfile.h"
#include "providers/whatsappcloud/codes.h"
#include "providers/whatsappcloud/webhook.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace providers;

/// The cases of tests/providers/vectors/test_vectors.json for Meta's webhook: signatures, handshake, events.
class WhatsAppVectors : public QObject
{
    Q_OBJECT

    static void addCases(QLatin1String group, const QString &provider = {})
    {
        QTest::addColumn<QJsonObject>("vector");
        for (const QJsonValue &one : fixture::vectorGroup(group)["cases"_L1].toArray())
            if (provider.isEmpty() || one["provider"_L1].toString() == provider)
                QTest::addRow("%s", qPrintable(one["name"_L1].toString())) << one.toObject();
    }

    static std::unique_ptr<domain::Provider> provider(const QString &appSecret)
    {
        domain::ProviderConfig config;
        config.kind = u"whatsapp_cloud"_s;
        config.settings = {{u"phoneNumberId"_s, u"106540352242922"_s}, {u"wabaId"_s, u"102290129340398"_s}};
        config.secrets = {
            {u"accessToken"_s, u"token"_s}, {u"appSecret"_s, appSecret}, {u"verifyToken"_s, u"my-verify-token"_s}};
        return Factory().make(config).value();
    }

    static domain::WebhookRequest posted(const QByteArray &body, const QByteArray &signature = {})
    {
        return {"POST", "https://relay.example/hooks/1", {{"x-hub-signature-256", signature}}, body};
    }

    static QString normalised(domain::MessageState state)
    {
        return state == domain::MessageState::Undelivered ? u"failed"_s : domain::toText(state);
    }

private Q_SLOTS:
    void aSignatureIsOverTheBytesAsTheyCame_data() { addCases("meta-x-hub-signature-256"_L1); }
    void aSignatureIsOverTheBytesAsTheyCame()
    {
        QFETCH(const QJsonObject, vector);
        const auto whatsapp = provider(vector["secret"_L1].toString());
        const auto request =
            posted(vector["body"_L1].toString().toUtf8(), vector["signature"_L1].toString().toLatin1());
        QCOMPARE(whatsapp->verifyWebhook(request, {}).has_value(), vector["valid"_L1].toBool());
        QVERIFY(!provider(u"another"_s)->verifyWebhook(request, {}));
    }

    void theHandshakeIsAnswered_data() { addCases("meta-verify-handshake"_L1); }
    void theHandshakeIsAnswered()
    {
        QFETCH(const QJsonObject, vector);
        const auto whatsapp = provider(u"s"_s);
        const domain::WebhookRequest request{
            "GET", "https://relay.example/hooks/1?" + vector["query"_L1].toString().toLatin1(), {}, {}};
        // 403 where it is not verified, 400 where it cannot be read: the server's answers to the two kinds of failure.
        const int expected = vector["expected_http"_L1].toInt();
        QCOMPARE(whatsapp->verifyWebhook(request, {}).has_value(), expected != 403);
        if (expected == 403)
            return;
        const auto events = whatsapp->webhook(request, {});
        QCOMPARE(events.has_value(), expected == 200);
        if (!events) {
            QCOMPARE(events.error().code, domain::ErrorCode::InvalidInput);
            return;
        }
        QCOMPARE(events->answerStatus, 200);
        QCOMPARE(events->answer, vector["expected_body"_L1].toString().toLatin1());
        QCOMPARE(events->answerType, vector["expected_content_type"_L1].toString().toLatin1());
    }

    void eventsSayWhatTheyMean_data() { addCases("webhook-normalisation"_L1, u"whatsapp_cloud"_s); }
    void eventsSayWhatTheyMean()
    {
        QFETCH(const QJsonObject, vector);
        const QJsonObject payload = vector["payload"_L1].toObject();
        const auto events = provider(u"s"_s)->webhook(posted(QJsonDocument(payload).toJson()), {});
        QVERIFY(events);
        const QJsonObject expected = vector["expect"_L1].toObject();
        const QString kind = expected["event"_L1].toString();
        if (kind == u"ignored") {
            QVERIFY(events->statuses.isEmpty() && events->inbound.isEmpty() && events->consents.isEmpty() &&
                    events->templates.isEmpty());
        } else if (kind == u"inbound") {
            QCOMPARE(events->inbound.size(), 1);
            const domain::InboundMessage &message = events->inbound.first();
            QVERIFY(expected["sender"_L1].isNull());
            QCOMPARE(message.from, expected["sender_bsuid"_L1].toString());
            QCOMPARE(message.channel, domain::Channel::WhatsApp);
            QCOMPARE(message.at, domain::fromMillis(1'795'210'200'000));
            const auto match = domain::matchInbound(message.body, domain::SubscriptionState::Subscribed);
            QCOMPARE(match.intent == domain::InboundIntent::OptOut, expected["opt_out"_L1].toBool());
        } else if (kind == u"preference") {
            QCOMPARE(events->consents.size(), 2); // of the number and of the id that stands for it
            QCOMPARE(events->consents[0].address, expected["sender"_L1].toString());
            QCOMPARE(events->consents[1].address, expected["sender_bsuid"_L1].toString());
            for (const domain::ConsentChoice &choice : events->consents) {
                QCOMPARE(choice.optOut, expected["opt_out"_L1].toBool());
                QCOMPARE(choice.category, domain::Category::Marketing);
                QCOMPARE(choice.at, domain::fromMillis(1'795'210'200'000));
            }
        } else {
            QJsonArray list = vector["expect_list"_L1].toArray();
            if (list.isEmpty())
                list.append(expected);
            QCOMPARE(events->statuses.size(), list.size());
            const QJsonArray items = payload["entry"_L1][0]["changes"_L1][0]["value"_L1]["statuses"_L1].toArray();
            for (qsizetype i = 0; i < list.size(); ++i)
                compare(events->statuses[i], items[i].toObject(), list[i].toObject());
        }
    }

private:
    static void compare(const domain::StatusReport &report, const QJsonObject &item, const QJsonObject &expected)
    {
        QCOMPARE(normalised(report.state), expected["status"_L1].toString());
        QCOMPARE(report.reference, expected["ref"_L1].toString());
        QCOMPARE(report.at, domain::fromMillis(1'795'210'200'000));
        if (expected.contains("provider_id"_L1))
            QCOMPARE(report.providerMessageId, expected["provider_id"_L1].toString());
        const auto status = whatsappcloud::statusFrom(item);
        QVERIFY(status);
        if (expected.contains("recipient"_L1))
            QCOMPARE(status->recipient.number, expected["recipient"_L1].toString());
        QCOMPARE(status->recipient.userId, expected["recipient_bsuid"_L1].toString());
        QCOMPARE(status->priceCategory, expected["price_category"_L1].toString());
        if (expected.contains("billable"_L1))
            QCOMPARE(report.isFree, !expected["billable"_L1].toBool());
        if (!expected.contains("error_class"_L1))
            return;
        const QString expectedClass = expected["error_class"_L1].toString();
        QCOMPARE(report.code, expected["provider_code"_L1].toString());
        QCOMPARE(toText(whatsappcloud::ruleForLateFailure(whatsappcloud::errorFrom(item["errors"_L1][0].toObject()))
                            .errorClass),
                 expectedClass);
        QCOMPARE(report.repeatable, expectedClass == u"retry_later" || expectedClass == u"throttled");
        QCOMPARE(report.optedOutOf == domain::Category::Marketing, expectedClass == u"opted_out");
    }
};

QTEST_APPLESS_MAIN(WhatsAppVectors)
#include "vectors_whatsapp.moc"
