#include "domain/condition/jsonreader.h"
#include "domain/condition/notation.h"
#include "domain/condition/report.h"
#include "domain/condition/typed.h"
#include "domain/template/suggest.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace domain {

namespace conditionparse {

namespace {

constexpr qint64 mostDays = 100'000;

enum class Operator {
    Compare,
    In,
    NotIn,
    Between,
    Contains,
    NotContains,
    StartsWith,
    EndsWith,
    Exists,
    Empty,
    Anniversary
};

struct Meaning
{
    Operator op = Operator::Compare;
    Comparison comparison = Comparison::Equal;
};

const QHash<QString, Meaning> &operators()
{
    static const QHash<QString, Meaning> known{
        {u"="_s, {Operator::Compare, Comparison::Equal}},
        {u"=="_s, {Operator::Compare, Comparison::Equal}},
        {u"$eq"_s, {Operator::Compare, Comparison::Equal}},
        {u"!="_s, {Operator::Compare, Comparison::NotEqual}},
        {u"<>"_s, {Operator::Compare, Comparison::NotEqual}},
        {u"$ne"_s, {Operator::Compare, Comparison::NotEqual}},
        {u">"_s, {Operator::Compare, Comparison::Greater}},
        {u"$gt"_s, {Operator::Compare, Comparison::Greater}},
        {u">="_s, {Operator::Compare, Comparison::GreaterEqual}},
        {u"$gte"_s, {Operator::Compare, Comparison::GreaterEqual}},
        {u"<"_s, {Operator::Compare, Comparison::Less}},
        {u"$lt"_s, {Operator::Compare, Comparison::Less}},
        {u"<="_s, {Operator::Compare, Comparison::LessEqual}},
        {u"$lte"_s, {Operator::Compare, Comparison::LessEqual}},
        {u"in"_s, {Operator::In}},
        {u"$in"_s, {Operator::In}},
        {u"not in"_s, {Operator::NotIn}},
        {u"nin"_s, {Operator::NotIn}},
        {u"$nin"_s, {Operator::NotIn}},
        {u"between"_s, {Operator::Between}},
        {u"$between"_s, {Operator::Between}},
        {u"contains"_s, {Operator::Contains}},
        {u"$contains"_s, {Operator::Contains}},
        {u"not contains"_s, {Operator::NotContains}},
        {u"starts_with"_s, {Operator::StartsWith}},
        {u"ends_with"_s, {Operator::EndsWith}},
        {u"exists"_s, {Operator::Exists}},
        {u"$exists"_s, {Operator::Exists}},
        {u"empty"_s, {Operator::Empty}},
        {u"anniversary"_s, {Operator::Anniversary}},
    };
    return known;
}

QString below(const QString &pointer, const QString &key)
{
    return pointer + u'/' + QString(key).replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}
QString below(const QString &pointer, size_t index) { return pointer + u'/' + QString::number(index); }

/// Turns JSON into a tree. Names are one phase, values and types the next: what comes first in the first of them
/// that fails is the problem.
class Builder
{
public:
    Builder(const ConditionSource &source, const FieldCatalogue &fields)
        : m_fields(fields), m_names(source), m_values(source)
    {}

    Condition object(const JsonNode &node, const QString &pointer)
    {
        std::vector<Condition> parts;
        for (const JsonNode::Member &member : node.members) {
            const QString here = below(pointer, member.key);
            m_pointers.insert(member.from, here);
            m_pointers.insert(member.value.from, here);
            if (member.key == u"$and" || member.key == u"$or")
                group(member, here, parts);
            else if (member.key == u"$not")
                negation(member, here, parts);
            else if (member.key.startsWith(u'$'))
                noOperator(member.key, member.from);
            else
                field(member, here, parts);
        }
        return Condition::group(Condition::Kind::All, std::move(parts), {node.from, node.to, node.from});
    }

    Report &values() { return m_values; }

    [[nodiscard]] std::optional<ConditionProblem> problem() const
    {
        std::optional<ConditionProblem> first = m_names.first() ? m_names.first() : m_values.first();
        if (!first)
            return first;
        first->pointer = m_pointers.value(first->position);
        first->name = m_writtenNames.value(first->position);
        first->suggestion = m_suggestions.value(first->position);
        if (!first->suggestion.isEmpty())
            first->hint = u"did you mean `%1`?"_s.arg(first->suggestion);
        return first;
    }

private:
    void group(const JsonNode::Member &member, const QString &pointer, std::vector<Condition> &parts)
    {
        const JsonNode &list = member.value;
        if (list.kind != JsonNode::Kind::Array || list.items.empty())
            return m_values.fault("E_VALUE", list.from, u"a list of conditions is expected"_s);
        std::vector<Condition> inner;
        for (size_t i = 0; i < list.items.size(); ++i) {
            m_pointers.insert(list.items[i].from, below(pointer, i));
            if (list.items[i].kind == JsonNode::Kind::Object)
                inner.push_back(object(list.items[i], below(pointer, i)));
            else
                m_values.fault("E_VALUE", list.items[i].from, u"a condition is expected"_s);
        }
        parts.push_back(Condition::group(member.key == u"$and" ? Condition::Kind::All : Condition::Kind::Any,
                                         std::move(inner), {member.from, list.to, member.from}));
    }

    void negation(const JsonNode::Member &member, const QString &pointer, std::vector<Condition> &parts)
    {
        if (member.value.kind != JsonNode::Kind::Object)
            return m_values.fault("E_VALUE", member.value.from, u"a condition is expected"_s);
        parts.push_back(
            Condition::negation(object(member.value, pointer), {member.from, member.value.to, member.from}));
    }

    void noOperator(const QString &name, int from)
    {
        m_names.fault("E_OP", from, u"there is no operator `%1`"_s.arg(name));
        m_writtenNames.insert(from, name);
        m_suggestions.insert(from, nearestName(name, operators().keys()));
    }

    static bool isRelative(const JsonNode &node)
    {
        return node.kind == JsonNode::Kind::Object && node.members.size() == 1 && node.members[0].key == u"$rel";
    }

    void field(const JsonNode::Member &member, const QString &pointer, std::vector<Condition> &parts)
    {
        const auto known = m_fields.find(member.key);
        if (!known) {
            m_names.fault("E_FIELD", member.from, u"unknown field `%1`"_s.arg(member.key));
            m_writtenNames.insert(member.from, member.key);
            m_suggestions.insert(member.from, m_fields.suggestion(member.key));
        }
        const ConditionField field = known.value_or(ConditionField{member.key, FieldType::Any});
        const JsonNode &value = member.value;
        if (value.kind == JsonNode::Kind::Object && !isRelative(value)) {
            if (value.members.empty())
                m_values.fault("E_VALUE", value.from, u"an operator is missing"_s);
            for (const JsonNode::Member &test : value.members) {
                m_pointers.insert(test.from, below(pointer, test.key));
                if (const auto found = operators().constFind(test.key); found != operators().constEnd())
                    apply(*found, field, member, test.value, below(pointer, test.key), parts);
                else
                    noOperator(test.key, test.from);
            }
            return;
        }
        if (value.kind != JsonNode::Kind::Array)
            return apply({}, field, member, value, pointer, parts);
        const QString *op = value.items.size() == 2 ? std::get_if<QString>(&value.items[0].literal) : nullptr;
        if (!op)
            return m_values.fault("E_VALUE", value.from, u"[operator, value] is expected"_s);
        m_pointers.insert(value.items[0].from, below(pointer, 0));
        if (const auto found = operators().constFind(*op); found != operators().constEnd())
            apply(*found, field, member, value.items[1], below(pointer, 1), parts);
        else
            noOperator(*op, value.items[0].from);
    }

    Condition leaf(Condition::Kind kind, const ConditionField &field, const JsonNode::Member &member,
                   const JsonNode &value) const
    {
        Condition made;
        made.kind = kind;
        made.at = {member.from, member.value.to, value.from};
        Operand operand = Operand::ofField(field.name);
        operand.at = {value.from, value.to, value.from}; // errors of the field's type are shown at its value
        made.operands.push_back(std::move(operand));
        return made;
    }

    void apply(const Meaning &meaning, const ConditionField &field, const JsonNode::Member &member,
               const JsonNode &value, const QString &pointer, std::vector<Condition> &parts)
    {
        using Kind = Condition::Kind;
        m_pointers.insert(value.from, pointer);
        switch (meaning.op) {
        case Operator::Compare:
            parts.push_back(comparison(meaning.comparison, field, member, value, pointer));
            return;
        case Operator::In:
        case Operator::NotIn: {
            if (value.kind != JsonNode::Kind::Array)
                return m_values.fault("E_VALUE", value.from, u"a list is expected"_s);
            Condition made = leaf(Kind::OneOf, field, member, value);
            made.negated = meaning.op == Operator::NotIn;
            for (size_t i = 0; i < value.items.size(); ++i)
                made.operands.push_back(literal(value.items[i], field.type, below(pointer, i)));
            parts.push_back(std::move(made));
            return;
        }
        case Operator::Between:
            if (value.kind != JsonNode::Kind::Array || value.items.size() != 2)
                return m_values.fault("E_VALUE", value.from, u"[lowest, highest] is expected"_s);
            parts.push_back(comparison(Comparison::GreaterEqual, field, member, value.items[0], below(pointer, 0)));
            parts.push_back(comparison(Comparison::LessEqual, field, member, value.items[1], below(pointer, 1)));
            return;
        case Operator::Contains:
        case Operator::NotContains:
        case Operator::StartsWith:
        case Operator::EndsWith: {
            const bool isContains = meaning.op <= Operator::NotContains;
            Condition made =
                leaf(isContains && field.type == FieldType::List ? Kind::Member : Kind::Text, field, member, value);
            if (!isContains)
                made.text = meaning.op == Operator::StartsWith ? TextTest::StartsWith : TextTest::EndsWith;
            made.negated = meaning.op == Operator::NotContains;
            made.operands.push_back(literal(value, FieldType::Text, pointer));
            parts.push_back(std::move(made));
            return;
        }
        case Operator::Exists:
        case Operator::Empty:
            if (const bool *yes = std::get_if<bool>(&value.literal); yes && value.kind == JsonNode::Kind::Literal) {
                const bool isExists = meaning.op == Operator::Exists;
                Condition made = leaf(isExists ? Kind::IsNull : Kind::IsTrue, field, member, value);
                made.negated = isExists && *yes;
                parts.push_back(!isExists && *yes ? Condition::negation(std::move(made), made.at) : std::move(made));
                return;
            }
            return m_values.fault("E_TYPE", value.from, u"true or false is expected"_s);
        case Operator::Anniversary: {
            const qint64 *days = std::get_if<qint64>(&value.literal);
            if (!days || value.kind != JsonNode::Kind::Literal)
                return m_values.fault("E_TYPE", value.from, u"a whole number is expected"_s);
            if (qAbs(*days) > mostDays)
                return m_values.fault("E_VALUE", value.from, u"that is too many days"_s);
            Condition made = leaf(Kind::Anniversary, field, member, value);
            made.days = static_cast<int>(*days);
            parts.push_back(std::move(made));
            return;
        }
        }
    }

    Condition comparison(Comparison comparison, const ConditionField &field, const JsonNode::Member &member,
                         const JsonNode &value, const QString &pointer)
    {
        Condition made = leaf(Condition::Kind::Compare, field, member, value);
        Operand operand = literal(value, field.type, pointer);
        const bool isNull = value.kind == JsonNode::Kind::Literal && value.literal.index() == 0;
        if (isNull && comparison <= Comparison::NotEqual) {
            made.kind = Condition::Kind::IsNull;
            made.negated = comparison == Comparison::NotEqual;
            return made;
        }
        made.comparison = comparison;
        made.operands.push_back(std::move(operand));
        return made;
    }

    /// A value beside a field of this type.
    Operand literal(const JsonNode &node, FieldType type, const QString &pointer)
    {
        m_pointers.insert(node.from, pointer);
        const SourceRange at{node.from, node.to, node.from};
        if (isRelative(node))
            return relative(node.members[0], type, pointer, at);
        if (node.kind != JsonNode::Kind::Literal) {
            m_values.fault("E_VALUE", node.from, u"a single value is expected"_s);
            return ConditionTyper::faulty(at);
        }
        Operand made = Operand::constant(node.literal);
        made.at = at;
        const QString *text = std::get_if<QString>(&node.literal);
        if (!text || (type != FieldType::Date && type != FieldType::DateTime))
            return made;
        const auto day = type == FieldType::Date ? conditionDate(*text) : std::nullopt;
        const auto time = type == FieldType::DateTime ? conditionTime(*text) : std::nullopt;
        if (!day && !time) {
            m_values.fault("E_VALUE", node.from, u"a date is written 2025-12-31"_s);
            return ConditionTyper::faulty(at);
        }
        made.literal = day ? Literal(*day) : Literal(*time);
        return made;
    }

    Operand relative(const JsonNode::Member &member, FieldType type, const QString &pointer, SourceRange at)
    {
        m_pointers.insert(member.value.from, below(pointer, member.key));
        const QString *text = std::get_if<QString>(&member.value.literal);
        const auto time = text ? relativeTimeFromText(*text) : std::nullopt;
        if (!time) {
            m_values.fault("E_VALUE", member.value.from, u"a relative time is written like today-90d"_s);
            return ConditionTyper::faulty(at);
        }
        Operand made = Operand::relativeTo(*time);
        made.at = at;
        if (type != FieldType::DateTime || time->base == RelativeTime::Base::Now)
            return made;
        Operand midnight;
        midnight.kind = Operand::Kind::GetTime;
        midnight.at = at;
        midnight.parts.push_back(std::move(made));
        return midnight;
    }

    const FieldCatalogue &m_fields;
    Report m_names;
    Report m_values;
    QHash<int, QString> m_pointers; ///< by place
    QHash<int, QString> m_writtenNames;
    QHash<int, QString> m_suggestions;
};

} // namespace

} // namespace conditionparse

ConditionResult parseJsonCondition(const QString &text, const FieldCatalogue &fields)
{
    using namespace conditionparse;
    const ConditionSource source{QStringView(text)};
    const auto root = readJson(source);
    if (!root)
        return tl::unexpected(root.error());
    if (root->kind != JsonNode::Kind::Object)
        return tl::unexpected(source.problem("E_JSON", root->from, root->to, u"a condition is an object"_s));
    Builder builder(source, fields);
    ParsedCondition parsed;
    parsed.tree = builder.object(*root, {});
    ConditionTyper typer(fields, [&](const char *code, int from, const QString &message) {
        if (qstrcmp(code, "E_FIELD") != 0) // known already, with its key's place
            builder.values().fault(code, from, message);
    });
    const TypedCondition typed = typer.condition(parsed.tree);
    if (auto problem = builder.problem())
        return tl::unexpected(std::move(*problem));
    return parsed;
}

ConditionNotation notationOf(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    return trimmed.isEmpty() || trimmed.startsWith(u'{') ? ConditionNotation::Json : ConditionNotation::Expression;
}

ConditionResult parseCondition(const QString &text, const FieldCatalogue &fields)
{
    if (notationOf(text) == ConditionNotation::Expression)
        return parseExpression(text, fields);
    return parseJsonCondition(text.trimmed().isEmpty() ? u"{}"_s : text, fields);
}

} // namespace domain
