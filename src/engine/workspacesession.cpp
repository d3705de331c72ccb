#include "engine/workspacesession.h"

#include "engine/rehearsal/rehearsal.h"

#include <QPointer>

using namespace Qt::StringLiterals;
using namespace domain;

namespace engine {

namespace {

constexpr unsigned long longestJoinMs = 20'000;

} // namespace

WorkspaceSession::WorkspaceSession(SessionParts parts, QObject *parent)
    : EngineClient(parent), m_parts(std::move(parts)), m_room(new EngineRoom(m_parts.room))
{
    qRegisterMetaType<engine::Topics>();
    qRegisterMetaType<engine::EngineStatus>();
    m_engineThread.setObjectName(u"engine"_s);
    m_room->moveToThread(&m_engineThread);
    connect(&m_engineThread, &QThread::finished, m_room, &QObject::deleteLater);
    connect(m_room, &EngineRoom::changed, this, &WorkspaceSession::changed);
    connect(m_room, &EngineRoom::idle, this, &WorkspaceSession::idle);
    connect(m_room, &EngineRoom::statusChanged, this, [this](const EngineStatus &status) {
        m_status = status;
        Q_EMIT statusChanged(status);
    });
    m_engineThread.start();
    for (ReaderThread &one : m_readers) {
        one.reader = new Reader(*m_parts.room.clock);
        one.thread.setObjectName(u"reader"_s);
        one.reader->moveToThread(&one.thread);
        connect(&one.thread, &QThread::finished, one.reader, &QObject::deleteLater);
        one.thread.start();
    }
}

WorkspaceSession::~WorkspaceSession()
{
    m_importer.reset();
    if (m_state != State::Closed) {
        m_state = State::Closing;
        QMetaObject::invokeMethod(
            m_room, [room = m_room] { room->close(Millis{0}, [] { QThread::currentThread()->quit(); }); });
        m_engineThread.wait(longestJoinMs);
    }
    endThreads();
}

void WorkspaceSession::open(const QString &path, const std::optional<QByteArray> &passphrase, SessionMode mode,
                            Done done)
{
    begin({path, fileOf(path), passphrase, mode, std::nullopt}, std::move(done));
}

void WorkspaceSession::create(const QString &path, const storage::WorkspaceSettings &settings,
                              const std::optional<QByteArray> &passphrase, SessionMode mode, Done done)
{
    begin({path, path, passphrase, mode, settings}, std::move(done));
}

void WorkspaceSession::begin(const EngineRoom::Opening &opening, Done done)
{
    Q_ASSERT(m_state == State::New);
    m_state = State::Opening;
    m_opened = std::move(done);
    const auto toHere = [this, path = opening.file](Result<QByteArray> key) {
        QMetaObject::invokeMethod(
            this,
            [this, path, key = std::move(key)] {
                if (m_state != State::Opening)
                    return;
                if (key)
                    openReaders(path, *key);
                else
                    finishOpening(tl::unexpected(key.error()));
            },
            Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(m_room, [room = m_room, opening, toHere] { room->open(opening, toHere); });
}

void WorkspaceSession::openReaders(const QString &path, const QByteArray &key)
{
    struct Gathered
    {
        size_t answers = 0;
        Result<void> result;
    };
    const auto gathered = std::make_shared<Gathered>();
    for (ReaderThread &one : m_readers) {
        const auto answered = [this, gathered, &one](const Result<void> &result) {
            one.isFree = result.has_value();
            if (!result)
                gathered->result = result;
            if (++gathered->answers == m_readers.size() && m_state == State::Opening)
                finishOpening(gathered->result);
        };
        QMetaObject::invokeMethod(one.reader, [this, reader = one.reader, path, key, answered] {
            const Result<void> result = reader->open(path, key);
            QMetaObject::invokeMethod(
                this, [answered, result] { answered(result); }, Qt::QueuedConnection);
        });
    }
}

void WorkspaceSession::finishOpening(const Result<void> &result)
{
    const Done done = std::exchange(m_opened, {});
    if (!result) {
        m_queries.clear();
        m_commands.clear();
        close(Millis{0}, [done, result] { done(result); });
        return;
    }
    m_state = State::Open;
    done(result);
    for (auto &work : std::exchange(m_commands, {}))
        postCommand(std::move(work));
    handOutQueries();
}

void WorkspaceSession::inRoom(Result<void> (EngineRoom::*work)(), Done done)
{
    if (m_state != State::Open) {
        QMetaObject::invokeMethod(
            this, [done = std::move(done)] { done(fail(ErrorCode::Cancelled, u"the workspace is not open"_s)); },
            Qt::QueuedConnection);
        return;
    }
    QMetaObject::invokeMethod(m_room, [this, room = m_room, work, done = std::move(done)] {
        QMetaObject::invokeMethod(
            this, [done, result = (room->*work)()] { done(result); }, Qt::QueuedConnection);
    });
}

void WorkspaceSession::beginRehearsal(Done done) { inRoom(&EngineRoom::beginRehearsal, std::move(done)); }
void WorkspaceSession::endRehearsal(Done done) { inRoom(&EngineRoom::endRehearsal, std::move(done)); }

void WorkspaceSession::close(Millis grace, std::function<void()> done)
{
    if (m_state == State::Closed) {
        QMetaObject::invokeMethod(this, std::move(done), Qt::QueuedConnection);
        return;
    }
    m_closed.push_back(std::move(done));
    if (m_state == State::Closing)
        return;
    m_state = State::Closing;
    if (auto opened = std::exchange(m_opened, {}))
        QMetaObject::invokeMethod(
            this, [opened] { opened(fail(ErrorCode::Cancelled, u"closed before it was open"_s)); },
            Qt::QueuedConnection);
    m_queries.clear();
    m_commands.clear();
    m_importer.reset();
    QMetaObject::invokeMethod(m_room, [this, room = m_room, grace] {
        room->close(grace, [this] {
            QMetaObject::invokeMethod(
                this,
                [this] {
                    endThreads(); // each ends with the turn it is in
                    m_state = State::Closed;
                    for (const auto &closed : std::exchange(m_closed, {}))
                        closed();
                },
                Qt::QueuedConnection);
        });
    });
}

void WorkspaceSession::endThreads()
{
    for (ReaderThread &one : m_readers)
        one.thread.quit();
    m_engineThread.quit();
    for (ReaderThread &one : m_readers)
        one.thread.wait(longestJoinMs);
    m_engineThread.wait(longestJoinMs);
}

ContactImporter &WorkspaceSession::importer()
{
    if (!m_importer)
        m_importer = m_parts.makeImporter(*this);
    return *m_importer;
}

void WorkspaceSession::postQuery(std::function<void(Queries &)> work)
{
    if (m_state == State::Closing || m_state == State::Closed)
        return;
    m_queries.push_back(std::move(work));
    handOutQueries();
}

void WorkspaceSession::handOutQueries()
{
    if (m_state != State::Open)
        return;
    for (ReaderThread &one : m_readers) {
        if (m_queries.empty())
            return;
        if (!std::exchange(one.isFree, false))
            continue;
        auto work = std::move(m_queries.front());
        m_queries.pop_front();
        QMetaObject::invokeMethod(one.reader, [this, &one, reader = one.reader, work = std::move(work)] {
            reader->run(work);
            QMetaObject::invokeMethod(
                this,
                [this, &one] {
                    one.isFree = true;
                    handOutQueries();
                },
                Qt::QueuedConnection);
        });
    }
}

void WorkspaceSession::postCommand(std::function<void(Result<Commands *>)> work)
{
    if (m_state == State::Closing || m_state == State::Closed)
        return;
    if (m_state != State::Open) {
        m_commands.push_back(std::move(work));
        return;
    }
    QMetaObject::invokeMethod(m_room, [room = m_room, work = std::move(work)] { room->run(work); });
}

} // namespace engine
