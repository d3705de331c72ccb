#pragma once

#include <QDate>

#include <initializer_list>

namespace domain {

/// A set of weekdays, numbered as Qt does: 1 is Monday, 7 Sunday.
class WeekDays
{
public:
    constexpr WeekDays() = default;
    constexpr WeekDays(std::initializer_list<int> days)
    {
        for (const int day : days)
            add(day);
    }
    [[nodiscard]] static constexpr WeekDays all() { return {1, 2, 3, 4, 5, 6, 7}; }

    constexpr void add(int day) { m_bits = static_cast<quint8>(m_bits | (1U << (day - 1))); }
    [[nodiscard]] constexpr bool contains(int day) const { return (m_bits >> (day - 1)) & 1U; }
    [[nodiscard]] bool contains(QDate date) const { return contains(date.dayOfWeek()); }
    [[nodiscard]] constexpr bool isEmpty() const { return m_bits == 0; }

    friend constexpr bool operator==(const WeekDays &, const WeekDays &) = default;

private:
    quint8 m_bits = 0;
};

} // namespace domain
