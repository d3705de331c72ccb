#pragma once

#include "domain/core/types.h"

#include <string>

namespace simulator {

/// What the connection does with a request: answer after a while, stay silent, or close.
struct Reply
{
    enum class Action { Answer, Hang, Drop };
    Action action = Action::Answer;
    int status = 200;
    std::string body; ///< JSON
    int retryAfterSeconds = -1;
    domain::Millis delay{0};
};

} // namespace simulator
