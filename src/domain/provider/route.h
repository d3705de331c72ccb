#pragma once

#include "domain/core/types.h"

#include <QList>

namespace domain {

/// One way a message may go: for a channel, a country and a category (empty: any of them) an account and the sender
/// it sends as. Of those for the same case the lowest position comes first; equals share by weight.
struct Route
{
    Channel channel = Channel::Sms;
    QString country; ///< ISO 3166 alpha-2
    std::optional<Category> category;
    int position = 0;
    int weight = 1;
    ProviderId provider;
    QString sender; ///< empty: the account's own

    friend bool operator==(const Route &, const Route &) = default;
};

/// Everything that is written down about ways, ready to be asked for each message. Pure; values.
class RouteTable
{
public:
    RouteTable() = default;
    explicit RouteTable(QList<Route> routes);

    /// The ways of a message in the order in which they are tried. What is written for the closest case holds alone:
    /// country and category before country, before category, before the channel as a whole. Equals are ordered by
    /// chance that depends on the message's id and the weights alone, so that a later try meets the same order. Empty:
    /// nothing is written for this case.
    [[nodiscard]] QList<Route> waysOf(Channel channel, const QString &country, Category category,
                                      MessageId message) const;
    /// The same before chance: by position and as they were written.
    [[nodiscard]] QList<Route> caseOf(Channel channel, const QString &country, Category category) const;

    [[nodiscard]] bool isEmpty() const { return m_routes.isEmpty(); }
    /// Whether an account is named in any of the channel's routes: others come first where none is written.
    [[nodiscard]] bool names(ProviderId provider, Channel channel) const;
    [[nodiscard]] bool hasRoutes(Channel channel) const;

private:
    QList<Route> m_routes; ///< by channel, case, position
};

} // namespace domain
