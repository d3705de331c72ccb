#pragma once

#include "domain/address/address.h"
#include "domain/core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

namespace storage {

/// Seals and finds addresses under the workspace key. A value that can be moved, not copied; const functions may be
/// called from any thread. The keys live in locked memory and are wiped with the object.
class Vault
{
public:
    static constexpr qsizetype keyBytes = 32;
    static constexpr qsizetype indexBytes = 16;

    /// A fresh workspace key from the system's random source.
    [[nodiscard]] static QByteArray randomKey();

    /// Derives its keys from the workspace key (BLAKE2b, libsodium's crypto_kdf). Anything but 32 bytes is a bug of the
    /// caller; WorkspaceFile says so politely for what came out of a key store.
    explicit Vault(const QByteArray &workspaceKey);
    ~Vault();
    Vault(Vault &&) noexcept;
    Vault &operator=(Vault &&) noexcept;

    /// XChaCha20-Poly1305 under a fresh nonce: sealing twice gives different bytes. 41 bytes more than the UTF-8 text.
    [[nodiscard]] QByteArray seal(const QString &plain) const;
    /// The text again. Damaged: changed bytes, or another key's.
    [[nodiscard]] domain::Result<QString> open(const QByteArray &cipher) const;

    /// What address_index holds: keyed BLAKE2b (16 bytes) over domain::addressKeyText. SMS and WhatsApp of one number
    /// are the same.
    [[nodiscard]] QByteArray indexOf(const domain::Address &address) const;
    /// The same from a normal form alone: with an @ an e-mail address, else a number.
    [[nodiscard]] QByteArray indexOf(QStringView normalForm) const;

    /// Proves later that this workspace made `data`, for one purpose and no other (keyed BLAKE2b, 16 bytes).
    [[nodiscard]] QByteArray tagOf(const QByteArray &purpose, const QByteArray &data) const;
    /// In constant time.
    [[nodiscard]] bool isTagOf(const QByteArray &tag, const QByteArray &purpose, const QByteArray &data) const;

    /// Tells this key from others without saying anything about it; kept in the file (16 bytes).
    [[nodiscard]] QByteArray checkValue() const;

    /// The hash (32 bytes) of a row that follows a row with the hash `previous` (empty: the first). Keyed, so that who
    /// has the file alone cannot mend the chain; every field counts with its length.
    [[nodiscard]] QByteArray chainHash(const QByteArray &previous, const QList<QByteArray> &fields) const;

private:
    struct Keys;
    struct Wipe
    {
        void operator()(Keys *keys) const;
    };
    [[nodiscard]] QByteArray keyedHash(const unsigned char *key, const QByteArray &data) const;

    std::unique_ptr<Keys, Wipe> m_keys;
};

} // namespace storage
