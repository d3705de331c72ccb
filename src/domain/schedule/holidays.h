#pragma once

#include <QDate>
#include <QList>

namespace domain {

/// Easter Sunday of the Gregorian calendar, 1583 and later.
[[nodiscard]] QDate easterSunday(int year);

/// The public holidays on which a law of legalhours.h forbids marketing: US federal ones (5 U.S.C. 6103, with the
/// Friday or Monday on which one at a weekend is observed) and France's (Code du travail L3133-1), sorted. Empty for
/// every other country: there the holidays are those of the workspace's own calendars. Any thread.
[[nodiscard]] QList<QDate> publicHolidays(QStringView country, int year);

} // namespace domain
