#pragma once

#include "domain/provider/pricelist.h"
#include "domain/provider/route.h"
#include "engine/commands/change.h"

namespace engine {

/// Changes to the ways messages go, and to what they cost there. Engine thread.
class RouteCommands
{
public:
    explicit RouteCommands(CommandContext context) : m_context(std::move(context)) {}

    /// These take the place of all routes. InvalidInput with the place ("routes[3].weight") and a word ("range",
    /// "format", "twice", "channel": the account does not offer it), NotFound for an account that is gone.
    [[nodiscard]] domain::Result<void> saveRoutes(const QList<domain::Route> &routes);
    /// Adds prices, or changes those for the same account, channel, country and day. InvalidInput, NotFound as above.
    [[nodiscard]] domain::Result<void> savePrices(const QList<domain::Price> &prices);
    [[nodiscard]] domain::Result<void> removePrices(domain::ProviderId provider);
    /// Those for the same account, channel, country and day.
    [[nodiscard]] domain::Result<void> removePrices(const QList<domain::Price> &prices);

private:
    CommandContext m_context;
};

} // namespace engine
