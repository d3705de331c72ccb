#pragma once

#include "storage/contacts/audience.h"
#include "storage/core/connection.h"
#include "storage/core/vault.h"

#include "domain/contact/contact.h"

namespace storage {

enum class ContactOrder { Name, Newest, RecentlyChanged };

/// All set parts must hold.
struct ContactFilter
{
    QString text;           ///< words of name, company or external id, or a number or its end, or an e-mail address
    QString defaultCountry; ///< for numbers in `text` without a country
    QList<AudienceTerm> terms;
    Audience audience; ///< `where` empty: everybody
    ContactOrder order = ContactOrder::Name;
};

struct ContactListRow
{
    domain::ContactId id;
    QString externalId;
    QString name;
    QString company;
    QString group;
    QString territory;
    QString country;
    bool vip = false;
    domain::Instant createdAt{};
    domain::Instant updatedAt{};
    QStringList tags;
    QString phoneTail;
    bool phoneUsable = false;
    QString emailTail;
};

struct ContactListPage
{
    QList<ContactListRow> rows;
    QString next; ///< where the next page begins; empty at the end
};

/// The contact list in any order under any filter, by keyset pages. Where a part of the filter is met by few contacts
/// the list starts from those, else it walks along the order and passes over what does not fit. Words that very many
/// contacts have are answered in the order of ids. Any connection's thread.
class ContactList
{
public:
    ContactList(Connection &connection, const Vault &vault) : m_connection(connection), m_vault(vault) {}

    [[nodiscard]] domain::Result<ContactListPage> page(const ContactFilter &filter, const QString &cursor, int limit);
    /// Stops at `atMost`. Where everybody has to be looked at this is done in pieces, and `isWanted` is asked between
    /// them: Cancelled where it says no.
    [[nodiscard]] domain::Result<qint64> count(const ContactFilter &filter, qint64 atMost,
                                               const std::function<bool()> &isWanted = {});

private:
    struct Driver;
    struct Plan;
    [[nodiscard]] domain::Result<Plan> plan(const ContactFilter &filter);
    [[nodiscard]] domain::Result<std::optional<Driver>> textDriver(const ContactFilter &filter);
    [[nodiscard]] domain::Result<QByteArray> idsOfAddress(const QString &text, const QString &country);
    [[nodiscard]] domain::Result<qint64> countUpTo(const Driver &driver, qint64 most);
    [[nodiscard]] domain::Result<qint64> countInPieces(const Plan &plan, qint64 atMost,
                                                       const std::function<bool()> &isWanted);
    [[nodiscard]] domain::Result<qint64> keptCount(const QList<AudienceTerm> &terms);
    [[nodiscard]] domain::Result<void> readDetails(QList<ContactListRow> &rows);

    Connection &m_connection;
    const Vault &m_vault;
};

} // namespace storage
