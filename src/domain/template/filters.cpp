#include "domain/template/filters.h"

#include "domain/template/decimal.h"
#include "domain/template/fault.h"
#include "domain/template/localeformat.h"
#include "domain/template/textcase.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace domain::templatefilters {

using templateast::FilterId;
using Kind = Value::Kind;
using Outcome = tl::expected<Value, FilterFailure>;

namespace {

/// One letter an argument: s text, t anything printable, i whole number, b true or false, a anything.
struct Signature
{
    QStringView name;
    FilterId id;
    int required;
    QStringView kinds;
};

constexpr Signature Signatures[] = {
    {u"upper", FilterId::Upper, 0, u""},
    {u"lower", FilterId::Lower, 0, u""},
    {u"capitalize", FilterId::Capitalize, 0, u""},
    {u"title", FilterId::Title, 0, u""},
    {u"trim", FilterId::Trim, 0, u""},
    {u"default", FilterId::Default, 1, u"ab"},
    {u"d", FilterId::Default, 1, u"ab"},
    {u"truncate", FilterId::Truncate, 0, u"ibsi"},
    {u"length", FilterId::Length, 0, u""},
    {u"replace", FilterId::Replace, 2, u"tt"},
    {u"join", FilterId::Join, 0, u"t"},
    {u"first", FilterId::First, 0, u""},
    {u"last", FilterId::Last, 0, u""},
    {u"urlencode", FilterId::UrlEncode, 0, u""},
    {u"date", FilterId::Date, 0, u"s"},
    {u"number", FilterId::Number, 0, u"i"},
    {u"currency", FilterId::Currency, 1, u"s"},
};

constexpr int MostDecimals = 20;
constexpr qint64 TruncateLength = 255;
constexpr qint64 TruncateLeeway = 5;

bool isKind(const Value &value, QChar kind)
{
    switch (kind.unicode()) {
    case u's':
        return value.kind() == Kind::Text;
    case u'i':
        return value.kind() == Kind::Int;
    case u'b':
        return value.kind() == Kind::Bool;
    case u't':
        return value.kind() != Kind::None;
    default:
        return true;
    }
}

bool isCurrencyCode(const QString &code)
{
    return code.size() == 3 &&
           std::all_of(code.begin(), code.end(), [](QChar c) { return c.toUpper() >= u'A' && c.toUpper() <= u'Z'; });
}

QString printed(const Value &value)
{
    QString text;
    return value.appendTo(text) ? text : QString();
}

/// The number, also of a text that is one: fields of a file are often texts.
std::optional<QString> numberOf(const Value &value)
{
    if (value.isNumber())
        return value.numberText();
    if (value.kind() == Kind::Text)
        return decimal::canonical(QStringView(value.text()).trimmed());
    return std::nullopt;
}

tl::unexpected<FilterFailure> typeFailure() { return tl::unexpected(FilterFailure::Type); }

Outcome truncated(const QString &text, std::span<const Value> arguments)
{
    const qint64 length = arguments.empty() ? TruncateLength : arguments[0].toInt();
    const bool kill = arguments.size() > 1 && arguments[1].toBool();
    const QString end = arguments.size() > 2 ? arguments[2].text() : u"..."_s;
    const qint64 leeway = arguments.size() > 3 ? arguments[3].toInt() : TruncateLeeway;
    if (codePointCount(text) <= length + leeway)
        return Value(text);
    QString kept = text.first(textcase::offsetOf(text, length - codePointCount(end)));
    const qsizetype space = kill ? -1 : kept.lastIndexOf(u' ');
    if (space >= 0)
        kept.truncate(space);
    return Value(kept + end);
}

/// As Python: an empty `from` stands before every character and at the end.
Outcome replaced(const QString &text, const QString &from, const QString &to, qsizetype maxLength)
{
    QString result;
    qsizetype at = 0;
    while (at <= text.size()) {
        const qsizetype found = from.isEmpty() ? at : text.indexOf(from, at);
        if (found < 0)
            break;
        result += QStringView(text).sliced(at, found - at);
        result += to;
        at = found + from.size();
        if (from.isEmpty()) {
            const qsizetype step = textcase::offsetOf(QStringView(text).sliced(at), 1);
            result += QStringView(text).sliced(at, step);
            at += qMax<qsizetype>(step, 1);
        }
        if (result.size() > maxLength)
            return tl::unexpected(FilterFailure::Limit);
    }
    if (at < text.size())
        result += QStringView(text).sliced(at);
    return Value(std::move(result));
}

Outcome joined(const Value &input, const QString &separator, qsizetype maxLength)
{
    if (input.kind() != Kind::List)
        return typeFailure();
    QString result;
    bool first = true;
    for (const Value &item : input.list()) {
        if (!first)
            result += separator;
        first = false;
        if (item.isMissing())
            return tl::unexpected(FilterFailure::Missing);
        if (!item.appendTo(result))
            return typeFailure();
        if (result.size() > maxLength)
            return tl::unexpected(FilterFailure::Limit);
    }
    return Value(std::move(result));
}

Outcome endItem(const Value &input, bool first)
{
    if (input.kind() == Kind::List) {
        const auto &list = input.list();
        return list.empty() ? Value() : first ? list.front() : list.back();
    }
    if (input.kind() != Kind::Text)
        return typeFailure();
    const QString &text = input.text();
    if (text.isEmpty())
        return Value();
    if (first)
        return Value(text.first(textcase::offsetOf(text, 1)));
    const bool pair = text.size() > 1 && text.back().isLowSurrogate() && text[text.size() - 2].isHighSurrogate();
    return Value(text.last(pair ? 2 : 1));
}

Outcome length(const Value &input)
{
    if (input.kind() == Kind::Text)
        return Value(codePointCount(input.text()));
    if (input.kind() == Kind::List)
        return Value(static_cast<qint64>(input.list().size()));
    if (input.kind() == Kind::Map)
        return Value(static_cast<qint64>(input.map().size()));
    return typeFailure();
}

Outcome formattedDate(const Value &input, std::span<const Value> arguments, const QString &locale)
{
    const auto wall = wallTimeOf(input);
    if (!wall)
        return typeFailure();
    const QString pattern = arguments.empty() ? u"iso"_s : arguments[0].text();
    return Value(localeformat::date(wall->date, wall->time, pattern, locale));
}

Outcome formattedNumber(FilterId filter, const Value &input, std::span<const Value> arguments, const QString &locale)
{
    // the brace notation is strict, as Python is: a text is no number
    const auto number = filter == FilterId::FixedPoint && !input.isNumber() ? std::nullopt : numberOf(input);
    if (!number)
        return typeFailure();
    if (filter == FilterId::FixedPoint)
        return Value(localeformat::fixedPoint(*number, static_cast<int>(arguments[0].toInt()), arguments[1].toBool()));
    if (filter == FilterId::Currency)
        return Value(localeformat::currency(*number, arguments[0].text().toUpper(), locale));
    const int decimals = arguments.empty() ? 0 : static_cast<int>(arguments[0].toInt());
    return Value(localeformat::number(*number, decimals, locale));
}

Outcome applyToText(FilterId filter, const QString &text, std::span<const Value> arguments, qsizetype maxLength)
{
    switch (filter) {
    case FilterId::Upper:
        return Value(text.toUpper());
    case FilterId::Lower:
        return Value(textcase::lower(text));
    case FilterId::Capitalize:
        return Value(textcase::capitalized(text));
    case FilterId::Title:
        return Value(textcase::titled(text));
    case FilterId::Trim:
        return Value(textcase::trimmed(text).toString());
    case FilterId::Truncate:
        return truncated(text, arguments);
    case FilterId::Replace:
        return replaced(text, printed(arguments[0]), printed(arguments[1]), maxLength);
    case FilterId::UrlEncode:
        return Value(QString::fromLatin1(QUrl::toPercentEncoding(text, "/"_ba)));
    default:
        return typeFailure();
    }
}

} // namespace

std::optional<FilterId> filterNamed(QStringView name)
{
    for (const Signature &signature : Signatures) {
        if (signature.name == name)
            return signature.id;
    }
    return std::nullopt;
}

QStringList filterNames()
{
    QStringList names;
    for (const Signature &signature : Signatures)
        names.append(signature.name.toString());
    return names;
}

QString argumentProblem(FilterId filter, std::span<const Value> arguments)
{
    const auto &signature =
        *std::find_if(std::begin(Signatures), std::end(Signatures), [&](const auto &s) { return s.id == filter; });
    const auto count = static_cast<qsizetype>(arguments.size());
    if (count < signature.required || count > signature.kinds.size()) {
        return signature.kinds.isEmpty() ? u"'%1' takes no arguments"_s.arg(signature.name)
                                         : u"'%1' takes %2 to %3 arguments, not %4"_s.arg(signature.name)
                                               .arg(signature.required)
                                               .arg(signature.kinds.size())
                                               .arg(count);
    }
    for (qsizetype i = 0; i < count; ++i) {
        if (!isKind(arguments[static_cast<size_t>(i)], signature.kinds[i]))
            return u"argument %1 of '%2' is of the wrong kind"_s.arg(i + 1).arg(signature.name);
    }
    if (filter == FilterId::Currency && !isCurrencyCode(arguments[0].text()))
        return u"a currency code has three letters, such as EUR"_s;
    if (filter == FilterId::Number && count > 0 && (arguments[0].toInt() < 0 || arguments[0].toInt() > MostDecimals))
        return u"0 to %1 decimals"_s.arg(MostDecimals);
    if (filter == FilterId::Truncate) {
        constexpr qint64 Most = templatelimits::OutputLength;
        const qint64 kept = count > 0 ? arguments[0].toInt() : TruncateLength;
        const int end = count > 2 ? codePointCount(arguments[2].text()) : 3;
        if (kept < end || kept > Most || (count > 3 && arguments[3].toInt() > Most))
            return u"the length must be %1 (its ending) to %2"_s.arg(end).arg(Most);
    }
    return {};
}

Outcome apply(FilterId filter, const Value &input, std::span<const Value> arguments, const RenderOptions &options,
              qsizetype maxLength)
{
    switch (filter) {
    case FilterId::Length:
        return length(input);
    case FilterId::Join:
        return joined(input, arguments.empty() ? QString() : printed(arguments[0]), maxLength);
    case FilterId::First:
    case FilterId::Last:
        return endItem(input, filter == FilterId::First);
    case FilterId::Date:
        return formattedDate(input, arguments, options.locale);
    case FilterId::Number:
    case FilterId::Currency:
    case FilterId::FixedPoint:
        return formattedNumber(filter, input, arguments, options.locale);
    default:
        break;
    }
    if (input.kind() == Kind::Text)
        return applyToText(filter, input.text(), arguments, maxLength);
    if (input.kind() == Kind::List || input.kind() == Kind::Map)
        return typeFailure();
    return applyToText(filter, printed(input), arguments, maxLength);
}

} // namespace domain::templatefilters
