#pragma once

#include "domain/address/phone.h"
#include "engine/commands/providercommands.h"
#include "storage/messages/codestore.h"

namespace engine {

/// One-time codes by the accounts that make and check them. The code is never known here but while it is checked, and
/// then written nowhere. Engine thread.
class CodeCommands
{
public:
    explicit CodeCommands(ProviderCommands::Parts parts) : m(std::move(parts)) {}

    /// Queues the message that brings it; see Commands::sendCode.
    void send(const CodeOrder &order, Reply<domain::MessageId> done);
    void check(const CodeCheck &check, const Reply<CodeVerdict> &done);

private:
    struct Account
    {
        storage::ProviderRecord record;
        std::shared_ptr<const domain::Provider> provider;
    };
    /// Once the secrets are known.
    [[nodiscard]] domain::Result<domain::MessageId> queue(const CodeOrder &order);
    void ask(const CodeCheck &check, const Reply<CodeVerdict> &done);
    [[nodiscard]] std::shared_ptr<const domain::Provider> make(const storage::ProviderRecord &record) const;
    [[nodiscard]] domain::Result<Account> accountFor(const CodeOrder &order) const;
    [[nodiscard]] domain::Result<domain::PhoneNumber> numberOf(const QString &typed) const;
    [[nodiscard]] domain::Result<void> checkOthers(const Account &account, const QByteArray &addressIndex) const;
    [[nodiscard]] CodeVerdict learnt(const storage::OneTimeCode &code, bool isRight);

    ProviderCommands::Parts m;
    qint64 m_codes = 0;
};

} // namespace engine
