#pragma once

#include "domain/core/types.h"

#include <QDate>
#include <QTime>
#include <QTimeZone>

namespace domain {

/// What a clock on the wall shows. Only a pair with its zone, and even then not always one instant.
struct WallTime
{
    QDate date;
    QTime time;

    friend bool operator==(const WallTime &, const WallTime &) = default;
};

/// The instant at which a clock in `zone` shows this date and time. In a gap the offset before the change counts
/// (02:30 becomes 03:30), in an overlap the first occurrence: RFC 5545's rule. QDateTime's own answer differs (Qt 6.4).
/// Any thread; under 5 µs. `date`, `time` and `zone` must be valid.
[[nodiscard]] Instant resolveLocal(QDate date, QTime time, const QTimeZone &zone);

/// The first instant of a local date (01:00 where midnight is skipped).
[[nodiscard]] Instant startOfDay(QDate date, const QTimeZone &zone);

[[nodiscard]] WallTime wallTimeAt(Instant instant, const QTimeZone &zone);
[[nodiscard]] QDate localDateAt(Instant instant, const QTimeZone &zone);

/// Zone's offset from UTC at an instant; east is positive.
[[nodiscard]] std::chrono::seconds offsetAt(Instant instant, const QTimeZone &zone);

} // namespace domain
