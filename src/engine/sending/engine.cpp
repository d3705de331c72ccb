#include "engine/sending/engine.h"

#include "engine/sending/limits.h"
#include "storage/core/workspacefile.h"
#include "storage/log/conversationlog.h"
#include "storage/workspace/settingstore.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace engine {

using domain::Instant;
using domain::Result;

namespace {

constexpr int mergedAtOnce = 1'000;            ///< entries of the index in one transaction
constexpr int openAtOnce = 250;                ///< attempts settled as lost in one transaction
constexpr domain::Millis longestSleep{60'000}; ///< so that a changed clock or a wake-up is noticed
constexpr domain::Millis afterFailure{1'000};
constexpr domain::Millis idleHorizon{600'000};
constexpr auto reportEvery = 250ms;

} // namespace

Engine::Engine(Services services, QObject *parent)
    : QObject(parent), m_services(std::move(services)), m_messages(m_services.connection), m_providers(m_services),
      m_texts(m_services, m_messages), m_windows(m_services, m_texts), m_gate(m_services, m_messages),
      m_dispatcher(m_services, m_messages, m_providers, m_gate, m_texts, m_windows),
      m_campaigns(m_services, m_messages, m_dispatcher, m_gate), m_inbound(m_services),
      m_tracker(m_services, m_messages, m_providers, m_inbound),
      m_hooks(m_services, m_messages, m_providers, m_inbound),
      m_mailbox(m_services, m_messages, m_providers, m_inbound), m_sync(m_services, m_providers)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Engine::work);
    m_dispatcher.setWake([this](int ms) { wakeWithin(ms); });
    m_tracker.setWake([this](int ms) { wakeWithin(ms); });
    m_hooks.setWake([this](int ms) { wakeWithin(ms); });
    m_mailbox.setWake([this](int ms) { wakeWithin(ms); });
    connect(&m_sync, &ProviderSync::changed, this, [this](Topics topics) {
        m_windows.forget();
        m_changes |= topics;
        if (m_started)
            wakeWithin(0);
    });
}

Engine::~Engine() = default;

void Engine::start()
{
    m_started = true;
    refresh(Topics(Topic::Providers) | Topic::Settings | Topic::Campaigns);
}

void Engine::stop(std::function<void()> done)
{
    m_stopped = std::move(done);
    m_dispatcher.setPaused(true);
    m_hooks.stop();
    wakeWithin(0);
}

Result<void> Engine::setPaused(bool paused)
{
    const auto written = m_services.connection.transaction(false, [&] {
        return storage::SettingStore(m_services.connection).write(u"engine"_s, {{u"paused"_s, paused}});
    });
    if (!written)
        return written;
    m_paused = paused;
    m_dispatcher.setPaused(m_paused || m_stopped);
    refresh(Topic::Settings);
    return {};
}

void Engine::refresh(Topics topics)
{
    if (topics & (Topics(Topic::Providers) | Topic::Settings)) {
        if (auto done = readSettings(); !done)
            qWarning("engine: the settings cannot be read: %s", qPrintable(done.error().detail));
        if (m_started && !m_stopped)
            m_hooks.apply();
    }
    if (topics & (Topics(Topic::Providers) | Topic::Templates)) {
        m_windows.forget();
        m_sync.refresh();
    }
    if (topics.testFlag(Topic::Campaigns))
        m_campaigns.refresh();
    m_changes |= topics;
    wakeWithin(0);
}

Result<void> Engine::readSettings()
{
    const auto limits = readLimits(m_services.connection);
    if (!limits)
        return tl::unexpected(limits.error());
    m_gate.setLimits(*limits);
    m_services.policy.maxAttempts = limits->maxAttempts;
    const auto workspace = storage::readWorkspaceSettings(m_services.connection);
    QTimeZone zone(workspace ? workspace->timeZone.toLatin1() : QByteArray());
    if (!zone.isValid())
        zone = QTimeZone::utc();
    m_dispatcher.setZone(zone);
    m_dispatcher.setWebhooks(readWebhookSettings(m_services.connection).value_or(WebhookSettings{}));
    m_texts.reset(workspace ? storage::factsOf(*workspace) : domain::WorkspaceFacts{});
    const auto state = storage::SettingStore(m_services.connection).read(u"engine"_s);
    m_paused = state && (*state)[u"paused"].toBool();
    m_dispatcher.setPaused(m_paused || m_stopped);
    return m_providers.reload();
}

Result<bool> Engine::recover(Instant now)
{
    const auto lost = m_messages.openAttempts(openAtOnce);
    if (!lost)
        return tl::unexpected(lost.error());
    if (auto done = m_messages.settle(*lost, now, m_services.policy); !done)
        return tl::unexpected(done.error());
    return lost->size() < openAtOnce;
}

Result<bool> Engine::round(Instant now)
{
    // First: somebody waits for the answer.
    const auto hooked = m_hooks.work(now);
    if (!hooked)
        return hooked;
    const Topics told = m_hooks.takeChanges();
    if (told.testFlag(Topic::Templates))
        m_windows.forget();
    m_changes |= told;
    if (!m_recovered) {
        if (auto loaded = m_messages.index().load(); !loaded)
            return tl::unexpected(loaded.error());
        const auto done = recover(now);
        if (!done)
            return tl::unexpected(done.error());
        m_recovered = *done;
        m_changes |= Topic::Messages;
        return true;
    }
    bool more = false;
    if (!m_stopped) {
        const auto campaigns = m_campaigns.work(now);
        if (!campaigns)
            return campaigns;
        more = *campaigns;
    }
    if (auto done = m_dispatcher.work(now); !done)
        return tl::unexpected(done.error());
    if (!m_stopped)
        m_mailbox.work(now);
    const auto tracked = m_tracker.work(now, m_dispatcher.inFlight() > 0);
    if (!tracked)
        return tracked;
    if (!m_stopped)
        if (auto done = m_sync.work(now); !done)
            return tl::unexpected(done.error());
    if (m_campaigns.takeMoved())
        m_changes |= Topics(Topic::Campaigns) | Topic::Messages;
    if (m_dispatcher.takeMoved() || m_tracker.takeMoved() || m_mailbox.takeMoved())
        m_changes |= Topics(Topic::Messages) | Topic::Campaigns;
    if (m_messages.index().wantsMerge())
        if (auto done = m_messages.index().merge(mergedAtOnce); !done)
            return tl::unexpected(done.error());
    const auto noted = m_providers.detours().write(m_services.ticks());
    if (!noted)
        return tl::unexpected(noted.error());
    if (*noted)
        m_changes |= Topic::Providers;
    if (m_inbound.takeHeard())
        m_changes |= Topics(Topic::Inbox) | Topic::Consent;
    return more || *tracked || *hooked || m_messages.index().wantsMerge();
}

void Engine::work()
{
    if (!m_started || m_working)
        return;
    m_working = true;
    m_timer.stop();
    const Instant now = m_services.now();
    const auto done = round(now);
    m_working = false;
    m_more = !done || *done;
    if (!done) {
        m_status.lastProblem = domain::errorCodeName(done.error().code);
        m_status.lastProblemDetail = done.error().detail;
        qWarning("engine: %s", qPrintable(done.error().detail));
        m_timer.start(afterFailure);
        report(now);
        return;
    }
    if (m_stopped && m_dispatcher.inFlight() == 0) {
        if (auto settled = m_dispatcher.settle(now); settled && m_dispatcher.isIdle()) {
            m_started = false;
            std::exchange(m_stopped, {})();
            return;
        }
    }
    report(now);
    arm(now, *done);
}

void Engine::wakeWithin(int ms)
{
    if (!m_timer.isActive() || m_timer.remainingTime() > ms)
        m_timer.start(ms);
}

void Engine::arm(Instant now, bool more)
{
    domain::Millis sleep = more ? 0ms : longestSleep;
    if (!more)
        for (const auto &next : {m_dispatcher.nextWork(now), m_campaigns.nextWork(), m_tracker.nextWork(now),
                                 m_hooks.nextWork(), m_mailbox.nextWork(), m_sync.nextWork(now)})
            if (next)
                sleep = std::clamp<domain::Millis>(*next - now, 1ms, sleep);
    if (const auto next = m_providers.detours().nextWrite())
        sleep = std::clamp<domain::Millis>(std::chrono::ceil<domain::Millis>(*next - m_services.ticks()), 0ms, sleep);
    wakeWithin(static_cast<int>(sleep.count()));
}

bool Engine::isIdle()
{
    if (!m_started || !m_recovered || m_more || !m_campaigns.isSettled() || !m_dispatcher.isIdle() ||
        !m_tracker.isIdle() || !m_hooks.isIdle() || m_mailbox.isReading() || !m_sync.isIdle())
        return false;
    const Instant horizon = m_services.now() + idleHorizon;
    for (const auto &next : {m_dispatcher.nextWork(m_services.now()), m_campaigns.nextWork(), m_messages.nextLook()})
        if (next && *next <= horizon)
            return false;
    return true;
}

void Engine::report(Instant)
{
    const Ticks ticks = m_services.ticks();
    if (m_reported && ticks - *m_reported < reportEvery) {
        // What is not said now is said then, also that nothing is left to do.
        if (m_changes || !m_wasIdle)
            wakeWithin(static_cast<int>(reportEvery.count()));
        return;
    }
    const double seconds = m_reported ? std::chrono::duration<double>(ticks - *m_reported).count() : 0;
    EngineStatus status;
    status.running = m_started;
    status.paused = m_paused;
    if (seconds > 0) {
        // Smoothed over a few seconds, whatever the reports' rhythm.
        const double rate = static_cast<double>(m_dispatcher.sentInTotal() - m_sentAtReport) / seconds;
        const double weight = std::min(1.0, seconds / 3.0);
        status.sentPerSecond = m_status.sentPerSecond * (1 - weight) + rate * weight;
        if (status.sentPerSecond < 0.01)
            status.sentPerSecond = 0;
    }
    m_sentAtReport = m_dispatcher.sentInTotal();
    m_reported = ticks;
    status.queued = m_dispatcher.dueCount(m_services.now(), EngineStatus::mostCounted);
    status.inFlight = m_dispatcher.inFlight();
    status.uncertain = m_messages.uncertainCount(EngineStatus::mostCounted);
    status.unread = storage::ConversationLog(m_services.connection).unreadCount(EngineStatus::mostCounted);
    for (const auto &[id, entry] : m_providers.entries())
        if (!entry.record.pausedReason.isEmpty()) {
            status.lastProblem = u"provider_"_s + entry.record.pausedReason;
            status.lastProblemDetail = entry.record.name + u": "_s + entry.record.pausedDetail;
        }
    if (status != m_status) {
        m_status = status;
        Q_EMIT statusChanged(m_status);
    }
    if (m_changes)
        Q_EMIT changed(std::exchange(m_changes, {}));
    const bool idleNow = isIdle();
    if (idleNow && !std::exchange(m_wasIdle, true))
        Q_EMIT idle();
    m_wasIdle = idleNow;
}

} // namespace engine
