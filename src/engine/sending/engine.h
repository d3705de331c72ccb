#pragma once

#include "engine/campaigns/campaignrunner.h"
#include "engine/hooks/hookdesk.h"
#include "engine/mail/mailboxreader.h"
#include "engine/tracking/providersync.h"
#include "engine/tracking/tracker.h"

#include <QObject>
#include <QTimer>

namespace engine {

/// What sends and tracks over one open workspace: owns the queue's parts and the one timer that drives them. Lives in
/// the engine's thread; needs no window. All its state is in the database, so that it can end at any instant.
class Engine : public QObject
{
    Q_OBJECT

public:
    explicit Engine(Services services, QObject *parent = nullptr);
    ~Engine() override;

    /// First what a crash left open, then what is due.
    void start();
    /// Claims nothing more; `done` once what is in flight has come back and is written down.
    void stop(std::function<void()> done);

    /// By a person: nothing leaves; what is in flight is awaited. Kept in the setting "engine" over a restart.
    [[nodiscard]] domain::Result<void> setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_paused; }

    /// Commands changed something: providers, limits, campaigns … Looks at it before anything else leaves.
    void refresh(Topics topics);

    /// One round of everything that is due; the timer calls it. Tests call it with a clock of their own.
    void work();

    /// Nothing is on its way, being looked into or polled, and whatever waits does so for more than ten minutes, or for
    /// a person (paused campaign, provider or engine).
    [[nodiscard]] bool isIdle();
    [[nodiscard]] EngineStatus status() const { return m_status; }

    // What commands work with.
    [[nodiscard]] Services &services() { return m_services; }
    [[nodiscard]] storage::MessageStore &messages() { return m_messages; }
    [[nodiscard]] ProviderPool &providers() { return m_providers; }
    [[nodiscard]] Dispatcher &dispatcher() { return m_dispatcher; }
    [[nodiscard]] ProviderSync &sync() { return m_sync; }
    [[nodiscard]] const SendingLimits &limits() const { return m_gate.limits(); }

Q_SIGNALS:
    /// At most four times a second.
    void changed(engine::Topics topics);
    void statusChanged(const engine::EngineStatus &status);
    /// Said each time it becomes so.
    void idle();

private:
    [[nodiscard]] domain::Result<void> readSettings();
    [[nodiscard]] domain::Result<bool> recover(domain::Instant now);
    [[nodiscard]] domain::Result<bool> round(domain::Instant now);
    void wakeWithin(int ms);
    void arm(domain::Instant now, bool more);
    void report(domain::Instant now);

    Services m_services;
    storage::MessageStore m_messages;
    ProviderPool m_providers;
    TextMaker m_texts;
    WindowRule m_windows;
    Gate m_gate;
    Dispatcher m_dispatcher;
    CampaignRunner m_campaigns;
    InboundDesk m_inbound;
    Tracker m_tracker;
    HookDesk m_hooks;
    MailboxReader m_mailbox;
    ProviderSync m_sync;
    QTimer m_timer;
    bool m_started = false;
    bool m_recovered = false;
    bool m_paused = false;
    bool m_working = false;
    bool m_wasIdle = false;
    bool m_more = true;              ///< the last round left something to do at once
    std::function<void()> m_stopped; ///< set while stopping
    Topics m_changes;
    std::optional<Ticks> m_reported;
    qint64 m_sentAtReport = 0;
    EngineStatus m_status;
};

} // namespace engine
