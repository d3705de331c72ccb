#pragma once

#include "domain/core/types.h"
#include "domain/schedule/weekdays.h"

#include <QList>
#include <QTime>
#include <QTimeZone>

#include <optional>
#include <variant>

namespace domain {

// Rules are wall times (schedule.md, section 2); the zone is given with each question. All functions: any thread.

struct Daily
{
    QTime at;
    friend bool operator==(const Daily &, const Daily &) = default;
};

struct Weekly
{
    WeekDays days;
    QTime at;
    friend bool operator==(const Weekly &, const Weekly &) = default;
};

enum class ShortMonth { Clamp, Skip };

/// `day` 1 to 31, or -1 for the last; in a shorter month its last day, or none.
struct Monthly
{
    int day = 1;
    QTime at;
    ShortMonth missing = ShortMonth::Clamp;
    friend bool operator==(const Monthly &, const Monthly &) = default;
};

/// `nth` 1 to 5, or -1 for the last such weekday (1 is Monday); a month without a fifth is skipped.
struct MonthlyNth
{
    int nth = 1;
    int weekday = 1;
    QTime at;
    friend bool operator==(const MonthlyNth &, const MonthlyNth &) = default;
};

enum class LeapDay { Feb28, Mar1, Skip };

/// Birthdays and anniversaries; `feb29` is the day that stands for 29 February in other years.
struct Yearly
{
    int month = 1;
    int day = 1;
    QTime at;
    LeapDay feb29 = LeapDay::Feb28;
    friend bool operator==(const Yearly &, const Yearly &) = default;
};

/// Absolute time, deaf to daylight saving: anchor, anchor + every, ...
struct Interval
{
    std::chrono::minutes every{60};
    Instant anchor{};
    friend bool operator==(const Interval &, const Interval &) = default;
};

using RecurringRule = std::variant<Daily, Weekly, Monthly, MonthlyNth, Yearly, Interval>;

/// The first due instant strictly later than `now`; nullopt if there is none (30 February).
[[nodiscard]] std::optional<Instant> nextDue(const RecurringRule &rule, Instant now, const QTimeZone &zone);

enum class CatchUpPolicy { None, One, All };

/// What happens with slots that passed while the program was closed (schedule.md, section 5).
struct CatchUp
{
    CatchUpPolicy policy = CatchUpPolicy::One;
    std::optional<std::chrono::minutes> maxLate; ///< older slots are not made up; exactly as old is
    std::optional<int> maxRuns;                  ///< for All
    friend bool operator==(const CatchUp &, const CatchUp &) = default;
};

struct MissedRuns
{
    qint64 missed = 0;           ///< due slots in (lastRun, now]
    QList<Instant> runNow;       ///< the slots to make up now, oldest first
    std::optional<Instant> next; ///< the next due slot, later than now and than lastRun
};

/// `lastRun` is the newest slot that was handled, or the instant the rule was switched on: it never fires for the
/// time before. An interval is worked out by division however long the program was closed.
[[nodiscard]] MissedRuns missedRuns(const RecurringRule &rule, const CatchUp &catchUp, Instant lastRun, Instant now,
                                    const QTimeZone &zone);

/// `days` (may be negative) after a date, by the wall clock. With 0 days: once, on that date.
struct DaysAfter
{
    QDate date;
    int days = 0;
    QTime at;
    friend bool operator==(const DaysAfter &, const DaysAfter &) = default;
};

/// The day is cut to the month's last; always counted from the original date.
struct MonthsAfter
{
    QDate date;
    int months = 0;
    QTime at;
    friend bool operator==(const MonthsAfter &, const MonthsAfter &) = default;
};

/// That many working days later (earlier if negative); with 0 the day itself or the next working day.
struct BusinessDaysAfter
{
    QDate date;
    int days = 0;
    QTime at;
    WeekDays weekend{6, 7};
    QList<QDate> holidays; ///< sorted
    friend bool operator==(const BusinessDaysAfter &, const BusinessDaysAfter &) = default;
};

/// The first instant at which the local date is `days` or more after `due`.
struct OverdueReached
{
    QDate due;
    int days = 0;
    friend bool operator==(const OverdueReached &, const OverdueReached &) = default;
};

/// The same time by the wall clock, `days` later.
struct CalendarDaysAfterEvent
{
    Instant event{};
    int days = 0;
    friend bool operator==(const CalendarDaysAfterEvent &, const CalendarDaysAfterEvent &) = default;
};

/// An exact duration later.
struct HoursAfterEvent
{
    Instant event{};
    Millis after{};
    friend bool operator==(const HoursAfterEvent &, const HoursAfterEvent &) = default;
};

using RelativeRule =
    std::variant<DaysAfter, MonthsAfter, BusinessDaysAfter, OverdueReached, CalendarDaysAfterEvent, HoursAfterEvent>;

/// The rule's one instant, possibly long past; nullopt if the calendar has no such working day.
[[nodiscard]] std::optional<Instant> dueAt(const RelativeRule &rule, const QTimeZone &zone);

/// The local date minus `due`: 0 on the day itself, negative before.
[[nodiscard]] qint64 overdueDays(QDate due, Instant now, const QTimeZone &zone);

/// 0: `date` or the next working day after it. nullopt when none comes within ten years.
[[nodiscard]] std::optional<QDate> addBusinessDays(QDate date, int days, WeekDays weekend,
                                                   const QList<QDate> &holidays);

} // namespace domain
