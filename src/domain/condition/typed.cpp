#include "domain/condition/typed.h"

#include "domain/condition/problem.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr int faultyMark = -1;
constexpr int deepest = 200; // of groups within groups; both notations stay far below

bool isFaulty(const TypedOperand &typed) { return typed.node->at.mark == faultyMark; }
bool isNumber(FieldType type)
{
    return type == FieldType::Whole || type == FieldType::Number || type == FieldType::YesNo;
}
bool isWhole(FieldType type) { return type == FieldType::Whole || type == FieldType::YesNo; }
bool isDay(FieldType type) { return type == FieldType::Date || type == FieldType::DateTime; }
bool isSameClass(FieldType a, FieldType b) { return a == b || (isNumber(a) && isNumber(b)); }

/// How an attribute is read beside a value of this type.
FieldType viewFor(FieldType type)
{
    if (type == FieldType::Any || type == FieldType::List)
        return FieldType::Text;
    return isNumber(type) ? FieldType::Number : type;
}

FieldType typeOf(const Literal &literal)
{
    static constexpr FieldType types[] = {FieldType::Text, FieldType::YesNo, FieldType::Whole,   FieldType::Number,
                                          FieldType::Text, FieldType::Date,  FieldType::DateTime};
    return types[literal.index()];
}

} // namespace

Operand ConditionTyper::faulty(SourceRange at)
{
    Operand operand;
    operand.at = {at.from, at.to, faultyMark};
    return operand;
}

int ConditionTyper::slotOf(const QString &name, FieldType type)
{
    for (size_t i = 0; i < m_uses.size(); ++i)
        if (m_uses[i].name == name && m_uses[i].type == type)
            return static_cast<int>(i);
    FieldUse use{name, type};
    if (const auto field = m_fields.find(name)) {
        use.emptyIsMissing = field->emptyIsMissing;
        use.ignoresCase = field->ignoresCase;
        use.isAttribute = field->type == FieldType::Any;
    }
    m_uses.push_back(use);
    return static_cast<int>(m_uses.size()) - 1;
}

void ConditionTyper::readAs(TypedOperand &typed, FieldType type)
{
    if (typed.type != FieldType::Any)
        return;
    typed.type = type;
    if (typed.node->kind == Operand::Kind::Field)
        typed.slot = slotOf(typed.node->field, type);
    for (TypedOperand &part : typed.parts)
        readAs(part, type);
}

bool ConditionTyper::need(TypedOperand &typed, bool fits, FieldType type, int from, const QString &message)
{
    if (isFaulty(typed))
        return false;
    if (typed.type == FieldType::Any) {
        readAs(typed, type);
        return true;
    }
    if (!fits || typed.isNone)
        fault("E_TYPE", from, message);
    return fits && !typed.isNone;
}

void ConditionTyper::needConstant(const TypedOperand &typed, const QString &message)
{
    if (!typed.isConstant && !isFaulty(typed))
        fault("E_ARGS", typed.node->at.from, message);
}

TypedOperand ConditionTyper::operand(const Operand &node)
{
    using Kind = Operand::Kind;
    TypedOperand typed;
    typed.node = &node;
    for (const Operand &part : node.parts) {
        typed.parts.push_back(operand(part));
        const TypedOperand &made = typed.parts.back();
        typed.isConstant = typed.isConstant && made.isConstant;
        typed.isPlain = typed.isPlain && made.isPlain;
        typed.height = std::max(typed.height, made.height + 1);
    }
    if (typed.height == conditionlimits::height + 1)
        fault("E_LIMIT", node.at.mark, u"the calculation is too long"_s);
    switch (node.kind) {
    case Kind::Constant:
        typed.type = typeOf(node.literal);
        typed.isNone = node.literal.index() == 0;
        break;
    case Kind::Field: {
        const auto field = m_fields.find(node.field);
        typed.isConstant = false;
        if (!field)
            fault("E_FIELD", node.at.mark, u"unknown field `%1`"_s.arg(node.field));
        typed.type = field ? field->type : FieldType::Any;
        if (typed.type != FieldType::Any)
            typed.slot = slotOf(node.field, typed.type);
        break;
    }
    case Kind::Relative:
        typed.type = node.relative.base == RelativeTime::Base::Now ? FieldType::DateTime : FieldType::Date;
        typed.isPlain = node.relative.amount == 0;
        if (node.relative.unit >= RelativeTime::Unit::Hour && typed.type == FieldType::Date)
            fault("E_VALUE", node.at.from, u"hours and minutes go with `now` alone"_s);
        break;
    default:
        call(typed);
    }
    return typed;
}

void ConditionTyper::call(TypedOperand &typed)
{
    using Kind = Operand::Kind;
    const Operand &node = *typed.node;
    std::vector<TypedOperand> &parts = typed.parts;
    const auto isDayOf = [&](size_t i, const QString &what) {
        return need(parts[i], isDay(parts[i].type), FieldType::Date, parts[i].node->at.from, what);
    };
    const auto isCount = [&](size_t i) {
        return need(parts[i], isWhole(parts[i].type), FieldType::Whole, parts[i].node->at.from,
                    u"a whole number is expected"_s);
    };
    switch (node.kind) {
    case Kind::GetDate:
        typed.type = FieldType::Date;
        if (!parts[0].isNone)
            isDayOf(0, u"a date is expected"_s);
        break;
    case Kind::GetTime:
        typed.type = FieldType::DateTime;
        isDayOf(0, u"a date is expected"_s);
        needConstant(parts[0], u"this cannot depend on a field"_s);
        break;
    case Kind::AddDays:
    case Kind::AddMonths:
        typed.type = FieldType::Date;
        typed.isPlain = false;
        need(parts[0], parts[0].type == FieldType::Date, FieldType::Date, parts[0].node->at.from,
             u"a date is expected"_s);
        isCount(1);
        if (node.kind == Kind::AddMonths)
            for (const TypedOperand &part : parts)
                needConstant(part, u"months can be added to a date that depends on no field"_s);
        break;
    case Kind::DateDiff:
        typed.type = FieldType::Whole;
        isDayOf(0, u"a date is expected"_s);
        isDayOf(1, u"a date is expected"_s);
        break;
    case Kind::ToNumber:
    case Kind::ToWhole:
        typed.type = node.kind == Kind::ToNumber ? FieldType::Number : FieldType::Whole;
        if (!parts[0].isNone)
            need(parts[0], isNumber(parts[0].type), FieldType::Number, parts[0].node->at.from,
                 u"a number is expected"_s);
        break;
    case Kind::Length:
        typed.type = FieldType::Whole;
        typed.isPlain = false;
        need(parts[0], parts[0].type == FieldType::Text || parts[0].type == FieldType::List, FieldType::Text,
             parts[0].node->at.from, u"a text or a list is expected"_s);
        break;
    case Kind::PartOfDate:
        typed.type = FieldType::Whole;
        typed.isPlain = false;
        need(parts[0], isDay(parts[0].type), FieldType::Date, node.at.mark, u"only a date has this"_s);
        break;
    case Kind::Lower:
    case Kind::Upper:
        typed.type = FieldType::Text;
        typed.isPlain = false;
        need(parts[0], parts[0].type == FieldType::Text, FieldType::Text, node.at.mark, u"only a text has this"_s);
        break;
    case Kind::Negate:
    case Kind::Calculate:
        calculate(typed);
        break;
    case Kind::FirstTrue:
        firstTrue(typed);
        break;
    case Kind::Constant:
    case Kind::Field:
    case Kind::Relative:
        break; // operand() has them
    }
}

void ConditionTyper::calculate(TypedOperand &typed)
{
    const Operand &node = *typed.node;
    const bool needsWhole = node.kind == Operand::Kind::Calculate && node.arithmetic == Arithmetic::Remainder;
    bool areWhole = true;
    for (TypedOperand &part : typed.parts) {
        const bool fits = needsWhole ? isWhole(part.type) : isNumber(part.type);
        if (!need(part, fits, needsWhole ? FieldType::Whole : FieldType::Number, node.at.mark,
                  needsWhole ? u"whole numbers are expected"_s : u"numbers are expected"_s))
            break; // one fault is enough
        areWhole = areWhole && isWhole(part.type);
    }
    const bool divides = node.kind == Operand::Kind::Calculate && node.arithmetic == Arithmetic::Divide;
    typed.type = areWhole && !divides ? FieldType::Whole : FieldType::Number;
    typed.isPlain = false;
}

void ConditionTyper::firstTrue(TypedOperand &typed)
{
    typed.isNone = true;
    typed.type = FieldType::Any;
    for (const TypedOperand &part : typed.parts) {
        typed.isNone = typed.isNone && part.isNone;
        if (part.isNone || part.type == FieldType::Any)
            continue;
        if (typed.type == FieldType::Any && part.type != FieldType::List)
            typed.type = part.type;
        else if (!isSameClass(typed.type, part.type) || part.type == FieldType::List) {
            fault("E_TYPE", typed.node->at.mark, u"the two sides of `or` are of different kinds"_s);
            return;
        } else if (part.type == FieldType::Number || (typed.type == FieldType::YesNo && part.type == FieldType::Whole))
            typed.type = part.type;
    }
    if (typed.type == FieldType::Any && typed.isConstant)
        typed.type = FieldType::Text;
    if (typed.type == FieldType::Any)
        return;
    for (TypedOperand &part : typed.parts) {
        const bool isAttribute = part.type == FieldType::Any;
        readAs(part, viewFor(typed.type));
        if (isAttribute && part.type == FieldType::Number)
            typed.type = FieldType::Number;
    }
}

TypedCondition ConditionTyper::condition(const Condition &tree)
{
    using Kind = Condition::Kind;
    TypedCondition typed;
    typed.node = &tree;
    if (m_depth > deepest) {
        fault("E_DEPTH", tree.at.mark, u"nested too deeply"_s);
        return typed;
    }
    ++m_depth;
    for (const Condition &part : tree.parts)
        typed.parts.push_back(condition(part));
    --m_depth;
    for (const Operand &part : tree.operands)
        typed.operands.push_back(operand(part));
    std::vector<TypedOperand> &operands = typed.operands;
    switch (tree.kind) {
    case Kind::All:
    case Kind::Any:
    case Kind::Not:
        break;
    case Kind::IsTrue:
        readAs(operands[0], FieldType::YesNo);
        break;
    case Kind::IsNull:
        readAs(operands[0], FieldType::Text);
        break;
    case Kind::Compare:
        compare(tree, operands[0], operands[1]);
        break;
    case Kind::OneOf:
        oneOf(operands);
        break;
    case Kind::Text:
        textTest(tree, operands);
        break;
    case Kind::Member:
        if (operands[0].type != FieldType::List)
            fault("E_TYPE", tree.at.mark, u"a list is expected"_s);
        need(operands[1], operands[1].type == FieldType::Text, FieldType::Text, tree.at.mark,
             u"the items of the list are texts"_s);
        break;
    case Kind::Anniversary:
        need(operands[0], isDay(operands[0].type), FieldType::Date, operands[0].node->at.from, u"a date is expected"_s);
        break;
    }
    return typed;
}

void ConditionTyper::compare(const Condition &node, TypedOperand &left, TypedOperand &right)
{
    if (isFaulty(left) || isFaulty(right))
        return;
    const bool isOrder = node.comparison != Comparison::Equal && node.comparison != Comparison::NotEqual;
    if (left.isNone || right.isNone) {
        if (isOrder)
            fault("E_TYPE", node.at.mark, u"nothing is greater or less than a missing value"_s);
        readAs(left, FieldType::Text);
        readAs(right, FieldType::Text);
        return;
    }
    const FieldType leftView = viewFor(right.type);
    readAs(right, viewFor(left.type));
    readAs(left, leftView);
    if (!isSameClass(left.type, right.type) || left.type == FieldType::List)
        fault("E_TYPE", node.at.mark,
              isDay(left.type) && right.type == FieldType::Text
                  ? u"a date is compared with a date: getdate(\"2025-12-31\")"_s
                  : u"these two kinds of value cannot be compared"_s);
}

void ConditionTyper::oneOf(std::vector<TypedOperand> &operands)
{
    TypedOperand &value = operands[0];
    for (size_t i = 1; i < operands.size() && value.type == FieldType::Any; ++i)
        if (!operands[i].isNone && operands[i].type != FieldType::Any)
            readAs(value, viewFor(operands[i].type));
    readAs(value, FieldType::Text);
    for (size_t i = 1; i < operands.size(); ++i) {
        TypedOperand &item = operands[i];
        if (isFaulty(item))
            continue;
        const int from = item.node->at.from;
        if (!item.isConstant)
            fault("E_VALUE", from, u"the items of the list cannot depend on fields"_s);
        else if (!item.isNone && !isFaulty(value) && !value.isNone &&
                 (!isSameClass(item.type, value.type) || value.type == FieldType::List))
            fault("E_TYPE", from, u"this item is of another kind than the value that is looked for"_s);
        readAs(item, FieldType::Text);
    }
}

void ConditionTyper::textTest(const Condition &node, std::vector<TypedOperand> &operands)
{
    const bool isContains = node.text == TextTest::Contains;
    const auto isText = [&](TypedOperand &typed, int from) {
        return need(typed, typed.type == FieldType::Text, FieldType::Text, from, u"a text is expected"_s);
    };
    if (isText(operands[0], node.at.mark) || isFaulty(operands[0]))
        isText(operands[1], isContains ? node.at.mark : operands[1].node->at.from);
}

} // namespace domain
