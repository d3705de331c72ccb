#pragma once

#include "domain/core/types.h"
#include "storage/core/connection.h"

namespace storage {

/// One opt-out that holds now for an address of a contact.
struct SuppressionRow
{
    domain::Channel channel = domain::Channel::Sms;
    std::optional<domain::Category> category; ///< empty: every category
    domain::Instant since{};
    QString source; ///< inbound, provider, person, import …
};

/// What holds for the contact's addresses on their own channels. Any connection.
[[nodiscard]] domain::Result<QList<SuppressionRow>> suppressionsOf(Connection &connection, domain::ContactId contact);

} // namespace storage
