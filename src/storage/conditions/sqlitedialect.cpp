#include "storage/conditions/sqlitedialect.h"

#include "storage/conditions/conditionpayload.h"

using namespace Qt::StringLiterals;

namespace storage {

using domain::ConditionDatum;
using domain::FieldType;
using domain::Operand;

namespace {

// SQLite 3.40's parser holds 100 signs; a parenthesis takes up to three of them [measured: facts/conditions.md].
constexpr int deepestParentheses = 20;

SqlText dayOf(const SqlText &value, FieldType type)
{
    return type == FieldType::DateTime ? sql(u"substr(%, 1, 10)", {value}) : value;
}

} // namespace

SqlText SqliteDialect::constant(const ConditionDatum &datum, FieldType type) const
{
    return datum.isNull ? SqlText(u"NULL"_s) : SqlText(u"?"_s, {sqliteValue(datum, type)});
}

SqlText SqliteDialect::compare(const char *sign, const SqlText &a, FieldType, const SqlText &b, FieldType) const
{
    return sql(u"% % %", {a, QString::fromLatin1(sign), b}); // whole numbers and doubles are compared exactly
}

SqlText SqliteDialect::contains(const SqlText &text, const SqlText &part) const
{
    return sql(u"instr(%, %) > 0", {text, part}); // LIKE would fold ASCII case
}

SqlText SqliteDialect::startsWith(const SqlText &text, const SqlText &part) const
{
    return sql(u"substr(%, 1, length(%)) = %", {text, part, part});
}

SqlText SqliteDialect::endsWith(const SqlText &text, const SqlText &part) const
{
    // from the right nothing is no length
    return sql(u"CASE WHEN length(%) = 0 THEN % = % ELSE substr(%, -length(%)) = % END",
               {part, text, text, text, part, part});
}

SqlText SqliteDialect::monthAndDay(const SqlText &value) const { return sql(u"substr(%, 6, 5)", {value}); }

SqlText SqliteDialect::call(const domain::TypedOperand &node, const QList<SqlText> &parts) const
{
    using Kind = Operand::Kind;
    switch (node.node->kind) {
    case Kind::GetDate:
        return dayOf(parts[0], node.parts[0].type);
    case Kind::AddDays:
        return sql(u"helio_add_days(%, %)", {parts[0], parts[1]});
    case Kind::DateDiff:
        return sql(u"CAST(julianday(%) - julianday(%) AS INTEGER)",
                   {dayOf(parts[0], node.parts[0].type), dayOf(parts[1], node.parts[1].type)});
    case Kind::ToNumber:
        return real(parts[0]);
    case Kind::ToWhole:
        return node.parts[0].type == FieldType::Number ? sql(u"helio_cut(%)", {parts[0]}) : parts[0];
    case Kind::Length:
        return sql(u"length(%)", {parts[0]});
    case Kind::PartOfDate:
        switch (node.node->datePart) {
        case domain::DatePart::Year:
            return sql(u"CAST(substr(%, 1, 4) AS INTEGER)", {parts[0]});
        case domain::DatePart::Month:
            return sql(u"CAST(substr(%, 6, 2) AS INTEGER)", {parts[0]});
        case domain::DatePart::Day:
            return sql(u"CAST(substr(%, 9, 2) AS INTEGER)", {parts[0]});
        }
        break;
    case Kind::Lower:
        return sql(u"helio_lower(%)", {parts[0]});
    case Kind::Upper:
        return sql(u"helio_upper(%)", {parts[0]});
    case Kind::Negate:
        return sql(node.type == FieldType::Whole ? u"helio_whole(1, 0, %)" : u"-(%)", {parts[0]});
    case Kind::Calculate: {
        const QString operation = QString::number(static_cast<int>(node.node->arithmetic));
        return sql(node.type == FieldType::Whole ? u"helio_whole(%, %, %)" : u"helio_number(%, %, %)",
                   {operation, parts[0], parts[1]});
    }
    case Kind::Constant:
    case Kind::Field:
    case Kind::Relative:
    case Kind::GetTime:
    case Kind::AddMonths:
    case Kind::FirstTrue:
        break; // the compiler's
    }
    return u"NULL"_s;
}

SqlText SqliteDialect::either(const SqlText &a, const SqlText &b, FieldType) const
{
    return sql(u"helio_either(%, %)", {a, b});
}

SqlText SqliteDialect::real(const SqlText &value) const { return sql(u"CAST(% AS REAL)", {value}); }

int SqliteDialect::deepest() const { return deepestParentheses; }

SqlText SqliteDialect::inMemory(const domain::CompiledCondition &condition, const domain::ConditionTime &time,
                                const QList<SqlText> &fields) const
{
    QList<SqlText> arguments{SqlText(u"?"_s, {conditionPayload(condition, time)})};
    return sql(u"helio_condition(%)", {joined(arguments + fields, u", "_s)});
}

} // namespace storage
