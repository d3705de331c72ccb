#pragma once

#include "domain/contact/contact.h"
#include "domain/template/value.h"

#include <span>
#include <vector>

namespace domain {

/// What a placeholder means for a contact: "first_name", "name", "company", "birthday", a custom attribute …; also with
/// "contact." or "customer." before it. Empty fields are missing. Pure, any thread.
[[nodiscard]] Value contactValue(const Contact &contact, QStringView placeholder);

/// The values of a template's variables, in their order, for CompiledTemplate::render.
[[nodiscard]] std::vector<Value> contactValues(const Contact &contact, const QStringList &variables);

/// Names that may stand in a placeholder for every contact; custom attributes come on top.
[[nodiscard]] QStringList contactPlaceholders();

} // namespace domain
