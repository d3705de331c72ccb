#include "domain/schedule/zonetime.h"

#include <QDateTime>

#include <algorithm>

namespace domain {

namespace {

using namespace std::chrono;

constexpr qint64 julianDayOfEpoch = 2440588; // 1 January 1970

// The wall time read as if it were UTC.
Instant asUtc(QDate date, QTime time)
{
    return Instant(days(date.toJulianDay() - julianDayOfEpoch)) + milliseconds(time.msecsSinceStartOfDay());
}

} // namespace

seconds offsetAt(Instant instant, const QTimeZone &zone)
{
    return seconds(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(toMillis(instant), Qt::UTC)));
}

Instant resolveLocal(QDate date, QTime time, const QTimeZone &zone)
{
    const Instant local = asUtc(date, time);
    const seconds before = offsetAt(local - days(1), zone);
    const seconds after = offsetAt(local + days(1), zone);
    if (before == after)
        return local - before;
    // The greater offset gives the earlier instant.
    for (const seconds offset : {std::max(before, after), std::min(before, after)})
        if (offsetAt(local - offset, zone) == offset)
            return local - offset;
    return local - before;
}

Instant startOfDay(QDate date, const QTimeZone &zone) { return resolveLocal(date, QTime(0, 0), zone); }

WallTime wallTimeAt(Instant instant, const QTimeZone &zone)
{
    const Instant local = instant + offsetAt(instant, zone);
    const auto day = floor<days>(local);
    return {QDate::fromJulianDay(day.time_since_epoch().count() + julianDayOfEpoch),
            QTime::fromMSecsSinceStartOfDay(static_cast<int>((local - day).count()))};
}

QDate localDateAt(Instant instant, const QTimeZone &zone) { return wallTimeAt(instant, zone).date; }

} // namespace domain
