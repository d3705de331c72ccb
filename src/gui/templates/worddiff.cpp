#include "gui/templates/worddiff.h"

#include <vector>

namespace gui {

namespace {

constexpr qsizetype mostWords = 4000; // words and the spaces between them

QStringList pieces(const QString &text)
{
    QStringList result;
    qsizetype from = 0;
    for (qsizetype i = 1; i <= text.size(); ++i)
        if (i == text.size() || text.at(i).isSpace() != text.at(from).isSpace()) {
            result.append(text.mid(from, i - from));
            from = i;
        }
    return result;
}

void append(QList<DiffPart> &parts, DiffPart::Kind kind, const QString &text)
{
    if (!parts.isEmpty() && parts.last().kind == kind)
        parts.last().text += text;
    else if (!text.isEmpty())
        parts.append({kind, text});
}

} // namespace

QList<DiffPart> wordDiff(const QString &from, const QString &to)
{
    using Kind = DiffPart::Kind;
    const QStringList a = from.isEmpty() ? QStringList() : pieces(from);
    const QStringList b = to.isEmpty() ? QStringList() : pieces(to);
    QList<DiffPart> parts;
    if (a.size() > mostWords || b.size() > mostWords) {
        append(parts, Kind::Removed, from);
        append(parts, Kind::Added, to);
        return parts;
    }
    // longest common subsequence, from the end
    const auto width = static_cast<size_t>(b.size() + 1);
    std::vector<quint16> longest(static_cast<size_t>(a.size() + 1) * width, 0);
    const auto at = [&](qsizetype i, qsizetype j) -> quint16 & {
        return longest[static_cast<size_t>(i) * width + static_cast<size_t>(j)];
    };
    for (qsizetype i = a.size() - 1; i >= 0; --i)
        for (qsizetype j = b.size() - 1; j >= 0; --j)
            at(i, j) =
                a.at(i) == b.at(j) ? static_cast<quint16>(at(i + 1, j + 1) + 1) : std::max(at(i + 1, j), at(i, j + 1));
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a.at(i) == b.at(j)) {
            append(parts, Kind::Same, a.at(i++));
            ++j;
        } else if (i < a.size() && (j == b.size() || at(i + 1, j) >= at(i, j + 1))) {
            append(parts, Kind::Removed, a.at(i++));
        } else {
            append(parts, Kind::Added, b.at(j++));
        }
    }
    return parts;
}

} // namespace gui
