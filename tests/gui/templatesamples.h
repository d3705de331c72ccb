#pragma once

#include "gui/templates/templateaccounts.h"

namespace samples {

/// A WhatsApp account with five templates: two that can be sent.
[[nodiscard]] gui::TemplateAccount templateAccount();

} // namespace samples
