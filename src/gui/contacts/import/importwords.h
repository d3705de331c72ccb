#pragma once

#include "engine/client/importer.h"

namespace gui {

/// Fields of engine::ImportPlan in the order a person is shown them, without "attribute:".
[[nodiscard]] const QStringList &importFieldChoices();
/// "Phone for texts" for "phone"; the name itself for an attribute.
[[nodiscard]] QString importFieldName(const QString &field);
/// Why a row cannot be taken, and what to do, as a sentence. An unknown word comes back readable.
[[nodiscard]] QString rejectSentence(const QString &reason);
/// "Comma", "Tab" …
[[nodiscard]] QString delimiterName(QChar delimiter);
[[nodiscard]] QString encodingName(const QString &encoding);

/// What is wrong with the chosen fields, in words; empty: nothing.
[[nodiscard]] QString mappingProblem(const QStringList &fields);

} // namespace gui
