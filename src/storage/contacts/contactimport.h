#pragma once

#include "storage/contacts/importstage.h"
#include "storage/contacts/keymap.h"

namespace storage {

enum class ImportPolicy {
    Skip,   ///< a row whose contact is there already is left out
    Update, ///< its filled fields replace what is there
    Fill,   ///< its filled fields go where nothing is
};

enum class ImportOutcome { Added, Updated, Unchanged, Skipped };

/// Takes contacts one after the other and finds out which are there already: by external id, else by any of their
/// addresses, in the workspace and among the rows before. Reads the workspace and writes into an ImportStage only.
/// Engine thread; about 10 µs a contact.
class ContactImport
{
public:
    [[nodiscard]] static domain::Result<std::unique_ptr<ContactImport>> create(Connection &connection,
                                                                               const Vault &vault, ImportPolicy policy);

    /// `contact` has its addresses in normal form and no id.
    [[nodiscard]] domain::Result<ImportOutcome> add(const domain::Contact &contact);
    /// Everything is staged; ImportStage::prepare comes next.
    [[nodiscard]] domain::Result<void> close();

private:
    struct Match
    {
        quint32 row = 0;              ///< of the stage
        domain::ContactId existing{}; ///< of the workspace
    };
    ContactImport(Connection &connection, const Vault &vault, ImportPolicy policy, bool hasContacts,
                  std::unique_ptr<ImportStage> stage);
    [[nodiscard]] domain::Result<Match> match(const domain::Contact &contact, const QList<QByteArray> &indexes);
    [[nodiscard]] domain::Result<ImportOutcome> merge(const Match &match, const domain::Contact &contact);
    [[nodiscard]] QList<QByteArray> indexesOf(const domain::Contact &contact) const;
    void remember(quint32 row, const domain::Contact &contact, const QList<QByteArray> &indexes);

    Connection &m_connection;
    const Vault &m_vault;
    ImportPolicy m_policy;
    bool m_hasContacts; ///< else there is nothing to look up
    std::unique_ptr<ImportStage> m_stage;
    KeyMap m_keys;
};

/// `base` with what `row` has to say. Tags and attributes are joined; a yes is never taken back by an empty cell.
[[nodiscard]] domain::Contact mergedContact(const domain::Contact &base, const domain::Contact &row,
                                            ImportPolicy policy);

} // namespace storage
