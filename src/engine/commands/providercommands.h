#pragma once

#include "engine/client/commands.h"
#include "engine/commands/change.h"
#include "engine/rehearsal/stage.h"
#include "engine/routing/secretbook.h"

namespace engine {

class MailTransport;
class Transport;

/// Changes to the configured providers, and what tries them. Engine thread; owned by the core.
class ProviderCommands
{
public:
    struct Parts
    {
        CommandContext context;
        Transport &transport;
        const domain::ProviderFactory &factory;
        SecretBook &secrets;
        std::function<void()> providersChanged;   ///< rows or secrets did: make the providers anew, tell the pages
        std::function<void()> messagesAdded;      ///< look at the queue
        std::optional<RehearsalStage> stage = {}; ///< set: trials go there, too
        MailTransport *mail = nullptr;            ///< null: mail cannot be tried
    };
    explicit ProviderCommands(Parts parts) : m(std::move(parts)) {}

    /// InvalidInput with the field as the place, Conflict where the name is taken, NotFound; what the key store says.
    void save(const ProviderDraft &draft, Reply<domain::ProviderId> done);
    void remove(domain::ProviderId id, Reply<void> done);
    [[nodiscard]] domain::Result<void> order(const QList<domain::ProviderId> &order);
    [[nodiscard]] domain::Result<void> resume(domain::ProviderId id);
    void test(const ProviderDraft &draft, Reply<domain::ConnectionReport> done);
    [[nodiscard]] const QList<domain::ProviderKind> &kinds() const { return m.factory.kinds(); }
    /// Once every account's secrets are known.
    void whenReady(std::function<void()> then) { m.secrets.whenLoaded(std::move(then)); }
    [[nodiscard]] QList<domain::ConfigProblem> problems(const ProviderDraft &draft);
    /// Queues it beside the campaigns, as transactional; consent is asked like for any other.
    [[nodiscard]] domain::Result<domain::MessageId> sendTest(const TestMessage &message);

private:
    void saveLoaded(const ProviderDraft &draft, const Reply<domain::ProviderId> &done);
    void testMail(const std::shared_ptr<const domain::Provider> &provider, const Reply<domain::ConnectionReport> &done);
    void testLoaded(const ProviderDraft &draft, const Reply<domain::ConnectionReport> &done);
    [[nodiscard]] domain::ProviderConfig configOf(const ProviderDraft &draft) const;
    [[nodiscard]] domain::Result<storage::ProviderRecord> recordOf(const ProviderDraft &draft);
    [[nodiscard]] domain::Result<domain::ProviderId> writeRow(const storage::ProviderRecord &record,
                                                              const QString &action);
    [[nodiscard]] domain::Result<void> removeRow(const storage::ProviderRecord &record, domain::ProviderId id);
    void addNew(const storage::ProviderRecord &record, const QHash<QString, QString> &secrets,
                const Reply<domain::ProviderId> &done);

    Parts m;
    qint64 m_tests = 0;
};

} // namespace engine
