#pragma once

namespace app {

/// No core file of this process: its memory holds secrets and people's addresses. To be called first in main(); where
/// HELIOGRAPH_CORE is set, for finding a fault, nothing is changed.
void forbidCoreFiles();

} // namespace app
