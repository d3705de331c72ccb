#pragma once

#include "domain/template/ast.h"
#include "domain/template/fault.h"

#include <tl/expected.hpp>

namespace domain::templateast {

/// Compiles the Jinja notation; `source` has LF line ends (withLineFeeds). No recursion deeper than the limits.
[[nodiscard]] tl::expected<Program, TemplateFault> parseJinja(QStringView source);

/// Compiles the brace notation; `source` as given.
[[nodiscard]] tl::expected<Program, TemplateFault> parseBrace(QStringView source);

/// The slot of `path`, added if it is new; notes the use.
int useVariable(Program &program, const QString &path, int from, int length);

} // namespace domain::templateast
