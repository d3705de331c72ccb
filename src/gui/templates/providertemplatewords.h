#pragma once

#include "domain/template/providertext.h"
#include "gui/theme/tokens.h"

namespace gui {

// What providers say of their templates, in the window's words. Pure; any thread.

/// "English (US)" is written as the provider spells it behind its name: "American English, en_US".
[[nodiscard]] QString templateLanguage(const QString &language);
[[nodiscard]] QString templateCategory(const QString &category);
[[nodiscard]] QString templateState(const QString &state);
[[nodiscard]] Tone templateTone(const QString &state);
/// Why it cannot be chosen; empty: it can.
[[nodiscard]] QString templateObstacle(const domain::ProviderTemplate &known);

} // namespace gui
