#include "platform/keystore/sealedfile.h"

#include <QDataStream>
#include <QFile>
#include <QIODevice>
#include <QSaveFile>

#include <sodium.h>

using namespace Qt::StringLiterals;
using namespace domain;

namespace platform {

namespace {

// magic 8 · version 4 · passes 8 · memory 8 · salt 16 · verifier 32 | nonce 24 · sealed … · checksum 32
const QByteArray magic = QByteArrayLiteral("HGSEALED");
constexpr quint32 currentVersion = 1;
constexpr quint64 passes = 3;
constexpr quint64 memoryBytes = 64 * 1024 * 1024;
constexpr qsizetype saltBytes = crypto_pwhash_SALTBYTES;
constexpr qsizetype verifierBytes = 32;
constexpr qsizetype headBytes = 8 + 4 + 8 + 8 + saltBytes + verifierBytes;
constexpr qsizetype checksumBytes = 32;
constexpr qsizetype largestFile = 16 * 1024 * 1024;

static_assert(crypto_secretbox_KEYBYTES == 32);

unsigned char *bytes(QByteArray &array) { return static_cast<unsigned char *>(static_cast<void *>(array.data())); }
const unsigned char *bytes(const QByteArray &array)
{
    return static_cast<const unsigned char *>(static_cast<const void *>(array.constData()));
}

QByteArray checksumOf(const QByteArray &data)
{
    QByteArray sum(checksumBytes, '\0');
    crypto_generichash(bytes(sum), checksumBytes, bytes(data), static_cast<quint64>(data.size()), nullptr, 0);
    return sum;
}

/// Key and verifier of a passphrase. The verifier says whether the passphrase is right, and nothing of the key.
Result<QByteArray> derive(const QByteArray &passphrase, const QByteArray &salt, quint64 passCount, quint64 memory,
                          std::array<unsigned char, 32> &key)
{
    QByteArray both(64, '\0');
    if (crypto_pwhash(bytes(both), static_cast<quint64>(both.size()), passphrase.constData(),
                      static_cast<quint64>(passphrase.size()), bytes(salt), passCount, static_cast<size_t>(memory),
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(ErrorCode::Internal, u"not enough memory to open the sealed file"_s);
    std::copy_n(bytes(both), key.size(), key.begin());
    QByteArray verifier = checksumOf(both.last(32));
    sodium_memzero(both.data(), static_cast<size_t>(both.size()));
    return verifier;
}

Error damaged(const QString &path, const QString &what) { return {ErrorCode::Damaged, what, path}; }

} // namespace

SealedFile::SealedFile(SealedFile &&other) noexcept
    : secrets(std::move(other.secrets)), m_path(std::move(other.m_path)), m_head(std::move(other.m_head)),
      m_key(other.m_key)
{
    sodium_memzero(other.m_key.data(), other.m_key.size());
}

SealedFile &SealedFile::operator=(SealedFile &&other) noexcept
{
    std::swap(secrets, other.secrets);
    std::swap(m_path, other.m_path);
    std::swap(m_head, other.m_head);
    std::swap(m_key, other.m_key);
    return *this;
}

SealedFile::~SealedFile() { sodium_memzero(m_key.data(), m_key.size()); }

Result<SealedFile> SealedFile::create(const QString &path, const QByteArray &passphrase)
{
    if (passphrase.isEmpty())
        return fail(ErrorCode::InvalidInput, u"the passphrase is empty"_s, u"passphrase"_s);
    if (sodium_init() < 0)
        return fail(ErrorCode::Internal, u"libsodium cannot start"_s);
    SealedFile file;
    file.m_path = path;
    QByteArray salt(saltBytes, '\0');
    randombytes_buf(salt.data(), static_cast<size_t>(salt.size()));
    const auto verifier = derive(passphrase, salt, passes, memoryBytes, file.m_key);
    if (!verifier)
        return tl::unexpected(verifier.error());
    QDataStream head(&file.m_head, QIODevice::WriteOnly);
    head.writeRawData(magic.constData(), static_cast<int>(magic.size()));
    head << currentVersion << passes << memoryBytes;
    file.m_head += salt + *verifier;
    return file;
}

Result<SealedFile> SealedFile::open(const QString &path, const QByteArray &passphrase)
{
    if (sodium_init() < 0)
        return fail(ErrorCode::Internal, u"libsodium cannot start"_s);
    QFile in(path);
    if (!in.exists())
        return fail(ErrorCode::FileMissing, u"no sealed file"_s, path);
    if (!in.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotReadable, in.errorString(), path);
    const QByteArray all = in.read(largestFile);
    if (!all.startsWith(magic))
        return tl::unexpected(damaged(path, u"not a file of sealed secrets"_s));

    QDataStream head(all);
    head.skipRawData(static_cast<int>(magic.size()));
    quint32 version = 0;
    quint64 passCount = 0;
    quint64 memory = 0;
    head >> version >> passCount >> memory;
    if (version > currentVersion)
        return fail(ErrorCode::NewerVersion, u"sealed by a newer program"_s, path);
    constexpr qsizetype least = headBytes + crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + checksumBytes;
    if (all.size() < least || checksumOf(all.chopped(checksumBytes)) != all.last(checksumBytes))
        return tl::unexpected(damaged(path, u"the checksum does not match"_s));
    if (passCount < crypto_pwhash_argon2id_OPSLIMIT_MIN || passCount > 64 ||
        memory < crypto_pwhash_argon2id_MEMLIMIT_MIN || memory > quint64{2} << 30)
        return tl::unexpected(damaged(path, u"impossible costs"_s));

    SealedFile file;
    file.m_path = path;
    file.m_head = all.first(headBytes);
    const QByteArray salt = file.m_head.sliced(headBytes - verifierBytes - saltBytes, saltBytes);
    const auto verifier = derive(passphrase, salt, passCount, memory, file.m_key);
    if (!verifier)
        return tl::unexpected(verifier.error());
    if (sodium_memcmp(verifier->constData(), file.m_head.constData() + headBytes - verifierBytes, verifierBytes) != 0)
        return fail(ErrorCode::WrongPassphrase, u"the passphrase does not open the sealed file"_s, path);

    const QByteArray nonce = all.sliced(headBytes, crypto_secretbox_NONCEBYTES);
    const QByteArray sealed =
        all.sliced(headBytes + nonce.size(), all.size() - headBytes - nonce.size() - checksumBytes);
    QByteArray plain(sealed.size() - static_cast<qsizetype>(crypto_secretbox_MACBYTES), '\0');
    if (crypto_secretbox_open_easy(bytes(plain), bytes(sealed), static_cast<quint64>(sealed.size()), bytes(nonce),
                                   file.m_key.data()) != 0)
        return tl::unexpected(damaged(path, u"the seal is broken"_s));
    QDataStream in2(plain);
    in2.setVersion(QDataStream::Qt_6_4);
    in2 >> file.secrets;
    sodium_memzero(plain.data(), static_cast<size_t>(plain.size()));
    if (in2.status() != QDataStream::Ok)
        return tl::unexpected(damaged(path, u"the sealed secrets cannot be read"_s));
    return file;
}

Result<void> SealedFile::save() const
{
    QByteArray plain;
    QDataStream out(&plain, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << secrets;
    QByteArray nonce(crypto_secretbox_NONCEBYTES, '\0');
    randombytes_buf(nonce.data(), static_cast<size_t>(nonce.size()));
    QByteArray sealed(plain.size() + static_cast<qsizetype>(crypto_secretbox_MACBYTES), '\0');
    crypto_secretbox_easy(bytes(sealed), bytes(plain), static_cast<quint64>(plain.size()), bytes(nonce), m_key.data());
    sodium_memzero(plain.data(), static_cast<size_t>(plain.size()));
    const QByteArray all = m_head + nonce + sealed;

    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileNotWritable, file.errorString(), m_path);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(all);
    file.write(checksumOf(all));
    if (!file.commit())
        return fail(file.error() == QFileDevice::ResourceError || file.error() == QFileDevice::WriteError
                        ? ErrorCode::DiskFull
                        : ErrorCode::FileNotWritable,
                    file.errorString(), m_path);
    return {};
}

} // namespace platform
