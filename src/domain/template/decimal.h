#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace domain::decimal {

// Decimal numbers as text: "-12.5", no exponent, no leading or trailing zeros, no "-0". Money never passes through a
// double.

/// The canonical form of "+1200.50", "1e3", ".5"; nothing if it is no number or has more than 400 digits.
[[nodiscard]] std::optional<QString> canonical(QStringView text);

/// `canonicalText` with exactly `decimals` digits after the point, half away from zero; never "-0.00".
[[nodiscard]] QString rounded(QStringView canonicalText, int decimals);

/// Compares two canonical texts by value.
[[nodiscard]] std::strong_ordering compare(QStringView a, QStringView b);

} // namespace domain::decimal
