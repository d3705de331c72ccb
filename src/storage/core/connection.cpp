#include "storage/core/connection.h"

#include "storage/core/logfolder.h"
#include "storage/core/shorthash.h"

#include "storage/conditions/sqlitedialect.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QThread>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <utility>

namespace storage {

using domain::Error;
using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

ErrorCode codeOf(int sqliteCode)
{
    switch (sqliteCode & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_CORRUPT:
        return ErrorCode::Damaged;
    case SQLITE_NOTADB:
        return ErrorCode::NotADatabase;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::FileBusy;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ErrorCode::FileNotWritable;
    case SQLITE_CANTOPEN:
        return ErrorCode::FileNotReadable;
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    case SQLITE_CONSTRAINT:
        return ErrorCode::Conflict;
    default:
        return ErrorCode::Internal;
    }
}

// SQLITE_FULL comes for ENOSPC alone; a quota and a file system's largest file are as full. The shared-memory file
// cannot grow for no other reason.
bool ranOutOfSpace(sqlite3 *db, int sqliteCode)
{
    if (sqliteCode == SQLITE_IOERR_SHMSIZE)
        return true;
    if (sqliteCode != SQLITE_IOERR_WRITE)
        return false;
    // SQLite does not keep the number on every way a write takes; then it is still the thread's last one.
    const int kept = sqlite3_system_errno(db);
    const int error = kept != 0 ? kept : errno;
    return error == ENOSPC || error == EDQUOT || error == EFBIG;
}

Error errorOf(sqlite3 *db)
{
    const int code = sqlite3_extended_errcode(db);
    return {ranOutOfSpace(db, code) ? ErrorCode::DiskFull : codeOf(code), QString::fromUtf8(sqlite3_errmsg(db)), {}};
}

constexpr int busyTimeoutMs = 10'000;

} // namespace

struct Statement::State
{
    sqlite3_stmt *handle = nullptr;
    sqlite3 *db = nullptr;
    bool failed = false;
    bool active = false;
};

struct Connection::State
{
    sqlite3 *db = nullptr;
    QString path;
    Qt::HANDLE thread = QThread::currentThreadId();
    QHash<QByteArray, Statement *> statements;
    std::unique_ptr<LogFolder> folder;
    bool inTransaction = false;
    std::optional<Error> partFailed; ///< of the transaction that is open
    bool durable = false;

    State() = default;
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State()
    {
        folder.reset();
        qDeleteAll(statements);
        sqlite3_close_v2(db);
    }
};

Connection::Connection(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Connection::~Connection() = default;

static Result<sqlite3 *> openFile(const QString &path, int flags)
{
    // SQLite counts every allocation under a lock that all its connections share, for figures nobody asks for.
    [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3 *db = nullptr;
    const int rc = sqlite3_open_v2(path.toUtf8().constData(), &db, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    if (rc != SQLITE_OK) {
        const Error error{codeOf(rc), QString::fromUtf8(sqlite3_errmsg(db)), path};
        sqlite3_close_v2(db);
        return tl::unexpected(error);
    }
    sqlite3_extended_result_codes(db, 1);
    sqlite3_busy_timeout(db, busyTimeoutMs);
    registerConditionFunctions(db);
    registerShortHash(db);
    return db;
}

// Read before SQLite's first statement, so that what is no database is not touched at all; and through SQLite's own
// handle, since closing another one would drop every lock this process holds on the file (POSIX): another program would
// then take the log of an open workspace away.
static Result<void> checkHeader(sqlite3 *db)
{
    constexpr int headerBytes = 100;
    char header[headerBytes] = {};
    sqlite3_file *file = nullptr;
    sqlite3_int64 size = 0;
    if (sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file || !file->pMethods ||
        file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return {}; // the first statement tells
    const int there = static_cast<int>(std::min<sqlite3_int64>(size, headerBytes));
    if (there > 0 && file->pMethods->xRead(file, header, there, 0) != SQLITE_OK)
        return {};
    if (!QByteArrayView(header, there).startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return fail(ErrorCode::NotADatabase, QStringLiteral("no SQLite header"));
    if (there < headerBytes)
        return fail(ErrorCode::Damaged, QStringLiteral("the header is cut off"));
    return {};
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Access access)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileMissing, QStringLiteral("no such file"), path);
    if (info.isDir())
        return fail(ErrorCode::NotADatabase, QStringLiteral("a folder"), path);
    if (!info.isReadable())
        return fail(ErrorCode::FileNotReadable, QStringLiteral("no right to read"), path);
    // A reader too needs the -wal and -shm files beside the database, hence the same flag for both.
    if (!info.isWritable() || !QFileInfo(info.absolutePath()).isWritable())
        return fail(ErrorCode::FileNotWritable, QStringLiteral("no right to write the file or its folder"), path);
    auto db = openFile(path, SQLITE_OPEN_READWRITE);
    if (!db)
        return tl::unexpected(db.error());
    auto state = std::make_unique<State>();
    state->db = *db;
    state->path = path;
    std::unique_ptr<Connection> connection(new Connection(std::move(state)));
    if (auto header = checkHeader(*db); !header) {
        Error error = header.error();
        error.place = path;
        return tl::unexpected(error);
    }
    // The first read finds out whether this is a database at all. (Before journal_mode, which would write.)
    {
        Statement &probe = connection->statement("SELECT count(*) FROM sqlite_schema");
        if (!probe.next()) {
            Error error = connection->lastError();
            error.place = path;
            return tl::unexpected(error);
        }
        probe.finish();
    }
    QStringList pragmas{QStringLiteral("PRAGMA foreign_keys = ON"), QStringLiteral("PRAGMA temp_store = MEMORY")};
    if (access == Access::ReadOnly)
        pragmas << QStringLiteral("PRAGMA query_only = ON") << QStringLiteral("PRAGMA cache_size = -4000");
    else
        pragmas << QStringLiteral("PRAGMA synchronous = NORMAL") << QStringLiteral("PRAGMA cache_size = -16000");
    for (const QString &pragma : std::as_const(pragmas))
        if (auto done = connection->run(pragma); !done)
            return tl::unexpected(done.error());
    return connection;
}

Result<std::unique_ptr<Connection>> Connection::create(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists())
        return fail(ErrorCode::Conflict, QStringLiteral("the file exists"), path);
    if (!QFileInfo(info.absolutePath()).isDir())
        return fail(ErrorCode::FileMissing, QStringLiteral("the folder does not exist"), info.absolutePath());
    if (!QFileInfo(info.absolutePath()).isWritable())
        return fail(ErrorCode::FileNotWritable, QStringLiteral("no right to write into the folder"),
                    info.absolutePath());
    auto db = openFile(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (!db)
        return tl::unexpected(db.error());
    auto state = std::make_unique<State>();
    state->db = *db;
    state->path = path;
    std::unique_ptr<Connection> connection(new Connection(std::move(state)));
    for (const char *pragma : {"PRAGMA journal_mode = WAL", "PRAGMA foreign_keys = ON", "PRAGMA temp_store = MEMORY",
                               "PRAGMA synchronous = NORMAL", "PRAGMA cache_size = -16000"})
        if (auto done = connection->run(QString::fromLatin1(pragma)); !done) {
            Error error = done.error();
            connection.reset();
            QFile::remove(path);
            return tl::unexpected(error);
        }
    return connection;
}

Statement &Connection::statement(const QString &sql)
{
    const QByteArray utf8 = sql.toUtf8();
    return statement(utf8.constData());
}

Statement &Connection::statement(const char *sql)
{
    Q_ASSERT_X(QThread::currentThreadId() == m_state->thread, "Connection", "used in another thread than its own");
    // Looked up without a copy; the key is copied once, when the statement is made.
    const QByteArray key = QByteArray::fromRawData(sql, static_cast<qsizetype>(qstrlen(sql)));
    if (auto it = m_state->statements.constFind(key); it != m_state->statements.constEnd()) {
        Statement::State &s = *(*it)->m_state;
        if (s.handle) {
            sqlite3_reset(s.handle);
            s.active = false;
            s.failed = false;
            return **it;
        }
        delete m_state->statements.take(key);
    }
    auto state = std::make_unique<Statement::State>();
    state->db = m_state->db;
    if (sqlite3_prepare_v3(m_state->db, sql, static_cast<int>(key.size()), SQLITE_PREPARE_PERSISTENT, &state->handle,
                           nullptr) != SQLITE_OK) {
        qWarning("storage: %s in: %s", sqlite3_errmsg(m_state->db), sql);
        state->failed = true;
    }
    auto *made = new Statement(std::move(state));
    m_state->statements.insert(QByteArray(sql, key.size()), made);
    return *made;
}

Result<void> Connection::run(const QString &sql)
{
    Q_ASSERT_X(QThread::currentThreadId() == m_state->thread, "Connection", "used in another thread than its own");
    if (sqlite3_exec(m_state->db, sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected(lastError());
    return {};
}

Result<void> Connection::transaction(bool durable, const std::function<Result<void>()> &work)
{
    if (m_state->inTransaction) {
        Q_ASSERT_X(!durable || m_state->durable, "Connection", "a durable part of a transaction that is not");
        Result<void> part = work();
        if (!part)
            m_state->partFailed = part.error();
        return part;
    }
    if (durable != m_state->durable) {
        if (auto done = run(durable ? QStringLiteral("PRAGMA synchronous = FULL")
                                    : QStringLiteral("PRAGMA synchronous = NORMAL"));
            !done)
            return done;
        m_state->durable = durable;
    }
    if (auto begun = statement("BEGIN IMMEDIATE").exec(); !begun)
        return begun;
    m_state->inTransaction = true;
    Result<void> result = work();
    m_state->inTransaction = false;
    if (const auto failed = std::exchange(m_state->partFailed, std::nullopt); result && failed)
        result = tl::unexpected(*failed);
    if (result)
        result = statement("COMMIT").exec();
    if (!result && !sqlite3_get_autocommit(m_state->db))
        if (auto undone = statement("ROLLBACK").exec(); !undone)
            qWarning("storage: rollback failed: %s", qPrintable(undone.error().detail));
    return result;
}

qint64 Connection::lastInsertId() const { return sqlite3_last_insert_rowid(m_state->db); }
QString Connection::path() const { return m_state->path; }
Error Connection::lastError() const { return errorOf(m_state->db); }

qint64 Connection::dataVersion()
{
    Statement &s = statement("PRAGMA data_version");
    const qint64 version = s.next() ? s.integer(0) : 0;
    s.finish();
    return version;
}

void *Connection::nativeHandle() const { return m_state->db; }
void Connection::interrupt() { sqlite3_interrupt(m_state->db); }

void Connection::foldLogEvery(int pages)
{
    if (m_state->folder)
        m_state->folder->setPages(pages);
    else
        m_state->folder = std::make_unique<LogFolder>(m_state->db, m_state->path, pages);
}

Result<void> Connection::backupTo(const QString &path, const std::function<bool(int, int)> &progress)
{
    if (QFileInfo::exists(path))
        return fail(ErrorCode::Conflict, QStringLiteral("the file exists"), path);
    auto target = openFile(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (!target)
        return tl::unexpected(target.error());
    sqlite3_backup *backup = sqlite3_backup_init(*target, "main", m_state->db, "main");
    Result<void> result;
    if (!backup) {
        result = tl::unexpected(errorOf(*target));
    } else {
        constexpr int pagesPerStep = 2'000; // 8 MB: a few milliseconds
        int rc = SQLITE_OK;
        do {
            rc = sqlite3_backup_step(backup, pagesPerStep);
            const int total = sqlite3_backup_pagecount(backup);
            if (progress && !progress(total - sqlite3_backup_remaining(backup), total)) {
                result = fail(ErrorCode::Cancelled, QStringLiteral("the backup was stopped"), path);
                break;
            }
        } while (rc == SQLITE_OK || rc == SQLITE_BUSY || rc == SQLITE_LOCKED);
        if (sqlite3_backup_finish(backup) != SQLITE_OK && result) {
            Error error = errorOf(*target);
            error.place = path;
            result = tl::unexpected(error);
        }
    }
    sqlite3_close_v2(*target);
    if (!result)
        QFile::remove(path);
    return result;
}

// ---- Statement ----

Statement::Statement(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Statement::~Statement() { sqlite3_finalize(m_state->handle); }

static void note(bool &failed, int rc)
{
    if (rc != SQLITE_OK)
        failed = true;
}

Statement &Statement::bind(int position, qint64 value)
{
    note(m_state->failed, sqlite3_bind_int64(m_state->handle, position, value));
    return *this;
}

Statement &Statement::bind(int position, int value) { return bind(position, static_cast<qint64>(value)); }

Statement &Statement::bind(int position, double value)
{
    note(m_state->failed, sqlite3_bind_double(m_state->handle, position, value));
    return *this;
}

Statement &Statement::bind(int position, const QString &value)
{
    // Most are short and plain, and SQLite copies them anyway.
    std::array<char, 160> plain; // NOLINT(cppcoreguidelines-pro-type-member-init): filled as far as it is read
    if (static_cast<size_t>(value.size()) > plain.size())
        return bindUtf8(position, value.toUtf8());
    char16_t all = 0;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const char16_t unit = value.utf16()[i];
        all |= unit;
        plain[static_cast<size_t>(i)] = static_cast<char>(unit);
    }
    if (all >= 0x80)
        return bindUtf8(position, value.toUtf8());
    note(m_state->failed, sqlite3_bind_text64(m_state->handle, position, plain.data(),
                                              static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement &Statement::bindUtf8(int position, const QByteArray &utf8)
{
    note(m_state->failed, sqlite3_bind_text64(m_state->handle, position, utf8.isNull() ? "" : utf8.constData(),
                                              static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement &Statement::bind(int position, const QByteArray &value)
{
    note(m_state->failed, sqlite3_bind_blob64(m_state->handle, position, value.isNull() ? "" : value.constData(),
                                              static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT));
    return *this;
}

Statement &Statement::bindNull(int position)
{
    note(m_state->failed, sqlite3_bind_null(m_state->handle, position));
    return *this;
}

Statement &Statement::bind(int position, const QVariant &value)
{
    if (!value.isValid() || value.isNull())
        return bindNull(position);
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
        return bind(position, value.toLongLong());
    case QMetaType::Double:
        return bind(position, value.toDouble());
    case QMetaType::QByteArray:
        return bind(position, value.toByteArray());
    default:
        return bind(position, value.toString());
    }
}

bool Statement::next()
{
    if (m_state->failed)
        return false;
    const int rc = sqlite3_step(m_state->handle);
    m_state->active = rc == SQLITE_ROW;
    if (rc == SQLITE_ROW)
        return true;
    if (rc != SQLITE_DONE)
        m_state->failed = true; // not reset here: lastError() is still to be read
    else
        sqlite3_reset(m_state->handle);
    return false;
}

Result<void> Statement::exec()
{
    if (!m_state->failed) {
        int rc = sqlite3_step(m_state->handle);
        while (rc == SQLITE_ROW)
            rc = sqlite3_step(m_state->handle);
        if (rc == SQLITE_DONE) {
            sqlite3_reset(m_state->handle);
            return {};
        }
        m_state->failed = true;
    }
    Error error = errorOf(m_state->db);
    sqlite3_reset(m_state->handle);
    return tl::unexpected(std::move(error));
}

void Statement::finish()
{
    sqlite3_reset(m_state->handle);
    m_state->active = false;
}

bool Statement::failed() const { return m_state->failed; }
qint64 Statement::changes() const { return sqlite3_changes64(m_state->db); }
bool Statement::isNull(int column) const { return sqlite3_column_type(m_state->handle, column) == SQLITE_NULL; }
qint64 Statement::integer(int column) const { return sqlite3_column_int64(m_state->handle, column); }
double Statement::real(int column) const { return sqlite3_column_double(m_state->handle, column); }

QString Statement::text(int column) const
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_state->handle, column));
    return data ? QString::fromUtf8(data, sqlite3_column_bytes(m_state->handle, column)) : QString();
}

QByteArray Statement::blob(int column) const
{
    const void *data = sqlite3_column_blob(m_state->handle, column);
    return data ? QByteArray(static_cast<const char *>(data), sqlite3_column_bytes(m_state->handle, column))
                : QByteArray();
}

std::optional<qint64> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<QString> Statement::optionalText(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(text(column));
}

} // namespace storage
