#include "engine/tracking/listreach.h"

namespace engine {

qsizetype cheaperOneByOne(std::span<const qint64> rowsBack)
{
    size_t best = 0;
    qint64 least = -1;
    for (size_t alone = 0; alone <= rowsBack.size(); ++alone) {
        const qint64 cost = qint64(alone) * rowsForOne + (alone < rowsBack.size() ? rowsBack[alone] : 0);
        if (least < 0 || cost < least) {
            least = cost;
            best = alone;
        }
    }
    return qsizetype(best);
}

} // namespace engine
