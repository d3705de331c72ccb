#pragma once

#include "providers/errorclass.h"

#include <QString>

#include <optional>
#include <span>

namespace providers::messagebird {

struct CodeRule
{
    int code = 0;
    ErrorRule rule;
};

/// The first error of an answer: {"errors":[{"code":9,"description":"…","parameter":"recipients"}]}.
struct ErrorBody
{
    int code = 0; ///< 0 where the body is none of MessageBird's
    QString description;
    QString parameter;
};

/// The rule for an answer to a send (messagebird.md, A7).
[[nodiscard]] ErrorRule ruleForAnswer(const ErrorBody &error, int httpStatus);

/// statusErrorCode of a message that failed after it had been accepted (A4), sorted by code.
[[nodiscard]] std::span<const CodeRule> lateCodes();
/// By the code, or where it says nothing by the words of statusReason.
[[nodiscard]] ErrorRule ruleForLateFailure(int code, const QString &reason);

/// The carrier never reported: not delivered for all that is known, but no failure either.
[[nodiscard]] bool isUnconfirmed(const QString &reason);

} // namespace providers::messagebird
