#include "storage/contacts/contactstore.h"

#include "storage/contacts/contactrow.h"

#include <algorithm>

namespace storage {

using namespace Qt::StringLiterals;
using domain::Contact;
using domain::ContactAddress;
using domain::ContactId;
using domain::ErrorCode;
using domain::Instant;
using domain::Result;

namespace {

tl::unexpected<domain::Error> missing() { return domain::fail(ErrorCode::NotFound, u"no such contact"_s); }

// Runs the steps one after the other up to the first that fails.
template <class... Steps>
Result<void> inTurn(Steps... steps)
{
    Result<void> result;
    ((result = steps(), result.has_value()) && ...);
    return result;
}

} // namespace

QString tailDigits(const domain::Address &address)
{
    if (address.channel == domain::Channel::Email || address.normalised.size() < 5)
        return {};
    return address.normalised.right(4);
}

Result<ContactId> ContactStore::save(const Contact &contact, Instant now)
{
    std::optional<Contact> before;
    Contact kept = contact;
    kept.updatedAt = now;
    if (contact.id.isValid()) {
        auto found = this->contact(contact.id, false);
        if (!found)
            return tl::unexpected(found.error());
        kept.createdAt = found->createdAt;
        before = std::move(*found);
    } else if (kept.createdAt == Instant{}) {
        kept.createdAt = now;
    }
    kept.displayName = domain::displayNameOf(kept);
    if (before)
        if (auto counted = countContact(kept.id, -1); !counted)
            return tl::unexpected(counted.error());
    if (before) {
        Statement &s = m_connection.statement(
            "UPDATE contact SET external_id = ?2, kind = ?3, first_name = ?4, last_name = ?5, company = ?6,"
            " display_name = ?7, language = ?8, time_zone = ?9, country = ?10, contact_group = ?11, territory = ?12,"
            " vip = ?13, lead_source = ?14, lead_stage = ?15, loyalty_tier = ?16, birthday = ?17, anniversary = ?18,"
            " customer_since = ?19, last_purchase_on = ?20, last_purchase_micros = ?21, do_not_disturb = ?22, notes ="
            " ?23, attributes = ?24, created_at = ?25, updated_at = ?26 WHERE id = ?1");
        bindContact(s, kept);
        if (auto done = s.bind(1, kept.id.value).exec(); !done)
            return tl::unexpected(done.error());
    } else {
        Statement &s = m_connection.statement("INSERT INTO contact (" CONTACT_COLUMNS(
            "") ") VALUES (?1, ?2, ?3, ?4,"
                " ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,"
                " ?20, ?21, ?22, ?23, ?24, ?25, ?26)");
        // Behind the ids that an import under way keeps free.
        Statement &next = m_connection.statement("SELECT max(coalesce((SELECT max(id) FROM contact), 0),"
                                                 " coalesce((SELECT last_id FROM contact_import), 0)) + 1");
        if (!next.next())
            return tl::unexpected(m_connection.lastError());
        kept.id = ContactId{next.integer(0)};
        next.finish();
        bindContact(s, kept);
        if (auto done = s.bind(1, kept.id.value).exec(); !done)
            return tl::unexpected(done.error());
    }
    auto rest =
        inTurn([&] { return saveExternalId(kept.id, before ? before->externalId : QString(), kept.externalId); },
               [&] { return saveText(kept.id, before, kept); }, [&] { return saveAddresses(kept.id, kept.addresses); },
               [&] { return saveTags(kept.id, kept.tags); }, [&] { return countContact(kept.id, 1); });
    if (!rest)
        return tl::unexpected(rest.error());
    return kept.id;
}

Result<void> ContactStore::countContact(ContactId id, int sign)
{
    return m_connection
        .statement("INSERT INTO contact_count (kind, name, contacts) SELECT 'all', '', ?2 WHERE true"
                   " UNION ALL SELECT 'group', contact_group, ?2 FROM contact WHERE id = ?1 AND contact_group <> ''"
                   " UNION ALL SELECT 'territory', territory, ?2 FROM contact WHERE id = ?1 AND territory <> ''"
                   " UNION ALL SELECT 'tag', CAST(tag_id AS TEXT), ?2 FROM contact_tag WHERE contact_id = ?1"
                   " ON CONFLICT (kind, name) DO UPDATE SET contacts = contacts + excluded.contacts")
        .bind(1, id.value)
        .bind(2, sign)
        .exec();
}

Result<void> ContactStore::saveExternalId(ContactId id, const QString &before, const QString &after)
{
    if (before == after)
        return {};
    if (!before.isEmpty()) {
        auto dropped = m_connection.statement("DELETE FROM external_lookup WHERE external_id = ? AND contact_id = ?")
                           .bind(1, before)
                           .bind(2, id.value)
                           .exec();
        if (!dropped)
            return dropped;
    }
    if (after.isEmpty())
        return {};
    return m_connection.statement("INSERT INTO external_lookup (external_id, contact_id) VALUES (?, ?)")
        .bind(1, after)
        .bind(2, id.value)
        .exec();
}

Result<void> ContactStore::saveText(ContactId id, const std::optional<Contact> &before, const Contact &after)
{
    if (before && before->displayName == after.displayName && before->company == after.company &&
        before->externalId == after.externalId)
        return {};
    if (before) {
        auto dropped = m_connection.statement("DELETE FROM contact_name WHERE display_name = ? AND contact_id = ?")
                           .bind(1, before->displayName)
                           .bind(2, id.value)
                           .exec();
        if (!dropped)
            return dropped;
    }
    auto named = m_connection.statement("INSERT INTO contact_name (display_name, contact_id) VALUES (?, ?)")
                     .bind(1, after.displayName)
                     .bind(2, id.value)
                     .exec();
    if (!named)
        return named;
    Statement &pending = m_connection.statement("SELECT 1 FROM contact_text_pending WHERE ? BETWEEN first_id AND"
                                                " last_id");
    const bool later = pending.bind(1, id.value).next();
    pending.finish();
    if (later) // indexPendingText will find what stands in the row then
        return {};
    if (before) {
        auto forgotten = m_connection
                             .statement("INSERT INTO contact_text (contact_text, rowid, display_name, company,"
                                        " external_id) VALUES ('delete', ?, ?, ?, nullif(?, ''))")
                             .bind(1, id.value)
                             .bind(2, before->displayName)
                             .bind(3, before->company)
                             .bind(4, before->externalId)
                             .exec();
        if (!forgotten)
            return forgotten;
    }
    return m_connection
        .statement("INSERT INTO contact_text (rowid, display_name, company, external_id) VALUES (?, ?, ?, nullif(?,"
                   " ''))")
        .bind(1, id.value)
        .bind(2, after.displayName)
        .bind(3, after.company)
        .bind(4, after.externalId)
        .exec();
}

Result<void> ContactStore::saveAddresses(ContactId id, const QList<ContactAddress> &list)
{
    for (const domain::Channel channel : {domain::Channel::Sms, domain::Channel::WhatsApp, domain::Channel::Email}) {
        const auto it =
            std::find_if(list.begin(), list.end(), [&](const ContactAddress &a) { return a.channel == channel; });
        if (it != list.end() && it->value.isEmpty())
            continue;
        if (auto dropped = dropAddress(id, channel); !dropped)
            return dropped;
        if (it == list.end())
            continue;
        const domain::Address address{channel, it->value};
        const QByteArray index = m_vault.indexOf(address);
        auto added =
            m_connection
                .statement("INSERT INTO contact_address (contact_id, channel, address_cipher, address_index,"
                           " address_tail, country, kind, usable, unusable_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .bind(1, id.value)
                .bind(2, domain::toText(channel))
                .bind(3, m_vault.seal(it->value))
                .bind(4, index)
                .bind(5, domain::maskedAddress(address))
                .bind(6, it->country)
                .bind(7, it->kind)
                .bind(8, it->usable ? 1 : 0)
                .bind(9, it->unusableReason)
                .exec();
        if (!added)
            return added;
        auto found =
            m_connection.statement("INSERT INTO address_lookup (address_index, channel, contact_id) VALUES (?, ?, ?)")
                .bind(1, index)
                .bind(2, domain::toText(channel))
                .bind(3, id.value)
                .exec();
        if (!found)
            return found;
        if (const QString tail = tailDigits(address); !tail.isEmpty()) {
            auto tailed = m_connection.statement("INSERT OR IGNORE INTO tail_lookup (tail, contact_id) VALUES (?, ?)")
                              .bind(1, tail)
                              .bind(2, id.value)
                              .exec();
            if (!tailed)
                return tailed;
        }
    }
    return {};
}

Result<void> ContactStore::dropAddress(ContactId id, domain::Channel channel)
{
    Statement &s = m_connection.statement("DELETE FROM contact_address WHERE contact_id = ? AND channel = ?"
                                          " RETURNING address_index, address_tail");
    s.bind(1, id.value).bind(2, domain::toText(channel));
    if (!s.next())
        return s.failed() ? Result<void>(tl::unexpected(m_connection.lastError())) : Result<void>();
    const QByteArray index = s.blob(0);
    const QString tail = s.text(1).right(4);
    while (s.next()) {
    }
    return inTurn(
        [&] {
            return m_connection
                .statement("DELETE FROM address_lookup WHERE address_index = ? AND channel = ? AND contact_id = ?")
                .bind(1, index)
                .bind(2, domain::toText(channel))
                .bind(3, id.value)
                .exec();
        },
        [&] { // kept while the contact's other channel has the same number
            return m_connection
                .statement("DELETE FROM tail_lookup WHERE tail = ?1 AND contact_id = ?2 AND NOT EXISTS (SELECT 1 FROM"
                           " contact_address WHERE contact_id = ?2 AND channel <> 'email' AND substr(address_tail, -4)"
                           " = ?1)")
                .bind(1, tail)
                .bind(2, id.value)
                .exec();
        });
}

Result<qint64> ContactStore::tagId(const QString &name)
{
    Statement &s = m_connection.statement("SELECT id FROM tag WHERE name = ?");
    if (s.bind(1, name).next()) {
        const qint64 id = s.integer(0);
        s.finish();
        return id;
    }
    if (auto added = m_connection.statement("INSERT INTO tag (name) VALUES (?)").bind(1, name).exec(); !added)
        return tl::unexpected(added.error());
    return m_connection.lastInsertId();
}

Result<void> ContactStore::saveTags(ContactId id, const QStringList &names)
{
    if (auto dropped = m_connection.statement("DELETE FROM contact_tag WHERE contact_id = ?").bind(1, id.value).exec();
        !dropped)
        return dropped;
    for (const QString &name : names) {
        const auto tag = tagId(name);
        if (!tag)
            return tl::unexpected(tag.error());
        auto added = m_connection.statement("INSERT OR IGNORE INTO contact_tag (contact_id, tag_id) VALUES (?, ?)")
                         .bind(1, id.value)
                         .bind(2, *tag)
                         .exec();
        if (!added)
            return added;
    }
    return {};
}

Result<void> ContactStore::tag(const QList<ContactId> &ids, const QStringList &add, const QStringList &remove,
                               Instant now)
{
    const auto each = [&](const char *sql, qint64 tag) -> Result<void> {
        for (const ContactId id : ids) {
            if (auto done = m_connection.statement(sql).bind(1, id.value).bind(2, tag).exec(); !done)
                return done;
        }
        return {};
    };
    QList<ContactId> live;
    for (const ContactId id : ids) {
        Statement &s = m_connection.statement("SELECT 1 FROM contact WHERE id = ? AND deleted_at IS NULL");
        if (s.bind(1, id.value).next() && !live.contains(id))
            live << id;
        s.finish();
    }
    for (const ContactId id : std::as_const(live))
        if (auto counted = countContact(id, -1); !counted)
            return counted;
    for (const QStringList *names : {&add, &remove})
        for (const QString &name : *names) {
            const auto id = tagId(name);
            if (!id)
                return tl::unexpected(id.error());
            auto done = each(names == &add ? "INSERT OR IGNORE INTO contact_tag (contact_id, tag_id) VALUES (?, ?)"
                                           : "DELETE FROM contact_tag WHERE contact_id = ? AND tag_id = ?",
                             *id);
            if (!done)
                return done;
        }
    for (const ContactId id : std::as_const(live))
        if (auto counted = countContact(id, 1); !counted)
            return counted;
    return each("UPDATE contact SET updated_at = ?2 WHERE id = ?1", domain::toMillis(now));
}

Result<Contact> ContactStore::contact(ContactId id, bool openAddresses)
{
    Statement &s =
        m_connection.statement("SELECT " CONTACT_COLUMNS("") " FROM contact WHERE id = ? AND deleted_at IS NULL");
    if (!s.bind(1, id.value).next())
        return s.failed() ? Result<Contact>(tl::unexpected(m_connection.lastError())) : Result<Contact>(missing());
    Contact contact = readContact(s);
    s.finish();
    Statement &tags = m_connection.statement("SELECT t.name FROM contact_tag ct JOIN tag t ON t.id = ct.tag_id"
                                             " WHERE ct.contact_id = ? ORDER BY t.name");
    tags.bind(1, id.value);
    while (tags.next())
        contact.tags << tags.text(0);
    Statement &addresses = m_connection.statement(
        "SELECT channel, address_cipher, address_tail, country, kind, usable, unusable_reason FROM contact_address"
        " WHERE contact_id = ? ORDER BY CASE channel WHEN 'sms' THEN 0 WHEN 'whatsapp' THEN 1 ELSE 2 END");
    addresses.bind(1, id.value);
    while (addresses.next()) {
        ContactAddress a;
        a.channel = domain::channelFromText(addresses.text(0)).value_or(domain::Channel::Sms);
        if (openAddresses) {
            auto opened = m_vault.open(addresses.blob(1));
            if (!opened) {
                addresses.finish();
                return tl::unexpected(opened.error());
            }
            a.value = std::move(*opened);
        }
        a.tail = addresses.text(2);
        a.country = addresses.text(3);
        a.kind = addresses.text(4);
        a.usable = addresses.integer(5) != 0;
        a.unusableReason = addresses.text(6);
        contact.addresses << a;
    }
    if (tags.failed() || addresses.failed())
        return tl::unexpected(m_connection.lastError());
    return contact;
}

Result<std::optional<ContactId>> ContactStore::byExternalId(const QString &externalId)
{
    Statement &s = m_connection.statement("SELECT c.id FROM external_lookup l JOIN contact c ON c.id = l.contact_id"
                                          " WHERE l.external_id = ? AND c.deleted_at IS NULL");
    std::optional<ContactId> id;
    if (s.bind(1, externalId).next())
        id = ContactId{s.integer(0)};
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    s.finish();
    return id;
}

Result<QList<ContactId>> ContactStore::byAddress(const QByteArray &addressIndex, int limit)
{
    Statement &s = m_connection.statement(
        "SELECT DISTINCT l.contact_id FROM address_lookup l JOIN contact c ON c.id = l.contact_id"
        " WHERE l.address_index = ? AND c.deleted_at IS NULL ORDER BY l.contact_id LIMIT ?");
    s.bind(1, addressIndex).bind(2, limit);
    QList<ContactId> ids;
    while (s.next())
        ids << ContactId{s.integer(0)};
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return ids;
}

Result<void> ContactStore::setDeleted(ContactId id, std::optional<Instant> at, Instant now)
{
    Statement &s =
        m_connection.statement(at ? "UPDATE contact SET deleted_at = ?1, updated_at = ?2 WHERE id = ?3 AND"
                                    " deleted_at IS NULL RETURNING display_name, coalesce(external_id, '')"
                                  : "UPDATE contact SET deleted_at = ?1, updated_at = ?2 WHERE id = ?3 AND"
                                    " deleted_at IS NOT NULL RETURNING display_name, coalesce(external_id, '')");
    if (at)
        s.bind(1, domain::toMillis(*at));
    else
        s.bindNull(1);
    if (!s.bind(2, domain::toMillis(now)).bind(3, id.value).next())
        return s.failed() ? Result<void>(tl::unexpected(m_connection.lastError())) : Result<void>();
    const QString name = s.text(0);
    const QString externalId = s.text(1);
    while (s.next()) {
    }
    return inTurn([&] { return countContact(id, at ? -1 : 1); },
                  [&] { return saveExternalId(id, at ? externalId : QString(), at ? QString() : externalId); },
                  [&] {
                      return m_connection
                          .statement(at ? "DELETE FROM contact_name WHERE display_name = ? AND contact_id = ?"
                                        : "INSERT INTO contact_name (display_name, contact_id) VALUES (?, ?)")
                          .bind(1, name)
                          .bind(2, id.value)
                          .exec();
                  });
}

Result<void> ContactStore::remove(const QList<ContactId> &ids, Instant now)
{
    for (const ContactId id : ids)
        if (auto done = setDeleted(id, now, now); !done)
            return done;
    return {};
}

Result<void> ContactStore::restore(const QList<ContactId> &ids, Instant now)
{
    for (const ContactId id : ids)
        if (auto done = setDeleted(id, std::nullopt, now); !done)
            return done;
    return {};
}

Result<void> ContactStore::setUsable(const QByteArray &addressIndex, domain::Channel channel, bool usable,
                                     const QString &reason)
{
    return m_connection
        .statement("UPDATE contact_address SET usable = ?3, unusable_reason = ?4 WHERE channel = ?2 AND contact_id IN"
                   " (SELECT contact_id FROM address_lookup WHERE address_index = ?1 AND channel = ?2)")
        .bind(1, addressIndex)
        .bind(2, domain::toText(channel))
        .bind(3, usable ? 1 : 0)
        .bind(4, usable ? QString() : reason)
        .exec();
}

Result<int> ContactStore::indexPendingText(int limit)
{
    Statement &next =
        m_connection.statement("SELECT first_id, last_id FROM contact_text_pending ORDER BY first_id LIMIT"
                               " 1");
    if (!next.next())
        return next.failed() ? Result<int>(tl::unexpected(m_connection.lastError())) : Result<int>(0);
    const qint64 first = next.integer(0);
    const qint64 last = next.integer(1);
    next.finish();
    const qint64 to = std::min(last, first + limit - 1);
    auto done = inTurn(
        [&] {
            return m_connection
                .statement("INSERT INTO contact_text (rowid, display_name, company, external_id)"
                           " SELECT id, display_name, company, external_id FROM contact WHERE id BETWEEN ? AND ?")
                .bind(1, first)
                .bind(2, to)
                .exec();
        },
        [&] {
            return m_connection.statement("DELETE FROM contact_text_pending WHERE first_id = ?").bind(1, first).exec();
        },
        [&]() -> Result<void> {
            if (to == last)
                return {};
            return m_connection.statement("INSERT INTO contact_text_pending (first_id, last_id) VALUES (?, ?)")
                .bind(1, to + 1)
                .bind(2, last)
                .exec();
        });
    if (!done)
        return tl::unexpected(done.error());
    return static_cast<int>(to - first + 1);
}

} // namespace storage
