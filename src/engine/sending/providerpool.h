#pragma once

#include "domain/provider/pricelist.h"
#include "domain/provider/route.h"
#include "engine/routing/detours.h"
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

    /// What a message is asked a way for.
    struct Asked
    {
        domain::Channel channel = domain::Channel::Sms;
        domain::Category category = domain::Category::Marketing;
        QString country;
        domain::MessageId message;
        domain::ProviderId wanted;  ///< invalid: by route
        domain::ProviderId avoided; ///< only where there is no other
    };
    struct Way
    {
        Entry *entry = nullptr;        ///< null: there is none
        QString sender;                ///< empty: the account's own
        domain::ProviderId passedOver; ///< that would have been right, but does not answer or is paused
    };

    explicit ProviderPool(Services &services) : m_services(services), m_detours(services.connection) {}

    /// Reads the rows again; what is open stays counted.
    [[nodiscard]] domain::Result<void> reload();
    /// The wanted one if it can be used, else the first usable one of the routes written for this case; where none is
    /// written, by position, those first that no route of the channel names. One that does not answer, or is to be
    /// avoided, only where there is no other.
    [[nodiscard]] Way route(const Asked &asked);
    /// How many messages of a channel may leave now, by whatever way: no more than that need be looked at.
    [[nodiscard]] int room(domain::Channel channel, domain::ProviderId wanted);
    /// When there is room again; empty: an answer comes first, or nobody can be used.
    [[nodiscard]] std::optional<Ticks> nextRoomAt(domain::Channel channel, domain::ProviderId wanted);
    /// Whether routes decide in this channel: then an earlier attempt's account does not.
    [[nodiscard]] bool hasRoutes(domain::Channel channel) const { return m_routes.hasRoutes(channel); }
    /// Of the price list, or as the account's own setting has it; the currency is empty where no price is known.
    [[nodiscard]] domain::Money estimate(const Entry &entry, domain::Channel channel, const QString &country,
                                         int segments, qint64 day) const;
    [[nodiscard]] Entry *find(domain::ProviderId id);
    [[nodiscard]] std::map<qint64, Entry> &entries() { return m_entries; }

    /// What goes another way than it should.
    [[nodiscard]] Detours &detours() { return m_detours; }

    /// A refusal for configuration: nothing is burnt, a person has to look.
    [[nodiscard]] domain::Result<void> pause(domain::ProviderId id, const QString &reason, const QString &detail);

private:
    /// Those that may take a channel's messages now; the first alone where no route decides.
    [[nodiscard]] QList<Entry *> waysOf(domain::Channel channel, domain::ProviderId wanted);
    /// Null where its settings do not fit.
    [[nodiscard]] std::shared_ptr<const domain::Provider> make(const storage::ProviderRecord &record) const;

    Services &m_services;
    std::map<qint64, Entry> m_entries; // addresses stay while others come and go
    QList<qint64> m_order;             // by position
    domain::RouteTable m_routes;
    domain::PriceList m_prices;
    Detours m_detours;
};

} // namespace engine
