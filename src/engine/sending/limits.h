#pragma once

#include "engine/client/settingsmodels.h"

namespace storage {
class Connection;
}

namespace engine {

/// SendingLimits as they are kept (setting "limits"); missing fields have their defaults.
[[nodiscard]] QJsonObject toJson(const SendingLimits &limits);
[[nodiscard]] SendingLimits limitsFromJson(const QJsonObject &json);
[[nodiscard]] domain::Result<SendingLimits> readLimits(storage::Connection &connection);

} // namespace engine
