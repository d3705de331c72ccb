#include "domain/condition/report.h"

namespace domain::conditionparse {

namespace {

/// Behind the word, number, text or sign that begins here.
int endOfToken(const ConditionSource &source, int from)
{
    const char32_t first = source.at(from);
    const auto isWord = [](char32_t c) {
        return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') || c == U'_' ||
               c == U'.' || c == U'-';
    };
    const auto isComparison = [](char32_t c) { return c == U'<' || c == U'>' || c == U'=' || c == U'!'; };
    int at = from + 1;
    if (first == U'"' || first == U'\'') {
        while (at < source.size() && source.at(at) != first)
            at += source.at(at) == U'\\' ? 2 : 1;
        ++at;
    } else if (isComparison(first)) {
        while (isComparison(source.at(at)))
            ++at;
    } else if (isWord(first) && first != U'-') {
        while (isWord(source.at(at)))
            ++at;
    }
    return std::min(at, source.size());
}

} // namespace

void Report::fault(const char *code, int from, const QString &message)
{
    if (!m_first || from < m_first->position)
        m_first = m_source.problem(code, from, endOfToken(m_source, from), message);
}

void Report::warn(const char *code, int from, int to, const QString &message, const QString &hint)
{
    ConditionProblem problem = m_source.problem(code, from, to, message);
    problem.hint = hint;
    m_warnings.append(std::move(problem));
}

} // namespace domain::conditionparse
