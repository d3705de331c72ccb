#include "engine/pacing/tokenbucket.h"

#include <algorithm>
#include <climits>
#include <cmath>

namespace engine {

TokenBucket::TokenBucket(double perSecond, double burst)
    : m_perSecond(perSecond), m_burst(std::max(1.0, burst)), m_tokens(std::floor(m_burst))
{}

int TokenBucket::available(Ticks now)
{
    if (m_perSecond <= 0)
        return INT_MAX;
    refill(now);
    // what floating point leaves short of a whole one is one
    return m_tokens <= 0 ? 0 : static_cast<int>(std::min(std::floor(m_tokens + 1e-9), 1e9));
}

void TokenBucket::take(int count) { m_tokens -= count; }

Ticks TokenBucket::nextAt(Ticks now)
{
    if (available(now) > 0)
        return now;
    const std::chrono::duration<double> wait((1.0 - m_tokens) / m_perSecond);
    return now + std::chrono::ceil<std::chrono::microseconds>(wait);
}

void TokenBucket::setRate(double perSecond, double burst)
{
    m_perSecond = perSecond;
    m_burst = std::max(1.0, burst);
    m_tokens = std::min(m_tokens, m_burst);
}

void TokenBucket::refill(Ticks now)
{
    if (m_isStarted && now > m_at)
        m_tokens = std::min(m_burst, m_tokens + m_perSecond * std::chrono::duration<double>(now - m_at).count());
    if (!m_isStarted || now > m_at)
        m_at = now;
    m_isStarted = true;
}

} // namespace engine
