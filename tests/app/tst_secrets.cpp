#include "app/programs.h"
#include "app/secretservice.h"
#include "platform/keystore/keystores.h"

#include <QDirIterator>
#include <QTest>

#include <sys/resource.h>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

const QByteArray planted = "5ec3e7f00dfacade5ec3e7f00dfacade";
const QByteArray account = "AC00000000000000000000000000000001";

/// The shapes in which a secret could lie about.
QList<QByteArray> shapesOf(const QByteArray &secret)
{
    const QString text = QString::fromLatin1(secret);
    return {secret,
            secret.toUpper(),
            secret.toHex(),
            QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2),
            secret.toBase64(QByteArray::OmitTrailingEquals).chopped(1),
            (account + ':' + secret).toBase64(QByteArray::OmitTrailingEquals).chopped(1)};
}

/// The files below the folder that hold the secret in some shape.
QStringList filesWith(const QString &folder, const QByteArray &secret)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray content = file.readAll();
        for (const QByteArray &shape : shapesOf(secret))
            if (content.contains(shape)) {
                found << file.fileName();
                break;
            }
    }
    return found;
}

} // namespace

/// What a key store is told stays there: on a desktop with the Secret Service, and where there is none.
class SecretsTest : public QObject
{
    Q_OBJECT

    SecretService m_service;

    /// A campaign sent, questions asked, a backup made, a crash: everything that writes something somewhere.
    void useEverything(apptest::Programs &programs)
    {
        const QString problem = programs.prepare();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QString errors;
        const auto control = [&](const QStringList &arguments, int expected = 0) {
            const auto ended = programs.control(arguments);
            errors += ended.said;
            QVERIFY2(ended.code == expected, qPrintable(arguments.join(u' ') + u": "_s + ended.said));
        };
        control({u"run"_s, u"--until-idle"_s});
        QCOMPARE(programs.accepted().size(), 20); // so the account was known
        control({u"provider"_s, u"list"_s});
        control({u"provider"_s, u"test"_s, u"Sim"_s});
        control({u"messages"_s, u"list"_s, u"--campaign"_s, u"Kill"_s});
        control({u"health"_s});
        control({u"verify"_s});
        // A described gateway: its parameters name secrets of their own, which are no fields of its kind.
        const auto added = programs.control(
            {u"provider"_s, u"add"_s, u"http"_s, u"--name"_s, u"Gate"_s, u"--url"_s,
             programs.simulatorUrl() + u"/http/send"_s, u"--parameters"_s,
             u"apikey={secret:secret}"_s, u"--parameters"_s, u"partner={secret:partnerKey}"_s, u"--allow-plain-http"_s, u"true"_s},
            "secret=" + planted + "\npartnerKey=" + planted + '\n');
        errors += added.said;
        QVERIFY2(added.code == 0, qPrintable(added.said));
        control({u"provider"_s, u"list"_s});
        control({u"provider"_s, u"export-preset"_s, u"Gate"_s, programs.path(u"gate.json"_s)});
        QVERIFY(QFile::exists(programs.path(u"gate.json"_s)));
        control({u"backup"_s, programs.path(u"backup.heliograph"_s)});
        control({u"provider"_s, u"add"_s, u"twilio"_s, u"--account-sid"_s, u"no SID"_s}, 2); // no secret on its input

        QProcess crashing;
        crashing.setProcessEnvironment(programs.environment());
        crashing.setWorkingDirectory(programs.folder());
        crashing.setChildProcessModifier([] {
            const rlimit unlimited{RLIM_INFINITY, RLIM_INFINITY};
            setrlimit(RLIMIT_CORE, &unlimited);
        });
        crashing.start(apptest::Programs::program(u"heliographctl"_s),
                       {u"-w"_s, programs.path(u"w.heliograph"_s), u"run"_s});
        QVERIFY(crashing.waitForStarted());
        QTest::qWait(500); // until the secrets are in its memory; whenever it is, nothing may lie about
        ::kill(pid_t(crashing.processId()), SIGABRT);
        QVERIFY(crashing.waitForFinished());
        errors += QString::fromUtf8(crashing.readAllStandardError());

        for (const QByteArray &shape : shapesOf(planted)) {
            QVERIFY(!programs.saidInAll().contains(shape));
            QVERIFY(!errors.toUtf8().contains(shape));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_service.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_service.address().toLatin1());
    }

    void theGrepFindsWhatLiesAbout()
    {
        QTemporaryDir folder;
        int i = 0;
        for (const QByteArray &shape : shapesOf(planted)) {
            QFile file(folder.filePath(QString::number(++i)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("before" + shape + "after");
        }
        QCOMPARE(filesWith(folder.path(), planted).size(), i);
    }

    void theSecretServiceKeepsChangesAndForgets()
    {
        platform::SystemKeyStore store;
        const auto write = [&](const QString &key, const QByteArray &value) {
            std::optional<domain::Result<void>> answer;
            store.write(key, value, [&](domain::Result<void> result) { answer = std::move(result); });
            return QTest::qWaitFor([&] { return answer.has_value(); }) && answer->has_value();
        };
        const auto read = [&](const QString &key) {
            std::optional<domain::Result<QByteArray>> answer;
            store.read(key, [&](domain::Result<QByteArray> result) { answer = std::move(result); });
            return QTest::qWaitFor([&] { return answer.has_value(); })
                       ? *answer
                       : domain::fail(domain::ErrorCode::Internal, u"no answer"_s);
        };
        const QString one = u"heliograph/u1/provider/1/authToken"_s;
        const QString other = u"heliograph/u2/provider/1/authToken"_s;
        QVERIFY(!read(one));
        QCOMPARE(read(one).error().code, domain::ErrorCode::NotFound);
        const QByteArray binary = QByteArray("\x00\x01\xff b\n", 6) + QByteArray(3'000, 'k');
        QVERIFY(write(one, binary));
        QVERIFY(write(other, "a workspace of its own"));
        QCOMPARE(read(one).value_or(QByteArray()), binary);
        QVERIFY(write(one, "changed"));
        QCOMPARE(read(one).value_or(QByteArray()), "changed"_ba);
        QCOMPARE(read(other).value_or(QByteArray()), "a workspace of its own"_ba);
        for (int i = 0; i < 2; ++i) { // removing what is not there succeeds too
            std::optional<domain::Result<void>> removed;
            store.remove(one, [&](domain::Result<void> result) { removed = std::move(result); });
            QTRY_VERIFY(removed);
            QVERIFY(removed->has_value());
        }
        QCOMPARE(read(one).error().code, domain::ErrorCode::NotFound);
        QVERIFY(read(other));
    }

    void withASecretServiceNothingLiesAbout()
    {
        apptest::Plan plan;
        plan.recipients = 20;
        plan.network = {u"--delivery"_s, u"0"_s, u"--account"_s, QString::fromLatin1(account + ':' + planted)};
        plan.token = planted;
        plan.sessionBus = m_service.address();
        apptest::Programs programs(plan);
        useEverything(programs);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(!QFile::exists(programs.path(u"w.heliograph.keys"_s))); // the key store has them
        QCOMPARE(filesWith(programs.folder(), planted).join(u' '), QString());
        QCOMPARE(filesWith(m_service.folder(), planted),
                 QStringList()); // which keeps them under the desktop's password
    }

    void withoutOneNothingLiesAboutEither()
    {
        apptest::Plan plan;
        plan.recipients = 20;
        plan.network = {u"--delivery"_s, u"0"_s, u"--account"_s, QString::fromLatin1(account + ':' + planted)};
        plan.token = planted;
        apptest::Programs programs(plan);
        useEverything(programs);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(QFile::exists(programs.path(u"w.heliograph.keys"_s)));
        QCOMPARE(filesWith(programs.folder(), planted).join(u' '), QString());
    }
};

QTEST_GUILESS_MAIN(SecretsTest)
#include "tst_secrets.moc"
