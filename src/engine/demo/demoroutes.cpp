#include "engine/demo/demoroutes.h"

#include "storage/workspace/routestore.h"

using namespace Qt::StringLiterals;

namespace engine {

using domain::Category;
using domain::Channel;
using domain::Price;
using domain::Result;
using domain::Route;

namespace {

struct CountryPrice
{
    const char *country; ///< empty: all others
    qint64 micros;       ///< of a dollar, for a segment
};

constexpr CountryPrice prices[] = {{"US", 7'900},  {"CA", 7'900},  {"MX", 44'000}, {"GB", 46'300}, {"DE", 79'900},
                                   {"AT", 94'500}, {"FR", 72'500}, {"ES", 70'000}, {"BR", 38'000}, {"", 100'000}};

} // namespace

Result<void> addDemoRoutes(storage::Connection &connection, domain::ProviderId provider, QDate today)
{
    // Abroad a name is shown as the sender; where carriers refuse it, the number is.
    QList<Route> routes;
    for (const QString &country : {u"AT"_s, u"DE"_s, u"GB"_s}) {
        routes << Route{Channel::Sms, country, Category::Marketing, 0, 1, provider, u"SUNRISE"_s};
        routes << Route{Channel::Sms, country, Category::Marketing, 1, 1, provider, {}};
    }
    routes << Route{Channel::Sms, {}, Category::Authentication, 0, 1, provider, {}};
    storage::RouteStore store(connection);
    if (auto done = store.replaceRoutes(routes); !done)
        return done;
    QList<Price> list;
    for (const CountryPrice &price : prices)
        list << Price{provider,
                      Channel::Sms,
                      QString::fromLatin1(price.country),
                      Price::Unit::Segment,
                      {price.micros, u"USD"_s},
                      QDate(1970, 1, 1)};
    list << Price{
        provider, Channel::Sms, u"US"_s, Price::Unit::Segment, {8'300, u"USD"_s}, QDate(today.year() + 1, 1, 1)};
    return store.savePrices(list);
}

} // namespace engine
