#pragma once

#include "domain/template/templaterecord.h"
#include "storage/core/connection.h"

namespace storage {

/// Templates and their versions. A version never changes once written: a message keeps the id of the one it was made
/// from. Writing is the engine's, within a transaction of the caller.
class TemplateStore
{
public:
    explicit TemplateStore(Connection &connection) : m_connection(connection) {}

    /// By name, each with its current versions. Deleted ones are left out.
    [[nodiscard]] domain::Result<QList<domain::TemplateRecord>> all();
    [[nodiscard]] domain::Result<domain::TemplateRecord> record(domain::TemplateId id); ///< NotFound; deleted ones too
    [[nodiscard]] domain::Result<domain::TemplateRecord> byName(const QString &name);   ///< NotFound; without case
    [[nodiscard]] domain::Result<domain::TemplateVersion> version(domain::TemplateVersionId id);  ///< NotFound
    [[nodiscard]] domain::Result<domain::TemplateId> templateOf(domain::TemplateVersionId id);    ///< NotFound
    [[nodiscard]] domain::Result<QList<domain::TemplateVersion>> versions(domain::TemplateId id); ///< newest first

    /// Adds or replaces the record and makes a version of each text in `current` that differs from the newest one of
    /// its language; a language that is no longer in `current` ends with a version without text. Conflict where the
    /// name is taken (by a deleted template too), NotFound.
    [[nodiscard]] domain::Result<domain::TemplateId> save(const domain::TemplateRecord &record, const QString &note,
                                                          const QString &actor, domain::Instant now);
    /// A new version with the old text; the id of the new one. The newest one stays as it is (its id is returned).
    [[nodiscard]] domain::Result<domain::TemplateVersionId> restore(domain::TemplateVersionId id, const QString &actor,
                                                                    domain::Instant now);
    [[nodiscard]] domain::Result<void> remove(domain::TemplateId id, domain::Instant now); ///< can be undone
    [[nodiscard]] domain::Result<void> undelete(domain::TemplateId id, domain::Instant now);
    /// Campaigns that are not over and name it.
    [[nodiscard]] domain::Result<int> campaignsUsing(domain::TemplateId id);

private:
    [[nodiscard]] domain::Result<void> readCurrent(domain::TemplateRecord &record);
    [[nodiscard]] domain::Result<void> readFiles(QList<domain::TemplateVersion> &versions);
    [[nodiscard]] domain::Result<domain::TemplateVersionId> addVersion(domain::TemplateId id,
                                                                       const domain::TemplateVersion &text,
                                                                       const QString &note, const QString &actor,
                                                                       domain::Instant now);

    Connection &m_connection;
};

} // namespace storage
