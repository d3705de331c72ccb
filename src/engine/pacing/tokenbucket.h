#pragma once

#include <chrono>

namespace engine {

/// Monotonic time, handed in by the caller so that tests turn it themselves.
using Ticks = std::chrono::steady_clock::time_point;

/// So many a second on average, never more than `burst` at once. A value; any thread.
class TokenBucket
{
public:
    /// `perSecond` 0 or less: no limit. `burst` below 1 counts as 1. Begins full (whole ones).
    TokenBucket(double perSecond, double burst);

    [[nodiscard]] int available(Ticks now);
    /// Takes what available() said; more than that leaves a debt which is waited out.
    void take(int count);
    /// When one is available; `now` or earlier where one is.
    [[nodiscard]] Ticks nextAt(Ticks now);
    /// Keeps what has gathered so far, up to the new burst.
    void setRate(double perSecond, double burst);

private:
    void refill(Ticks now);

    double m_perSecond;
    double m_burst;
    double m_tokens;
    Ticks m_at{};
    bool m_isStarted = false;
};

} // namespace engine
