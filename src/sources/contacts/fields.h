#pragma once

#include <QStringList>

namespace sources {

/// The names that ImportPlan::fields may hold (besides "" and "attribute:<name>"), in the order a person is shown them.
[[nodiscard]] const QStringList &importFields();

/// A known field, "", or "attribute:" with a name.
[[nodiscard]] bool isImportField(const QString &field);

/// A field for each header cell: by the words that business systems use for it in English, German, French, Spanish,
/// Italian, Portuguese and Dutch; each field once, the first column wins; "" where nothing fits.
[[nodiscard]] QStringList guessFields(const QStringList &headers);

/// Whether the first record names columns: it names at least one known field, or holds neither a number nor an address.
[[nodiscard]] bool looksLikeHeader(const QStringList &firstRecord);

} // namespace sources
