#pragma once

#include "domain/contact/contact.h"
#include "engine/commands/change.h"

namespace engine {

/// Changes to contacts and to what they consented to. Engine thread; each is one transaction with its audit row, long
/// lists of ids are cut into several.
class ContactCommands
{
public:
    explicit ContactCommands(CommandContext context) : m_context(std::move(context)) {}

    /// Adds or replaces a contact. Addresses are brought into their normal form first. InvalidInput with the field as
    /// the place ("phone", "whatsapp", "email", "time_zone", "country", "language", "name" …), Conflict where the
    /// external id is another's, NotFound.
    [[nodiscard]] domain::Result<domain::ContactId> save(const domain::Contact &contact);
    [[nodiscard]] domain::Result<void> remove(const QList<domain::ContactId> &ids);
    [[nodiscard]] domain::Result<void> restore(const QList<domain::ContactId> &ids);
    [[nodiscard]] domain::Result<void> tag(const QList<domain::ContactId> &ids, const QStringList &add,
                                           const QStringList &remove);
    /// `channel` only: the contact's address on it; InvalidInput ("channel") where there is none.
    [[nodiscard]] domain::Result<void> setConsent(domain::ContactId contact, domain::Channel channel,
                                                  std::optional<domain::Category> category, bool optOut,
                                                  const QString &evidence);

private:
    [[nodiscard]] domain::Result<domain::Contact> checked(domain::Contact contact);
    [[nodiscard]] domain::Result<void>
    inPieces(const QList<domain::ContactId> &ids, const QString &action, const QJsonObject &after,
             const std::function<domain::Result<void>(const QList<domain::ContactId> &)> &work);

    CommandContext m_context;
};

} // namespace engine
