#pragma once

#include "providers/generic/template.h"

namespace providers::generic {

/// Empty where requests may go there: https, or http to this machine and, where the person said so, into the local
/// network (generic_http.md, section 4). Host and port stand there as they are, never as a placeholder. Else "format"
/// or "insecure".
[[nodiscard]] QString urlProblem(const Template &url, bool allowPlainHttp);

/// An address of the local network: private ranges, link-local, .local and the like, and names without a dot.
[[nodiscard]] bool isPrivateHost(const QString &host);

} // namespace providers::generic
