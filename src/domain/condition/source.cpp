#include "domain/condition/source.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

ConditionSource::ConditionSource(QStringView text)
{
    m_points.reserve(size_t(std::min<qsizetype>(text.size(), conditionlimits::length)));
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (size() == conditionlimits::length) {
            m_tooLong = true;
            return;
        }
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            c = QChar::surrogateToUcs4(text[i], text[i + 1]), ++i;
        m_points.push_back(c);
    }
}

QString ConditionSource::text(int from, int to) const
{
    QString text;
    for (int i = from; i < std::min(to, size()); ++i)
        appendPoint(text, m_points[size_t(i)]);
    return text;
}

ConditionProblem ConditionSource::problem(const char *code, int from, int to, QString message) const
{
    ConditionProblem problem;
    problem.code = QString::fromLatin1(code);
    problem.position = from;
    problem.end = std::max(from, to);
    problem.message = std::move(message);
    for (int i = 0; i < std::min(problem.end, size()); ++i) {
        const char32_t c = m_points[size_t(i)];
        const int units = c > 0xffff ? 2 : 1;
        if (i >= from) {
            problem.length += units;
            continue;
        }
        problem.from += units;
        if (c == U'\n' || (c == U'\r' && at(i + 1) != U'\n')) {
            ++problem.line;
            problem.column = 1;
        } else {
            ++problem.column;
        }
    }
    return problem;
}

void appendPoint(QString &text, char32_t c)
{
    if (c > 0xffff)
        text += QChar(QChar::highSurrogate(c)), text += QChar(QChar::lowSurrogate(c));
    else
        text += QChar(static_cast<char16_t>(c));
}

int codePoints(QStringView text)
{
    qsizetype count = text.size();
    for (qsizetype i = 1; i < text.size(); ++i)
        count -= text[i].isLowSurrogate() && text[i - 1].isHighSurrogate() ? 1 : 0;
    return static_cast<int>(count);
}

QString placeOf(const ConditionProblem &problem)
{
    return u"line %1, column %2"_s.arg(problem.line).arg(problem.column);
}

QString sentenceOf(const ConditionProblem &problem)
{
    return problem.hint.isEmpty() ? problem.message : problem.message + u", "_s + problem.hint;
}

} // namespace domain
