#include "domain/provider/route.h"

#include <algorithm>
#include <cmath>

namespace domain {

namespace {

/// Even and unlike its neighbours (the finishing steps of SplitMix64).
quint64 mixed(quint64 x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// The smallest goes first; over many messages a route is first in proportion to its weight.
double drawOf(const Route &route, MessageId message)
{
    quint64 seed = mixed(static_cast<quint64>(message.value)) ^ static_cast<quint64>(route.provider.value);
    for (const QChar c : route.sender)
        seed = mixed(seed ^ c.unicode());
    const double even = (static_cast<double>(mixed(seed) >> 11) + 0.5) * 0x1.0p-53; // in (0, 1)
    return -std::log(even) / std::max(route.weight, 1);
}

} // namespace

RouteTable::RouteTable(QList<Route> routes) : m_routes(std::move(routes))
{
    std::stable_sort(m_routes.begin(), m_routes.end(),
                     [](const Route &a, const Route &b) { return a.position < b.position; });
}

QList<Route> RouteTable::caseOf(Channel channel, const QString &country, Category category) const
{
    for (const bool byCountry : {true, false}) {
        for (const bool byCategory : {true, false}) {
            QList<Route> found;
            for (const Route &route : m_routes) {
                const bool fits = route.channel == channel && route.country.isEmpty() != byCountry &&
                                  (!byCountry || route.country == country) &&
                                  route.category.has_value() == byCategory &&
                                  (!byCategory || route.category == category);
                if (fits)
                    found << route;
            }
            if (!found.isEmpty())
                return found;
        }
    }
    return {};
}

QList<Route> RouteTable::waysOf(Channel channel, const QString &country, Category category, MessageId message) const
{
    QList<Route> ways = caseOf(channel, country, category);
    for (auto first = ways.begin(); first != ways.end();) {
        const auto end =
            std::find_if(first, ways.end(), [first](const Route &route) { return route.position != first->position; });
        if (end - first > 1)
            std::sort(first, end,
                      [message](const Route &a, const Route &b) { return drawOf(a, message) < drawOf(b, message); });
        first = end;
    }
    return ways;
}

bool RouteTable::names(ProviderId provider, Channel channel) const
{
    return std::any_of(m_routes.cbegin(), m_routes.cend(),
                       [&](const Route &route) { return route.provider == provider && route.channel == channel; });
}

bool RouteTable::hasRoutes(Channel channel) const
{
    return std::any_of(m_routes.cbegin(), m_routes.cend(),
                       [channel](const Route &route) { return route.channel == channel; });
}

} // namespace domain
