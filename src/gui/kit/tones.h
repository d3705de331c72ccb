#pragma once

#include "domain/campaign/campaign.h"
#include "domain/message/state.h"
#include "gui/theme/tokens.h"

namespace gui {

/// The colour family of a state (look.md) and its word for people, sentence case and translated.
[[nodiscard]] Tone toneOf(domain::MessageState state);
[[nodiscard]] Tone toneOf(domain::CampaignState state);
[[nodiscard]] QString wordFor(domain::MessageState state);
[[nodiscard]] QString wordFor(domain::CampaignState state);
[[nodiscard]] QString wordFor(domain::Channel channel);
[[nodiscard]] QString wordFor(domain::Category category);
/// Icon names for channels.
[[nodiscard]] QString iconNameFor(domain::Channel channel);

} // namespace gui
