#pragma once

#include "gui/theme/tokens.h"

#include <QIcon>

namespace gui {

/// Sets breeze as the icon theme and finds it without a desktop. Called once by Theme.
void useIconTheme();

/// A freedesktop icon by name ("document-send") in one colour that follows light and dark. Empty if the theme lacks it.
[[nodiscard]] QIcon icon(const QString &name, Tone tone = Tone::Neutral);

/// A plain cross, for closing panels and removing chips.
[[nodiscard]] QIcon closeIcon();

/// The mark of the program: the sun over its mirror.
[[nodiscard]] QIcon brandIcon();

} // namespace gui
