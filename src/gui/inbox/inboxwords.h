#pragma once

#include "engine/client/models.h"
#include "gui/kit/bubblelist.h"

// What the inbox says, as pure functions of what it shows. Any thread but for the locale.

namespace gui {

/// The contact's name, else the number or address as people write it.
[[nodiscard]] QString nameOf(const engine::ConversationRow &row);
/// The number or address as people write it.
[[nodiscard]] QString addressOf(const engine::ConversationRow &row);
/// The last text in one line; "You: …" where it is ours.
[[nodiscard]] QString previewOf(const engine::ConversationRow &row);
/// Why there can be no reply, and what to do; empty where there can.
[[nodiscard]] QString obstacleSentence(const engine::ReplyWay &way, domain::Channel channel, domain::Instant now);
/// Entries newest first, as bubbles oldest first, with a line where a day begins.
[[nodiscard]] QList<Bubble> bubblesOf(const QList<engine::ThreadEntry> &entries, domain::Instant now);

} // namespace gui
