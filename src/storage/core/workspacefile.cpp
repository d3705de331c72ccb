#include "storage/core/workspacefile.h"

#include "storage/contacts/importpublisher.h"
#include "storage/workspace/settingstore.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QThread>
#include <QUuid>

namespace storage {

using namespace Qt::StringLiterals;
using domain::Error;
using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr QLatin1String workspaceKey("workspace");
constexpr QLatin1String keyCheckKey("key_check");
constexpr qint64 emptyLockMs = 2'000; // longer than anybody alive takes to write into it

// The log is folded into the file every 4000 pages (16 MB) and cut to 32 MB when it is reset: long runs of writing keep
// it bounded as long as no reader holds a query open.
Result<void> setPolicy(Connection &connection)
{
    connection.foldLogEvery(checkpointPages);
    return connection.run(u"PRAGMA journal_size_limit = 33554432"_s);
}

Result<std::unique_ptr<QLockFile>> lockBeside(const QString &path)
{
    // Through a symbolic link it is still the same file.
    const QString canonical = QFileInfo(path).canonicalFilePath();
    const QString name = (canonical.isEmpty() ? path : canonical) + u".lock"_s;
    auto lock = std::make_unique<QLockFile>(name);
    lock->setStaleLockTime(0); // only the end of its process frees it, however long it works
    if (lock->tryLock(0))
        return lock;
    // Whoever died between making the file and writing into it left one that names nobody. One as young as that may
    // be about to be written: that is waited for.
    const auto isNobodys = [&name] {
        const QFileInfo left(name);
        return left.exists() && left.size() == 0;
    };
    QDeadlineTimer patience(emptyLockMs + emptyLockMs / 2);
    while (isNobodys() && !patience.hasExpired()) {
        if (QFileInfo(name).lastModified().msecsTo(QDateTime::currentDateTime()) >= emptyLockMs)
            lock->removeStaleLockFile();
        else
            QThread::msleep(20);
        if (lock->tryLock(0))
            return lock;
    }
    if (lock->error() == QLockFile::LockFailedError)
        return fail(ErrorCode::FileBusy, u"another engine has the workspace open"_s, path);
    return fail(ErrorCode::FileNotWritable, u"no lock file can be made beside the workspace"_s, path);
}

// A file can be broken without its header showing it. Reading both ends of every table costs a few pages each; the
// check of every page is verify()'s.
Result<void> checkPages(Connection &connection)
{
    Statement &tables = connection.statement("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE"
                                             " 'CREATE VIRTUAL%' AND sql NOT LIKE '%WITHOUT ROWID%'");
    QStringList names;
    while (tables.next())
        names << tables.text(0);
    if (tables.failed())
        return tl::unexpected(connection.lastError());
    for (const QString &name : std::as_const(names))
        for (const QString &end : {u"ASC"_s, u"DESC"_s}) {
            const QString sql = u"SELECT * FROM \"%1\" NOT INDEXED ORDER BY rowid %2 LIMIT 1"_s;
            if (auto read = connection.run(sql.arg(name, end)); !read)
                return read;
        }
    return {};
}

Result<void> verifyKey(Connection &connection, const Vault &vault)
{
    const auto kept = SettingStore(connection).readText(keyCheckKey);
    if (!kept) // no such table: our mark in the header, and nothing of ours behind it
        return fail(kept.error().code == ErrorCode::Internal ? ErrorCode::Damaged : kept.error().code,
                    kept.error().detail, connection.path());
    if (*kept != '"' + vault.checkValue().toHex() + '"')
        return fail(ErrorCode::WrongPassphrase, u"the key is another workspace's"_s, connection.path());
    return {};
}

Result<std::unique_ptr<Connection>> openChecked(const QString &path, Connection::Access access)
{
    auto connection = Connection::open(path, access);
    if (!connection)
        return connection;
    Statement &s = (*connection)->statement("PRAGMA application_id");
    if (!s.next())
        return tl::unexpected((*connection)->lastError());
    const qint64 id = s.integer(0);
    s.finish();
    if (id != workspaceApplicationId)
        return fail(ErrorCode::NotAWorkspace, u"a database of another program"_s, path);
    return connection;
}

} // namespace

domain::WorkspaceFacts factsOf(const WorkspaceSettings &settings)
{
    return {settings.name, settings.country, settings.currency, settings.timeZone};
}

Result<WorkspaceSettings> readWorkspaceSettings(Connection &connection)
{
    const auto kept = SettingStore(connection).read(workspaceKey);
    if (!kept)
        return tl::unexpected(kept.error());
    const QJsonObject &o = *kept;
    WorkspaceSettings settings;
    settings.id = o[u"id"].toString();
    settings.name = o[u"name"].toString();
    settings.country = o[u"country"].toString();
    settings.timeZone = o[u"time_zone"].toString();
    settings.currency = o[u"currency"].toString();
    settings.isDemo = o[u"demo"].toBool();
    return settings;
}

Result<void> writeWorkspaceSettings(Connection &connection, const WorkspaceSettings &settings)
{
    const QJsonObject o{{u"id"_s, settings.id},
                        {u"name"_s, settings.name},
                        {u"country"_s, settings.country},
                        {u"time_zone"_s, settings.timeZone},
                        {u"currency"_s, settings.currency},
                        {u"demo"_s, settings.isDemo}};
    return SettingStore(connection).write(workspaceKey, o);
}

WorkspaceFile::WorkspaceFile(std::unique_ptr<QLockFile> lock, std::unique_ptr<Connection> connection, Vault vault)
    : m_lock(std::move(lock)), m_connection(std::move(connection)), m_vault(std::move(vault))
{}

Result<WorkspaceFile> WorkspaceFile::create(const QString &path, const WorkspaceSettings &settings,
                                            const QByteArray &key)
{
    if (key.size() != Vault::keyBytes)
        return fail(ErrorCode::InvalidInput, u"a workspace key has 32 bytes"_s, u"key"_s);
    Vault vault(key);
    auto connection = Connection::create(path);
    if (!connection)
        return tl::unexpected(connection.error());
    std::unique_ptr<QLockFile> lock;
    const auto fill = [&]() -> Result<void> {
        auto locked = lockBeside(path);
        if (!locked)
            return tl::unexpected(locked.error());
        lock = std::move(*locked);
        if (auto set = setPolicy(**connection); !set)
            return set;
        if (auto migrated = migrate(**connection, builtinMigrations()); !migrated)
            return migrated;
        WorkspaceSettings kept = settings;
        if (kept.id.isEmpty())
            kept.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        return (*connection)->transaction(true, [&]() -> Result<void> {
            if (auto saved = writeWorkspaceSettings(**connection, kept); !saved)
                return saved;
            return SettingStore(**connection).writeText(keyCheckKey, '"' + vault.checkValue().toHex() + '"');
        });
    };
    if (auto filled = fill(); !filled) {
        Error error = filled.error();
        error.place = path;
        connection->reset();
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(path + QString::fromLatin1(suffix));
        return tl::unexpected(error);
    }
    return WorkspaceFile(std::move(lock), std::move(*connection), std::move(vault));
}

Result<WorkspaceFile> WorkspaceFile::open(const QString &path, const QByteArray &key, Connection::Access access)
{
    return open(path, key, access, builtinMigrations());
}

Result<WorkspaceFile> WorkspaceFile::openBeside(const QString &path, const QByteArray &key)
{
    // The checks of a reader are those of a guest.
    auto checked = open(path, key, Connection::Access::ReadOnly);
    if (!checked)
        return checked;
    auto connection = Connection::open(path, Connection::Access::ReadWrite);
    if (!connection)
        return tl::unexpected(connection.error());
    return WorkspaceFile({}, std::move(*connection), Vault(key));
}

Result<WorkspaceFile> WorkspaceFile::open(const QString &path, const QByteArray &key, Connection::Access access,
                                          const QList<Migration> &migrations)
{
    if (key.size() != Vault::keyBytes)
        return fail(ErrorCode::WrongPassphrase, u"a workspace key has 32 bytes"_s, path);
    Vault vault(key);
    auto connection = openChecked(path, access);
    if (!connection)
        return tl::unexpected(connection.error());
    Connection &db = **connection;
    std::unique_ptr<QLockFile> lock;
    const auto prepare = [&]() -> Result<void> {
        const auto version = schemaVersion(db);
        if (!version)
            return tl::unexpected(version.error());
        if (*version > migrations.last().number)
            return fail(ErrorCode::NewerVersion,
                        u"schema %1, this program knows %2"_s.arg(*version).arg(migrations.last().number));
        if (auto checked = verifyKey(db, vault); !checked)
            return checked;
        if (access == Connection::Access::ReadOnly)
            return *version == migrations.last().number
                       ? Result<void>()
                       : Result<void>(
                             fail(ErrorCode::Conflict, u"the engine has to bring the file up to date first"_s));
        auto locked = lockBeside(path);
        if (!locked)
            return tl::unexpected(locked.error());
        lock = std::move(*locked);
        if (auto sound = checkPages(db); !sound)
            return sound;
        if (auto set = setPolicy(db); !set)
            return set;
        if (auto migrated = migrate(db, migrations); !migrated)
            return migrated;
        return finishImport(db, vault);
    };
    if (auto prepared = prepare(); !prepared) {
        Error error = prepared.error();
        if (error.place.isEmpty())
            error.place = path;
        return tl::unexpected(error);
    }
    return WorkspaceFile(std::move(lock), std::move(*connection), std::move(vault));
}

Result<WorkspaceSettings> WorkspaceFile::peek(const QString &path)
{
    auto connection = openChecked(path, Connection::Access::ReadOnly);
    if (!connection)
        return tl::unexpected(connection.error());
    return readWorkspaceSettings(**connection);
}

Result<void> WorkspaceFile::verify(Connection &connection)
{
    Statement &s = connection.statement("PRAGMA integrity_check(1)");
    if (!s.next())
        return tl::unexpected(connection.lastError());
    const QString answer = s.text(0);
    s.finish();
    if (answer != u"ok")
        return fail(ErrorCode::Damaged, answer, connection.path());
    return {};
}

} // namespace storage
