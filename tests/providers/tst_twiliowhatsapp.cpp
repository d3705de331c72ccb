#include "twiliofixture.h"

#include "providers/encoding.h"

#include <QTest>

using namespace fixture;

/// WhatsApp through Twilio: its addresses, its templates, its sender.
class TwilioWhatsAppTest : public QObject
{
    Q_OBJECT

    static ProviderConfig config(const QJsonObject &change = {})
    {
        ProviderConfig config = workingConfig();
        config.settings.insert(u"whatsAppFrom"_s, u"+14155238886"_s);
        for (auto it = change.begin(); it != change.end(); ++it)
            config.settings.insert(it.key(), *it);
        return config;
    }

    static SendRequest message(Channel channel = Channel::WhatsApp)
    {
        SendRequest message;
        message.channel = channel;
        message.to = u"+15005550010"_s;
        message.body = u"hello"_s;
        return message;
    }

private Q_SLOTS:
    void channelsAreThoseThatHaveASender()
    {
        QCOMPARE(make(workingConfig())->capabilities().channels, QList<Channel>{Channel::Sms});
        QCOMPARE(make(config())->capabilities().channels, (QList<Channel>{Channel::Sms, Channel::WhatsApp}));
        const auto alone = make(config({{u"from"_s, QString()}}));
        QVERIFY(alone);
        QCOMPARE(alone->capabilities().channels, QList<Channel>{Channel::WhatsApp});
        QVERIFY(!make(config({{u"whatsAppFrom"_s, u"ACME"_s}})));
    }

    void bothAddressesBearTheChannel()
    {
        const auto form = providers::formDecoded(make(config())->sendRequest(message()).body);
        QCOMPARE(providers::value(form, u"To"), u"whatsapp:+15005550010"_s);
        QCOMPARE(providers::value(form, u"From"), u"whatsapp:+14155238886"_s);
        QCOMPARE(providers::value(form, u"Body"), u"hello"_s);
        QVERIFY(providers::value(form, u"MessagingServiceSid").isNull());
        const auto sms = providers::formDecoded(make(config())->sendRequest(message(Channel::Sms)).body);
        QCOMPARE(providers::value(sms, u"To"), u"+15005550010"_s);
        QCOMPARE(providers::value(sms, u"From"), u"+15005550006"_s);
    }

    void aRoutesSenderTakesItsPlace_data()
    {
        QTest::addColumn<QString>("sender");
        QTest::addColumn<QString>("from");
        QTest::newRow("number") << u"+15005550007"_s << u"whatsapp:+15005550007"_s;
        QTest::newRow("with its channel") << u"whatsapp:+15005550007"_s << u"whatsapp:+15005550007"_s;
    }

    void aRoutesSenderTakesItsPlace()
    {
        QFETCH(const QString, sender);
        SendRequest request = message();
        request.sender = sender;
        QTEST(providers::value(providers::formDecoded(make(config())->sendRequest(request).body), u"From"), "from");
    }

    void anApprovedTemplateGoesByItsIdAndVariables()
    {
        SendRequest request = message();
        request.providerTemplate = TemplateUse{};
        request.providerTemplate->name = u"HX00000000000000000000000000000001"_s;
        request.providerTemplate->bodyParameters = {u"Ann \"A\""_s, u"12:30"_s};
        const auto form = providers::formDecoded(make(config())->sendRequest(request).body);
        QCOMPARE(providers::value(form, u"ContentSid"), request.providerTemplate->name);
        QCOMPARE(providers::value(form, u"ContentVariables"), u"{\"1\":\"Ann \\\"A\\\"\",\"2\":\"12:30\"}"_s);
        QVERIFY(providers::value(form, u"Body").isNull());
    }

    void aDoubtIsLookedForInItsChannel()
    {
        const auto provider = make(config());
        Doubt doubt{{}, u"+15005550010"_s, {}, u"hello"_s, noon, Channel::WhatsApp};
        QVERIFY(provider->doubtRequest(doubt).url.contains("To=whatsapp%3A%2B15005550010"));
        const auto look = [&](const QString &prefix) {
            const QJsonObject one = row({{u"to"_s, prefix + u"+15005550010"_s},
                                         {u"from"_s, prefix + u"+14155238886"_s},
                                         {u"body"_s, u"hello"_s},
                                         {u"date_created"_s, rfc2822(noon)}});
            const QJsonObject page{{u"messages"_s, QJsonArray{one}}, {u"next_page_uri"_s, QJsonValue::Null}};
            return provider->evidence(doubt, {answer(200, QJsonDocument(page).toJson())}, {});
        };
        QVERIFY(std::holds_alternative<Found>(look(u"whatsapp:"_s)));
        QVERIFY(std::holds_alternative<Absent>(look(QString())));
    }
};

QTEST_APPLESS_MAIN(TwilioWhatsAppTest)
#include "tst_twiliowhatsapp.moc"
