#include "app/common/coredump.h"

#include <cstdlib>
#include <sys/resource.h>

namespace app {

void forbidCoreFiles()
{
    if (std::getenv("HELIOGRAPH_CORE"))
        return;
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

} // namespace app
