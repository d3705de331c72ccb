#pragma once

#include "engine/sending/providerpool.h"
#include "storage/messages/messagestore.h"

#include <deque>
#include <unordered_map>

namespace engine {

/// The requests of claimed messages: those that are open, and those that have no place yet among what a provider may
/// have open and leave the moment an answer makes room, without a look into the database first. What may not leave
/// after all (a pause, a refusal, a second gone by) is given back. Engine thread; owned by Dispatcher.
class Departures
{
public:
    /// One request on its way.
    struct Flight
    {
        storage::Settlement settlement; ///< the event is filled by the answer
        domain::SendRequest request;
        std::shared_ptr<const domain::Provider> provider;
        domain::CampaignId campaign; ///< invalid: of none
        Ticks since{};               ///< when it began to wait for a place
    };
    using FlightPtr = std::shared_ptr<Flight>;

    Departures(Services &services, ProviderPool &providers);

    /// Takes what an answer, or giving back, makes of an attempt; the place it freed is taken again by then.
    void setDone(std::function<void(storage::Settlement)> done) { m_done = std::move(done); }

    /// A claim is on the disk: leaves, or waits for a place.
    void add(const FlightPtr &flight);
    /// Gives back what must not wait any longer; `mayLeave` says of a campaign (invalid: of none) whether it sends.
    void review(const std::function<bool(domain::CampaignId)> &mayLeave);
    /// When to call review() next at the latest; empty: nothing waits.
    [[nodiscard]] std::optional<Ticks> nextReview() const;

    [[nodiscard]] int inFlight() const { return m_inFlight; } ///< requests that have left and are not answered
    [[nodiscard]] int waiting() const { return m_waiting; }
    [[nodiscard]] qint64 sentInTotal() const { return m_sent; }
    /// Did anything change that a window shows since the last question?
    [[nodiscard]] bool takeMoved() { return std::exchange(m_moved, false); }

    /// Suppresses who a provider said has opted out there, in a transaction of its own.
    [[nodiscard]] domain::Result<void> writeOptOuts(domain::Instant now);

private:
    using Queue = std::deque<FlightPtr>;
    [[nodiscard]] bool hasPlace(ProviderPool::Entry &entry, const Queue &queue) const;
    void fill(ProviderPool::Entry &entry);
    void giveBack(const std::function<bool(const Flight &)> &which);
    void leave(const FlightPtr &flight);
    void post(const FlightPtr &flight, const domain::MailTranslator &mail);
    void answered(const FlightPtr &flight, domain::Outcome outcome, int status, domain::Millis latency);
    void heed(ProviderPool::Entry &entry, const domain::Outcome &outcome, domain::Millis latency);

    struct OptOut
    {
        QString address;
        domain::Channel channel;
        std::optional<domain::Category> category; ///< empty: every one
        QString words;
    };

    Services &m_services;
    ProviderPool &m_providers;
    std::function<void(storage::Settlement)> m_done;
    std::unordered_map<qint64, Queue> m_queues; ///< by provider, the longest waiting first
    QList<OptOut> m_optOuts;
    int m_inFlight = 0;
    int m_waiting = 0;
    qint64 m_sent = 0;
    bool m_moved = false;
    std::shared_ptr<Departures *> m_self; ///< answers look whether it still lives
};

} // namespace engine
