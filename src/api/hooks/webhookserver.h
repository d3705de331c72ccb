#pragma once

#include "api/http/limits.h"
#include "engine/hooks/hookserver.h"

namespace api {

/// The webhook server: proves each request in its own thread before the engine hears of it, so that what is forged
/// costs the engine nothing. `clock` outlives it; used in the server's thread.
///   GET, POST /hooks/<provider>/<token>   as the provider says; answered once its content is on the disk
///   GET /u/<token>                        asks; POST: the opt-out
[[nodiscard]] std::unique_ptr<engine::HookServer> makeWebhookServer(const domain::Clock &clock, Limits limits = {});

} // namespace api
