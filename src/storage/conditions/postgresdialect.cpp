#include "storage/conditions/postgresdialect.h"

#include "storage/conditions/conditionpayload.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace storage {

using domain::ConditionDatum;
using domain::FieldType;
using domain::Operand;

namespace {

bool isWhole(FieldType type) { return type == FieldType::Whole || type == FieldType::YesNo; }

QString typeName(FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::Any:
    case FieldType::List:
        return u"text"_s;
    case FieldType::Whole:
    case FieldType::YesNo:
        return u"bigint"_s;
    case FieldType::Number:
        return u"double precision"_s;
    case FieldType::Date:
        return u"date"_s;
    case FieldType::DateTime:
        return u"timestamp"_s;
    }
    return u"text"_s;
}

SqlText dayOf(const SqlText &value, FieldType type)
{
    return type == FieldType::DateTime ? sql(u"(%)::date", {value}) : value;
}

} // namespace

SqlText PostgresDialect::constant(const ConditionDatum &datum, FieldType type) const
{
    if (datum.isNull)
        return u"NULL::"_s + typeName(type);
    return {u"?::"_s + typeName(type), {sqliteValue(datum, type)}};
}

SqlText PostgresDialect::compare(const char *sign, const SqlText &a, FieldType typeA, const SqlText &b,
                                 FieldType typeB) const
{
    const QString operation = QString::fromLatin1(sign);
    if (typeA == FieldType::Text)
        return sql(u"% COLLATE \"C\" % %", {a, operation, b});
    if (isWhole(typeA) && typeB == FieldType::Number)
        return sql(u"helio_compare(%, %) % 0", {a, b, operation});
    if (typeA == FieldType::Number && isWhole(typeB))
        return sql(u"0 % helio_compare(%, %)", {operation, b, a});
    return sql(u"% % %", {a, operation, b});
}

SqlText PostgresDialect::contains(const SqlText &text, const SqlText &part) const
{
    return sql(u"strpos(%, %) > 0", {text, part});
}

SqlText PostgresDialect::startsWith(const SqlText &text, const SqlText &part) const
{
    return sql(u"starts_with(%, %)", {text, part});
}

SqlText PostgresDialect::endsWith(const SqlText &text, const SqlText &part) const
{
    return sql(u"right(%, char_length(%)) COLLATE \"C\" = %", {text, part, part});
}

SqlText PostgresDialect::monthAndDay(const SqlText &value) const { return sql(u"to_char(%, 'MM-DD')", {value}); }

SqlText PostgresDialect::call(const domain::TypedOperand &node, const QList<SqlText> &parts) const
{
    using Kind = Operand::Kind;
    switch (node.node->kind) {
    case Kind::GetDate:
        return dayOf(parts[0], node.parts[0].type);
    case Kind::AddDays:
        return sql(u"helio_add_days(%, %)", {parts[0], parts[1]});
    case Kind::DateDiff:
        return sql(u"(% - %)::bigint", {dayOf(parts[0], node.parts[0].type), dayOf(parts[1], node.parts[1].type)});
    case Kind::ToNumber:
        return real(parts[0]);
    case Kind::ToWhole:
        return node.parts[0].type == FieldType::Number ? sql(u"helio_cut(%)", {parts[0]}) : parts[0];
    case Kind::Length:
        return sql(u"char_length(%)::bigint", {parts[0]});
    case Kind::PartOfDate:
        switch (node.node->datePart) {
        case domain::DatePart::Year:
            return sql(u"extract(year from %)::bigint", {parts[0]});
        case domain::DatePart::Month:
            return sql(u"extract(month from %)::bigint", {parts[0]});
        case domain::DatePart::Day:
            return sql(u"extract(day from %)::bigint", {parts[0]});
        }
        break;
    case Kind::Lower:
        return sql(u"(lower(% COLLATE \"und-x-icu\") COLLATE \"C\")", {parts[0]});
    case Kind::Upper:
        return sql(u"(upper(% COLLATE \"und-x-icu\") COLLATE \"C\")", {parts[0]});
    case Kind::Negate:
        return sql(node.type == FieldType::Whole ? u"helio_whole(1, 0, %)" : u"(-(%))", {parts[0]});
    case Kind::Calculate: {
        const QString operation = QString::number(static_cast<int>(node.node->arithmetic));
        if (node.type == FieldType::Whole)
            return sql(u"helio_whole(%, %, %)", {operation, parts[0], parts[1]});
        return sql(u"helio_number(%, %, %)", {operation, real(parts[0]), real(parts[1])});
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

SqlText PostgresDialect::either(const SqlText &a, const SqlText &b, FieldType type) const
{
    if (type == FieldType::Date || type == FieldType::DateTime)
        return a;
    return sql(u"helio_either(%, %)", {a, b});
}

SqlText PostgresDialect::real(const SqlText &value) const { return sql(u"(%)::double precision", {value}); }

int PostgresDialect::deepest() const { return std::numeric_limits<int>::max(); }

SqlText PostgresDialect::inMemory(const domain::CompiledCondition &, const domain::ConditionTime &,
                                  const QList<SqlText> &) const
{
    return {};
}

QStringList postgresConditionFunctions()
{
    return {
        u"CREATE OR REPLACE FUNCTION helio_compare(a bigint, b double precision) RETURNS int LANGUAGE sql IMMUTABLE"
        " STRICT AS $$ SELECT CASE WHEN b >= 9223372036854775808 THEN -1 WHEN b < -9223372036854775808 THEN 1"
        " WHEN a <> trunc(b)::bigint THEN sign(a::numeric - trunc(b)::bigint)::int"
        " ELSE -sign(b - trunc(b))::int END $$"_s,
        // add, subtract, multiply, remainder with the divisor's sign
        u"CREATE OR REPLACE FUNCTION helio_whole(op int, a bigint, b bigint) RETURNS bigint LANGUAGE plpgsql IMMUTABLE"
        " STRICT AS $$ BEGIN RETURN CASE op WHEN 0 THEN a + b WHEN 1 THEN a - b WHEN 2 THEN a * b"
        " WHEN 4 THEN CASE WHEN b = -1 THEN 0 WHEN a % b <> 0 AND (a % b < 0) <> (b < 0) THEN a % b + b"
        " ELSE a % b END END; EXCEPTION WHEN numeric_value_out_of_range OR division_by_zero THEN RETURN NULL;"
        " END $$"_s,
        // an underflow, which is an error there, is 0
        u"CREATE OR REPLACE FUNCTION helio_number(op int, a double precision, b double precision)"
        " RETURNS double precision LANGUAGE plpgsql IMMUTABLE STRICT AS $$ BEGIN RETURN CASE op WHEN 0 THEN a + b"
        " WHEN 1 THEN a - b WHEN 2 THEN a * b WHEN 3 THEN a / b END; EXCEPTION WHEN division_by_zero THEN"
        " RETURN NULL; WHEN numeric_value_out_of_range THEN IF op = 2 AND ln(abs(a)) + ln(abs(b)) < 0 THEN RETURN 0;"
        " ELSIF op = 3 AND ln(abs(a)) - ln(abs(b)) < 0 THEN RETURN 0; END IF; RETURN NULL; END $$"_s,
        u"CREATE OR REPLACE FUNCTION helio_cut(a double precision) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT AS"
        " $$ SELECT CASE WHEN a >= -9223372036854775808 AND a < 9223372036854775808 THEN trunc(a)::bigint END $$"_s,
        u"CREATE OR REPLACE FUNCTION helio_add_days(day date, days bigint) RETURNS date LANGUAGE sql IMMUTABLE STRICT "
        u"AS"
        " $$ SELECT CASE WHEN days BETWEEN -3660000 AND 3660000 AND (day - date '0001-01-01') + days BETWEEN 0 AND"
        " (date '9999-12-31' - date '0001-01-01') THEN day + days::int END $$"_s,
        u"CREATE OR REPLACE FUNCTION helio_either(a text, b text) RETURNS text LANGUAGE sql IMMUTABLE AS"
        " $$ SELECT CASE WHEN a IS NULL THEN NULL WHEN a <> '' THEN a ELSE b END $$"_s,
        u"CREATE OR REPLACE FUNCTION helio_either(a bigint, b bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS"
        " $$ SELECT CASE WHEN a IS NULL THEN NULL WHEN a <> 0 THEN a ELSE b END $$"_s,
        u"CREATE OR REPLACE FUNCTION helio_either(a double precision, b double precision) RETURNS double precision"
        " LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN a IS NULL THEN NULL WHEN a <> 0 THEN a ELSE b END $$"_s,
        // custom attributes read as a type, as domain::attributeDatum() does
        u"CREATE OR REPLACE FUNCTION helio_attribute_text(value jsonb) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS"
        " $$ SELECT CASE jsonb_typeof(value) WHEN 'string' THEN value #>> '{}' WHEN 'boolean' THEN value #>> '{}'"
        " WHEN 'number' THEN trim_scale((value #>> '{}')::numeric)::text END $$"_s,
        u"CREATE OR REPLACE FUNCTION helio_attribute_number(value jsonb) RETURNS double precision LANGUAGE sql"
        " IMMUTABLE STRICT AS $$ SELECT CASE jsonb_typeof(value) WHEN 'number' THEN (value #>> '{}')::double precision"
        " WHEN 'boolean' THEN (value #>> '{}')::boolean::int::double precision WHEN 'string' THEN"
        " CASE WHEN value #>> '{}' ~ '^[+-]?[0-9]{1,15}([.][0-9]{1,15})?$' THEN (value #>> '{}')::double precision END"
        " END $$"_s,
        u"CREATE OR REPLACE FUNCTION helio_attribute_whole(value jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT AS"
        " $$ SELECT CASE jsonb_typeof(value) WHEN 'number' THEN CASE WHEN abs((value #>> '{}')::numeric) <="
        " 9007199254740992 AND (value #>> '{}')::numeric = trunc((value #>> '{}')::numeric) THEN"
        " (value #>> '{}')::numeric::bigint END WHEN 'boolean' THEN (value #>> '{}')::boolean::int::bigint"
        " WHEN 'string' THEN CASE WHEN value #>> '{}' ~ '^[+-]?[0-9]{1,15}$' THEN (value #>> '{}')::bigint END"
        " END $$"_s,
        u"CREATE OR REPLACE FUNCTION helio_attribute_truth(value jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT AS"
        " $$ SELECT CASE jsonb_typeof(value) WHEN 'string' THEN (value #>> '{}' <> '')::int::bigint WHEN 'boolean'"
        " THEN (value #>> '{}')::boolean::int::bigint WHEN 'number' THEN ((value #>> '{}')::double precision <>"
        " 0)::int::bigint END $$"_s,
        u"CREATE OR REPLACE FUNCTION helio_attribute_time(value jsonb) RETURNS timestamp LANGUAGE plpgsql IMMUTABLE"
        " STRICT AS $$ DECLARE t text := value #>> '{}'; BEGIN IF jsonb_typeof(value) <> 'string' OR t !~"
        " '^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?$' OR t ~ '[ T]24|:60|^0000' THEN RETURN "
        "NULL;"
        " END IF; RETURN t::timestamp; EXCEPTION WHEN OTHERS THEN RETURN NULL; END $$"_s,
    };
}

} // namespace storage
