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

/// The usual ones.
namespace rules {
inline constexpr ErrorRule account{ErrorClass::Config, domain::Scope::Account};
inline constexpr ErrorRule sender{ErrorClass::Config, domain::Scope::Sender};
inline constexpr ErrorRule country{ErrorClass::Config, domain::Scope::Country};
inline constexpr ErrorRule recipient{ErrorClass::Recipient, domain::Scope::Recipient};
inline constexpr ErrorRule message{ErrorClass::Message, domain::Scope::Message};
inline constexpr ErrorRule optedOut{ErrorClass::OptedOut, domain::Scope::Recipient};
inline constexpr ErrorRule later{ErrorClass::RetryLater, domain::Scope::Message};
inline constexpr ErrorRule slowAccount{ErrorClass::Throttled, domain::Scope::Account};
inline constexpr ErrorRule slowSender{ErrorClass::Throttled, domain::Scope::Sender};
inline constexpr ErrorRule unknown{ErrorClass::UnknownOutcome, domain::Scope::Message};
inline constexpr ErrorRule unclear{};
} // namespace rules

/// What the HTTP status of an answer to a send says where the provider's own code says nothing. `isProviders`: the
/// body is the provider's, so that a 404 is its word and not that of something else at the base URL, for which
/// messages are kept and not burnt. A redirect is never followed.
[[nodiscard]] ErrorRule ruleForHttpStatus(int status, bool isProviders);

/// "throttled", "retry_later", "permanent_recipient" …: the document's words.
[[nodiscard]] QString toText(ErrorClass errorClass);

/// The answer to a send that was refused with `code` and `text`.
[[nodiscard]] domain::Outcome refusal(ErrorRule rule, const QString &code, const QString &text,
                                      std::optional<domain::Millis> retryAfter);

/// Fills `reason` and `repeatable` of a message that failed after it had been accepted.
void setFailure(domain::StatusReport &report, ErrorRule rule);

} // namespace providers
