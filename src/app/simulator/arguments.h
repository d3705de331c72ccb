#pragma once

#include "domain/core/result.h"
#include "simulator/options.h"

#include <QStringList>

namespace app {

/// What the command line asks of the simulator. InvalidInput with the option's name as place where a value does not
/// fit; `--help` and `--version` end the program.
[[nodiscard]] domain::Result<simulator::Options> simulatorOptions(const QStringList &arguments);

} // namespace app
