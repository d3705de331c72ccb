#include "domain/condition/functions.h"

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace domain::conditionfunctions {

namespace {

constexpr qint64 secondsPerDay = 86'400;
constexpr qint64 julianOf1970 = 2'440'588;

bool isInRange(QDate date) { return date.isValid() && date.year() >= 1 && date.year() <= 9999; }

std::optional<qint64> dayIfInRange(QDate date)
{
    return isInRange(date) ? std::optional(date.toJulianDay()) : std::nullopt;
}

std::optional<qint64> secondsIfInRange(qint64 seconds)
{
    return isInRange(QDate::fromJulianDay(dayOf(seconds))) ? std::optional(seconds) : std::nullopt;
}

/// Orders UTF-16 units as their code points are: surrogates behind everything of the basic plane.
constexpr char16_t fixedUp(char16_t unit)
{
    if (unit >= 0xe000)
        return static_cast<char16_t>(unit - 0x800);
    return unit >= 0xd800 ? static_cast<char16_t>(unit + 0x2000) : unit;
}

// The Unicode standard's Final_Sigma (chapter 3.13): behind a cased letter and not before one, marks not counted.
bool isCased(char32_t c) { return QChar::isLower(c) || QChar::isUpper(c) || QChar::isTitleCase(c); }
bool isIgnorable(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
    case QChar::Letter_Modifier:
    case QChar::Symbol_Modifier:
        return true;
    default:
        return std::u32string_view(U"'.:\u00b7\u0387\u055f\u05f4\u2018\u2019\u2024\u2027\ufe13\ufe52\ufe55\uff07"
                                   U"\uff0e\uff1a")
                   .find(c) != std::u32string_view::npos;
    }
}

bool isFinalSigma(const QList<uint> &points, qsizetype at)
{
    qsizetype before = at - 1;
    while (before >= 0 && isIgnorable(points[before]))
        --before;
    if (before < 0 || !isCased(points[before]))
        return false;
    qsizetype after = at + 1;
    while (after < points.size() && isIgnorable(points[after]))
        ++after;
    return after == points.size() || !isCased(points[after]);
}

constexpr QChar capitalSigma(0x3a3);
constexpr char32_t finalSigma = 0x3c2;

QDate startOf(const RelativeTime &relative, QDate today)
{
    switch (relative.base) {
    case RelativeTime::Base::Today:
    case RelativeTime::Base::Now:
        return today;
    case RelativeTime::Base::StartOfWeek:
        return today.addDays(1 - today.dayOfWeek());
    case RelativeTime::Base::StartOfMonth:
        return QDate(today.year(), today.month(), 1);
    case RelativeTime::Base::StartOfYear:
        return QDate(today.year(), 1, 1);
    }
    return today;
}

} // namespace

int compare(QStringView a, QStringView b)
{
    const qsizetype common = std::min(a.size(), b.size());
    for (qsizetype i = 0; i < common; ++i) {
        if (a[i] != b[i])
            return fixedUp(a[i].unicode()) < fixedUp(b[i].unicode()) ? -1 : 1;
    }
    return a.size() == b.size() ? 0 : (a.size() < b.size() ? -1 : 1);
}

int compare(qint64 a, double b)
{
    constexpr double beyond = 9'223'372'036'854'775'808.0; // 2^63
    if (b >= beyond)
        return -1;
    if (b < -beyond)
        return 1;
    const auto cut = static_cast<qint64>(b);
    if (a != cut)
        return a < cut ? -1 : 1;
    const double rest = b - static_cast<double>(cut);
    return rest > 0 ? -1 : (rest < 0 ? 1 : 0);
}

QString lower(const QString &text)
{
    if (!text.contains(capitalSigma))
        return text.toLower();
    const QList<uint> points = text.toUcs4();
    QString out;
    for (qsizetype i = 0; i < points.size(); ++i) {
        char32_t c = points[i];
        if (c == capitalSigma.unicode() && isFinalSigma(points, i))
            c = finalSigma;
        out += QString::fromUcs4(&c, 1).toLower();
    }
    return out;
}

QString upper(const QString &text) { return text.toUpper(); }

std::optional<qint64> calculate(Arithmetic operation, qint64 a, qint64 b)
{
    qint64 result = 0;
    bool overflows = false;
    switch (operation) {
    case Arithmetic::Add:
        overflows = __builtin_add_overflow(a, b, &result);
        break;
    case Arithmetic::Subtract:
        overflows = __builtin_sub_overflow(a, b, &result);
        break;
    case Arithmetic::Multiply:
        overflows = __builtin_mul_overflow(a, b, &result);
        break;
    case Arithmetic::Divide:
        return std::nullopt;
    case Arithmetic::Remainder:
        if (b == 0)
            return std::nullopt;
        result = b == -1 ? 0 : a % b;
        if (result != 0 && (result < 0) != (b < 0)) // Python's: the divisor's sign
            result += b;
        break;
    }
    return overflows ? std::nullopt : std::optional(result);
}

std::optional<double> calculate(Arithmetic operation, double a, double b)
{
    double result = 0;
    switch (operation) {
    case Arithmetic::Add:
        result = a + b;
        break;
    case Arithmetic::Subtract:
        result = a - b;
        break;
    case Arithmetic::Multiply:
        result = a * b;
        break;
    case Arithmetic::Divide:
        if (b == 0)
            return std::nullopt;
        result = a / b;
        break;
    case Arithmetic::Remainder:
        return std::nullopt; // of whole numbers alone
    }
    return std::isfinite(result) ? std::optional(result) : std::nullopt;
}

std::optional<qint64> whole(double number)
{
    constexpr double beyond = 9'223'372'036'854'775'808.0;
    return number >= -beyond && number < beyond ? std::optional(static_cast<qint64>(number)) : std::nullopt;
}

std::optional<qint64> addDays(qint64 day, qint64 days)
{
    constexpr qint64 most = 10'000 * 366;
    return days < -most || days > most ? std::nullopt : dayIfInRange(QDate::fromJulianDay(day + days));
}

std::optional<qint64> addMonths(qint64 day, qint64 months)
{
    constexpr qint64 most = 10'000 * 12;
    if (months < -most || months > most)
        return std::nullopt;
    const QDate from = QDate::fromJulianDay(day); // Qt's calendar has no year 0, so months are counted here
    const qint64 all = (from.year() - 1) * 12 + (from.month() - 1) + months;
    if (all < 0 || all >= 9999 * 12)
        return std::nullopt;
    const QDate first(static_cast<int>(all / 12) + 1, static_cast<int>(all % 12) + 1, 1);
    return first.addDays(std::min(from.day(), first.daysInMonth()) - 1).toJulianDay();
}

int part(DatePart part, qint64 day)
{
    const QDate date = QDate::fromJulianDay(day);
    return part == DatePart::Year ? date.year() : part == DatePart::Month ? date.month() : date.day();
}

qint64 dayOf(qint64 seconds)
{
    const qint64 days = seconds / secondsPerDay - (seconds % secondsPerDay < 0 ? 1 : 0);
    return days + julianOf1970;
}

qint64 midnightOf(qint64 day) { return (day - julianOf1970) * secondsPerDay; }

std::optional<qint64> resolve(const RelativeTime &relative, const ConditionTime &time)
{
    using Unit = RelativeTime::Unit;
    const bool isNow = relative.base == RelativeTime::Base::Now;
    const QDate start = startOf(relative, isNow ? time.now.date() : time.today);
    const qint64 clock = isNow ? time.now.time().msecsSinceStartOfDay() / 1000 : 0;
    std::optional<qint64> day = start.toJulianDay();
    const qint64 amount = relative.amount;
    switch (relative.unit) {
    case Unit::Day:
        day = addDays(*day, amount);
        break;
    case Unit::Week:
        day = addDays(*day, amount * 7);
        break;
    case Unit::Month:
        day = addMonths(*day, amount);
        break;
    case Unit::Year:
        day = addMonths(*day, amount * 12);
        break;
    case Unit::Hour:
        return secondsIfInRange(midnightOf(*day) + clock + amount * 3600);
    case Unit::Minute:
        return secondsIfInRange(midnightOf(*day) + clock + amount * 60);
    }
    return day && isNow ? std::optional(midnightOf(*day) + clock) : day;
}

QStringList anniversaries(int days, const ConditionTime &time)
{
    const auto day = addDays(time.today.toJulianDay(), days);
    if (!day)
        return {};
    const QDate date = QDate::fromJulianDay(*day);
    QStringList found{date.toString(u"MM-dd"_s)};
    if (date.month() == 2 && date.day() == 28 && !QDate::isLeapYear(date.year()))
        found << u"02-29"_s;
    return found;
}

} // namespace domain::conditionfunctions
