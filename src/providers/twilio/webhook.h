#pragma once

#include "domain/provider/outcome.h"
#include "providers/encoding.h"

#include <optional>
#include <variant>

namespace providers::twilio {

/// Whether `signature` (header X-Twilio-Signature) was made for this request with `authToken` (never an API key's
/// secret). `url` is the public one, as Twilio was told it. A form is signed with the URL; any other body must have
/// the SHA-256 the URL's bodySHA256 names. Twilio is inconsistent about default ports and the query's encoding, so
/// each variant counts (twilio.md, section 8). Compares in constant time.
[[nodiscard]] bool signatureMatches(const QString &authToken, const QString &url, const Form &form,
                                    const QByteArray &body, const QByteArray &signature);

/// What a webhook's form says: a status of one of our messages, or a message from a person. `reference` is our own,
/// taken from the callback URL's query. Empty where the form is neither; nothing in it is trusted before
/// signatureMatches().
[[nodiscard]] std::optional<std::variant<domain::StatusReport, domain::InboundMessage>>
eventFromForm(const Form &form, const QString &reference, domain::Instant receivedAt);

} // namespace providers::twilio
