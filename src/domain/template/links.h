#pragma once

#include <QStringView>

namespace domain {

/// Whether a link of an e-mail may begin with this: no scheme at all, or http, https, mailto or tel.
[[nodiscard]] bool isAllowedLink(QStringView address);

/// Whether HTML ends where a link's address begins: `<a href="`.
[[nodiscard]] bool endsInLinkStart(QStringView html);

/// Whether `value`, printed behind `html`, would give a link a scheme that isAllowedLink() refuses, alone or together
/// with a value printed just before.
[[nodiscard]] bool bringsForeignScheme(QStringView html, QStringView value);

} // namespace domain
