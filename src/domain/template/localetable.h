#pragma once

#include <QStringView>

#include <span>

namespace domain::localeformat {

enum class Grouping { Threes, Indian };

struct CurrencySign
{
    QStringView code;
    QStringView sign;
};

/// How a language and region writes numbers: facts of Unicode CLDR, with Latin digits and without direction marks,
/// since a text message has no use for them.
struct LocaleStyle
{
    QStringView tag;
    QStringView group;                     ///< between groups of digits
    QStringView point;                     ///< before the decimals
    bool signFirst;                        ///< currency sign before the number
    QStringView gap;                       ///< between sign and number
    std::span<const CurrencySign> signs{}; ///< where they differ from the usual ones
    int minimumGrouping = 1;               ///< digits that must stand before the first group sign
    Grouping grouping = Grouping::Threes;
    QStringView moneyGroup{}; ///< in amounts, if it differs
    QStringView moneyPoint{};
};

/// The style of `locale` ("de-AT", "de_AT"), of the longest beginning of it that is known, or of English.
[[nodiscard]] const LocaleStyle &styleOf(QStringView locale);

/// "$", "US$", "€"; the code itself if the locale has no sign for it.
[[nodiscard]] QStringView currencySign(QStringView code, const LocaleStyle &style);

/// Decimals of a currency by ISO 4217; 2 if unknown.
[[nodiscard]] int currencyDecimals(QStringView code);

} // namespace domain::localeformat
