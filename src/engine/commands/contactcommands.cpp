#include "engine/commands/contactcommands.h"

#include "domain/address/email.h"
#include "domain/address/phone.h"
#include "domain/address/timezones.h"
#include "storage/consent/consentstore.h"
#include "storage/contacts/contactstore.h"
#include "storage/core/workspacefile.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;
using domain::Contact;
using domain::ContactId;
using domain::ErrorCode;
using domain::Result;

namespace {

constexpr qsizetype longestField = 200;
constexpr qsizetype longestNotes = 10'000;
constexpr qsizetype idsAtOnce = 500; // about 10 ms

tl::unexpected<domain::Error> invalid(const QString &detail, const QString &place)
{
    return domain::fail(ErrorCode::InvalidInput, detail, place);
}

QString fieldOf(domain::Channel channel)
{
    switch (channel) {
    case domain::Channel::Sms:
        return u"phone"_s;
    case domain::Channel::WhatsApp:
        return u"whatsapp"_s;
    case domain::Channel::Email:
        return u"email"_s;
    }
    return {};
}

// One address in its normal form. An unknown number of a known plan is kept: what a person insists on wins.
Result<domain::ContactAddress> normalised(domain::ContactAddress address, const QString &country)
{
    if (address.value.isEmpty()) // stands for the one that is there
        return address;
    const QString place = fieldOf(address.channel);
    if (address.channel == domain::Channel::Email) {
        const auto email = domain::normalisedEmail(address.value);
        if (!email)
            return invalid(u"not an e-mail address"_s, place);
        address.value = *email;
        return address;
    }
    const auto phone = domain::parsePhone(address.value, country);
    if (!phone)
        return invalid(domain::toText(phone.error()), place);
    address.value = phone->e164;
    address.country = phone->country;
    address.kind = domain::toText(phone->kind);
    return address;
}

QJsonArray changedFields(const Contact &a, const Contact &b)
{
    QJsonArray fields;
    const auto compare = [&fields](const QString &name, const auto &left, const auto &right) {
        if (!(left == right))
            fields.append(name);
    };
    compare(u"external_id"_s, a.externalId, b.externalId);
    compare(u"kind"_s, a.kind, b.kind);
    compare(u"first_name"_s, a.firstName, b.firstName);
    compare(u"last_name"_s, a.lastName, b.lastName);
    compare(u"company"_s, a.company, b.company);
    compare(u"language"_s, a.language, b.language);
    compare(u"time_zone"_s, a.timeZone, b.timeZone);
    compare(u"country"_s, a.country, b.country);
    compare(u"group"_s, a.group, b.group);
    compare(u"territory"_s, a.territory, b.territory);
    compare(u"vip"_s, a.vip, b.vip);
    compare(u"lead_source"_s, a.leadSource, b.leadSource);
    compare(u"lead_stage"_s, a.leadStage, b.leadStage);
    compare(u"loyalty_tier"_s, a.loyaltyTier, b.loyaltyTier);
    compare(u"birthday"_s, a.birthday, b.birthday);
    compare(u"anniversary"_s, a.anniversary, b.anniversary);
    compare(u"customer_since"_s, a.customerSince, b.customerSince);
    compare(u"last_purchase_on"_s, a.lastPurchaseOn, b.lastPurchaseOn);
    compare(u"last_purchase_amount"_s, a.lastPurchaseMicros, b.lastPurchaseMicros);
    compare(u"do_not_disturb"_s, a.doNotDisturb, b.doNotDisturb);
    compare(u"notes"_s, a.notes, b.notes);
    compare(u"attributes"_s, a.attributes, b.attributes);
    compare(u"tags"_s, a.tags, b.tags);
    compare(u"addresses"_s, a.addresses, b.addresses);
    return fields;
}

} // namespace

Result<Contact> ContactCommands::checked(Contact c)
{
    const auto settings = storage::readWorkspaceSettings(m_context.connection);
    if (!settings)
        return tl::unexpected(settings.error());
    const std::pair<QString, QString *> fields[] = {
        {u"external_id"_s, &c.externalId},  {u"first_name"_s, &c.firstName},   {u"last_name"_s, &c.lastName},
        {u"company"_s, &c.company},         {u"name"_s, &c.displayName},       {u"language"_s, &c.language},
        {u"time_zone"_s, &c.timeZone},      {u"country"_s, &c.country},        {u"group"_s, &c.group},
        {u"territory"_s, &c.territory},     {u"lead_source"_s, &c.leadSource}, {u"lead_stage"_s, &c.leadStage},
        {u"loyalty_tier"_s, &c.loyaltyTier}};
    for (const auto &[place, value] : fields) {
        *value = value->trimmed();
        if (value->size() > longestField)
            return invalid(u"longer than %1 characters"_s.arg(longestField), place);
    }
    if (c.notes.size() > longestNotes)
        return invalid(u"longer than %1 characters"_s.arg(longestNotes), u"notes"_s);
    c.country = c.country.toUpper();
    if (!c.country.isEmpty() && domain::zonesOfCountry(c.country).isEmpty())
        return invalid(u"no such country"_s, u"country"_s);
    if (!c.timeZone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(c.timeZone.toUtf8()))
        return invalid(u"no such time zone"_s, u"time_zone"_s);
    static const QRegularExpression languageTag(u"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"_s);
    if (!c.language.isEmpty() && !languageTag.match(c.language).hasMatch())
        return invalid(u"not a language tag"_s, u"language"_s);
    for (auto it = c.attributes.constBegin(); it != c.attributes.constEnd(); ++it)
        if (it.key().trimmed().isEmpty() || it->isObject() || it->isArray())
            return invalid(u"an attribute is a name with a text, a number or yes or no"_s, u"attributes"_s);
    const QString country = c.country.isEmpty() ? settings->country : c.country;
    for (domain::ContactAddress &address : c.addresses) {
        auto good = normalised(address, country);
        if (!good)
            return tl::unexpected(good.error());
        address = std::move(*good);
    }
    for (QString &tag : c.tags)
        tag = tag.trimmed();
    c.tags.removeAll(QString());
    if (c.addresses.isEmpty() && domain::displayNameOf(c).isEmpty())
        return invalid(u"neither a name nor an address"_s, u"name"_s);
    return c;
}

Result<ContactId> ContactCommands::save(const Contact &contact)
{
    const auto good = checked(contact);
    if (!good)
        return tl::unexpected(good.error());
    storage::ContactStore store(m_context.connection, m_context.vault);
    if (!good->externalId.isEmpty()) {
        const auto other = store.byExternalId(good->externalId);
        if (!other)
            return tl::unexpected(other.error());
        if (*other && **other != good->id)
            return domain::fail(ErrorCode::Conflict, u"another contact has this id"_s, u"external_id"_s);
    }
    return change<ContactId>(m_context, [&](ChangeNote &note) -> Result<ContactId> {
        Contact before;
        if (good->id.isValid()) {
            auto found = store.contact(good->id, true);
            if (!found)
                return tl::unexpected(found.error());
            before = std::move(*found);
        }
        const auto id = store.save(*good, m_context.now());
        if (!id)
            return id;
        const auto after = store.contact(*id, true);
        if (!after)
            return tl::unexpected(after.error());
        note = {good->id.isValid() ? u"contact.change"_s : u"contact.add"_s, u"contact:%1"_s.arg(id->value), {}, {}};
        note.after = {{u"fields"_s, changedFields(before, *after)}};
        return id;
    });
}

Result<void> ContactCommands::inPieces(const QList<ContactId> &ids, const QString &action, const QJsonObject &after,
                                       const std::function<Result<void>(const QList<ContactId> &)> &work)
{
    for (qsizetype from = 0; from < ids.size(); from += idsAtOnce) {
        const QList<ContactId> piece = ids.mid(from, idsAtOnce);
        auto done = changeOnly(m_context, [&](ChangeNote &note) -> Result<void> {
            note.action = action;
            note.subject = piece.size() == 1 ? u"contact:%1"_s.arg(piece.first().value) : u"contacts"_s;
            note.after = after;
            if (piece.size() > 1) {
                QJsonArray list;
                for (const ContactId id : piece)
                    list.append(id.value);
                note.after.insert(u"ids"_s, list);
            }
            return work(piece);
        });
        if (!done)
            return done;
    }
    return {};
}

Result<void> ContactCommands::remove(const QList<ContactId> &ids)
{
    storage::ContactStore store(m_context.connection, m_context.vault);
    return inPieces(ids, u"contact.delete"_s, {},
                    [&](const QList<ContactId> &piece) { return store.remove(piece, m_context.now()); });
}

Result<void> ContactCommands::restore(const QList<ContactId> &ids)
{
    storage::ContactStore store(m_context.connection, m_context.vault);
    return inPieces(ids, u"contact.restore"_s, {},
                    [&](const QList<ContactId> &piece) { return store.restore(piece, m_context.now()); });
}

Result<void> ContactCommands::tag(const QList<ContactId> &ids, const QStringList &add, const QStringList &remove)
{
    for (const QString &name : add + remove)
        if (name.trimmed().isEmpty() || name.size() > longestField)
            return invalid(u"a tag is 1 to %1 characters long"_s.arg(longestField), u"tags"_s);
    storage::ContactStore store(m_context.connection, m_context.vault);
    const QJsonObject after{{u"added"_s, QJsonArray::fromStringList(add)},
                            {u"removed"_s, QJsonArray::fromStringList(remove)}};
    return inPieces(ids, u"contact.tag"_s, after,
                    [&](const QList<ContactId> &piece) { return store.tag(piece, add, remove, m_context.now()); });
}

Result<void> ContactCommands::setConsent(ContactId contact, domain::Channel channel,
                                         std::optional<domain::Category> category, bool optOut, const QString &evidence)
{
    const auto person = storage::ContactStore(m_context.connection, m_context.vault).contact(contact, true);
    if (!person)
        return tl::unexpected(person.error());
    const auto address = std::find_if(person->addresses.begin(), person->addresses.end(),
                                      [channel](const domain::ContactAddress &a) { return a.channel == channel; });
    if (address == person->addresses.end())
        return invalid(u"the contact has no address on this channel"_s, u"channel"_s);
    return changeOnly(m_context, [&](ChangeNote &note) -> Result<void> {
        note.action = optOut ? u"consent.opt_out"_s : u"consent.opt_in"_s;
        note.subject = u"contact:%1"_s.arg(contact.value);
        note.after = {{u"channel"_s, domain::toText(channel)},
                      {u"category"_s, category ? domain::toText(*category) : QString()}};
        storage::ConsentEvent event;
        event.at = m_context.now();
        event.address = address->value;
        event.channel = channel;
        event.category = category;
        event.optOut = optOut;
        event.source = u"person"_s;
        event.evidence = evidence;
        event.actor = m_context.actor;
        event.contact = contact;
        return storage::ConsentStore(m_context.connection, m_context.vault).append(event);
    });
}

} // namespace engine
