#include "storage/conditions/conditioncompiler.h"

#include "domain/condition/evaluation.h"
#include "domain/condition/functions.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace storage {

using domain::Comparison;
using domain::Condition;
using domain::ConditionDatum;
using domain::FieldType;
using domain::Operand;
using domain::Truth;
using domain::TypedCondition;
using domain::TypedOperand;

namespace {

constexpr qsizetype chain = 200; // terms between two ANDs more: SQLite's expressions may be 1,000 deep

bool isWhole(FieldType type) { return type == FieldType::Whole || type == FieldType::YesNo; }

int depthOf(const QString &text)
{
    int depth = 0;
    int deepest = 0;
    for (const QChar c : text) {
        depth += c == u'(' ? 1 : c == u')' ? -1 : 0;
        deepest = std::max(deepest, depth);
    }
    return deepest;
}

SqlText literal(Truth truth)
{
    return truth == Truth::Unknown ? u"NULL"_s : truth == Truth::True ? u"TRUE"_s : u"FALSE"_s;
}

SqlText negatedIf(bool isNegated, SqlText text) { return isNegated ? sql(u"NOT (%)", {text}) : text; }

class Compiler
{
public:
    Compiler(const domain::CompiledCondition &condition, const domain::ConditionTime &time,
             const ConditionDialect &dialect, const ConditionColumns &columns)
        : m_condition(condition), m_uses(condition.uses()), m_time(time), m_dialect(dialect), m_columns(columns)
    {}

    domain::Result<SqlText> run()
    {
        QList<SqlText> parts;
        QList<const TypedCondition *> terms;
        flatten(m_condition.typed(), false, terms);
        bool isTooDeep = false;
        for (const TypedCondition *term : terms) {
            SqlText part = condition(*term, false);
            if (depthOf(part.text) > m_dialect.deepest()) {
                part = inMemory(*term);
                isTooDeep = isTooDeep || part.text.isEmpty();
            }
            parts << part;
        }
        if (isTooDeep)
            return domain::fail(domain::ErrorCode::InvalidInput, u"nested too deeply for this database"_s);
        if (m_condition.typed().node->kind != Condition::Kind::All)
            return parts.first();
        return chained(std::move(parts), false);
    }

private:
    /// The parts of a group within the same kind of group, as one row of terms; anything else is its own only term.
    static void flatten(const TypedCondition &typed, bool isAny, QList<const TypedCondition *> &terms)
    {
        const Condition::Kind kind = isAny ? Condition::Kind::Any : Condition::Kind::All;
        if (typed.node->kind != kind) {
            terms << &typed;
            return;
        }
        for (const TypedCondition &part : typed.parts)
            flatten(part, isAny, terms);
    }

    /// Whether answering it takes a function of ours or a look into another table.
    static bool isCostly(const SqlText &part) { return part.text.contains(u"helio_") || part.text.contains(u"SELECT"); }

    static SqlText chained(QList<SqlText> parts, bool isAny)
    {
        // answered from left to right, and no further than needed
        std::stable_partition(parts.begin(), parts.end(), [](const SqlText &part) { return !isCostly(part); });
        if (parts.isEmpty())
            return literal(isAny ? Truth::False : Truth::True);
        const QString separator = isAny ? u" OR "_s : u" AND "_s;
        if (parts.size() == 1)
            return parts.first();
        QList<SqlText> groups;
        for (qsizetype i = 0; i < parts.size(); i += chain)
            groups << sql(u"(%)", {joined(parts.mid(i, chain), separator)});
        return groups.size() == 1 ? groups.first() : sql(u"(%)", {joined(groups, separator)});
    }

    SqlText inMemory(const TypedCondition &typed)
    {
        // The part as a condition of its own: its fields are read in its own order.
        const auto part = domain::CompiledCondition::compile(*typed.node, catalogue());
        if (!part)
            return {};
        QList<SqlText> fields;
        for (const domain::FieldUse &use : part->uses())
            fields << m_columns.column(use).value;
        return m_dialect.inMemory(*part, m_time, fields);
    }

    /// Of the fields the condition uses.
    [[nodiscard]] domain::FieldCatalogue catalogue() const
    {
        domain::FieldCatalogue fields;
        for (const domain::FieldUse &use : m_uses)
            fields.add(
                {use.name, use.isAttribute ? FieldType::Any : use.type, {}, use.emptyIsMissing, use.ignoresCase});
        return fields;
    }

    SqlText condition(const TypedCondition &typed, bool isNegated)
    {
        const Condition &node = *typed.node;
        using Kind = Condition::Kind;
        if (node.kind == Kind::Not) // De Morgan holds with three values too
            return condition(typed.parts[0], !isNegated);
        if (node.kind == Kind::All || node.kind == Kind::Any) {
            QList<const TypedCondition *> terms;
            flatten(typed, node.kind == Kind::Any, terms);
            QList<SqlText> parts;
            for (const TypedCondition *term : terms)
                parts << condition(*term, isNegated);
            return chained(std::move(parts), (node.kind == Kind::Any) != isNegated);
        }
        const bool isConstant = std::all_of(typed.operands.begin(), typed.operands.end(),
                                            [](const TypedOperand &operand) { return operand.isConstant; });
        if (isConstant)
            return negatedIf(isNegated, literal(domain::answer(typed, m_uses, {}, m_time)));
        return negatedIf(isNegated != node.negated, leaf(typed));
    }

    /// Without regard to `negated`.
    SqlText leaf(const TypedCondition &typed)
    {
        switch (typed.node->kind) {
        case Condition::Kind::IsTrue:
            return isTrue(typed.operands[0]);
        case Condition::Kind::IsNull:
            return isMissing(typed.operands[0]);
        case Condition::Kind::Compare:
            return comparison(typed);
        case Condition::Kind::OneOf:
            return oneOf(typed);
        case Condition::Kind::Text:
            return textTest(typed);
        case Condition::Kind::Member:
            return member(typed);
        case Condition::Kind::Anniversary:
            return anniversary(typed);
        case Condition::Kind::All:
        case Condition::Kind::Any:
        case Condition::Kind::Not:
            break; // condition() has them
        }
        return literal(Truth::Unknown);
    }

    [[nodiscard]] const domain::FieldUse *useOf(const TypedOperand &typed) const
    {
        return typed.slot >= 0 ? &m_uses[size_t(typed.slot)] : nullptr;
    }

    /// Whether it can be null although its null is no unknown.
    [[nodiscard]] bool isNullable(const TypedOperand &typed) const
    {
        if (!typed.isPlain)
            return false;
        if (const domain::FieldUse *use = useOf(typed))
            return m_columns.column(*use).isNullable;
        if (typed.isConstant)
            return domain::constantOf(typed, m_time).isNull;
        const auto kind = typed.node->kind;
        return kind != Operand::Kind::GetDate && kind != Operand::Kind::ToNumber;
    }

    /// A constant without a value, such as a day after the year 9999.
    [[nodiscard]] bool isUnknown(const TypedOperand &typed) const
    {
        return typed.isConstant && !typed.isPlain && domain::constantOf(typed, m_time).isNull;
    }

    SqlText isTrue(const TypedOperand &typed)
    {
        if (typed.type == FieldType::List)
            return sql(u"coalesce(% > 0, FALSE)", {m_columns.length(*useOf(typed))});
        const SqlText text = value(typed);
        const bool isText = typed.type == FieldType::Text;
        const bool isTime = typed.type == FieldType::Date || typed.type == FieldType::DateTime;
        if (isTime && typed.isPlain)
            return sql(u"% IS NOT NULL", {text});
        if (isTime)
            return sql(u"(% IS NOT NULL OR NULL)", {text});
        const SqlText test = sql(isText ? u"% <> ''" : u"% <> 0", {text});
        return isNullable(typed) ? sql(u"coalesce(%, FALSE)", {test}) : test;
    }

    SqlText isMissing(const TypedOperand &typed)
    {
        const domain::FieldUse *use = useOf(typed);
        if (use && use->type == FieldType::List)
            return sql(u"% IS NULL", {m_columns.length(*use)});
        const SqlText text = value(typed);
        if (!typed.isPlain)
            return sql(u"(% IS NULL AND NULL)", {text});
        const bool isEmptyToo = use && use->emptyIsMissing && use->type == FieldType::Text;
        if (isEmptyToo)
            return isNullable(typed) ? sql(u"coalesce(%, '') = ''", {text}) : sql(u"% = ''", {text});
        return sql(u"% IS NULL", {text});
    }

    SqlText comparison(const TypedCondition &typed)
    {
        const TypedOperand &left = typed.operands[0];
        const TypedOperand &right = typed.operands[1];
        const Comparison comparison = typed.node->comparison;
        if (isUnknown(left) || isUnknown(right))
            return literal(Truth::Unknown);
        static constexpr const char *signs[] = {"=", "=", "<", "<=", ">", ">="};
        const SqlText a = value(left, right.type);
        const SqlText b = value(right, left.type);
        const SqlText test = m_dialect.compare(signs[size_t(comparison)], a, typeBeside(left, right.type), b,
                                               typeBeside(right, left.type));
        if (comparison > Comparison::NotEqual)
            return test;
        return negatedIf(comparison == Comparison::NotEqual, equality(test, left, a, right, b));
    }

    /// `test` is null where a side is; a null that is no unknown equals another such null and nothing else.
    SqlText equality(const SqlText &test, const TypedOperand &left, const SqlText &a, const TypedOperand &right,
                     const SqlText &b)
    {
        if (left.isNone || right.isNone)
            return isMissing(left.isNone ? right : left);
        const bool isLeftNullable = isNullable(left);
        const bool isRightNullable = isNullable(right);
        if (isLeftNullable && isRightNullable)
            return sql(u"coalesce(%, % IS NULL AND % IS NULL)", {test, a, b});
        if (!isLeftNullable && !isRightNullable)
            return withIndex(test, left, right);
        const TypedOperand &other = isLeftNullable ? right : left;
        if (other.isPlain || other.isConstant)
            return sql(u"(% AND % IS NOT NULL)", {test, isLeftNullable ? a : b});
        return sql(u"CASE WHEN % IS NULL THEN NULL ELSE coalesce(%, FALSE) END", {isLeftNullable ? b : a, test});
    }

    /// Says besides that a text is not empty, so that an index without the empty ones can be used.
    SqlText withIndex(const SqlText &test, const TypedOperand &left, const TypedOperand &right)
    {
        const TypedOperand &field = useOf(left) ? left : right;
        const TypedOperand &other = useOf(left) ? right : left;
        const domain::FieldUse *use = useOf(field);
        if (!use || !other.isConstant || other.type != FieldType::Text)
            return test;
        const ConditionColumn column = m_columns.column(*use);
        if (!column.hasPartialIndex || domain::constantOf(other, m_time).text.isEmpty())
            return test;
        return sql(u"(% AND % <> '')", {test, column.value});
    }

    SqlText oneOf(const TypedCondition &typed)
    {
        const TypedOperand &operand = typed.operands[0];
        QList<SqlText> items;
        bool hasNull = false;
        bool hasEmpty = false;
        for (size_t i = 1; i < typed.operands.size(); ++i) {
            const ConditionDatum item = domain::constantOf(typed.operands[i], m_time);
            hasNull = hasNull || item.isNull;
            hasEmpty = hasEmpty || item.text.isEmpty();
            if (const auto fitting = item.isNull ? std::nullopt : beside(item, typed.operands[i].type, operand.type))
                items << m_dialect.constant(*fitting, operand.type);
        }
        const SqlText text = value(operand);
        if (!operand.isPlain)
            return items.isEmpty() ? sql(u"(% IS NULL AND NULL)", {text})
                                   : sql(u"% IN (%)", {text, joined(items, u", "_s)});
        SqlText found = literal(Truth::False);
        if (!items.isEmpty()) {
            found = sql(u"% IN (%)", {text, joined(items, u", "_s)});
            const domain::FieldUse *use = useOf(operand);
            if (isNullable(operand))
                found = sql(u"(% AND % IS NOT NULL)", {found, text});
            else if (use && !hasEmpty && m_columns.column(*use).hasPartialIndex)
                found = sql(u"(% AND % <> '')", {found, text});
        }
        return hasNull ? sql(u"(% OR %)", {found, isMissing(operand)}) : found;
    }

    /// A number as one of another type that equals it exactly; nothing equals it where there is none.
    static std::optional<ConditionDatum> beside(const ConditionDatum &datum, FieldType from, FieldType to)
    {
        if (isWhole(from) && to == FieldType::Number) {
            const auto real = static_cast<double>(datum.whole);
            if (domain::conditionfunctions::compare(datum.whole, real) != 0)
                return std::nullopt;
            return ConditionDatum::ofNumber(real);
        }
        if (from == FieldType::Number && isWhole(to)) {
            const auto whole = domain::conditionfunctions::whole(datum.number);
            if (!whole || domain::conditionfunctions::compare(*whole, datum.number) != 0)
                return std::nullopt;
            return ConditionDatum::ofWhole(*whole);
        }
        return datum;
    }

    /// The type in which `typed` is compared with a value of type `other`: a constant takes the other's where it can.
    FieldType typeBeside(const TypedOperand &typed, FieldType other) const
    {
        if (!typed.isConstant || typed.type == other)
            return typed.type;
        const ConditionDatum datum = domain::constantOf(typed, m_time);
        return !datum.isNull && beside(datum, typed.type, other) ? other : typed.type;
    }

    SqlText value(const TypedOperand &typed, FieldType other)
    {
        const FieldType type = typeBeside(typed, other);
        if (type == typed.type)
            return value(typed);
        return m_dialect.constant(*beside(domain::constantOf(typed, m_time), typed.type, other), other);
    }

    SqlText textTest(const TypedCondition &typed)
    {
        const SqlText text = value(typed.operands[0]);
        const SqlText part = value(typed.operands[1]);
        switch (typed.node->text) {
        case domain::TextTest::Contains:
            return m_dialect.contains(text, part);
        case domain::TextTest::StartsWith:
            return m_dialect.startsWith(text, part);
        case domain::TextTest::EndsWith:
            return m_dialect.endsWith(text, part);
        }
        return literal(Truth::Unknown);
    }

    SqlText member(const TypedCondition &typed)
    {
        const TypedOperand &needle = typed.operands[1];
        const SqlText text = value(needle);
        const SqlText found = m_columns.member(*useOf(typed.operands[0]), text);
        if (!isNullable(needle) && needle.isPlain)
            return found;
        return sql(u"CASE WHEN % IS NOT NULL THEN % END", {text, found});
    }

    SqlText anniversary(const TypedCondition &typed)
    {
        QList<SqlText> days;
        for (const QString &day : domain::conditionfunctions::anniversaries(typed.node->days, m_time))
            days << m_dialect.constant(ConditionDatum::ofText(day), FieldType::Text);
        if (days.isEmpty())
            return literal(Truth::False);
        return sql(u"coalesce(% IN (%), FALSE)",
                   {m_dialect.monthAndDay(value(typed.operands[0])), joined(days, u", "_s)});
    }

    SqlText value(const TypedOperand &typed)
    {
        using Kind = Operand::Kind;
        if (typed.isConstant)
            return m_dialect.constant(domain::constantOf(typed, m_time), typed.type);
        if (const domain::FieldUse *use = useOf(typed))
            return typed.type == FieldType::List ? SqlText(u"NULL"_s) : m_columns.column(*use).value;
        if (typed.node->kind == Kind::FirstTrue)
            return firstTrue(typed);
        if (typed.node->kind == Kind::Length && typed.parts[0].type == FieldType::List)
            return m_columns.length(*useOf(typed.parts[0]));
        QList<SqlText> parts;
        for (const TypedOperand &part : typed.parts)
            parts << value(part);
        if (typed.parts[0].isPlain) {
            ConditionDatum instead = ConditionDatum::ofWhole(0);
            if (typed.node->kind == Kind::GetDate)
                instead = ConditionDatum::ofWhole(m_time.today.toJulianDay());
            const bool isNumber = typed.node->kind == Kind::ToNumber || typed.node->kind == Kind::ToWhole;
            if (typed.node->kind == Kind::GetDate && typed.parts[0].type == FieldType::DateTime)
                instead = ConditionDatum::ofWhole(domain::conditionfunctions::midnightOf(instead.whole));
            if (isNumber || typed.node->kind == Kind::GetDate)
                parts[0] = sql(u"coalesce(%, %)", {parts[0], m_dialect.constant(instead, typed.parts[0].type)});
        }
        return m_dialect.call(typed, parts);
    }

    SqlText firstTrue(const TypedOperand &typed)
    {
        const FieldType type = typed.type;
        const auto text = [&](const TypedOperand &part) {
            if (part.isConstant) {
                ConditionDatum datum = domain::constantOf(part, m_time);
                if (type == FieldType::Number && isWhole(part.type))
                    datum.number = static_cast<double>(datum.whole);
                return m_dialect.constant(datum, type);
            }
            const SqlText own = value(part);
            return type == FieldType::Number && part.type != type ? m_dialect.real(own) : own;
        };
        SqlText result = text(typed.parts.back());
        for (size_t i = typed.parts.size() - 1; i-- > 0;) {
            const TypedOperand &part = typed.parts[i];
            if (!part.isPlain)
                result = m_dialect.either(text(part), result, type);
            else if (type == FieldType::Date || type == FieldType::DateTime)
                result = sql(u"coalesce(%, %)", {text(part), result});
            else
                result = sql(type == FieldType::Text ? u"coalesce(nullif(%, ''), %)" : u"coalesce(nullif(%, 0), %)",
                             {text(part), result});
        }
        return result;
    }

    const domain::CompiledCondition &m_condition;
    const std::vector<domain::FieldUse> &m_uses;
    const domain::ConditionTime &m_time;
    const ConditionDialect &m_dialect;
    const ConditionColumns &m_columns;
};

} // namespace

domain::Result<SqlText> compileCondition(const domain::CompiledCondition &condition, const domain::ConditionTime &time,
                                         const ConditionDialect &dialect, const ConditionColumns &columns)
{
    return Compiler(condition, time, dialect, columns).run();
}

} // namespace storage
