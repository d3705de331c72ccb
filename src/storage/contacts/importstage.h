#pragma once

#include "domain/contact/contact.h"
#include "storage/core/connection.h"
#include "storage/core/vault.h"

namespace storage {

/// The contacts of an import before they are anybody's business: a database file of its own beside the workspace, so
/// that filling it takes nothing from the workspace's writer and throwing it away is deleting a file. Not durable until
/// prepare() says so. Addresses are sealed here too. One thread at a time.
class ImportStage
{
public:
    /// "<workspace>.import"; a file of that name is replaced.
    [[nodiscard]] static domain::Result<std::unique_ptr<ImportStage>> create(const QString &workspacePath,
                                                                             const Vault &vault);
    [[nodiscard]] static QString pathFor(const QString &workspacePath);
    /// Removes the file, if there is one.
    static void remove(const QString &workspacePath);

    /// A new contact; its row number, from 1 on without a gap.
    [[nodiscard]] domain::Result<quint32> add(const domain::Contact &contact, const QList<QByteArray> &indexes);
    /// The contact of a row, with tags and opened addresses; its id is the row number.
    [[nodiscard]] domain::Result<domain::Contact> contact(quint32 row);
    [[nodiscard]] domain::Result<void> replace(quint32 row, const domain::Contact &contact,
                                               const QList<QByteArray> &indexes);
    [[nodiscard]] domain::Result<bool> hasAddress(quint32 row, const QByteArray &index);

    /// What an existing contact (its id is set) is to become; replaces an earlier word about the same contact.
    [[nodiscard]] domain::Result<void> setChanged(const domain::Contact &contact);
    [[nodiscard]] domain::Result<std::optional<domain::Contact>> changed(domain::ContactId id);

    [[nodiscard]] domain::Result<void> commit();

    /// Sorts what is staged into the order of each look-up table and makes the file durable. Takes seconds for a
    /// million rows and touches nothing else: call it in a thread of its own, after commit() and with no ImportStage
    /// left on the file.
    [[nodiscard]] static domain::Result<void> prepare(const QString &workspacePath);

private:
    ImportStage(std::unique_ptr<Connection> connection, const Vault &vault);
    [[nodiscard]] domain::Result<void> addParts(quint32 row, const domain::Contact &contact,
                                                const QList<QByteArray> &indexes);
    [[nodiscard]] domain::Result<qint64> tagNumber(const QString &name);

    std::unique_ptr<Connection> m_connection;
    const Vault &m_vault;
    Statement &m_addContact;
    Statement &m_addAddress;
    Statement &m_addTag;
    QHash<QString, qint64> m_tags;
    quint32 m_rows = 0;
};

} // namespace storage
