#pragma once

#include "domain/core/result.h"
#include "domain/core/types.h"

#include <QStringList>

namespace storage {

/// The mark of an account in a rehearsal whose kind has no simulation: it is not asked.
inline const QString notRehearsed = QStringLiteral("no_rehearsal");

/// Makes a copy of a workspace fit for a rehearsal: receipts of real messages are not asked for, lists are read from
/// `now` on, accounts of the given kinds work, all others are paused. Opens and closes the file. Errors of
/// Connection::open, DiskFull.
[[nodiscard]] domain::Result<void> prepareRehearsal(const QString &path, const QStringList &kinds, domain::Instant now);

} // namespace storage
