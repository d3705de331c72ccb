#pragma once

#include "domain/core/result.h"
#include "domain/template/attachment.h"

namespace engine {

/// Reads a file to be attached, with its type as the system knows it. Waits for the disk: not for the GUI thread.
/// FileMissing, FileNotReadable; InvalidInput where it is larger than any mail may be (`most` bytes as sent).
[[nodiscard]] domain::Result<domain::TemplateAttachment> readAttachment(const QString &path, qint64 most);

} // namespace engine
