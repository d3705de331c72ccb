#pragma once

#include <QStringList>

namespace domain {

/// The candidate a person most probably meant (few typing slips away, case ignored), or nothing.
[[nodiscard]] QString nearestName(QStringView written, const QStringList &candidates);

} // namespace domain
