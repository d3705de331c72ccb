#include "domain/template/contactvalues.h"

#include <array>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

Value ofText(const QString &text) { return text.isEmpty() ? Value::null() : Value(text); }
Value ofDate(QDate date) { return date.isValid() ? Value(date) : Value::null(); }

struct Field
{
    QLatin1StringView name;
    Value (*value)(const Contact &);
};

const std::array fields{
    Field{QLatin1StringView("name"), [](const Contact &c) { return ofText(displayNameOf(c)); }},
    Field{QLatin1StringView("first_name"), [](const Contact &c) { return ofText(c.firstName); }},
    Field{QLatin1StringView("last_name"), [](const Contact &c) { return ofText(c.lastName); }},
    Field{QLatin1StringView("company"), [](const Contact &c) { return ofText(c.company); }},
    Field{QLatin1StringView("external_id"), [](const Contact &c) { return ofText(c.externalId); }},
    Field{QLatin1StringView("language"), [](const Contact &c) { return ofText(c.language); }},
    Field{QLatin1StringView("country"), [](const Contact &c) { return ofText(c.country); }},
    Field{QLatin1StringView("group"), [](const Contact &c) { return ofText(c.group); }},
    Field{QLatin1StringView("territory"), [](const Contact &c) { return ofText(c.territory); }},
    Field{QLatin1StringView("vip"), [](const Contact &c) { return Value(c.vip); }},
    Field{QLatin1StringView("lead_source"), [](const Contact &c) { return ofText(c.leadSource); }},
    Field{QLatin1StringView("lead_stage"), [](const Contact &c) { return ofText(c.leadStage); }},
    Field{QLatin1StringView("loyalty_tier"), [](const Contact &c) { return ofText(c.loyaltyTier); }},
    Field{QLatin1StringView("birthday"), [](const Contact &c) { return ofDate(c.birthday); }},
    Field{QLatin1StringView("anniversary"), [](const Contact &c) { return ofDate(c.anniversary); }},
    Field{QLatin1StringView("customer_since"), [](const Contact &c) { return ofDate(c.customerSince); }},
    Field{QLatin1StringView("last_purchase_on"), [](const Contact &c) { return ofDate(c.lastPurchaseOn); }},
    Field{QLatin1StringView("last_purchase_amount"),
          [](const Contact &c) {
              if (!c.lastPurchaseMicros)
                  return Value::null();
              const qint64 micros = qAbs(*c.lastPurchaseMicros);
              return Value::decimal(u"%1%2.%3"_s.arg(*c.lastPurchaseMicros < 0 ? u"-"_s : QString())
                                        .arg(micros / 1'000'000)
                                        .arg(micros % 1'000'000, 6, 10, QChar(u'0')));
          }},
};

} // namespace

Value contactValue(const Contact &contact, QStringView placeholder)
{
    for (const QStringView prefix : {QStringView(u"contact."), QStringView(u"customer.")})
        if (placeholder.startsWith(prefix))
            placeholder = placeholder.sliced(prefix.size());
    for (const Field &field : fields)
        if (placeholder == field.name)
            return field.value(contact);
    const auto attribute = contact.attributes.constFind(placeholder);
    if (attribute == contact.attributes.constEnd())
        return {};
    return attribute->isString() ? ofText(attribute->toString()) : Value::fromJson(*attribute);
}

std::vector<Value> contactValues(const Contact &contact, const QStringList &variables)
{
    std::vector<Value> values;
    values.reserve(static_cast<size_t>(variables.size()));
    for (const QString &variable : variables)
        values.push_back(contactValue(contact, variable));
    return values;
}

QStringList contactPlaceholders()
{
    QStringList names;
    for (const Field &field : fields)
        names << QString(field.name);
    return names;
}

} // namespace domain
