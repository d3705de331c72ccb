#pragma once

#include "engine/client/models.h"

// Made-up campaigns for pages that are shown without an engine.

namespace samples {

/// One of each state, newest first; the first one is sending.
[[nodiscard]] QList<engine::CampaignRow> campaigns();
[[nodiscard]] engine::CampaignReview review();
[[nodiscard]] engine::WorkspaceInfo workspace();
[[nodiscard]] QList<engine::SegmentRow> segments();
[[nodiscard]] QList<engine::TemplateRow> templateRows();
[[nodiscard]] QList<engine::ContactRow> people();

} // namespace samples
