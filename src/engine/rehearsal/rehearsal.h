#pragma once

#include "domain/core/keystore.h"
#include "domain/provider/provider.h"
#include "engine/http/transport.h"
#include "engine/mail/mailtransport.h"
#include "engine/rehearsal/stage.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <functional>
#include <optional>

namespace storage {
class Connection;
}

namespace engine {

// A rehearsal runs on a copy of the workspace that lies beside it: whoever opens the workspace while the copy is there
// opens the copy, and everything that leaves it goes to simulated providers. What is sent, learnt, opted out of, paid
// or changed meanwhile stands in the copy alone and is gone with it, so that nothing rehearsed can ever count for real:
// no duplicate, no cap, no cost, no consent. The workspace itself rests until then.

/// The copy's path: there while a rehearsal is on.
[[nodiscard]] QString rehearsalPathOf(const QString &workspace);
[[nodiscard]] bool isRehearsalPath(const QString &path);
/// The file that is opened for a workspace: its rehearsal's copy where there is one, else itself.
[[nodiscard]] QString fileOf(const QString &workspace);
/// The workspace a file belongs to: the other way round.
[[nodiscard]] QString workspaceOf(const QString &file);

/// Copies an open workspace to its rehearsal's path. Conflict while one of its campaigns is being sent or due (its name
/// is the place), while answers are awaited, in a demo, or where a rehearsal is on already; errors of the storage.
/// Nothing is left behind where it fails.
[[nodiscard]] domain::Result<void> beginRehearsal(storage::Connection &workspace,
                                                  const domain::ProviderFactory &factory, const RehearsalStage &stage,
                                                  domain::Instant now);
/// Removes a closed copy.
void removeRehearsal(const QString &file);

/// An account as it is asked in a rehearsal: its addresses are the stage's, its secrets are stand-ins of the same form;
/// a mail account sends to the stage's mail server and reads no mailbox.
/// Empty where the stage does not speak its kind, or where the account describes an interface of its own.
[[nodiscard]] std::optional<domain::ProviderConfig>
rehearsed(const domain::ProviderConfig &account, const domain::ProviderFactory &factory, const RehearsalStage &stage);

/// The workspace's key store as a rehearsal sees it: what is written or removed is so in memory alone. Engine thread.
class RehearsalKeyStore : public domain::KeyStore
{
public:
    /// Borrows the real one.
    explicit RehearsalKeyStore(domain::KeyStore &real) : m_real(real) {}

    void read(const QString &key, std::function<void(domain::Result<QByteArray>)> done) override;
    void write(const QString &key, const QByteArray &secret, std::function<void(domain::Result<void>)> done) override;
    void remove(const QString &key, std::function<void(domain::Result<void>)> done) override;

private:
    domain::KeyStore &m_real;
    QHash<QString, std::optional<QByteArray>> m_changed; ///< empty: removed
    QObject m_here;                                      ///< answers end with the store
};

/// Lets requests to the stage pass and no others, whatever an account's settings say. Engine thread.
class RehearsalTransport : public Transport
{
public:
    RehearsalTransport(std::unique_ptr<Transport> real, const RehearsalStage &stage)
        : m_real(std::move(real)), m_stage(stage.url.toUtf8() + '/')
    {}

    void send(domain::HttpRequest request, Done done) override;
    void cancelAll() override;
    [[nodiscard]] int inFlight() const override { return m_real->inFlight() + int(m_refused.size()); }

private:
    void refuse();

    std::unique_ptr<Transport> m_real;
    QByteArray m_stage;
    std::deque<Done> m_refused; ///< to be told with the event loop's next turn
    QObject m_here;
};

/// Lets mail to the stage's server pass and no other; mailboxes are not read. Engine thread.
class RehearsalMail : public MailTransport
{
public:
    RehearsalMail(std::unique_ptr<MailTransport> real, int port) : m_real(std::move(real)), m_port(port) {}

    void send(domain::MailRequest request, Sent done) override;
    void read(domain::MailboxRequest request, Read done) override;
    void cancelAll() override;
    [[nodiscard]] int inFlight() const override { return m_real->inFlight() + int(m_refused.size()); }

private:
    void refuse(std::function<void()> told);
    void tell();

    std::unique_ptr<MailTransport> m_real;
    int m_port;
    std::deque<std::function<void()>> m_refused; ///< to be told with the event loop's next turn
    QObject m_here;
};

} // namespace engine
