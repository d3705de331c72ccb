#pragma once

#include "domain/core/types.h"
#include "storage/core/connection.h"

namespace storage {

struct SegmentRecord
{
    domain::SegmentId id;
    QString name;
    QString condition; ///< in either notation, checked by the caller
    QString description;
    domain::Instant createdAt{};
    domain::Instant updatedAt{};
    int usedByCampaigns = 0; ///< filled by reading

    friend bool operator==(const SegmentRecord &, const SegmentRecord &) = default;
};

/// Saved conditions. Writing is the engine's, within a transaction of the caller.
class SegmentStore
{
public:
    explicit SegmentStore(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] domain::Result<QList<SegmentRecord>> all();                  ///< by name
    [[nodiscard]] domain::Result<SegmentRecord> segment(domain::SegmentId id); ///< NotFound
    [[nodiscard]] domain::Result<SegmentRecord> byName(const QString &name);   ///< NotFound; without case
    /// Names of the campaigns that go to it, by name.
    [[nodiscard]] domain::Result<QStringList> campaignsOf(domain::SegmentId id);
    /// Conflict where the name is taken, NotFound.
    [[nodiscard]] domain::Result<domain::SegmentId> save(const SegmentRecord &record, domain::Instant now);
    /// Conflict while a campaign names it.
    [[nodiscard]] domain::Result<void> remove(domain::SegmentId id);

private:
    Connection &m_connection;
};

} // namespace storage
