#pragma once

#include "engine/client/models.h"

// Made-up values for pages that are shown without an engine.

namespace samples {

/// Saturday, 21 November 2026, 10:20 UTC.
[[nodiscard]] domain::Instant now();
class FixedClock : public domain::Clock
{
public:
    [[nodiscard]] domain::Instant now() const override { return samples::now(); }
};

[[nodiscard]] engine::Dashboard dashboard();
[[nodiscard]] engine::EngineStatus status();
[[nodiscard]] QList<engine::MessageRow> messages(int count = 60);
[[nodiscard]] engine::MessageStory deliveredStory();
[[nodiscard]] engine::MessageStory doubtfulStory();
[[nodiscard]] engine::MessageStory waitingStory();

} // namespace samples
