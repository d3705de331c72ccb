#pragma once

#include "domain/core/result.h"
#include "domain/core/types.h"

#include <QDate>

namespace storage {
class Connection;
}

namespace engine {

/// A few routes and a price list for the demo's account, so that their pages have something to show. Within a
/// transaction of the caller; engine thread.
[[nodiscard]] domain::Result<void> addDemoRoutes(storage::Connection &connection, domain::ProviderId provider,
                                                 QDate today);

} // namespace engine
