#pragma once

#include "engine/pacing/inflightlimit.h"
#include "engine/pacing/tokenbucket.h"

#include <functional>
#include <optional>

namespace engine {

/// How fast a provider may be asked, or a campaign may send: a rate, a number open at once, and pauses the other side
/// asked for. Engine thread; owned by the dispatcher, one for each provider and each campaign with a pace.
///     const int n = std::min(pace.room(now), wanted);  pace.take(n);  …each answer: pace.finished(latency, throttled)
/// There is room for some more than may be open, so that an answer's place is taken at once: each waits for hasPlace().
class Pace
{
public:
    struct Limits
    {
        double perSecond = 0; ///< 0: as fast as answers come
        int inFlight = 0;     ///< 0: any number
    };
    /// `random` gives [0, 1) for the spread of pauses.
    explicit Pace(Limits limits, std::function<double()> random = {});

    [[nodiscard]] static Limits perMinute(int count) { return {count / 60.0, 0}; }
    /// From a person, while it runs: what is open stays counted.
    void setLimits(Limits limits);

    [[nodiscard]] int room(Ticks now);
    void take(int count);
    /// `waiting` of those taken have not left yet: may one of them now?
    [[nodiscard]] bool hasPlace(int waiting, Ticks now) const { return !isPaused(now) && m_open.hasPlace(waiting); }
    /// What was taken but did not leave after all: its place and its token come back.
    void giveBack(int count);
    /// An answer or a failure of any kind; each one taken comes back once.
    void finished(std::chrono::milliseconds latency, bool throttled);

    /// The other side said 'too much': no room until retryAfter has passed, or, where it named no time, for 1 s, 2 s,
    /// 4 s … up to 5 minutes with each refusal in a row, spread at random over the upper half. Call in place of
    /// finished(latency, true).
    void throttled(Ticks now, std::chrono::milliseconds latency, std::optional<std::chrono::milliseconds> retryAfter);
    void pauseUntil(Ticks until);
    [[nodiscard]] bool isPaused(Ticks now) const { return now < m_pausedUntil; }

    /// When to ask for room again; empty where an answer must come first.
    [[nodiscard]] std::optional<Ticks> nextRoomAt(Ticks now);
    [[nodiscard]] int inFlight() const { return m_open.inFlight(); }

private:
    [[nodiscard]] static double burstOf(double perSecond);

    std::function<double()> m_random;
    TokenBucket m_rate;
    InFlightLimit m_open;
    Ticks m_pausedUntil{};
    int m_refusals = 0;
};

} // namespace engine
