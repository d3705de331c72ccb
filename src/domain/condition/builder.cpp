#include "domain/condition/builder.h"

#include <algorithm>

namespace domain {

namespace {

using Kind = Condition::Kind;

bool isField(const Operand &operand) { return operand.kind == Operand::Kind::Field; }

/// A constant that a row can show: a literal, or a relative time (perhaps at midnight).
bool isValue(const Operand &operand)
{
    if (operand.kind == Operand::Kind::GetTime)
        return operand.parts[0].kind == Operand::Kind::Relative;
    return operand.kind == Operand::Kind::Constant || operand.kind == Operand::Kind::Relative;
}

RowTest testOf(Comparison comparison) { return static_cast<RowTest>(comparison); }

RowTest mirrored(RowTest test)
{
    switch (test) {
    case RowTest::Less:
        return RowTest::Greater;
    case RowTest::LessEqual:
        return RowTest::GreaterEqual;
    case RowTest::Greater:
        return RowTest::Less;
    case RowTest::GreaterEqual:
        return RowTest::LessEqual;
    default:
        return test;
    }
}

std::optional<ConditionRow> comparisonRow(const Condition &condition)
{
    const Operand &left = condition.operands[0];
    const Operand &right = condition.operands[1];
    const RowTest test = testOf(condition.comparison);
    if (isField(left) && isValue(right))
        return ConditionRow{left.field, test, {right}};
    if (isField(right) && isValue(left))
        return ConditionRow{right.field, mirrored(test), {left}};
    return std::nullopt;
}

std::optional<ConditionRow> rangeRow(const Condition &condition)
{
    if (condition.parts.size() != 2)
        return std::nullopt;
    const auto low = rowOf(condition.parts[0]);
    const auto high = rowOf(condition.parts[1]);
    if (!low || !high || low->test != RowTest::GreaterEqual || high->test != RowTest::LessEqual ||
        low->field != high->field)
        return std::nullopt;
    return ConditionRow{low->field, RowTest::Between, {low->values[0], high->values[0]}};
}

} // namespace

std::optional<ConditionRow> rowOf(const Condition &condition)
{
    const std::vector<Operand> &operands = condition.operands;
    const bool hasField = !operands.empty() && isField(operands[0]);
    const auto row = [&](RowTest plain, RowTest negated) {
        ConditionRow made{operands[0].field, condition.negated ? negated : plain};
        made.values.assign(operands.begin() + 1, operands.end());
        return made;
    };
    switch (condition.kind) {
    case Kind::All:
        return rangeRow(condition);
    case Kind::Any:
        return std::nullopt;
    case Kind::Not:
        if (const Condition &part = condition.parts[0]; part.kind == Kind::IsTrue && isField(part.operands[0]))
            return ConditionRow{part.operands[0].field, RowTest::IsEmpty};
        return std::nullopt;
    case Kind::Compare:
        return comparisonRow(condition);
    case Kind::IsTrue:
        return hasField ? std::optional(row(RowTest::IsNotEmpty, RowTest::IsNotEmpty)) : std::nullopt;
    case Kind::IsNull:
        return hasField ? std::optional(row(RowTest::IsMissing, RowTest::IsKnown)) : std::nullopt;
    case Kind::Anniversary:
        if (!hasField)
            return std::nullopt;
        return ConditionRow{operands[0].field, RowTest::Anniversary, {}, condition.days};
    case Kind::OneOf:
    case Kind::Text:
    case Kind::Member:
        break;
    }
    if (!hasField || !std::all_of(operands.begin() + 1, operands.end(), isValue))
        return std::nullopt;
    if (condition.kind == Kind::OneOf)
        return row(RowTest::OneOf, RowTest::NoneOf);
    if (condition.kind == Kind::Member || condition.text == TextTest::Contains)
        return row(RowTest::Contains, RowTest::NotContains);
    const RowTest test = condition.text == TextTest::StartsWith ? RowTest::StartsWith : RowTest::EndsWith;
    return row(test, test);
}

Condition conditionOf(const ConditionRow &row, const ConditionField &field)
{
    Condition made;
    made.operands.push_back(Operand::ofField(row.field));
    made.operands.insert(made.operands.end(), row.values.begin(), row.values.end());
    const auto isNone = [&] {
        const Operand *only = row.values.empty() ? nullptr : &row.values.front();
        return only && only->kind == Operand::Kind::Constant && only->literal.index() == 0;
    };
    switch (row.test) {
    case RowTest::Equal:
    case RowTest::NotEqual:
        if (isNone()) {
            made.kind = Kind::IsNull;
            made.negated = row.test == RowTest::NotEqual;
            made.operands.resize(1);
            break;
        }
        [[fallthrough]];
    case RowTest::Less:
    case RowTest::LessEqual:
    case RowTest::Greater:
    case RowTest::GreaterEqual:
        made.kind = Kind::Compare;
        made.comparison = static_cast<Comparison>(row.test);
        break;
    case RowTest::Between:
        return Condition::group(Kind::All, {conditionOf({row.field, RowTest::GreaterEqual, {row.values.at(0)}}, field),
                                            conditionOf({row.field, RowTest::LessEqual, {row.values.at(1)}}, field)});
    case RowTest::OneOf:
    case RowTest::NoneOf:
        made.kind = Kind::OneOf;
        made.negated = row.test == RowTest::NoneOf;
        break;
    case RowTest::Contains:
    case RowTest::NotContains:
        made.kind = field.type == FieldType::List ? Kind::Member : Kind::Text;
        made.negated = row.test == RowTest::NotContains;
        break;
    case RowTest::StartsWith:
    case RowTest::EndsWith:
        made.kind = Kind::Text;
        made.text = row.test == RowTest::StartsWith ? TextTest::StartsWith : TextTest::EndsWith;
        break;
    case RowTest::IsEmpty:
    case RowTest::IsNotEmpty:
        made.kind = Kind::IsTrue;
        if (row.test == RowTest::IsEmpty)
            return Condition::negation(std::move(made));
        break;
    case RowTest::IsMissing:
    case RowTest::IsKnown:
        made.kind = Kind::IsNull;
        made.negated = row.test == RowTest::IsKnown;
        break;
    case RowTest::Anniversary:
        made.kind = Kind::Anniversary;
        made.days = row.days;
        break;
    }
    return made;
}

QList<RowTest> testsFor(FieldType type)
{
    using enum RowTest;
    switch (type) {
    case FieldType::Text:
        return {Equal, NotEqual,  OneOf,   NoneOf,       Contains, NotContains, StartsWith, EndsWith,
                Less,  LessEqual, Greater, GreaterEqual, Between,  IsEmpty,     IsNotEmpty};
    case FieldType::Whole:
    case FieldType::Number:
        return {Equal, NotEqual, Less,    LessEqual,  Greater,   GreaterEqual, Between,
                OneOf, NoneOf,   IsEmpty, IsNotEmpty, IsMissing, IsKnown};
    case FieldType::YesNo:
        return {Equal, NotEqual, IsMissing, IsKnown};
    case FieldType::Date:
        return {Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, Between, Anniversary, IsMissing, IsKnown};
    case FieldType::DateTime:
        return {Less, LessEqual, Greater, GreaterEqual, Between, Anniversary, IsMissing, IsKnown};
    case FieldType::List:
        return {Contains, NotContains, IsEmpty, IsNotEmpty};
    case FieldType::Any:
        return {Equal,     NotEqual, OneOf,        NoneOf,  Contains,    NotContains, StartsWith, EndsWith,  Less,
                LessEqual, Greater,  GreaterEqual, Between, Anniversary, IsEmpty,     IsNotEmpty, IsMissing, IsKnown};
    }
    return {};
}

int valueCount(RowTest test)
{
    switch (test) {
    case RowTest::Between:
        return 2;
    case RowTest::OneOf:
    case RowTest::NoneOf:
        return -1;
    case RowTest::IsEmpty:
    case RowTest::IsNotEmpty:
    case RowTest::IsMissing:
    case RowTest::IsKnown:
    case RowTest::Anniversary:
        return 0;
    default:
        return 1;
    }
}

} // namespace domain
