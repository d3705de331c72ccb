#pragma once

#include "providers/errorclass.h"

#include <optional>
#include <span>

namespace providers::twilio {

struct CodeRule
{
    int code = 0;
    ErrorRule rule;
};

/// Every code of twilio.md, section 5, sorted by code.
[[nodiscard]] std::span<const CodeRule> knownCodes();

/// The rule of a known code.
[[nodiscard]] std::optional<ErrorRule> ruleForCode(int code);

/// The rule for an answer to a send: a known code by its own rule, anything else by HTTP status. `code` 0: the answer
/// carries none, so it may not be Twilio that spoke.
[[nodiscard]] ErrorRule ruleForAnswer(int code, int httpStatus);

/// The rule for a message that failed after it had been accepted.
[[nodiscard]] ErrorRule ruleForLateFailure(int code);

/// The carrier gave up when the validity period ended.
inline constexpr int validityExpired = 30036;

} // namespace providers::twilio
