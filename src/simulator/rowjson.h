#pragma once

#include "simulator/world.h"

namespace simulator {

/// Appends a message as Twilio shows it (twilio.md, section 3). `asCreated`: as in the answer to the send, when a
/// service has not looked at it yet.
void appendRow(std::string &out, const World &world, RowIndex index, domain::Instant at, bool asCreated = false);

/// How the numbers begin that a service picks.
inline constexpr std::string_view servicePoolPrefix = "+1500556";

/// The number a message goes out from: its own, or the one a service would pick.
[[nodiscard]] std::string senderOf(const World &world, const Row &row);

} // namespace simulator
