#pragma once

#include "domain/core/types.h"
#include "providers/errorclass.h"

namespace providers::sns {

/// The rule for an answer to Publish that is no success: a known code by its own rule (with InvalidParameter and its
/// kin the message names the field), anything else by HTTP status. `code` empty: it may not be Amazon that spoke.
[[nodiscard]] ErrorRule ruleForAnswer(QStringView code, QStringView message, int httpStatus);

/// How far our clock is behind Amazon's (negative: ahead), where a refusal for the signature's time says both.
[[nodiscard]] std::optional<domain::Millis> clockBehind(const QString &message);

/// The rule for a failure the delivery log tells of (sns.md, section 7).
[[nodiscard]] ErrorRule ruleForDelivery(QStringView providerResponse);

} // namespace providers::sns
