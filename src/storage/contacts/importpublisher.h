#pragma once

#include "storage/core/connection.h"
#include "storage/core/vault.h"

#include "domain/core/types.h"

namespace storage {

/// Brings a prepared ImportStage into the workspace, in pieces of about 10 ms, each table in its own order: first what
/// contacts are looked up by, then the contacts themselves (seen from then on), then the changed ones. Once begun it
/// always comes to its end: how far it came stands in contact_import and moves with each piece, and a program that was
/// killed goes on when it opens the file (finishImport). Until begin() nothing of an import is in the workspace, so
/// all or nothing holds over a crash at any moment. Engine thread.
class ImportPublisher
{
public:
    ImportPublisher(Connection &connection, const Vault &vault) : m_connection(connection), m_vault(vault) {}
    ~ImportPublisher();
    ImportPublisher(const ImportPublisher &) = delete;
    ImportPublisher &operator=(const ImportPublisher &) = delete;

    /// Durable: from here on the import is made.
    [[nodiscard]] domain::Result<void> begin(domain::Instant now);
    /// One piece; true when all is done and the stage is gone.
    [[nodiscard]] domain::Result<bool> step();
    /// 0 to 1.
    [[nodiscard]] double progress() const;

private:
    struct State
    {
        int phase = 0;
        qint64 position = 0;
        qint64 first = 0;
        qint64 last = 0;
        qint64 at = 0;
    };
    [[nodiscard]] domain::Result<void> attach();
    [[nodiscard]] domain::Result<void> load();
    [[nodiscard]] domain::Result<void> publishContacts(qint64 from, qint64 to);
    [[nodiscard]] domain::Result<bool> publishChanged(qint64 rows);
    [[nodiscard]] domain::Result<void> end();

    Connection &m_connection;
    const Vault &m_vault;
    State m_state;
    qint64 m_sizes[6] = {};
    qint64 m_rowsAtOnce = 1000;
    bool m_attached = false;
};

/// At the opening of a file: ends an import that was being published, and removes what an unpublished one left.
[[nodiscard]] domain::Result<void> finishImport(Connection &connection, const Vault &vault);

} // namespace storage
