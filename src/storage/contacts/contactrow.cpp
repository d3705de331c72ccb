#include "storage/contacts/contactrow.h"

#include <QJsonDocument>

namespace storage {

using namespace Qt::StringLiterals;
using domain::Contact;

namespace {

QDate dateOf(const Statement &s, int column)
{
    return s.isNull(column) ? QDate() : QDate::fromString(s.text(column), Qt::ISODate);
}

void bindDate(Statement &s, int position, QDate date)
{
    if (date.isValid())
        s.bind(position, date.toString(Qt::ISODate));
    else
        s.bindNull(position);
}

} // namespace

Contact readContact(const Statement &s)
{
    Contact c;
    c.id = domain::ContactId{s.integer(0)};
    c.externalId = s.text(1);
    c.kind = s.text(2) == u"company" ? Contact::Kind::Company : Contact::Kind::Person;
    c.firstName = s.text(3);
    c.lastName = s.text(4);
    c.company = s.text(5);
    c.displayName = s.text(6);
    c.language = s.text(7);
    c.timeZone = s.text(8);
    c.country = s.text(9);
    c.group = s.text(10);
    c.territory = s.text(11);
    c.vip = s.integer(12) != 0;
    c.leadSource = s.text(13);
    c.leadStage = s.text(14);
    c.loyaltyTier = s.text(15);
    c.birthday = dateOf(s, 16);
    c.anniversary = dateOf(s, 17);
    c.customerSince = dateOf(s, 18);
    c.lastPurchaseOn = dateOf(s, 19);
    c.lastPurchaseMicros = s.optionalInteger(20);
    c.doNotDisturb = s.integer(21) != 0;
    c.notes = s.text(22);
    if (const QString attributes = s.text(23); attributes != u"{}")
        c.attributes = QJsonDocument::fromJson(attributes.toUtf8()).object();
    c.createdAt = domain::fromMillis(s.integer(24));
    c.updatedAt = domain::fromMillis(s.integer(25));
    return c;
}

void bindContact(Statement &s, const Contact &c)
{
    if (c.externalId.isEmpty())
        s.bindNull(2);
    else
        s.bind(2, c.externalId);
    s.bindUtf8(3, c.kind == Contact::Kind::Company ? "company"_ba : "person"_ba);
    s.bind(4, c.firstName).bind(5, c.lastName).bind(6, c.company).bind(7, domain::displayNameOf(c));
    s.bind(8, c.language).bind(9, c.timeZone).bind(10, c.country).bind(11, c.group).bind(12, c.territory);
    s.bind(13, c.vip ? 1 : 0).bind(14, c.leadSource).bind(15, c.leadStage).bind(16, c.loyaltyTier);
    bindDate(s, 17, c.birthday);
    bindDate(s, 18, c.anniversary);
    bindDate(s, 19, c.customerSince);
    bindDate(s, 20, c.lastPurchaseOn);
    s.bindOptional(21, c.lastPurchaseMicros).bind(22, c.doNotDisturb ? 1 : 0).bind(23, c.notes);
    s.bindUtf8(24, c.attributes.isEmpty() ? "{}"_ba : QJsonDocument(c.attributes).toJson(QJsonDocument::Compact));
    s.bind(25, domain::toMillis(c.createdAt)).bind(26, domain::toMillis(c.updatedAt));
}

} // namespace storage
