#pragma once

#include "engine/sending/services.h"

#include <QHash>

#include <deque>

namespace engine {

/// Whom an account has written to first within the last 24 hours, beside how many people its provider allows
/// (WhatsApp's messaging limit; whatsapp_cloud.md, section 6). What left before the program began is read from the
/// attempts when it is asked for first. Only of accounts with a limit. Engine thread; owned by WindowRule.
class DailyReach
{
public:
    explicit DailyReach(Services &services) : m_services(services) {}

    /// They may have been read anew.
    void forgetLimits() { m_limits.reset(); }
    /// 0: any number.
    [[nodiscard]] int limitOf(domain::ProviderId provider);
    /// This person is one of those anyway, or there is room for one more.
    [[nodiscard]] bool mayWriteFirst(domain::ProviderId provider, const QByteArray &addressIndex, domain::Instant now);
    void note(domain::ProviderId provider, const QByteArray &addressIndex, domain::Instant now);

private:
    struct Reached
    {
        QHash<QByteArray, domain::Instant> last; ///< by address index
        std::deque<std::pair<domain::Instant, QByteArray>> inOrder;
    };
    [[nodiscard]] Reached &reachedBy(domain::ProviderId provider, domain::Instant now);

    Services &m_services;
    std::optional<QHash<qint64, int>> m_limits; ///< by provider; empty: to be read
    QHash<qint64, Reached> m_reached;
};

/// Keeps what a provider said of its limit. Within a transaction of the caller.
[[nodiscard]] domain::Result<void> notePeopleADay(storage::Connection &connection, domain::ProviderId provider,
                                                  int people);

} // namespace engine
