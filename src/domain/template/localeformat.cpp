#include "domain/template/localeformat.h"

#include "domain/template/decimal.h"
#include "domain/template/localetable.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace domain::localeformat {

namespace {

/// Appends digits with group signs.
void appendGrouped(QString &out, QStringView digits, QStringView sign, Grouping grouping, int minimum)
{
    if (digits.size() < 3 + minimum) {
        out += digits;
        return;
    }
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const qsizetype left = digits.size() - i; // digits from here to the point
        const bool boundary = left >= 3 && (grouping == Grouping::Indian ? left % 2 == 1 : left % 3 == 0);
        if (i > 0 && boundary)
            out += sign;
        out += digits[i];
    }
}

/// Appends a plain decimal text without minus, with the given signs.
void appendStyled(QString &out, QStringView plain, const LocaleStyle &style, QStringView groupSign,
                  QStringView pointSign)
{
    const qsizetype point = plain.indexOf(u'.');
    appendGrouped(out, point < 0 ? plain : plain.first(point), groupSign, style.grouping, style.minimumGrouping);
    if (point >= 0)
        out.append(pointSign).append(plain.sliced(point + 1));
}

/// Moves the minus from the number to the text.
void moveMinus(QStringView &plain, QString &out)
{
    if (!plain.startsWith(u'-'))
        return;
    plain = plain.sliced(1);
    out += u'-';
}

QStringView orElse(QStringView own, QStringView usual) { return own.isEmpty() ? usual : own; }

QString clockPart(QStringView field, QTime time)
{
    const auto padded = [](int value, qsizetype width) { return QString::number(value).rightJustified(width, u'0'); };
    switch (field[0].unicode()) {
    case u'H':
        return padded(time.hour(), field.size());
    case u'h':
        return padded(time.hour() % 12 == 0 ? 12 : time.hour() % 12, field.size());
    case u'm':
        return padded(time.minute(), field.size());
    case u's':
        return padded(time.second(), field.size());
    default:
        return time.hour() < 12 ? u"AM"_s : u"PM"_s;
    }
}

QString datePart(QStringView field, QDate date, QTime time, const QLocale &names)
{
    if (field == u"yyyy")
        return QString::number(date.year()).rightJustified(4, u'0');
    if (field == u"yy")
        return QString::number(date.year() % 100).rightJustified(2, u'0');
    if (field == u"MMMM")
        return names.monthName(date.month(), QLocale::LongFormat);
    if (field == u"MMM")
        return names.monthName(date.month(), QLocale::ShortFormat);
    if (field == u"EEEE")
        return names.dayName(date.dayOfWeek(), QLocale::LongFormat);
    if (field == u"EEE")
        return names.dayName(date.dayOfWeek(), QLocale::ShortFormat);
    if (field[0] == u'M')
        return QString::number(date.month()).rightJustified(field.size(), u'0');
    if (field[0] == u'd')
        return QString::number(date.day()).rightJustified(field.size(), u'0');
    return clockPart(field, time);
}

/// The pattern field at the beginning of `rest`, longest first; empty if there is none.
QStringView fieldAt(QStringView rest)
{
    static constexpr QStringView fields[] = {u"yyyy", u"yy", u"MMMM", u"MMM", u"MM", u"M",  u"dd", u"d", u"EEEE",
                                             u"EEE",  u"HH", u"H",    u"hh",  u"h",  u"mm", u"ss", u"a"};
    for (const QStringView field : fields) {
        if (rest.startsWith(field))
            return field;
    }
    return {};
}

/// Reads '...' or '' at the beginning of `rest` into `out`; how many characters that were.
qsizetype quotedAt(QStringView rest, QString &out)
{
    if (rest.startsWith(u"''")) {
        out += u'\'';
        return 2;
    }
    qsizetype i = 1;
    for (; i < rest.size(); ++i) {
        if (rest[i] == u'\'') {
            if (i + 1 >= rest.size() || rest[i + 1] != u'\'')
                return i + 1;
            ++i; // '' within a literal is one quote
        }
        out += rest[i];
    }
    return i;
}

} // namespace

QString number(QStringView canonicalText, int decimals, const QString &locale)
{
    const LocaleStyle &style = styleOf(locale);
    const QString rounded = decimal::rounded(canonicalText, decimals);
    QStringView plain = rounded;
    QString text;
    text.reserve(plain.size() * 2);
    moveMinus(plain, text);
    appendStyled(text, plain, style, style.group, style.point);
    return text;
}

QString currency(QStringView canonicalText, const QString &code, const QString &locale)
{
    const LocaleStyle &style = styleOf(locale);
    const QString rounded = decimal::rounded(canonicalText, currencyDecimals(code));
    QStringView plain = rounded;
    const QStringView sign = currencySign(code, style);
    // a code is set off from the digits
    const bool isCode = (style.signFirst ? sign.back() : sign.front()).isLetter();
    const QStringView gap = style.gap.isEmpty() && isCode ? QStringView(u"\u00a0") : style.gap;
    QString text;
    text.reserve(plain.size() * 2 + 8);
    moveMinus(plain, text);
    if (style.signFirst)
        text.append(sign).append(gap);
    appendStyled(text, plain, style, orElse(style.moneyGroup, style.group), orElse(style.moneyPoint, style.point));
    if (!style.signFirst)
        text.append(gap).append(sign);
    return text;
}

QString fixedPoint(QStringView canonicalText, int decimals, bool grouped)
{
    const QString rounded = decimals < 0 ? canonicalText.toString() : decimal::rounded(canonicalText, decimals);
    if (!grouped)
        return rounded;
    QStringView plain = rounded;
    QString text;
    moveMinus(plain, text);
    const qsizetype point = plain.indexOf(u'.');
    appendGrouped(text, point < 0 ? plain : plain.first(point), u",", Grouping::Threes, 1);
    if (point >= 0)
        text += plain.sliced(point);
    return text;
}

QString date(QDate date, QTime time, QStringView pattern, const QString &locale)
{
    if (pattern == u"iso")
        pattern = u"yyyy-MM-dd";
    if (!time.isValid())
        time = QTime(0, 0);
    const QLocale names(QString(locale).replace(u'-', u'_'));
    QString result;
    for (qsizetype at = 0; at < pattern.size();) {
        const QStringView rest = pattern.sliced(at);
        if (rest[0] == u'\'') {
            at += quotedAt(rest, result);
        } else if (const QStringView field = fieldAt(rest); !field.isEmpty()) {
            result += datePart(field, date, time, names);
            at += field.size();
        } else {
            result += rest[0];
            ++at;
        }
    }
    return result;
}

} // namespace domain::localeformat
