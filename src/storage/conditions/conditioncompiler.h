#pragma once

#include "domain/core/result.h"
#include "storage/conditions/dialect.h"

namespace storage {

/// A condition as the text of a WHERE: true, false or null as in memory (facts/conditions.md, section 8). Fails with
/// InvalidInput where it is nested more deeply than the database can take.
[[nodiscard]] domain::Result<SqlText> compileCondition(const domain::CompiledCondition &condition,
                                                       const domain::ConditionTime &time,
                                                       const ConditionDialect &dialect,
                                                       const ConditionColumns &columns);

} // namespace storage
