#pragma once

#include <QString>

namespace providers::smtp {

/// What a page of HTML says, without its marks, links' addresses, styles and scripts; blocks become lines. Whatever it
/// is given; linear in its length.
[[nodiscard]] QString textOfHtml(const QString &html);

/// A letter's text without the older mail that most programs put below an answer: lines that begin with '>', and the
/// one that says whose they are. The whole text where nothing else is in it.
[[nodiscard]] QString withoutQuotation(const QString &text);

} // namespace providers::smtp
