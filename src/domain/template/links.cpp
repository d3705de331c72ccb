#include "domain/template/links.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace domain {

bool isAllowedLink(QStringView address)
{
    // browsers skip control characters and white space before and within a scheme
    QString scheme;
    for (const QChar c : address) {
        if (c == u':') {
            static const QStringList allowed{u"http"_s, u"https"_s, u"mailto"_s, u"tel"_s};
            return allowed.contains(scheme.toLower());
        }
        if (c == u'/' || c == u'?' || c == u'#')
            return true;
        if (c > u' ' && c != QChar(0x7f))
            scheme += c;
    }
    return true;
}

bool endsInLinkStart(QStringView html)
{
    constexpr qsizetype Enough = 64; // longer than any `href = "`
    static const QRegularExpression start(u"(?:^|[\\s\"'])(?:href|src|action|formaction)\\s*=\\s*[\"']?\\s*$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return start.match(html.last(qMin(html.size(), Enough)).toString()).hasMatch();
}

bool bringsForeignScheme(QStringView html, QStringView value)
{
    if (!value.contains(u':')) // nearly all
        return false;
    constexpr qsizetype LongestScheme = 64;
    qsizetype at = html.size();
    while (at > 0 && html.size() - at < LongestScheme && !QStringView(u"\"'<>=").contains(html[at - 1]))
        --at;
    return endsInLinkStart(html.first(at)) && !isAllowedLink(html.sliced(at).toString().append(value));
}

} // namespace domain
