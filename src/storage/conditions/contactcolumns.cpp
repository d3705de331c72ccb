#include "storage/conditions/contactcolumns.h"

#include "domain/condition/contactfields.h"

using namespace Qt::StringLiterals;

namespace storage {

using domain::FieldType;
using domain::FieldUse;

namespace {

/// Columns that are the same in both databases. Identifiers come from here alone.
std::optional<ConditionColumn> plainColumn(const QString &name)
{
    static const QHash<QString, ConditionColumn> known{
        {u"name"_s, {u"c.display_name"_s, false}},
        {u"first_name"_s, {u"c.first_name"_s, false}},
        {u"last_name"_s, {u"c.last_name"_s, false}},
        {u"company"_s, {u"c.company"_s, false}},
        {u"group"_s, {u"c.contact_group"_s, false, true}},
        {u"territory"_s, {u"c.territory"_s, false, true}},
        {u"kind"_s, {u"c.kind"_s, false}},
        {u"customer_type"_s, {u"iif(c.kind = 'company', 'Company', 'Individual')"_s, false}},
        {u"country"_s, {u"c.country"_s, false}},
        {u"language"_s, {u"c.language"_s, false}},
        {u"time_zone"_s, {u"c.time_zone"_s, false}},
        {u"lead_source"_s, {u"c.lead_source"_s, false}},
        {u"lead_stage"_s, {u"c.lead_stage"_s, false}},
        {u"loyalty_tier"_s, {u"c.loyalty_tier"_s, false}},
        {u"external_id"_s, {u"coalesce(c.external_id, '')"_s, false}},
        {u"notes"_s, {u"c.notes"_s, false}},
        {u"birthday"_s, {u"c.birthday"_s}},
        {u"anniversary"_s, {u"c.anniversary"_s}},
        {u"customer_since"_s, {u"c.customer_since"_s}},
        {u"last_purchase_on"_s, {u"c.last_purchase_on"_s}},
    };
    if (const auto it = known.constFind(name); it != known.constEnd())
        return *it;
    return std::nullopt;
}

/// Whether there is a usable address: "has_sms" and its like.
QString reachable(const QString &name)
{
    const QString channel = name.mid(4);
    const QString known = channel == u"sms" ? u"sms"_s : channel == u"whatsapp" ? u"whatsapp"_s : u"email"_s;
    return u"EXISTS (SELECT 1 FROM contact_address ca WHERE ca.contact_id = c.id AND ca.channel = '%1'"
           " AND ca.usable = 1)"_s.arg(known);
}

QString attributeKey(const FieldUse &use) { return use.name.mid(domain::attributePrefix.size() + 1); }

} // namespace

ConditionColumn SqliteContactColumns::column(const FieldUse &use) const
{
    if (auto plain = plainColumn(use.name))
        return *plain;
    if (use.type == FieldType::List)
        return {u"(SELECT json_group_array(t.name) FROM contact_tag ct JOIN tag t ON t.id = ct.tag_id"
                " WHERE ct.contact_id = c.id)"_s,
                false};
    if (use.name == u"vip")
        return {u"c.vip"_s, false};
    if (use.name == u"do_not_disturb")
        return {u"c.do_not_disturb"_s, false};
    if (use.name == u"sms_enabled")
        return {u"(1 - c.do_not_disturb)"_s, false};
    if (use.name.startsWith(u"has_"))
        return {reachable(use.name), false};
    if (use.name == u"last_purchase_amount")
        return {u"(c.last_purchase_micros / 1000000.0)"_s};
    if (use.name == u"created_at")
        return {{u"helio_local(c.created_at, ?)"_s, {m_zone}}, false};
    if (use.name == u"updated_at")
        return {{u"helio_local(c.updated_at, ?)"_s, {m_zone}}, false};
    return {{u"helio_attribute(c.attributes, ?, %1)"_s.arg(static_cast<int>(use.type)), {attributeKey(use)}}};
}

SqlText SqliteContactColumns::member(const FieldUse &, const SqlText &needle) const
{
    // the tag is looked up once for the whole statement where the needle is constant
    return sql(u"EXISTS (SELECT 1 FROM contact_tag ct WHERE ct.contact_id = c.id"
               " AND ct.tag_id = (SELECT t.id FROM tag t WHERE t.name = %))",
               {needle});
}

SqlText SqliteContactColumns::length(const FieldUse &) const
{
    return u"(SELECT count(*) FROM contact_tag ct WHERE ct.contact_id = c.id)"_s;
}

ConditionColumn PostgresContactColumns::column(const FieldUse &use) const
{
    if (use.name == u"customer_type")
        return {u"CASE WHEN c.kind = 'company' THEN 'Company' ELSE 'Individual' END"_s, false};
    if (auto plain = plainColumn(use.name))
        return *plain;
    if (use.type == FieldType::List)
        return {u"NULL"_s, false}; // nothing is answered in memory there
    if (use.name == u"vip")
        return {u"c.vip::bigint"_s, false};
    if (use.name == u"do_not_disturb")
        return {u"c.do_not_disturb::bigint"_s, false};
    if (use.name == u"sms_enabled")
        return {u"(1 - c.do_not_disturb)::bigint"_s, false};
    if (use.name.startsWith(u"has_"))
        return {reachable(use.name) + u"::int::bigint"_s, false};
    if (use.name == u"last_purchase_amount")
        return {u"(c.last_purchase_micros::double precision / 1000000)"_s};
    if (use.name == u"created_at" || use.name == u"updated_at")
        return {{u"date_trunc('second', to_timestamp(c.%1 / 1000.0) AT TIME ZONE ?::text)"_s.arg(use.name), {m_zone}},
                false};
    static const QHash<FieldType, QString> readers{
        {FieldType::Text, u"helio_attribute_text(%1)"_s},       {FieldType::Whole, u"helio_attribute_whole(%1)"_s},
        {FieldType::Number, u"helio_attribute_number(%1)"_s},   {FieldType::YesNo, u"helio_attribute_truth(%1)"_s},
        {FieldType::Date, u"helio_attribute_time(%1)::date"_s}, {FieldType::DateTime, u"helio_attribute_time(%1)"_s}};
    return {{readers.value(use.type).arg(u"c.attributes -> ?::text"_s), {attributeKey(use)}}};
}

SqlText PostgresContactColumns::member(const FieldUse &, const SqlText &needle) const
{
    // names of tags differ by more than ASCII case, which the collation "C" alone folds
    return sql(u"EXISTS (SELECT 1 FROM contact_tag ct JOIN tag t ON t.id = ct.tag_id WHERE ct.contact_id = c.id"
               " AND lower(t.name COLLATE \"C\") = lower(% COLLATE \"C\"))",
               {needle});
}

SqlText PostgresContactColumns::length(const FieldUse &) const
{
    return u"(SELECT count(*) FROM contact_tag ct WHERE ct.contact_id = c.id)"_s;
}

} // namespace storage
