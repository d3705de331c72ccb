#include "domain/schedule/holidays.h"

#include <algorithm>

namespace domain {

namespace {

constexpr int monday = 1;
constexpr int thursday = 4;
constexpr int saturday = 6;
constexpr int sunday = 7;

QDate nthWeekday(int year, int month, int nth, int weekday)
{
    const QDate first(year, month, 1);
    return first.addDays((weekday - first.dayOfWeek() + 7) % 7 + 7 * (nth - 1));
}

QDate lastWeekday(int year, int month, int weekday)
{
    const QDate last = QDate(year, month, 1).addMonths(1).addDays(-1);
    return last.addDays(-((last.dayOfWeek() - weekday + 7) % 7));
}

QList<QDate> american(int year)
{
    QList<QDate> dates{nthWeekday(year, 1, 3, monday),  nthWeekday(year, 2, 3, monday),
                       lastWeekday(year, 5, monday),    nthWeekday(year, 9, 1, monday),
                       nthWeekday(year, 10, 2, monday), nthWeekday(year, 11, 4, thursday)};
    // New Year's Day of the next year may be observed on 31 December.
    for (const QDate date : {QDate(year, 1, 1), QDate(year, 6, 19), QDate(year, 7, 4), QDate(year, 11, 11),
                             QDate(year, 12, 25), QDate(year + 1, 1, 1)}) {
        dates.append(date);
        if (date.dayOfWeek() == saturday)
            dates.append(date.addDays(-1));
        else if (date.dayOfWeek() == sunday)
            dates.append(date.addDays(1));
    }
    dates.removeIf([year](QDate date) { return date.year() != year; });
    return dates;
}

QList<QDate> french(int year)
{
    const QDate easter = easterSunday(year);
    return {QDate(year, 1, 1),  easter.addDays(1),   QDate(year, 5, 1),  QDate(year, 5, 8),
            easter.addDays(39), easter.addDays(50),  QDate(year, 7, 14), QDate(year, 8, 15),
            QDate(year, 11, 1), QDate(year, 11, 11), QDate(year, 12, 25)};
}

} // namespace

// Gauss's rule in the form of the 'anonymous Gregorian computus' (Nature, 1876).
QDate easterSunday(int year)
{
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return {year, f / 31, f % 31 + 1};
}

QList<QDate> publicHolidays(QStringView country, int year)
{
    QList<QDate> dates;
    if (country == u"US")
        dates = american(year);
    else if (country == u"FR")
        dates = french(year);
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    return dates;
}

} // namespace domain
