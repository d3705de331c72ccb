#include "domain/schedule/quiethours.h"

namespace domain {

QuietHours defaultQuietHours(Category category)
{
    QuietHours quiet;
    quiet.enabled = category == Category::Marketing;
    return quiet;
}

SendWindow allowedHours(const QuietHours &quiet)
{
    if (!quiet.enabled || quiet.from == quiet.to)
        return {{DayWindow{}}, {}};
    const auto sinceMidnight = [](QTime time) { return std::chrono::seconds(time.msecsSinceStartOfDay() / 1000); };
    // Quiet from midnight on would make the window end at 0:00; the window's end is then 24:00 of the same day.
    const auto close = sinceMidnight(quiet.from);
    return {{DayWindow{WeekDays::all(), sinceMidnight(quiet.to), close.count() == 0 ? std::chrono::hours(24) : close}},
            {}};
}

} // namespace domain
