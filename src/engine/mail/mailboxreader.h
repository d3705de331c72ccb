#pragma once

#include "engine/sending/providerpool.h"
#include "engine/tracking/inbounddesk.h"

namespace engine {

/// Reads the mailboxes in which bounces, complaints, wishes to unsubscribe and answers arrive, each a minute after the
/// last time. What a mail says is on the disk before the mailbox counts as read that far. Engine thread; owned by
/// Engine.
class MailboxReader
{
public:
    MailboxReader(Services &services, storage::MessageStore &messages, ProviderPool &providers, InboundDesk &inbound);

    void setWake(std::function<void(int ms)> wake) { m_wake = std::move(wake); }
    /// Asks what is due.
    void work(domain::Instant now);
    [[nodiscard]] std::optional<domain::Instant> nextWork() const;
    /// Something is being read at this moment.
    [[nodiscard]] bool isReading() const;
    [[nodiscard]] bool takeMoved() { return std::exchange(m_moved, false); }

private:
    struct Mailbox
    {
        bool isOpen = false;
        domain::Instant next{}; ///< when it is due
    };
    void read(ProviderPool::Entry &entry, domain::Instant now);
    void answered(domain::ProviderId id, const domain::MailboxResponse &response);
    [[nodiscard]] domain::Result<void> keep(ProviderPool::Entry &entry, const domain::MailboxResponse &response);
    [[nodiscard]] domain::Result<void> keepPeople(domain::ProviderId provider, QList<domain::InboundMessage> people);
    /// Whether it belongs into a conversation; `from` is that one's address then.
    [[nodiscard]] bool isForInbox(domain::ProviderId provider, domain::InboundMessage &letter);
    /// What a mail that unsubscribes means: by our token in it, else of whoever wrote it.
    [[nodiscard]] domain::ConsentChoice choiceIn(const domain::InboundMessage &message);

    Services &m_services;
    storage::MessageStore &m_messages;
    ProviderPool &m_providers;
    InboundDesk &m_inbound;
    std::function<void(int)> m_wake;
    std::map<qint64, Mailbox> m_mailboxes; ///< by provider
    bool m_moved = false;
    std::shared_ptr<MailboxReader *> m_self; ///< answers look whether it still lives
};

} // namespace engine
