#pragma once

#include "domain/core/types.h"
#include "domain/schedule/weekdays.h"

#include <QByteArray>
#include <QList>
#include <QTimeZone>

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace domain {

/// Local hours on certain weekdays: `from` inclusive, `to` exclusive, both since midnight; `to` may be 24 h. With
/// `to` <= `from` it crosses midnight and belongs to the day on which it starts.
struct DayWindow
{
    WeekDays days = WeekDays::all();
    std::chrono::seconds from{0};
    std::chrono::seconds to{std::chrono::hours(24)};

    friend bool operator==(const DayWindow &, const DayWindow &) = default;
};

/// When something may happen, by the clock on the wall: in any of `windows`. No window starts on a holiday. In a gap
/// of daylight saving a window opens late, in an overlap both passes are open.
struct SendWindow
{
    QList<DayWindow> windows;
    QList<QDate> holidays; ///< local dates, sorted

    friend bool operator==(const SendWindow &, const SendWindow &) = default;
};

/// How far ahead an opening is looked for; none until then means 'can never be sent'.
inline constexpr std::chrono::days windowHorizon{60};

/// Finds openings for many messages: keeps the open hours of every window and zone it has met, so that a further
/// question costs a search in a short list. Not thread-safe; owned by the caller, one for each thread.
class WindowEvaluator
{
public:
    /// A window in a zone (IANA id). An unknown zone is never open.
    struct Constraint
    {
        int window = 0;
        QByteArray zone;
    };

    /// The number by which `window` is named from now on. The same window gets the same number.
    [[nodiscard]] int add(const SendWindow &window);

    /// The earliest instant >= `from` at which the window is open in all `zones` (any, if there are none); nullopt if
    /// there is none within windowHorizon.
    [[nodiscard]] std::optional<Instant> earliestAllowed(Instant from, int window, std::span<const QByteArray> zones);
    /// The same for windows of several kinds, such as the law's and the company's.
    [[nodiscard]] std::optional<Instant> earliestAllowed(Instant from, std::span<const Constraint> constraints);

    /// The longest time within eight days from `from` in which all `zones` are open at once. Under an hour: fall back
    /// to the zone of the country's capital (phone.md, section 5).
    [[nodiscard]] Millis longestOpening(Instant from, int window, std::span<const QByteArray> zones);

private:
    struct Opening
    {
        Instant from;
        Instant to; ///< exclusive
    };
    /// The openings of one window in one zone between two instants, in order, never touching each other.
    struct Openings
    {
        QTimeZone zone;
        int window = 0;
        Instant start{}; ///< known from here
        Instant end{};   ///< to here, exclusive
        std::vector<Opening> list;
        size_t last = 0; ///< index of the last answer: the next question is mostly about the same one
    };

    [[nodiscard]] Openings &openingsOf(int window, const QByteArray &zone);
    /// The opening that holds `from` or the first after it, not starting after `until`; nullptr if there is none.
    [[nodiscard]] const Opening *openingAt(Openings &openings, Instant from, Instant until);
    void extend(Openings &openings, Instant from);
    /// Agrees on an instant: asks one after the other until none moves it. `close` gets the end of the common opening.
    [[nodiscard]] std::optional<Instant> agree(Instant from, Instant until, std::span<Openings *const> all,
                                               Instant &close);
    [[nodiscard]] std::span<Openings *const> gather(int window, std::span<const QByteArray> zones);

    std::vector<SendWindow> m_windows;
    std::vector<std::unordered_map<QByteArray, Openings>> m_openings; ///< per window; its values keep their place
    std::vector<Openings *> m_asked;                                  ///< reused by every question
};

/// For a single question. WindowEvaluator is for many.
[[nodiscard]] std::optional<Instant> earliestAllowed(Instant from, const SendWindow &window,
                                                     std::span<const QTimeZone> zones);

/// Is it open at this instant, by the clock of `zone`?
[[nodiscard]] bool isOpen(Instant at, const SendWindow &window, const QTimeZone &zone);

} // namespace domain
