#include "providers/twilio/twilio.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace providers::twilio {

namespace {

bool matches(const QString &text, const QRegularExpression &pattern) { return pattern.match(text).hasMatch(); }

/// A number, a short code or an alphanumeric sender id of up to eleven characters with at least one letter.
bool isSender(const QString &text)
{
    static const QRegularExpression number(u"^\\+[1-9][0-9]{6,14}\\z"_s);
    static const QRegularExpression shortCode(u"^[0-9]{3,8}\\z"_s);
    static const QRegularExpression alphanumeric(u"^(?=.*[A-Za-z])[A-Za-z0-9 &+_-]{1,11}\\z"_s);
    return matches(text, number) || matches(text, shortCode) || matches(text, alphanumeric);
}

bool isLoopback(const QString &host)
{
    static const QRegularExpression loopback(u"^(localhost|127(\\.[0-9]{1,3}){3}|::1)\\z"_s);
    return matches(host, loopback);
}

/// Empty where the URL will do.
QString baseUrlProblem(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() ||
        !(url.path().isEmpty() || url.path() == u"/"))
        return u"format"_s;
    if (url.scheme() == u"https")
        return {};
    if (url.scheme() != u"http")
        return u"format"_s;
    return isLoopback(url.host()) ? QString() : u"insecure"_s;
}

} // namespace

QList<domain::ConfigProblem> problems(const domain::ProviderConfig &config)
{
    static const QRegularExpression accountSid(u"^AC[0-9a-fA-F]{32}\\z"_s);
    static const QRegularExpression serviceSid(u"^MG[0-9a-fA-F]{32}\\z"_s);
    static const QRegularExpression keySid(u"^SK[0-9a-fA-F]{32}\\z"_s);
    const auto setting = [&config](QLatin1String key) { return config.settings.value(key).toString(); };

    QList<domain::ConfigProblem> found;
    const auto requireFormat = [&](QLatin1String key, bool good) {
        if (!setting(key).isEmpty() && !good)
            found.append({key, u"format"_s});
    };
    if (setting("accountSid"_L1).isEmpty())
        found.append({u"accountSid"_s, u"required"_s});
    requireFormat("accountSid"_L1, matches(setting("accountSid"_L1), accountSid));
    if (setting("from"_L1).isEmpty() && setting("messagingServiceSid"_L1).isEmpty())
        found.append({u"from"_s, u"required"_s});
    requireFormat("from"_L1, isSender(setting("from"_L1)));
    requireFormat("messagingServiceSid"_L1, matches(setting("messagingServiceSid"_L1), serviceSid));
    requireFormat("apiKeySid"_L1, matches(setting("apiKeySid"_L1), keySid));
    if (const QString url = setting("baseUrl"_L1); !url.isEmpty())
        if (const QString problem = baseUrlProblem(url); !problem.isEmpty())
            found.append({u"baseUrl"_s, problem});
    const QString secret = setting("apiKeySid"_L1).isEmpty() ? u"authToken"_s : u"apiKeySecret"_s;
    if (config.secrets.value(secret).isEmpty())
        found.append({secret, u"required"_s});
    return found;
}

} // namespace providers::twilio
