#pragma once

#include "providers/errorclass.h"

#include <QString>

#include <optional>
#include <span>

namespace providers::bird {

struct CodeRule
{
    QLatin1String code;
    ErrorRule rule;
};

/// {"error":{"type","code","name","message","param","details":[{"param","message"}]}}.
struct ErrorBody
{
    QString code; ///< "E01004"; empty where the body is none of Bird's
    QString name; ///< "SMSInvalidRecipient"
    QString message;
    QString param; ///< of the error or of its first detail
};

/// The rule for an answer to a send (messagebird.md, B).
[[nodiscard]] ErrorRule ruleForAnswer(const ErrorBody &error, int httpStatus);

/// last_error.code of a message that failed after it had been accepted.
[[nodiscard]] std::span<const CodeRule> lateCodes();
[[nodiscard]] ErrorRule ruleForLateFailure(const QString &code);

} // namespace providers::bird
