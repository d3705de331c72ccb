#include "providers/generic/urlrule.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace providers::generic {

bool isPrivateHost(const QString &host)
{
    static const QRegularExpression local(
        u"^(10(\\.\\d{1,3}){3}|192\\.168(\\.\\d{1,3}){2}|172\\.(1[6-9]|2\\d|3[01])(\\.\\d{1,3}){2}|"
        "169\\.254(\\.\\d{1,3}){2}|f[cd][0-9a-f]{2}:.*|fe80:.*|[a-z0-9-]+|.+\\.(local|lan|home|internal))\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    return local.match(host).hasMatch();
}

QString urlProblem(const Template &url, bool allowPlainHttp)
{
    static const QRegularExpression start(u"^https?://[^/?#{}\\s]+([/?]|\\z)"_s);
    static const QRegularExpression loopback(u"^(localhost|127(\\.\\d{1,3}){3}|::1)\\z"_s);
    const QString literal = url.start();
    const auto match = start.match(literal);
    // Without a path, only a literal that is the whole URL ends with its host.
    if (!match.hasMatch() || (match.captured(1).isEmpty() && !url.names().isEmpty()))
        return u"format"_s;
    const QByteArray rendered = url.rendered([](const QString &) { return u"x"_s; }, Place::Url);
    const QUrl whole(QString::fromUtf8(rendered), QUrl::StrictMode);
    if (!whole.isValid() || whole.host().isEmpty() || !whole.userInfo().isEmpty() || whole.hasFragment())
        return u"format"_s;
    if (whole.scheme() == u"https" || loopback.match(whole.host()).hasMatch())
        return {};
    return allowPlainHttp && isPrivateHost(whole.host()) ? QString() : u"insecure"_s;
}

} // namespace providers::generic
