#pragma once

#include <QDateTime>
#include <QString>

namespace domain::localeformat {

// Numbers, amounts and dates as a template's language writes them. Own tables (localetable.cpp): Qt 6.4's QLocale
// groups Spanish wrongly, puts some signs elsewhere and rounds binary. Only month and day names come from QLocale.

/// `canonicalText` (decimal.h) rounded half away from zero, grouped. `locale` is a BCP 47 tag; an unknown one
/// falls back to its language, then to en-US.
[[nodiscard]] QString number(QStringView canonicalText, int decimals, const QString &locale);

/// The same with the currency's sign or code and its decimals (ISO 4217: JPY 0, KWD 3). Minus stands in front.
[[nodiscard]] QString currency(QStringView canonicalText, const QString &code, const QString &locale);

/// Groups of three with ',' and '.' before the decimals, in no language: Python's `,` format. `decimals` -1: as they
/// are.
[[nodiscard]] QString fixedPoint(QStringView canonicalText, int decimals, bool grouped);

/// `pattern`: "iso" or yyyy yy MMMM MMM MM M dd d EEEE EEE HH H hh h mm ss a, '...' literal, '' one quote. Other
/// characters stand for themselves; without a time it is midnight.
[[nodiscard]] QString date(QDate date, QTime time, QStringView pattern, const QString &locale);

} // namespace domain::localeformat
