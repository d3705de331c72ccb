#include "sources/contacts/rowmapper.h"

#include "domain/address/address.h"
#include "domain/address/email.h"
#include "domain/address/phone.h"

#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using domain::Channel;
using domain::Contact;

namespace sources {

namespace {

QString unusableReasonOf(domain::SmsReach reach) { return reach == domain::SmsReach::No ? u"not_mobile"_s : QString(); }

bool isTimeZone(const QString &id)
{
    // Asking for each row would read the zone database a million times.
    static const QSet<QByteArray> known = [] {
        const auto ids = QTimeZone::availableTimeZoneIds();
        return QSet<QByteArray>(ids.cbegin(), ids.cend());
    }();
    return known.contains(id.toUtf8());
}

} // namespace

RowMapper::RowMapper(const engine::ImportPlan &plan, QStringList columns)
    : m_defaultCountry(plan.defaultCountry), m_dateOrder(dateOrderOf(plan.defaultCountry)), m_addTags(plan.addTags)
{
    const qsizetype count = qMax(plan.fields.size(), columns.size());
    for (qsizetype i = 0; i < count; ++i) {
        const QString field = plan.fields.value(i);
        m_columns << Column{field, columns.value(i, u"Column %1"_s.arg(i + 1))};
        if (field == u"country")
            m_countryColumn = i;
    }
}

tl::expected<void, QString> RowMapper::putDate(QDate &target, const QString &cell) const
{
    const auto date = parseDateCell(cell, m_dateOrder);
    if (!date)
        return Refusal(u"bad_date"_s);
    target = *date;
    return {};
}

tl::expected<void, QString> RowMapper::putPhone(Contact &contact, Channel channel, const QString &cell) const
{
    const QString &country = contact.country.isEmpty() ? m_defaultCountry : contact.country;
    const auto number = domain::parsePhone(cell, country);
    if (!number)
        return Refusal(domain::toText(number.error()));
    domain::ContactAddress address;
    address.channel = channel;
    address.value = number->e164;
    address.tail = domain::maskedAddress({channel, number->e164});
    address.country = number->country;
    address.kind = domain::toText(number->kind);
    if (channel == Channel::Sms) {
        address.unusableReason = unusableReasonOf(number->sms);
        address.usable = address.unusableReason.isEmpty();
    }
    contact.addresses << address;
    return {};
}

tl::expected<void, QString> RowMapper::put(Contact &contact, const QString &field, const QString &cell) const
{
    const auto yesNo = [&](bool &target) -> tl::expected<void, QString> {
        const auto value = parseYesNoCell(cell);
        if (!value)
            return Refusal(u"bad_yes_no"_s);
        target = *value;
        return {};
    };
    if (field == u"external_id")
        contact.externalId = cell;
    else if (field == u"name")
        contact.displayName = cell;
    else if (field == u"first_name")
        contact.firstName = cell;
    else if (field == u"last_name")
        contact.lastName = cell;
    else if (field == u"company")
        contact.company = cell;
    else if (field == u"phone")
        return putPhone(contact, Channel::Sms, cell);
    else if (field == u"whatsapp")
        return putPhone(contact, Channel::WhatsApp, cell);
    else if (field == u"email") {
        const auto email = domain::normalisedEmail(cell);
        if (!email)
            return Refusal(u"bad_email"_s);
        domain::ContactAddress address;
        address.channel = Channel::Email;
        address.value = *email;
        address.tail = domain::maskedAddress({Channel::Email, *email});
        contact.addresses << address;
    } else if (field == u"kind") {
        const QString word = cell.toLower();
        if (word == u"company" || word == u"organisation" || word == u"organization" || word == u"business" ||
            word == u"firma")
            contact.kind = Contact::Kind::Company;
        else if (word != u"person" && word != u"individual" && word != u"private" && word != u"privat")
            return Refusal(u"bad_kind"_s);
    } else if (field == u"language") {
        contact.language = parseLanguageCell(cell);
        if (contact.language.isEmpty())
            return Refusal(u"bad_language"_s);
    } else if (field == u"time_zone") {
        if (!isTimeZone(cell))
            return Refusal(u"bad_time_zone"_s);
        contact.timeZone = cell;
    } else if (field == u"group")
        contact.group = cell;
    else if (field == u"territory")
        contact.territory = cell;
    else if (field == u"vip")
        return yesNo(contact.vip);
    else if (field == u"do_not_disturb")
        return yesNo(contact.doNotDisturb);
    else if (field == u"lead_source")
        contact.leadSource = cell;
    else if (field == u"lead_stage")
        contact.leadStage = cell;
    else if (field == u"loyalty_tier")
        contact.loyaltyTier = cell;
    else if (field == u"birthday")
        return putDate(contact.birthday, cell);
    else if (field == u"anniversary")
        return putDate(contact.anniversary, cell);
    else if (field == u"customer_since")
        return putDate(contact.customerSince, cell);
    else if (field == u"last_purchase_on")
        return putDate(contact.lastPurchaseOn, cell);
    else if (field == u"last_purchase_amount") {
        contact.lastPurchaseMicros = parseAmountCell(cell);
        if (!contact.lastPurchaseMicros)
            return Refusal(u"bad_amount"_s);
    } else if (field == u"notes")
        contact.notes = cell;
    else if (field == u"tags") {
        static const QRegularExpression separators(u"\\s*[,;|]\\s*"_s);
        contact.tags << cell.split(separators, Qt::SkipEmptyParts);
    } else if (field.startsWith("attribute:"_L1))
        contact.attributes.insert(field.mid(10), cell);
    return {};
}

tl::expected<Contact, engine::ImportReport::Reject> RowMapper::map(const CsvRow &row) const
{
    using Reject = engine::ImportReport::Reject;
    if (!row.problem.isEmpty())
        return tl::unexpected(Reject{row.number, {}, row.problem, row.cells.join(u',').left(200)});
    // Empty cells beyond the header are a spreadsheet's habit; anything else there has no meaning.
    for (qsizetype i = m_columns.size(); i < row.cells.size(); ++i)
        if (!row.cells[i].trimmed().isEmpty())
            return tl::unexpected(
                Reject{row.number, u"Column %1"_s.arg(i + 1), u"too_many_cells"_s, row.cells[i].left(200)});
    Contact contact;
    // The country first: the numbers of the row are read by it, wherever its column stands.
    if (m_countryColumn >= 0) {
        const QString cell = row.cells.value(m_countryColumn).trimmed();
        contact.country = parseCountryCell(cell);
        if (contact.country.isEmpty() && !cell.isEmpty())
            return tl::unexpected(
                Reject{row.number, m_columns[m_countryColumn].name, u"bad_country"_s, cell.left(200)});
    }
    for (qsizetype i = 0; i < m_columns.size() && i < row.cells.size(); ++i) {
        const Column &column = m_columns[i];
        if (column.field.isEmpty() || i == m_countryColumn)
            continue;
        const QString cell = row.cells[i].trimmed();
        if (cell.isEmpty())
            continue;
        if (const auto done = put(contact, column.field, cell); !done)
            return tl::unexpected(Reject{row.number, column.name, done.error(), cell.left(200)});
    }
    if (contact.addresses.isEmpty())
        return tl::unexpected(Reject{row.number, {}, u"no_address"_s, {}});
    if (contact.country.isEmpty())
        for (const domain::ContactAddress &address : std::as_const(contact.addresses))
            if (!address.country.isEmpty()) {
                contact.country = address.country;
                break;
            }
    contact.tags << m_addTags;
    contact.tags.removeDuplicates();
    contact.tags.sort(Qt::CaseInsensitive);
    fillNameParts(contact);
    contact.displayName = domain::displayNameOf(contact);
    if (contact.displayName.isEmpty())
        contact.displayName = contact.addresses.constFirst().tail;
    return contact;
}

void fillNameParts(Contact &contact)
{
    if (contact.displayName.isEmpty() || !contact.firstName.isEmpty() || !contact.lastName.isEmpty() ||
        contact.kind == Contact::Kind::Company || contact.displayName == contact.company)
        return;
    const QString &whole = contact.displayName;
    if (const qsizetype comma = whole.indexOf(u','); comma > 0 && whole.count(u',') == 1) {
        contact.lastName = whole.left(comma).trimmed();
        contact.firstName = whole.mid(comma + 1).trimmed();
        contact.displayName = (contact.firstName + u' ' + contact.lastName).trimmed();
    } else if (const qsizetype space = whole.lastIndexOf(u' '); space > 0) {
        contact.firstName = whole.left(space).trimmed();
        contact.lastName = whole.mid(space + 1);
    } else {
        contact.firstName = whole;
    }
}

} // namespace sources
