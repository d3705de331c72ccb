#pragma once

#include <QByteArray>
#include <QString>

namespace providers {

/// Empty where the URL will do as a provider's base: https, or http to the loopback interface; a path but no query,
/// fragment or user. Else "format" or "insecure".
[[nodiscard]] QString baseUrlProblem(const QString &text);

/// The setting `baseUrl` or, where that is empty, `initial`; without a slash at its end.
[[nodiscard]] QByteArray baseUrlOf(const QString &setting, const QString &initial);

} // namespace providers
