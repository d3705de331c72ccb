#pragma once

#include "domain/condition/evaluator.h"

// What CompiledCondition and storage/conditions share.

namespace domain {

/// The answer of a typed condition, or of a part of one. `record` has one value for each of `uses`.
[[nodiscard]] Truth answer(const TypedCondition &condition, const std::vector<FieldUse> &uses,
                           std::span<const ConditionDatum> record, const ConditionTime &time);

/// The value of an operand that is constant.
[[nodiscard]] ConditionDatum constantOf(const TypedOperand &operand, const ConditionTime &time);

} // namespace domain
