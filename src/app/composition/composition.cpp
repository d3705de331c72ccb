#include "app/composition/composition.h"

#include "api/hooks/webhookserver.h"
#include "app/common/openfiles.h"
#include "engine/http/httpthread.h"
#include "engine/mail/mailclient.h"
#include "engine/systemclock.h"
#include "engine/threads/sendingcore.h"
#include "platform/keystore/keystores.h"
#include "providers/factory.h"
#include "simulator/server.h"
#include "sources/contacts/fileimporter.h"

#include <mutex>

namespace app {

namespace {

simulator::Options rehearsalNetwork()
{
    simulator::Options options;
    options.network.latency = {domain::Millis{40}, domain::Millis{160}};
    options.network.delivery = {domain::Millis{800}, domain::Millis{5000}};
    return options;
}

} // namespace

struct Composition::Parts
{
    /// Starts the simulator where it does not run. Any thread.
    domain::Result<engine::RehearsalStage> stage()
    {
        const std::scoped_lock lock(mutex);
        if (!simulator) {
            auto server = std::make_unique<simulator::Server>(rehearsalNetwork());
            if (const auto port = server->start(); !port)
                return tl::unexpected(port.error());
            simulator = std::move(server);
        }
        return engine::RehearsalStage{simulator->url(), simulator->kinds(), simulator->mailPort()};
    }

    mutable std::mutex mutex; ///< of the simulator: sessions come and go in threads of their own
    std::unique_ptr<simulator::Server> simulator;
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
    parts.room.makeMailTransport = [] { return std::make_unique<engine::MailClient>(); };
    parts.room.makeCore = [](const engine::EngineParts &core) { return std::make_unique<engine::SendingCore>(core); };
    parts.room.stage = [shared = m_parts.get()] { return shared->stage(); };
    parts.room.providers = &m_parts->providers;
    parts.room.clock = &m_parts->clock;
    parts.room.makeHookServer = [&clock = m_parts->clock] { return api::makeWebhookServer(clock); };
    parts.makeImporter = [](engine::EngineClient &client) { return std::make_unique<sources::FileImporter>(client); };
    return std::make_unique<engine::WorkspaceSession>(std::move(parts));
}

const domain::ProviderFactory &Composition::providers() const { return m_parts->providers; }
QString Composition::rehearsalUrl() const
{
    const std::scoped_lock lock(m_parts->mutex);
    return m_parts->simulator ? m_parts->simulator->url() : QString();
}
const domain::Clock &Composition::clock() const { return m_parts->clock; }

} // namespace app
