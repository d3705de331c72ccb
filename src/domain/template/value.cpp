#include "domain/template/value.h"

#include "domain/template/decimal.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

/// Reads `count` digits at `at` and moves on; -1 if they are not all there.
int digits(QStringView text, qsizetype &at, int count)
{
    if (at + count > text.size())
        return -1;
    int value = 0;
    for (int i = 0; i < count; ++i) {
        const char16_t c = text[at + i].unicode();
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c - u'0');
    }
    at += count;
    return value;
}

bool skip(QStringView text, qsizetype &at, char16_t c)
{
    if (at >= text.size() || text[at] != c)
        return false;
    ++at;
    return true;
}

/// "Z", "+02", "+0200", "+02:00" or nothing, up to the end.
bool isOffset(QStringView text)
{
    if (text.isEmpty() || text == u"Z" || text == u"z")
        return true;
    if (text[0] != u'+' && text[0] != u'-')
        return false;
    qsizetype at = 1;
    if (digits(text, at, 2) < 0)
        return false;
    if (at == text.size())
        return true;
    skip(text, at, u':');
    return digits(text, at, 2) >= 0 && at == text.size();
}

std::optional<StatedTime> parseIso(QStringView text)
{
    text = text.trimmed();
    qsizetype at = 0;
    const int year = digits(text, at, 4);
    if (year < 0 || !skip(text, at, u'-'))
        return std::nullopt;
    const int month = digits(text, at, 2);
    if (month < 0 || !skip(text, at, u'-'))
        return std::nullopt;
    const int day = digits(text, at, 2);
    StatedTime result{QDate(year, month, day), {}};
    if (day < 0 || !result.date.isValid())
        return std::nullopt;
    if (at == text.size())
        return result;
    if (!skip(text, at, u'T') && !skip(text, at, u't') && !skip(text, at, u' '))
        return std::nullopt;
    const int hour = digits(text, at, 2);
    if (hour < 0 || !skip(text, at, u':'))
        return std::nullopt;
    const int minute = digits(text, at, 2);
    int second = 0;
    if (skip(text, at, u':')) {
        second = digits(text, at, 2);
        if (skip(text, at, u'.')) {
            while (at < text.size() && text[at] >= u'0' && text[at] <= u'9')
                ++at;
        }
    }
    result.time = QTime(hour, minute, second);
    if (!result.time.isValid() || !isOffset(text.sliced(at)))
        return std::nullopt;
    return result;
}

/// UTF-16 order is not code point order once surrogates meet U+E000..U+FFFF.
std::strong_ordering compareCodePoints(QStringView a, QStringView b)
{
    const qsizetype common = qMin(a.size(), b.size());
    for (qsizetype i = 0; i < common; ++i) {
        if (a[i] != b[i]) {
            const bool leftHigh = a[i].isSurrogate();
            const bool rightHigh = b[i].isSurrogate();
            if (leftHigh != rightHigh)
                return leftHigh ? std::strong_ordering::greater : std::strong_ordering::less;
            return a[i].unicode() <=> b[i].unicode();
        }
    }
    return a.size() <=> b.size();
}

} // namespace

Value::Value(List items) : m_data(std::make_shared<const List>(std::move(items))) {}

Value::Value(Map entries) : m_data(std::make_shared<const Map>(std::move(entries))) {}

Value Value::null()
{
    Value value;
    value.m_data = NullTag{};
    return value;
}

Value Value::none()
{
    Value value;
    value.m_data = NoneTag{};
    return value;
}

Value Value::decimal(QStringView text)
{
    Value value;
    if (auto canonical = decimal::canonical(text))
        value.m_data = DecimalText{*std::move(canonical)};
    return value;
}

Value Value::fromJson(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Bool:
        return Value(json.toBool());
    case QJsonValue::Double: {
        const double number = json.toDouble();
        if (std::abs(number) < 1e15 && std::floor(number) == number)
            return Value(static_cast<qint64>(number));
        return decimal(QString::number(number, 'g', QLocale::FloatingPointShortest));
    }
    case QJsonValue::String:
        return Value(json.toString());
    case QJsonValue::Array: {
        List items;
        const QJsonArray array = json.toArray();
        items.reserve(static_cast<size_t>(array.size()));
        for (const QJsonValue item : array)
            items.push_back(fromJson(item));
        return Value(std::move(items));
    }
    case QJsonValue::Object: {
        Map entries;
        const QJsonObject object = json.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            entries.insert(it.key(), fromJson(it.value()));
        return Value(std::move(entries));
    }
    case QJsonValue::Null:
        return null();
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

QDate Value::date() const
{
    return kind() == Kind::Date ? std::get<QDate>(m_data) : std::get<QDateTime>(m_data).date();
}

QTime Value::time() const { return kind() == Kind::DateTime ? std::get<QDateTime>(m_data).time() : QTime(); }

QString Value::numberText() const
{
    return kind() == Kind::Int ? QString::number(toInt()) : std::get<DecimalText>(m_data).text;
}

Value Value::member(const QString &name) const { return kind() == Kind::Map ? map().value(name) : Value(); }

Value Value::path(QStringView dotted) const
{
    Value value = *this;
    for (const QStringView part : dotted.tokenize(u'.'))
        value = value.member(part.toString());
    return value;
}

bool Value::isTrue() const
{
    switch (kind()) {
    case Kind::Missing:
    case Kind::Null:
    case Kind::None:
        return false;
    case Kind::Bool:
        return toBool();
    case Kind::Int:
        return toInt() != 0;
    case Kind::Decimal:
        return std::get<DecimalText>(m_data).text != u"0";
    case Kind::Text:
        return !text().isEmpty();
    case Kind::Date:
    case Kind::DateTime:
        return true;
    case Kind::List:
        return !list().empty();
    case Kind::Map:
        return !map().isEmpty();
    }
    return false;
}

bool Value::equals(const Value &other) const
{
    if (isMissing() || other.isMissing())
        return false;
    if (kind() == Kind::None || other.kind() == Kind::None)
        return kind() == other.kind();
    if (kind() == Kind::List && other.kind() == Kind::List) {
        return std::equal(list().begin(), list().end(), other.list().begin(), other.list().end(),
                          [](const Value &a, const Value &b) { return a.equals(b); });
    }
    if (kind() == Kind::Map && other.kind() == Kind::Map) {
        if (map().size() != other.map().size())
            return false;
        for (auto it = map().begin(); it != map().end(); ++it) {
            if (!it.value().equals(other.map().value(it.key())))
                return false;
        }
        return true;
    }
    return compare(other) == std::partial_ordering::equivalent;
}

std::partial_ordering Value::compare(const Value &other) const
{
    const auto numberOf = [](const Value &value) -> std::optional<QString> {
        if (value.kind() == Kind::Bool)
            return value.toBool() ? u"1"_s : u"0"_s;
        if (value.isNumber())
            return value.numberText();
        return std::nullopt;
    };
    if (kind() == Kind::Int && other.kind() == Kind::Int)
        return toInt() <=> other.toInt();
    if (kind() == Kind::Text && other.kind() == Kind::Text)
        return compareCodePoints(text(), other.text());
    const auto leftNumber = numberOf(*this);
    const auto rightNumber = numberOf(other);
    if (leftNumber && rightNumber)
        return decimal::compare(*leftNumber, *rightNumber);
    if (leftNumber || rightNumber)
        return std::partial_ordering::unordered;
    const auto left = wallTimeOf(*this);
    const auto right = wallTimeOf(other);
    if (!left || !right)
        return std::partial_ordering::unordered;
    if (left->date != right->date)
        return left->date.toJulianDay() <=> right->date.toJulianDay();
    // a date without a time is its midnight
    const auto millis = [](QTime time) { return time.isValid() ? time.msecsSinceStartOfDay() : 0; };
    return millis(left->time) <=> millis(right->time);
}

bool Value::appendTo(QString &out) const
{
    switch (kind()) {
    case Kind::Missing:
    case Kind::Null:
    case Kind::List:
    case Kind::Map:
        return false;
    case Kind::None:
        out += u"None";
        return true;
    case Kind::Bool:
        out += toBool() ? u"True" : u"False";
        return true;
    case Kind::Int:
        out += QString::number(toInt());
        return true;
    case Kind::Decimal:
        out += std::get<DecimalText>(m_data).text;
        return true;
    case Kind::Text:
        out += text();
        return true;
    case Kind::Date:
        out += date().toString(Qt::ISODate);
        return true;
    case Kind::DateTime:
        out += date().toString(Qt::ISODate) + u' ' + time().toString(u"HH:mm:ss");
        return true;
    }
    return false;
}

std::optional<StatedTime> wallTimeOf(const Value &value)
{
    if (value.kind() == Value::Kind::Date || value.kind() == Value::Kind::DateTime)
        return StatedTime{value.date(), value.time()};
    if (value.kind() == Value::Kind::Text)
        return parseIso(value.text());
    return std::nullopt;
}

} // namespace domain
