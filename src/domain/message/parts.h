#pragma once

#include "domain/message/state.h"

#include <QList>
#include <QString>

namespace domain {

// A provider that sends a long text in parts gives each an id, a receipt and a fate of its own. It is handed our
// reference with the number of parts behind it ("01J…-3") and echoes that, so that each receipt says how many there
// are.

/// `reference` for a text of that many parts; as it is for one.
[[nodiscard]] QString referenceOfParts(const QString &reference, int parts);
/// How many parts an echoed reference speaks of; 1 where it does not say.
[[nodiscard]] int partsOf(QStringView reference);
/// The reference without the number of parts.
[[nodiscard]] QString withoutParts(const QString &reference);

/// The state of a message by what is known of its parts (uniform.md, section 3): failed once any part is, delivered
/// once all are, else as far as the furthest one, but no further than sent. `known` may lack parts and is not empty.
[[nodiscard]] MessageState stateOfParts(const QList<MessageState> &known, int parts);

} // namespace domain
