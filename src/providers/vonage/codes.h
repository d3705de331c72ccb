#pragma once

#include "providers/errorclass.h"

#include <QString>

#include <optional>
#include <span>

namespace providers::vonage {

struct CodeRule
{
    int code = 0;
    ErrorRule rule;
};

/// `status` of a part of an answer to a send, 0 (accepted) left out (vonage.md, section 1), sorted by code.
[[nodiscard]] std::span<const CodeRule> sendCodes();
/// Its rule; `text` is error-text, which says which parameter is wrong.
[[nodiscard]] ErrorRule ruleForSend(int status, const QString &text);
/// How long error-text asks to wait: "Throughput Rate Exceeded - please wait [ 250 ] and retry". Empty if it does not.
[[nodiscard]] std::optional<domain::Millis> waitIn(const QString &text);

/// `err-code` of a receipt (section 2), sorted by code.
[[nodiscard]] std::span<const CodeRule> receiptCodes();
[[nodiscard]] ErrorRule ruleForReceipt(int code);

} // namespace providers::vonage
