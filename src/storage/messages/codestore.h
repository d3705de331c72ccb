#pragma once

#include "domain/core/result.h"
#include "domain/message/state.h"
#include "storage/core/connection.h"

#include <optional>

namespace storage {

/// A one-time code of a provider's, as far as it is known here.
struct OneTimeCode
{
    domain::MessageId message;
    domain::ProviderId provider;
    QByteArray addressIndex;
    domain::MessageState state = domain::MessageState::Queued;
    std::chrono::seconds validity{0};
    domain::Instant queuedAt{};
    std::optional<domain::Instant> leftAt;
    int tries = 0;
    std::optional<domain::Instant> verifiedAt;

    /// Until when a check can succeed; of one that waits still, at the latest.
    [[nodiscard]] domain::Instant validUntil() const;
    /// It may be with somebody now.
    [[nodiscard]] bool isOpen(domain::Instant now) const;
};

/// What is known of the one-time codes that providers make, send and check. Engine thread; what writes stands within a
/// transaction of the caller.
class CodeStore
{
public:
    explicit CodeStore(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] domain::Result<void> add(domain::MessageId message, std::chrono::seconds validity);
    /// Empty where the message brings no code.
    [[nodiscard]] std::optional<std::chrono::seconds> validityOf(domain::MessageId message);
    /// The last one for this address, whatever became of it.
    [[nodiscard]] domain::Result<std::optional<OneTimeCode>> newestTo(const QByteArray &addressIndex,
                                                                      domain::Channel channel);
    /// The provider's codes that have not been verified and were ordered since then, newest first.
    [[nodiscard]] domain::Result<QList<OneTimeCode>> unverified(domain::ProviderId provider, domain::Instant since);
    [[nodiscard]] domain::Result<void> countTry(domain::MessageId message);
    /// False where it was verified before.
    [[nodiscard]] domain::Result<bool> setVerified(domain::MessageId message, domain::Instant at);

private:
    [[nodiscard]] domain::Result<QList<OneTimeCode>> read(Statement &statement);

    Connection &m_connection;
};

} // namespace storage
