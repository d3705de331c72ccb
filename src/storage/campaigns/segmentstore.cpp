#include "storage/campaigns/segmentstore.h"

namespace storage {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::Result;
using domain::SegmentId;

namespace {

SegmentRecord recordOf(const Statement &s)
{
    return {SegmentId{s.integer(0)},
            s.text(1),
            s.text(2),
            s.text(3),
            domain::fromMillis(s.integer(4)),
            domain::fromMillis(s.integer(5)),
            static_cast<int>(s.integer(6))};
}

Result<SegmentRecord> oneOf(Connection &connection, Statement &s)
{
    if (!s.next())
        return s.failed() ? Result<SegmentRecord>(tl::unexpected(connection.lastError()))
                          : Result<SegmentRecord>(domain::fail(ErrorCode::NotFound, u"no such segment"_s));
    SegmentRecord record = recordOf(s);
    s.finish();
    return record;
}

} // namespace

Result<QList<SegmentRecord>> SegmentStore::all()
{
    Statement &s = m_connection.statement(
        "SELECT id, name, condition, description, created_at, updated_at,"
        " (SELECT count(*) FROM campaign WHERE segment_id = segment.id) FROM segment ORDER BY name COLLATE NOCASE");
    QList<SegmentRecord> records;
    while (s.next())
        records << recordOf(s);
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return records;
}

Result<SegmentRecord> SegmentStore::segment(SegmentId id)
{
    Statement &s = m_connection.statement(
        "SELECT id, name, condition, description, created_at, updated_at,"
        " (SELECT count(*) FROM campaign WHERE segment_id = segment.id) FROM segment WHERE id = ?");
    return oneOf(m_connection, s.bind(1, id.value));
}

Result<SegmentRecord> SegmentStore::byName(const QString &name)
{
    Statement &s = m_connection.statement(
        "SELECT id, name, condition, description, created_at, updated_at,"
        " (SELECT count(*) FROM campaign WHERE segment_id = segment.id) FROM segment WHERE name = ?");
    return oneOf(m_connection, s.bind(1, name));
}

Result<QStringList> SegmentStore::campaignsOf(SegmentId id)
{
    Statement &s =
        m_connection.statement("SELECT name FROM campaign WHERE segment_id = ? ORDER BY name COLLATE NOCASE");
    s.bind(1, id.value);
    QStringList names;
    while (s.next())
        names << s.text(0);
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return names;
}

Result<SegmentId> SegmentStore::save(const SegmentRecord &record, domain::Instant now)
{
    const bool isNew = !record.id.isValid();
    Statement &s = m_connection.statement(
        isNew ? "INSERT INTO segment (name, condition, description, updated_at, created_at) VALUES (?1, ?2, ?3, ?4, ?4)"
              : "UPDATE segment SET name = ?1, condition = ?2, description = ?3, updated_at = ?4 WHERE id = ?5");
    s.bind(1, record.name).bind(2, record.condition).bind(3, record.description).bind(4, domain::toMillis(now));
    if (!isNew)
        s.bind(5, record.id.value);
    if (auto done = s.exec(); !done)
        return tl::unexpected(done.error());
    if (s.changes() != 1)
        return domain::fail(ErrorCode::NotFound, u"no such segment"_s);
    return isNew ? SegmentId{m_connection.lastInsertId()} : record.id;
}

Result<void> SegmentStore::remove(SegmentId id)
{
    Statement &s = m_connection.statement("DELETE FROM segment WHERE id = ?"); // campaign.segment_id refers to it
    if (auto done = s.bind(1, id.value).exec(); !done)
        return done;
    if (s.changes() != 1)
        return domain::fail(ErrorCode::NotFound, u"no such segment"_s);
    return {};
}

} // namespace storage
