#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// heliographctl where something is wrong: it says so and ends.
class ControlTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    struct Ended
    {
        int code = -1; ///< -1: it did not end
        QString said;
    };

    [[nodiscard]] Ended run(const QStringList &arguments, const QString &passphrase) const
    {
        QProcess process;
        QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
        env.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
        env.remove(u"HELIOGRAPH_PASSPHRASE"_s);
        if (!passphrase.isEmpty())
            env.insert(u"HELIOGRAPH_PASSPHRASE"_s, passphrase);
        process.setProcessEnvironment(env);
        process.start(QStringLiteral(HELIOGRAPH_BIN_DIR "/heliographctl"), arguments);
        process.closeWriteChannel();
        if (!process.waitForFinished(20'000)) {
            process.kill();
            process.waitForFinished();
            return {};
        }
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardError())};
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(run({u"-w"_s, path(u"w"_s), u"init"_s, u"--name"_s, u"A"_s, u"--country"_s, u"US"_s, u"--timezone"_s,
                      u"America/New_York"_s},
                     u"right"_s)
                     .code,
                 0);
        QFile file(path(u"text"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no database") > 0);
    }

    void whatDoesNotOpenEndsWithItsReason_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("passphrase");
        QTest::addColumn<QString>("command");
        QTest::addColumn<int>("code");
        for (const QString &command : {u"health"_s, u"run"_s, u"verify"_s}) {
            const QByteArray name = command.toUtf8();
            QTest::addRow("%s, missing", name.constData()) << u"nothing"_s << u"right"_s << command << 1;
            QTest::addRow("%s, no database", name.constData()) << u"text"_s << u"right"_s << command << 1;
            QTest::addRow("%s, wrong passphrase", name.constData()) << u"w"_s << u"wrong"_s << command << 1;
            // The pages can be checked without a key.
            QTest::addRow("%s, no passphrase", name.constData())
                << u"w"_s << QString() << command << (command == u"verify" ? 0 : 1);
        }
        QTest::newRow("health, right") << u"w"_s << u"right"_s << u"health"_s << 0;
        QTest::newRow("verify, right") << u"w"_s << u"right"_s << u"verify"_s << 0;
    }
    void whatDoesNotOpenEndsWithItsReason()
    {
        QFETCH(QString, file);
        QFETCH(QString, passphrase);
        QFETCH(QString, command);
        QFETCH(int, code);
        const Ended ended = run({u"-w"_s, path(file), command}, passphrase);
        QCOMPARE(ended.code, code);
        QCOMPARE(ended.said.isEmpty(), code == 0);
    }
};

QTEST_GUILESS_MAIN(ControlTest)
#include "tst_control.moc"
