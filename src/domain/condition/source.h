#pragma once

#include "domain/condition/problem.h"

#include <string>
#include <string_view>

namespace domain {

/// A condition's text as code points, in which both parsers count. Lone surrogates stay what they are.
class ConditionSource
{
public:
    explicit ConditionSource(QStringView text);

    [[nodiscard]] const std::u32string &points() const { return m_points; }
    [[nodiscard]] int size() const { return static_cast<int>(m_points.size()); }
    [[nodiscard]] char32_t at(int position) const { return position < size() ? m_points[size_t(position)] : U'\0'; }
    [[nodiscard]] QString text(int from, int to) const;
    /// Whether a text longer than the limit was given; then only its beginning is here.
    [[nodiscard]] bool isTooLong() const { return m_tooLong; }

    /// A problem with its place in every unit.
    [[nodiscard]] ConditionProblem problem(const char *code, int from, int to, QString message) const;

private:
    std::u32string m_points;
    bool m_tooLong = false;
};

[[nodiscard]] constexpr bool isSurrogate(char32_t c) { return c >= 0xd800 && c <= 0xdfff; }
void appendPoint(QString &text, char32_t c);
[[nodiscard]] int codePoints(QStringView text);

} // namespace domain
