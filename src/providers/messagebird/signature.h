#pragma once

#include "domain/provider/webhook.h"

namespace providers::messagebird {

/// Whether a webhook comes from MessageBird (messagebird.md, A6). By the token of the header MessageBird-Signature-JWT:
/// bound to the URL as it was requested and to the body, good for a minute. Where that header is missing, by the older
/// MessageBird-Signature over time stamp, sorted query and body, at most five minutes from `now`.
[[nodiscard]] bool isSigned(const domain::WebhookRequest &request, const QByteArray &signingKey, domain::Instant now);

/// The parts of it.
[[nodiscard]] bool isTokenGood(const QByteArray &token, const QByteArray &signingKey, const QByteArray &url,
                               const QByteArray &body, domain::Instant now);
[[nodiscard]] QByteArray olderSignature(const QByteArray &timestamp, const QByteArray &query, const QByteArray &body,
                                        const QByteArray &signingKey);

} // namespace providers::messagebird
