#include "engine/sending/limits.h"

#include "storage/workspace/settingstore.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

QJsonObject quietJson(const SendingLimits::Quiet &quiet)
{
    return {{u"enabled"_s, quiet.enabled}, {u"from_minute"_s, quiet.fromMinute}, {u"to_minute"_s, quiet.toMinute}};
}

SendingLimits::Quiet quietFrom(const QJsonValue &value, const SendingLimits::Quiet &otherwise)
{
    const QJsonObject json = value.toObject();
    return {json[u"enabled"].toBool(otherwise.enabled), json[u"from_minute"].toInt(otherwise.fromMinute),
            json[u"to_minute"].toInt(otherwise.toMinute)};
}

} // namespace

QJsonObject toJson(const SendingLimits &l)
{
    return {{u"quiet_marketing"_s, quietJson(l.marketing)},
            {u"quiet_transactional"_s, quietJson(l.transactional)},
            {u"per_address_per_hour"_s, l.perAddressPerHour},
            {u"marketing_per_day"_s, l.marketingPerDay},
            {u"duplicate_window_minutes"_s, l.duplicateWindowMinutes},
            {u"max_attempts"_s, l.maxAttempts},
            {u"expiry_hours"_s, l.expiryHours},
            {u"max_segments_marketing"_s, l.maxSegmentsMarketing},
            {u"max_segments"_s, l.maxSegments},
            {u"attached_megabytes"_s, l.attachedMegabytes},
            {u"allowed_countries"_s, QJsonArray::fromStringList(l.allowedCountries)}};
}

SendingLimits limitsFromJson(const QJsonObject &json)
{
    SendingLimits l;
    l.marketing = quietFrom(json[u"quiet_marketing"], l.marketing);
    l.transactional = quietFrom(json[u"quiet_transactional"], l.transactional);
    l.perAddressPerHour = json[u"per_address_per_hour"].toInt(l.perAddressPerHour);
    l.marketingPerDay = json[u"marketing_per_day"].toInt(l.marketingPerDay);
    l.duplicateWindowMinutes = json[u"duplicate_window_minutes"].toInt(l.duplicateWindowMinutes);
    l.maxAttempts = json[u"max_attempts"].toInt(l.maxAttempts);
    l.expiryHours = json[u"expiry_hours"].toInt(l.expiryHours);
    l.maxSegmentsMarketing = json[u"max_segments_marketing"].toInt(l.maxSegmentsMarketing);
    l.maxSegments = json[u"max_segments"].toInt(l.maxSegments);
    l.attachedMegabytes = json[u"attached_megabytes"].toInt(l.attachedMegabytes);
    const QJsonArray countries = json[u"allowed_countries"].toArray();
    for (const QJsonValue &country : countries)
        l.allowedCountries << country.toString();
    return l;
}

domain::Result<SendingLimits> readLimits(storage::Connection &connection)
{
    const auto json = storage::SettingStore(connection).read(u"limits"_s);
    if (!json)
        return tl::unexpected(json.error());
    return limitsFromJson(*json);
}

} // namespace engine
