#include "domain/template/suggest.h"

#include <vector>

namespace domain {

namespace {

/// Optimal string alignment distance: insertions, deletions, changes and swaps of neighbours.
int distance(QStringView a, QStringView b)
{
    const auto width = static_cast<size_t>(b.size()) + 1;
    std::vector<int> before(width), previous(width), current(width);
    for (size_t j = 0; j < width; ++j)
        previous[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        current[0] = static_cast<int>(i);
        for (size_t j = 1; j < width; ++j) {
            const auto at = static_cast<qsizetype>(j);
            const int change = a[i - 1] == b[at - 1] ? 0 : 1;
            current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[at - 2] && a[i - 2] == b[at - 1])
                current[j] = std::min(current[j], before[j - 2] + 1);
        }
        std::swap(before, previous);
        std::swap(previous, current);
    }
    return previous[width - 1];
}

} // namespace

QString nearestName(QStringView written, const QStringList &candidates)
{
    constexpr qsizetype LongestName = 64; // what is longer is no slip, and the work stays bounded
    if (written.isEmpty() || written.size() > LongestName)
        return {};
    const QString wanted = written.toString().toLower();
    QString best;
    int bestDistance = static_cast<int>(qMax<qsizetype>(1, written.size() / 3)) + 1;
    for (const QString &candidate : candidates) {
        if (qAbs(candidate.size() - written.size()) >= bestDistance)
            continue;
        const int d = distance(wanted, candidate.toLower());
        if (d < bestDistance) {
            best = candidate;
            bestDistance = d;
        }
    }
    return best;
}

} // namespace domain
