#include "domain/condition/lexer.h"
#include "domain/condition/notation.h"

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

QString quoted(const QString &text)
{
    QString out = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\', out += c;
        else if (c == u'\n')
            out += u"\\n"_s;
        else if (c == u'\t')
            out += u"\\t"_s;
        else if (c == u'\r')
            out += u"\\r"_s;
        else if (c < u' ' || c == QChar(0x7f))
            out += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
        else
            out += c;
    }
    return out + u'"';
}

QString numberText(double number)
{
    QString text = QString::number(number, 'g', QLocale::FloatingPointShortest);
    if (!text.contains(u'.') && !text.contains(u'e'))
        text += u".0"_s;
    return text;
}

QString literalText(const Literal &literal)
{
    struct Printer
    {
        QString operator()(std::monostate) const { return u"None"_s; }
        QString operator()(bool yes) const { return yes ? u"True"_s : u"False"_s; }
        QString operator()(qint64 whole) const { return QString::number(whole); }
        QString operator()(double number) const { return numberText(number); }
        QString operator()(const QString &text) const { return quoted(text); }
        QString operator()(QDate date) const { return u"getdate(\"%1\")"_s.arg(date.toString(Qt::ISODate)); }
        QString operator()(const QDateTime &time) const
        {
            return u"get_datetime(\"%1\")"_s.arg(time.toString(u"yyyy-MM-dd HH:mm:ss"_s));
        }
    };
    return std::visit(Printer{}, literal);
}

QString fieldText(const QString &name)
{
    const qsizetype dot = name.indexOf(u'.');
    const auto isWord = [](const QString &word) {
        return conditionparse::isIdentifier(word) && !conditionparse::isReserved(word) && !word.startsWith(u'_');
    };
    const bool isPlain = dot < 0 ? isWord(name) : isWord(name.left(dot)) && isWord(name.mid(dot + 1));
    return isPlain && name != u"get" ? u"doc."_s + name : u"doc.get(%1)"_s.arg(quoted(name));
}

QString relativeText(const RelativeTime &time)
{
    const bool isToday = time.base == RelativeTime::Base::Today;
    if (time.amount == 0 && isToday)
        return u"today()"_s;
    if (time.amount == 0 && time.base == RelativeTime::Base::Now)
        return u"now_datetime()"_s;
    if (isToday && time.unit == RelativeTime::Unit::Day)
        return u"add_days(today(), %1)"_s.arg(time.amount);
    if (isToday && time.unit == RelativeTime::Unit::Month)
        return u"add_months(today(), %1)"_s.arg(time.amount);
    return u"relative(\"%1\")"_s.arg(toText(time));
}

// How tightly a value holds together; a part that holds less is put into parentheses.
enum Tightness { Loose, Sum, Term, Sign, Tight };

Tightness tightnessOf(const Operand &operand)
{
    switch (operand.kind) {
    case Operand::Kind::FirstTrue:
        return Loose;
    case Operand::Kind::Calculate:
        return operand.arithmetic <= Arithmetic::Subtract ? Sum : Term;
    case Operand::Kind::Negate:
        return Sign;
    case Operand::Kind::Constant:
        if (const qint64 *whole = std::get_if<qint64>(&operand.literal); whole && *whole < 0)
            return Sign;
        if (const double *number = std::get_if<double>(&operand.literal); number && std::signbit(*number))
            return Sign;
        return Tight;
    default:
        return Tight;
    }
}

QString valueText(const Operand &operand, Tightness least);

QString argumentsText(const Operand &operand)
{
    QStringList parts;
    for (const Operand &part : operand.parts)
        parts << valueText(part, Loose);
    return parts.join(u", "_s);
}

QString valueText(const Operand &operand)
{
    using Kind = Operand::Kind;
    const auto called = [&](QLatin1StringView name) { return u"%1(%2)"_s.arg(name, argumentsText(operand)); };
    const auto ofFirst = [&](const QString &rest) { return valueText(operand.parts[0], Tight) + rest; };
    switch (operand.kind) {
    case Kind::Constant:
        return literalText(operand.literal);
    case Kind::Field:
        return fieldText(operand.field);
    case Kind::Relative:
        return relativeText(operand.relative);
    case Kind::GetDate:
        return called(QLatin1StringView("getdate"));
    case Kind::GetTime:
        return called(QLatin1StringView("get_datetime"));
    case Kind::AddDays:
        return called(QLatin1StringView("add_days"));
    case Kind::AddMonths:
        return called(QLatin1StringView("add_months"));
    case Kind::DateDiff:
        return called(QLatin1StringView("date_diff"));
    case Kind::ToNumber:
        return called(QLatin1StringView("flt"));
    case Kind::ToWhole:
        return called(QLatin1StringView("cint"));
    case Kind::Length:
        return called(QLatin1StringView("len"));
    case Kind::PartOfDate:
        return ofFirst(operand.datePart == DatePart::Year    ? u".year"_s
                       : operand.datePart == DatePart::Month ? u".month"_s
                                                             : u".day"_s);
    case Kind::Lower:
        return ofFirst(u".lower()"_s);
    case Kind::Upper:
        return ofFirst(u".upper()"_s);
    case Kind::Negate:
        return u'-' + valueText(operand.parts[0], Sign);
    case Kind::Calculate: {
        static constexpr char16_t signs[] = {u'+', u'-', u'*', u'/', u'%'};
        const Tightness own = tightnessOf(operand);
        return u"%1 %2 %3"_s.arg(valueText(operand.parts[0], own), QString(signs[size_t(operand.arithmetic)]),
                                 valueText(operand.parts[1], own == Sum ? Term : Sign));
    }
    case Kind::FirstTrue: {
        QStringList parts;
        for (const Operand &part : operand.parts)
            parts << valueText(part, Sum);
        return parts.join(u" or "_s);
    }
    }
    return {};
}

QString valueText(const Operand &operand, Tightness least)
{
    const QString text = valueText(operand);
    return tightnessOf(operand) < least ? u'(' + text + u')' : text;
}

QString conditionText(const Condition &condition);

/// A part of a group or of `not`: in parentheses where it would else belong elsewhere.
QString partText(const Condition &part, bool isOfAny)
{
    const bool isGroup =
        !part.parts.empty() && (part.kind == Condition::Kind::Any || (part.kind == Condition::Kind::All && !isOfAny));
    const bool isChoice = part.kind == Condition::Kind::IsTrue && tightnessOf(part.operands[0]) == Loose;
    const QString text = conditionText(part);
    return isGroup || isChoice ? u'(' + text + u')' : text;
}

QString listText(const Condition &condition)
{
    QStringList items;
    for (size_t i = 1; i < condition.operands.size(); ++i)
        items << valueText(condition.operands[i], Loose);
    return u'[' + items.join(u", "_s) + u']';
}

QString leafText(const Condition &condition)
{
    using Kind = Condition::Kind;
    const auto value = [&](size_t i, Tightness least = Sum) { return valueText(condition.operands[i], least); };
    const QString in = condition.negated ? u" not in "_s : u" in "_s;
    switch (condition.kind) {
    case Kind::IsTrue:
        return value(0, Loose);
    case Kind::IsNull:
        return value(0) + (condition.negated ? u" is not None"_s : u" is None"_s);
    case Kind::Compare: {
        static constexpr QLatin1StringView signs[] = {QLatin1StringView("=="), QLatin1StringView("!="),
                                                      QLatin1StringView("<"),  QLatin1StringView("<="),
                                                      QLatin1StringView(">"),  QLatin1StringView(">=")};
        return value(0) + u' ' + signs[size_t(condition.comparison)] + u' ' + value(1);
    }
    case Kind::OneOf:
        return value(0) + in + listText(condition);
    case Kind::Text:
        if (condition.text == TextTest::Contains)
            return value(1) + in + value(0);
        return value(0, Tight) + (condition.text == TextTest::StartsWith ? u".startswith("_s : u".endswith("_s) +
               value(1, Loose) + u')';
    case Kind::Member:
        return value(1) + in + value(0);
    case Kind::Anniversary:
        return condition.days == 0 ? u"is_anniversary(%1)"_s.arg(value(0, Loose))
                                   : u"is_anniversary(%1, %2)"_s.arg(value(0, Loose)).arg(condition.days);
    default:
        return {};
    }
}

QString conditionText(const Condition &condition)
{
    if (condition.kind == Condition::Kind::Not)
        return u"not "_s + partText(condition.parts[0], false);
    if (condition.kind != Condition::Kind::All && condition.kind != Condition::Kind::Any)
        return leafText(condition);
    const bool isAny = condition.kind == Condition::Kind::Any;
    if (condition.parts.empty())
        return isAny ? u"False"_s : u"True"_s;
    QStringList parts;
    for (const Condition &part : condition.parts)
        parts << partText(part, isAny);
    return parts.join(isAny ? u" or "_s : u" and "_s);
}

} // namespace

QString toExpression(const Condition &condition) { return conditionText(condition); }
QString toExpression(const Operand &operand) { return valueText(operand, Loose); }

} // namespace domain
