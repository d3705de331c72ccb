#pragma once

#include "engine/threads/enginecore.h"
#include "storage/core/workspacefile.h"

#include <QTimer>

#include <memory>

namespace engine {

class RehearsalKeyStore;

/// Finds where a workspace's secrets are (platform::findKeyStore).
using KeyStoreFinder =
    std::function<void(const QString &workspaceFile, const std::optional<QByteArray> &passphrase, bool mayCreate,
                       QObject *context, std::function<void(domain::Result<std::unique_ptr<domain::KeyStore>>)> found)>;

/// How the parts of the engine's thread are made, there.
struct RoomParts
{
    KeyStoreFinder findKeyStore;
    std::function<std::unique_ptr<Transport>()> makeTransport;
    std::function<std::unique_ptr<EngineCore>(const EngineParts &)> makeCore;
    /// Where rehearsals send to, started where it was not; called in the engine's thread. Outlives the room.
    std::function<domain::Result<RehearsalStage>()> stage;
    const domain::ProviderFactory *providers = nullptr;
    const domain::Clock *clock = nullptr;
    std::function<std::unique_ptr<HookServer>()> makeHookServer = {}; ///< empty: no webhooks are taken
    std::function<std::unique_ptr<MailTransport>()> makeMailTransport = {}; ///< empty: no mail leaves
};

enum class SessionMode {
    Engine,       ///< everything
    CommandsOnly, ///< changes are possible, nothing is sent or tracked
    ReadOnly,     ///< beside an engine that has the workspace open: queries alone
};

/// The engine's thread: opens the workspace, owns what works on it, and closes it. Made in the window's thread and
/// moved into its own; everything but the constructor is called there. Owned by the session.
class EngineRoom : public QObject
{
    Q_OBJECT

public:
    struct Opening
    {
        QString path; ///< of the workspace; keys are found by it
        QString file; ///< of the workspace, or of its rehearsal's copy
        std::optional<QByteArray> passphrase;
        SessionMode mode = SessionMode::Engine;
        std::optional<storage::WorkspaceSettings> create; ///< set: make the file first
    };
    /// The workspace's key, for the readers.
    using Opened = std::function<void(domain::Result<QByteArray>)>;

    explicit EngineRoom(RoomParts parts);
    ~EngineRoom() override;

    void open(const Opening &opening, Opened opened);
    /// NotAllowed is given to `work` where the mode has no commands.
    void run(const std::function<void(domain::Result<Commands *>)> &work);
    /// Makes the rehearsal's copy beside the open workspace (errors: engine/rehearsal); it is what is opened next time.
    [[nodiscard]] domain::Result<void> beginRehearsal();
    /// The open copy is removed as soon as it is closed. Conflict where another program has it open, too.
    [[nodiscard]] domain::Result<void> endRehearsal();
    /// Waits for what is in flight up to `grace`, then closes everything.
    void close(domain::Millis grace, std::function<void()> closed);

Q_SIGNALS:
    void changed(engine::Topics topics);
    void statusChanged(const engine::EngineStatus &status);
    void idle();

private:
    void openExisting(const Opening &opening, const Opened &opened);
    void createNew(const Opening &opening, const Opened &opened);
    void begin(const Opening &opening, storage::WorkspaceFile file, const QString &uuid, const QByteArray &key,
               const Opened &opened);
    void clear();

    // in the order in which they need each other; destroyed from the end
    RoomParts m_parts;
    ChangeHub *m_changes;
    QTimer *m_patience;
    std::unique_ptr<domain::KeyStore> m_keyStore;
    std::unique_ptr<RehearsalKeyStore> m_rehearsalKeys;
    std::unique_ptr<storage::WorkspaceFile> m_file;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<HookServer> m_hooks;
    std::unique_ptr<MailTransport> m_mail;
    std::unique_ptr<EngineCore> m_core;
    bool m_isBeside = false; ///< another program's engine has the file open
    QString m_removedWhenClosed;
};

} // namespace engine
