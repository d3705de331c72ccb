#include "storage/core/vault.h"

#include <sodium.h>

#include <new>

namespace storage {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::Result;

namespace {

constexpr char formatVersion = 1; // the first byte of what seal() makes, so that a second form can live beside it
constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype headBytes = 1 + nonceBytes;
constexpr char kdfContext[crypto_kdf_CONTEXTBYTES + 1] = "heliogrf";

static_assert(Vault::keyBytes == crypto_kdf_KEYBYTES);
static_assert(Vault::indexBytes >= crypto_generichash_BYTES_MIN);

void startSodium()
{
    if (sodium_init() < 0)
        qFatal("storage: libsodium does not start: no random source");
}

unsigned char *bytes(QByteArray &data) { return reinterpret_cast<unsigned char *>(data.data()); }
const unsigned char *bytes(const QByteArray &data) { return reinterpret_cast<const unsigned char *>(data.constData()); }

} // namespace

struct Vault::Keys
{
    unsigned char seal[crypto_aead_xchacha20poly1305_ietf_KEYBYTES];
    unsigned char index[crypto_generichash_KEYBYTES];
    unsigned char check[crypto_generichash_KEYBYTES];
    unsigned char chain[crypto_generichash_KEYBYTES];
    unsigned char tag[crypto_generichash_KEYBYTES];
};

void Vault::Wipe::operator()(Keys *keys) const { sodium_free(keys); }

QByteArray Vault::randomKey()
{
    startSodium();
    QByteArray key(keyBytes, Qt::Uninitialized);
    randombytes_buf(key.data(), static_cast<size_t>(key.size()));
    return key;
}

Vault::Vault(const QByteArray &workspaceKey)
{
    startSodium();
    if (workspaceKey.size() != keyBytes)
        qFatal("storage: a workspace key has 32 bytes");
    m_keys.reset(static_cast<Keys *>(sodium_malloc(sizeof(Keys))));
    if (!m_keys)
        throw std::bad_alloc();
    crypto_kdf_derive_from_key(m_keys->seal, sizeof m_keys->seal, 1, kdfContext, bytes(workspaceKey));
    crypto_kdf_derive_from_key(m_keys->index, sizeof m_keys->index, 2, kdfContext, bytes(workspaceKey));
    crypto_kdf_derive_from_key(m_keys->check, sizeof m_keys->check, 3, kdfContext, bytes(workspaceKey));
    crypto_kdf_derive_from_key(m_keys->chain, sizeof m_keys->chain, 4, kdfContext, bytes(workspaceKey));
    crypto_kdf_derive_from_key(m_keys->tag, sizeof m_keys->tag, 5, kdfContext, bytes(workspaceKey));
    sodium_mprotect_readonly(m_keys.get());
}

Vault::~Vault() = default;
Vault::Vault(Vault &&) noexcept = default;
Vault &Vault::operator=(Vault &&) noexcept = default;

QByteArray Vault::seal(const QString &plain) const
{
    const QByteArray text = plain.toUtf8();
    QByteArray cipher(headBytes + text.size() + tagBytes, Qt::Uninitialized);
    cipher[0] = formatVersion;
    randombytes_buf(cipher.data() + 1, nonceBytes);
    unsigned char *out = bytes(cipher);
    // The version byte is authenticated with the rest.
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + headBytes, nullptr, bytes(text),
                                               static_cast<unsigned long long>(text.size()), out, 1, nullptr, out + 1,
                                               m_keys->seal);
    return cipher;
}

Result<QString> Vault::open(const QByteArray &cipher) const
{
    if (cipher.size() < headBytes + tagBytes || cipher.at(0) != formatVersion)
        return domain::fail(ErrorCode::Damaged, u"not a sealed text"_s);
    QByteArray text(cipher.size() - headBytes - tagBytes, Qt::Uninitialized);
    const unsigned char *in = bytes(cipher);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(text), nullptr, nullptr, in + headBytes,
                                                   static_cast<unsigned long long>(cipher.size() - headBytes), in, 1,
                                                   in + 1, m_keys->seal) != 0)
        return domain::fail(ErrorCode::Damaged, u"a sealed text does not open with this key"_s);
    return QString::fromUtf8(text);
}

QByteArray Vault::keyedHash(const unsigned char *key, const QByteArray &data) const
{
    QByteArray hash(indexBytes, Qt::Uninitialized);
    crypto_generichash(bytes(hash), static_cast<size_t>(hash.size()), bytes(data),
                       static_cast<unsigned long long>(data.size()), key, crypto_generichash_KEYBYTES);
    return hash;
}

QByteArray Vault::indexOf(const domain::Address &address) const
{
    return keyedHash(m_keys->index, domain::addressKeyText(address));
}

QByteArray Vault::indexOf(QStringView normalForm) const
{
    const auto channel = normalForm.contains(u'@') ? domain::Channel::Email : domain::Channel::Sms;
    return indexOf(domain::Address{channel, normalForm.toString()});
}

QByteArray Vault::tagOf(const QByteArray &purpose, const QByteArray &data) const
{
    return keyedHash(m_keys->tag, QByteArray::number(purpose.size()) + ':' + purpose + data);
}

bool Vault::isTagOf(const QByteArray &tag, const QByteArray &purpose, const QByteArray &data) const
{
    const QByteArray right = tagOf(purpose, data);
    return tag.size() == right.size() &&
           sodium_memcmp(tag.constData(), right.constData(), static_cast<size_t>(right.size())) == 0;
}

QByteArray Vault::checkValue() const { return keyedHash(m_keys->check, "heliograph workspace"_ba); }

QByteArray Vault::chainHash(const QByteArray &previous, const QList<QByteArray> &fields) const
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, m_keys->chain, sizeof m_keys->chain, crypto_generichash_BYTES);
    const auto add = [&state](const QByteArray &field) {
        const QByteArray length = QByteArray::number(field.size()) + ':';
        for (const QByteArray &part : {length, field})
            crypto_generichash_update(&state, bytes(part), static_cast<unsigned long long>(part.size()));
    };
    add(previous);
    for (const QByteArray &field : fields)
        add(field);
    QByteArray hash(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash_final(&state, bytes(hash), crypto_generichash_BYTES);
    return hash;
}

} // namespace storage
