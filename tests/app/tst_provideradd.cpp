#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// `heliographctl provider add` for every kind, from its fields.
class ProviderAddTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    struct Ended
    {
        int code = -1; ///< -1: it did not end
        QByteArray out;
        QString said;
    };

    [[nodiscard]] Ended run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
        env.remove(u"DBUS_SESSION_BUS_ADDRESS"_s); // no key store: the file sealed with the passphrase
        env.insert(u"HELIOGRAPH_PASSPHRASE"_s, u"add"_s);
        for (const QString &name : {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s})
            env.insert(name, m_folder.path());
        process.setProcessEnvironment(env);
        process.start(QStringLiteral(HELIOGRAPH_BIN_DIR "/heliographctl"), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), QString::fromUtf8(process.readAllStandardError())};
    }
    [[nodiscard]] QStringList with(const QStringList &words) const
    {
        return QStringList{u"--json"_s, u"-w"_s, m_folder.filePath(u"w"_s)} + words;
    }
    [[nodiscard]] QJsonObject provider(const QString &name) const
    {
        for (const QJsonValue &row : QJsonDocument::fromJson(run(with({u"provider"_s, u"list"_s})).out).array())
            if (row["name"_L1].toString() == name)
                return row.toObject();
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(
            run(with({u"init"_s, u"--name"_s, u"A"_s, u"--country"_s, u"US"_s, u"--timezone"_s, u"America/New_York"_s}))
                .code,
            0);
    }

    void everyKindIsAddedFromItsFields_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("secrets");
        QTest::addColumn<QJsonObject>("settings");
        QTest::addColumn<QStringList>("kept"); // names of the secrets
        const QString sid = u"AC00000000000000000000000000000001"_s;
        const QString key = u"SK00000000000000000000000000000001"_s;
        const QString service = u"MG00000000000000000000000000000001"_s;
        QTest::newRow("twilio") << QStringList{u"twilio"_s, u"--account-sid"_s, sid, u"--from"_s, u"+15005550006"_s}
                                << "0123456789abcdef\n"_ba
                                << QJsonObject{{u"accountSid"_s, sid}, {u"from"_s, u"+15005550006"_s}}
                                << QStringList{u"authToken"_s};
        QTest::newRow("twilio with a key and a service, as spelt before")
            << QStringList{u"twilio"_s, u"--account-sid="_s + sid, u"--messaging-service"_s,
                           service,     u"--api-key-sid"_s,        key}
            << "secret of the key"_ba
            << QJsonObject{{u"accountSid"_s, sid}, {u"messagingServiceSid"_s, service}, {u"apiKeySid"_s, key}}
            << QStringList{u"apiKeySecret"_s};
        QTest::newRow("twilio with a key and its token for webhooks")
            << QStringList{u"twilio"_s, u"--account-sid"_s, sid, u"--from"_s, u"Shop"_s, u"--api-key-sid"_s, key}
            << "secret of the key\ntoken\n"_ba
            << QJsonObject{{u"accountSid"_s, sid}, {u"from"_s, u"Shop"_s}, {u"apiKeySid"_s, key}}
            << QStringList{u"apiKeySecret"_s, u"authToken"_s};
        QTest::newRow("messagebird") << QStringList{u"messagebird"_s, u"--from"_s, u"ACME"_s, u"--base-url"_s,
                                                    u"http://127.0.0.1:1/messagebird"_s}
                                     << "\n  test_gshuPaZoeEG6ovbc8M79w0QyM  \n\nsigning\n"_ba
                                     << QJsonObject{{u"from"_s, u"ACME"_s},
                                                    {u"baseUrl"_s, u"http://127.0.0.1:1/messagebird"_s}}
                                     << QStringList{u"accessKey"_s, u"signingKey"_s};
        QTest::newRow("bird, by name") << QStringList{u"bird"_s, u"--from"_s, u"ACME"_s}
                                       << "webhook-secret=whsec_MDEyMzQ1Njc4OWFiY2RlZg==\napiKey=bk_eu1_abc\n"_ba
                                       << QJsonObject{{u"from"_s, u"ACME"_s}}
                                       << QStringList{u"apiKey"_s, u"webhookSecret"_s};
        QTest::newRow("vonage") << QStringList{u"vonage"_s, u"--api-key"_s,          u"abcd1234"_s,
                                               u"--from"_s, u"+14155550101"_s,       u"--sign-requests"_s,
                                               u"yes"_s,    u"--signature-method"_s, u"sha512"_s}
                                << "secret\nsignature\n"_ba
                                << QJsonObject{{u"apiKey"_s, u"abcd1234"_s},
                                               {u"from"_s, u"+14155550101"_s},
                                               {u"signRequests"_s, true},
                                               {u"signatureMethod"_s, u"sha512"_s}}
                                << QStringList{u"apiSecret"_s, u"signatureSecret"_s};
    }
    void everyKindIsAddedFromItsFields()
    {
        QFETCH(const QStringList, words);
        QFETCH(const QByteArray, secrets);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const Ended ended =
            run(with(QStringList{u"provider"_s, u"add"_s} + words + QStringList{u"--name"_s, name}), secrets);
        QVERIFY2(ended.code == 0, qPrintable(ended.said));
        const QJsonObject row = provider(name);
        QCOMPARE(row["kind"_L1].toString(), words.constFirst());
        QJsonObject settings = row["settings"_L1].toObject();
        QTEST(settings.take("secretNames"_L1).toVariant().toStringList(), "kept");
        QTEST(settings, "settings");
    }

    void whatDoesNotFitIsSaid_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("secrets");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("word");
        const QStringList bird{u"bird"_s, u"--from"_s, u"ACME"_s};
        QTest::newRow("no such kind") << QStringList{u"pigeon"_s} << ""_ba << 2 << u"twilio"_s;
        QTest::newRow("no secret") << bird << ""_ba << 2 << u"api-key"_s;
        QTest::newRow("too many secrets") << bird << "bk_eu1_abc\nwhsec_AAAA\nmore\n"_ba << 2 << u"more lines"_s;
        QTest::newRow("another kind's setting")
            << bird + QStringList{u"--account-sid"_s, u"AC1"_s} << "bk_eu1_abc\n"_ba << 2 << u"--account-sid"_s;
        QTest::newRow("no setting at all") << bird + QStringList{u"--nest"_s, u"1"_s} << ""_ba << 2 << u"--nest"_s;
        QTest::newRow("secret of a wrong form") << bird << "live_abc\n"_ba << 1 << u"apiKey"_s;
        QTest::newRow("yes or no") << QStringList{u"vonage"_s, u"--sign-requests"_s, u"perhaps"_s} << ""_ba << 2
                                   << u"yes or no"_s;
        QTest::newRow("rate") << bird + QStringList{u"--rate"_s, u"fast"_s} << ""_ba << 2 << u"--rate"_s;
    }
    void whatDoesNotFitIsSaid()
    {
        QFETCH(const QStringList, words);
        QFETCH(const QByteArray, secrets);
        QFETCH(const QString, word);
        const Ended ended = run(with(QStringList{u"provider"_s, u"add"_s} + words), secrets);
        QVERIFY2(ended.said.contains(word), qPrintable(ended.said));
        QTEST(ended.code, "code");
    }

    void kindsAndTheirFieldsAreListedWithoutAWorkspace()
    {
        const Ended list = run({u"--json"_s, u"provider"_s, u"kinds"_s});
        QCOMPARE(list.code, 0);
        QStringList kinds;
        for (const QJsonValue &row : QJsonDocument::fromJson(list.out).array())
            kinds << row["kind"_L1].toString();
        for (const QString &kind : {u"twilio"_s, u"messagebird"_s, u"bird"_s, u"vonage"_s})
            QVERIFY2(kinds.contains(kind), qPrintable(kind));
        const Ended help = run({u"provider"_s, u"add"_s, u"vonage"_s, u"--help"_s});
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.contains("--signature-method md5hash|md5|sha1|sha256|sha512"));
        QVERIFY(help.out.contains("api-secret  on standard input  (required)"));
        QVERIFY(!help.out.contains("--account-sid"));
    }
};

QTEST_GUILESS_MAIN(ProviderAddTest)
#include "tst_provideradd.moc"
