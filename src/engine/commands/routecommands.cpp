#include "engine/commands/routecommands.h"

#include "domain/address/timezones.h"
#include "storage/workspace/providerstore.h"
#include "storage/workspace/routestore.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::Result;

namespace {

constexpr qsizetype mostRoutes = 1'000;
constexpr qsizetype mostPrices = 100'000;
constexpr int heaviest = 1'000;
constexpr int lastPosition = 99;
constexpr qsizetype longestSender = 64;

tl::unexpected<domain::Error> wrong(const QString &word, const QString &place)
{
    return domain::fail(ErrorCode::InvalidInput, word, place);
}

bool isCountry(const QString &country)
{
    return country.isEmpty() || (country == country.toUpper() && !domain::zonesOfCountry(country).isEmpty());
}

QJsonObject noted(const domain::Route &route)
{
    return {{u"channel"_s, domain::toText(route.channel)},
            {u"country"_s, route.country},
            {u"category"_s, route.category ? domain::toText(*route.category) : QString()},
            {u"position"_s, route.position},
            {u"weight"_s, route.weight},
            {u"provider"_s, route.provider.value},
            {u"sender"_s, route.sender}};
}

QJsonObject noted(const QList<domain::Route> &routes)
{
    QJsonArray rows;
    for (const domain::Route &route : routes)
        rows << noted(route);
    return {{u"routes"_s, rows}};
}

/// What two routes must not have in common.
QString keyOf(const domain::Route &route)
{
    return QStringList{domain::toText(route.channel), route.country,
                       route.category ? domain::toText(*route.category) : QString(),
                       QString::number(route.provider.value), route.sender}
        .join(u'\n');
}

} // namespace

Result<void> RouteCommands::saveRoutes(const QList<domain::Route> &routes)
{
    if (routes.size() > mostRoutes)
        return wrong(u"range"_s, u"routes"_s);
    QSet<QString> known;
    for (qsizetype i = 0; i < routes.size(); ++i) {
        const domain::Route &route = routes[i];
        const auto at = [i](QLatin1String field) { return u"routes[%1].%2"_s.arg(i).arg(field); };
        if (!isCountry(route.country) || (!route.country.isEmpty() && route.channel == domain::Channel::Email))
            return wrong(u"format"_s, at("country"_L1));
        if (route.weight < 1 || route.weight > heaviest)
            return wrong(u"range"_s, at("weight"_L1));
        if (route.position < 0 || route.position > lastPosition)
            return wrong(u"range"_s, at("position"_L1));
        const bool isPlain = std::all_of(route.sender.begin(), route.sender.end(), [](QChar c) { return c.isPrint(); });
        if (!isPlain || route.sender.size() > longestSender || route.sender != route.sender.trimmed())
            return wrong(u"format"_s, at("sender"_L1));
        if (known.contains(keyOf(route)))
            return wrong(u"twice"_s, at("provider"_L1));
        known.insert(keyOf(route));
    }
    return changeOnly(m_context, [&](ChangeNote &note) -> Result<void> {
        storage::ProviderStore providers(m_context.connection);
        for (qsizetype i = 0; i < routes.size(); ++i) {
            const QString place = u"routes[%1].provider"_s.arg(i);
            auto provider = providers.provider(routes[i].provider);
            if (!provider) {
                provider.error().place = place;
                return tl::unexpected(provider.error());
            }
            if (!provider->channels.contains(routes[i].channel))
                return wrong(u"channel"_s, place);
        }
        storage::RouteStore store(m_context.connection);
        const auto before = store.routes();
        if (!before)
            return tl::unexpected(before.error());
        note = {u"routes.change"_s, u"workspace"_s, noted(*before), noted(routes)};
        return store.replaceRoutes(routes);
    });
}

Result<void> RouteCommands::savePrices(const QList<domain::Price> &prices)
{
    if (prices.isEmpty() || prices.size() > mostPrices)
        return wrong(u"range"_s, u"prices"_s);
    for (qsizetype i = 0; i < prices.size(); ++i) {
        const domain::Price &price = prices[i];
        const auto at = [i](QLatin1String field) { return u"prices[%1].%2"_s.arg(i).arg(field); };
        if (!isCountry(price.country))
            return wrong(u"format"_s, at("country"_L1));
        if (price.amount.micros < 0)
            return wrong(u"range"_s, at("price"_L1));
        if (price.amount.currency.size() != 3)
            return wrong(u"format"_s, at("currency"_L1));
        if (!price.validFrom.isValid())
            return wrong(u"format"_s, at("validFrom"_L1));
    }
    return changeOnly(m_context, [&](ChangeNote &note) -> Result<void> {
        note = {u"prices.save"_s, u"workspace"_s, {}, {{u"prices"_s, prices.size()}}};
        return storage::RouteStore(m_context.connection).savePrices(prices);
    });
}

Result<void> RouteCommands::removePrices(domain::ProviderId provider)
{
    return changeOnly(m_context, [&](ChangeNote &note) -> Result<void> {
        const auto removed = storage::RouteStore(m_context.connection).removePrices(provider);
        if (!removed)
            return tl::unexpected(removed.error());
        note = {u"prices.remove"_s, u"provider:%1"_s.arg(provider.value), {{u"prices"_s, *removed}}, {}};
        return {};
    });
}

Result<void> RouteCommands::removePrices(const QList<domain::Price> &prices)
{
    if (prices.isEmpty() || prices.size() > mostPrices)
        return wrong(u"range"_s, u"prices"_s);
    return changeOnly(m_context, [&](ChangeNote &note) -> Result<void> {
        const auto removed = storage::RouteStore(m_context.connection).removePrices(prices);
        if (!removed)
            return tl::unexpected(removed.error());
        note = {u"prices.remove"_s, u"workspace"_s, {{u"prices"_s, *removed}}, {}};
        return {};
    });
}

} // namespace engine
