#include "sources/contacts/cells.h"

#include <QHash>
#include <QLocale>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace sources {

namespace {

int yearOf(int year, qsizetype digits) { return digits > 2 ? year : year < 30 ? 2000 + year : 1900 + year; }

// "3. April 2025", "Apr 3, 2025": the month by its name in the languages business files come in.
int monthByName(QStringView word)
{
    static const QHash<QString, int> months = [] {
        QHash<QString, int> made;
        for (const auto language : {QLocale::English, QLocale::German, QLocale::French, QLocale::Spanish,
                                    QLocale::Italian, QLocale::Portuguese, QLocale::Dutch})
            for (int month = 1; month <= 12; ++month)
                for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
                    QString name = QLocale(language).monthName(month, format).toLower();
                    name.remove(u'.');
                    made.insert(name, month);
                }
        return made;
    }();
    QString key = word.toString().toLower();
    key.remove(u'.');
    return months.value(key);
}

struct Piece
{
    QStringView text;
    bool digits = false;
};

QList<Piece> piecesOf(QStringView text)
{
    QList<Piece> pieces;
    qsizetype i = 0;
    while (i < text.size()) {
        const bool digit = text[i].isDigit();
        if (!digit && !text[i].isLetter()) {
            ++i;
            continue;
        }
        const qsizetype start = i;
        while (i < text.size() && (digit ? text[i].isDigit() : text[i].isLetter()))
            ++i;
        pieces << Piece{text.sliced(start, i - start), digit};
    }
    return pieces;
}

} // namespace

DateOrder dateOrderOf(QStringView country)
{
    static constexpr std::array<QStringView, 5> monthFirst{u"US", u"PH", u"PR", u"GU", u"FM"};
    for (const QStringView c : monthFirst)
        if (country.compare(c, Qt::CaseInsensitive) == 0)
            return DateOrder::MonthFirst;
    return DateOrder::DayFirst;
}

std::optional<QDate> parseDateCell(QStringView text, DateOrder order)
{
    text = text.trimmed();
    if (text.size() > 64)
        return std::nullopt;
    const QList<Piece> pieces = piecesOf(text);
    if (pieces.size() < 3)
        return std::nullopt;
    int year = 0;
    int month = 0;
    int day = 0;
    const Piece &a = pieces[0];
    const Piece &b = pieces[1];
    const Piece &c = pieces[2];
    if (a.digits && b.digits && c.digits) {
        if (a.text.size() == 4) {
            year = a.text.toInt();
            month = b.text.toInt();
            day = c.text.toInt();
        } else if (a.text.size() <= 2 && b.text.size() <= 2 && (c.text.size() == 2 || c.text.size() == 4)) {
            // Dots are day first everywhere; slashes and hyphens as the country has it, unless only one way fits.
            const bool dots = text.contains(u'.');
            bool monthFirst = !dots && order == DateOrder::MonthFirst;
            const int first = a.text.toInt();
            const int second = b.text.toInt();
            if (first > 12)
                monthFirst = false;
            else if (second > 12)
                monthFirst = !dots;
            month = monthFirst ? first : second;
            day = monthFirst ? second : first;
            year = yearOf(c.text.toInt(), c.text.size());
        }
    } else if (a.digits && !b.digits && c.digits) {
        day = a.text.toInt();
        month = monthByName(b.text);
        year = yearOf(c.text.toInt(), c.text.size());
    } else if (!a.digits && b.digits && c.digits) {
        month = monthByName(a.text);
        day = b.text.toInt();
        year = yearOf(c.text.toInt(), c.text.size());
    }
    if (year < 1000 || !QDate::isValid(year, month, day))
        return std::nullopt;
    return QDate(year, month, day);
}

std::optional<bool> parseYesNoCell(QStringView text)
{
    const QString word = text.trimmed().toString().toLower();
    static const QStringList yes{u"1"_s,    u"y"_s,   u"yes"_s,  u"true"_s, u"t"_s,  u"x"_s,   u"ja"_s,   u"j"_s,
                                 u"wahr"_s, u"oui"_s, u"vrai"_s, u"si"_s,   u"sí"_s, u"sim"_s, u"vero"_s, u"on"_s};
    static const QStringList no{u"0"_s,    u"n"_s,   u"no"_s,  u"false"_s, u"f"_s,     u"nein"_s, u"falsch"_s, u"non"_s,
                                u"faux"_s, u"não"_s, u"nao"_s, u"nee"_s,   u"falso"_s, u"off"_s,  u"-"_s};
    if (yes.contains(word))
        return true;
    if (no.contains(word))
        return false;
    return std::nullopt;
}

std::optional<qint64> parseAmountCell(QStringView text)
{
    QString digits;
    bool negative = false;
    for (const QChar c : text.trimmed()) {
        if (c.isDigit())
            digits += QChar(u'0' + c.digitValue());
        else if (c == u'.' || c == u',')
            digits += c;
        else if (c == u'-' || c == u'(' || c == u'\u2212')
            negative = true;
        else if (c == u')' || c == u'\'' || c == u'’' || c.isSpace() || c.category() == QChar::Symbol_Currency ||
                 c.isLetter())
            continue;
        else
            return std::nullopt;
    }
    const qsizetype dot = digits.lastIndexOf(u'.');
    const qsizetype comma = digits.lastIndexOf(u',');
    qsizetype decimal = qMax(dot, comma);
    if (decimal >= 0) {
        const QChar mark = digits[decimal];
        const bool onlyOne = digits.count(mark) == 1;
        const bool both = dot >= 0 && comma >= 0;
        if (!onlyOne || (!both && digits.size() - decimal - 1 == 3 && decimal <= 3 && decimal > 0 && digits[0] != u'0'))
            decimal = -1; // it separates thousands
    }
    QString whole = decimal >= 0 ? digits.left(decimal) : digits;
    QString fraction = decimal >= 0 ? digits.mid(decimal + 1) : QString();
    whole.remove(u'.').remove(u',');
    if ((whole.isEmpty() && fraction.isEmpty()) || whole.size() > 12 || fraction.contains(u'.') ||
        fraction.contains(u','))
        return std::nullopt;
    fraction = fraction.leftJustified(6, u'0', true);
    const qint64 micros = whole.toLongLong() * 1'000'000 + fraction.toLongLong();
    return negative ? -micros : micros;
}

QString parseCountryCell(QStringView text)
{
    static const QHash<QString, QString> byName = [] {
        QHash<QString, QString> made;
        const auto locales = QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry);
        for (const QLocale &locale : locales) {
            const QString code = QLocale::territoryToCode(locale.territory());
            if (code.size() != 2)
                continue;
            made.insert(code.toLower(), code);
            made.insert(QLocale::territoryToString(locale.territory()).toLower(), code);
            made.insert(locale.nativeTerritoryName().toLower(), code);
        }
        made.remove(QString());
        made.insert(u"usa"_s, u"US"_s);
        made.insert(u"united states of america"_s, u"US"_s);
        made.insert(u"uk"_s, u"GB"_s);
        made.insert(u"england"_s, u"GB"_s);
        made.insert(u"great britain"_s, u"GB"_s);
        made.insert(u"holland"_s, u"NL"_s);
        made.insert(u"uae"_s, u"AE"_s);
        return made;
    }();
    return byName.value(text.trimmed().toString().toLower());
}

QString parseLanguageCell(QStringView text)
{
    static const QHash<QString, QString> byName = [] {
        QHash<QString, QString> made;
        const auto locales = QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry);
        for (const QLocale &locale : locales) {
            const QString code = QLocale::languageToCode(locale.language());
            if (code.size() < 2)
                continue;
            made.insert(QLocale::languageToString(locale.language()).toLower(), code);
            made.insert(locale.nativeLanguageName().toLower(), code);
            made.insert(code, code);
            made.insert(locale.bcp47Name().toLower(), locale.bcp47Name());
            made.insert(locale.name().replace(u'_', u'-').toLower(), locale.name().replace(u'_', u'-'));
        }
        made.remove(u"c"_s);
        made.remove(QString());
        return made;
    }();
    return byName.value(text.trimmed().toString().replace(u'_', u'-').toLower());
}

} // namespace sources
