#pragma once

#include "gui/contacts/contactspage.h"

#include "engine/client/importer.h"

// Made-up contacts for pages that are shown without an engine.
namespace contactsamples {

inline domain::Instant now()
{
    return domain::fromMillis(QDateTime(QDate(2026, 11, 21), QTime(10, 20), Qt::UTC).toMSecsSinceEpoch());
}

class FixedClock : public domain::Clock
{
public:
    [[nodiscard]] domain::Instant now() const override { return contactsamples::now(); }
};

inline QList<engine::ContactRow> rows(int count = 40)
{
    using namespace Qt::StringLiterals;
    const QStringList first{u"Ann"_s, u"Björn"_s, u"Chidi"_s, u"Dolores"_s, u"Émile"_s, u"Fatima"_s, u"Grace"_s};
    const QStringList last{u"Alvarez"_s, u"Bauer"_s, u"Okafor"_s, u"Lindqvist"_s, u"Thompson-Harrington"_s};
    const QStringList groups{u"Private"_s, u"Insured"_s, u"Business"_s};
    QList<engine::ContactRow> result;
    for (int i = 0; i < count; ++i) {
        engine::ContactRow row;
        row.id = {i + 1};
        row.name = first[i % first.size()] + u' ' + last[i % last.size()];
        row.company = i % 4 == 1 ? u"Harbour Shipping Ltd"_s : QString();
        row.group = groups[i % 3];
        row.territory = i % 2 ? u"North"_s : u"Coast"_s;
        row.phoneTail = i % 7 == 3 ? QString() : u"…%1"_s.arg(1000 + i * 37 % 9000);
        row.phoneUsable = i % 9 != 4;
        row.emailTail = i % 3 ? row.name.left(1).toLower() + u"…@example.com"_s : QString();
        if (i % 2)
            row.tags = {u"newsletter"_s, u"recall 2026"_s};
        row.vip = i % 11 == 0;
        row.createdAt = now() - std::chrono::hours(24 * 40 + i);
        row.updatedAt = now() - std::chrono::minutes(7 + i * i * 13);
        result.append(row);
    }
    return result;
}

inline gui::ContactsPage::Whole whole()
{
    using namespace Qt::StringLiterals;
    using domain::Channel;
    using engine::TimelineEntry;
    gui::ContactsPage::Whole w;
    domain::Contact &c = w.contact;
    c.id = {1};
    c.firstName = u"Ann"_s;
    c.lastName = u"Alvarez"_s;
    c.displayName = u"Ann Alvarez"_s;
    c.company = u"Harbour Shipping Ltd"_s;
    c.country = u"US"_s;
    c.language = u"es"_s;
    c.timeZone = u"America/New_York"_s;
    c.group = u"Private"_s;
    c.territory = u"Coast"_s;
    c.vip = true;
    c.doNotDisturb = true;
    c.birthday = QDate(1984, 3, 12);
    c.customerSince = QDate(2019, 5, 2);
    c.lastPurchaseOn = QDate(2026, 10, 30);
    c.lastPurchaseMicros = 149'500'000;
    c.externalId = u"CUST-00017"_s;
    c.attributes = {{u"shoe_size"_s, 39}, {u"insured"_s, true}};
    c.tags = {u"newsletter"_s, u"recall 2026"_s};
    c.notes = u"Prefers to be called in the afternoon."_s;
    c.addresses = {{Channel::Sms, u"+12125550123"_s, u"…0123"_s, u"US"_s, u"FIXED_LINE_OR_MOBILE"_s, true, {}},
                   {Channel::Email, u"ann@example.com"_s, u"a…@example.com"_s, {}, {}, true, {}}};
    c.createdAt = now() - std::chrono::hours(24 * 40);
    c.updatedAt = now() - std::chrono::hours(3);
    w.optOuts = {{Channel::Email, domain::Category::Marketing, now() - std::chrono::hours(24 * 12), u"inbound"_s}};
    w.timeline.rows = {
        {TimelineEntry::Kind::Message, 41, now() - std::chrono::hours(2), u"Winter check-up reminder"_s,
         u"Hola Ann, su próxima revisión es el martes a las 9:30."_s, u"delivered"_s, Channel::Sms,
         domain::Money{7900, u"USD"_s}},
        {TimelineEntry::Kind::Inbound,
         5,
         now() - std::chrono::hours(1),
         {},
         u"Gracias, allí estaré"_s,
         {},
         Channel::Sms,
         {}},
        {TimelineEntry::Kind::Consent,
         2,
         now() - std::chrono::hours(24 * 12),
         u"inbound"_s,
         u"unsubscribe"_s,
         u"opt_out"_s,
         Channel::Email,
         {}},
        {TimelineEntry::Kind::Record, 9, now() - std::chrono::hours(24 * 22), u"Sales Invoice INV-2026-118"_s,
         u"Paid"_s, u"Paid"_s, Channel::Sms, domain::Money{149'500'000, u"USD"_s}},
        {TimelineEntry::Kind::Change,
         1,
         now() - std::chrono::hours(24 * 40),
         u"contact.created"_s,
         u"desk"_s,
         {},
         Channel::Sms,
         {}},
    };
    return w;
}

inline engine::ImportPreview preview()
{
    using namespace Qt::StringLiterals;
    engine::ImportPreview p;
    p.format = {u"UTF-8"_s, u';', true};
    p.columns = {u"Name"_s, u"Mobile"_s, u"E-mail"_s, u"Town"_s};
    p.guessedFields = {u"name"_s, u"phone"_s, u"email"_s, QString()};
    p.rows = {{u"Ann Alvarez"_s, u"(212) 555-0123"_s, u"ann@example.com"_s, u"Brooklyn"_s},
              {u"Björn Bauer"_s, u"+49 1512 3456789"_s, QString(), u"Kiel"_s},
              {u"Chidi Okafor"_s, u"917 555 0142"_s, u"chidi@example.com"_s, u"Queens"_s}};
    p.fileBytes = 812'345;
    return p;
}

inline engine::ImportReport report()
{
    using namespace Qt::StringLiterals;
    engine::ImportReport r;
    r.rows = 10'000;
    r.added = 9'412;
    r.updated = 381;
    r.skipped = 20;
    r.rejected = 187;
    r.firstRejects = {{14, u"Mobile"_s, u"too_short"_s, u"555-01"_s},
                      {37, u"E-mail"_s, u"bad_email"_s, u"ann(at)example.com"_s},
                      {52, {}, u"no_address"_s, {}},
                      {53, u"Mobile"_s, u"several_numbers"_s, u"212 555 0123 / 917 555 0142"_s}};
    return r;
}

} // namespace contactsamples
