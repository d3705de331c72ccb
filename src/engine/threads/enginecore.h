#pragma once

#include "domain/core/keystore.h"
#include "domain/provider/provider.h"
#include "engine/client/commands.h"
#include "engine/rehearsal/stage.h"
#include "engine/threads/changehub.h"

#include <QObject>

namespace storage {
class WorkspaceFile;
}

namespace engine {

class HookServer;
class MailTransport;
class Transport;

/// What the engine's thread has open while a workspace is. All of it outlives the core.
struct EngineParts
{
    storage::WorkspaceFile &file;
    QString workspaceUuid;
    Transport &transport;
    domain::KeyStore &keyStore;
    const domain::ProviderFactory &providers;
    const domain::Clock &clock;
    ChangeHub &changes;
    HookServer *hooks = nullptr;              ///< null: this program takes no webhooks
    std::optional<RehearsalStage> stage = {}; ///< set: the file is a rehearsal's copy
    MailTransport *mail = nullptr;            ///< null: no mail leaves
};

/// What runs in the engine's thread over one open workspace: Engine, and stand-ins of tests. Owned by the room.
class EngineCore : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual Commands &commands() = 0;
    /// Begins to send and to track: first what a crash left open, then what is due.
    virtual void start() = 0;
    /// Claims nothing more; `done` once what is in flight has come back and is written down. Whoever waits too long
    /// for that destroys the core: what is open then is found and looked into at the next start.
    virtual void stop(std::function<void()> done) = 0;

Q_SIGNALS:
    /// The pulse: at most four times a second.
    void statusChanged(const engine::EngineStatus &status);
    /// Started, and every message is final or waits for a time more than ten minutes away. Said each time it
    /// becomes so.
    void idle();
};

} // namespace engine
