#pragma once

#include "domain/core/types.h"
#include "storage/core/connection.h"

namespace storage {

/// What a provider keeps and we keep a copy of.
enum class ProviderCopy { Templates, OptOuts };

/// How old such a copy is.
struct ProviderCopyState
{
    domain::ProviderId provider;
    ProviderCopy what = ProviderCopy::Templates;
    std::optional<domain::Instant> readAt; ///< when it was last read whole; empty: never yet
    domain::Instant triedAt{};
    QString problem; ///< of the last try; empty where it went well
};

/// Notes of when which copy was read. Engine thread for what writes, within a transaction of the caller.
class ProviderCopies
{
public:
    explicit ProviderCopies(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] domain::Result<QList<ProviderCopyState>> all();
    /// `problem` empty: it was read whole.
    [[nodiscard]] domain::Result<void> note(domain::ProviderId provider, ProviderCopy what, domain::Instant at,
                                            const QString &problem = {});
    /// The account is another one now: its lists say nothing of the one before. Who was suppressed by them stays so.
    [[nodiscard]] domain::Result<void> forget(domain::ProviderId provider);

private:
    Connection &m_connection;
};

} // namespace storage
