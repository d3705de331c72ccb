#include "engine/sending/gate.h"

#include "domain/address/timezones.h"
#include "domain/schedule/quiethours.h"

using namespace std::chrono_literals;

namespace engine {

using domain::Instant;

namespace {

QTime timeOf(int minute) { return QTime(0, 0).addSecs(qBound(0, minute, 24 * 60 - 1) * 60); }

} // namespace

Gate::Gate(Services &services, storage::MessageStore &messages) : m_services(services), m_messages(messages) {}

void Gate::setLimits(const SendingLimits &limits)
{
    m_limits = limits;
    m_windows = {};
}

QList<QByteArray> Gate::zonesOf(const storage::DueMessage &message, const QString &address, int window, Instant now)
{
    const QByteArray own = message.timeZone.toLatin1();
    if (!own.isEmpty() && QTimeZone::isTimeZoneIdAvailable(own))
        return {own};
    domain::ZoneIds zones;
    if (message.channel == domain::Channel::Email)
        zones = domain::zonesOfCountry(message.country);
    else if (const auto number = domain::parsePhone(address, message.country))
        zones = domain::sendingZones(*number);
    if (zones.size() > 1 && m_windows.longestOpening(now, window, zones) < 1h)
        if (const QByteArray capital = domain::capitalZone(message.country); !capital.isEmpty())
            return {capital};
    return zones;
}

std::optional<Instant> Gate::openAt(const storage::DueMessage &message, const QString &address, Instant now)
{
    const SendingLimits::Quiet quiet = message.category == domain::Category::Marketing       ? m_limits.marketing
                                       : message.category == domain::Category::Transactional ? m_limits.transactional
                                                                                             : SendingLimits::Quiet{};
    if (!quiet.enabled)
        return now;
    const int window = m_windows.add(domain::allowedHours({true, timeOf(quiet.fromMinute), timeOf(quiet.toMinute)}));
    const QList<QByteArray> zones = zonesOf(message, address, window, now);
    if (zones.isEmpty())
        return now; // nothing is known of the place: nothing can be kept
    return m_windows.earliestAllowed(now, window, zones);
}

domain::CheckFacts Gate::gather(const storage::DueMessage &message, const QString &address, Instant now)
{
    domain::CheckFacts facts;
    facts.now = now;
    facts.channel = message.channel;
    facts.category = message.category;
    facts.expiresAt = message.expiresAt;
    facts.hasAddress = !address.isEmpty();
    facts.contactGone = message.contactGone;
    facts.suppressed = message.suppressed;
    facts.doNotDisturb = message.doNotDisturb;
    facts.openAt = openAt(message, address, now);
    // Who tests sends the same text to the same telephone, again and again.
    facts.capPerHour = message.origin == u"test" ? 0 : m_limits.perAddressPerHour;
    facts.maxSegments =
        message.category == domain::Category::Marketing ? m_limits.maxSegmentsMarketing : m_limits.maxSegments;
    const Instant since = now - std::max<domain::Millis>(1h, std::chrono::minutes(m_limits.duplicateWindowMinutes));
    m_recent = m_inHand.value(message.addressIndex) + m_messages.recentTo(message.addressIndex, since, message.id);
    for (const storage::RecentMessage &recent : std::as_const(m_recent))
        if (recent.claimedAt > now - 1h)
            facts.sentLastHour << recent.claimedAt;
    return facts;
}

void Gate::addText(domain::CheckFacts &facts, const storage::DueMessage &message, const TextMaker::Text &text)
{
    facts.contentProblem = text.problem;
    facts.contentDetail = text.detail;
    facts.segments = message.channel == domain::Channel::Sms ? text.segments : 1;
    if (m_limits.duplicateWindowMinutes > 0 && message.origin != u"test")
        facts.duplicate = std::any_of(m_recent.cbegin(), m_recent.cend(), [&](const storage::RecentMessage &recent) {
            return recent.counts && recent.textHash == text.hash &&
                   recent.claimedAt > facts.now - std::chrono::minutes(m_limits.duplicateWindowMinutes);
        });
}

void Gate::letThrough(const storage::DueMessage &message, const TextMaker::Text &text, Instant now)
{
    m_inHand[message.addressIndex].prepend({now, text.hash, true});
}

} // namespace engine
