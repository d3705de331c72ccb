#pragma once

#include <QtGlobal>

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

/// Several regular expressions over digits, compiled into one automaton: one walk over a number tells which of them
/// match. Knows what the number plans of libphonenumber use: digits, \d, [classes], groups, |, ?, *, +, {n}, {n,m} and
/// $. A value; matching is const and may be done by any thread.
class DigitPatterns
{
public:
    /// Bit n stands for pattern n.
    struct Matches
    {
        quint32 whole = 0; ///< matches all of the text
        quint32 start = 0; ///< matches some beginning of it, one digit or more, perhaps all
    };

    /// At most 32 patterns; an empty one matches nothing. nullopt if one uses anything else, or the automaton gets too
    /// large (mostStates).
    [[nodiscard]] static std::optional<DigitPatterns> compile(std::span<const std::string> patterns);

    /// `digits` are ASCII digits.
    [[nodiscard]] Matches match(std::string_view digits) const;

private:
    static constexpr size_t symbols = 11; // the digits, and the end of the text for '$'
    static constexpr size_t endSymbol = 10;

    struct State
    {
        std::array<quint16, symbols> next{}; ///< 0 is the dead state
        quint32 accepts = 0;
    };

    std::vector<State> m_states; ///< [1] is the start
};

} // namespace domain
