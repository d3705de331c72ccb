#pragma once

#include "domain/campaign/campaign.h"

#include <QList>

namespace gui {

/// How fast a campaign goes, worked out from the counts of successive looks. Pure.
class RateHistory
{
public:
    struct Point
    {
        double seconds = 0; ///< since the first look
        double sent = 0;    ///< messages a second
        double delivered = 0;
    };

    /// Looks closer together than half a second are folded into the next one. Counts that went back (a retry) count as
    /// no movement.
    void add(domain::Instant at, const domain::MessageCounts &counts);
    void clear() { *this = {}; }
    [[nodiscard]] const QList<Point> &points() const { return m_points; }
    /// Over the last ten seconds of looks.
    [[nodiscard]] double sentPerSecond() const;
    /// Until nothing waits; empty where it does not move.
    [[nodiscard]] std::optional<std::chrono::seconds> timeLeft(qint64 waiting) const;

private:
    struct Look
    {
        domain::Instant at{};
        qint64 sent = 0;
        qint64 delivered = 0;
    };
    QList<Look> m_looks;
    QList<Point> m_points;
};

} // namespace gui
