#pragma once

#include "domain/provider/pricelist.h"
#include "domain/provider/route.h"
#include "storage/core/connection.h"

namespace storage {

/// Which way messages go, and what they cost there. Engine thread for what writes, within a transaction of the caller.
class RouteStore
{
public:
    explicit RouteStore(Connection &connection) : m_connection(connection) {}

    /// By channel, country, category and position.
    [[nodiscard]] domain::Result<QList<domain::Route>> routes();
    /// These take the place of all there are. Conflict where one comes twice, NotFound where there is no such account.
    [[nodiscard]] domain::Result<void> replaceRoutes(const QList<domain::Route> &routes);
    /// Routes that name this account.
    [[nodiscard]] domain::Result<int> routesBy(domain::ProviderId provider);

    /// By account, channel, country and day.
    [[nodiscard]] domain::Result<QList<domain::Price>> prices();
    /// Adds them; one for the same account, channel, country and day takes the older's place.
    [[nodiscard]] domain::Result<void> savePrices(const QList<domain::Price> &prices);
    [[nodiscard]] domain::Result<int> removePrices(domain::ProviderId provider);
    /// Those for the same account, channel, country and day.
    [[nodiscard]] domain::Result<int> removePrices(const QList<domain::Price> &prices);

private:
    Connection &m_connection;
};

} // namespace storage
