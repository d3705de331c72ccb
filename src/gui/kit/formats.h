#pragma once

#include "domain/core/types.h"

#include <QLocale>
#include <QString>

#include <chrono>

// Values as people read them, in the application's locale. Pure but for the locale and the system's time zone; any
// thread.

namespace gui {

/// "1,204".
[[nodiscard]] QString number(qint64 value);
/// "98.2 %": share of a whole with one decimal; "–" where the whole is 0.
[[nodiscard]] QString percent(qint64 part, qint64 whole);
/// "$10.33", "1.034,50 €"; small amounts keep up to four decimals ("$0.0079"); "–" where there is no currency.
[[nodiscard]] QString money(const domain::Money &amount);
/// "about $10.33" with `estimate`.
[[nodiscard]] QString money(const domain::Money &amount, bool estimate);
/// "12 messages a second"; one decimal under ten.
[[nodiscard]] QString rate(double perSecond);
/// "2 segments".
[[nodiscard]] QString segmentsText(qint64 segments);
/// "just now", "12 min ago", "in 3 h", "yesterday 14:05", "12 Mar", "12 Mar 2024".
[[nodiscard]] QString relativeTime(domain::Instant at, domain::Instant now);
/// "Saturday, 21 November 2026 14:05:33 (CET)": for tips.
[[nodiscard]] QString exactTime(domain::Instant at);
/// "14:05:33".
/// "14:05".
[[nodiscard]] QString timeOfDay(QTime time);
/// The format of timeOfDay, for fields.
[[nodiscard]] QString timeOfDayFormat();
[[nodiscard]] QString clockTime(domain::Instant at);
/// "Today", "Yesterday" or the date.
[[nodiscard]] QString dayText(domain::Instant at, domain::Instant now);
/// "420 ms", "3.2 s", "4 min", "2 h 10 min".
[[nodiscard]] QString duration(std::chrono::milliseconds length);
/// "1.2 MB".
[[nodiscard]] QString bytes(qint64 count);

} // namespace gui
