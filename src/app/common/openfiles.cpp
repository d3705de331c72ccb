#include "app/common/openfiles.h"

#include <sys/resource.h>

namespace app {

void allowManyOpenFiles()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= limit.rlim_max)
        return;
    limit.rlim_cur = limit.rlim_max;
    (void)setrlimit(RLIMIT_NOFILE, &limit); // with fewer it works as well, only slower
}

} // namespace app
