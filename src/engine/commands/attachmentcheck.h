#pragma once

#include "domain/core/result.h"
#include "domain/template/attachment.h"

namespace engine {

/// InvalidInput, with the place "attachments", where they cannot go with a mail: see domain::AttachmentFault. `most`:
/// bytes of all together as sent.
[[nodiscard]] domain::Result<void> checkAttachments(const QList<domain::TemplateAttachment> &files, qint64 most);

} // namespace engine
