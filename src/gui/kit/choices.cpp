#include "gui/kit/choices.h"

#include "domain/address/timezones.h"

#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QSet>
#include <QTimeZone>

#include <unicode/uloc.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

struct Choices
{
    Q_DECLARE_TR_FUNCTIONS(gui::Choices)
};

using NamedCodes = QList<QPair<QString, QString>>; // name, code

void sortByName(NamedCodes &codes)
{
    std::sort(codes.begin(), codes.end(),
              [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.first, b.first) < 0; });
}

/// What ICU calls a part of a locale in the program's language; empty where it has no name for it. Qt knows a country's
/// name in English and in its own language alone.
template <class Lookup>
QString displayName(Lookup lookup, const QByteArray &locale)
{
    std::array<UChar, 128> name{};
    UErrorCode error = U_ZERO_ERROR;
    const QByteArray shownIn = QLocale().name().toLatin1();
    const int32_t length = lookup(locale.constData(), shownIn.constData(), name.data(), int32_t(name.size()), &error);
    if (U_FAILURE(error) || length <= 0 || length > int32_t(name.size()))
        return {};
    return QString(reinterpret_cast<const QChar *>(name.data()), length);
}

NamedCodes allCountries()
{
    QSet<QString> codes;
    for (const QLocale &locale :
         QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory)) {
        const QString code = QLocale::territoryToCode(locale.territory());
        if (code.size() == 2 && code[0].isLetter())
            codes.insert(code);
    }
    NamedCodes result;
    for (const QString &code : std::as_const(codes))
        result.append({countryName(code), code});
    sortByName(result);
    return result;
}

const NamedCodes &countries()
{
    static QHash<QString, NamedCodes> known; // by the language they are named in
    const QString language = QLocale().name();
    const auto it = known.constFind(language);
    return it != known.cend() ? *it : *known.insert(language, allCountries());
}

// The languages businesses write to their customers in; any other code of a contact is kept and shown as it is.
constexpr const char *commonLanguages[] = {
    "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "gu", "he",   "hi",    "hr",
    "hu", "id", "it", "ja", "kn", "ko", "lt", "lv", "ml", "mr", "ms", "nb", "nl", "pa", "pl", "pt",   "pt-BR", "ro",
    "ru", "sk", "sl", "sr", "sv", "sw", "ta", "te", "th", "tl", "tr", "uk", "ur", "vi", "zh", "zh-TW"};

void fill(QComboBox &box, const QString &none, const NamedCodes &codes)
{
    box.clear();
    if (!none.isNull())
        box.addItem(none, QString());
    for (const auto &[name, code] : codes)
        box.addItem(name, code);
    box.setMaxVisibleItems(16);
    // a list of 250 must not make the form wide
    box.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box.setMinimumContentsLength(12);
}

QStringList dateFormats()
{
    const QLocale locale;
    return {locale.dateFormat(QLocale::ShortFormat), u"d MMM yyyy"_s, u"d MMMM yyyy"_s, u"yyyy-MM-dd"_s,
            locale.dateFormat(QLocale::LongFormat)};
}

} // namespace

QString countryName(const QString &code)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(code);
    if (territory == QLocale::AnyTerritory)
        return code;
    const QString name = displayName(uloc_getDisplayCountry, "und_" + code.toLatin1());
    return name.isEmpty() ? QLocale::territoryToString(territory) : name;
}

QString languageName(const QString &bcp47)
{
    const QStringList parts = bcp47.split(u'-');
    const QLocale::Language language = QLocale::codeToLanguage(parts.first());
    if (language == QLocale::AnyLanguage || bcp47.isEmpty())
        return bcp47;
    QString name = displayName(uloc_getDisplayLanguage, parts.first().toLatin1());
    if (name.isEmpty())
        name = QLocale::languageToString(language);
    if (parts.size() < 2)
        return name;
    return Choices::tr("%1 (%2)", "a language and its country").arg(name, countryName(parts.last()));
}

void fillCountries(QComboBox &box, const QString &none) { fill(box, none, countries()); }

void fillLanguages(QComboBox &box, const QString &none)
{
    NamedCodes codes;
    for (const char *code : commonLanguages)
        codes.append({languageName(QString::fromLatin1(code)), QString::fromLatin1(code)});
    sortByName(codes);
    fill(box, none, codes);
}

void fillTimeZones(QComboBox &box, const QString &none, const QString &country)
{
    static const QList<QByteArray> all = [] {
        QList<QByteArray> ids = QTimeZone::availableTimeZoneIds();
        ids.removeIf([](const QByteArray &id) { return !id.contains('/') || id.startsWith("Etc/"); });
        return ids;
    }();
    NamedCodes codes;
    const domain::ZoneIds near = country.isEmpty() ? domain::ZoneIds() : domain::zonesOfCountry(country);
    const auto add = [&](const QByteArray &id) {
        const QString code = QString::fromLatin1(id);
        codes.append({QString(code).replace(u'_', u' '), code});
    };
    for (const QByteArray &id : near)
        add(id);
    for (const QByteArray &id : all)
        if (!near.contains(id))
            add(id);
    fill(box, none, codes);
    if (!near.isEmpty())
        box.insertSeparator((none.isNull() ? 0 : 1) + static_cast<int>(near.size()));
}

void choose(QComboBox &box, const QString &code)
{
    int at = box.findData(code);
    if (at < 0 && !code.isEmpty()) {
        box.addItem(code, code);
        at = box.count() - 1;
    }
    box.setCurrentIndex(at);
}

QDate dateFrom(const QString &text)
{
    const QString wanted = text.simplified();
    const QLocale locale;
    for (const QString &format : dateFormats()) {
        QDate date = locale.toDate(wanted, format);
        // "12/3/84": a year of two digits is never in the future
        if (date.isValid() && !format.contains("yyyy"_L1) && date.addYears(100) <= QDate::currentDate())
            date = date.addYears(100);
        if (date.isValid() && date.year() > 1800)
            return date;
    }
    return {};
}

QString dateText(const QDate &date)
{
    return date.isValid() ? QLocale().toString(date, Choices::tr("d MMM yyyy", "a date in a form")) : QString();
}

QString dateExample() { return dateText(QDate(1984, 3, 12)); }

} // namespace gui
