#pragma once

#include "storage/workspace/providerstore.h"

#include <functional>

namespace storage {

/// The mark of an account in a rehearsal whose kind has no simulation: it is not asked.
inline const QString notRehearsed = QStringLiteral("no_rehearsal");

/// Makes a copy of a workspace fit for a rehearsal: receipts of real messages are not asked for, lists are read from
/// `now` on, accounts that can be rehearsed work, all others are paused. Opens and closes the file. Errors of
/// Connection::open, DiskFull.
[[nodiscard]] domain::Result<void> prepareRehearsal(const QString &path,
                                                    const std::function<bool(const ProviderRecord &)> &canBeRehearsed,
                                                    domain::Instant now);

} // namespace storage
