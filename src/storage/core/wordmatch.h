#pragma once

#include <QString>

namespace storage {

/// What a person looks for as FTS5 wants it: "Müller  co" → "müller"* "co"*, so that every word must begin a word of
/// what is found. Empty where there is no word in it.
[[nodiscard]] QString wordMatch(const QString &text);

} // namespace storage
