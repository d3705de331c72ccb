#pragma once

#include "domain/message/transition.h"
#include "domain/provider/provider.h"
#include "engine/hooks/hookserver.h"
#include "engine/http/transport.h"
#include "engine/mail/mailtransport.h"
#include "engine/pacing/pace.h"
#include "engine/rehearsal/stage.h"
#include "storage/core/connection.h"
#include "storage/core/vault.h"
#include "storage/workspace/providerstore.h"

#include <QTimeZone>

namespace engine {

/// What the engine's parts work with; everything outlives the engine. Made by `app` (or a test), used in the engine's
/// thread only.
struct Services
{
    storage::Connection &connection;
    const storage::Vault &vault;
    const domain::Clock &clock;
    const domain::ProviderFactory &factory;
    Transport &transport;
    /// A provider's secrets from memory; empty where none are known (yet).
    std::function<QHash<QString, QString>(const storage::ProviderRecord &)> secrets;
    std::function<double()> random; ///< uniform in [0, 1)
    std::function<Ticks()> ticks;   ///< monotonic, for paces
    domain::SendingPolicy policy;
    HookServer *hooks = nullptr;              ///< null: this program takes no webhooks
    std::optional<RehearsalStage> stage = {}; ///< set: everything goes there, and no secret
    MailTransport *mail = nullptr;            ///< null: no mail leaves

    [[nodiscard]] domain::Instant now() const { return clock.now(); }
};

} // namespace engine
