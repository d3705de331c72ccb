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
    std::string scheme = {};      ///< how it is signed, where a provider knows several ways (FlashChat)
    std::string verifyToken = {}; ///< with it the receiver is asked first whether it is the one (WhatsApp)
};

/// A webhook as it leaves.
struct Hook
{
    std::string method = "POST";
    std::string path = {}; ///< instead of the target's; empty for that one
    std::string query;     ///< with its '?', behind the path; empty for none
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};

/// The question a provider puts to a receiver before it sends it anything, and the body a right answer has.
struct Handshake
{
    Hook question;
    std::string answer;
};

} // namespace simulator
