#include "storage/core/migrations.h"

#include <QDir>
#include <QFile>

// Outside of every namespace, as the macro demands: a static library's resources are not registered by themselves.
static void registerMigrations() { Q_INIT_RESOURCE(storage); }

namespace storage {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
using domain::Result;

QList<Migration> builtinMigrations()
{
    registerMigrations();
    QList<Migration> migrations;
    const QDir folder(u":/migrations/sqlite"_s);
    const QStringList names = folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("storage: a migration of the program itself cannot be read");
        migrations.append({name.left(4).toInt(), QString::fromUtf8(file.readAll())});
        Q_ASSERT(migrations.last().number == migrations.size());
    }
    Q_ASSERT(!migrations.isEmpty());
    return migrations;
}

Result<int> schemaVersion(Connection &connection)
{
    Statement &s = connection.statement("PRAGMA user_version");
    if (!s.next())
        return tl::unexpected(connection.lastError());
    const int version = static_cast<int>(s.integer(0));
    s.finish();
    return version;
}

static Result<void> copyBefore(Connection &connection, int version)
{
    const QString copy = u"%1.v%2"_s.arg(connection.path()).arg(version);
    const QString fresh = copy + u".part"_s;
    QFile::remove(fresh);
    if (auto copied = connection.backupTo(fresh); !copied)
        return copied;
    QFile::remove(copy);
    if (!QFile::rename(fresh, copy))
        return fail(ErrorCode::FileNotWritable, u"the copy before the migration cannot be named"_s, copy);
    return {};
}

Result<void> migrate(Connection &connection, const QList<Migration> &migrations)
{
    const auto version = schemaVersion(connection);
    if (!version)
        return tl::unexpected(version.error());
    const int newest = migrations.isEmpty() ? 0 : migrations.last().number;
    if (*version > newest)
        return fail(ErrorCode::NewerVersion, u"schema %1, this program knows %2"_s.arg(*version).arg(newest),
                    connection.path());
    if (*version == newest)
        return {};
    if (*version > 0)
        if (auto copied = copyBefore(connection, *version); !copied)
            return copied;
    for (const Migration &step : migrations) {
        if (step.number <= *version)
            continue;
        auto done = connection.transaction(true, [&]() -> Result<void> {
            if (auto ran = connection.run(step.sql); !ran)
                return ran;
            if (auto marked = connection.run(u"PRAGMA application_id = %1"_s.arg(workspaceApplicationId)); !marked)
                return marked;
            return connection.run(u"PRAGMA user_version = %1"_s.arg(step.number));
        });
        if (!done) {
            done.error().detail.prepend(u"migration %1: "_s.arg(step.number));
            return done;
        }
    }
    return {};
}

} // namespace storage
