#pragma once

#include "domain/provider/mail.h"

#include <functional>

namespace engine {

/// Carries mail to the world outside and reads mailboxes: MailClient over sockets, tests with scripted answers.
/// Lives in the engine's thread, as do all its callbacks.
class MailTransport
{
public:
    using Sent = std::function<void(domain::MailResponse)>;
    using Read = std::function<void(domain::MailboxResponse)>;

    virtual ~MailTransport() = default;

    /// Carries the mail out at most once. `done` is called exactly once, never from within send(), with how far it got.
    /// As many as the caller likes may be in flight.
    virtual void send(domain::MailRequest request, Sent done) = 0;
    /// Reads without changing anything there. `done` exactly once, never from within read().
    virtual void read(domain::MailboxRequest request, Read done) = 0;

    /// Ends everything now: each `done` is called before this returns, with where it stood.
    virtual void cancelAll() = 0;

    /// Mails and readings whose `done` has not been called yet.
    [[nodiscard]] virtual int inFlight() const = 0;
};

} // namespace engine
