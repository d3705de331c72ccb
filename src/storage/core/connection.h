#pragma once

#include "domain/core/result.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <functional>
#include <memory>
#include <optional>

namespace storage {

class Statement;

/// One database connection. Made, used and destroyed in one thread (asserted). The only place that knows the driver;
/// stores are written against it and Statement. Statements are cached by their text, so a store may ask for the
/// same literal each time.
class Connection
{
public:
    enum class Access {
        ReadWrite, ///< the engine's: WAL, foreign keys, busy time-out
        ReadOnly,  ///< a reader's: query_only
    };

    /// Opens an existing SQLite file. Fails with FileMissing, FileNotReadable, FileNotWritable, NotADatabase, Damaged.
    /// Nothing about the file changes; migrations and checks are workspacefile.h's.
    [[nodiscard]] static domain::Result<std::unique_ptr<Connection>> open(const QString &path, Access access);
    /// The same, creating the file. Fails with Conflict where it exists, FileNotWritable, DiskFull.
    [[nodiscard]] static domain::Result<std::unique_ptr<Connection>> create(const QString &path);

    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// The prepared statement of this text, reset and ready to be bound. The reference lives as long as the
    /// connection; do not use the same text in a nested loop.
    [[nodiscard]] Statement &statement(const char *sql);
    /// For text that is put together (conditions): prepared and cached by value.
    [[nodiscard]] Statement &statement(const QString &sql);

    /// Runs one statement without results.
    [[nodiscard]] domain::Result<void> run(const QString &sql);

    /// BEGIN IMMEDIATE … COMMIT around the function; ROLLBACK where it fails. `durable` makes this commit reach
    /// the disk before it returns (synchronous=FULL), else NORMAL. Within another one it is a part of that: where it
    /// fails, all of it is rolled back, whatever the outer function makes of the failure; it may only be durable
    /// where the outer one is (asserted).
    [[nodiscard]] domain::Result<void> transaction(bool durable, const std::function<domain::Result<void>()> &work);

    [[nodiscard]] qint64 lastInsertId() const;
    [[nodiscard]] QString path() const;
    /// The last failure of a statement of this connection, as an Error with the right code (DiskFull, Damaged,
    /// FileBusy, …).
    [[nodiscard]] domain::Error lastError() const;

    /// Copies the whole database into a new file while others read and write. `progress(done, total)` in pages is
    /// called between steps; false stops with Cancelled and removes the file.
    [[nodiscard]] domain::Result<void> backupTo(const QString &path,
                                                const std::function<bool(int done, int total)> &progress = {});

    /// From here on the write-ahead log is folded into the file by a thread of its own (LogFolder), each time it has
    /// that many pages of 4 kB; called again, that number changes. For the engine's connection.
    void foldLogEvery(int pages);

    /// From any thread: makes the statement that runs now (and those that start while it does) fail with Cancelled.
    void interrupt();

    /// A number that changes whenever another connection has changed the file.
    [[nodiscard]] qint64 dataVersion();

    /// The sqlite3*, for tests and for functions of our own.
    [[nodiscard]] void *nativeHandle() const;

private:
    friend class Statement;
    struct State;
    explicit Connection(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// A prepared statement, bound by position from 1. Use:
///     auto &s = connection.statement("SELECT name FROM tag WHERE id = ?");
///     s.bind(1, id);
///     while (s.next()) names << s.text(0);
///     if (s.failed()) return tl::unexpected(connection.lastError());
/// `next()` runs it the first time. `exec()` is for statements without rows. A finished or failed statement is reset
/// by the next Connection::statement() of its text; `finish()` releases its read lock at once and is called when a
/// loop is left early.
class Statement
{
public:
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement();

    Statement &bind(int position, qint64 value);
    Statement &bind(int position, int value);
    Statement &bind(int position, bool value) = delete; // say 0 or 1
    Statement &bind(int position, double value);
    Statement &bind(int position, const QString &value);    // a null string is bound as ''
    Statement &bind(int position, const QByteArray &value); // as BLOB; null is bound as an empty blob
    Statement &bindNull(int position);
    Statement &bind(int position, const QVariant &value); // for compiled conditions: null, number or text
    /// Binds text that is UTF-8 already (JSON arrays of a batch), without a conversion.
    Statement &bindUtf8(int position, const QByteArray &utf8);

    /// bind() of an optional: NULL where it is empty.
    template <class T>
    Statement &bindOptional(int position, const std::optional<T> &value)
    {
        return value ? bind(position, *value) : bindNull(position);
    }

    [[nodiscard]] bool next();
    [[nodiscard]] domain::Result<void> exec();
    void finish();
    [[nodiscard]] bool failed() const;
    /// Rows changed by the last exec().
    [[nodiscard]] qint64 changes() const;

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] std::optional<qint64> optionalInteger(int column) const;
    [[nodiscard]] std::optional<QString> optionalText(int column) const;

private:
    friend class Connection;
    struct State;
    explicit Statement(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace storage
