#include "storage/core/shorthash.h"

#include <sodium.h>
#include <sqlite3.h>

#include <array>
#include <cstring>

namespace storage {

qint64 shortHash(QByteArrayView data)
{
    static_assert(crypto_shorthash_BYTES == sizeof(qint64));
    static constexpr std::array<unsigned char, crypto_shorthash_KEYBYTES> key{};
    std::array<unsigned char, crypto_shorthash_BYTES> hash{};
    crypto_shorthash(hash.data(), reinterpret_cast<const unsigned char *>(data.data()),
                     static_cast<unsigned long long>(data.size()), key.data());
    qint64 value = 0;
    std::memcpy(&value, hash.data(), sizeof value);
    return value;
}

void registerShortHash(sqlite3 *db)
{
    const auto hash = [](sqlite3_context *context, int, sqlite3_value **values) {
        if (sqlite3_value_type(values[0]) == SQLITE_NULL)
            return sqlite3_result_null(context);
        const void *data = sqlite3_value_blob(values[0]);
        const int size = sqlite3_value_bytes(values[0]);
        sqlite3_result_int64(context, shortHash(QByteArrayView(static_cast<const char *>(data), size)));
    };
    sqlite3_create_function_v2(db, "short_hash", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr, hash,
                               nullptr, nullptr, nullptr);
}

} // namespace storage
