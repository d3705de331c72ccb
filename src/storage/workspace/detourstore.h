#pragma once

#include "domain/core/result.h"
#include "domain/core/types.h"
#include "storage/core/connection.h"

#include <map>

namespace storage {

/// An account that does not answer, or is paused, while others take its messages.
struct ProviderDetour
{
    std::optional<domain::Instant> downSince; ///< empty: it answered last
    struct Instead
    {
        domain::Instant since{}; ///< the first message
        qint64 messages = 0;
    };
    std::map<qint64, Instead> instead; ///< by the account that took them

    [[nodiscard]] bool isEmpty() const { return !downSince && instead.empty(); }
};

/// Any thread reads; the engine writes, within a transaction of its own.
class DetourStore
{
public:
    explicit DetourStore(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] domain::Result<std::map<qint64, ProviderDetour>> all(); ///< by account
    /// Replaces what is known of this account; an account that is gone by now is passed over.
    [[nodiscard]] domain::Result<void> write(domain::ProviderId provider, const ProviderDetour &detour);

private:
    Connection &m_connection;
};

} // namespace storage
