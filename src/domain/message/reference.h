#pragma once

#include "domain/core/types.h"

namespace domain {

/// Our own name for an attempt, fresh for each: 26 characters in the form of a ULID. Time and chance make it unique,
/// and the message's id stands in it, so that a provider that echoes it names the message without a further index.
[[nodiscard]] QString attemptReference(Instant at, MessageId message, quint32 chance);

/// The message a reference names; invalid where the text is none of ours.
[[nodiscard]] MessageId messageOfReference(QStringView reference);

} // namespace domain
