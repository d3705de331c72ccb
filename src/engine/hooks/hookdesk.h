#pragma once

#include "engine/client/models.h"
#include "engine/hooks/hooksettings.h"
#include "engine/sending/providerpool.h"
#include "engine/tracking/inbounddesk.h"
#include "storage/messages/messagestore.h"

#include <QObject>

namespace engine {

/// The engine's side of the webhook server: switches it on and off by the settings, tells it the accounts' paths, and
/// writes down what it takes, several at once, before the providers are answered. A status whose message is not known
/// yet is kept and tried again. Engine thread; owned by Engine.
class HookDesk final : private HookSink
{
public:
    HookDesk(Services &services, storage::MessageStore &messages, ProviderPool &providers, InboundDesk &inbound);
    ~HookDesk() override;

    void setWake(std::function<void(int ms)> wake) { m_wake = std::move(wake); }

    /// Settings or providers may have changed.
    void apply();
    /// Takes nothing more; what is written down is answered.
    void stop();
    /// Writes down what has come for long enough and answers it. True: there is more to do at once. Where it fails,
    /// the providers are asked to come again.
    [[nodiscard]] domain::Result<bool> work(domain::Instant now);
    [[nodiscard]] std::optional<domain::Instant> nextWork() const;
    [[nodiscard]] bool isIdle() const { return m_waiting.empty(); }

    [[nodiscard]] Topics takeChanges() { return std::exchange(m_changes, {}); }

private:
    struct Waiting
    {
        quint64 ticket = 0;
        HookDelivery delivery;
        std::optional<OptOutClaim> claim;
        QString evidence;
    };
    struct Count
    {
        qint64 accepted = 0;
        HookRefusals refused;
        std::optional<domain::Instant> last;
        std::optional<domain::Instant> lastRefused;
    };

    void deliver(quint64 ticket, HookDelivery delivery) override;
    void optOut(quint64 ticket, OptOutClaim claim, QString evidence) override;
    void refused(domain::ProviderId provider, HookRefusals requests) override;

    void take(Waiting waiting);
    void open(const WebhookSettings &settings);
    void readCounts();
    void noteState(domain::Instant now);
    [[nodiscard]] HookRoutes routes(const WebhookSettings &settings) const;
    [[nodiscard]] std::vector<Waiting> takeBatch();
    /// Fails where nothing at all could be written.
    [[nodiscard]] domain::Result<void> writeAndAnswer(const std::vector<Waiting> &batch, domain::Instant now);
    [[nodiscard]] domain::Result<void> write(const std::vector<Waiting> &batch, domain::Instant now);
    [[nodiscard]] domain::Result<void> keepRest(const std::vector<Waiting> &batch,
                                                const QList<storage::Settlement> &early, domain::Instant now);
    [[nodiscard]] domain::Result<void> append(const Waiting &waiting, domain::Instant now);
    [[nodiscard]] domain::Result<void> retryEarly(domain::Instant now);

    Services &m_services;
    storage::MessageStore &m_messages;
    ProviderPool &m_providers;
    InboundDesk &m_inbound;
    std::function<void(int)> m_wake;
    QObject m_thread; ///< lives in the engine's thread: what the server's thread hands over comes through it

    std::optional<domain::Result<quint16>> m_listening; ///< empty: off
    std::optional<HookListen> m_open;
    std::vector<Waiting> m_waiting;
    std::optional<Ticks> m_waitsSince;
    std::optional<domain::Instant> m_earlyAt; ///< when early statuses are tried next
    std::optional<domain::Instant> m_openAt;  ///< when a port that was taken is tried next
    QHash<domain::ProviderId, Count> m_counts;
    qint64 m_optOuts = 0;
    bool m_countsRead = false;
    bool m_stateDirty = false;
    std::optional<domain::Instant> m_since;
    std::optional<domain::Instant> m_stateNoted;
    Topics m_changes;
};

} // namespace engine
