#pragma once

#include "domain/contact/contact.h"
#include "storage/core/connection.h"

namespace storage {

// The columns of a contact's own fields, in the order in which readContact and bindContact take them. With a prefix
// for joins: CONTACT_COLUMNS("c.").
#define CONTACT_COLUMNS(p)                                                                                             \
    p "id, " p "external_id, " p "kind, " p "first_name, " p "last_name, " p "company, " p "display_name, " p          \
      "language, " p "time_zone, " p "country, " p "contact_group, " p "territory, " p "vip, " p "lead_source, " p     \
      "lead_stage, " p "loyalty_tier, " p "birthday, " p "anniversary, " p "customer_since, " p "last_purchase_on, " p \
      "last_purchase_micros, " p "do_not_disturb, " p "notes, " p "attributes, " p "created_at, " p "updated_at"
inline constexpr int contactColumnCount = 26;

/// A contact's own fields (no tags, no addresses) from a row whose first columns are CONTACT_COLUMNS.
[[nodiscard]] domain::Contact readContact(const Statement &s);
/// Binds everything behind the id to positions 2 … 26, in the order of CONTACT_COLUMNS.
void bindContact(Statement &s, const domain::Contact &contact);

} // namespace storage
