#include "gui/settings/routerules.h"

#include "domain/provider/route.h"
#include "gui/kit/choices.h"
#include "gui/kit/formats.h"
#include "gui/kit/tones.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gui {

using domain::Route;

namespace {

struct RouteText
{
    Q_DECLARE_TR_FUNCTIONS(gui::RouteText)
};

constexpr qsizetype mostNamed = 3;

bool byName(const QString &a, const QString &b)
{
    return QString::localeAwareCompare(countryName(a), countryName(b)) < 0;
}

bool sameCase(const Route &a, const Route &b)
{
    return a.channel == b.channel && a.country == b.country && a.category == b.category;
}

/// The ways without their country, and with positions that follow each other.
QList<Route> bare(QList<Route> ways)
{
    std::stable_sort(ways.begin(), ways.end(), [](const Route &a, const Route &b) { return a.position < b.position; });
    int position = -1;
    int before = -1;
    for (Route &way : ways) {
        position += way.position != before ? 1 : 0;
        before = std::exchange(way.position, position);
        way.country.clear();
    }
    return ways;
}

/// How close a rule is to a message: country and category, country, category, the channel as a whole.
int distanceOf(const RouteRule &rule) { return (rule.countries.isEmpty() ? 2 : 0) + (rule.category ? 0 : 1); }

bool isAskedBefore(const RouteRule &a, const RouteRule &b)
{
    if (a.channel != b.channel)
        return a.channel < b.channel;
    if (distanceOf(a) != distanceOf(b))
        return distanceOf(a) < distanceOf(b);
    if (a.countries != b.countries && !a.countries.isEmpty() && !b.countries.isEmpty())
        return byName(a.countries.first(), b.countries.first());
    return a.category < b.category;
}

QString nameOf(domain::ProviderId id, const QList<engine::ProviderRow> &providers)
{
    for (const engine::ProviderRow &provider : providers)
        if (provider.id == id)
            return provider.name;
    return {};
}

QString joined(QStringList names)
{
    if (names.size() < 2)
        return names.value(0);
    const QString last = names.takeLast();
    return RouteText::tr("%1 and %2", "a list's end").arg(names.join(u", "_s), last);
}

} // namespace

QList<RouteRule> rulesOf(const QList<Route> &routes)
{
    QList<RouteRule> rules;
    QList<Route> seen; // one of each case
    for (const Route &first : routes) {
        if (std::any_of(seen.cbegin(), seen.cend(), [&](const Route &other) { return sameCase(first, other); }))
            continue;
        seen << first;
        RouteRule rule{first.channel, {}, first.category, {}};
        for (const Route &route : routes)
            if (sameCase(first, route))
                rule.ways << route;
        rule.ways = bare(rule.ways);
        if (first.country.isEmpty()) {
            rules << rule;
            continue;
        }
        const auto same = std::find_if(rules.begin(), rules.end(), [&rule](const RouteRule &other) {
            return !other.countries.isEmpty() && other.ways == rule.ways; // whose channel and category are equal then
        });
        if (same != rules.end()) {
            same->countries << first.country;
        } else {
            rule.countries << first.country;
            rules << rule;
        }
    }
    for (RouteRule &rule : rules)
        std::sort(rule.countries.begin(), rule.countries.end(), byName);
    std::stable_sort(rules.begin(), rules.end(), isAskedBefore);
    return rules;
}

QList<Route> routesOf(const QList<RouteRule> &rules)
{
    QList<Route> routes;
    for (const RouteRule &rule : rules) {
        for (const QString &country : rule.countries.isEmpty() ? QStringList{QString()} : rule.countries) {
            for (Route way : rule.ways) {
                way.channel = rule.channel;
                way.country = country;
                way.category = rule.category;
                routes << way;
            }
        }
    }
    return routes;
}

QList<Route> replaced(const QList<Route> &routes, const RouteRule &before, const RouteRule &after)
{
    const QList<Route> gone = routesOf({before, after});
    QList<Route> kept = routes;
    kept.removeIf([&gone](const Route &route) {
        return std::any_of(gone.cbegin(), gone.cend(), [&route](const Route &one) { return sameCase(one, route); });
    });
    return kept + routesOf({after});
}

QStringList takenCountries(const RouteRule &rule, const QList<RouteRule> &others)
{
    QStringList taken;
    for (const RouteRule &other : others) {
        if (other.channel != rule.channel || other.category != rule.category)
            continue;
        if (rule.countries.isEmpty() && other.countries.isEmpty())
            taken << QString();
        for (const QString &country : rule.countries)
            if (other.countries.contains(country))
                taken << country;
    }
    return taken;
}

QString countryWords(const QStringList &countries)
{
    QStringList names;
    const qsizetype named = countries.size() > mostNamed ? mostNamed - 1 : countries.size();
    for (const QString &country : countries.first(named))
        names << countryName(country);
    if (named < countries.size())
        names << RouteText::tr("%Ln more", "countries, at a list's end", static_cast<int>(countries.size() - named));
    return joined(names);
}

QString caseWords(domain::Channel channel, const QStringList &countries, std::optional<domain::Category> category)
{
    QStringList parts{wordFor(channel)};
    if (category)
        parts << wordFor(*category);
    if (!countries.isEmpty())
        parts << RouteText::tr("to %1", "a country").arg(countryWords(countries));
    if (parts.size() == 1)
        parts << RouteText::tr("everything else", "messages no closer rule is for");
    return parts.join(u" · "_s);
}

QString wayWords(const QList<Route> &ways, const QList<engine::ProviderRow> &providers)
{
    QStringList steps;
    for (auto first = ways.begin(); first != ways.end();) {
        const auto end =
            std::find_if(first, ways.end(), [first](const Route &way) { return way.position != first->position; });
        int together = 0;
        for (auto way = first; way != end; ++way)
            together += way->weight;
        QStringList names;
        for (auto way = first; way != end; ++way) {
            QString name = nameOf(way->provider, providers);
            if (!way->sender.isEmpty())
                name = RouteText::tr("%1 (from %2)", "an account and its sender").arg(name, way->sender);
            if (end - first > 1)
                name = RouteText::tr("%1 by %2", "a share by an account")
                           .arg(u"%1 %"_s.arg(number(qRound(100.0 * way->weight / together))), name);
            names << name;
        }
        steps << joined(names);
        first = end;
    }
    return steps.join(RouteText::tr(", then ", "between accounts that are tried one after the other"));
}

QList<Route> defaultWays(domain::Channel channel, const QList<Route> &routes,
                         const QList<engine::ProviderRow> &providers)
{
    const domain::RouteTable table(routes);
    QList<Route> ways;
    for (const bool isNamed : {false, true})
        for (const engine::ProviderRow &provider : providers)
            if (provider.channels.contains(channel) && table.names(provider.id, channel) == isNamed)
                ways << Route{channel, {}, {}, static_cast<int>(ways.size()), 1, provider.id, {}};
    return ways;
}

bool hasDefault(domain::Channel channel, const QList<Route> &routes)
{
    return std::none_of(routes.cbegin(), routes.cend(), [channel](const Route &route) {
        return route.channel == channel && route.country.isEmpty() && !route.category;
    });
}

} // namespace gui
