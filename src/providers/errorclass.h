#pragma once

#include "domain/provider/outcome.h"

namespace providers {

/// What a provider's error means for the queue (uniform.md, section 4). Every translator maps its codes here.
enum class ErrorClass {
    Throttled,
    RetryLater,
    Recipient,
    Message,
    Config,
    OptedOut,
    UnknownOutcome,
    Unclear, ///< "permanent_unknown"
};

/// An error class with how wide it reaches.
struct ErrorRule
{
    ErrorClass errorClass = ErrorClass::Unclear;
    domain::Scope scope = domain::Scope::Message;
};

/// "throttled", "retry_later", "permanent_recipient" …: the document's words.
[[nodiscard]] QString toText(ErrorClass errorClass);

/// The answer to a send that was refused with `code` and `text`.
[[nodiscard]] domain::Outcome refusal(ErrorRule rule, const QString &code, const QString &text,
                                      std::optional<domain::Millis> retryAfter);

/// Fills `reason` and `repeatable` of a message that failed after it had been accepted.
void setFailure(domain::StatusReport &report, ErrorRule rule);

} // namespace providers
