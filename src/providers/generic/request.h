#pragma once

#include "providers/generic/profile.h"

namespace providers::generic {

/// The request a shape describes, with these values; nothing of it can break out of its place.
[[nodiscard]] domain::HttpRequest requestFrom(const RequestShape &shape, const Auth &auth, const Values &values);

/// `request` with a further query parameter, in the place of one of the same name.
void setQueryItem(QByteArray &url, const QString &name, const QString &value);

/// Adds the signature's headers and query (Auth::Type::Signed).
void addSignature(domain::HttpRequest &request, const Signature &signature, const Values &values, domain::Instant now);

/// The same for Amazon's services (Auth::Type::Amazon).
void addAmazonSignature(domain::HttpRequest &request, const Auth &auth, const Values &values, domain::Instant now);

/// HMAC or digest of `text`, in hexadecimal or base64.
[[nodiscard]] QByteArray digest(Signature::Hash hash, bool base64, const QByteArray &key, const QByteArray &text);

} // namespace providers::generic
