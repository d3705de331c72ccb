#pragma once

#include "domain/template/ast.h"
#include "domain/template/types.h"

#include <optional>
#include <span>
#include <tl/expected.hpp>

namespace domain::templatefilters {

/// The filter of that name (`d` is `default`), or nothing.
[[nodiscard]] std::optional<templateast::FilterId> filterNamed(QStringView name);
/// The names a person may write, for 'did you mean' and completion.
[[nodiscard]] QStringList filterNames();

/// What is wrong with the arguments, empty if nothing: their number, kinds and ranges.
[[nodiscard]] QString argumentProblem(templateast::FilterId filter, std::span<const Value> arguments);

enum class FilterFailure { Type, Missing, Limit };

/// Applies a filter other than `default` to a value that is there; the arguments have passed argumentProblem().
/// Pure. `replace` and `join`, which alone can grow without measure, stop at `maxLength` UTF-16 units.
[[nodiscard]] tl::expected<Value, FilterFailure> apply(templateast::FilterId filter, const Value &input,
                                                       std::span<const Value> arguments, const RenderOptions &options,
                                                       qsizetype maxLength);

} // namespace domain::templatefilters
