#pragma once

#include "engine/client/settingsmodels.h"
#include "engine/pacing/batchsize.h"
#include "engine/sending/departures.h"
#include "engine/sending/gate.h"

namespace engine {

/// A queue of its own among those that send: a campaign, or (0) everything that is none.
struct Lane
{
    domain::CampaignId campaign;
    int priority = 0;
    domain::Channel channel = domain::Channel::Sms;
    domain::ProviderId provider; ///< invalid: by route
    int pacePerMinute = 0;       ///< 0: as fast as the provider allows
    std::optional<domain::Instant> launchedAt;
};

/// Takes what is due to the providers: claim, send, settle. Claims no more than pace and in-flight limits let leave at
/// once or in a moment, so that a pause holds at once and a crash leaves little in doubt. Engine thread; owned by
/// Engine, which calls work() whenever `wake` was called and at the time work() names.
class Dispatcher
{
public:
    Dispatcher(Services &services, storage::MessageStore &messages, ProviderPool &providers, Gate &gate,
               TextMaker &texts, WindowRule &windows);

    /// Something came back: call work() within so many milliseconds (0: now).
    void setWake(std::function<void(int ms)> wake) { m_wake = std::move(wake); }
    void setLanes(const QList<Lane> &lanes);
    void setPaused(bool paused);
    /// The day of the counters for an instant.
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    /// Where whoever gets an e-mail can take back the consent.
    void setWebhooks(const WebhookSettings &settings) { m_webhooks = settings; }

    /// Settles what is due to be settled, then claims and sends what there is room for. The error is the storage's;
    /// answers are kept and settled later then.
    [[nodiscard]] domain::Result<void> work(domain::Instant now);
    /// Writes the answers that are there, as many as one transaction may; wakes for the rest.
    [[nodiscard]] domain::Result<void> settle(domain::Instant now);
    /// When to call work() again if nothing comes back before; empty: not for now.
    [[nodiscard]] std::optional<domain::Instant> nextWork(domain::Instant now);

    /// Requests on their way, and answers that are not settled yet.
    [[nodiscard]] int inFlight() const { return m_departures.inFlight(); }
    [[nodiscard]] int unsettled() const { return static_cast<int>(m_answers.size()); }
    [[nodiscard]] bool isIdle() const { return !hasOpen() && m_answers.isEmpty(); }
    /// Messages of running lanes that are due, counted up to about `atMost`.
    [[nodiscard]] qint64 dueCount(domain::Instant now, qint64 atMost);
    [[nodiscard]] qint64 sentInTotal() const { return m_departures.sentInTotal(); }
    /// Did anything move since the last question?
    [[nodiscard]] bool takeMoved() { return m_departures.takeMoved() | std::exchange(m_moved, false); }
    [[nodiscard]] qint64 dayOf(domain::Instant at) const;

private:
    struct LaneState
    {
        Lane lane;
        std::unique_ptr<Pace> pace;
        bool waitsForRoute = false; ///< what is due has no provider: a person has to do something first
        bool hasMore = false;       ///< there was more than could be taken last time
        /// Where routes share, the first that are due may all go where there is no room: how far to look past them,
        /// and until when to rest once that found nobody.
        int reach = 1;
        domain::Instant restUntil{};
    };
    [[nodiscard]] ProviderPool::Way routeOf(const Lane &lane, const storage::DueMessage &message);
    /// Is anything due in some lane? (Not whether there is room for it.)
    [[nodiscard]] bool isAnyDue(domain::Instant now);
    /// What follows is within a transaction of work(): of each lane what there is room for goes to m_leaving.
    [[nodiscard]] domain::Result<void> claimSome(domain::Instant now);
    [[nodiscard]] domain::Result<int> claimLane(LaneState &state, int limit, domain::Instant now);
    void addWayOut(domain::SendRequest &request, const QByteArray &addressIndex) const;
    void review();
    void came(storage::Settlement settlement);
    [[nodiscard]] bool hasOpen() const { return m_departures.inFlight() > 0 || m_departures.waiting() > 0; }
    /// Writes answers; the number of those that are written once the transaction around it is.
    [[nodiscard]] domain::Result<qsizetype> settleSome(domain::Instant now);
    void forget(qsizetype settled, domain::Instant now);
    [[nodiscard]] int room(const LaneState &state);

    Services &m_services;
    storage::MessageStore &m_messages;
    ProviderPool &m_providers;
    Gate &m_gate;
    TextMaker &m_texts;
    WindowRule &m_windows;
    std::function<void(int)> m_wake;
    std::map<qint64, LaneState> m_lanes;
    std::map<int, qint64> m_lastLane; ///< by priority: the campaign that was served last
    std::vector<LaneState> m_single;
    QTimeZone m_zone = QTimeZone::utc();
    BatchSize m_claimSize;
    BatchSize m_settleSize;
    WebhookSettings m_webhooks;
    bool m_paused = false;
    bool m_moved = false;
    QList<storage::Settlement> m_answers;
    QList<Departures::FlightPtr> m_leaving;       ///< claimed in the transaction that is open
    std::optional<domain::Instant> m_firstAnswer; ///< since when the oldest waits to be settled
    Departures m_departures;
};

} // namespace engine
