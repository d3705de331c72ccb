#pragma once

#include "domain/core/types.h"

namespace engine {

/// The counters' day of an instant: days since 1970-01-01 in this IANA zone (UTC where it is unknown). Any thread.
[[nodiscard]] qint64 dayOf(domain::Instant at, const QString &timeZone);

} // namespace engine
