#include "storage/workspace/routestore.h"

namespace storage {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::Result;

namespace {

const QDate epoch(1970, 1, 1);

} // namespace

Result<QList<domain::Route>> RouteStore::routes()
{
    Statement &s = m_connection.statement("SELECT channel, country, category, position, weight, provider_id, sender"
                                          " FROM route ORDER BY channel, country, category, position, id");
    QList<domain::Route> routes;
    while (s.next()) {
        domain::Route route;
        route.channel = domain::channelFromText(s.text(0)).value_or(domain::Channel::Sms);
        route.country = s.text(1);
        route.category = domain::categoryFromText(s.text(2));
        route.position = static_cast<int>(s.integer(3));
        route.weight = static_cast<int>(s.integer(4));
        route.provider = domain::ProviderId{s.integer(5)};
        route.sender = s.text(6);
        routes << route;
    }
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return routes;
}

Result<void> RouteStore::replaceRoutes(const QList<domain::Route> &routes)
{
    if (auto done = m_connection.statement("DELETE FROM route").exec(); !done)
        return done;
    Statement &s =
        m_connection.statement("INSERT INTO route (channel, country, category, position, weight, provider_id, sender)"
                               " SELECT ?1, ?2, ?3, ?4, ?5, id, ?7 FROM provider WHERE id = ?6");
    for (const domain::Route &route : routes) {
        s.bind(1, domain::toText(route.channel))
            .bind(2, route.country)
            .bind(3, route.category ? domain::toText(*route.category) : u""_s)
            .bind(4, route.position)
            .bind(5, route.weight)
            .bind(6, route.provider.value)
            .bind(7, route.sender);
        if (auto done = s.exec(); !done)
            return done;
        if (s.changes() != 1)
            return domain::fail(ErrorCode::NotFound, u"no such provider"_s);
    }
    return {};
}

Result<int> RouteStore::routesBy(domain::ProviderId provider)
{
    Statement &s = m_connection.statement("SELECT count(*) FROM route WHERE provider_id = ?");
    s.bind(1, provider.value);
    if (!s.next())
        return tl::unexpected(m_connection.lastError());
    const int count = static_cast<int>(s.integer(0));
    s.finish();
    return count;
}

Result<QList<domain::Price>> RouteStore::prices()
{
    Statement &s = m_connection.statement("SELECT provider_id, channel, country, unit, micros, currency, valid_from"
                                          " FROM price ORDER BY provider_id, channel, country, valid_from");
    QList<domain::Price> prices;
    while (s.next()) {
        domain::Price price;
        price.provider = domain::ProviderId{s.integer(0)};
        price.channel = domain::channelFromText(s.text(1)).value_or(domain::Channel::Sms);
        price.country = s.text(2);
        price.unit = domain::priceUnitFromText(s.text(3)).value_or(domain::Price::Unit::Segment);
        price.amount = {s.integer(4), s.text(5)};
        price.validFrom = epoch.addDays(s.integer(6));
        prices << price;
    }
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return prices;
}

Result<void> RouteStore::savePrices(const QList<domain::Price> &prices)
{
    Statement &s = m_connection.statement(
        "INSERT INTO price (provider_id, channel, country, unit, micros, currency, valid_from)"
        " SELECT id, ?2, ?3, ?4, ?5, ?6, ?7 FROM provider WHERE id = ?1"
        " ON CONFLICT (provider_id, channel, country, valid_from)"
        " DO UPDATE SET unit = excluded.unit, micros = excluded.micros, currency = excluded.currency");
    for (const domain::Price &price : prices) {
        s.bind(1, price.provider.value)
            .bind(2, domain::toText(price.channel))
            .bind(3, price.country)
            .bind(4, domain::toText(price.unit))
            .bind(5, price.amount.micros)
            .bind(6, price.amount.currency)
            .bind(7, epoch.daysTo(price.validFrom));
        if (auto done = s.exec(); !done)
            return done;
        if (s.changes() != 1)
            return domain::fail(ErrorCode::NotFound, u"no such provider"_s);
    }
    return {};
}

Result<int> RouteStore::removePrices(domain::ProviderId provider)
{
    Statement &s = m_connection.statement("DELETE FROM price WHERE provider_id = ?");
    if (auto done = s.bind(1, provider.value).exec(); !done)
        return tl::unexpected(done.error());
    return static_cast<int>(s.changes());
}

Result<int> RouteStore::removePrices(const QList<domain::Price> &prices)
{
    Statement &s = m_connection.statement(
        "DELETE FROM price WHERE provider_id = ? AND channel = ? AND country = ? AND valid_from = ?");
    qint64 removed = 0;
    for (const domain::Price &price : prices) {
        s.bind(1, price.provider.value)
            .bind(2, domain::toText(price.channel))
            .bind(3, price.country)
            .bind(4, epoch.daysTo(price.validFrom));
        if (auto done = s.exec(); !done)
            return tl::unexpected(done.error());
        removed += s.changes();
    }
    return static_cast<int>(removed);
}

} // namespace storage
