#pragma once

#include "storage/consent/consentstore.h"

namespace storage {

/// The copy of a provider's own list of opt-outs, and the ledger kept equal to it: who is on it is suppressed, whatever
/// was said here, since the provider lets nothing through; who is gone from it may be written to again, unless
/// something else said no since. Engine thread, within a transaction of
/// the caller.
class ProviderOptOuts
{
public:
    ProviderOptOuts(Connection &connection, const Vault &vault) : m_connection(connection), m_vault(vault) {}

    /// A page of the list, read since `begunAt`. Returns how many were not suppressed yet.
    [[nodiscard]] domain::Result<qint64> add(domain::ProviderId provider, domain::Channel channel,
                                             const QStringList &addresses, domain::Instant begunAt,
                                             domain::Instant now);
    /// After the last page: up to `limit` of those the reading did not have are let back. Returns how many were gone;
    /// 0 at the end.
    [[nodiscard]] domain::Result<qint64> letBack(domain::ProviderId provider, domain::Channel channel,
                                                 domain::Instant begunAt, domain::Instant now, int limit);

private:
    [[nodiscard]] bool isSuppressed(const QByteArray &addressIndex, domain::Channel channel);
    [[nodiscard]] domain::Result<void> letBackOne(const QByteArray &addressIndex, domain::Channel channel,
                                                  domain::Instant now);

    Connection &m_connection;
    const Vault &m_vault;
};

} // namespace storage
