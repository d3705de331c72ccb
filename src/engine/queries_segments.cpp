#include "domain/condition/contactfields.h"
#include "engine/client/queries.h"
#include "storage/campaigns/segmentstore.h"

#include <limits>

namespace engine {

using domain::Result;

static SegmentRow rowOf(const storage::SegmentRecord &record)
{
    return {record.id, record.name, record.condition, record.description, record.updatedAt, record.usedByCampaigns};
}

Result<QList<SegmentRow>> Queries::segments()
{
    return storage::SegmentStore(m_connection).all().map([](const QList<storage::SegmentRecord> &records) {
        QList<SegmentRow> rows;
        for (const auto &record : records)
            rows << rowOf(record);
        return rows;
    });
}

Result<SegmentRow> Queries::segment(domain::SegmentId id)
{
    return storage::SegmentStore(m_connection).segment(id).map(rowOf);
}

Result<SegmentRow> Queries::segmentByName(const QString &name)
{
    return storage::SegmentStore(m_connection).byName(name).map(rowOf);
}

Result<QStringList> Queries::campaignsOf(domain::SegmentId id)
{
    return storage::SegmentStore(m_connection).campaignsOf(id);
}

Result<domain::FieldCatalogue> Queries::conditionFields()
{
    const auto names = [](const Result<QList<NamedCount>> &counts) -> Result<QStringList> {
        if (!counts)
            return tl::unexpected(counts.error());
        QStringList list;
        for (const NamedCount &count : *counts)
            list << count.name;
        return list;
    };
    const auto attributes = attributeNames();
    const auto groups = names(this->groups());
    const auto territories = names(this->territories());
    const auto tags = names(this->tags());
    for (const auto *part : {&attributes, &groups, &territories, &tags})
        if (!*part)
            return tl::unexpected(part->error());
    return domain::contactFields(*attributes, *groups, *territories, *tags);
}

Result<SegmentPreview> Queries::previewSegment(const QString &condition, int sampleRows,
                                               const Cancellation &cancellation)
{
    constexpr qint64 everybody = std::numeric_limits<qint64>::max();
    ContactQuery query;
    query.condition = condition;
    SegmentPreview preview;
    const auto people = contactCount(query, everybody, cancellation);
    if (!people)
        return tl::unexpected(people.error());
    preview.people = *people;
    if (*people == 0 || sampleRows <= 0)
        return preview;
    if (cancellation.isCancelled())
        return domain::fail(domain::ErrorCode::Cancelled);
    const auto sample = contacts(query, {}, sampleRows);
    if (!sample)
        return tl::unexpected(sample.error());
    preview.sample = sample->rows;
    return preview;
}

} // namespace engine
