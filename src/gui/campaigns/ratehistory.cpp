#include "gui/campaigns/ratehistory.h"

#include "gui/dashboard/dashboardfigures.h"

using namespace std::chrono_literals;

namespace gui {

namespace {
constexpr qsizetype mostPoints = 240;
constexpr auto closest = 500ms;
constexpr auto window = 10s;

double secondsBetween(domain::Instant a, domain::Instant b) { return std::chrono::duration<double>(b - a).count(); }
} // namespace

void RateHistory::add(domain::Instant at, const domain::MessageCounts &counts)
{
    const FamilyCounts families = familiesOf(counts);
    const Look look{at, families.sent, families.delivered};
    if (m_looks.isEmpty()) {
        m_looks.append(look);
        return;
    }
    const Look &before = m_looks.constLast();
    if (at - before.at < closest)
        return;
    // smoothed over the window, so that a batch does not draw a spike
    qsizetype first = m_looks.size() - 1;
    while (first > 0 && at - m_looks.at(first - 1).at <= 4s)
        --first;
    const Look &from = m_looks.at(first);
    const double seconds = secondsBetween(from.at, at);
    m_points.append({secondsBetween(m_looks.constFirst().at, at),
                     static_cast<double>(std::max<qint64>(0, look.sent - from.sent)) / seconds,
                     static_cast<double>(std::max<qint64>(0, look.delivered - from.delivered)) / seconds});
    m_looks.append(look);
    if (m_points.size() > mostPoints)
        m_points.removeFirst();
    if (m_looks.size() > mostPoints + 1)
        m_looks.remove(1, m_looks.size() - mostPoints - 1); // the first stays: it is second 0
}

double RateHistory::sentPerSecond() const
{
    if (m_looks.size() < 2)
        return 0;
    const Look &last = m_looks.constLast();
    qsizetype first = m_looks.size() - 2;
    while (first > 0 && last.at - m_looks.at(first - 1).at <= window)
        --first;
    const double seconds = secondsBetween(m_looks.at(first).at, last.at);
    return static_cast<double>(std::max<qint64>(0, last.sent - m_looks.at(first).sent)) / seconds;
}

std::optional<std::chrono::seconds> RateHistory::timeLeft(qint64 waiting) const
{
    const double perSecond = sentPerSecond();
    if (waiting <= 0 || perSecond < 0.01)
        return std::nullopt;
    return std::chrono::seconds(static_cast<qint64>(std::ceil(static_cast<double>(waiting) / perSecond)));
}

} // namespace gui
