#include "domain/condition/contactfields.h"

#include "domain/condition/functions.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

FieldCatalogue makeContactFields()
{
    using enum FieldType;
    FieldCatalogue fields;
    for (const char *name : {"name", "first_name", "last_name", "company", "group", "territory"})
        fields.add({QString::fromLatin1(name), Text, {}, true});
    fields.add({u"tags"_s, List, {}, false, true});
    fields.add({u"kind"_s, Text, {u"person"_s, u"company"_s}, true});
    fields.add({u"vip"_s, YesNo});
    for (const char *name : {"country", "language", "time_zone", "lead_source", "lead_stage", "loyalty_tier"})
        fields.add({QString::fromLatin1(name), Text, {}, true});
    for (const char *name : {"birthday", "anniversary", "customer_since", "last_purchase_on"})
        fields.add({QString::fromLatin1(name), Date});
    fields.add({u"last_purchase_amount"_s, Number});
    for (const char *name : {"do_not_disturb", "has_sms", "has_whatsapp", "has_email"})
        fields.add({QString::fromLatin1(name), YesNo});
    fields.add({u"external_id"_s, Text, {}, true});
    fields.add({u"notes"_s, Text, {}, true});
    fields.add({u"created_at"_s, DateTime});
    fields.add({u"updated_at"_s, DateTime});
    // what conditions of the predecessors say
    fields.add({u"customer_type"_s, Text, {u"Company"_s, u"Individual"_s}, true, false, false});
    fields.add({u"sms_enabled"_s, YesNo, {}, false, false, false});
    fields.addAlias(u"customer_name"_s, u"name"_s);
    fields.addAlias(u"customer_group"_s, u"group"_s);
    fields.addAlias(u"last_purchase_date"_s, u"last_purchase_on"_s);
    fields.open(attributePrefix);
    return fields;
}

bool isReachable(const Contact &contact, Channel channel)
{
    return std::any_of(contact.addresses.begin(), contact.addresses.end(),
                       [&](const ContactAddress &address) { return address.channel == channel && address.usable; });
}

ConditionDatum ofText(const QString &text) { return ConditionDatum::ofText(text); }
ConditionDatum ofYes(bool yes) { return ConditionDatum::ofWhole(yes ? 1 : 0); }

using Reader = ConditionDatum (*)(const Contact &);

const QHash<QString, Reader> &readers()
{
    static const QHash<QString, Reader> known{
        {u"name"_s, [](const Contact &c) { return ofText(displayNameOf(c)); }},
        {u"first_name"_s, [](const Contact &c) { return ofText(c.firstName); }},
        {u"last_name"_s, [](const Contact &c) { return ofText(c.lastName); }},
        {u"company"_s, [](const Contact &c) { return ofText(c.company); }},
        {u"group"_s, [](const Contact &c) { return ofText(c.group); }},
        {u"territory"_s, [](const Contact &c) { return ofText(c.territory); }},
        {u"tags"_s, [](const Contact &c) { return ConditionDatum::ofList(c.tags); }},
        {u"kind"_s,
         [](const Contact &c) { return ofText(c.kind == Contact::Kind::Company ? u"company"_s : u"person"_s); }},
        {u"customer_type"_s,
         [](const Contact &c) { return ofText(c.kind == Contact::Kind::Company ? u"Company"_s : u"Individual"_s); }},
        {u"vip"_s, [](const Contact &c) { return ofYes(c.vip); }},
        {u"country"_s, [](const Contact &c) { return ofText(c.country); }},
        {u"language"_s, [](const Contact &c) { return ofText(c.language); }},
        {u"time_zone"_s, [](const Contact &c) { return ofText(c.timeZone); }},
        {u"lead_source"_s, [](const Contact &c) { return ofText(c.leadSource); }},
        {u"lead_stage"_s, [](const Contact &c) { return ofText(c.leadStage); }},
        {u"loyalty_tier"_s, [](const Contact &c) { return ofText(c.loyaltyTier); }},
        {u"birthday"_s, [](const Contact &c) { return ConditionDatum::ofDate(c.birthday); }},
        {u"anniversary"_s, [](const Contact &c) { return ConditionDatum::ofDate(c.anniversary); }},
        {u"customer_since"_s, [](const Contact &c) { return ConditionDatum::ofDate(c.customerSince); }},
        {u"last_purchase_on"_s, [](const Contact &c) { return ConditionDatum::ofDate(c.lastPurchaseOn); }},
        {u"last_purchase_amount"_s,
         [](const Contact &c) {
             constexpr double microsPerUnit = 1'000'000;
             return c.lastPurchaseMicros
                        ? ConditionDatum::ofNumber(static_cast<double>(*c.lastPurchaseMicros) / microsPerUnit)
                        : ConditionDatum();
         }},
        {u"do_not_disturb"_s, [](const Contact &c) { return ofYes(c.doNotDisturb); }},
        {u"sms_enabled"_s, [](const Contact &c) { return ofYes(!c.doNotDisturb); }},
        {u"has_sms"_s, [](const Contact &c) { return ofYes(isReachable(c, Channel::Sms)); }},
        {u"has_whatsapp"_s, [](const Contact &c) { return ofYes(isReachable(c, Channel::WhatsApp)); }},
        {u"has_email"_s, [](const Contact &c) { return ofYes(isReachable(c, Channel::Email)); }},
        {u"external_id"_s, [](const Contact &c) { return ofText(c.externalId); }},
        {u"notes"_s, [](const Contact &c) { return ofText(c.notes); }},
    };
    return known;
}

ConditionDatum wallTime(Instant instant, const QTimeZone &zone)
{
    return ConditionDatum::ofTime(QDateTime::fromMSecsSinceEpoch(toMillis(instant), zone));
}

// Digits before and behind the point that a double holds exactly enough, and nothing else.
bool isNumberText(const QString &text, int mostDigits, bool takesPoint)
{
    qsizetype at = !text.isEmpty() && (text[0] == u'+' || text[0] == u'-') ? 1 : 0;
    const auto digits = [&] {
        const qsizetype from = at;
        while (at < text.size() && text[at] >= u'0' && text[at] <= u'9')
            ++at;
        return at > from && at - from <= mostDigits;
    };
    if (!digits())
        return false;
    if (takesPoint && at < text.size() && text[at] == u'.') {
        ++at;
        return digits() && at == text.size();
    }
    return at == text.size();
}

ConditionDatum wholeAttribute(const QJsonValue &value)
{
    constexpr double mostExact = 9'007'199'254'740'992.0; // 2^53
    constexpr int mostDigits = 15;
    if (value.isBool())
        return ConditionDatum::ofWhole(value.toBool() ? 1 : 0);
    if (value.isString())
        return isNumberText(value.toString(), mostDigits, false)
                   ? ConditionDatum::ofWhole(value.toString().toLongLong())
                   : ConditionDatum();
    const double number = value.toDouble(mostExact * 2);
    return std::abs(number) <= mostExact && number == std::floor(number)
               ? ConditionDatum::ofWhole(static_cast<qint64>(number))
               : ConditionDatum();
}

ConditionDatum numberAttribute(const QJsonValue &value)
{
    constexpr int mostDigits = 15;
    if (value.isBool())
        return ConditionDatum::ofNumber(value.toBool() ? 1 : 0);
    if (value.isString())
        return isNumberText(value.toString(), mostDigits, true) ? ConditionDatum::ofNumber(value.toString().toDouble())
                                                                : ConditionDatum();
    return value.isDouble() ? ConditionDatum::ofNumber(value.toDouble()) : ConditionDatum();
}

ConditionDatum textAttribute(const QJsonValue &value)
{
    if (value.isBool())
        return ofText(value.toBool() ? u"true"_s : u"false"_s);
    if (value.isDouble())
        return ofText(QString::number(value.toDouble(), 'f', QLocale::FloatingPointShortest));
    return value.isString() ? ofText(value.toString()) : ConditionDatum();
}

} // namespace

const FieldCatalogue &contactFields()
{
    static const FieldCatalogue fields = makeContactFields();
    return fields;
}

FieldCatalogue contactFields(const QStringList &attributes, const QStringList &groups, const QStringList &territories,
                             const QStringList &tags)
{
    FieldCatalogue fields = contactFields();
    fields.setChoices(u"group"_s, groups);
    fields.setChoices(u"territory"_s, territories);
    fields.setChoices(u"tags"_s, tags);
    for (const QString &name : attributes)
        fields.add({attributePrefix + u'.' + name, FieldType::Any, {}, true});
    return fields;
}

ConditionDatum attributeDatum(const QJsonValue &value, FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::Any:
        return textAttribute(value);
    case FieldType::Whole:
        return wholeAttribute(value);
    case FieldType::Number:
        return numberAttribute(value);
    case FieldType::YesNo:
        if (value.isString())
            return ofYes(!value.toString().isEmpty());
        if (value.isBool() || value.isDouble())
            return ofYes(value.toBool() || value.toDouble() != 0);
        return {};
    case FieldType::Date:
    case FieldType::DateTime:
        if (const auto time = conditionTime(value.toString()))
            return type == FieldType::Date ? ConditionDatum::ofDate(time->date()) : ConditionDatum::ofTime(*time);
        return {};
    case FieldType::List:
        return {};
    }
    return {};
}

ConditionDatum conditionDatum(const Contact &contact, const FieldUse &use, const QTimeZone &zone)
{
    if (const auto reader = readers().constFind(use.name); reader != readers().constEnd())
        return (*reader)(contact);
    if (use.name == u"created_at")
        return wallTime(contact.createdAt, zone);
    if (use.name == u"updated_at")
        return wallTime(contact.updatedAt, zone);
    return attributeDatum(contact.attributes.value(use.name.mid(attributePrefix.size() + 1)), use.type);
}

std::vector<ConditionDatum> conditionData(const Contact &contact, const std::vector<FieldUse> &uses,
                                          const QTimeZone &zone)
{
    std::vector<ConditionDatum> data;
    data.reserve(uses.size());
    for (const FieldUse &use : uses)
        data.push_back(conditionDatum(contact, use, zone));
    return data;
}

} // namespace domain
