#pragma once

#include "domain/contact/contact.h"
#include "domain/template/value.h"

#include <span>
#include <vector>

namespace domain {

/// What a text may say of the business it comes from: workspace.name, workspace.country, workspace.currency,
/// workspace.time_zone.
struct WorkspaceFacts
{
    QString name;
    QString country;  ///< ISO alpha-2
    QString currency; ///< ISO 4217
    QString timeZone; ///< IANA
};

/// What a placeholder means for a contact: "first_name", "name", "company", "birthday", a custom attribute …; also with
/// "contact." or "customer." before it, an attribute with "attributes." as well; or of the workspace. Empty fields are
/// missing. Pure, any thread.
[[nodiscard]] Value contactValue(const Contact &contact, const WorkspaceFacts &workspace, QStringView placeholder);

/// The values of a template's variables, in their order, for CompiledTemplate::render.
[[nodiscard]] std::vector<Value> contactValues(const Contact &contact, const WorkspaceFacts &workspace,
                                               const QStringList &variables);

/// Names that may stand in a placeholder for every contact; custom attributes come on top.
[[nodiscard]] QStringList contactPlaceholders();
/// All ways to write these names and attributes: with "contact.", "customer.", "attributes." before them.
[[nodiscard]] QStringList spellingsOf(const QString &placeholder);

} // namespace domain
