#pragma once

#include "domain/core/result.h"
#include "storage/core/vault.h"
#include "storage/demo/historywriter.h"

namespace domain {
struct Contact;
}

namespace engine::demo {

/// What the demo's made-up people wrote, and what was answered. Engine thread, within a transaction of the caller.
class Talks
{
public:
    Talks(storage::Connection &connection, const storage::Vault &vault, domain::ProviderId provider,
          domain::Instant now)
        : m_connection(connection), m_vault(vault), m_provider(provider), m_now(now)
    {}

    /// Writes what came in, from the oldest on. What is older than a few hours was read.
    [[nodiscard]] domain::Result<void> write(const QList<domain::Contact> &contacts);
    /// What a person here answered, to be written with the other messages in the order of time; originId is the
    /// conversation, the day is the caller's.
    [[nodiscard]] const QList<storage::PastMessage> &answers() const { return m_answers; }

private:
    [[nodiscard]] domain::Result<void> writeRecent(const QList<domain::Contact> &contacts);
    /// The conversation it is in.
    [[nodiscard]] domain::Result<domain::ConversationId> hear(const domain::Contact &contact, const QString &text,
                                                              domain::Instant at, const QString &intent,
                                                              const QString &media);
    void answer(domain::ConversationId conversation, const domain::Contact &contact, const QString &text,
                domain::Instant at);

    storage::Connection &m_connection;
    const storage::Vault &m_vault;
    domain::ProviderId m_provider;
    domain::Instant m_now;
    qint64 m_heard = 0;
    QList<storage::PastMessage> m_answers;
};

} // namespace engine::demo
