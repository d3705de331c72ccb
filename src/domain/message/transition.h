#pragma once

#include "domain/message/state.h"
#include "domain/provider/outcome.h"

#include <vector>

namespace domain {

/// How often and how long things are tried. Times are spans of wall time.
struct SendingPolicy
{
    int maxAttempts = 5; ///< tries that surely did not get through; a throttled one does not count
    Millis backoffBase{30'000};
    Millis backoffCap{3'600'000};
    /// After each look into a doubt, when the next one is due (uniform.md, section 5).
    std::vector<Millis> doubtLooks{Millis{30'000},    Millis{120'000},    Millis{600'000},
                                   Millis{3'600'000}, Millis{21'600'000}, Millis{86'400'000}};
    Millis absenceGap{60'000}; ///< two complete lists this far apart prove absence
    Millis firstStatusLook{10'000};
    Millis youngStatusLook{60'000}; ///< while younger than a quarter of an hour; then ten times, then sixty times rarer
    Millis statusGiveUp{72 * 3'600'000};
};

/// What is known of a message when something happens to it.
struct Standing
{
    MessageState state = MessageState::Planned;
    QString reason;
    int failedAttempts = 0; ///< earlier attempts with NotSent
    int looks = 0;          ///< polls or looks so far
    std::optional<Instant> acceptedAt;
    std::optional<Instant> expiresAt;
    std::optional<Instant> firstAbsentAt; ///< when a complete list first lacked it
};

/// A look at the provider's records, reduced to what decides.
enum class DoubtFinding { Absent, Several, Inconclusive };
enum class DoubtAnswer { WasSent, SendAgain, GiveUp };

// Everything that can happen to a message.
struct Released
{}; ///< its campaign sends now
struct Claimed
{}; ///< all checks passed, an attempt is written
struct Postponed
{
    Instant until;
    QString reason;
}; ///< a check moves its time
struct Refused
{
    QString reason;
}; ///< a check said no
struct Answered
{
    Outcome outcome;
    double jitter = 0;
}; ///< jitter: uniform in [0, 1)
struct GivenBack
{
    QString reason;
}; ///< claimed, but no request was made
struct AttemptLost
{}; ///< found open after a crash
struct StatusLearnt
{
    StatusReport report;
}; ///< poll, webhook, or found in a doubt's records
struct StatusUnchanged
{
    bool isUntold = false; ///< the provider tells nothing when asked: it need not be asked again
}; ///< polled, nothing new
struct DoubtLooked
{
    DoubtFinding finding;
};
struct DoubtDecided
{
    DoubtAnswer answer;
};
struct CancelAsked
{};
struct TimeRanOut
{};
using MessageEvent = std::variant<Released, Claimed, Postponed, Refused, Answered, GivenBack, AttemptLost, StatusLearnt,
                                  StatusUnchanged, DoubtLooked, DoubtDecided, CancelAsked, TimeRanOut>;

/// What an event does to a message.
struct Move
{
    bool applies = false; ///< false: the event changes nothing at all
    MessageState state = MessageState::Planned;
    QString reason;
    std::optional<Instant> dueAt;  ///< set where a queued message's time changes
    std::optional<Instant> lookAt; ///< when to poll or look next; empty: no more
    bool rejoinsQueue = false;     ///< it was claimed and did not leave: it counts for no cap
};

/// The only place that decides. `at`: now. Pure; every pair of state and event is tested.
/// A status that is late or comes twice changes nothing: rank decides, not the order of arrival (uniform.md, section
/// 3).
[[nodiscard]] Move nextState(const Standing &standing, const MessageEvent &event, Instant at,
                             const SendingPolicy &policy);

/// Merge order of what providers say: accepted 10, sent 20, cancelled 30, expired 31, undelivered and rejected 32,
/// delivered 40, read 50; 0 for states of the queue.
[[nodiscard]] int statusRank(MessageState state);

/// Exponential with full jitter: uniform in [0, min(cap, base * 2^failed)], at least a second.
[[nodiscard]] Millis backoff(int failed, double jitter, const SendingPolicy &policy);

/// When a message accepted then is polled next; empty once it is given up or nothing more is expected.
[[nodiscard]] std::optional<Instant> nextStatusLook(MessageState state, std::optional<Instant> acceptedAt, Instant at,
                                                    int looks, const SendingPolicy &policy);

} // namespace domain
