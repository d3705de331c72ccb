#pragma once

#include "domain/message/checks.h"
#include "engine/client/settingsmodels.h"
#include "engine/sending/quiettimes.h"
#include "engine/sending/services.h"
#include "engine/sending/textmaker.h"
#include "engine/sending/windowrule.h"
#include "storage/messages/messagestore.h"

namespace engine {

/// Gathers what the checks want to know of a message about to leave. Remembers what the batch in hand has let
/// through, which the database does not show yet. Engine thread; owned by Engine.
class Gate
{
public:
    Gate(Services &services, storage::MessageStore &messages);

    void setLimits(const SendingLimits &limits);
    [[nodiscard]] const SendingLimits &limits() const { return m_limits; }
    [[nodiscard]] const domain::CheckList &checks() const { return m_checks; }

    void beginBatch() { m_inHand.clear(); }
    [[nodiscard]] domain::CheckFacts gather(const storage::DueMessage &message, const QString &address,
                                            domain::Instant now);
    /// Adds what is known once the text is made.
    void addText(domain::CheckFacts &facts, const storage::DueMessage &message, const TextMaker::Text &text);
    /// Adds what it may leave as where the provider has a service window.
    static void addWay(domain::CheckFacts &facts, const WindowRule::Way &way);
    /// It is going to leave in this batch.
    void letThrough(const storage::DueMessage &message, const TextMaker::Text &text, domain::Instant now);

private:
    Services &m_services;
    storage::MessageStore &m_messages;
    domain::CheckList m_checks;
    SendingLimits m_limits;
    QuietTimes m_quiet;
    QHash<QByteArray, QList<storage::RecentMessage>> m_inHand; ///< by address index
    QList<storage::RecentMessage> m_recent;                    ///< of the message in hand, newest first
};

} // namespace engine
