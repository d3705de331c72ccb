#pragma once

#include "simulator/options.h"

#include <QJsonObject>

// Options as JSON: times in milliseconds with a key that ends in Ms, shares from 0 to 1.

namespace simulator {

[[nodiscard]] QJsonObject toJson(const Faults &faults);
[[nodiscard]] QJsonObject toJson(const NetworkOptions &network);
[[nodiscard]] QJsonObject toJson(const Statistics &statistics);

/// Changes what `json` names and leaves the rest. A fault may be an object or just its share. The first key that is
/// unknown or does not fit, empty if there is none; then `faults` is as it was.
[[nodiscard]] QString merge(Faults &faults, const QJsonObject &json);
[[nodiscard]] QString merge(NetworkOptions &network, const QJsonObject &json);

} // namespace simulator
