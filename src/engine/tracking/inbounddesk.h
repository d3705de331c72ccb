#pragma once

#include "engine/sending/services.h"
#include "storage/messages/messagestore.h"

namespace engine {

/// Keeps what people wrote to us, once each, and heeds what it means for their consent: the same rules whether it was
/// polled or came by webhook. Engine thread; owned by Engine.
class InboundDesk
{
public:
    explicit InboundDesk(Services &services) : m_services(services) {}

    /// Durable on return. False where something could not be kept; the rest is.
    [[nodiscard]] bool keep(domain::ProviderId provider, const QList<domain::InboundMessage> &inbound);
    /// Suppresses whom these statuses say told the provider to stop. Before they are settled; durable on return.
    [[nodiscard]] domain::Result<void> suppressFirst(storage::MessageStore &messages,
                                                     const QList<storage::Settlement> &learnt);
    /// What a person chose in the provider's own dialogue; nothing where something newer is known. Within a
    /// transaction of the caller.
    [[nodiscard]] domain::Result<void> heed(const domain::ConsentChoice &choice);
    /// Something new was kept since the last call.
    [[nodiscard]] bool takeHeard() { return std::exchange(m_heard, false); }

private:
    [[nodiscard]] domain::Result<void> keepOne(domain::ProviderId provider, domain::InboundMessage message);

    Services &m_services;
    bool m_heard = false;
};

} // namespace engine
