#include "domain/template/contactvalues.h"

#include <algorithm>
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
    Field{QLatin1StringView("time_zone"), [](const Contact &c) { return ofText(c.timeZone); }},
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

struct WorkspaceField
{
    QLatin1StringView name;
    QString WorkspaceFacts::*value;
};

const std::array workspaceFields{
    WorkspaceField{QLatin1StringView("workspace.name"), &WorkspaceFacts::name},
    WorkspaceField{QLatin1StringView("workspace.country"), &WorkspaceFacts::country},
    WorkspaceField{QLatin1StringView("workspace.currency"), &WorkspaceFacts::currency},
    WorkspaceField{QLatin1StringView("workspace.time_zone"), &WorkspaceFacts::timeZone},
};

constexpr QStringView attributesPrefix = u"attributes.";

} // namespace

Value contactValue(const Contact &contact, const WorkspaceFacts &workspace, QStringView placeholder)
{
    for (const WorkspaceField &field : workspaceFields)
        if (placeholder == field.name)
            return ofText(workspace.*field.value);
    for (const QStringView prefix : {QStringView(u"contact."), QStringView(u"customer.")})
        if (placeholder.startsWith(prefix))
            placeholder = placeholder.sliced(prefix.size());
    if (placeholder.startsWith(attributesPrefix))
        placeholder = placeholder.sliced(attributesPrefix.size());
    else
        for (const Field &field : fields)
            if (placeholder == field.name)
                return field.value(contact);
    const auto attribute = contact.attributes.constFind(placeholder);
    if (attribute == contact.attributes.constEnd())
        return {};
    return attribute->isString() ? ofText(attribute->toString()) : Value::fromJson(*attribute);
}

std::vector<Value> contactValues(const Contact &contact, const WorkspaceFacts &workspace, const QStringList &variables)
{
    std::vector<Value> values;
    values.reserve(static_cast<size_t>(variables.size()));
    for (const QString &variable : variables)
        values.push_back(contactValue(contact, workspace, variable));
    return values;
}

QStringList contactPlaceholders()
{
    QStringList names;
    for (const Field &field : fields)
        names << QString(field.name);
    for (const WorkspaceField &field : workspaceFields)
        names << QString(field.name);
    return names;
}

QStringList spellingsOf(const QString &placeholder)
{
    const auto isField = [&](const Field &field) { return placeholder == field.name; };
    if (placeholder.startsWith(u"workspace."_s))
        return {placeholder};
    QStringList all{placeholder, u"contact."_s + placeholder, u"customer."_s + placeholder};
    if (std::none_of(fields.begin(), fields.end(), isField))
        for (const QString &name : QStringList(all))
            all << QString(name).replace(name.size() - placeholder.size(), 0, attributesPrefix.toString());
    return all;
}

} // namespace domain
