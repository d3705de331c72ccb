#pragma once

#include "domain/core/result.h"
#include "domain/core/types.h"

namespace storage {
class Connection;
class Vault;
} // namespace storage

namespace engine {

/// Fills a new demo workspace: 2,000 made-up contacts with three months of invoices, orders and appointments, groups
/// and tags, segments, templates, a month of daily messages and past campaigns, replies and opt-outs. Every number is
/// from the ranges kept for fiction (555-0100 to 0199), every mail address from example domains. The same day and seed
/// give the same content. Engine thread; one transaction, about half a second. Conflict where the workspace has
/// contacts.
[[nodiscard]] domain::Result<void> fillDemo(storage::Connection &connection, const storage::Vault &vault,
                                            domain::ProviderId provider, domain::Instant now, const QString &timeZone);

} // namespace engine
