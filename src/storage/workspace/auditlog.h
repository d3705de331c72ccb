#pragma once

#include "domain/core/types.h"
#include "storage/core/connection.h"
#include "storage/core/vault.h"

#include <QJsonObject>

namespace storage {

/// Who did what when. `before` and `after` hold neither addresses nor secrets.
struct AuditEntry
{
    qint64 id = 0; ///< given by append()
    domain::Instant at{};
    QString actor;
    QString action;  ///< "campaign.launch"
    QString subject; ///< "campaign:12"
    QJsonObject before;
    QJsonObject after;

    friend bool operator==(const AuditEntry &, const AuditEntry &) = default;
};

/// Append-only; each row carries a keyed hash over itself and the row before, so that a changed, removed or inserted
/// row shows. append() belongs into the transaction that makes the change.
class AuditLog
{
public:
    AuditLog(Connection &connection, const Vault &vault) : m_connection(connection), m_vault(vault) {}

    [[nodiscard]] domain::Result<void> append(const AuditEntry &entry);
    /// Newest first, below the id `before` (0: from the newest).
    [[nodiscard]] domain::Result<QList<AuditEntry>> page(qint64 before, int limit);
    /// The newest first, of one subject.
    [[nodiscard]] domain::Result<QList<AuditEntry>> of(const QString &subject, qint64 before, int limit);
    /// The id of the first row that does not fit the chain; 0 where all do. Reads the whole log.
    [[nodiscard]] domain::Result<qint64> firstBroken();

private:
    Connection &m_connection;
    const Vault &m_vault;
};

} // namespace storage
