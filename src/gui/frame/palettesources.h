#pragma once

#include "gui/frame/commandpalette.h"
#include "gui/frame/page.h"

namespace gui {

/// What the palette finds in the workspace: contacts, templates, campaigns, and the messages of an address. Only for
/// pages that exist. `context` bounds the answers' life; everything is borrowed.
[[nodiscard]] QList<PaletteSource> paletteSources(engine::EngineClient &client, Shell &shell, const PageRegistry &pages,
                                                  QObject *context);

/// The sections of Settings, by their names.
[[nodiscard]] PaletteSource settingsSource(Shell &shell);

} // namespace gui
