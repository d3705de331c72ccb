#pragma once

#include <QStringView>

namespace domain::localeformat {

enum class Grouping { Threes, Indian };

/// How a language and region writes numbers (Unicode CLDR 48, Latin digits).
struct LocaleStyle
{
    QStringView tag;
    QStringView group;      ///< sign between groups
    QStringView point;      ///< sign before the decimals
    QStringView moneyGroup; ///< the same in amounts, where it differs
    Grouping grouping;
    int minimumGrouping; ///< digits that must stand before the first group sign
    bool signFirst;      ///< currency sign before the number
    QStringView gap;     ///< between sign and number
};

/// The style of `locale` ("de-AT", "de_AT"), of its language, or of en-US.
[[nodiscard]] const LocaleStyle &styleOf(QStringView locale);

/// "$", "US$", "€"; the code itself if the locale has no sign for it.
[[nodiscard]] QStringView currencySign(QStringView code, const LocaleStyle &style);

/// Decimals of a currency by ISO 4217; 2 if unknown.
[[nodiscard]] int currencyDecimals(QStringView code);

} // namespace domain::localeformat
