#include "storage/contacts/contactimport.h"

#include "storage/contacts/contactstore.h"

#include <algorithm>
#include <cstring>

namespace storage {

using domain::Contact;
using domain::ContactAddress;
using domain::ContactId;
using domain::Result;

namespace {

// External ids and address indexes share the map; a hash that fits by chance is found out where the row is looked at.
quint64 keyOfId(const QString &externalId) { return qHash(externalId, size_t(0x5eed)) | 1; }

quint64 keyOfIndex(const QByteArray &index)
{
    quint64 key = 0;
    std::memcpy(&key, index.constData(), sizeof key);
    return key & ~quint64(1);
}

bool sameBesidesTime(Contact a, Contact b)
{
    const auto plain = [](Contact &c) {
        c.displayName = domain::displayNameOf(c);
        c.createdAt = c.updatedAt = {};
        for (ContactAddress &address : c.addresses)
            address.tail.clear();
    };
    plain(a);
    plain(b);
    return a == b;
}

} // namespace

Contact mergedContact(const Contact &base, const Contact &row, ImportPolicy policy)
{
    Contact merged = base;
    const bool fill = policy == ImportPolicy::Fill;
    const auto take = [fill](auto &target, const auto &value, bool has, bool hasNow) {
        if (has && (!fill || !hasNow))
            target = value;
    };
    const auto text = [&take](QString &target, const QString &value) {
        take(target, value, !value.isEmpty(), !target.isEmpty());
    };
    const auto date = [&take](QDate &target, QDate value) { take(target, value, value.isValid(), target.isValid()); };
    // A name that was made from its parts is made anew from the new ones.
    Contact unnamed = base;
    unnamed.displayName.clear();
    if (merged.displayName == domain::displayNameOf(unnamed))
        merged.displayName.clear();
    text(merged.externalId, row.externalId);
    text(merged.firstName, row.firstName);
    text(merged.lastName, row.lastName);
    text(merged.company, row.company);
    text(merged.displayName, row.displayName);
    text(merged.language, row.language);
    text(merged.timeZone, row.timeZone);
    text(merged.country, row.country);
    text(merged.group, row.group);
    text(merged.territory, row.territory);
    text(merged.leadSource, row.leadSource);
    text(merged.leadStage, row.leadStage);
    text(merged.loyaltyTier, row.loyaltyTier);
    text(merged.notes, row.notes);
    date(merged.birthday, row.birthday);
    date(merged.anniversary, row.anniversary);
    date(merged.customerSince, row.customerSince);
    date(merged.lastPurchaseOn, row.lastPurchaseOn);
    take(merged.lastPurchaseMicros, row.lastPurchaseMicros, row.lastPurchaseMicros.has_value(),
         merged.lastPurchaseMicros.has_value());
    if (row.kind == Contact::Kind::Company && !fill)
        merged.kind = row.kind;
    merged.vip = base.vip || row.vip;
    merged.doNotDisturb = base.doNotDisturb || row.doNotDisturb;
    for (auto it = row.attributes.constBegin(); it != row.attributes.constEnd(); ++it)
        if (!fill || !merged.attributes.contains(it.key()))
            merged.attributes.insert(it.key(), *it);
    for (const QString &tag : row.tags)
        if (!merged.tags.contains(tag, Qt::CaseInsensitive))
            merged.tags << tag;
    std::sort(merged.tags.begin(), merged.tags.end());
    for (const ContactAddress &address : row.addresses) {
        const auto old = std::find_if(merged.addresses.begin(), merged.addresses.end(),
                                      [&](const ContactAddress &a) { return a.channel == address.channel; });
        if (old == merged.addresses.end())
            merged.addresses << address;
        else if (!fill && old->value != address.value)
            *old = address;
    }
    std::sort(merged.addresses.begin(), merged.addresses.end(),
              [](const ContactAddress &a, const ContactAddress &b) { return a.channel < b.channel; });
    return merged;
}

Result<std::unique_ptr<ContactImport>> ContactImport::create(Connection &connection, const Vault &vault,
                                                             ImportPolicy policy)
{
    Statement &s = connection.statement("SELECT EXISTS (SELECT 1 FROM contact)");
    if (!s.next())
        return tl::unexpected(connection.lastError());
    const bool hasContacts = s.integer(0) != 0;
    s.finish();
    auto stage = ImportStage::create(connection.path(), vault);
    if (!stage)
        return tl::unexpected(stage.error());
    return std::unique_ptr<ContactImport>(new ContactImport(connection, vault, policy, hasContacts, std::move(*stage)));
}

ContactImport::ContactImport(Connection &connection, const Vault &vault, ImportPolicy policy, bool hasContacts,
                             std::unique_ptr<ImportStage> stage)
    : m_connection(connection), m_vault(vault), m_policy(policy), m_hasContacts(hasContacts), m_stage(std::move(stage))
{}

QList<QByteArray> ContactImport::indexesOf(const Contact &contact) const
{
    QList<QByteArray> indexes;
    for (const ContactAddress &address : contact.addresses)
        indexes << m_vault.indexOf(domain::Address{address.channel, address.value});
    return indexes;
}

Result<ContactImport::Match> ContactImport::match(const Contact &contact, const QList<QByteArray> &indexes)
{
    ContactStore store(m_connection, m_vault);
    if (!contact.externalId.isEmpty()) {
        if (const quint32 row = m_keys.find(keyOfId(contact.externalId))) {
            const auto staged = m_stage->contact(row);
            if (!staged)
                return tl::unexpected(staged.error());
            if (staged->externalId == contact.externalId)
                return Match{row, {}};
        }
        if (m_hasContacts) {
            const auto found = store.byExternalId(contact.externalId);
            if (!found)
                return tl::unexpected(found.error());
            if (*found)
                return Match{0, **found};
        }
    }
    for (const QByteArray &index : indexes) {
        if (const quint32 row = m_keys.find(keyOfIndex(index))) {
            const auto has = m_stage->hasAddress(row, index);
            if (!has)
                return tl::unexpected(has.error());
            if (*has)
                return Match{row, {}};
        }
        if (m_hasContacts) {
            const auto found = store.byAddress(index, 1);
            if (!found)
                return tl::unexpected(found.error());
            if (!found->isEmpty())
                return Match{0, found->first()};
        }
    }
    return Match{};
}

void ContactImport::remember(quint32 row, const Contact &contact, const QList<QByteArray> &indexes)
{
    if (!contact.externalId.isEmpty())
        m_keys.insert(keyOfId(contact.externalId), row);
    for (const QByteArray &index : indexes)
        m_keys.insert(keyOfIndex(index), row);
}

Result<ImportOutcome> ContactImport::add(const Contact &contact)
{
    const QList<QByteArray> indexes = indexesOf(contact);
    const auto found = match(contact, indexes);
    if (!found)
        return tl::unexpected(found.error());
    if (found->row != 0 || found->existing.isValid())
        return m_policy == ImportPolicy::Skip ? Result<ImportOutcome>(ImportOutcome::Skipped) : merge(*found, contact);
    const auto row = m_stage->add(contact, indexes);
    if (!row)
        return tl::unexpected(row.error());
    remember(*row, contact, indexes);
    return ImportOutcome::Added;
}

Result<ImportOutcome> ContactImport::merge(const Match &match, const Contact &contact)
{
    if (match.row != 0) {
        const auto base = m_stage->contact(match.row);
        if (!base)
            return tl::unexpected(base.error());
        const Contact merged = mergedContact(*base, contact, m_policy);
        if (sameBesidesTime(*base, merged))
            return ImportOutcome::Unchanged;
        const QList<QByteArray> indexes = indexesOf(merged);
        if (auto replaced = m_stage->replace(match.row, merged, indexes); !replaced)
            return tl::unexpected(replaced.error());
        remember(match.row, merged, indexes);
        return ImportOutcome::Updated;
    }
    auto base = m_stage->changed(match.existing);
    if (!base)
        return tl::unexpected(base.error());
    if (!*base) {
        auto kept = ContactStore(m_connection, m_vault).contact(match.existing, true);
        if (!kept)
            return tl::unexpected(kept.error());
        *base = std::move(*kept);
    }
    const Contact merged = mergedContact(**base, contact, m_policy);
    if (sameBesidesTime(**base, merged))
        return ImportOutcome::Unchanged;
    if (auto staged = m_stage->setChanged(merged); !staged)
        return tl::unexpected(staged.error());
    return ImportOutcome::Updated;
}

Result<void> ContactImport::close()
{
    auto committed = m_stage->commit();
    m_stage.reset();
    return committed;
}

} // namespace storage
