#include "providers/factory.h"
#include "vectorfile.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

/// The FlashChat cases of tests/providers/vectors/test_vectors.json.
class FlashChatVectors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothSignaturesAreTakenAndTheirEventsRead_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        const QJsonArray cases = fixture::vectorGroup("flashchat-signature-candidates"_L1)["cases"_L1].toArray();
        for (const QJsonValue &one : cases)
            QTest::addRow("%s", qPrintable(one["name"_L1].toString())) << one.toObject();
    }

    void bothSignaturesAreTakenAndTheirEventsRead()
    {
        QFETCH(const QJsonObject, vector);
        const QString encoding = vector["encoding"_L1].toString();
        ProviderConfig config;
        config.kind = u"flashchat"_s;
        config.settings = {{u"interface"_s, u"app"_s}, {u"webhookSignature"_s, encoding}};
        config.secrets = {{u"secret"_s, u"s"_s}, {u"webhookSecret"_s, vector["secret"_L1].toString()}};
        const auto made = providers::Factory().make(config);
        QVERIFY(made);
        WebhookRequest request;
        request.method = "POST";
        request.url = "https://hooks.example.net/cb/flashchat";
        request.body = vector["body"_L1].toString().toUtf8();
        request.headers = {{encoding == u"hex" ? "X-FlashChat-Signature" : "X-Frappe-Webhook-Signature",
                            vector["signature"_L1].toString().toLatin1()}};
        QCOMPARE((*made)->verifyWebhook(request, Instant{}).has_value(), vector["valid"_L1].toBool());
        const auto events = (*made)->webhook(request, Instant{});
        QVERIFY(events);
        QCOMPARE(events->statuses.size(), 1);
        QCOMPARE(events->statuses[0].providerMessageId, u"28577"_s);
        QCOMPARE(events->statuses[0].state, MessageState::Delivered);
        QCOMPARE(events->statuses[0].at, fromMillis(1'795'210'200'000));
        request.headers[0].second[0] = request.headers[0].second[0] == 'a' ? 'b' : 'a';
        QVERIFY(!(*made)->verifyWebhook(request, Instant{}));
    }
};

QTEST_APPLESS_MAIN(FlashChatVectors)
#include "vectors_flashchat.moc"
