#pragma once

#include "domain/core/types.h"

#include <string>
#include <string_view>

namespace simulator {

/// What the connection does with a request: answer after a while, stay silent, or close.
struct Reply
{
    enum class Action { Answer, Hang, Drop };
    Action action = Action::Answer;
    int status = 200;
    std::string body;
    std::string_view type = "application/json"; ///< a literal
    int retryAfterSeconds = -1;
    domain::Millis delay{0};
};

} // namespace simulator
