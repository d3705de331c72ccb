#pragma once

#include "domain/provider/webhook.h"
#include "providers/encoding.h"

namespace providers::vonage {

/// The ways to sign that an account can be set to: "md5hash", "md5", "sha1", "sha256", "sha512".
[[nodiscard]] QStringList signatureMethods();

/// `sig` over all parameters but `sig` itself, upper-case hexadecimal (vonage.md, section 3). Empty for a method that
/// is not of the list.
[[nodiscard]] QByteArray signature(const Form &fields, const QString &method, const QByteArray &secret);

/// Whether a webhook comes from Vonage: by the parameter `sig`, or by a token in the header Authorization whose
/// payload_hash fits the body. What is older than a day and an hour is refused: receipts are repeated for a day.
[[nodiscard]] bool isSigned(const domain::WebhookRequest &request, const QString &method, const QByteArray &secret,
                            domain::Instant now);

} // namespace providers::vonage
