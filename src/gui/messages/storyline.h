#pragma once

#include "engine/client/models.h"
#include "gui/kit/timeline.h"

namespace gui {

/// A message's whole story as a timeline: why it was written, which checks it passed or failed, each attempt with the
/// provider's words, each status with its time and source, and what is still to come. Oldest first. Pure.
[[nodiscard]] QList<TimelineItem> storylineOf(const engine::MessageStory &story);

/// Where a message came from, as a sentence.
[[nodiscard]] QString originSentence(const engine::MessageStory &story);

} // namespace gui
