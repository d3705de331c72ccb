#pragma once

#include <QString>

namespace gui {

/// A line of the table of fields: English sources, translated where they are shown. Null where there is nothing to say.
struct FieldLine
{
    const char *kind; ///< empty: of every kind that has no line of its own
    const char *key;
    const char *label;
    const char *help;
    const char *format;
};

/// Null where there is none.
[[nodiscard]] const FieldLine *fieldLine(const QString &kind, const QString &key);

} // namespace gui
