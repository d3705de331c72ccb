#pragma once

#include "storage/core/connection.h"

#include <QList>

namespace storage {

/// One numbered step of the schema: an SQL script that turns a file of version number - 1 into one of `number`.
struct Migration
{
    int number = 0;
    QString sql;
};

/// "HELI": what every workspace file bears in its header.
inline constexpr qint32 workspaceApplicationId = 0x48454c49;

/// The steps built into the program, in order and without a gap. The .sql files are the only source of the schema.
[[nodiscard]] QList<Migration> builtinMigrations();

/// The file's user_version.
[[nodiscard]] domain::Result<int> schemaVersion(Connection &connection);

/// Runs the steps the file still lacks, each in a durable transaction of its own together with its number. Before the
/// first step a file that has data is copied to "<path>.v<its version>" (a copy of that name is replaced). When a step
/// fails, the file is as it was before that step. NewerVersion when the file is beyond the last step; the failures of
/// the storage (DiskFull …) else.
[[nodiscard]] domain::Result<void> migrate(Connection &connection, const QList<Migration> &migrations);

} // namespace storage
