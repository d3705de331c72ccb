#include "engine/sending/quiettimes.h"

#include "domain/address/timezones.h"
#include "domain/schedule/quiethours.h"

using namespace std::chrono_literals;

namespace engine {

using domain::Instant;

namespace {

QTime timeOf(int minute) { return QTime(0, 0).addSecs(qBound(0, minute, 24 * 60 - 1) * 60); }

} // namespace

void QuietTimes::setLimits(const SendingLimits &limits)
{
    m_limits = limits;
    m_windows = {};
}

SendingLimits::Quiet QuietTimes::quietFor(domain::Category category) const
{
    return category == domain::Category::Marketing       ? m_limits.marketing
           : category == domain::Category::Transactional ? m_limits.transactional
                                                         : SendingLimits::Quiet{};
}

bool QuietTimes::isEnabledFor(domain::Category category) const { return quietFor(category).enabled; }

QList<QByteArray> QuietTimes::zonesOf(const Recipient &recipient, int window, Instant now)
{
    const QByteArray own = recipient.timeZone.toLatin1();
    if (!own.isEmpty() && QTimeZone::isTimeZoneIdAvailable(own))
        return {own};
    domain::ZoneIds zones;
    if (recipient.channel == domain::Channel::Email)
        zones = domain::zonesOfCountry(recipient.country);
    else if (const auto number = domain::parsePhone(recipient.address, recipient.country))
        zones = domain::sendingZones(*number);
    if (zones.size() > 1 && m_windows.longestOpening(now, window, zones) < 1h)
        if (const QByteArray capital = domain::capitalZone(recipient.country); !capital.isEmpty())
            return {capital};
    return zones;
}

std::optional<Instant> QuietTimes::openAt(const Recipient &recipient, Instant now)
{
    const SendingLimits::Quiet quiet = quietFor(recipient.category);
    if (!quiet.enabled)
        return now;
    const int window = m_windows.add(domain::allowedHours({true, timeOf(quiet.fromMinute), timeOf(quiet.toMinute)}));
    const QList<QByteArray> zones = zonesOf(recipient, window, now);
    if (zones.isEmpty())
        return now; // nothing is known of the place: nothing can be kept
    return m_windows.earliestAllowed(now, window, zones);
}

} // namespace engine
