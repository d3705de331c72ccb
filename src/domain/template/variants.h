#pragma once

#include <QStringList>

namespace domain {

/// Which of a template's languages a recipient gets: `wanted` itself, else its beginnings (de-AT, de), else the
/// default variant (an empty tag), else the first. Case and '_' for '-' do not matter. -1 if there are none.
[[nodiscard]] qsizetype pickVariant(const QStringList &available, const QString &wanted);

} // namespace domain
