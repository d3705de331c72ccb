#pragma once

#include "engine/sending/providerpool.h"
#include "engine/tracking/inbounddesk.h"
#include "storage/messages/messagestore.h"

#include <QSet>

#include <deque>

namespace engine {

/// Learns what became of messages after they left: polls receipts and what people wrote, looks into doubts. Asks a few
/// things at a time, never in the way of sending. Engine thread; owned by Engine.
class Tracker
{
public:
    Tracker(Services &services, storage::MessageStore &messages, ProviderPool &providers, InboundDesk &inbound);

    void setWake(std::function<void(int ms)> wake) { m_wake = std::move(wake); }
    /// Settles what was learnt, asks what is due. True: there is more to do at once. `isSending`: lists take a small
    /// share of the time then.
    [[nodiscard]] domain::Result<bool> work(domain::Instant now, bool isSending);
    [[nodiscard]] std::optional<domain::Instant> nextWork(domain::Instant now);
    [[nodiscard]] bool isIdle() const;
    [[nodiscard]] bool takeMoved() { return std::exchange(m_moved, false); }

private:
    struct Lists
    {
        bool open = false;
        std::optional<domain::Instant> last;     ///< when the last one began
        QList<storage::LookDue> waiting;         ///< for the next one, or to be asked for one by one then
        QList<domain::MessageId> answered;       ///< by the open one
        domain::Instant since{};                 ///< of the open one
        int pages = 0;                           ///< of the open one so far
        std::optional<domain::HttpRequest> next; ///< its next page, asked for once what came is written
    };
    struct Look;
    using Then = std::function<void(const domain::HttpResponse &)>;

    [[nodiscard]] domain::Result<void> settle(domain::Instant now);
    [[nodiscard]] domain::Result<void> takeLooks(domain::Instant now);
    void list(ProviderPool::Entry &entry, domain::Instant now);
    void askNext();
    [[nodiscard]] bool mayAskPage() const;
    [[nodiscard]] bool isSettleDue(domain::Instant now) const;
    void askPage(const ProviderPool::Entry &entry, domain::HttpRequest request);
    void listed(domain::ProviderId provider, const domain::HttpResponse &response);
    void endList(domain::ProviderId provider, bool complete);
    void poll(ProviderPool::Entry &entry, const storage::LookDue &due);
    void lookInto(ProviderPool::Entry &entry, const storage::LookDue &due);
    void looked(const std::shared_ptr<Look> &look, const domain::HttpResponse &response);
    void judge(const std::shared_ptr<Look> &look);
    void learn(domain::MessageId message, domain::ProviderId provider, domain::MessageEvent event,
               domain::EventSource source, const QString &detail = {});
    void ask(const domain::Provider &provider, domain::HttpRequest request, Then then);

    Services &m_services;
    storage::MessageStore &m_messages;
    ProviderPool &m_providers;
    InboundDesk &m_inbound;
    std::function<void(int)> m_wake;
    QHash<qint64, Lists> m_lists;         ///< by provider
    QSet<qint64> m_busy;                  ///< messages that are being looked at
    std::deque<storage::LookDue> m_alone; ///< accepted ones to be asked for one by one
    std::deque<storage::LookDue> m_doubts;
    QList<storage::Settlement> m_learnt;
    std::optional<domain::Instant> m_learntAt; ///< since when the oldest waits to be written
    std::optional<domain::Instant> m_lastTaken;
    std::optional<storage::LookDue> m_takenTo; ///< the last one taken
    std::optional<domain::Instant> m_takenFrom; ///< when it was begun from the first one
    Ticks::duration m_pageCost{};               ///< of the last page so far, and when it was asked for
    Ticks m_pageAt{};
    bool m_isSending = false;
    int m_open = 0; ///< requests
    bool m_moved = false;
    std::shared_ptr<Tracker *> m_self; ///< answers look whether it still lives
};

} // namespace engine
