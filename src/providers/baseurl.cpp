#include "providers/baseurl.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace providers {

QString baseUrlProblem(const QString &text)
{
    static const QRegularExpression loopback(u"^(localhost|127(\\.[0-9]{1,3}){3}|::1)\\z"_s);
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return u"format"_s;
    if (url.scheme() == u"https")
        return {};
    if (url.scheme() != u"http")
        return u"format"_s;
    return loopback.match(url.host()).hasMatch() ? QString() : u"insecure"_s;
}

QByteArray baseUrlOf(const QString &setting, const QString &initial)
{
    QByteArray url = (setting.isEmpty() ? initial : setting).toUtf8();
    while (url.endsWith('/'))
        url.chop(1);
    return url;
}

} // namespace providers
