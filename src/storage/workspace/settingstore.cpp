#include "storage/workspace/settingstore.h"

#include <QJsonDocument>

namespace storage {

using domain::Result;

Result<QByteArray> SettingStore::readText(const QString &key)
{
    Statement &s = m_connection.statement("SELECT value FROM setting WHERE key = ?");
    s.bind(1, key);
    QByteArray value;
    if (s.next())
        value = s.text(0).toUtf8();
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    s.finish();
    return value;
}

Result<void> SettingStore::writeText(const QString &key, const QByteArray &json)
{
    return m_connection
        .statement("INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value ="
                   " excluded.value")
        .bind(1, key)
        .bindUtf8(2, json)
        .exec();
}

Result<QJsonObject> SettingStore::read(const QString &key)
{
    return readText(key).map([](const QByteArray &json) { return QJsonDocument::fromJson(json).object(); });
}

Result<void> SettingStore::write(const QString &key, const QJsonObject &value)
{
    return writeText(key, QJsonDocument(value).toJson(QJsonDocument::Compact));
}

Result<void> SettingStore::remove(const QString &key)
{
    return m_connection.statement("DELETE FROM setting WHERE key = ?").bind(1, key).exec();
}

Result<QByteArray> SettingStore::importMapping(const QByteArray &headerHash)
{
    Statement &s = m_connection.statement("SELECT mapping FROM import_mapping WHERE header_hash = ?");
    s.bind(1, headerHash);
    QByteArray mapping;
    if (s.next())
        mapping = s.text(0).toUtf8();
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    s.finish();
    return mapping;
}

Result<void> SettingStore::rememberImportMapping(const QByteArray &headerHash, const QByteArray &mapping,
                                                 domain::Instant now)
{
    return m_connection
        .statement("INSERT INTO import_mapping (header_hash, mapping, used_at) VALUES (?, ?, ?)"
                   " ON CONFLICT (header_hash) DO UPDATE SET mapping = excluded.mapping, used_at = excluded.used_at")
        .bind(1, headerHash)
        .bindUtf8(2, mapping)
        .bind(3, domain::toMillis(now))
        .exec();
}

} // namespace storage
