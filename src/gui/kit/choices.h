#pragma once

#include <QDate>
#include <QList>
#include <QPair>
#include <QString>

class QComboBox;
class QDate;

// What a person chooses from in forms: countries, languages, time zones, dates. GUI thread.

namespace gui {

/// "United Kingdom" for "GB"; the code itself where it is unknown.
[[nodiscard]] QString countryName(const QString &code);
/// "Brazilian Portuguese" for "pt-BR"; the code itself where it is unknown.
[[nodiscard]] QString languageName(const QString &bcp47);

/// Fill a combo box with names, codes as data; the first entry is `none` with an empty code, unless `none` is null.
void fillCountries(QComboBox &box, const QString &none);
void fillLanguages(QComboBox &box, const QString &none);
/// All zones; those of `country` stand first.
void fillTimeZones(QComboBox &box, const QString &none, const QString &country);

/// Chooses the code; one that is not in the list is added as it is. Empty: the entry for none, where there is one.
void choose(QComboBox &box, const QString &code);

/// A date as people write it: the locale's short and long forms, "12 Mar 1984", "1984-03-12". Invalid: it is none.
[[nodiscard]] QDate dateFrom(const QString &text);
/// "12 Mar 1984".
[[nodiscard]] QString dateText(const QDate &date);
/// What a date field takes, as an example.
[[nodiscard]] QString dateExample();

} // namespace gui
