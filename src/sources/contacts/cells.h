#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace sources {

/// How 03/04/2025 is meant. Years first and names of months need no choice.
enum class DateOrder { DayFirst, MonthFirst };
[[nodiscard]] DateOrder dateOrderOf(QStringView country);

/// 2025-04-03, 2025/4/3, 3.4.2025, 03/04/25, 3 April 2025, also with a time behind it; two-digit years are read as
/// 1930 to 2029. Empty where it is no date.
[[nodiscard]] std::optional<QDate> parseDateCell(QStringView text, DateOrder order);

/// yes/no, true/false, 1/0, x and their kin in the languages of the headers. Empty where it is neither.
[[nodiscard]] std::optional<bool> parseYesNoCell(QStringView text);

/// 1,234.50 · 1.234,50 · 1 234,5 · 1234.5 with or without a currency sign, in micro-units. A single mark with three
/// digits behind it separates thousands.
[[nodiscard]] std::optional<qint64> parseAmountCell(QStringView text);

/// "DE", "de", "Germany", "Deutschland" → "DE". Empty where it is no country.
[[nodiscard]] QString parseCountryCell(QStringView text);

/// "de", "de_AT", "German", "Deutsch" → "de", "de-AT". Empty where it is no language.
[[nodiscard]] QString parseLanguageCell(QStringView text);

} // namespace sources
