#include "engine/pacing/inflightlimit.h"

#include <algorithm>
#include <climits>

namespace engine {

namespace {

constexpr int mostAhead = 128;    // less to be in doubt after a crash than what is open anyway
constexpr double claimingMs = 50; // from an answer to the end of the transaction that claims for its place, at worst

} // namespace

InFlightLimit::InFlightLimit(int ceiling) : m_ceiling(ceiling), m_limit(std::max(1, ceiling)) {}

int InFlightLimit::limit() const { return m_ceiling <= 0 ? INT_MAX : static_cast<int>(m_limit); }

int InFlightLimit::ahead() const
{
    if (m_ceiling <= 0 || m_stands)
        return 0;
    const double soon = m_limit * claimingMs / std::max(claimingMs, m_recentMs);
    return std::min({mostAhead, limit() / 4, static_cast<int>(soon)});
}

int InFlightLimit::room() const { return m_ceiling <= 0 ? INT_MAX : std::max(0, limit() + ahead() - m_inFlight); }

void InFlightLimit::giveBack(int count)
{
    m_inFlight = std::max(0, m_inFlight - count);
    m_unheeded = std::min(m_unheeded, m_inFlight);
    m_stands = true;
}

void InFlightLimit::finished(std::chrono::milliseconds latency, bool throttled)
{
    m_inFlight = std::max(0, m_inFlight - 1);
    m_stands = false;
    const auto ms = static_cast<double>(latency.count());
    m_recentMs = m_recentMs < 0 ? ms : m_recentMs + (ms - m_recentMs) / 16;
    m_usualMs = m_usualMs < 0 ? ms : ms < m_usualMs ? ms : m_usualMs + (ms - m_usualMs) / 1024;

    const bool heeded = m_unheeded == 0;
    m_unheeded = std::max(0, m_unheeded - 1);
    // Three times the usual and a second more: answers pile up over there, and the next thing would be time-outs,
    // each of them a doubt. A server that merely breathes stays below that.
    const bool piling = m_recentMs > 3 * m_usualMs + 1000;
    if (heeded && throttled)
        shrink(0.5);
    else if (heeded && piling)
        shrink(0.8);
    else if (!throttled && !piling)
        m_limit = std::min<double>(std::max(1, m_ceiling), m_limit + 1 / m_limit);
}

void InFlightLimit::setCeiling(int ceiling)
{
    const bool wasAtCeiling = m_ceiling <= 0 || m_limit >= m_ceiling;
    m_ceiling = ceiling;
    const double top = std::max(1, ceiling);
    m_limit = wasAtCeiling ? top : std::min(m_limit, top);
}

void InFlightLimit::shrink(double factor)
{
    m_limit = std::max(1.0, m_limit * factor);
    m_unheeded = m_inFlight;
}

} // namespace engine
