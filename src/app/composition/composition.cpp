#include "app/composition/composition.h"

#include "api/hooks/webhookserver.h"
#include "app/common/openfiles.h"
#include "engine/http/httpthread.h"
#include "engine/systemclock.h"
#include "engine/threads/sendingcore.h"
#include "platform/keystore/keystores.h"
#include "providers/factory.h"
#include "sources/contacts/fileimporter.h"

namespace app {

struct Composition::Parts
{
    engine::SystemClock clock;
    providers::Factory providers;
};

Composition::Composition() : m_parts(std::make_unique<Parts>()) { allowManyOpenFiles(); }
Composition::~Composition() = default;

std::unique_ptr<engine::WorkspaceSession> Composition::makeSession() const
{
    engine::SessionParts parts;
    parts.room.findKeyStore = platform::findKeyStore;
    parts.room.makeTransport = [] { return std::make_unique<engine::HttpThread>(); };
    parts.room.makeCore = [](const engine::EngineParts &core) { return std::make_unique<engine::SendingCore>(core); };
    parts.room.providers = &m_parts->providers;
    parts.room.clock = &m_parts->clock;
    parts.room.makeHookServer = [&clock = m_parts->clock] { return api::makeWebhookServer(clock); };
    parts.makeImporter = [](engine::EngineClient &client) { return std::make_unique<sources::FileImporter>(client); };
    return std::make_unique<engine::WorkspaceSession>(std::move(parts));
}

const domain::ProviderFactory &Composition::providers() const { return m_parts->providers; }
const domain::Clock &Composition::clock() const { return m_parts->clock; }

} // namespace app
