#include "engine/routing/pricing.h"

#include "storage/workspace/providerstore.h"
#include "storage/workspace/routestore.h"

#include <algorithm>
#include <cmath>

namespace engine {

using domain::Result;

namespace {

using Record = storage::ProviderRecord;

/// An account and its share of a country's messages.
struct Share
{
    const Record *provider = nullptr;
    double part = 1;
};

class Ways
{
public:
    Ways(const QList<Record> &providers, QList<domain::Route> routes, domain::Channel channel,
         domain::Category category, domain::ProviderId wanted)
        : m_providers(providers), m_table(std::move(routes)), m_channel(channel), m_category(category), m_wanted(wanted)
    {}

    /// As ProviderPool::route would share them while everybody answers.
    [[nodiscard]] QList<Share> of(const QString &country) const
    {
        if (const Record *provider = usable(m_wanted))
            return {{provider, 1}};
        QList<Share> shares;
        const QList<domain::Route> written = m_table.caseOf(m_channel, country, m_category);
        std::optional<int> position;
        double weights = 0;
        for (const domain::Route &route : written) {
            const Record *provider = usable(route.provider);
            if (!provider || (position && route.position != *position))
                continue;
            position = route.position;
            weights += route.weight;
            const auto known = std::find_if(shares.begin(), shares.end(),
                                            [provider](const Share &share) { return share.provider == provider; });
            if (known != shares.end())
                known->part += route.weight;
            else
                shares << Share{provider, static_cast<double>(route.weight)};
        }
        for (Share &share : shares)
            share.part /= weights;
        if (!written.isEmpty())
            return shares;
        for (const bool isNamed : {false, true})
            for (const Record &provider : m_providers)
                if (usable(provider.id) && m_table.names(provider.id, m_channel) == isNamed)
                    return {{&provider, 1}};
        return {};
    }

private:
    [[nodiscard]] const Record *usable(domain::ProviderId id) const
    {
        for (const Record &provider : m_providers)
            if (provider.id == id && provider.enabled && provider.pausedReason.isEmpty() &&
                provider.channels.contains(m_channel))
                return &provider;
        return nullptr;
    }

    const QList<Record> &m_providers;
    domain::RouteTable m_table;
    domain::Channel m_channel;
    domain::Category m_category;
    domain::ProviderId m_wanted;
};

void add(QList<domain::Money> &costs, const domain::Money &cost)
{
    if (cost.currency.isEmpty())
        return;
    for (domain::Money &sum : costs)
        if (sum.currency == cost.currency) {
            sum.micros += cost.micros;
            return;
        }
    costs << cost;
}

} // namespace

Result<PricedAudience> priced(storage::Connection &connection, domain::Channel channel, domain::Category category,
                              domain::ProviderId wanted, const QList<CountryPart> &people, double perMessage,
                              const domain::Money &past, QDate day)
{
    storage::RouteStore store(connection);
    const auto providers = storage::ProviderStore(connection).all();
    auto routes = store.routes();
    auto prices = store.prices();
    if (!providers)
        return tl::unexpected(providers.error());
    if (!routes)
        return tl::unexpected(routes.error());
    if (!prices)
        return tl::unexpected(prices.error());
    const Ways ways(*providers, *std::move(routes), channel, category, wanted);
    const domain::PriceList list(*std::move(prices));

    PricedAudience made;
    QList<const Record *> used;
    for (const CountryPart &group : people) {
        QList<Share> shares = ways.of(group.country);
        if (shares.isEmpty())
            shares << Share{};
        qint64 left = group.people;
        for (qsizetype i = 0; i < shares.size(); ++i) {
            const Share &share = shares[i];
            const bool isLast = i == shares.size() - 1;
            const qint64 messages =
                isLast ? left : std::min<qint64>(left, std::llround(share.part * static_cast<double>(group.people)));
            left -= messages;
            const auto segments = static_cast<qint64>(std::llround(perMessage * static_cast<double>(messages)));
            const auto price =
                share.provider ? list.priceOf(share.provider->id, channel, group.country, day) : std::nullopt;
            domain::Money cost{past.micros * segments, past.currency};
            if (price) {
                const qint64 units = price->unit == domain::Price::Unit::Segment ? segments : messages;
                cost = {price->amount.micros * units, price->amount.currency};
            }
            add(made.costs, cost);
            made.parts << CampaignReview::Part{share.provider ? share.provider->name : QString(), group.country,
                                               messages, segments, cost};
            if (share.provider && !used.contains(share.provider)) {
                used << share.provider;
                if (!made.kinds.contains(share.provider->kind))
                    made.kinds << share.provider->kind;
                made.perSecond += share.provider->ratePerSecond;
            }
        }
    }
    return made;
}

} // namespace engine
