#pragma once

#include "domain/template/types.h"

namespace domain::channeltext {

/// Appends a printed value to a rendering: escaped for e-mail HTML (& < > ' "), its markup characters neutralised for
/// WhatsApp if the options say so, else as it is.
void appendValue(QString &out, QStringView value, const RenderOptions &options);

/// What a channel does to the rendered whole: SMS and WhatsApp texts lose special spaces and control characters,
/// WhatsApp parameters and mail subjects become one line. Nothing for Text, EmailHtml and EmailText.
[[nodiscard]] QString finished(QString text, const RenderOptions &options);

/// A cell of a CSV export that a spreadsheet will not take for a formula: = + - @ and tab get a leading '.
[[nodiscard]] QString csvCell(const QString &text);

inline constexpr int WhatsAppBodyLength = 1024; ///< code points of a template's body with its values

} // namespace domain::channeltext
