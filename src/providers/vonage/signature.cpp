#include "providers/vonage/signature.h"

#include "providers/exchange.h"
#include "providers/signing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::vonage {

namespace {

constexpr std::chrono::hours longestRepeat{25};
constexpr std::chrono::minutes clockTolerance{5};

bool isNow(qint64 seconds, domain::Instant now)
{
    const domain::Instant at = domain::fromMillis(seconds * 1000);
    return at >= now - longestRepeat && at <= now + clockTolerance;
}

bool isTokenGood(const QByteArray &token, const QByteArray &secret, const QByteArray &body, domain::Instant now)
{
    const auto claims = claimsOfToken(token, secret);
    if (!claims || !isNow(claims->value("iat"_L1).toInteger(), now))
        return false;
    const QJsonValue expires = claims->value("exp"_L1);
    if (expires.isDouble() && domain::fromMillis(expires.toInteger() * 1000) < now)
        return false;
    return body.isEmpty() ||
           equalInConstantTime(claims->value("payload_hash"_L1).toString().toLatin1(), sha256Hex(body));
}

} // namespace

QStringList signatureMethods() { return {u"md5hash"_s, u"md5"_s, u"sha1"_s, u"sha256"_s, u"sha512"_s}; }

QByteArray signature(const Form &fields, const QString &method, const QByteArray &secret)
{
    Form sorted = fields;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto &a, const auto &b) { return a.first.toUtf8() < b.first.toUtf8(); });
    QByteArray text;
    for (const auto &[name, content] : std::as_const(sorted))
        if (name != "sig"_L1)
            text += '&' + name.toUtf8() + '=' + content.toUtf8().replace('&', '_').replace('=', '_');
    const auto hashed = [&]() -> QByteArray {
        if (method == "md5hash"_L1)
            return QCryptographicHash::hash(text + secret, QCryptographicHash::Md5);
        if (method == "md5"_L1)
            return hmac(QCryptographicHash::Md5, secret, text);
        if (method == "sha1"_L1)
            return hmac(QCryptographicHash::Sha1, secret, text);
        if (method == "sha256"_L1)
            return hmac(QCryptographicHash::Sha256, secret, text);
        if (method == "sha512"_L1)
            return hmac(QCryptographicHash::Sha512, secret, text);
        return {};
    };
    return hashed().toHex().toUpper();
}

bool isSigned(const domain::WebhookRequest &request, const QString &method, const QByteArray &secret,
              domain::Instant now)
{
    if (secret.isEmpty())
        return false;
    const QByteArray authorization = headerIn(request.headers, "Authorization");
    if (authorization.startsWith("Bearer "))
        return isTokenGood(authorization.sliced(7).trimmed(), secret, request.body, now);
    const Form fields = fieldsOf(request);
    const QByteArray sig = value(fields, u"sig").toLatin1().toUpper();
    const QByteArray expected = signature(fields, method, secret);
    return !expected.isEmpty() && equalInConstantTime(sig, expected) &&
           isNow(value(fields, u"timestamp").toLongLong(), now);
}

} // namespace providers::vonage
