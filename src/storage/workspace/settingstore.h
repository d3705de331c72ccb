#pragma once

#include "domain/core/types.h"
#include "storage/core/connection.h"

#include <QJsonObject>

namespace storage {

/// What a workspace remembers by name, as JSON. Any thread's connection reads; the engine's writes, within a
/// transaction of the caller.
class SettingStore
{
public:
    explicit SettingStore(Connection &connection) : m_connection(connection) {}

    /// Empty where nothing was ever written.
    [[nodiscard]] domain::Result<QJsonObject> read(const QString &key);
    [[nodiscard]] domain::Result<void> write(const QString &key, const QJsonObject &value);
    /// The JSON text itself; empty where there is none.
    [[nodiscard]] domain::Result<QByteArray> readText(const QString &key);
    [[nodiscard]] domain::Result<void> writeText(const QString &key, const QByteArray &json);
    [[nodiscard]] domain::Result<void> remove(const QString &key);

    /// The mapping (JSON) remembered for files whose header has this hash; empty where there is none.
    [[nodiscard]] domain::Result<QByteArray> importMapping(const QByteArray &headerHash);
    [[nodiscard]] domain::Result<void> rememberImportMapping(const QByteArray &headerHash, const QByteArray &mapping,
                                                             domain::Instant now);

private:
    Connection &m_connection;
};

} // namespace storage
