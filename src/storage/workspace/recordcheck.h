#pragma once

#include "domain/core/result.h"

namespace storage {

class Connection;
class Vault;

/// Do the records say what was written: the chains of the audit log and of the consent ledger, and the counters as the
/// messages have them. Reads all of them: seconds for millions. Damaged, with what does not fit in the detail.
[[nodiscard]] domain::Result<void> checkRecords(Connection &connection, const Vault &vault);

} // namespace storage
