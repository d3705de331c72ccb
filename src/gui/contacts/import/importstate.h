#pragma once

#include "engine/client/importer.h"

namespace gui {

/// What the steps of the import wizard share. Owned by the wizard.
struct ImportState
{
    engine::ContactImporter *importer = nullptr; ///< borrowed; null where pages are fed by hand
    engine::ImportPreview preview;
    engine::ImportPlan plan;
    std::optional<engine::ImportReport> checked; ///< of the plan as `checkedKey` names it
    QString checkedKey;
    std::optional<engine::ImportReport> done;

    [[nodiscard]] bool hasFile() const { return !plan.path.isEmpty() && !preview.columns.isEmpty(); }
    /// Two plans that would do the same have the same key.
    [[nodiscard]] QString planKey() const;
    [[nodiscard]] bool isChecked() const { return checked && checkedKey == planKey(); }
};

/// Contacts that the import would add or change.
[[nodiscard]] qint64 touchedBy(const engine::ImportReport &report);

} // namespace gui
