// Phone parses and window evaluations a second, as a table: ./dev bench address

#include "domain/address/email.h"
#include "domain/address/phone.h"
#include "domain/address/timezones.h"
#include "domain/schedule/quiethours.h"
#include "domain/schedule/zonetime.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QStringList>

#include <cstdio>
#include <functional>

using namespace domain;
using namespace Qt::StringLiterals;

namespace {

void measure(const char *what, int count, const std::function<void(int)> &step)
{
    for (int i = 0; i < count / 100; ++i) // patterns are compiled at first use
        step(i);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < count; ++i)
        step(i);
    const double each = static_cast<double>(timer.nsecsElapsed()) / count;
    std::printf("%-44s %9d %10.3f us %12.0f /s\n", what, count, each / 1000, 1e9 / each);
}

QString digits(QRandomGenerator &random, int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QChar(u'0' + random.bounded(10));
    return text;
}

void measurePhones()
{
    struct Form
    {
        const char *name;
        QString start;
        int digits;
        QString region;
    };
    const Form forms[] = {
        {"US, (212) 555-0123", u"(212) 5"_s, 6, u"US"_s}, {"US, +12125550123", u"+12125"_s, 6, {}},
        {"Canada, 416 555 0123", u"416 5"_s, 6, u"CA"_s}, {"Germany, 0151 23456789", u"0151 2"_s, 7, u"DE"_s},
        {"Germany, +4915123456789", u"+4915"_s, 9, {}},   {"United Kingdom, 07400 123456", u"07400 "_s, 6, u"GB"_s},
        {"India, 98765 43210", u"98765 "_s, 5, u"IN"_s},  {"rubbish", u"n/a "_s, 3, u"US"_s},
    };
    QRandomGenerator random(1);
    for (const Form &form : forms) {
        QStringList inputs;
        for (int i = 0; i < 10000; ++i)
            inputs.append(form.start + digits(random, form.digits));
        measure(form.name, 100000,
                [&](int i) { (void)parsePhone(inputs[i % inputs.size()], form.region).has_value(); });
    }
    const PhoneNumber number = *parsePhone(u"+12125550123", {});
    measure("zones of a number", 1000000, [&](int) { (void)sendingZones(number); });
    measure("e-mail address", 1000000, [&](int) { (void)normalisedEmail(u"Ann.Lee@Example.com"); });
}

void measureWindows()
{
    const Instant start = resolveLocal(QDate(2026, 3, 7), QTime(6, 0), QTimeZone::utc());
    // A campaign: the clock goes on by 20 ms with each message.
    const auto now = [start](int i) { return start + Millis(20) * i; };
    WindowEvaluator evaluator;
    const int marketing = evaluator.add(allowedHours(defaultQuietHours(Category::Marketing)));
    const QList<QByteArray> one{"America/New_York"};
    const ZoneIds russia = zonesOfNumber(u"+79123456789");
    const ZoneIds states = zonesOfCountry(u"US");
    measure("window, one zone", 1000000, [&](int i) { (void)evaluator.earliestAllowed(now(i), marketing, one); });
    measure("window, the mainland's 5 zones", 1000000,
            [&](int i) { (void)evaluator.earliestAllowed(now(i), marketing, mainlandZones()); });
    measure("window, Russia's 16 zones", 1000000,
            [&](int i) { (void)evaluator.earliestAllowed(now(i), marketing, russia); });
    measure("window, all zones of the USA (29)", 1000000,
            [&](int i) { (void)evaluator.earliestAllowed(now(i), marketing, states); });
    const QTimeZone newYork(one.first());
    measure("wall time to instant", 1000000,
            [&](int i) { (void)resolveLocal(QDate(2026, 1, 1).addDays(i % 365), QTime(2, 30), newYork); });
}

} // namespace

int main()
{
    measurePhones();
    measureWindows();
    return 0;
}
