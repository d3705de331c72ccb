#pragma once

#include "engine/client/models.h"
#include "gui/kit/rowsmodel.h"

namespace gui {

/// The message table's columns; `now` is asked for each relative time.
[[nodiscard]] QList<Column<engine::MessageRow>> messageColumns(std::function<domain::Instant()> now);

} // namespace gui
