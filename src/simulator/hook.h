#pragma once

#include <string>
#include <utility>
#include <vector>

namespace simulator {

/// Where a dialect's webhooks go, and what it signs them with.
struct HookTarget
{
    std::string url;       ///< http://host:port/path: where they are sent
    std::string publicUrl; ///< what the receiver is known by, where a signature covers that; else as `url`
    std::string secret;
};

/// A webhook as it leaves.
struct Hook
{
    std::string method = "POST";
    std::string query; ///< with its '?', behind the target's URL; empty for none
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};

} // namespace simulator
