#pragma once

#include "storage/core/connection.h"

namespace storage {

enum class Named { Template, Campaign, Segment, Provider, Contact };

/// The name of a row, deleted or not; empty where it does not exist.
[[nodiscard]] QString nameOf(Connection &connection, Named kind, qint64 id);

} // namespace storage
