#pragma once

#include <QList>
#include <QString>

namespace gui {

struct DiffPart
{
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString text;
    friend bool operator==(const DiffPart &, const DiffPart &) = default;
};

/// The least change of whole words from one text to the other; the parts of one kind stand together. Texts of more
/// than 2,000 words come back as removed and added. Pure.
[[nodiscard]] QList<DiffPart> wordDiff(const QString &from, const QString &to);

} // namespace gui
