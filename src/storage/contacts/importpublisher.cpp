#include "storage/contacts/importpublisher.h"

#include "storage/contacts/contactrow.h"
#include "storage/contacts/contactstore.h"
#include "storage/contacts/importstage.h"
#include "storage/core/workspacefile.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>

namespace storage {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::Result;

Result<domain::Contact> openChanged(const Vault &vault, const QByteArray &sealed); // importstage.cpp

namespace {

enum Phase { Names, ExternalIds, Addresses, Tails, Contacts, Changed, Over };

constexpr qint64 pieceMs = 12;
constexpr qint64 leastRows =
    1'000; // smaller pieces write the same pages too often: a busy machine would only become busier

// Look-up tables of the phases before the contacts: ?1 first id, ?2 behind this position, ?3 up to this one.
const char *lookupSql(int phase)
{
    switch (phase) {
    case Names:
        return "INSERT OR IGNORE INTO contact_name (display_name, contact_id) SELECT display_name, ?1 + row - 1"
               " FROM import.by_name WHERE rowid > ?2 AND rowid <= ?3";
    case ExternalIds: // where somebody took the id meanwhile it stays theirs
        return "INSERT OR IGNORE INTO external_lookup (external_id, contact_id) SELECT external_id, ?1 + row - 1"
               " FROM import.by_external WHERE rowid > ?2 AND rowid <= ?3";
    case Addresses:
        return "INSERT OR IGNORE INTO address_lookup (address_index, channel, contact_id) SELECT address_index,"
               " channel, ?1 + row - 1 FROM import.by_address WHERE rowid > ?2 AND rowid <= ?3";
    default:
        return "INSERT OR IGNORE INTO tail_lookup (tail, contact_id) SELECT tail, ?1 + row - 1 FROM import.by_tail"
               " WHERE rowid > ?2 AND rowid <= ?3";
    }
}

} // namespace

ImportPublisher::~ImportPublisher()
{
    if (m_attached)
        (void)m_connection.run(u"DETACH import"_s);
    m_connection.foldLogEvery(checkpointPages);
}

Result<void> ImportPublisher::attach()
{
    if (m_attached)
        return {};
    const QString path = ImportStage::pathFor(m_connection.path());
    if (!QFileInfo::exists(path))
        return domain::fail(ErrorCode::FileMissing, u"the staged contacts are gone"_s, path);
    auto done = m_connection.statement("ATTACH ? AS import").bind(1, path).exec();
    if (!done)
        return done;
    m_attached = true;
    m_connection.foldLogEvery(importCheckpointPages);
    const char *counts[] = {"SELECT coalesce(max(rowid), 0) FROM import.by_name",
                            "SELECT coalesce(max(rowid), 0) FROM import.by_external",
                            "SELECT coalesce(max(rowid), 0) FROM import.by_address",
                            "SELECT coalesce(max(rowid), 0) FROM import.by_tail",
                            "SELECT coalesce(max(id), 0) FROM import.staged",
                            "SELECT count(*) FROM import.changed"};
    for (int i = 0; i < 6; ++i) {
        Statement &s = m_connection.statement(counts[i]);
        if (!s.next())
            return tl::unexpected(m_connection.lastError());
        m_sizes[i] = s.integer(0);
        s.finish();
    }
    return {};
}

Result<void> ImportPublisher::load()
{
    Statement &s = m_connection.statement("SELECT phase, position, first_id, last_id, at FROM contact_import");
    if (!s.next())
        return s.failed() ? Result<void>(tl::unexpected(m_connection.lastError()))
                          : Result<void>(domain::fail(ErrorCode::NotFound, u"no import is being published"_s));
    m_state = {static_cast<int>(s.integer(0)), s.integer(1), s.integer(2), s.integer(3), s.integer(4)};
    s.finish();
    return {};
}

Result<void> ImportPublisher::begin(domain::Instant now)
{
    if (auto attached = attach(); !attached)
        return attached;
    QStringList tags;
    Statement &names = m_connection.statement("SELECT name FROM import.tag_name");
    while (names.next())
        tags << names.text(0);
    if (names.failed())
        return tl::unexpected(m_connection.lastError());
    auto begun = m_connection.transaction(true, [&]() -> Result<void> {
        ContactStore store(m_connection, m_vault);
        for (const QString &tag : tags)
            if (auto id = store.tagId(tag); !id)
                return tl::unexpected(id.error());
        return m_connection
            .statement("INSERT INTO contact_import (id, phase, position, first_id, last_id, at) SELECT 1, 0, 0,"
                       " coalesce(max(id), 0) + 1, coalesce(max(id), 0) + ?, ? FROM contact")
            .bind(1, m_sizes[Contacts])
            .bind(2, domain::toMillis(now))
            .exec();
    });
    if (!begun)
        return begun;
    return load();
}

double ImportPublisher::progress() const
{
    qint64 all = 0;
    qint64 done = 0;
    for (int i = 0; i < 6; ++i) {
        all += m_sizes[i];
        if (i < m_state.phase)
            done += m_sizes[i];
    }
    if (m_state.phase < Changed)
        done += m_state.position;
    return all > 0 ? std::min(1.0, static_cast<double>(done) / static_cast<double>(all)) : 1.0;
}

Result<void> ImportPublisher::publishContacts(qint64 from, qint64 to)
{
    const char *parts[] = {
        "INSERT INTO contact (" CONTACT_COLUMNS(
            "") ") SELECT ?1 + id - 1, external_id, kind, first_name, last_name,"
                " company, display_name, language, time_zone, country, contact_group, territory, vip, lead_source, "
                "lead_stage,"
                " loyalty_tier, birthday, anniversary, customer_since, last_purchase_on, last_purchase_micros, "
                "do_not_disturb,"
                " notes, attributes, ?4, ?4 FROM import.staged WHERE id > ?2 AND id <= ?3",
        "INSERT INTO contact_address (contact_id, channel, address_cipher, address_index, address_tail, country, kind)"
        " SELECT ?1 + row - 1, channel, address_cipher, address_index, address_tail, country, kind"
        " FROM import.staged_address WHERE row > ?2 AND row <= ?3",
        "INSERT INTO contact_count (kind, name, contacts) SELECT 'all', '', count(*) FROM import.staged WHERE id > ?2 "
        "AND"
        " id <= ?3 UNION ALL SELECT 'group', contact_group, count(*) FROM import.staged WHERE id > ?2 AND id <= ?3 AND"
        " contact_group <> '' GROUP BY 2 UNION ALL SELECT 'territory', territory, count(*) FROM import.staged WHERE id "
        ">"
        " ?2 AND id <= ?3 AND territory <> '' GROUP BY 2 UNION ALL SELECT 'tag', CAST(t.id AS TEXT), count(*) FROM"
        " import.staged_tag s CROSS JOIN import.tag_name n ON n.number = s.number CROSS JOIN tag t ON t.name = n.name"
        " WHERE s.row > ?2 AND s.row <= ?3 GROUP BY 2"
        " ON CONFLICT (kind, name) DO UPDATE SET contacts = contacts + excluded.contacts",
        "INSERT OR IGNORE INTO contact_tag (contact_id, tag_id) SELECT ?1 + s.row - 1, t.id FROM import.staged_tag s"
        " CROSS JOIN import.tag_name n ON n.number = s.number CROSS JOIN tag t ON t.name = n.name"
        " WHERE s.row > ?2 AND s.row <= ?3"};
    for (const char *part : parts) {
        Statement &s = m_connection.statement(part);
        if (part != parts[2])
            s.bind(1, m_state.first);
        s.bind(2, from).bind(3, to);
        if (part == parts[0])
            s.bind(4, m_state.at);
        if (auto done = s.exec(); !done)
            return done;
    }
    return {};
}

// True when none is left. A contact that was deleted meanwhile stays deleted; an external id that went to somebody else
// stays theirs.
Result<bool> ImportPublisher::publishChanged(qint64 rows)
{
    Statement &s = m_connection.statement("SELECT contact_id, contact FROM import.changed WHERE contact_id > ?"
                                          " ORDER BY contact_id LIMIT ?");
    s.bind(1, m_state.position).bind(2, rows);
    QList<QByteArray> sealed;
    while (s.next()) {
        m_state.position = s.integer(0);
        sealed << s.blob(1);
    }
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    ContactStore store(m_connection, m_vault);
    for (const QByteArray &one : std::as_const(sealed)) {
        auto contact = openChanged(m_vault, one);
        if (!contact)
            return tl::unexpected(contact.error());
        if (!contact->externalId.isEmpty()) {
            const auto owner = store.byExternalId(contact->externalId);
            if (!owner)
                return tl::unexpected(owner.error());
            if (*owner && **owner != contact->id)
                contact->externalId.clear();
        }
        const auto saved = store.save(*contact, domain::fromMillis(m_state.at));
        if (!saved && saved.error().code != ErrorCode::NotFound)
            return tl::unexpected(saved.error());
    }
    return sealed.size() < rows;
}

Result<bool> ImportPublisher::step()
{
    if (auto attached = attach(); !attached)
        return tl::unexpected(attached.error());
    if (m_state.first == 0)
        if (auto loaded = load(); !loaded)
            return tl::unexpected(loaded.error());
    QElapsedTimer watch;
    watch.start();
    State next = m_state;
    const State before = m_state;
    auto done = m_connection.transaction(false, [&]() -> Result<void> {
        bool phaseOver = false;
        if (m_state.phase < Changed) {
            next.position = std::min(m_state.position + m_rowsAtOnce, m_sizes[m_state.phase]);
            phaseOver = next.position >= m_sizes[m_state.phase];
            auto published = m_state.phase == Contacts ? publishContacts(m_state.position, next.position)
                                                       : m_connection.statement(lookupSql(m_state.phase))
                                                             .bind(1, m_state.first)
                                                             .bind(2, m_state.position)
                                                             .bind(3, next.position)
                                                             .exec();
            if (!published)
                return published;
        } else {
            const auto over = publishChanged(std::max<qint64>(m_rowsAtOnce / 10, 20));
            if (!over)
                return tl::unexpected(over.error());
            phaseOver = *over;
            next.position = m_state.position;
        }
        if (phaseOver) {
            ++next.phase;
            next.position = 0;
        }
        return m_connection.statement("UPDATE contact_import SET phase = ?, position = ?")
            .bind(1, next.phase)
            .bind(2, next.position)
            .exec();
    });
    if (!done) {
        m_state = before;
        return tl::unexpected(done.error());
    }
    m_state = next;
    const qint64 took = watch.elapsed();
    if (next.phase != before.phase)
        m_rowsAtOnce = leastRows; // a row costs something else there
    else if (took < pieceMs / 2)
        m_rowsAtOnce = std::min<qint64>(m_rowsAtOnce * 3 / 2, 20'000);
    else if (took > pieceMs)
        m_rowsAtOnce = std::max(m_rowsAtOnce / 2, leastRows);
    if (m_state.phase < Over)
        return false;
    if (auto ended = end(); !ended)
        return tl::unexpected(ended.error());
    return true;
}

Result<void> ImportPublisher::end()
{
    // Durable, and with it every piece before: only then may the stage go.
    auto ended = m_connection.transaction(true, [&]() -> Result<void> {
        if (m_state.last >= m_state.first) {
            auto pending = m_connection.statement("INSERT INTO contact_text_pending (first_id, last_id) VALUES (?, ?)")
                               .bind(1, m_state.first)
                               .bind(2, m_state.last)
                               .exec();
            if (!pending)
                return pending;
        }
        return m_connection.run(u"DELETE FROM contact_import"_s);
    });
    if (!ended)
        return ended;
    if (auto detached = m_connection.run(u"DETACH import"_s); !detached)
        return detached;
    m_attached = false;
    ImportStage::remove(m_connection.path());
    return {};
}

Result<void> finishImport(Connection &connection, const Vault &vault)
{
    Statement &s = connection.statement("SELECT 1 FROM contact_import");
    const bool under = s.next();
    if (s.failed())
        return tl::unexpected(connection.lastError());
    s.finish();
    if (!under) {
        ImportStage::remove(connection.path());
        return {};
    }
    ImportPublisher publisher(connection, vault);
    for (;;) {
        const auto over = publisher.step();
        if (!over)
            return tl::unexpected(over.error());
        if (*over)
            return {};
    }
}

} // namespace storage
