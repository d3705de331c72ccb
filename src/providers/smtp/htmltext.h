#pragma once

#include <QString>

namespace providers::smtp {

/// What a page of HTML says, without its marks, links' addresses, styles and scripts; blocks become lines. Whatever it
/// is given; linear in its length.
[[nodiscard]] QString textOfHtml(const QString &html);

} // namespace providers::smtp
