#pragma once

#include "domain/address/phone.h"

#include <QByteArray>
#include <QList>

namespace domain {

/// IANA zone ids as QTimeZone takes them; some are old names ('Asia/Calcutta'), which Qt accepts.
using ZoneIds = QList<QByteArray>;

/// Where a number can be, by libphonenumber's zone map (8.12.57): the longest known prefix for numbers that have an
/// area, the entry of the calling code for the others (most mobile, toll-free ...). Empty when the map has nothing. Any
/// thread; cheap, the lists are shared.
[[nodiscard]] ZoneIds zonesOfNumber(const PhoneNumber &number);
/// The same from the text; it is parsed first. Empty when it is no valid number.
[[nodiscard]] ZoneIds zonesOfNumber(QStringView e164);

/// The zones of a country (ISO 3166 alpha-2, any case) by the tz database; empty for an unknown code.
[[nodiscard]] ZoneIds zonesOfCountry(QStringView country);

/// The zone of the country's capital: what is used when the windows of all its zones have no hour in common. Empty
/// for an unknown code.
[[nodiscard]] QByteArray capitalZone(QStringView country);

/// New York to Los Angeles, Phoenix included: what an American number without a place is taken to be.
[[nodiscard]] const ZoneIds &mainlandZones();

/// The zones in all of which a message to this number must be allowed (phone.md, section 5): those of the map, but
/// for a +1 number that the map cannot place the mainland's, or its own country's if that is not the USA or Canada;
/// the country's zones if the map has none. Several zones mean: only when it is allowed in every one.
[[nodiscard]] ZoneIds sendingZones(const PhoneNumber &number);

} // namespace domain
