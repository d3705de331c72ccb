#pragma once

#include "domain/address/timezones.h"
#include "domain/schedule/window.h"

namespace domain {

/// The zones in all of which a message is to be allowed.
struct SendingZones
{
    ZoneIds zones;
    bool fellBack = false; ///< the candidates have too little time in common; `zones` is the capital's. To be logged
};

/// The least time in common within a week that makes several zones usable.
inline constexpr std::chrono::hours leastCommonTime{1};

/// `candidates` as they are, or the zone of the country's capital if the window is open in all of them at once for less
/// than leastCommonTime in the eight days from `now` (phone.md, section 5). Without candidates the capital's zone, if
/// the country is known; else none, and the workspace's zone is to be taken and flagged as assumed.
[[nodiscard]] SendingZones zonesWithCommonHours(WindowEvaluator &evaluator, int window, Instant now,
                                                const ZoneIds &candidates, QStringView country);

} // namespace domain
