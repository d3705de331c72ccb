#include "platform/keystore/keystores.h"
#include "platform/keystore/sealedfile.h"

#include <QFileInfo>
#include <QPointer>

using namespace Qt::StringLiterals;
using namespace domain;

namespace platform {

struct SealedKeyStore::State
{
    SealedFile file;
};

SealedKeyStore::SealedKeyStore(std::unique_ptr<State> state) : m_state(std::move(state)) {}

SealedKeyStore::~SealedKeyStore() = default;

Result<std::unique_ptr<SealedKeyStore>> SealedKeyStore::open(const QString &path, const QByteArray &passphrase)
{
    const bool exists = QFileInfo::exists(path);
    auto file = exists ? SealedFile::open(path, passphrase) : SealedFile::create(path, passphrase);
    if (file && !exists)
        if (const auto saved = file->save(); !saved)
            return tl::unexpected(saved.error());
    if (!file)
        return tl::unexpected(file.error());
    return std::unique_ptr<SealedKeyStore>(new SealedKeyStore(std::make_unique<State>(State{std::move(*file)})));
}

void SealedKeyStore::read(const QString &key, std::function<void(Result<QByteArray>)> done)
{
    Result<QByteArray> found = fail(ErrorCode::NotFound, u"no such key"_s, key);
    if (const auto it = m_state->file.secrets.constFind(key); it != m_state->file.secrets.cend())
        found = *it;
    QMetaObject::invokeMethod(
        this, [done, found] { done(found); }, Qt::QueuedConnection);
}

void SealedKeyStore::write(const QString &key, const QByteArray &secret, std::function<void(Result<void>)> done)
{
    const auto before = m_state->file.secrets;
    m_state->file.secrets.insert(key, secret);
    const auto saved = m_state->file.save();
    if (!saved)
        m_state->file.secrets = before;
    QMetaObject::invokeMethod(
        this, [done, saved] { done(saved); }, Qt::QueuedConnection);
}

void SealedKeyStore::remove(const QString &key, std::function<void(Result<void>)> done)
{
    Result<void> saved;
    const auto before = m_state->file.secrets;
    if (m_state->file.secrets.remove(key) > 0) {
        saved = m_state->file.save();
        if (!saved)
            m_state->file.secrets = before;
    }
    QMetaObject::invokeMethod(
        this, [done, saved] { done(saved); }, Qt::QueuedConnection);
}

namespace {

Result<std::unique_ptr<KeyStore>> openSealed(const QString &path, const std::optional<QByteArray> &passphrase)
{
    if (!passphrase)
        return fail(ErrorCode::KeyUnavailable, u"a passphrase is needed"_s, path);
    auto store = SealedKeyStore::open(path, *passphrase);
    if (!store)
        return tl::unexpected(store.error());
    return std::unique_ptr<KeyStore>(std::move(*store));
}

} // namespace

void findKeyStore(const QString &workspaceFile, const std::optional<QByteArray> &passphrase, bool mayCreate,
                  QObject *context, KeyStoreFound found)
{
    const QString path = SealedKeyStore::pathFor(workspaceFile);
    if (QFileInfo::exists(path)) {
        QMetaObject::invokeMethod(
            context, [path, passphrase, found] { found(openSealed(path, passphrase)); }, Qt::QueuedConnection);
        return;
    }
    // Whether the system has a store shows in how it answers for a key that is not there.
    auto system = std::make_shared<std::unique_ptr<SystemKeyStore>>(std::make_unique<SystemKeyStore>());
    SystemKeyStore *probe = system->get();
    const QPointer<QObject> alive(context);
    probe->read(u"heliograph/probe"_s, [=](const Result<QByteArray> &answer) {
        if (!alive)
            return;
        QMetaObject::invokeMethod(
            context,
            [=] {
                if (answer || answer.error().code == ErrorCode::NotFound)
                    found(std::unique_ptr<KeyStore>(std::move(*system)));
                else if (mayCreate)
                    found(openSealed(path, passphrase));
                else
                    found(tl::unexpected(answer.error()));
            },
            Qt::QueuedConnection);
    });
}

} // namespace platform
