#include "domain/schedule/window.h"
#include "domain/schedule/zonetime.h"

#include <algorithm>

namespace domain {

namespace {

using namespace std::chrono;

constexpr qint64 julianDayOfEpoch = 2440588;
constexpr days chunk{8};          // openings are worked out for so many days at a time
constexpr days keptBehind{1};     // and from a day before the question, as the clock may be set back a little
constexpr days longestCache{120}; // then it is begun anew

// A stretch of time in which the zone's offset does not change.
struct Stretch
{
    Instant from;
    Instant to;
    seconds offset;
};

// The first instant in (low, high] with another offset than at `low`, to the second.
Instant changeBetween(Instant low, Instant high, seconds before, const QTimeZone &zone)
{
    while (high - low > seconds(1)) {
        const Instant middle = floor<seconds>(low + (high - low) / 2);
        if (middle <= low)
            break;
        (offsetAt(middle, zone) == before ? low : high) = middle;
    }
    return high;
}

// Looks once in six hours: no zone has had two changes so near to each other.
std::vector<Stretch> stretches(Instant from, Instant to, const QTimeZone &zone)
{
    std::vector<Stretch> result{{from, to, offsetAt(from, zone)}};
    for (Instant at = from; at < to;) {
        const Instant next = std::min<Instant>(at + hours(6), to);
        const seconds before = result.back().offset;
        const seconds offset = offsetAt(next, zone);
        if (offset != before) {
            const Instant change = changeBetween(at, next, before, zone);
            result.back().to = change;
            result.push_back({change, to, offset});
        }
        at = next;
    }
    return result;
}

QDate dateOf(Instant local)
{
    return QDate::fromJulianDay(floor<days>(local).time_since_epoch().count() + julianDayOfEpoch);
}

bool startsOn(const SendWindow &window, const DayWindow &hours, QDate date)
{
    return hours.days.contains(date) && !std::binary_search(window.holidays.begin(), window.holidays.end(), date);
}

seconds lengthOf(const DayWindow &hours)
{
    return hours.to > hours.from ? hours.to - hours.from : hours.to + days(1) - hours.from;
}

} // namespace

int WindowEvaluator::add(const SendWindow &window)
{
    const auto known = std::find(m_windows.begin(), m_windows.end(), window);
    if (known != m_windows.end())
        return static_cast<int>(known - m_windows.begin());
    m_windows.push_back(window);
    std::sort(m_windows.back().holidays.begin(), m_windows.back().holidays.end());
    m_openings.emplace_back();
    return static_cast<int>(m_windows.size()) - 1;
}

WindowEvaluator::Openings &WindowEvaluator::openingsOf(int window, const QByteArray &zone)
{
    auto &known = m_openings.at(static_cast<size_t>(window));
    auto found = known.find(zone);
    if (found == known.end()) {
        found = known.emplace(zone, Openings{}).first;
        found->second.zone = QTimeZone(zone);
        found->second.window = window;
    }
    return found->second;
}

// Adds the openings of the next days. Within a stretch of one offset the wall clock runs evenly, so each day's hours
// are cut to the stretches: a gap opens late and an overlap opens twice by themselves.
void WindowEvaluator::extend(Openings &openings, Instant from)
{
    if (openings.start == openings.end || from < openings.start || from - openings.start > longestCache) {
        openings.list.clear();
        openings.last = 0;
        openings.start = floor<days>(from - keptBehind);
        openings.end = openings.start;
    }
    const Instant begin = openings.end;
    openings.end = begin + chunk;
    if (!openings.zone.isValid())
        return;
    const SendWindow &window = m_windows[static_cast<size_t>(openings.window)];
    std::vector<Opening> fresh;
    for (const Stretch &stretch : stretches(begin, openings.end, openings.zone)) {
        // The day before may have a window that is still open.
        const auto firstDay = floor<days>(stretch.from + stretch.offset) - days(1);
        const auto lastDay = floor<days>(stretch.to + stretch.offset);
        for (auto day = firstDay; day <= lastDay; day += days(1)) {
            for (const DayWindow &hours : window.windows) {
                if (!startsOn(window, hours, dateOf(day)))
                    continue;
                const Instant opens = Instant(day) + hours.from - stretch.offset;
                const Instant closes = opens + lengthOf(hours);
                const Opening cut{std::max(opens, stretch.from), std::min(closes, stretch.to)};
                if (cut.from < cut.to)
                    fresh.push_back(cut);
            }
        }
    }
    std::sort(fresh.begin(), fresh.end(), [](const Opening &a, const Opening &b) { return a.from < b.from; });
    for (const Opening &each : fresh) {
        if (!openings.list.empty() && each.from <= openings.list.back().to)
            openings.list.back().to = std::max(openings.list.back().to, each.to);
        else
            openings.list.push_back(each);
    }
}

const WindowEvaluator::Opening *WindowEvaluator::openingAt(Openings &openings, Instant from, Instant until)
{
    if (from < openings.start || from - openings.start > longestCache || openings.start == openings.end)
        extend(openings, from);
    while (true) {
        const auto &list = openings.list;
        size_t at = openings.last < list.size() && (openings.last == 0 || list[openings.last - 1].to <= from)
                        ? openings.last
                        : 0;
        if (at < list.size() && list[at].to <= from) {
            at = static_cast<size_t>(
                std::upper_bound(list.begin(), list.end(), from, [](Instant t, const Opening &o) { return t < o.to; }) -
                list.begin());
        }
        // The last one may go on beyond what is known.
        if (at < list.size() && (at + 1 < list.size() || list[at].to < openings.end || list[at].from <= from)) {
            openings.last = at;
            return list[at].from <= until ? &list[at] : nullptr;
        }
        if (openings.end > until)
            return at < list.size() && list[at].from <= until ? &list[at] : nullptr;
        extend(openings, from);
    }
}

std::optional<Instant> WindowEvaluator::agree(Instant from, Instant until, std::span<Openings *const> all,
                                              Instant &close)
{
    Instant at = from;
    close = Instant::max();
    size_t agreed = 0;
    for (size_t i = 0; agreed < all.size(); i = (i + 1) % all.size()) {
        const Opening *opening = openingAt(*all[i], at, until);
        if (!opening)
            return std::nullopt;
        if (opening->from > at) {
            at = opening->from;
            close = opening->to;
            agreed = 1;
        } else {
            close = std::min(close, opening->to);
            ++agreed;
        }
    }
    return at;
}

std::span<WindowEvaluator::Openings *const> WindowEvaluator::gather(int window, std::span<const QByteArray> zones)
{
    m_asked.clear();
    for (const QByteArray &zone : zones)
        m_asked.push_back(&openingsOf(window, zone));
    return m_asked;
}

std::optional<Instant> WindowEvaluator::earliestAllowed(Instant from, int window, std::span<const QByteArray> zones)
{
    Instant close;
    return agree(from, from + windowHorizon, gather(window, zones), close);
}

std::optional<Instant> WindowEvaluator::earliestAllowed(Instant from, std::span<const Constraint> constraints)
{
    m_asked.clear();
    for (const Constraint &each : constraints)
        m_asked.push_back(&openingsOf(each.window, each.zone));
    Instant close;
    return agree(from, from + windowHorizon, m_asked, close);
}

Millis WindowEvaluator::longestOpening(Instant from, int window, std::span<const QByteArray> zones)
{
    const auto all = gather(window, zones);
    const Instant until = from + chunk;
    for (Openings *each : all) // so that none is cut where the known ones end
        while (each->start == each->end || from < each->start || from - each->start > longestCache ||
               each->end <= until + chunk)
            extend(*each, from);
    Millis longest{0};
    Instant close;
    for (auto at = agree(from, until, all, close); at; at = agree(close, until, all, close)) {
        longest = std::max(longest, std::min(close, until) - *at);
        if (close >= until)
            break;
    }
    return longest;
}

std::optional<Instant> earliestAllowed(Instant from, const SendWindow &window, std::span<const QTimeZone> zones)
{
    WindowEvaluator evaluator;
    QList<QByteArray> ids;
    for (const QTimeZone &zone : zones)
        ids.append(zone.id());
    return evaluator.earliestAllowed(from, evaluator.add(window), ids);
}

bool isOpen(Instant at, const SendWindow &window, const QTimeZone &zone)
{
    const Instant local = at + offsetAt(at, zone);
    const auto today = floor<days>(local);
    for (const DayWindow &hours : window.windows) {
        for (const auto day : {today, today - days(1)}) {
            const auto since = local - Instant(day);
            if (startsOn(window, hours, dateOf(day)) && since >= hours.from && since < hours.from + lengthOf(hours))
                return true;
        }
    }
    return false;
}

} // namespace domain
