#pragma once

#include "engine/client/models.h"
#include "gui/kit/rowsmodel.h"

namespace gui {

/// The columns of the list of templates; `now` is asked when a cell is drawn.
[[nodiscard]] QList<Column<engine::TemplateRow>> templateColumns(std::function<domain::Instant()> now);

} // namespace gui
