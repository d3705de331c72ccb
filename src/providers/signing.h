#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QJsonObject>

#include <optional>

namespace providers {

// What several providers sign requests with, both ways. Keys are bytes as they stand unless said otherwise.

[[nodiscard]] QByteArray hmac(QCryptographicHash::Algorithm algorithm, const QByteArray &key,
                              const QByteArray &message);
/// Lower-case hexadecimal.
[[nodiscard]] QByteArray sha256Hex(const QByteArray &bytes);
/// Takes as long for texts that differ in the first byte as for those that differ in the last.
[[nodiscard]] bool equalInConstantTime(const QByteArray &a, const QByteArray &b);

/// The claims of a token signed with HS256, HS384 or HS512 and this key (RFC 7515, 7519). Empty for any other
/// algorithm ("none" above all), a wrong signature or a text that is no token. Times in it are for the caller.
[[nodiscard]] std::optional<QJsonObject> claimsOfToken(const QByteArray &token, const QByteArray &key);
/// Such a token, signed with HS256.
[[nodiscard]] QByteArray tokenOf(const QJsonObject &claims, const QByteArray &key);

} // namespace providers
