#include "gui/dashboard/dashboardfigures.h"

#include <QCoreApplication>

namespace gui {

namespace {

struct DashboardText
{
    Q_DECLARE_TR_FUNCTIONS(gui::DashboardText)
};

} // namespace

qint64 FamilyCounts::of(Tone tone) const
{
    switch (tone) {
    case Tone::Delivered:
        return delivered;
    case Tone::OnTheWay:
        return onTheWay;
    case Tone::Waiting:
        return waiting;
    case Tone::Doubt:
        return doubt;
    case Tone::Failed:
        return failed;
    case Tone::Skipped:
        return skipped;
    case Tone::Accent:
    case Tone::Neutral:
        break;
    }
    return total();
}

FamilyCounts familiesOf(const domain::MessageCounts &counts)
{
    using enum domain::MessageState;
    FamilyCounts f;
    f.delivered = counts.of(Delivered) + counts.of(Read);
    f.onTheWay = counts.of(Sending) + counts.of(Accepted) + counts.of(Sent);
    f.waiting = counts.of(Planned) + counts.of(Queued);
    f.doubt = counts.of(Uncertain);
    f.failed = counts.of(Undelivered) + counts.of(Rejected) + counts.of(Expired);
    f.skipped = counts.of(Skipped) + counts.of(Cancelled);
    f.sent = f.delivered + counts.of(Accepted) + counts.of(Sent) + counts.of(Undelivered);
    return f;
}

qint64 valueOf(const engine::DayCounts &day, Tone tone)
{
    switch (tone) {
    case Tone::Delivered:
        return day.delivered;
    case Tone::OnTheWay:
        return day.onTheWay;
    case Tone::Waiting:
        return day.waiting;
    case Tone::Doubt:
        return day.doubt;
    case Tone::Failed:
        return day.failed;
    case Tone::Skipped:
        return day.skipped;
    case Tone::Accent:
    case Tone::Neutral:
        break;
    }
    return 0;
}

qint64 totalOf(const engine::DayCounts &day)
{
    qint64 sum = 0;
    for (const Tone tone : chartTones)
        sum += valueOf(day, tone);
    return sum;
}

QString familyName(Tone tone)
{
    switch (tone) {
    case Tone::Delivered:
        return DashboardText::tr("Delivered");
    case Tone::OnTheWay:
        return DashboardText::tr("On the way");
    case Tone::Waiting:
        return DashboardText::tr("Waiting");
    case Tone::Doubt:
        return DashboardText::tr("In doubt");
    case Tone::Failed:
        return DashboardText::tr("Failed");
    case Tone::Skipped:
    case Tone::Accent:
    case Tone::Neutral:
        break;
    }
    return DashboardText::tr("Left out");
}

AxisRange axisFor(qint64 largest)
{
    // whole messages in at most five steps of 1, 2, 2.5 or 5 times a power of ten
    for (qint64 power = 1;; power *= 10) {
        for (const qint64 tenths : {10, 20, 25, 50}) {
            if (tenths * power % 10 != 0)
                continue;
            const qint64 step = tenths * power / 10;
            if (step * 5 < largest)
                continue;
            const int steps = static_cast<int>(std::max<qint64>(2, (largest + step - 1) / step));
            return {step * steps, steps};
        }
    }
}

} // namespace gui
