#pragma once

#include "domain/provider/mail.h"
#include "providers/errorclass.h"

namespace providers::smtp {

/// What a refusal means: `code` of three digits, the text with the enhanced code (RFC 3463) in front of it where there
/// is one. smtp.md, section 3; where the codes leave it open the text decides, then the step.
[[nodiscard]] ErrorRule ruleForReply(int code, QStringView text, domain::MailStep step);

/// The same for an enhanced code alone ("5.1.1") with whatever words came with it: of a bounce.
[[nodiscard]] ErrorRule ruleForStatus(QStringView status, QStringView text);

/// What became of a mail. Unknown in one place only: its end had left, and no reply came.
[[nodiscard]] domain::Outcome outcomeOf(const domain::MailResponse &response, const QString &messageId);

} // namespace providers::smtp
