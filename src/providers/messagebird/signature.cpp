#include "providers/messagebird/signature.h"

#include "providers/exchange.h"
#include "providers/signing.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::messagebird {

namespace {

constexpr std::chrono::seconds leeway{1};
constexpr std::chrono::minutes tolerance{5};

/// Sorted by name, encoded as forms are: a space is '+'.
QByteArray sortedQuery(const QByteArray &query)
{
    Form fields = formDecoded(query);
    std::stable_sort(fields.begin(), fields.end(),
                     [](const auto &a, const auto &b) { return a.first.toUtf8() < b.first.toUtf8(); });
    return formEncoded(fields).replace("%20", "+");
}

} // namespace

bool isTokenGood(const QByteArray &token, const QByteArray &signingKey, const QByteArray &url, const QByteArray &body,
                 domain::Instant now)
{
    const auto claims = claimsOfToken(token, signingKey);
    if (!claims || claims->value("iss"_L1).toString() != "MessageBird"_L1 ||
        claims->value("jti"_L1).toString().isEmpty())
        return false;
    const auto instant = [&claims](QLatin1String name) -> std::optional<domain::Instant> {
        const QJsonValue value = claims->value(name);
        return value.isDouble() ? std::optional(domain::fromMillis(value.toInteger() * 1000)) : std::nullopt;
    };
    const auto notBefore = instant("nbf"_L1);
    const auto expires = instant("exp"_L1);
    if (!notBefore || !expires || *notBefore > now + leeway || *expires < now - leeway)
        return false;
    if (!equalInConstantTime(claims->value("url_hash"_L1).toString().toLatin1(), sha256Hex(url)))
        return false;
    if (body.isEmpty())
        return !claims->contains("payload_hash"_L1);
    return equalInConstantTime(claims->value("payload_hash"_L1).toString().toLatin1(), sha256Hex(body));
}

QByteArray olderSignature(const QByteArray &timestamp, const QByteArray &query, const QByteArray &body,
                          const QByteArray &signingKey)
{
    const QByteArray bodyHash = QCryptographicHash::hash(body, QCryptographicHash::Sha256);
    return hmac(QCryptographicHash::Sha256, signingKey, timestamp + '\n' + sortedQuery(query) + '\n' + bodyHash)
        .toBase64();
}

bool isSigned(const domain::WebhookRequest &request, const QByteArray &signingKey, domain::Instant now)
{
    if (signingKey.isEmpty())
        return false;
    if (const QByteArray token = headerIn(request.headers, "MessageBird-Signature-JWT"); !token.isEmpty())
        return isTokenGood(token, signingKey, request.url, request.body, now);
    const QByteArray timestamp = headerIn(request.headers, "MessageBird-Request-Timestamp");
    bool isNumber = false;
    const domain::Instant at = domain::fromMillis(timestamp.toLongLong(&isNumber) * 1000);
    if (!isNumber || at > now + tolerance || at < now - tolerance)
        return false;
    return equalInConstantTime(headerIn(request.headers, "MessageBird-Signature"),
                               olderSignature(timestamp, queryIn(request.url), request.body, signingKey));
}

} // namespace providers::messagebird
