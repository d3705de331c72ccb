#pragma once

#include "engine/sending/services.h"

#include <map>

namespace engine {

/// The configured providers, ready to be asked, each with its pace. Engine thread; owned by Engine.
class ProviderPool
{
public:
    static constexpr int unreachableAfter = 3;

    struct Entry
    {
        storage::ProviderRecord record;
        // shared_ptr: an answer may come after the provider was configured anew
        std::shared_ptr<const domain::Provider> provider; ///< null: its settings do not fit
        domain::ProviderCapabilities can;
        Pace pace{{}};
        QByteArray callbackUrl; ///< where it is to tell what becomes of a message; empty: nowhere
        int unreachable = 0;    ///< requests in a row that did not get through

        /// How many may leave now; where nobody answers, one at a time finds out when somebody does.
        [[nodiscard]] int room(Ticks now)
        {
            const int room = pace.room(now);
            return unreachable < unreachableAfter ? room : pace.inFlight() == 0 ? std::min(room, 1) : 0;
        }
        /// Somebody answered there lately, or it is time to find out whether somebody does.
        [[nodiscard]] bool isReachable(Ticks now) { return unreachable < unreachableAfter || room(now) > 0; }
        [[nodiscard]] bool isUsable() const { return provider && record.enabled && record.pausedReason.isEmpty(); }
    };

    explicit ProviderPool(Services &services) : m_services(services) {}

    /// Reads the rows again; what is open stays counted.
    [[nodiscard]] domain::Result<void> reload();
    /// The wanted one if it can be used, else the first usable one of the channel by position; null if there is none.
    /// One that does not answer, or is to be avoided, only where there is no other.
    [[nodiscard]] Entry *route(domain::Channel channel, domain::ProviderId wanted, domain::ProviderId avoided = {});
    [[nodiscard]] Entry *find(domain::ProviderId id);
    [[nodiscard]] std::map<qint64, Entry> &entries() { return m_entries; }

    /// A refusal for configuration: nothing is burnt, a person has to look.
    [[nodiscard]] domain::Result<void> pause(domain::ProviderId id, const QString &reason, const QString &detail);

private:
    Services &m_services;
    std::map<qint64, Entry> m_entries; // addresses stay while others come and go
    QList<qint64> m_order;             // by position
};

} // namespace engine
