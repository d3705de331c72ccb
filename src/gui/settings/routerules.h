#pragma once

#include "engine/client/models.h"

namespace gui {

/// Routes as a person reads them: one rule for the countries whose messages of a channel and category go the same ways.
struct RouteRule
{
    domain::Channel channel = domain::Channel::Sms;
    QStringList countries; ///< ISO 3166 alpha-2, by name; empty: every one without a closer rule
    std::optional<domain::Category> category;
    QList<domain::Route> ways; ///< by position; their case is the rule's

    friend bool operator==(const RouteRule &, const RouteRule &) = default;
};

/// By channel, and within one the closest first: as they are asked.
[[nodiscard]] QList<RouteRule> rulesOf(const QList<domain::Route> &routes);
[[nodiscard]] QList<domain::Route> routesOf(const QList<RouteRule> &rules);
/// The routes with the cases of `before` gone (nothing, where it has no ways) and those of `after` in their place.
[[nodiscard]] QList<domain::Route> replaced(const QList<domain::Route> &routes, const RouteRule &before,
                                            const RouteRule &after);
/// The countries of `rule` (an empty one stands for all) another rule for its channel and category has already.
[[nodiscard]] QStringList takenCountries(const RouteRule &rule, const QList<RouteRule> &others);

/// "SMS · Marketing · to Austria and Germany".
[[nodiscard]] QString caseWords(domain::Channel channel, const QStringList &countries,
                                std::optional<domain::Category> category);
/// "Germany", "Germany and Austria", "Germany, Austria and 3 more".
[[nodiscard]] QString countryWords(const QStringList &countries);
/// "Main account (from HELIO), then 75 % Second account and 25 % Third account".
[[nodiscard]] QString wayWords(const QList<domain::Route> &ways, const QList<engine::ProviderRow> &providers);
/// The accounts whose messages of a channel follow no rule, in the order in which they are asked: those no rule of the
/// channel names, then the others.
[[nodiscard]] QList<domain::Route> defaultWays(domain::Channel channel, const QList<domain::Route> &routes,
                                               const QList<engine::ProviderRow> &providers);
/// Whether anything of the channel is left to the accounts' order.
[[nodiscard]] bool hasDefault(domain::Channel channel, const QList<domain::Route> &routes);

} // namespace gui
