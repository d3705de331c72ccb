#include "domain/condition/notation.h"
#include "domain/condition/rawtree.h"
#include "domain/condition/report.h"
#include "domain/condition/typed.h"

using namespace Qt::StringLiterals;

namespace domain {

namespace conditionparse {

namespace {

constexpr qint64 mostDays = 100'000; // that a relative date may be away

std::optional<qint64> wholeOf(const Operand &operand)
{
    if (operand.kind != Operand::Kind::Constant || !std::holds_alternative<qint64>(operand.literal))
        return std::nullopt;
    return std::get<qint64>(operand.literal);
}

/// Decides which parts of an expression are conditions and which are values.
class Binder
{
public:
    Binder(const FieldCatalogue &fields, Report &report) : m_fields(fields), m_report(report) {}

    Condition condition(const Raw &raw)
    {
        using Kind = Raw::Kind;
        switch (raw.kind) {
        case Kind::Or:
        case Kind::And: {
            std::vector<Condition> parts;
            for (const Raw &child : raw.children)
                parts.push_back(condition(child));
            return Condition::group(raw.kind == Kind::Or ? Condition::Kind::Any : Condition::Kind::All,
                                    std::move(parts), raw.at);
        }
        case Kind::Not:
            return Condition::negation(condition(raw.children[0]), raw.at);
        case Kind::Chain:
            return chain(raw);
        case Kind::In:
            return membership(raw);
        case Kind::Is:
            return identity(raw);
        case Kind::Call:
            if (raw.function == Function::Anniversary)
                return anniversary(raw);
            if (raw.function == Function::StartsWith || raw.function == Function::EndsWith) {
                Condition made = of(Condition::Kind::Text, raw);
                made.text = raw.function == Function::StartsWith ? TextTest::StartsWith : TextTest::EndsWith;
                made.operands = {value(raw.children[0]), value(raw.children[1])};
                return made;
            }
            break;
        case Kind::Constant:
            if (const bool *yes = std::get_if<bool>(&raw.literal))
                return of(*yes ? Condition::Kind::All : Condition::Kind::Any, raw);
            break;
        default:
            break;
        }
        Condition made = of(Condition::Kind::IsTrue, raw);
        made.operands = {value(raw)};
        return made;
    }

private:
    static Condition of(Condition::Kind kind, const Raw &raw)
    {
        Condition made;
        made.kind = kind;
        made.at = raw.at;
        return made;
    }
    static bool isNone(const Raw &raw)
    {
        return raw.kind == Raw::Kind::Constant && std::holds_alternative<std::monostate>(raw.literal);
    }

    Condition chain(const Raw &raw)
    {
        std::vector<Condition> parts;
        for (size_t i = 0; i < raw.comparisons.size(); ++i) {
            const Raw &left = raw.children[i];
            const Raw &right = raw.children[i + 1];
            Condition made = of(Condition::Kind::Compare, raw);
            made.at.mark = raw.marks[i].mark;
            made.comparison = raw.comparisons[i];
            const bool isEquality = made.comparison <= Comparison::NotEqual;
            if (isEquality && (isNone(left) || isNone(right))) {
                made.kind = Condition::Kind::IsNull;
                made.negated = made.comparison == Comparison::NotEqual;
                made.comparison = Comparison::Equal;
                made.operands = {value(isNone(right) ? left : right)};
            } else {
                made.operands = {value(left), value(right)};
            }
            parts.push_back(std::move(made));
        }
        return Condition::group(Condition::Kind::All, std::move(parts), raw.at);
    }

    Condition identity(const Raw &raw)
    {
        Condition made = of(Condition::Kind::IsNull, raw);
        made.negated = raw.negated;
        const bool isRightNone = isNone(raw.children[1]);
        if (!isRightNone && !isNone(raw.children[0]))
            m_report.fault("E_TYPE", raw.at.mark, u"`is` goes with None alone"_s);
        made.operands = {value(raw.children[isRightNone ? 0 : 1])};
        return made;
    }

    Condition membership(const Raw &raw)
    {
        const Raw &right = raw.children[1];
        Condition made = of(Condition::Kind::OneOf, raw);
        made.negated = raw.negated;
        made.operands.push_back(value(raw.children[0]));
        if (right.kind == Raw::Kind::List) {
            for (const Raw &item : right.children)
                made.operands.push_back(value(item));
            return made;
        }
        if (right.kind == Raw::Kind::Constant && right.isWrapped && std::holds_alternative<QString>(right.literal))
            m_report.warn("W_TEXT", right.at.from, right.at.to,
                          u"this is a text and no list: any part of it is found"_s,
                          u"with a comma behind it, it is a list of one"_s);
        const auto field = right.kind == Raw::Kind::Field ? m_fields.find(right.text) : std::nullopt;
        made.kind = field && field->type == FieldType::List ? Condition::Kind::Member : Condition::Kind::Text;
        made.operands.insert(made.operands.begin(), value(right));
        return made;
    }

    Condition anniversary(const Raw &raw)
    {
        Condition made = of(Condition::Kind::Anniversary, raw);
        made.operands = {value(raw.children[0])};
        if (raw.children.size() == 1)
            return made;
        const Operand days = value(raw.children[1]);
        const int from = raw.children[1].at.from;
        const auto whole = wholeOf(days);
        if (!whole)
            m_report.fault(days.kind == Operand::Kind::Constant ? "E_TYPE" : "E_ARGS", from,
                           u"a whole number that depends on no field is expected"_s);
        else if (qAbs(*whole) > mostDays)
            m_report.fault("E_VALUE", from, u"that is too many days"_s);
        else
            made.days = static_cast<int>(*whole);
        return made;
    }

    Operand value(const Raw &raw)
    {
        using Kind = Raw::Kind;
        Operand made;
        made.at = raw.at;
        switch (raw.kind) {
        case Kind::Constant:
            made.literal = raw.literal;
            return made;
        case Kind::Field:
            made.kind = Operand::Kind::Field;
            made.field = raw.text;
            return made;
        case Kind::Call:
            return call(raw, std::move(made));
        case Kind::Part:
            made.kind = Operand::Kind::PartOfDate;
            made.datePart = raw.datePart;
            break;
        case Kind::Or:
            made.kind = Operand::Kind::FirstTrue;
            break;
        case Kind::Calculate:
            made.kind = Operand::Kind::Calculate;
            made.arithmetic = raw.arithmetic;
            break;
        case Kind::Negate:
        case Kind::Plus:
            return signedValue(raw, std::move(made));
        case Kind::List:
            return fault(raw, raw.at.from, u"a list stands only behind `in`"_s);
        case Kind::And:
        case Kind::Not:
        case Kind::Chain:
        case Kind::In:
        case Kind::Is:
            return fault(raw, raw.at.mark, u"a comparison cannot be used as a value"_s);
        }
        for (const Raw &child : raw.children)
            made.parts.push_back(value(child));
        return made;
    }

    Operand fault(const Raw &raw, int from, const QString &message)
    {
        m_report.fault("E_VALUE", from, message);
        return ConditionTyper::faulty(raw.at);
    }

    Operand signedValue(const Raw &raw, Operand made)
    {
        Operand child = value(raw.children[0]);
        const bool isMinus = raw.kind == Raw::Kind::Negate;
        if (child.kind == Operand::Kind::Constant) {
            qint64 *whole = std::get_if<qint64>(&child.literal);
            double *number = std::get_if<double>(&child.literal);
            if (whole && isMinus)
                *whole = -*whole;
            if (number && isMinus)
                *number = -*number;
            if (whole || number) {
                child.at = raw.at;
                return child;
            }
        }
        made.kind = Operand::Kind::Negate;
        made.parts.push_back(std::move(child));
        if (isMinus)
            return made;
        Operand twice = made; // +x: a number, whatever x is
        twice.parts = {std::move(made)};
        return twice;
    }

    Operand call(const Raw &raw, Operand made)
    {
        for (const Raw &argument : raw.children)
            made.parts.push_back(value(argument));
        switch (raw.function) {
        case Function::GetDate:
        case Function::GetTime:
            return date(raw, std::move(made));
        case Function::Today:
        case Function::Now:
            made.kind = Operand::Kind::Relative;
            made.relative.base = raw.function == Function::Now ? RelativeTime::Base::Now : RelativeTime::Base::Today;
            return made;
        case Function::Relative:
            return relative(raw, std::move(made));
        case Function::AddDays:
        case Function::AddMonths:
            made.kind = raw.function == Function::AddDays ? Operand::Kind::AddDays : Operand::Kind::AddMonths;
            return shortened(std::move(made));
        case Function::DateDiff:
            made.kind = Operand::Kind::DateDiff;
            return made;
        case Function::Flt:
            made.kind = Operand::Kind::ToNumber;
            return made;
        case Function::Cint:
            made.kind = Operand::Kind::ToWhole;
            return made;
        case Function::Len:
            made.kind = Operand::Kind::Length;
            return made;
        case Function::Lower:
            made.kind = Operand::Kind::Lower;
            return made;
        case Function::Upper:
            made.kind = Operand::Kind::Upper;
            return made;
        case Function::Anniversary:
        case Function::StartsWith:
        case Function::EndsWith:
            break;
        }
        return fault(raw, raw.at.mark, u"a yes or no cannot be used as a value"_s);
    }

    /// getdate and get_datetime: of a text they are constants, of nothing getdate is today.
    Operand date(const Raw &raw, Operand made)
    {
        const bool isDate = raw.function == Function::GetDate;
        made.kind = isDate ? Operand::Kind::GetDate : Operand::Kind::GetTime;
        const Operand *only = made.parts.empty() ? nullptr : &made.parts.front();
        const bool isConstant = only && only->kind == Operand::Kind::Constant && only->at.mark >= 0;
        const QString *text = isConstant ? std::get_if<QString>(&only->literal) : nullptr;
        const bool isNothing = !only || (isConstant && std::holds_alternative<std::monostate>(only->literal));
        if (isDate && (isNothing || (text && text->isEmpty()))) {
            made.kind = Operand::Kind::Relative;
            made.parts.clear();
            return made;
        }
        if (!text)
            return made;
        Literal literal;
        if (const auto day = isDate ? conditionDate(*text) : std::nullopt)
            literal = *day;
        else if (const auto time = isDate ? std::nullopt : conditionTime(*text))
            literal = *time;
        else
            return fault(raw.children[0], raw.children[0].at.from, u"a date is written 2025-12-31"_s);
        made.kind = Operand::Kind::Constant;
        made.literal = std::move(literal);
        made.parts.clear();
        return made;
    }

    Operand relative(const Raw &raw, Operand made)
    {
        const Raw &argument = raw.children[0];
        const QString *text = argument.kind == Raw::Kind::Constant ? std::get_if<QString>(&argument.literal) : nullptr;
        if (!text) {
            m_report.fault("E_ARGS", argument.at.from, u"a text like \"today-90d\" is expected"_s);
            return ConditionTyper::faulty(raw.at);
        }
        const auto time = relativeTimeFromText(*text);
        if (!time)
            return fault(argument, argument.at.from, u"a relative time is written like today-90d"_s);
        made.kind = Operand::Kind::Relative;
        made.relative = *time;
        made.parts.clear();
        return made;
    }

    /// add_days(today(), 5) is the relative date today+5d.
    static Operand shortened(Operand made)
    {
        const Operand &base = made.parts[0];
        const auto amount = wholeOf(made.parts[1]);
        const bool isToday = base.kind == Operand::Kind::Relative && base.relative == RelativeTime{};
        if (!isToday || !amount || qAbs(*amount) > mostDays)
            return made;
        const bool isDays = made.kind == Operand::Kind::AddDays || *amount == 0;
        made.relative = {RelativeTime::Base::Today, static_cast<int>(*amount),
                         isDays ? RelativeTime::Unit::Day : RelativeTime::Unit::Month};
        made.kind = Operand::Kind::Relative;
        made.parts.clear();
        return made;
    }

    const FieldCatalogue &m_fields;
    Report &m_report;
};

} // namespace

} // namespace conditionparse

ConditionResult parseExpression(const QString &text, const FieldCatalogue &fields)
{
    const ConditionSource source{QStringView(text)};
    const auto raw = conditionparse::parseRaw(source, fields);
    if (!raw)
        return tl::unexpected(raw.error());
    conditionparse::Report report(source);
    ParsedCondition parsed;
    parsed.notation = ConditionNotation::Expression;
    parsed.tree = conditionparse::Binder(fields, report).condition(*raw);
    ConditionTyper typer(
        fields, [&](const char *code, int from, const QString &message) { report.fault(code, from, message); });
    const TypedCondition typed = typer.condition(parsed.tree);
    if (report.first())
        return tl::unexpected(*report.first());
    parsed.warnings = report.warnings();
    return parsed;
}

} // namespace domain
