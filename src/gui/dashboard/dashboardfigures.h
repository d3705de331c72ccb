#pragma once

#include "engine/client/models.h"
#include "gui/theme/tokens.h"

#include <array>

// What the dashboard makes of the engine's counts. Pure.

namespace gui {

/// Counts folded into the families of look.md.
struct FamilyCounts
{
    qint64 delivered = 0; ///< and read
    qint64 onTheWay = 0;
    qint64 waiting = 0;
    qint64 doubt = 0;
    qint64 failed = 0;
    qint64 skipped = 0;
    qint64 sent = 0; ///< a provider took them, whatever became of them later

    [[nodiscard]] qint64 total() const { return delivered + onTheWay + waiting + doubt + failed + skipped; }
    [[nodiscard]] qint64 of(Tone tone) const;
};
[[nodiscard]] FamilyCounts familiesOf(const domain::MessageCounts &counts);

/// Series of the stacked chart, from the axis upwards.
inline constexpr std::array chartTones{Tone::Delivered, Tone::OnTheWay, Tone::Waiting,
                                       Tone::Doubt,     Tone::Failed,   Tone::Skipped};
[[nodiscard]] qint64 valueOf(const engine::DayCounts &day, Tone tone);
[[nodiscard]] qint64 totalOf(const engine::DayCounts &day);
[[nodiscard]] QString familyName(Tone tone);

/// A round number at or above the largest day, and how many steps the axis has.
struct AxisRange
{
    qint64 top = 2;
    int steps = 2;
};
[[nodiscard]] AxisRange axisFor(qint64 largest);

} // namespace gui
