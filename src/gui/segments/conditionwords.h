#pragma once

#include "domain/condition/builder.h"
#include "domain/condition/problem.h"
#include "gui/segments/buildernode.h"

#include <QString>

// The words of conditions, as office people read them. GUI thread.

namespace gui {

/// "Last purchase" for last_purchase_on; a custom attribute's own name.
[[nodiscard]] QString fieldWords(const QString &field);
/// "is", "is one of", "is before" …: what the test means for such a field.
[[nodiscard]] QString testWords(domain::RowTest test, domain::FieldType type);
[[nodiscard]] QString matchWords(BuilderNode::Match match);
/// What is wrong, where, and what might have been meant.
[[nodiscard]] QString problemWords(const domain::ConditionProblem &problem);

} // namespace gui
