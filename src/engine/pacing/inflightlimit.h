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

    void take(int count) { m_inFlight += count; }
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
};

} // namespace engine
