#include "providers/encoding.h"
#include "providers/signing.h"
#include "providers/twiliofixture.h"

#include <QTest>

using namespace fixture;

/// Twilio's webhooks through the interface every provider has.
class TwilioWebhookTest : public QObject
{
    Q_OBJECT

    const std::unique_ptr<Provider> m_twilio = make(workingConfig());
    const QByteArray m_url = "https://hooks.example.net/twilio?ref=01JD0000000000000000000000"_ba;

    /// As Twilio would send it, signed with the token `secret`.
    [[nodiscard]] WebhookRequest posted(const QByteArray &body, const QByteArray &secret = "secret"_ba) const
    {
        providers::Form form = providers::formDecoded(body);
        std::sort(form.begin(), form.end());
        QByteArray text = m_url;
        for (const auto &[name, value] : form)
            text += name.toUtf8() + value.toUtf8();
        const QByteArray signature = providers::hmac(QCryptographicHash::Sha1, secret, text).toBase64();
        return {"POST"_ba,
                m_url,
                {{"content-type"_ba, "application/x-www-form-urlencoded"_ba}, {"x-twilio-signature"_ba, signature}},
                body};
    }

private Q_SLOTS:
    void onlyWhatIsSignedIsTaken()
    {
        const WebhookRequest good = posted("MessageSid=" + sid.toLatin1() + "&MessageStatus=sent");
        QVERIFY(m_twilio->capabilities().hasWebhook);
        QVERIFY(m_twilio->verifyWebhook(good, noon));
        WebhookRequest altered = good;
        altered.body.replace("sent", "read");
        WebhookRequest elsewhere = good;
        elsewhere.url.replace("ref=01", "ref=02");
        WebhookRequest bare = good;
        bare.headers.removeLast();
        for (const WebhookRequest &bad : {altered, elsewhere, bare, posted(good.body, "other")})
            QCOMPARE(m_twilio->verifyWebhook(bad, noon).error().code, ErrorCode::NotAllowed);
    }

    void withAnApiKeyAloneNothingCanBeVerified()
    {
        ProviderConfig config = workingConfig();
        config.settings.insert(u"apiKeySid"_s, u"SK0123456789abcdef0123456789abcdef"_s);
        config.secrets = {{u"apiKeySecret"_s, u"secret"_s}};
        const auto twilio = make(config);
        QVERIFY(!twilio->capabilities().hasWebhook);
        QVERIFY(!twilio->verifyWebhook(posted("MessageSid=1", ""), noon));
    }

    void aStatusNamesOurReference()
    {
        const auto events = m_twilio->webhook(
            posted("MessageSid=" + sid.toLatin1() + "&MessageStatus=undelivered&ErrorCode=30005"), noon);
        QVERIFY(events);
        QCOMPARE(events->answerStatus, 204);
        QCOMPARE(events->statuses.size(), 1);
        const StatusReport &report = events->statuses.first();
        QCOMPARE(report.providerMessageId, sid);
        QCOMPARE(report.reference, u"01JD0000000000000000000000"_s);
        QCOMPARE(report.state, MessageState::Undelivered);
        QCOMPARE(report.reason, RejectReason::Recipient);
    }

    void aMessageComesWithItsPictures()
    {
        const auto events = m_twilio->webhook(
            posted("MessageSid=MM11111111111111111111111111111111&From=%2B15005550010&To=%2B15005550006"
                   "&Body=Look&NumMedia=2&MediaUrl0=https%3A%2F%2Fm.example%2F0&MediaUrl1="
                   "https%3A%2F%2Fm.example%2F1"),
            noon);
        QVERIFY(events);
        QCOMPARE(events->answerType, "text/xml"_ba);
        QCOMPARE(events->inbound.size(), 1);
        QCOMPARE(events->inbound.first().from, u"+15005550010"_s);
        QCOMPARE(events->inbound.first().media, QStringList({u"https://m.example/0"_s, u"https://m.example/1"_s}));
    }

    void whatIsNeitherIsNotRead()
    {
        QCOMPARE(m_twilio->webhook(posted("CallSid=CA1"), noon).error().code, ErrorCode::InvalidInput);
        QCOMPARE(m_twilio->webhook(posted({}), noon).error().code, ErrorCode::InvalidInput);
    }

    void aSendAsksForStatusesWhereAWebhookIsKnown()
    {
        ProviderConfig config = workingConfig();
        config.settings.insert(u"webhookUrl"_s, u"https://hooks.example.net/twilio"_s);
        SendRequest message;
        message.reference = u"01JD0000000000000000000000"_s;
        const auto form = providers::formDecoded(make(config)->sendRequest(message).body);
        QCOMPARE(providers::value(form, u"StatusCallback"), QString::fromLatin1(m_url));
        QVERIFY(
            providers::value(providers::formDecoded(m_twilio->sendRequest(message).body), u"StatusCallback").isNull());
        config.settings.insert(u"webhookUrl"_s, u"http://hooks.example.net/"_s);
        QCOMPARE(providers::Factory().problems(config).first().reason, u"insecure"_s);
    }
};

QTEST_APPLESS_MAIN(TwilioWebhookTest)
#include "tst_twiliowebhook.moc"
