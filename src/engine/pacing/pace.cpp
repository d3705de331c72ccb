#include "engine/pacing/pace.h"

#include <QRandomGenerator>

#include <algorithm>

namespace engine {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds shortestPause{1000};
constexpr milliseconds longestPause{300'000};

} // namespace

Pace::Pace(Limits limits, std::function<double()> random)
    : m_random(random ? std::move(random) : [] { return QRandomGenerator::global()->generateDouble(); }),
      m_rate(limits.perSecond, burstOf(limits.perSecond)), m_open(limits.inFlight)
{}

// One, and a tenth of a second's worth: the engine need not wake for every message, what gathers between two looks
// is not lost, and nobody sees a gust.
double Pace::burstOf(double perSecond) { return 1 + perSecond / 10; }

void Pace::setLimits(Limits limits)
{
    m_rate.setRate(limits.perSecond, burstOf(limits.perSecond));
    m_open.setCeiling(limits.inFlight);
}

int Pace::room(Ticks now) { return isPaused(now) ? 0 : std::min(m_rate.available(now), m_open.room()); }

void Pace::take(int count)
{
    m_rate.take(count);
    m_open.take(count);
}

void Pace::giveBack(int count)
{
    m_rate.take(-count);
    m_open.giveBack(count);
}

void Pace::finished(milliseconds latency, bool throttled)
{
    m_open.finished(latency, throttled);
    if (!throttled)
        m_refusals = 0;
}

void Pace::throttled(Ticks now, milliseconds latency, std::optional<milliseconds> retryAfter)
{
    m_open.finished(latency, true);
    milliseconds pause = retryAfter.value_or(milliseconds{0});
    if (!retryAfter) {
        if (isPaused(now))
            return; // one more of those that were on their way when the first refusal came
        const auto full = std::min(longestPause, shortestPause * (1 << std::min(m_refusals, 16)));
        ++m_refusals;
        pause = full / 2 + std::chrono::duration_cast<milliseconds>(full / 2 * m_random());
    }
    pauseUntil(now + pause);
}

void Pace::pauseUntil(Ticks until) { m_pausedUntil = std::max(m_pausedUntil, until); }

std::optional<Ticks> Pace::nextRoomAt(Ticks now)
{
    if (m_open.room() <= 0)
        return std::nullopt;
    return std::max(m_rate.nextAt(now), m_pausedUntil);
}

} // namespace engine
