#pragma once

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <pwd.h>
#include <unistd.h>

/// A PostgreSQL server of one's own in a temporary folder, reached through a socket there and gone with this object (or
/// with the process). Run by an unprivileged user where the test is root's, since PostgreSQL refuses root.
class PostgresServer
{
public:
    PostgresServer()
    {
        const QString bin = binaries();
        if (bin.isEmpty()) {
            m_problem = QStringLiteral("no PostgreSQL server is installed (Debian: postgresql)");
            return;
        }
        if (geteuid() == 0)
            giveAway();
        m_server.setProcessChannelMode(QProcess::MergedChannels);
        QProcess make;
        make.setProcessChannelMode(QProcess::MergedChannels);
        run(make, {bin + QStringLiteral("/initdb"), QStringLiteral("-D"), data(), QStringLiteral("-U"),
                   QStringLiteral("heliograph"), QStringLiteral("-A"), QStringLiteral("trust"), QStringLiteral("-E"),
                   QStringLiteral("UTF8"), QStringLiteral("--locale=C"), QStringLiteral("--no-sync")});
        if (!make.waitForFinished(120'000) || make.exitCode() != 0) {
            m_problem = QString::fromUtf8(make.readAll());
            return;
        }
        run(m_server, {bin + QStringLiteral("/postgres"), QStringLiteral("-D"), data(), QStringLiteral("-k"),
                       m_dir.path(), QStringLiteral("-c"), QStringLiteral("listen_addresses="), QStringLiteral("-c"),
                       QStringLiteral("fsync=off"), QStringLiteral("-c"), QStringLiteral("jit=off")});
        if (!connectWithin(60'000))
            m_problem = m_database.lastError().text() + QString::fromUtf8(m_server.readAll());
    }

    ~PostgresServer()
    {
        m_database = {};
        QSqlDatabase::removeDatabase(connectionName());
        m_server.terminate();
        m_server.waitForFinished(10'000);
        if (m_server.state() != QProcess::NotRunning) {
            m_server.kill();
            m_server.waitForFinished(10'000);
        }
    }
    PostgresServer(const PostgresServer &) = delete;
    PostgresServer &operator=(const PostgresServer &) = delete;

    /// Empty where it runs.
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QSqlDatabase &database() { return m_database; }

    /// Ends the test with the server's words where a statement fails.
    void run(const QString &sql)
    {
        QSqlQuery query(m_database);
        if (!query.exec(sql))
            qFatal("%s in: %s", qUtf8Printable(query.lastError().text()), qUtf8Printable(sql));
    }

private:
    static QString connectionName() { return QStringLiteral("postgres server of the test"); }
    [[nodiscard]] QString data() const { return m_dir.filePath(QStringLiteral("data")); }

    static QString binaries()
    {
        const QDir versions(QStringLiteral("/usr/lib/postgresql"));
        const QStringList names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
        for (const QString &name : names)
            if (QFile::exists(versions.filePath(name) + QStringLiteral("/bin/initdb")))
                return versions.filePath(name) + QStringLiteral("/bin");
        return {};
    }

    void giveAway()
    {
        const passwd *user = getpwnam("postgres");
        if (!user)
            user = getpwnam("nobody");
        if (!user || chown(QFile::encodeName(m_dir.path()).constData(), user->pw_uid, user->pw_gid) != 0)
            qFatal("no unprivileged user to run PostgreSQL");
        m_user = {QStringLiteral("--reuid=%1").arg(user->pw_uid), QStringLiteral("--regid=%1").arg(user->pw_gid),
                  QStringLiteral("--clear-groups")};
    }

    void run(QProcess &process, const QStringList &command)
    {
        process.setWorkingDirectory(m_dir.path());
        process.start(QStringLiteral("setpriv"),
                      m_user + QStringList{QStringLiteral("--pdeathsig"), QStringLiteral("QUIT")} + command);
    }

    bool connectWithin(int milliseconds)
    {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), connectionName());
        m_database.setHostName(m_dir.path());
        m_database.setUserName(QStringLiteral("heliograph"));
        m_database.setDatabaseName(QStringLiteral("postgres"));
        QElapsedTimer timer;
        timer.start();
        while (!m_database.open()) { // the server says nowhere that it is ready but by answering
            if (timer.elapsed() > milliseconds || m_server.waitForFinished(20))
                return false;
        }
        return true;
    }

    QTemporaryDir m_dir;
    QStringList m_user;
    QProcess m_server;
    QSqlDatabase m_database;
    QString m_problem;
};
