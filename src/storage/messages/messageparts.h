#pragma once

#include "storage/messages/messagestore.h"

namespace storage {

class Connection;

/// What a status means for the whole message where it speaks of one part of several (domain/message/parts.h): the
/// part's state is kept and the report's replaced by that of all parts known. Any other event comes back as it is.
/// Within the caller's transaction.
[[nodiscard]] domain::Result<domain::MessageEvent> wholeOf(Connection &connection, domain::MessageId message,
                                                           const domain::MessageEvent &event);

} // namespace storage
