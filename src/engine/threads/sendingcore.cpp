#include "engine/threads/sendingcore.h"

#include "storage/core/workspacefile.h"

#include <QRandomGenerator>

namespace engine {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto othersEvery = 500ms; // a pause asked for beside us holds that soon
}

SendingCore::SendingCore(const EngineParts &parts)
    : m_changes(parts.changes), m_connection(parts.file.connection()), m_secrets(parts.keyStore, parts.workspaceUuid),
      m_engine(servicesOf(parts)), m_commands(commandsOf(parts))
{
    connect(&m_engine, &Engine::statusChanged, this, &EngineCore::statusChanged);
    connect(&m_engine, &Engine::idle, this, &EngineCore::idle);
    connect(&m_engine, &Engine::changed, this, [this](Topics topics) { m_changes.note(topics); });
    const auto records = storage::ProviderStore(m_connection).all();
    m_secrets.load(records.value_or(QList<storage::ProviderRecord>{}), [this] {
        m_secretsLoaded = true;
        if (m_startWanted)
            m_engine.start();
    });
    m_seenVersion = m_connection.dataVersion();
    connect(&m_others, &QTimer::timeout, this, &SendingCore::lookForOthers);
    m_others.start(othersEvery);
}

SendingCore::~SendingCore() = default;

Services SendingCore::servicesOf(const EngineParts &parts)
{
    return {parts.file.connection(),
            parts.file.vault(),
            parts.clock,
            parts.providers,
            parts.transport,
            [this](const storage::ProviderRecord &record) { return m_secrets.of(record.id); },
            [] { return QRandomGenerator::global()->generateDouble(); },
            [] { return std::chrono::steady_clock::now(); },
            {},
            parts.hooks,
            parts.stage,
            parts.mail};
}

CommandHandler::Parts SendingCore::commandsOf(const EngineParts &parts)
{
    const QString actor = qEnvironmentVariable("USER", u"owner"_s);
    return {{parts.file.connection(), parts.file.vault(), parts.clock, actor},
            m_engine,
            {{parts.file.connection(), parts.file.vault(), parts.clock, actor},
             parts.transport,
             parts.providers,
             m_secrets,
             [this] {
                 m_engine.refresh(Topic::Providers);
                 m_changes.note(Topic::Providers);
             },
             [this] { m_engine.refresh(Topic::Messages); },
             parts.stage, parts.mail}};
}

void SendingCore::start()
{
    m_startWanted = true;
    if (m_secretsLoaded)
        m_engine.start();
}

void SendingCore::stop(std::function<void()> done)
{
    m_others.stop();
    if (m_startWanted && m_secretsLoaded) {
        m_engine.stop(std::move(done));
        return;
    }
    m_startWanted = false;
    done();
}

void SendingCore::lookForOthers()
{
    const qint64 version = m_connection.dataVersion();
    if (version == m_seenVersion)
        return;
    m_seenVersion = version;
    // Which it was cannot be told; nothing here costs more than a few short reads.
    const Topics all = Topics(Topic::Contacts) | Topic::Segments | Topic::Templates | Topic::Campaigns |
                       Topic::Messages | Topic::Providers | Topic::Settings | Topic::Consent;
    const auto records = storage::ProviderStore(m_connection).all();
    if (!records)
        return;
    m_secrets.load(*records, [this, all] { m_engine.refresh(all); });
}

} // namespace engine
