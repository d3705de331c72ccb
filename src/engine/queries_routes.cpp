#include "domain/address/phone.h"
#include "engine/client/queries.h"
#include "engine/counterday.h"
#include "engine/sending/limits.h"
#include "storage/core/workspacefile.h"
#include "storage/workspace/providerstore.h"
#include "storage/workspace/routestore.h"

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;
using domain::Result;

namespace {

/// Empty: it could be used now.
QString obstacleOf(const storage::ProviderRecord &provider, domain::Channel channel)
{
    if (!provider.channels.contains(channel))
        return u"channel"_s;
    if (!provider.enabled)
        return u"disabled"_s;
    return provider.pausedReason.isEmpty() ? QString() : u"paused"_s;
}

domain::Route positioned(int position)
{
    domain::Route route;
    route.position = position;
    return route;
}

} // namespace

Result<QList<domain::Route>> Queries::routes() { return storage::RouteStore(m_connection).routes(); }

Result<QList<domain::Price>> Queries::prices() { return storage::RouteStore(m_connection).prices(); }

Result<RouteExplanation> Queries::explainRoute(const RouteQuestion &question)
{
    const auto settings = storage::readWorkspaceSettings(m_connection);
    const auto limits = readLimits(m_connection);
    const auto providers = storage::ProviderStore(m_connection).all();
    const auto routes = storage::RouteStore(m_connection).routes();
    const auto prices = storage::RouteStore(m_connection).prices();
    if (!settings)
        return tl::unexpected(settings.error());
    if (!limits)
        return tl::unexpected(limits.error());
    if (!providers)
        return tl::unexpected(providers.error());
    if (!routes)
        return tl::unexpected(routes.error());
    if (!prices)
        return tl::unexpected(prices.error());

    RouteExplanation made;
    made.country = question.country.toUpper();
    if (!question.to.isEmpty() && question.channel != domain::Channel::Email) {
        const auto number = domain::parsePhone(question.to, settings->country);
        if (!number)
            return domain::fail(domain::ErrorCode::InvalidInput, domain::toText(number.error()), u"to"_s);
        made.country = number->country;
    }
    made.countryAllowed = question.channel == domain::Channel::Email || limits->allows(made.country);

    const domain::RouteTable table(*routes);
    const domain::PriceList list(*prices);
    const QDate day = QDate(1970, 1, 1).addDays(dayOf(m_now, settings->timeZone));
    const auto add = [&](const storage::ProviderRecord &provider, const domain::Route &route, double share) {
        RouteExplanation::Step step;
        step.provider = provider.id;
        step.name = provider.name;
        step.sender = route.sender;
        step.position = route.position;
        step.share = share;
        step.obstacle = obstacleOf(provider, question.channel);
        step.price = list.priceOf(provider.id, question.channel, made.country, day);
        made.steps << step;
    };
    const QList<domain::Route> ways =
        question.message.isValid() ? table.waysOf(question.channel, made.country, question.category, question.message)
                                   : table.caseOf(question.channel, made.country, question.category);
    if (!ways.isEmpty()) {
        made.byRoutes = true;
        made.matchedCountry = ways.first().country;
        made.matchedCategory = ways.first().category;
    }
    for (const domain::Route &route : ways) {
        const auto it = std::find_if(providers->cbegin(), providers->cend(),
                                     [&route](const auto &provider) { return provider.id == route.provider; });
        if (it == providers->cend())
            continue;
        int together = 0;
        for (const domain::Route &other : ways)
            together += other.position == route.position ? other.weight : 0;
        add(*it, route, static_cast<double>(route.weight) / together);
    }
    for (const bool isNamed : {false, true}) {
        if (!ways.isEmpty())
            break;
        for (const storage::ProviderRecord &provider : *providers)
            if (provider.channels.contains(question.channel) && table.names(provider.id, question.channel) == isNamed)
                add(provider, positioned(provider.position), 1);
    }
    // Those of the first position with somebody to use carry it together; by a message's id one of them does.
    for (RouteExplanation::Step &step : made.steps) {
        if (!step.obstacle.isEmpty())
            continue;
        const bool isFirst = made.firstUsed < 0;
        const bool shares = !isFirst && made.byRoutes && !question.message.isValid() &&
                            made.steps[made.firstUsed].position == step.position;
        if (isFirst)
            made.firstUsed = static_cast<int>(&step - made.steps.constData());
        step.isUsed = isFirst || shares;
    }
    return made;
}

} // namespace engine
