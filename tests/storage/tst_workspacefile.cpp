#include "storage/core/workspacefile.h"

#include <QFile>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using storage::Connection;
using storage::Migration;
using storage::WorkspaceFile;
using storage::WorkspaceSettings;

namespace {

const QByteArray key(32, 'k');
const WorkspaceSettings settings{u"4d2c"_s, u"Käse & Co"_s, u"DE"_s, u"Europe/Berlin"_s, u"EUR"_s, true};
constexpr auto readWrite = Connection::Access::ReadWrite;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void patch(const QString &path, qint64 offset, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(offset);
    file.write(bytes);
}

// Runs `work` in a process of its own, whose rights and limits may be changed; its answer is the exit status.
template <class Work>
int inChild(Work work)
{
    const pid_t child = fork();
    if (child == 0)
        _exit(work());
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int codeOf(const domain::Result<WorkspaceFile> &result) { return result ? 99 : static_cast<int>(result.error().code); }

// The system's list of locks, whole: what it says while others come and go can have holes and doubles.
QByteArray allLocks()
{
    QByteArray locks = bytesOf(u"/proc/locks"_s);
    for (int i = 0; i < 100; ++i)
        if (const QByteArray again = bytesOf(u"/proc/locks"_s); again == locks)
            break;
        else
            locks = again;
    return locks;
}

// The locks this process holds on the file.
int locksOn(const QString &path)
{
    struct stat file = {};
    if (stat(path.toUtf8().constData(), &file) != 0)
        return 0;
    const QByteArray owner = QByteArray::number(getpid());
    const QByteArray inode = ':' + QByteArray::number(static_cast<quint64>(file.st_ino));
    int locks = 0;
    for (const QByteArray &line : allLocks().split('\n')) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        locks += fields.size() > 5 && fields[4] == owner && fields[5].endsWith(inode);
    }
    return locks;
}

QList<Migration> withFurther(const QString &sql)
{
    QList<Migration> migrations = storage::builtinMigrations();
    migrations.append({static_cast<int>(migrations.size()) + 1, sql});
    return migrations;
}

} // namespace

class WorkspaceFileTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    QString path() const { return m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction())); }
    QString made() const
    {
        const auto file = WorkspaceFile::create(path(), settings, key);
        return file ? path() : u"create failed: "_s + file.error().detail;
    }

private Q_SLOTS:
    void whatIsCreatedOpensAgain()
    {
        {
            auto file = WorkspaceFile::create(path(), settings, key);
            QVERIFY2(file, qPrintable(file ? QString() : file.error().detail));
            QCOMPARE(storage::schemaVersion(file->connection()).value(), storage::builtinMigrations().size());
            QCOMPARE(storage::readWorkspaceSettings(file->connection()).value(), settings);
        }
        QVERIFY(!QFile::exists(path() + u"-wal"_s));
        QVERIFY(!QFile::exists(path() + u".lock"_s));
        QCOMPARE(WorkspaceFile::peek(path()).value(), settings);
        auto file = WorkspaceFile::open(path(), key, readWrite);
        QVERIFY(file);
        QVERIFY(WorkspaceFile::verify(file->connection()));
        WorkspaceSettings changed{u"5"_s, u"b"_s, u"US"_s, u"America/New_York"_s, u"USD"_s, false};
        QVERIFY(storage::writeWorkspaceSettings(file->connection(), changed));
        QCOMPARE(storage::readWorkspaceSettings(file->connection()).value(), changed);
    }

    void anIdIsMadeWhereThereIsNone()
    {
        WorkspaceSettings without = settings;
        without.id.clear();
        QVERIFY(WorkspaceFile::create(path(), without, key));
        QCOMPARE(WorkspaceFile::peek(path()).value().id.size(), 36);
    }

    void aFileIsNeverReplaced()
    {
        const QString file = made();
        QCOMPARE(WorkspaceFile::create(file, settings, key).error().code, ErrorCode::Conflict);
        QVERIFY(WorkspaceFile::open(file, key, readWrite));
    }

    void aMissingFileOrFolderIsMissing()
    {
        QCOMPARE(WorkspaceFile::open(path(), key, readWrite).error().code, ErrorCode::FileMissing);
        QVERIFY(!QFile::exists(path()));
        QCOMPARE(WorkspaceFile::create(m_dir.filePath(u"no/such/file"_s), settings, key).error().code,
                 ErrorCode::FileMissing);
    }

    void whatIsNoDatabaseIsLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << "Dear customer, "_ba.repeated(1000);
        QTest::newRow("empty") << QByteArray();
    }
    void whatIsNoDatabaseIsLeftAlone()
    {
        QFETCH(QByteArray, bytes);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QCOMPARE(WorkspaceFile::open(path(), key, readWrite).error().code, ErrorCode::NotADatabase);
        QCOMPARE(bytesOf(path()), bytes);
    }

    // The program died between making the lock file and writing into it: whether long ago or at this moment.
    void anEmptyLockFileKeepsNobodyOut_data()
    {
        QTest::addColumn<int>("age");
        QTest::newRow("fresh") << 0;
        QTest::newRow("old") << 5;
    }
    void anEmptyLockFileKeepsNobodyOut()
    {
        QFETCH(const int, age);
        QFile::remove(path());
        QVERIFY(WorkspaceFile::create(path(), settings, key));
        QFile lock(path() + u".lock"_s);
        QVERIFY(lock.open(QIODevice::WriteOnly));
        QVERIFY(lock.setFileTime(QDateTime::currentDateTime().addSecs(-age), QFileDevice::FileModificationTime));
        lock.close();
        QVERIFY(WorkspaceFile::open(path(), key, readWrite));
    }

    void anEmptyLockFileThatIsAboutToBeWrittenIsAnothers()
    {
        QVERIFY(WorkspaceFile::create(path(), settings, key));
        const QString name = path() + u".lock"_s;
        QByteArray owner;
        {
            QLockFile model(name + u".model"_s);
            QVERIFY(model.tryLock(0));
            owner = bytesOf(name + u".model"_s);
        }
        QVERIFY(!owner.isEmpty());
        QFile lock(name);
        QVERIFY(lock.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const std::unique_ptr<QThread> writer(QThread::create([&] {
            QThread::msleep(300);
            lock.write(owner);
        }));
        writer->start();
        const auto opened = WorkspaceFile::open(path(), key, readWrite);
        writer->wait();
        QCOMPARE(opened.error().code, ErrorCode::FileBusy);
    }

    // Without its locks another program would think itself the last one and take the log away: what the engine writes
    // from then on would be lost.
    void aReaderBesideTheEngineLeavesTheEnginesLocks()
    {
        const auto engine = WorkspaceFile::create(path(), settings, key);
        QVERIFY(engine);
        const int before = locksOn(path());
        if (before == 0)
            QSKIP("this system does not tell its file locks");
        QVERIFY(WorkspaceFile::open(path(), key, Connection::Access::ReadOnly));
        QVERIFY(WorkspaceFile::peek(path()));
        QCOMPARE(locksOn(path()), before);
    }

    void anotherProgramsDatabaseIsNoWorkspace()
    {
        QVERIFY((*Connection::create(path()))->run(u"CREATE TABLE contact (id INTEGER)"_s));
        const QByteArray before = bytesOf(path());
        QCOMPARE(WorkspaceFile::open(path(), key, readWrite).error().code, ErrorCode::NotAWorkspace);
        QCOMPARE(bytesOf(path()), before);
    }

    void aNewerFileIsRefusedAndUnchanged()
    {
        const QString file = made();
        QVERIFY(WorkspaceFile::open(file, key, readWrite, withFurther(u"CREATE TABLE later (id INTEGER) STRICT;"_s)));
        const QByteArray before = bytesOf(file);
        const auto opened = WorkspaceFile::open(file, key, readWrite);
        QCOMPARE(opened.error().code, ErrorCode::NewerVersion);
        QCOMPARE(opened.error().place, file);
        QCOMPARE(bytesOf(file), before);
        QVERIFY(!QFile::exists(file + u".lock"_s));
    }

    void anotherKeyIsToldFromDamage()
    {
        const QString file = made();
        const QByteArray before = bytesOf(file);
        QCOMPARE(WorkspaceFile::open(file, QByteArray(32, 'x'), readWrite).error().code, ErrorCode::WrongPassphrase);
        QCOMPARE(WorkspaceFile::open(file, QByteArray(5, 'k'), readWrite).error().code, ErrorCode::WrongPassphrase);
        QCOMPARE(bytesOf(file), before);
    }

    void damageIsFound_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("the first page's list of tables") << 0;
        QTest::newRow("a table's first page") << 1;
        QTest::newRow("cut in half") << 2;
        QTest::newRow("the header alone") << 3;
    }
    void damageIsFound()
    {
        QFETCH(int, kind);
        const QString file = m_dir.filePath(u"damaged%1"_s.arg(kind));
        qint64 root = 0;
        {
            auto created = WorkspaceFile::create(file, settings, key);
            QVERIFY(created);
            auto &s = created->connection().statement("SELECT rootpage FROM sqlite_schema WHERE name = 'message'");
            QVERIFY(s.next());
            root = s.integer(0);
            s.finish();
        }
        const qint64 size = QFile(file).size();
        switch (kind) {
        case 0:
            patch(file, 100, QByteArray(3000, '\x5a'));
            break;
        case 1:
            patch(file, (root - 1) * 4096, QByteArray(4096, '\x5a'));
            break;
        case 2:
            QVERIFY(QFile::resize(file, size / 2));
            break;
        default:
            QVERIFY(QFile::resize(file, 60));
        }
        const QByteArray before = bytesOf(file);
        const auto opened = WorkspaceFile::open(file, key, readWrite);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Damaged);
        QCOMPARE(bytesOf(file), before);
    }

    void missingRightsAreNamed()
    {
        const QString file = made();
        QVERIFY(QFile::setPermissions(m_dir.path(), QFile::Permissions(0x7755)));
        const auto openAsNobody = [&] {
            if (getuid() == 0 && (setresgid(65534, 65534, 65534) != 0 || setresuid(65534, 65534, 65534) != 0))
                return 98;
            return codeOf(WorkspaceFile::open(file, key, readWrite));
        };
        QVERIFY(QFile::setPermissions(file, QFile::Permissions()));
        QCOMPARE(inChild(openAsNobody), static_cast<int>(ErrorCode::FileNotReadable));
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::ReadOther));
        QCOMPARE(inChild(openAsNobody), static_cast<int>(ErrorCode::FileNotWritable));
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(WorkspaceFile::open(file, key, readWrite));
    }

    void oneEngineForEachFile()
    {
        auto first = WorkspaceFile::create(path(), settings, key);
        QVERIFY(first);
        QVERIFY(QFile::link(path(), path() + u"-link"_s));
        for (const QString &name : {path(), path() + u"-link"_s})
            QCOMPARE(inChild([&] { return codeOf(WorkspaceFile::open(name, key, readWrite)); }),
                     static_cast<int>(ErrorCode::FileBusy));
        QVERIFY(WorkspaceFile::open(path(), key, Connection::Access::ReadOnly)); // a reader beside it
        QVERIFY(WorkspaceFile::peek(path()));
        first = tl::unexpected(domain::Error{});
        QVERIFY(WorkspaceFile::open(path(), key, readWrite));
    }

    void theLockOfAKilledEngineIsNoObstacle()
    {
        const QString file = made();
        const pid_t child = fork();
        if (child == 0) {
            const auto opened = WorkspaceFile::open(file, key, readWrite);
            raise(SIGKILL);
        }
        int status = 0;
        waitpid(child, &status, 0);
        QVERIFY(QFile::exists(file + u".lock"_s));
        QVERIFY(WorkspaceFile::open(file, key, readWrite));
    }

    void aFullDiskLeavesNoHalfFile()
    {
        for (const rlim_t limit : {8'000, 40'000, 100'000}) {
            const auto create = [&] {
                signal(SIGXFSZ, SIG_IGN);
                const rlimit files{limit, limit};
                setrlimit(RLIMIT_FSIZE, &files);
                return codeOf(WorkspaceFile::create(path(), settings, key));
            };
            QCOMPARE(inChild(create), static_cast<int>(ErrorCode::DiskFull));
            QVERIFY(!QFile::exists(path()));
            QVERIFY(!QFile::exists(path() + u"-wal"_s));
        }
    }

    void aFullDiskStopsAMigrationBeforeItBegins()
    {
        const QString file = made();
        const QByteArray before = bytesOf(file);
        const auto open = [&] {
            signal(SIGXFSZ, SIG_IGN);
            const rlimit files{80'000, 80'000};
            setrlimit(RLIMIT_FSIZE, &files);
            return codeOf(WorkspaceFile::open(file, key, readWrite, withFurther(u"CREATE TABLE t (i INTEGER);"_s)));
        };
        QCOMPARE(inChild(open), static_cast<int>(ErrorCode::DiskFull));
        QCOMPARE(bytesOf(file), before);
        QVERIFY(!QFile::exists(file + u".v%1"_s.arg(storage::builtinMigrations().size())));
        QVERIFY(WorkspaceFile::open(file, key, readWrite));
    }

    void aMigrationKeepsACopyOfTheFile()
    {
        const QString file = made();
        {
            auto opened = WorkspaceFile::open(file, key, readWrite, withFurther(u"CREATE TABLE later (id INTEGER);"_s));
            QVERIFY(opened);
            QCOMPARE(storage::schemaVersion(opened->connection()).value(), storage::builtinMigrations().size() + 1);
        }
        auto copy = WorkspaceFile::open(file + u".v%1"_s.arg(storage::builtinMigrations().size()), key, readWrite);
        QVERIFY(copy);
        QCOMPARE(storage::readWorkspaceSettings(copy->connection()).value(), settings);
    }

    void aFailedStepLeavesTheFileBeforeIt()
    {
        const QString file = made();
        const auto broken = withFurther(u"CREATE TABLE later (id INTEGER); INSERT INTO nowhere VALUES (1);"_s);
        QVERIFY(!WorkspaceFile::open(file, key, readWrite, broken));
        auto opened = WorkspaceFile::open(file, key, readWrite);
        QVERIFY(opened);
        QCOMPARE(storage::schemaVersion(opened->connection()).value(), storage::builtinMigrations().size());
        QVERIFY(!opened->connection().run(u"SELECT * FROM later"_s));
    }

    void aReaderDoesNotMigrate()
    {
        const QString file = made();
        const auto opened =
            WorkspaceFile::open(file, key, Connection::Access::ReadOnly, withFurther(u"CREATE TABLE t (i INTEGER);"_s));
        QCOMPARE(opened.error().code, ErrorCode::Conflict);
    }

    void theLogStaysBoundedWhileWriting()
    {
        auto file = WorkspaceFile::create(path(), settings, key);
        QVERIFY(file->connection().run(u"CREATE TABLE filler (b BLOB)"_s));
        qint64 largest = 0;
        for (int i = 0; i < 200; ++i) {
            QVERIFY(file->connection().transaction(
                false, [&] { return file->connection().run(u"INSERT INTO filler VALUES (randomblob(500000))"_s); }));
            largest = std::max(largest, QFile(path() + u"-wal"_s).size());
        }
        QVERIFY2(largest < 40'000'000, qPrintable(QString::number(largest)));
    }
};

QTEST_GUILESS_MAIN(WorkspaceFileTest)
#include "tst_workspacefile.moc"
