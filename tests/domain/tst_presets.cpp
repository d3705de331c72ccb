#include "domain/provider/frappesettings.h"
#include "domain/provider/preset.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

/// Accounts as files: without a secret, and from other programs.
class PresetsTest : public QObject
{
    Q_OBJECT

    static ProviderPreset preset()
    {
        return {
            u"http"_s,
            u"Example"_s,
            {{u"url"_s, u"https://sms.example.net/"_s}, {u"headers"_s, QJsonObject{{u"X-Key"_s, u"{secret:key}"_s}}}},
            {u"key"_s},
            5,
            2};
    }

private Q_SLOTS:
    void aPresetComesBackAsItWas()
    {
        const auto document = presetDocument(preset(), {u"very secret"_s});
        QVERIFY(document);
        const auto read = presetFrom(*document);
        QVERIFY(read);
        QVERIFY(*read == preset());
    }

    void aSecretNeverLeavesInAPreset()
    {
        ProviderPreset careless = preset();
        careless.settings.insert(u"parameters"_s, QJsonObject{{u"list"_s, QJsonArray{u"a"_s, u"x s3cret y"_s}}});
        const auto document = presetDocument(careless, {u"s3cret"_s});
        QVERIFY(!document);
        QCOMPARE(document.error().place, u"settings.parameters.list[1]"_s);
    }

    void whatIsWrongInAPresetIsNamed_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *text, const char *place) {
            QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(place);
        };
        row("no JSON", "{\n \"format\" 1}", "line 2, column 12");
        row("something else", "{\"a\":1}", "format");
        row("newer", "{\"format\":\"heliograph-provider\",\"version\":2}", "version");
        row("unknown", "{\"format\":\"heliograph-provider\",\"version\":1,\"token\":\"abc\"}", "token");
        row("no kind", "{\"format\":\"heliograph-provider\",\"version\":1,\"name\":\"a\",\"settings\":{}}", "kind");
        row("no settings", "{\"format\":\"heliograph-provider\",\"version\":1,\"name\":\"a\",\"kind\":\"http\"}",
            "settings");
        row("a secret's value",
            "{\"format\":\"heliograph-provider\",\"version\":1,\"name\":\"a\",\"kind\":\"http\",\"settings\":{},"
            "\"secrets\":[{\"key\":\"abc\"}]}",
            "secrets[0]");
        row("a rate",
            "{\"format\":\"heliograph-provider\",\"version\":1,\"name\":\"a\",\"kind\":\"http\",\"settings\":{},"
            "\"ratePerSecond\":-1}",
            "ratePerSecond");
    }

    void whatIsWrongInAPresetIsNamed()
    {
        QFETCH(const QByteArray, document);
        const auto read = presetFrom(document);
        QVERIFY(!read);
        QTEST(read.error().place, "place");
    }

    void frappeSettingsBecomeAnAccountWithItsSecretsApart()
    {
        const auto made = frappeSettingsFrom(
            "{\"data\": {\"doctype\": \"SMS Settings\","
            "\"sms_gateway_url\": \"https://sms.example.net/send?v=2&token=t0ken\", \"message_parameter\": \"msg\","
            "\"receiver_parameter\": \"mobiles\", \"sms_sender_name\": \"ACME\", \"use_post\": 1, \"parameters\": ["
            "{\"parameter\": \"authkey\", \"value\": \"abc123\", \"header\": 0},"
            "{\"parameter\": \"route\", \"value\": \"{4}\", \"header\": 0},"
            "{\"parameter\": \"Authorization\", \"value\": \"Bearer xyz\", \"header\": 1}]}}");
        QVERIFY(made);
        const QJsonObject &settings = made->preset.settings;
        QCOMPARE(made->preset.kind, u"http"_s);
        QCOMPARE(settings[u"url"].toString(), u"https://sms.example.net/send?v=2&token={secret:token}"_s);
        QCOMPARE(settings[u"bodyFormat"].toString(), u"form"_s);
        QCOMPARE(settings[u"receiverParameter"].toString(), u"mobiles"_s);
        QCOMPARE(settings[u"messageParameter"].toString(), u"msg"_s);
        QCOMPARE(settings[u"parameters"],
                 (QJsonValue(QJsonObject{{u"authkey"_s, u"{secret:authkey}"_s}, {u"route"_s, u"{{4}}"_s}})));
        QCOMPARE(settings[u"headers"][u"Authorization"].toString(), u"Bearer {secret:authorization}"_s);
        QCOMPARE(settings[u"headers"][u"Accept"].toString(), u"text/plain, text/html, */*"_s);
        QCOMPARE(made->secrets,
                 (QHash<QString, QString>{
                     {u"authkey"_s, u"abc123"_s}, {u"authorization"_s, u"xyz"_s}, {u"token"_s, u"t0ken"_s}}));
        QVERIFY(presetDocument(made->preset, made->secrets.values()));
        QCOMPARE(made->warnings, QStringList{u"no_receipts"_s});
    }

    void frappeSettingsChooseTheirFormat_data()
    {
        QTest::addColumn<QByteArray>("extra");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("method");
        QTest::newRow("query") << QByteArray("\"use_post\":0") << u"query"_s << u"GET"_s;
        QTest::newRow("form") << QByteArray("\"use_post\":1") << u"form"_s << u"POST"_s;
        QTest::newRow("JSON") << QByteArray("\"use_post\":1,\"parameters\":[{\"parameter\":\"Content-Type\",\"value\":"
                                            "\"application/json\",\"header\":1}]")
                              << u"json"_s << u"POST"_s;
    }

    void frappeSettingsChooseTheirFormat()
    {
        QFETCH(const QByteArray, extra);
        const auto made = frappeSettingsFrom("{\"sms_gateway_url\":\"http://gw.example.net/"
                                             "\",\"message_parameter\":\"m\",\"receiver_parameter\":\"r\"," +
                                             extra + '}');
        QVERIFY(made);
        QTEST(made->preset.settings[u"bodyFormat"].toString(), "format");
        QTEST(made->preset.settings[u"method"].toString(), "method");
        QVERIFY(made->warnings.contains(u"insecure"_s));
    }

    void whatIsMissingInFrappeSettingsIsNamed()
    {
        const QByteArray noMessage = "{\"sms_gateway_url\":\"https://a.example/\"}";
        QCOMPARE(frappeSettingsFrom(noMessage).error().place, u"message_parameter"_s);
        const QByteArray noUrl =
            "{\"sms_gateway_url\":\"mailto:a\",\"message_parameter\":\"m\",\"receiver_parameter\":\"r\"}";
        QCOMPARE(frappeSettingsFrom(noUrl).error().place, u"sms_gateway_url"_s);
        QVERIFY(!frappeSettingsFrom("nonsense"));
    }
};

QTEST_APPLESS_MAIN(PresetsTest)
#include "tst_presets.moc"
