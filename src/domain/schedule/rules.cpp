#include "domain/schedule/rules.h"
#include "domain/schedule/zonetime.h"

#include <algorithm>

namespace domain {

namespace {

using namespace std::chrono;

constexpr int gapDays = 2;         // a skipped date may move a slot to the next one
constexpr int monthsSearched = 14; // the fifth of a weekday comes at least every third month
constexpr int yearsSearched = 9;   // 1896 to 1904 had no 29 February between
constexpr int daysSearched = 3660;

template <class... Visitors>
struct Overloaded : Visitors...
{
    using Visitors::operator()...;
};
template <class... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

QDate lastOfMonth(int year, int month)
{
    const QDate first(year, month, 1);
    return {year, month, first.daysInMonth()};
}

// An invalid date: none in this month.
QDate dateIn(const Monthly &rule, int year, int month)
{
    const QDate last = lastOfMonth(year, month);
    if (rule.day == -1 || (rule.day > last.day() && rule.missing == ShortMonth::Clamp))
        return last;
    return QDate(year, month, rule.day);
}

QDate dateIn(const MonthlyNth &rule, int year, int month)
{
    if (rule.nth == -1) {
        const QDate last = lastOfMonth(year, month);
        return last.addDays(-((last.dayOfWeek() - rule.weekday + 7) % 7));
    }
    const QDate first(year, month, 1);
    const QDate date = first.addDays((rule.weekday - first.dayOfWeek() + 7) % 7 + 7 * (rule.nth - 1));
    return date.month() == month ? date : QDate();
}

QDate dateIn(const Yearly &rule, int year)
{
    if (rule.month == 2 && rule.day == 29 && !QDate::isLeapYear(year)) {
        switch (rule.feb29) {
        case LeapDay::Feb28:
            return {year, 2, 28};
        case LeapDay::Mar1:
            return {year, 3, 1};
        case LeapDay::Skip:
            return {};
        }
    }
    return {year, rule.month, rule.day};
}

// The slot of a date if there is one and it is later than `now`.
std::optional<Instant> laterSlot(QDate date, QTime at, Instant now, const QTimeZone &zone)
{
    if (!date.isValid())
        return std::nullopt;
    const Instant slot = resolveLocal(date, at, zone);
    return slot > now ? std::optional(slot) : std::nullopt;
}

std::optional<Instant> nextOnDays(WeekDays days, QTime at, Instant now, const QTimeZone &zone)
{
    QDate date = localDateAt(now, zone).addDays(-gapDays);
    for (int i = 0; i < 7 + 2 * gapDays; ++i, date = date.addDays(1))
        if (days.contains(date))
            if (const auto slot = laterSlot(date, at, now, zone))
                return slot;
    return std::nullopt;
}

template <class Rule>
std::optional<Instant> nextInMonths(const Rule &rule, Instant now, const QTimeZone &zone)
{
    const QDate today = localDateAt(now, zone);
    QDate month = QDate(today.year(), today.month(), 1).addMonths(-1);
    for (int i = 0; i < monthsSearched; ++i, month = month.addMonths(1))
        if (const auto slot = laterSlot(dateIn(rule, month.year(), month.month()), rule.at, now, zone))
            return slot;
    return std::nullopt;
}

std::optional<Instant> nextInYears(const Yearly &rule, Instant now, const QTimeZone &zone)
{
    const int thisYear = localDateAt(now, zone).year();
    for (int year = thisYear - 1; year < thisYear + yearsSearched; ++year)
        if (const auto slot = laterSlot(dateIn(rule, year), rule.at, now, zone))
            return slot;
    return std::nullopt;
}

// The number of slots at or before `at`; slot n is anchor + n * every.
qint64 slotsUntil(const Interval &rule, Instant at)
{
    return at < rule.anchor ? 0 : (at - rule.anchor) / Millis(rule.every) + 1;
}

Instant slotAt(const Interval &rule, qint64 index) { return rule.anchor + Millis(rule.every) * index; }

bool isLate(const CatchUp &catchUp, Instant slot, Instant now)
{
    return catchUp.maxLate && now - slot > *catchUp.maxLate;
}

size_t mostRuns(const CatchUp &catchUp)
{
    switch (catchUp.policy) {
    case CatchUpPolicy::None:
        return 0;
    case CatchUpPolicy::One:
        return 1;
    case CatchUpPolicy::All:
        return catchUp.maxRuns ? static_cast<size_t>(std::max(*catchUp.maxRuns, 0)) : SIZE_MAX;
    }
    Q_UNREACHABLE();
}

MissedRuns missedIntervals(const Interval &rule, const CatchUp &catchUp, Instant lastRun, Instant now)
{
    MissedRuns result;
    qint64 first = slotsUntil(rule, lastRun);
    const qint64 end = slotsUntil(rule, now);
    result.missed = std::max<qint64>(end - first, 0);
    if (result.missed == 0)
        return result;
    if (catchUp.policy == CatchUpPolicy::One)
        first = end - 1;
    if (catchUp.maxLate && slotAt(rule, first) < now - *catchUp.maxLate)
        first = slotsUntil(rule, now - *catchUp.maxLate - Millis(1));
    const size_t most = mostRuns(catchUp);
    for (qint64 i = first; i < end && static_cast<size_t>(result.runNow.size()) < most; ++i)
        result.runNow.append(slotAt(rule, i));
    return result;
}

MissedRuns missedDates(const RecurringRule &rule, const CatchUp &catchUp, Instant lastRun, Instant now,
                       const QTimeZone &zone)
{
    MissedRuns result;
    const size_t most = mostRuns(catchUp);
    std::optional<Instant> newest;
    for (auto slot = nextDue(rule, lastRun, zone); slot && *slot <= now; slot = nextDue(rule, *slot, zone)) {
        ++result.missed;
        newest = slot;
        if (catchUp.policy == CatchUpPolicy::All && !isLate(catchUp, *slot, now) &&
            static_cast<size_t>(result.runNow.size()) < most)
            result.runNow.append(*slot);
    }
    if (catchUp.policy == CatchUpPolicy::One && newest && !isLate(catchUp, *newest, now))
        result.runNow.append(*newest);
    return result;
}

} // namespace

std::optional<Instant> nextDue(const RecurringRule &rule, Instant now, const QTimeZone &zone)
{
    return std::visit(Overloaded{
                          [&](const Daily &r) { return nextOnDays(WeekDays::all(), r.at, now, zone); },
                          [&](const Weekly &r) { return nextOnDays(r.days, r.at, now, zone); },
                          [&](const Monthly &r) { return nextInMonths(r, now, zone); },
                          [&](const MonthlyNth &r) { return nextInMonths(r, now, zone); },
                          [&](const Yearly &r) { return nextInYears(r, now, zone); },
                          [&](const Interval &r) { return std::optional(slotAt(r, slotsUntil(r, now))); },
                      },
                      rule);
}

MissedRuns missedRuns(const RecurringRule &rule, const CatchUp &catchUp, Instant lastRun, Instant now,
                      const QTimeZone &zone)
{
    const auto *interval = std::get_if<Interval>(&rule);
    MissedRuns result =
        interval ? missedIntervals(*interval, catchUp, lastRun, now) : missedDates(rule, catchUp, lastRun, now, zone);
    // The clock may have been set back: what ran once is not run again.
    result.next = nextDue(rule, std::max(now, lastRun), zone);
    return result;
}

std::optional<QDate> addBusinessDays(QDate date, int days, WeekDays weekend, const QList<QDate> &holidays)
{
    const auto works = [&](QDate d) {
        return !weekend.contains(d) && !std::binary_search(holidays.begin(), holidays.end(), d);
    };
    int left = std::abs(days);
    const int step = days < 0 ? -1 : 1;
    if (left == 0 && works(date))
        return date;
    left = std::max(left, 1);
    for (int i = 0; i < daysSearched; ++i) {
        date = date.addDays(step);
        if (works(date) && --left == 0)
            return date;
    }
    return std::nullopt;
}

std::optional<Instant> dueAt(const RelativeRule &rule, const QTimeZone &zone)
{
    using Due = std::optional<Instant>;
    return std::visit(
        Overloaded{
            [&](const DaysAfter &r) -> Due { return resolveLocal(r.date.addDays(r.days), r.at, zone); },
            [&](const MonthsAfter &r) -> Due { return resolveLocal(r.date.addMonths(r.months), r.at, zone); },
            [&](const BusinessDaysAfter &r) -> Due {
                const auto date = addBusinessDays(r.date, r.days, r.weekend, r.holidays);
                return date ? Due(resolveLocal(*date, r.at, zone)) : std::nullopt;
            },
            [&](const OverdueReached &r) -> Due { return startOfDay(r.due.addDays(r.days), zone); },
            [&](const CalendarDaysAfterEvent &r) -> Due {
                const WallTime then = wallTimeAt(r.event, zone);
                return resolveLocal(then.date.addDays(r.days), then.time, zone);
            },
            [&](const HoursAfterEvent &r) -> Due { return r.event + r.after; },
        },
        rule);
}

qint64 overdueDays(QDate due, Instant now, const QTimeZone &zone) { return due.daysTo(localDateAt(now, zone)); }

} // namespace domain
