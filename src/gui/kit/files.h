#pragma once

#include <QString>

namespace gui {

/// Where people look for their files: the folder of documents, or their home. For file dialogs.
[[nodiscard]] QString filesFolder();

} // namespace gui
