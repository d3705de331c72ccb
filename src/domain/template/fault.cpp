#include "domain/template/fault.h"

namespace domain {

TemplateProblem located(const TemplateFault &fault, QStringView source, bool newlinesMerged)
{
    TemplateProblem problem;
    problem.code = QString::fromLatin1(fault.code);
    problem.message = fault.message;
    problem.hint = fault.hint;
    problem.name = fault.name;

    const int end = fault.from + fault.length;
    int units = 0; // offset as the fault counts
    for (qsizetype i = 0; i < source.size() && units < end; ++i, ++units) {
        const QChar c = source[i];
        const bool crlf = c == u'\r' && i + 1 < source.size() && source[i + 1] == u'\n';
        const bool secondHalf = c.isLowSurrogate() && i > 0 && source[i - 1].isHighSurrogate();
        const bool before = units < fault.from;
        const int points = secondHalf ? 0 : crlf && newlinesMerged ? 2 : 1;
        (before ? problem.position : problem.length) += points;
        if (before) {
            problem.column += points;
            if (c == u'\n' || (c == u'\r' && (!crlf || newlinesMerged))) {
                ++problem.line;
                problem.column = 1;
            }
        }
        if (crlf && newlinesMerged)
            ++i;
    }
    return problem;
}

QString withLineFeeds(const QString &source)
{
    if (!source.contains(u'\r'))
        return source;
    QString text = source;
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(u'\r', u'\n');
    return text;
}

int codePointCount(QStringView text)
{
    qsizetype count = text.size();
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i].isLowSurrogate() && text[i - 1].isHighSurrogate())
            --count;
    }
    return static_cast<int>(count);
}

} // namespace domain
