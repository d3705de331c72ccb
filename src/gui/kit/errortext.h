#pragma once

#include "domain/core/result.h"

#include <QString>

namespace gui {

/// An error in three parts, each a whole sentence or empty: what happened, what was kept, what to do.
struct ErrorWords
{
    QString happened;
    QString kept;
    QString todo;

    [[nodiscard]] QString all() const; ///< joined by spaces
};

[[nodiscard]] ErrorWords wordsFor(const domain::Error &error);
/// All of it in one text, for toasts and under fields.
[[nodiscard]] QString sentenceFor(const domain::Error &error);
/// A reason of the checks list, of an outcome or of a pause ("suppressed", "quiet_hours", "provider_paused"): a short
/// phrase for a table ("opted out"). An unknown word comes back readable.
[[nodiscard]] QString reasonPhrase(const QString &reason);
/// The same as a whole sentence for the story of a message.
[[nodiscard]] QString reasonSentence(const QString &reason);

} // namespace gui
