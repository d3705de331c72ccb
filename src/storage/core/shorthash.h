#pragma once

#include <QByteArray>

struct sqlite3;

namespace storage {

/// 64 bits of a name that is spread at random anyway (SipHash-2-4 under a fixed key): what an index is made of that
/// only says where to look. The same in every program and version, for it is kept in files.
[[nodiscard]] qint64 shortHash(QByteArrayView data);

/// short_hash(text or blob) in SQL; NULL stays NULL.
void registerShortHash(sqlite3 *db);

} // namespace storage
