#pragma once

#include <chrono>

namespace engine {

/// How many requests may be open at once: begins at the ceiling a person set, halves when the other side is
/// overrun, comes back one by one (AIMD). A value; any thread.
class InFlightLimit
{
public:
    /// `ceiling` 0 or less: no limit.
    explicit InFlightLimit(int ceiling);

    [[nodiscard]] int limit() const;
    [[nodiscard]] int inFlight() const { return m_inFlight; }
    [[nodiscard]] int room() const;
    /// How many more than those that may be open are worth having ready: as many as come back while the next are being
    /// claimed. 0 where any number may be open, where answers are slow, and from a give-back to the next answer.
    [[nodiscard]] int ahead() const;
    /// `waiting` of those taken have not left: is there a place for one of them?
    [[nodiscard]] bool hasPlace(int waiting) const { return m_inFlight - waiting < limit(); }

    void take(int count) { m_inFlight += count; }
    void giveBack(int count);
    /// One came back. `throttled`: the other side said it is too much (429).
    void finished(std::chrono::milliseconds latency, bool throttled);
    void setCeiling(int ceiling);

private:
    void shrink(double factor);

    int m_ceiling;
    double m_limit;
    int m_inFlight = 0;
    int m_unheeded = 0; ///< answers to requests that left before the last cut: they say nothing about it
    double m_usualMs = -1;
    double m_recentMs = -1;
    bool m_stands = true; ///< no answer has come since the last give-back
};

} // namespace engine
