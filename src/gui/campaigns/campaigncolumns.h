#pragma once

#include "engine/client/models.h"
#include "gui/kit/rowsmodel.h"

namespace gui {

/// The campaign table's columns; `now` is asked for each relative time.
[[nodiscard]] QList<Column<engine::CampaignRow>> campaignColumns(std::function<domain::Instant()> now);

} // namespace gui
