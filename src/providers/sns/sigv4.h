#pragma once

#include "domain/provider/http.h"

namespace providers::sigv4 {

/// Signature Version 4 of Amazon's services (sns.md, section 3). Pure; any thread.

struct Credentials
{
    QByteArray keyId;
    QByteArray secret;
};

struct Scope
{
    QByteArray region;
    QByteArray service;
};

/// "20261120T213000Z".
[[nodiscard]] QByteArray timeStamp(domain::Instant at);
/// Empty where the text is none.
[[nodiscard]] std::optional<domain::Instant> instantFromTimeStamp(const QByteArray &text);

/// Host with its port as the transport names it in the Host header, and what stands behind it in the request line.
[[nodiscard]] QByteArray hostOf(const QByteArray &url);
[[nodiscard]] QByteArray targetOf(const QByteArray &url);

/// What is hashed and signed of a request. Every one of `headers` is signed; Host must be among them. `target`: path
/// and query, encoded or not.
[[nodiscard]] QByteArray canonicalRequest(const QByteArray &method, const QByteArray &target,
                                          const domain::HttpHeaders &headers, const QByteArray &body);
[[nodiscard]] QByteArray stringToSign(const QByteArray &canonicalRequest, const QByteArray &timeStamp,
                                      const Scope &scope);
[[nodiscard]] QByteArray signingKey(const QByteArray &secret, const QByteArray &date, const Scope &scope);

/// The value of the Authorization header; the time is that of X-Amz-Date in `headers`.
[[nodiscard]] QByteArray authorization(const QByteArray &method, const QByteArray &target,
                                       const domain::HttpHeaders &headers, const QByteArray &body,
                                       const Credentials &credentials, const Scope &scope);

} // namespace providers::sigv4
