#include "app/ctl/context.h"

#include "domain/provider/pricelist.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

constexpr qint64 largestFile = 16 * 1024 * 1024;

struct RouteRows
{
    QList<domain::Route> routes;
    QList<engine::ProviderRow> providers;

    [[nodiscard]] QString nameOf(domain::ProviderId id) const
    {
        for (const engine::ProviderRow &provider : providers)
            if (provider.id == id)
                return provider.name;
        return {};
    }
    [[nodiscard]] domain::ProviderId idOf(const QString &name) const
    {
        for (const engine::ProviderRow &provider : providers)
            if (provider.name.compare(name, Qt::CaseInsensitive) == 0)
                return provider.id;
        return {};
    }
};

void withRoutes(Context &context, const std::function<void(const RouteRows &)> &then)
{
    context.ask(
        [](engine::Queries &queries) -> domain::Result<RouteRows> {
            auto routes = queries.routes();
            auto providers = queries.providers();
            if (!routes)
                return tl::unexpected(routes.error());
            if (!providers)
                return tl::unexpected(providers.error());
            return RouteRows{*routes, *providers};
        },
        then);
}

std::optional<domain::Channel> channelOption(Context &context)
{
    const QString word = context.arguments.value(u"channel"_s, u"sms"_s);
    const auto channel = domain::channelFromText(word);
    if (!channel)
        context.wrongUsage(u"there is no channel '%1'; known: sms, whatsapp, email"_s.arg(word));
    return channel;
}

/// False where it was wrong and the program ends.
bool categoryOption(Context &context, std::optional<domain::Category> &category)
{
    if (!context.arguments.has(u"category"_s))
        return true;
    const QString word = context.arguments.value(u"category"_s);
    category = domain::categoryFromText(word);
    if (!category)
        context.wrongUsage(u"there is no category '%1'; known: authentication, transactional, marketing"_s.arg(word));
    return category.has_value();
}

void list(Context &context)
{
    withRoutes(context, [&context](const RouteRows &all) {
        QJsonArray rows;
        for (const domain::Route &route : all.routes)
            rows << QJsonObject{{u"channel"_s, domain::toText(route.channel)},
                                {u"country"_s, route.country},
                                {u"category"_s, route.category ? domain::toText(*route.category) : QString()},
                                {u"position"_s, route.position},
                                {u"weight"_s, route.weight},
                                {u"provider"_s, all.nameOf(route.provider)},
                                {u"sender"_s, route.sender}};
        context.out.table(
            {u"channel"_s, u"country"_s, u"category"_s, u"position"_s, u"weight"_s, u"provider"_s, u"sender"_s}, rows);
        context.finish(Done);
    });
}

/// "Twilio:3/ACME+Vonage" at position 0: the accounts that share a position, each with weight and sender.
bool addStep(Context &context, const RouteRows &all, const QString &step, domain::Route route,
             QList<domain::Route> &routes)
{
    const QStringList parts = step.split(u'+');
    for (const QString &part : parts) {
        const QString named = part.section(u'/', 0, 0);
        route.sender = part.section(u'/', 1).trimmed();
        route.provider = all.idOf(named.section(u':', 0, 0).trimmed());
        bool isNumber = true;
        route.weight = named.contains(u':') ? named.section(u':', 1).toInt(&isNumber) : 1;
        if (!route.provider.isValid() || !isNumber) {
            context.fail({domain::ErrorCode::InvalidInput, u"no provider of that name, or no weight"_s, part});
            return false;
        }
        routes << route;
    }
    return true;
}

void set(Context &context)
{
    const auto channel = channelOption(context);
    domain::Route route;
    if (!channel || !categoryOption(context, route.category))
        return;
    route.channel = *channel;
    route.country = context.arguments.value(u"country"_s).toUpper();
    withRoutes(context, [&context, route](const RouteRows &all) {
        QList<domain::Route> routes = all.routes;
        routes.removeIf([&route](const domain::Route &old) {
            return old.channel == route.channel && old.country == route.country && old.category == route.category;
        });
        const QStringList steps = context.arguments.plain();
        for (qsizetype i = 0; i < steps.size(); ++i) {
            domain::Route at = route;
            at.position = static_cast<int>(i);
            if (!addStep(context, all, steps[i], at, routes))
                return;
        }
        context.command([routes](engine::Commands &commands) { return commands.saveRoutes(routes); },
                        [&context, steps] {
                            context.out.done(steps.isEmpty() ? u"Removed the routes of this case."_s
                                                             : u"Saved the routes of this case."_s);
                            context.finish(Done);
                        });
    });
}

void explain(Context &context)
{
    engine::RouteQuestion question;
    const auto channel = channelOption(context);
    std::optional<domain::Category> category = domain::Category::Marketing;
    if (!channel || !categoryOption(context, category))
        return;
    question.channel = *channel;
    question.category = *category;
    question.country = context.arguments.value(u"country"_s);
    question.to = context.arguments.plain().value(0);
    question.message = domain::MessageId{context.arguments.value(u"message"_s).toLongLong()};
    context.ask([question](engine::Queries &queries) { return queries.explainRoute(question); },
                [&context](const engine::RouteExplanation &why) {
                    QJsonArray steps;
                    for (const auto &step : why.steps) {
                        QJsonObject row{{u"provider"_s, step.name},     {u"sender"_s, step.sender},
                                        {u"position"_s, step.position}, {u"share"_s, step.share},
                                        {u"obstacle"_s, step.obstacle}, {u"used"_s, step.isUsed}};
                        if (step.price) {
                            row.insert(u"price"_s, decimalOf(step.price->amount.micros));
                            row.insert(u"currency"_s, step.price->amount.currency);
                            row.insert(u"unit"_s, domain::toText(step.price->unit));
                        }
                        steps << row;
                    }
                    context.out.object({{u"country"_s, why.country},
                                        {u"country_allowed"_s, why.countryAllowed},
                                        {u"by_routes"_s, why.byRoutes},
                                        {u"matched_country"_s, why.matchedCountry},
                                        {u"matched_category"_s,
                                         why.matchedCategory ? domain::toText(*why.matchedCategory) : QString()},
                                        {u"steps"_s, steps}});
                    context.finish(why.firstUsed >= 0 && why.countryAllowed ? Done : Failed);
                });
}

void listPrices(Context &context)
{
    context.ask(
        [](engine::Queries &queries) -> domain::Result<std::pair<QList<domain::Price>, RouteRows>> {
            auto prices = queries.prices();
            auto providers = queries.providers();
            if (!prices)
                return tl::unexpected(prices.error());
            if (!providers)
                return tl::unexpected(providers.error());
            return std::pair{*prices, RouteRows{{}, *providers}};
        },
        [&context](const std::pair<QList<domain::Price>, RouteRows> &all) {
            QJsonArray rows;
            for (const domain::Price &price : all.first)
                rows << QJsonObject{{u"provider"_s, all.second.nameOf(price.provider)},
                                    {u"channel"_s, domain::toText(price.channel)},
                                    {u"country"_s, price.country},
                                    {u"unit"_s, domain::toText(price.unit)},
                                    {u"price"_s, decimalOf(price.amount.micros)},
                                    {u"currency"_s, price.amount.currency},
                                    {u"valid_from"_s, price.validFrom.toString(Qt::ISODate)}};
            context.out.table(
                {u"provider"_s, u"channel"_s, u"country"_s, u"unit"_s, u"price"_s, u"currency"_s, u"valid_from"_s},
                rows);
            context.finish(Done);
        });
}

void importPrices(Context &context)
{
    const QString path = context.arguments.plain().constFirst();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        context.fail({domain::ErrorCode::FileNotReadable, file.errorString(), path});
        return;
    }
    const auto lines = domain::priceLinesFrom(file.read(largestFile + 1));
    if (!lines) {
        context.fail(lines.error());
        return;
    }
    withRoutes(context, [&context, lines = *lines](const RouteRows &all) {
        QList<domain::Price> prices;
        for (const domain::PriceLine &line : lines) {
            domain::Price price = line.price;
            price.provider = all.idOf(line.provider);
            if (!price.provider.isValid()) {
                context.fail({domain::ErrorCode::NotFound, u"no provider of that name"_s,
                              u"row %1, column provider"_s.arg(line.row)});
                return;
            }
            prices << price;
        }
        context.command([prices](engine::Commands &commands) { return commands.savePrices(prices); },
                        [&context, count = prices.size()] {
                            context.out.done(u"Imported %1 prices."_s.arg(count), {{u"prices"_s, count}});
                            context.finish(Done);
                        });
    });
}

void removePrices(Context &context)
{
    withRoutes(context, [&context](const RouteRows &all) {
        const QString name = context.arguments.plain().constFirst();
        const domain::ProviderId id = all.idOf(name);
        if (!id.isValid()) {
            context.fail({domain::ErrorCode::NotFound, u"no provider of that name"_s, name});
            return;
        }
        context.command([id](engine::Commands &commands) { return commands.removePrices(id); },
                        [&context, name] {
                            context.out.done(u"Removed the prices of '%1'."_s.arg(name));
                            context.finish(Done);
                        });
    });
}

} // namespace

QList<Command> routeCommands()
{
    using engine::SessionMode;
    constexpr int most = 50;
    return {
        {{u"route"_s, u"list"_s}, {}, u"list which way messages go"_s, {}, 0, 0, SessionMode::ReadOnly, list},
        {{u"route"_s, u"set"_s},
         u"--channel sms [--country GB] [--category marketing] PROVIDER[:WEIGHT][/SENDER][+…] [PROVIDER…]"_s,
         u"what to try first, second … for a case; '+' joins accounts that share by weight; none removes the case"_s,
         {u"channel="_s, u"country="_s, u"category="_s},
         0,
         most,
         SessionMode::CommandsOnly,
         set},
        {{u"route"_s, u"explain"_s},
         u"[+44…] [--country GB] [--channel sms] [--category marketing] [--message ID]"_s,
         u"which way such a message would go, and why"_s,
         {u"channel="_s, u"country="_s, u"category="_s, u"message="_s},
         0,
         1,
         SessionMode::ReadOnly,
         explain},
        {{u"price"_s, u"list"_s}, {}, u"list what messages cost"_s, {}, 0, 0, SessionMode::ReadOnly, listPrices},
        {{u"price"_s, u"import"_s},
         u"FILE.csv   (provider, channel, country, unit, price, currency, valid_from)"_s,
         u"add prices, or change them"_s,
         {},
         1,
         1,
         SessionMode::CommandsOnly,
         importPrices},
        {{u"price"_s, u"remove"_s},
         u"PROVIDER"_s,
         u"forget a provider's prices"_s,
         {},
         1,
         1,
         SessionMode::CommandsOnly,
         removePrices},
    };
}

} // namespace ctl
