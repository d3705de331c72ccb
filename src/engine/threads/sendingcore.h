#pragma once

#include "engine/commands/commandhandler.h"
#include "engine/routing/secretbook.h"
#include "engine/sending/engine.h"
#include "engine/threads/enginecore.h"

namespace engine {

/// The real core of an open workspace: the engine, the commands over it, and the providers' secrets in memory. Notices
/// what another program (the command line beside the window) changes in the file. Engine thread; owned by the room.
class SendingCore final : public EngineCore
{
    Q_OBJECT

public:
    explicit SendingCore(const EngineParts &parts);
    ~SendingCore() override;

    [[nodiscard]] Commands &commands() override { return m_commands; }
    void start() override;
    void stop(std::function<void()> done) override;

private:
    [[nodiscard]] Services servicesOf(const EngineParts &parts);
    [[nodiscard]] CommandHandler::Parts commandsOf(const EngineParts &parts);
    void lookForOthers();

    ChangeHub &m_changes;
    storage::Connection &m_connection;
    SecretBook m_secrets;
    Engine m_engine;
    CommandHandler m_commands;
    QTimer m_others;
    qint64 m_seenVersion = 0;
    bool m_secretsLoaded = false;
    bool m_startWanted = false;
};

} // namespace engine
