#include "engine/threads/engineroom.h"

#include "engine/hooks/hookserver.h"
#include "engine/http/transport.h"
#include "engine/mail/mailtransport.h"
#include "engine/rehearsal/rehearsal.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QThread>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace domain;

namespace engine {

namespace {

constexpr int busyPatience = 3'000; // ms
constexpr int busyRest = 50;        // ms

} // namespace

EngineRoom::EngineRoom(RoomParts parts)
    : m_parts(std::move(parts)),
      m_changes(new ChangeHub(Millis{250}, this)) // children move into the engine's thread with the room
      ,
      m_patience(new QTimer(this))
{
    m_patience->setSingleShot(true);
    connect(m_changes, &ChangeHub::changed, this, &EngineRoom::changed);
}

EngineRoom::~EngineRoom() { clear(); }

void EngineRoom::open(const Opening &opening, Opened opened)
{
    if (opening.create)
        createNew(opening, opened);
    else
        openExisting(opening, opened);
}

void EngineRoom::openExisting(const Opening &opening, const Opened &opened)
{
    const auto settings = storage::WorkspaceFile::peek(opening.file);
    if (!settings) {
        opened(tl::unexpected(settings.error()));
        return;
    }
    const QString uuid = settings->id;
    m_parts.findKeyStore(opening.path, opening.passphrase, false, this, [=, this](auto store) {
        if (!store) {
            opened(tl::unexpected(store.error()));
            return;
        }
        m_keyStore = std::move(*store);
        m_keyStore->read(workspaceKeyName(uuid), [=, this](const Result<QByteArray> &key) {
            if (!key) {
                const bool isMissing = key.error().code == ErrorCode::NotFound;
                opened(isMissing ? Result<QByteArray>(
                                       fail(ErrorCode::KeyUnavailable, u"the key store has no key of this workspace"_s))
                                 : Result<QByteArray>(tl::unexpected(key.error())));
                return;
            }
            if (key->size() != storage::Vault::keyBytes) {
                opened(fail(ErrorCode::Damaged, u"the workspace's key has a wrong length"_s));
                return;
            }
            if (opening.mode == SessionMode::ReadOnly) {
                opened(*key);
                return;
            }
            auto file = storage::WorkspaceFile::open(opening.file, *key, storage::Connection::Access::ReadWrite);
            const auto isBusy = [&file] { return !file && file.error().code == ErrorCode::FileBusy; };
            if (isBusy() && opening.mode == SessionMode::CommandsOnly) {
                file = storage::WorkspaceFile::openBeside(opening.file, *key);
                m_isBeside = file.has_value();
            }
            // A command of a moment may have it: who is to send is not turned away for that.
            for (QDeadlineTimer patience(busyPatience); isBusy() && !patience.hasExpired();) {
                QThread::msleep(busyRest);
                file = storage::WorkspaceFile::open(opening.file, *key, storage::Connection::Access::ReadWrite);
            }
            if (!file)
                opened(tl::unexpected(file.error()));
            else
                begin(opening, std::move(*file), uuid, *key, opened);
        });
    });
}

void EngineRoom::createNew(const Opening &opening, const Opened &opened)
{
    if (QFileInfo::exists(opening.path) || QFileInfo::exists(rehearsalPathOf(opening.path))) {
        opened(fail(ErrorCode::Conflict, u"the file exists already"_s, opening.path));
        return;
    }
    if (!QFileInfo(QFileInfo(opening.path).absolutePath()).isDir()) {
        opened(fail(ErrorCode::FileMissing, u"no such folder"_s, QFileInfo(opening.path).absolutePath()));
        return;
    }
    storage::WorkspaceSettings settings = *opening.create;
    settings.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_parts.findKeyStore(opening.path, opening.passphrase, true, this, [=, this](auto store) {
        if (!store) {
            opened(tl::unexpected(store.error()));
            return;
        }
        m_keyStore = std::move(*store);
        const QByteArray key = storage::Vault::randomKey();
        // The key first: a file whose key nobody has would be lost.
        m_keyStore->write(workspaceKeyName(settings.id), key, [=, this](const Result<void> &written) {
            if (!written) {
                opened(tl::unexpected(written.error()));
                return;
            }
            auto file = storage::WorkspaceFile::create(opening.path, settings, key);
            if (file) {
                begin(opening, std::move(*file), settings.id, key, opened);
                return;
            }
            m_keyStore->remove(workspaceKeyName(settings.id),
                               [opened, error = file.error()](const Result<void> &) { opened(tl::unexpected(error)); });
        });
    });
}

void EngineRoom::begin(const Opening &opening, storage::WorkspaceFile file, const QString &uuid, const QByteArray &key,
                       const Opened &opened)
{
    std::optional<RehearsalStage> stage;
    if (isRehearsalPath(opening.file)) {
        auto started = m_parts.stage
                           ? m_parts.stage()
                           : Result<RehearsalStage>(fail(ErrorCode::NotAllowed, u"there is no simulator here"_s));
        if (!started) {
            opened(tl::unexpected(started.error()));
            return;
        }
        stage = *started;
        m_rehearsalKeys = std::make_unique<RehearsalKeyStore>(*m_keyStore);
    }
    m_file = std::make_unique<storage::WorkspaceFile>(std::move(file));
    m_transport = m_parts.makeTransport();
    if (stage)
        m_transport = std::make_unique<RehearsalTransport>(std::move(m_transport), *stage);
    KeyStore &keys = m_rehearsalKeys ? static_cast<KeyStore &>(*m_rehearsalKeys) : *m_keyStore;
    // What providers call here about is real, and waits for the rehearsal's end.
    m_hooks = m_parts.makeHookServer && !stage ? m_parts.makeHookServer() : nullptr;
    m_mail = m_parts.makeMailTransport ? m_parts.makeMailTransport() : nullptr;
    if (m_mail && stage)
        m_mail = std::make_unique<RehearsalMail>(std::move(m_mail), stage->mailPort);
    m_core = m_parts.makeCore({*m_file, uuid, *m_transport, keys, *m_parts.providers, *m_parts.clock, *m_changes,
                               m_hooks.get(), std::move(stage), m_mail.get()});
    connect(m_core.get(), &EngineCore::statusChanged, this, &EngineRoom::statusChanged);
    connect(m_core.get(), &EngineCore::idle, this, &EngineRoom::idle);
    opened(key);
    if (opening.mode == SessionMode::Engine)
        m_core->start();
}

void EngineRoom::run(const std::function<void(Result<Commands *>)> &work)
{
    if (m_core)
        work(&m_core->commands());
    else
        work(fail(ErrorCode::NotAllowed, u"the workspace is open for reading alone"_s));
}

Result<void> EngineRoom::beginRehearsal()
{
    if (!m_file)
        return fail(ErrorCode::NotAllowed, u"the workspace is open for reading alone"_s);
    if (m_isBeside)
        return fail(ErrorCode::Conflict, u"another program has the workspace open: begin the rehearsal there"_s);
    if (!m_parts.stage)
        return fail(ErrorCode::NotAllowed, u"there is no simulator here"_s);
    const auto stage = m_parts.stage();
    if (!stage)
        return tl::unexpected(stage.error());
    return engine::beginRehearsal(m_file->connection(), *m_parts.providers, *stage, m_parts.clock->now());
}

Result<void> EngineRoom::endRehearsal()
{
    if (!m_file || !isRehearsalPath(m_file->connection().path()))
        return fail(ErrorCode::Conflict, u"no rehearsal is on"_s);
    if (m_isBeside)
        return fail(ErrorCode::Conflict, u"another program has the rehearsal open: end it there"_s);
    m_removedWhenClosed = m_file->connection().path();
    return {};
}

void EngineRoom::close(Millis grace, std::function<void()> closed)
{
    if (!m_core) {
        clear();
        closed();
        return;
    }
    const auto end = [this, closed = std::move(closed), isDone = std::make_shared<bool>(false)] {
        if (std::exchange(*isDone, true))
            return;
        m_patience->stop();
        // never from within the core's own call
        QMetaObject::invokeMethod(
            this,
            [this, closed] {
                clear();
                closed();
            },
            Qt::QueuedConnection);
    };
    connect(m_patience, &QTimer::timeout, this, end);
    m_patience->start(grace);
    m_core->stop(end);
}

void EngineRoom::clear()
{
    m_core.reset();
    m_hooks.reset();
    m_mail.reset();
    m_transport.reset();
    m_file.reset();
    m_rehearsalKeys.reset();
    m_keyStore.reset();
    if (const QString copy = std::exchange(m_removedWhenClosed, {}); !copy.isEmpty())
        removeRehearsal(copy);
}

} // namespace engine
