#pragma once

#include "domain/core/keystore.h"

#include <QObject>

#include <memory>
#include <optional>

namespace platform {

/// The system's key store (Secret Service, KWallet) through QtKeychain. Answers as soon as the store does; where it
/// asks a person to unlock it, after that. Any thread with an event loop; used in the one it was made in. What it asks the
/// system runs in the application's thread, whose event loop has to run too.
class SystemKeyStore : public QObject, public domain::KeyStore
{
public:
    SystemKeyStore();
    ~SystemKeyStore() override;

    void read(const QString &key, std::function<void(domain::Result<QByteArray>)> done) override;
    void write(const QString &key, const QByteArray &secret, std::function<void(domain::Result<void>)> done) override;
    void remove(const QString &key, std::function<void(domain::Result<void>)> done) override;

    struct Link; ///< what a job in the application's thread knows of the store

private:
    std::shared_ptr<Link> m_link;
};

/// A file sealed with a passphrase. See SealedFile for its cost. Used in the thread it was made in.
class SealedKeyStore : public QObject, public domain::KeyStore
{
public:
    /// The workspace's: "F.keys" beside the file F.
    [[nodiscard]] static QString pathFor(const QString &workspaceFile)
    {
        return workspaceFile + QStringLiteral(".keys");
    }

    /// Makes the file where it does not exist. Errors as of SealedFile.
    [[nodiscard]] static domain::Result<std::unique_ptr<SealedKeyStore>> open(const QString &path,
                                                                              const QByteArray &passphrase);
    ~SealedKeyStore() override;

    void read(const QString &key, std::function<void(domain::Result<QByteArray>)> done) override;
    void write(const QString &key, const QByteArray &secret, std::function<void(domain::Result<void>)> done) override;
    void remove(const QString &key, std::function<void(domain::Result<void>)> done) override;

private:
    struct State;
    explicit SealedKeyStore(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

using KeyStoreFound = std::function<void(domain::Result<std::unique_ptr<domain::KeyStore>>)>;

/// The store a workspace file's secrets are in: its sealed file where there is one, else the system's, else (no store
/// can be reached and `mayCreate`) a new sealed file. KeyUnavailable where a passphrase is needed and none is given;
/// else errors as of SealedFile. `found` is called once, in `context`'s thread, which is the caller's, unless `context`
/// is gone by then.
void findKeyStore(const QString &workspaceFile, const std::optional<QByteArray> &passphrase, bool mayCreate,
                  QObject *context, KeyStoreFound found);

} // namespace platform
