#pragma once

#include "engine/client/models.h"
#include "gui/kit/timeline.h"

namespace gui {

/// What happened with a contact, as the timeline tells it; messages can be clicked (their id). Pure.
[[nodiscard]] TimelineItem storyItem(const engine::TimelineEntry &entry);
[[nodiscard]] QList<TimelineItem> storyOf(const QList<engine::TimelineEntry> &entries);

} // namespace gui
