#pragma once

#include <QString>

namespace app {

/// ISO 4217 code of a country's currency (two-letter country code), after the locale data; USD where it knows none.
/// What a new workspace begins with; its owner may choose another. Any thread.
[[nodiscard]] QString currencyOf(const QString &country);

} // namespace app
