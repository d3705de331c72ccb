#pragma once

#include "domain/core/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <array>

namespace platform {

/// Secrets in a file that opens with a passphrase alone: Argon2id (RFC 9106's second recommendation: 64 MiB, three
/// passes) makes the key, XSalsa20-Poly1305 seals, a checksum tells damage from a wrong passphrase. Made and opened
/// in a tenth of a second or two: not for the window's thread. A value that is moved, not copied.
class SealedFile
{
public:
    /// An empty one for a path where nothing is yet; save() writes it. InvalidInput for an empty passphrase.
    [[nodiscard]] static domain::Result<SealedFile> create(const QString &path, const QByteArray &passphrase);
    /// FileMissing, FileNotReadable, WrongPassphrase, Damaged, NewerVersion.
    [[nodiscard]] static domain::Result<SealedFile> open(const QString &path, const QByteArray &passphrase);

    SealedFile(SealedFile &&other) noexcept;
    SealedFile &operator=(SealedFile &&other) noexcept;
    ~SealedFile();

    QMap<QString, QByteArray> secrets;
    /// Replaces the file in one step, readable by its owner alone. FileNotWritable, DiskFull.
    [[nodiscard]] domain::Result<void> save() const;

private:
    SealedFile() = default;

    QString m_path;
    QByteArray m_head; ///< version, costs, salt, verifier: what the file begins with
    std::array<unsigned char, 32> m_key{};
};

} // namespace platform
