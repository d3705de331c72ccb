#pragma once

#include "domain/core/types.h"

namespace engine {

/// The machine's own time. Any thread.
class SystemClock : public domain::Clock
{
public:
    [[nodiscard]] domain::Instant now() const override
    {
        return std::chrono::time_point_cast<domain::Millis>(std::chrono::system_clock::now());
    }
};

} // namespace engine
