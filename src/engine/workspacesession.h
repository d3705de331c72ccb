#pragma once

#include "engine/client/client.h"
#include "engine/threads/engineroom.h"
#include "engine/threads/reader.h"

#include <QThread>

#include <array>
#include <deque>

namespace engine {

/// What a session is made of; borrowed pointers outlive it.
struct SessionParts
{
    RoomParts room;
    std::function<std::unique_ptr<ContactImporter>(EngineClient &)> makeImporter;
};

/// One open workspace: the engine's thread, two readers, and the client's side of both. Lives in the window's thread,
/// or in the main thread of the command line, which needs an event loop. A session opens one workspace in its life.
///     session.create / open(…, [](Result<void>) { … })   then ask(), command(), call()   then close(…)
/// Questions asked before it is open wait for that; those unanswered when it closes or fails are dropped.
class WorkspaceSession : public EngineClient
{
    Q_OBJECT

public:
    using Done = std::function<void(domain::Result<void>)>;

    explicit WorkspaceSession(SessionParts parts, QObject *parent = nullptr);
    /// Waits for the threads a bounded time; close() first where that must not be seen.
    ~WorkspaceSession() override;

    /// `done` once, later. Errors: those of WorkspaceFile::open and of the key store (KeyUnavailable: ask for the
    /// passphrase; WrongPassphrase); Cancelled where it is closed before it was open.
    void open(const QString &path, const std::optional<QByteArray> &passphrase, SessionMode mode, Done done);
    /// Makes the file, and its key in the key store (or in a sealed file beside it). Conflict where it exists.
    void create(const QString &path, const storage::WorkspaceSettings &settings,
                const std::optional<QByteArray> &passphrase, SessionMode mode, Done done);
    /// Beside the open workspace; `done` later. From then on its path opens the copy: close this session, open another.
    void beginRehearsal(Done done);
    /// The copy goes as this session closes.
    void endRehearsal(Done done);
    /// Lets what is in flight come back for at most `grace`, then ends the threads; `done` after that, also where it
    /// is closing or closed already (a failed opening closes it).
    void close(domain::Millis grace, std::function<void()> done);

    [[nodiscard]] ContactImporter &importer() override;
    [[nodiscard]] EngineStatus status() const override { return m_status; }

Q_SIGNALS:
    /// See EngineCore::idle.
    void idle();

protected:
    void postQuery(std::function<void(Queries &)> work) override;
    void postCommand(std::function<void(domain::Result<Commands *>)> work) override;

private:
    enum class State { New, Opening, Open, Closing, Closed };
    struct ReaderThread
    {
        QThread thread;
        Reader *reader = nullptr; ///< lives in `thread`, deleted when that ends
        bool isFree = false;
    };

    void begin(const EngineRoom::Opening &opening, Done done);
    void inRoom(domain::Result<void> (EngineRoom::*work)(), Done done);
    void openReaders(const QString &path, const QByteArray &key);
    void finishOpening(const domain::Result<void> &result);
    void handOutQueries();
    void endThreads();

    SessionParts m_parts;
    State m_state = State::New;
    EngineStatus m_status;
    QThread m_engineThread;
    EngineRoom *m_room; ///< lives in m_engineThread, deleted when that ends
    std::array<ReaderThread, 2> m_readers;
    std::deque<std::function<void(Queries &)>> m_queries;
    std::deque<std::function<void(domain::Result<Commands *>)>> m_commands; ///< given before it is open
    Done m_opened;                                                          ///< set while opening
    std::vector<std::function<void()>> m_closed;                            ///< who waits for the end
    std::unique_ptr<ContactImporter> m_importer;
};

} // namespace engine
