#include "engine/sending/gate.h"

using namespace std::chrono_literals;

namespace engine {

using domain::Instant;

// Who tests sends the same text to the same telephone, again and again; and who answers somebody means each answer.
static bool isByHand(const storage::DueMessage &message)
{
    return message.origin == u"test" || message.origin == u"manual";
}

Gate::Gate(Services &services, storage::MessageStore &messages) : m_services(services), m_messages(messages) {}

void Gate::setLimits(const SendingLimits &limits)
{
    m_limits = limits;
    m_quiet.setLimits(limits);
}

domain::CheckFacts Gate::gather(const storage::DueMessage &message, const QString &address, Instant now)
{
    domain::CheckFacts facts;
    facts.now = now;
    facts.channel = message.channel;
    facts.category = message.category;
    facts.expiresAt = message.expiresAt;
    facts.hasAddress = !address.isEmpty();
    facts.country = message.country;
    facts.countryAllowed = message.channel == domain::Channel::Email || m_limits.allows(message.country);
    facts.contactGone = message.contactGone;
    facts.suppressed = message.suppressed;
    facts.doNotDisturb = message.doNotDisturb;
    facts.openAt = m_quiet.openAt({message.channel, message.category, message.timeZone, message.country, address}, now);
    facts.capPerHour = isByHand(message) ? 0 : m_limits.perAddressPerHour;
    facts.maxSegments =
        message.category == domain::Category::Marketing ? m_limits.maxSegmentsMarketing : m_limits.maxSegments;
    if (message.category == domain::Category::Marketing && !isByHand(message))
        facts.capPerDay = m_limits.marketingPerDay;
    const Instant since = now - std::max<domain::Millis>(facts.capPerDay > 0 ? 24h : 1h,
                                                         std::chrono::minutes(m_limits.duplicateWindowMinutes));
    m_recent = m_inHand.value(message.addressIndex) + m_messages.recentTo(message.addressIndex, since, message.id);
    for (const storage::RecentMessage &recent : std::as_const(m_recent)) {
        if (recent.claimedAt > now - 1h)
            facts.sentLastHour << recent.claimedAt;
        if (facts.capPerDay > 0 && recent.category == message.category && recent.claimedAt > now - 24h)
            facts.sentLastDay << recent.claimedAt;
    }
    return facts;
}

void Gate::addText(domain::CheckFacts &facts, const storage::DueMessage &message, const TextMaker::Text &text)
{
    facts.contentProblem = text.problem;
    facts.contentDetail = text.detail;
    facts.segments = message.channel == domain::Channel::Sms ? text.segments : 1;
    facts.duplicate = message.reachedBefore;
    if (!facts.duplicate && m_limits.duplicateWindowMinutes > 0 && !isByHand(message))
        facts.duplicate = std::any_of(m_recent.cbegin(), m_recent.cend(), [&](const storage::RecentMessage &recent) {
            return recent.counts && recent.textHash == text.hash &&
                   recent.claimedAt > facts.now - std::chrono::minutes(m_limits.duplicateWindowMinutes);
        });
}

void Gate::addWay(domain::CheckFacts &facts, const WindowRule::Way &way)
{
    facts.windowProblem = way.problem;
    facts.windowWaits = way.waits;
    if (!way.detail.isEmpty())
        facts.contentDetail = way.detail;
}

void Gate::letThrough(const storage::DueMessage &message, const TextMaker::Text &text, Instant now)
{
    m_inHand[message.addressIndex].prepend({now, text.hash, true, message.category});
}

} // namespace engine
