#include "domain/schedule/recipienthours.h"

namespace domain {

SendingZones zonesWithCommonHours(WindowEvaluator &evaluator, int window, Instant now, const ZoneIds &candidates,
                                  QStringView country)
{
    const bool enough = candidates.size() == 1 ||
                        (!candidates.isEmpty() && evaluator.longestOpening(now, window, candidates) >= leastCommonTime);
    if (enough)
        return {candidates, false};
    const QByteArray capital = capitalZone(country);
    if (capital.isEmpty())
        return {candidates, false};
    return {ZoneIds{capital}, !candidates.isEmpty()};
}

} // namespace domain
