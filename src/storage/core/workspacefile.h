#pragma once

#include "domain/template/contactvalues.h"
#include "storage/core/connection.h"
#include "storage/core/migrations.h"
#include "storage/core/vault.h"

#include <QLockFile>

namespace storage {

/// The log is folded into the file after so many pages of 4 kB; an import waits longer, since it comes back to the same
/// pages.
inline constexpr int checkpointPages = 4'000;
inline constexpr int importCheckpointPages = 16'000;

/// What a workspace says of itself. Kept as one JSON object under the setting "workspace".
struct WorkspaceSettings
{
    QString id; ///< UUID; names the workspace's key in the key store. Made by create() where empty
    QString name;
    QString country;  ///< ISO alpha-2, for numbers without one
    QString timeZone; ///< IANA
    QString currency; ///< ISO 4217
    bool isDemo = false;

    friend bool operator==(const WorkspaceSettings &, const WorkspaceSettings &) = default;
};

/// What templates may say of it.
[[nodiscard]] domain::WorkspaceFacts factsOf(const WorkspaceSettings &settings);
[[nodiscard]] domain::Result<WorkspaceSettings> readWorkspaceSettings(Connection &connection);
[[nodiscard]] domain::Result<void> writeWorkspaceSettings(Connection &connection, const WorkspaceSettings &settings);

/// A workspace's file, open: its connection and the vault of its key. Belongs to the thread that opened it. With
/// ReadWrite it also holds the lock beside the file (one engine for each file).
class WorkspaceFile
{
public:
    /// Makes the file with the newest schema. Nothing is left behind where that fails. Conflict where the file exists,
    /// FileMissing for the folder, FileNotWritable, DiskFull.
    [[nodiscard]] static domain::Result<WorkspaceFile> create(const QString &path, const WorkspaceSettings &settings,
                                                              const QByteArray &key);

    /// Opens it and, with ReadWrite, brings its schema up to date. FileMissing, FileNotReadable, FileNotWritable,
    /// NotADatabase, NotAWorkspace, Damaged, NewerVersion, FileBusy (another engine has it), WrongPassphrase (another
    /// workspace's key), DiskFull; the file is unchanged then. ReadOnly is for readers beside the engine that has it
    /// open: no lock, no migration (Conflict where one would be needed).
    [[nodiscard]] static domain::Result<WorkspaceFile> open(const QString &path, const QByteArray &key,
                                                            Connection::Access access);
    /// For changes beside the engine that has the file open (the command line): no lock, no migration (Conflict where
    /// one would be needed), and nothing of an import is touched. Each change is a transaction, so both may write.
    [[nodiscard]] static domain::Result<WorkspaceFile> openBeside(const QString &path, const QByteArray &key);
    /// The same with other steps, for the tests of the migrations themselves.
    [[nodiscard]] static domain::Result<WorkspaceFile>
    open(const QString &path, const QByteArray &key, Connection::Access access, const QList<Migration> &migrations);

    /// The settings, before there is a key: for finding the key, and for lists of recent workspaces. Errors of open().
    [[nodiscard]] static domain::Result<WorkspaceSettings> peek(const QString &path);

    [[nodiscard]] Connection &connection() const { return *m_connection; }
    [[nodiscard]] const Vault &vault() const { return m_vault; }

    /// The database's own check of every page, for `verify`. Minutes for a large file. Damaged names the first fault.
    [[nodiscard]] static domain::Result<void> verify(Connection &connection);

private:
    WorkspaceFile(std::unique_ptr<QLockFile> lock, std::unique_ptr<Connection> connection, Vault vault);

    std::unique_ptr<QLockFile> m_lock; // before the connection: unlocked after it is closed
    std::unique_ptr<Connection> m_connection;
    Vault m_vault;
};

} // namespace storage
