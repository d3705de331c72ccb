#pragma once

#include "engine/client/models.h"
#include "gui/kit/rowsmodel.h"

namespace gui {

/// The columns of the table of contacts. `now` gives the time that 'changed' is told from.
[[nodiscard]] QList<Column<engine::ContactRow>> contactColumns(std::function<domain::Instant()> now);

/// The order a click on that column's header asks for; only 'name', 'changed' and 'added' have one.
[[nodiscard]] std::optional<engine::ContactSort> contactSortOf(const QString &columnId);
[[nodiscard]] QString contactColumnOf(engine::ContactSort sort);

} // namespace gui
