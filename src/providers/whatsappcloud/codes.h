#pragma once

#include "domain/provider/http.h"
#include "providers/errorclass.h"

#include <QJsonObject>

#include <optional>

namespace providers::whatsappcloud {

/// One of Meta's errors, as it stands in an answer or in a status (whatsapp_cloud.md, section 5).
struct ErrorBody
{
    int code = 0; ///< 0 where it is none of Meta's
    int subcode = 0;
    QString message;
    QString details; ///< which field, which limit
    bool isTransient = false;

    /// What a person reads: the details where there are any.
    [[nodiscard]] QString words() const;
};
[[nodiscard]] ErrorBody errorFrom(const QJsonObject &error);

/// The rule for an answer to a send: a known code by its own rule, anything else by HTTP status.
[[nodiscard]] ErrorRule ruleForAnswer(const ErrorBody &error, int httpStatus);
/// The rule for a message that failed after it had been accepted.
[[nodiscard]] ErrorRule ruleForLateFailure(const ErrorBody &error);

/// How long the code asks one to wait where the answer itself names no time: a quality restriction lasts hours, what
/// is withheld to spare a person may come the next day. Empty: by the queue's own rule.
[[nodiscard]] std::optional<domain::Millis> pauseFor(int code);

/// The user stopped marketing messages, and these alone.
inline constexpr int marketingStopped = 131050;

} // namespace providers::whatsappcloud
