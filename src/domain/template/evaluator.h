#pragma once

#include "domain/template/ast.h"
#include "domain/template/fault.h"

#include <span>
#include <tl/expected.hpp>

namespace domain::templateast {

/// Runs `program` over `data` (one value a variable, in its order) and returns the text before the channel's
/// finish. Pure and bounded by templatelimits and a budget of work. Faults: E_MISSING, E_TYPE, E_LIMIT.
[[nodiscard]] tl::expected<QString, TemplateFault> evaluate(const Program &program, QStringView source,
                                                            std::span<const Value> data, const RenderOptions &options);

} // namespace domain::templateast
