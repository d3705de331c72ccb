#pragma once

#include "domain/core/result.h"
#include "domain/core/types.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace domain {

/// Where secrets live: the system's key store, or a file sealed with a passphrase (platform/keystore). Keys are
/// paths ("heliograph/<workspace uuid>/workspace-key"). Callbacks are called exactly once, in the
/// thread that asked, never from within the call; none is called after the store is destroyed.
/// Errors: KeyUnavailable (no store, or it is locked), WrongPassphrase, Damaged, FileNotWritable, DiskFull.
class KeyStore
{
public:
    virtual ~KeyStore() = default;

    /// NotFound where there is no such key.
    virtual void read(const QString &key, std::function<void(Result<QByteArray>)> done) = 0;
    virtual void write(const QString &key, const QByteArray &secret, std::function<void(Result<void>)> done) = 0;
    /// Succeeds where there was none.
    virtual void remove(const QString &key, std::function<void(Result<void>)> done) = 0;
};

/// Key of the workspace's own encryption key.
[[nodiscard]] inline QString workspaceKeyName(const QString &workspaceUuid)
{
    return QStringLiteral("heliograph/%1/workspace-key").arg(workspaceUuid);
}

/// Key of one secret of a provider ("auth_token", …).
[[nodiscard]] inline QString providerSecretName(const QString &workspaceUuid, ProviderId provider, const QString &name)
{
    return QStringLiteral("heliograph/%1/provider/%2/%3").arg(workspaceUuid).arg(provider.value).arg(name);
}

} // namespace domain
