#include "providers/signing.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace providers {

namespace {

constexpr auto urlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// Empty where it is not base64url.
std::optional<QByteArray> decoded(const QByteArray &part)
{
    const auto result =
        QByteArray::fromBase64Encoding(part, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    return result ? std::optional(result.decoded) : std::nullopt;
}

std::optional<QCryptographicHash::Algorithm> algorithmOf(const QString &name)
{
    if (name == "HS256"_L1)
        return QCryptographicHash::Sha256;
    if (name == "HS384"_L1)
        return QCryptographicHash::Sha384;
    if (name == "HS512"_L1)
        return QCryptographicHash::Sha512;
    return std::nullopt;
}

} // namespace

QByteArray hmac(QCryptographicHash::Algorithm algorithm, const QByteArray &key, const QByteArray &message)
{
    return QMessageAuthenticationCode::hash(message, key, algorithm);
}

QByteArray sha256Hex(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

bool equalInConstantTime(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return difference == 0;
}

std::optional<QJsonObject> claimsOfToken(const QByteArray &token, const QByteArray &key)
{
    const QList<QByteArray> parts = token.split('.');
    if (parts.size() != 3 || key.isEmpty())
        return std::nullopt;
    const auto header = decoded(parts[0]);
    const auto claims = decoded(parts[1]);
    const auto signature = decoded(parts[2]);
    if (!header || !claims || !signature)
        return std::nullopt;
    const auto algorithm = algorithmOf(QJsonDocument::fromJson(*header).object().value("alg"_L1).toString());
    if (!algorithm || !equalInConstantTime(hmac(*algorithm, key, parts[0] + '.' + parts[1]), *signature))
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(*claims);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

QByteArray tokenOf(const QJsonObject &claims, const QByteArray &key)
{
    const QByteArray head = R"({"alg":"HS256","typ":"JWT"})"_ba.toBase64(urlSafe);
    const QByteArray body = QJsonDocument(claims).toJson(QJsonDocument::Compact).toBase64(urlSafe);
    const QByteArray text = head + '.' + body;
    return text + '.' + hmac(QCryptographicHash::Sha256, key, text).toBase64(urlSafe);
}

} // namespace providers
