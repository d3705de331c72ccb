#pragma once

#include "domain/contact/contact.h"
#include "storage/core/connection.h"
#include "storage/core/vault.h"

namespace storage {

/// Contacts with their tags and addresses, one or a few at a time (contactimport.h brings many). Beside the row it
/// keeps contact_name, external_lookup, address_lookup, tail_lookup, contact_count and
/// contact_text: nothing else may write those
/// tables. Writing is the engine's, within a transaction of the caller.
class ContactStore
{
public:
    ContactStore(Connection &connection, const Vault &vault) : m_connection(connection), m_vault(vault) {}

    /// Adds (id invalid) or replaces the contact with all its tags and addresses. An address without a value stands for
    /// the one that is there. createdAt counts only for a new one and is `now` where it is not set. Conflict: the
    /// external id is another's; NotFound.
    [[nodiscard]] domain::Result<domain::ContactId> save(const domain::Contact &contact, domain::Instant now);

    /// With tags; `openAddresses` fills the addresses' values. NotFound, also for a deleted one.
    [[nodiscard]] domain::Result<domain::Contact> contact(domain::ContactId id, bool openAddresses);
    [[nodiscard]] domain::Result<std::optional<domain::ContactId>> byExternalId(const QString &externalId);
    /// Live contacts that have this address, on any of the channels it serves.
    [[nodiscard]] domain::Result<QList<domain::ContactId>> byAddress(const QByteArray &addressIndex, int limit = 100);

    /// Out of every list and audience; restore() takes it back. Ids that are deleted, or not, already are passed over.
    [[nodiscard]] domain::Result<void> remove(const QList<domain::ContactId> &ids, domain::Instant now);
    /// Conflict where another contact has the external id by now.
    [[nodiscard]] domain::Result<void> restore(const QList<domain::ContactId> &ids, domain::Instant now);
    [[nodiscard]] domain::Result<void> tag(const QList<domain::ContactId> &ids, const QStringList &add,
                                           const QStringList &remove, domain::Instant now);
    /// The tag's id; it is made where there is none. Names are equal without case.
    [[nodiscard]] domain::Result<qint64> tagId(const QString &name);

    /// What a provider found out about an address: for every contact that has it on this channel.
    [[nodiscard]] domain::Result<void> setUsable(const QByteArray &addressIndex, domain::Channel channel, bool usable,
                                                 const QString &reason);

    /// Puts up to `limit` imported names into the text index; the number done, 0 when nothing waits.
    [[nodiscard]] domain::Result<int> indexPendingText(int limit);

private:
    [[nodiscard]] domain::Result<void> saveAddresses(domain::ContactId id, const QList<domain::ContactAddress> &list);
    [[nodiscard]] domain::Result<void> dropAddress(domain::ContactId id, domain::Channel channel);
    /// Counts the contact as it stands in the tables, in (1) or out (-1).
    [[nodiscard]] domain::Result<void> countContact(domain::ContactId id, int sign);
    [[nodiscard]] domain::Result<void> saveTags(domain::ContactId id, const QStringList &names);
    [[nodiscard]] domain::Result<void> saveText(domain::ContactId id, const std::optional<domain::Contact> &before,
                                                const domain::Contact &after);
    [[nodiscard]] domain::Result<void> saveExternalId(domain::ContactId id, const QString &before,
                                                      const QString &after);
    [[nodiscard]] domain::Result<void> setDeleted(domain::ContactId id, std::optional<domain::Instant> at,
                                                  domain::Instant now);

    Connection &m_connection;
    const Vault &m_vault;
};

/// The last four digits of a number, for tail_lookup; empty for an e-mail address or fewer digits.
[[nodiscard]] QString tailDigits(const domain::Address &address);

} // namespace storage
