#include "domain/condition/evaluator.h"

#include "domain/condition/evaluation.h"
#include "domain/condition/functions.h"

#include <deque>

using namespace Qt::StringLiterals;

namespace domain {

using namespace conditionfunctions;

namespace {

/// A value while it is worked with; texts and lists are borrowed.
struct Cell
{
    bool isNull = true;
    bool isReal = false;
    qint64 whole = 0;
    double real = 0;
    QStringView text{};
    const QStringList *list = nullptr;

    [[nodiscard]] double number() const { return isReal ? real : static_cast<double>(whole); }
};

Cell cellOf(qint64 value)
{
    Cell cell;
    cell.isNull = false;
    cell.whole = value;
    return cell;
}
Cell cellOf(std::optional<qint64> value) { return value ? cellOf(*value) : Cell(); }
Cell cellOf(double value)
{
    Cell cell;
    cell.isNull = false;
    cell.isReal = true;
    cell.real = value;
    return cell;
}
Cell cellOf(QStringView value)
{
    Cell cell;
    cell.isNull = false;
    cell.text = value.isNull() ? QStringView(u"") : value; // to Qt, nothing ends with "" but ""
    return cell;
}

Truth truthOf(bool yes) { return yes ? Truth::True : Truth::False; }
Truth inverted(Truth truth) { return truth == Truth::Unknown ? truth : truthOf(truth == Truth::False); }

int codePointsOf(QStringView text)
{
    int count = 0;
    for (const QChar c : text)
        count += c.isLowSurrogate() ? 0 : 1;
    return count;
}

bool holds(Comparison comparison, int order)
{
    switch (comparison) {
    case Comparison::Equal:
        return order == 0;
    case Comparison::NotEqual:
        return order != 0;
    case Comparison::Less:
        return order < 0;
    case Comparison::LessEqual:
        return order <= 0;
    case Comparison::Greater:
        return order > 0;
    case Comparison::GreaterEqual:
        return order >= 0;
    }
    return false;
}

class Evaluation
{
public:
    Evaluation(const std::vector<FieldUse> &uses, std::span<const ConditionDatum> record, const ConditionTime &time)
        : m_uses(uses), m_record(record), m_time(time)
    {}

    Truth answer(const TypedCondition &typed)
    {
        using Kind = Condition::Kind;
        const Condition &node = *typed.node;
        switch (node.kind) {
        case Kind::All:
        case Kind::Any: {
            const Truth decisive = truthOf(node.kind == Kind::Any);
            Truth truth = inverted(decisive);
            for (const TypedCondition &part : typed.parts) {
                const Truth own = answer(part);
                if (own == decisive)
                    return own;
                if (own == Truth::Unknown)
                    truth = own;
            }
            return truth;
        }
        case Kind::Not:
            return inverted(answer(typed.parts[0]));
        case Kind::IsTrue: {
            const Cell cell = value(typed.operands[0]);
            if (cell.isNull && !typed.operands[0].isPlain)
                return Truth::Unknown;
            return truthOf(isTrue(cell, typed.operands[0].type));
        }
        case Kind::IsNull: {
            const Cell cell = value(typed.operands[0]);
            if (cell.isNull && !typed.operands[0].isPlain)
                return Truth::Unknown;
            return truthOf(isMissing(cell, typed.operands[0]) != node.negated);
        }
        case Kind::Compare:
            return comparison(node.comparison, typed.operands[0], typed.operands[1]);
        case Kind::OneOf:
            return oneOf(typed);
        case Kind::Text:
        case Kind::Member:
            return textTest(typed);
        case Kind::Anniversary:
            return anniversary(typed);
        }
        return Truth::Unknown;
    }

    ConditionDatum datum(const TypedOperand &operand)
    {
        const Cell cell = value(operand);
        ConditionDatum datum;
        datum.isNull = cell.isNull;
        datum.whole = cell.whole;
        datum.number = cell.number();
        datum.text = cell.text.toString();
        return datum;
    }

private:
    static bool isTrue(const Cell &cell, FieldType type)
    {
        if (cell.isNull)
            return false;
        switch (type) {
        case FieldType::Text:
            return !cell.text.isEmpty();
        case FieldType::List:
            return !cell.list->isEmpty();
        case FieldType::Date:
        case FieldType::DateTime:
            return true;
        default:
            return cell.isReal ? cell.real != 0 : cell.whole != 0;
        }
    }

    [[nodiscard]] bool isMissing(const Cell &cell, const TypedOperand &operand) const
    {
        return cell.isNull || (operand.slot >= 0 && m_uses[size_t(operand.slot)].emptyIsMissing &&
                               operand.type == FieldType::Text && cell.text.isEmpty());
    }

    static int order(const Cell &a, const Cell &b, FieldType type)
    {
        if (type == FieldType::Text)
            return compare(a.text, b.text);
        if (a.isReal && b.isReal)
            return a.real < b.real ? -1 : (a.real > b.real ? 1 : 0);
        if (b.isReal)
            return compare(a.whole, b.real);
        if (a.isReal)
            return -compare(b.whole, a.real);
        return a.whole < b.whole ? -1 : (a.whole > b.whole ? 1 : 0);
    }

    Truth comparison(Comparison comparison, const TypedOperand &left, const TypedOperand &right)
    {
        const Cell a = value(left);
        const Cell b = value(right);
        if (!a.isNull && !b.isNull)
            return truthOf(holds(comparison, order(a, b, left.type)));
        const bool isUnknown = (a.isNull && !left.isPlain) || (b.isNull && !right.isPlain);
        if (isUnknown || (comparison != Comparison::Equal && comparison != Comparison::NotEqual))
            return Truth::Unknown;
        return truthOf((a.isNull && b.isNull) == (comparison == Comparison::Equal));
    }

    Truth oneOf(const TypedCondition &typed)
    {
        const TypedOperand &operand = typed.operands[0];
        const Cell cell = value(operand);
        if (cell.isNull && !operand.isPlain)
            return Truth::Unknown;
        bool isFound = false;
        for (size_t i = 1; i < typed.operands.size() && !isFound; ++i) {
            const Cell item = value(typed.operands[i]);
            isFound = item.isNull ? isMissing(cell, operand) : !cell.isNull && order(cell, item, operand.type) == 0;
        }
        return truthOf(isFound != typed.node->negated);
    }

    Truth textTest(const TypedCondition &typed)
    {
        const Cell whole = value(typed.operands[0]);
        const Cell part = value(typed.operands[1]);
        if (whole.isNull || part.isNull)
            return Truth::Unknown;
        const Condition &node = *typed.node;
        if (node.kind == Condition::Kind::Member) {
            const bool ignoresCase = m_uses[size_t(typed.operands[0].slot)].ignoresCase;
            const bool isFound = std::any_of(whole.list->begin(), whole.list->end(), [&](const QString &item) {
                return ignoresCase ? sameButForAsciiCase(item, part.text) : part.text == item;
            });
            return truthOf(isFound != node.negated);
        }
        switch (node.text) {
        case TextTest::Contains:
            return truthOf(whole.text.contains(part.text) != node.negated);
        case TextTest::StartsWith:
            return truthOf(whole.text.startsWith(part.text));
        case TextTest::EndsWith:
            return truthOf(whole.text.endsWith(part.text));
        }
        return Truth::Unknown;
    }

    static bool sameButForAsciiCase(QStringView a, QStringView b)
    {
        const auto folded = [](QChar c) {
            return c >= u'A' && c <= u'Z' ? QChar(static_cast<char16_t>(c.unicode() + 32)) : c;
        };
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                          [&](QChar x, QChar y) { return folded(x) == folded(y); });
    }

    Truth anniversary(const TypedCondition &typed)
    {
        const Cell cell = value(typed.operands[0]);
        if (cell.isNull)
            return Truth::False;
        const auto meant = addDays(m_time.today.toJulianDay(), typed.node->days);
        if (!meant)
            return Truth::False;
        const qint64 day = typed.operands[0].type == FieldType::DateTime ? dayOf(cell.whole) : cell.whole;
        const QDate own = QDate::fromJulianDay(day);
        const QDate other = QDate::fromJulianDay(*meant);
        const bool isLeapDay = own.month() == 2 && own.day() == 29 && !QDate::isLeapYear(other.year());
        return truthOf(own.month() == other.month() && (isLeapDay ? 28 : own.day()) == other.day());
    }

    Cell value(const TypedOperand &typed)
    {
        using Kind = Operand::Kind;
        const Operand &node = *typed.node;
        switch (node.kind) {
        case Kind::Constant:
            return constant(node.literal);
        case Kind::Field:
            return field(m_record[size_t(typed.slot)], typed.type);
        case Kind::Relative:
            return cellOf(resolve(node.relative, m_time));
        case Kind::FirstTrue:
            for (const TypedOperand &part : typed.parts) {
                const Cell cell = value(part);
                if (&part == &typed.parts.back() || isTrue(cell, part.type) || (cell.isNull && !part.isPlain))
                    return cell;
            }
            return {};
        default:
            break;
        }
        const Cell first = value(typed.parts[0]);
        if (!first.isNull && typed.parts.size() == 1)
            return ofOne(typed, first);
        if (typed.parts.size() == 1)
            return ofMissing(typed);
        const Cell second = value(typed.parts[1]);
        return first.isNull || second.isNull ? Cell() : ofTwo(typed, first, second);
    }

    static Cell constant(const Literal &literal)
    {
        struct Reader
        {
            Cell operator()(std::monostate) const { return {}; }
            Cell operator()(bool yes) const { return cellOf(qint64{yes}); }
            Cell operator()(qint64 whole) const { return cellOf(whole); }
            Cell operator()(double number) const { return cellOf(number); }
            Cell operator()(const QString &text) const { return cellOf(QStringView(text)); }
            Cell operator()(QDate date) const { return cellOf(date.toJulianDay()); }
            Cell operator()(const QDateTime &time) const
            {
                return cellOf(midnightOf(time.date().toJulianDay()) + time.time().msecsSinceStartOfDay() / 1000);
            }
        };
        return std::visit(Reader{}, literal);
    }

    static Cell field(const ConditionDatum &datum, FieldType type)
    {
        if (datum.isNull)
            return {};
        if (type == FieldType::Number)
            return cellOf(datum.number);
        Cell cell = cellOf(QStringView(datum.text));
        cell.whole = datum.whole;
        cell.list = &datum.list;
        return cell;
    }

    /// A function of a null: what getdate, flt and cint make of it where it is a plain one.
    [[nodiscard]] Cell ofMissing(const TypedOperand &typed) const
    {
        if (!typed.parts[0].isPlain)
            return {};
        switch (typed.node->kind) {
        case Operand::Kind::GetDate:
            return cellOf(m_time.today.toJulianDay());
        case Operand::Kind::ToNumber:
            return cellOf(0.0);
        case Operand::Kind::ToWhole:
            return cellOf(qint64{0});
        default:
            return {};
        }
    }

    Cell ofOne(const TypedOperand &typed, const Cell &cell)
    {
        using Kind = Operand::Kind;
        const TypedOperand &part = typed.parts[0];
        const auto day = [&] { return part.type == FieldType::DateTime ? dayOf(cell.whole) : cell.whole; };
        switch (typed.node->kind) {
        case Kind::GetDate:
            return cellOf(day());
        case Kind::GetTime:
            return cellOf(part.type == FieldType::DateTime ? cell.whole : midnightOf(cell.whole));
        case Kind::ToNumber:
            return cellOf(cell.number());
        case Kind::ToWhole:
            return cell.isReal ? cellOf(whole(cell.real)) : cell;
        case Kind::Length:
            return cellOf(part.type == FieldType::List ? qint64{cell.list->size()} : qint64{codePointsOf(cell.text)});
        case Kind::PartOfDate:
            return cellOf(qint64{conditionfunctions::part(typed.node->datePart, day())});
        case Kind::Lower:
            return cellOf(QStringView(m_made.emplace_back(lower(cell.text.toString()))));
        case Kind::Upper:
            return cellOf(QStringView(m_made.emplace_back(upper(cell.text.toString()))));
        case Kind::Negate:
            return cell.isReal ? cellOf(-cell.real) : cellOf(calculate(Arithmetic::Subtract, qint64{0}, cell.whole));
        default:
            return {};
        }
    }

    static Cell ofTwo(const TypedOperand &typed, const Cell &a, const Cell &b)
    {
        using Kind = Operand::Kind;
        const auto day = [&](size_t i, const Cell &cell) {
            return typed.parts[i].type == FieldType::DateTime ? dayOf(cell.whole) : cell.whole;
        };
        switch (typed.node->kind) {
        case Kind::AddDays:
            return cellOf(addDays(a.whole, b.whole));
        case Kind::AddMonths:
            return cellOf(addMonths(a.whole, b.whole));
        case Kind::DateDiff:
            return cellOf(day(0, a) - day(1, b));
        case Kind::Calculate:
            if (typed.type == FieldType::Whole)
                return cellOf(calculate(typed.node->arithmetic, a.whole, b.whole));
            if (const auto result = calculate(typed.node->arithmetic, a.number(), b.number()))
                return cellOf(*result);
            return {};
        default:
            return {};
        }
    }

    const std::vector<FieldUse> &m_uses;
    std::span<const ConditionDatum> m_record;
    const ConditionTime &m_time;
    std::deque<QString> m_made; ///< texts that came about while evaluating; a deque moves nothing
};

} // namespace

Truth answer(const TypedCondition &condition, const std::vector<FieldUse> &uses, std::span<const ConditionDatum> record,
             const ConditionTime &time)
{
    return Evaluation(uses, record, time).answer(condition);
}

ConditionDatum constantOf(const TypedOperand &operand, const ConditionTime &time)
{
    static const std::vector<FieldUse> none;
    Evaluation evaluation(none, {}, time);
    return evaluation.datum(operand);
}

} // namespace domain
