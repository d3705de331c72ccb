#pragma once

#include <array>

namespace domain {

namespace gsm7 {

/// Septets of the code points below U+0100: 1 for the default alphabet, 2 for the extension table, 0 for neither.
inline constexpr std::array<unsigned char, 256> latinSeptets = [] {
    std::array<unsigned char, 256> table{};
    constexpr char16_t basic[] =
        u"@\u00A3$\u00A5\u00E8\u00E9\u00F9\u00EC\u00F2\u00C7\n\u00D8\u00F8\r\u00C5\u00E5_\u00C6\u00E6"
        u"\u00DF\u00C9 !\"#\u00A4%&'()*+,-./0123456789:;<=>?\u00A1ABCDEFGHIJKLMNOPQRSTUVWXYZ\u00C4\u00D6"
        u"\u00D1\u00DC\u00A7\u00BFabcdefghijklmnopqrstuvwxyz\u00E4\u00F6\u00F1\u00FC\u00E0";
    constexpr char16_t extended[] = u"\f^{}\\[~]|";
    for (char16_t c : basic)
        table[c] = c == 0 ? 0 : 1;
    for (char16_t c : extended)
        table[c] = c == 0 ? 0 : 2;
    return table;
}();

} // namespace gsm7

/// Septets that a UTF-16 code unit takes in the GSM 7-bit alphabet (3GPP TS 23.038, 6.2.1 and 6.2.1.1): 1, or 2 for
/// a character of the extension table; 0 if it is in neither table (a surrogate never is). No national shift tables.
[[nodiscard]] constexpr int gsmSeptets(char16_t unit)
{
    if (unit < 0x100)
        return gsm7::latinSeptets[unit];
    switch (unit) {
    case 0x0393: // Γ
    case 0x0394: // Δ
    case 0x0398: // Θ
    case 0x039B: // Λ
    case 0x039E: // Ξ
    case 0x03A0: // Π
    case 0x03A3: // Σ
    case 0x03A6: // Φ
    case 0x03A8: // Ψ
    case 0x03A9: // Ω
        return 1;
    case 0x20AC: // €
        return 2;
    default:
        return 0;
    }
}

} // namespace domain
