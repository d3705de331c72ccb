#include "domain/condition/notation.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr int mostAway = 100'000;

using Base = RelativeTime::Base;
using Unit = RelativeTime::Unit;

struct BaseWord
{
    Base base;
    QLatin1StringView word;
};
constexpr BaseWord bases[] = {{Base::Today, QLatin1StringView("today")},
                              {Base::Now, QLatin1StringView("now")},
                              {Base::StartOfWeek, QLatin1StringView("start_of_week")},
                              {Base::StartOfMonth, QLatin1StringView("start_of_month")},
                              {Base::StartOfYear, QLatin1StringView("start_of_year")}};

struct UnitWord
{
    Unit unit;
    QLatin1StringView word;
};
constexpr UnitWord units[] = {{Unit::Day, QLatin1StringView("d")},   {Unit::Week, QLatin1StringView("w")},
                              {Unit::Month, QLatin1StringView("m")}, {Unit::Year, QLatin1StringView("y")},
                              {Unit::Hour, QLatin1StringView("h")},  {Unit::Minute, QLatin1StringView("min")}};

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

/// Digits of `text` from `at` as a number; -1 where there is something else.
int digitsAt(QStringView text, qsizetype at, qsizetype count)
{
    if (at + count > text.size())
        return -1;
    int value = 0;
    for (const QChar c : text.sliced(at, count)) {
        if (!isDigit(c))
            return -1;
        value = value * 10 + (c.unicode() - u'0');
    }
    return value;
}

} // namespace

QString toText(const RelativeTime &time)
{
    QString text;
    for (const BaseWord &base : bases)
        if (base.base == time.base)
            text = base.word;
    if (time.amount == 0)
        return text;
    text += u"%1%2"_s.arg(time.amount < 0 ? u"-"_s : u"+"_s).arg(qAbs(time.amount));
    for (const UnitWord &unit : units)
        if (unit.unit == time.unit)
            text += unit.word;
    return text;
}

std::optional<RelativeTime> relativeTimeFromText(QStringView text)
{
    RelativeTime time;
    qsizetype at = -1;
    for (const BaseWord &base : bases) {
        if (!text.startsWith(base.word))
            continue;
        time.base = base.base;
        at = base.word.size();
    }
    if (at < 0)
        return std::nullopt;
    if (at == text.size())
        return time;
    const bool isBack = text[at] == u'-';
    if (!isBack && text[at] != u'+')
        return std::nullopt;
    const qsizetype from = ++at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    if (at == from || at - from > 6)
        return std::nullopt;
    const int amount = digitsAt(text, from, at - from);
    for (const UnitWord &unit : units) {
        if (text.sliced(at) != unit.word)
            continue;
        if (amount > mostAway || (unit.unit >= Unit::Hour && time.base != Base::Now))
            return std::nullopt;
        time.amount = isBack ? -amount : amount;
        time.unit = amount == 0 ? Unit::Day : unit.unit;
        return time;
    }
    return std::nullopt;
}

std::optional<QDate> conditionDate(QStringView text)
{
    if (text.size() != 10 || text[4] != u'-' || text[7] != u'-')
        return std::nullopt;
    const int year = digitsAt(text, 0, 4);
    const int month = digitsAt(text, 5, 2);
    const int day = digitsAt(text, 8, 2);
    if (year < 1 || !QDate::isValid(year, month, day))
        return std::nullopt;
    return QDate(year, month, day);
}

std::optional<QDateTime> conditionTime(QStringView text)
{
    const auto date = conditionDate(text.left(10));
    if (!date)
        return std::nullopt;
    QTime time(0, 0);
    if (text.size() > 10) {
        const bool hasSeconds = text.size() == 19;
        if ((text.size() != 16 && !hasSeconds) || (text[10] != u' ' && text[10] != u'T') || text[13] != u':' ||
            (hasSeconds && text[16] != u':'))
            return std::nullopt;
        const int hour = digitsAt(text, 11, 2);
        const int minute = digitsAt(text, 14, 2);
        const int second = hasSeconds ? digitsAt(text, 17, 2) : 0;
        if (!QTime::isValid(hour, minute, second))
            return std::nullopt;
        time = QTime(hour, minute, second);
    }
    return QDateTime(*date, time, Qt::UTC);
}

} // namespace domain
