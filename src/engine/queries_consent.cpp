#include "engine/client/queries.h"
#include "storage/consent/suppressions.h"

namespace engine {

domain::Result<QList<OptOut>> Queries::optOuts(domain::ContactId id)
{
    return storage::suppressionsOf(m_connection, id).map([](const QList<storage::SuppressionRow> &rows) {
        QList<OptOut> result;
        for (const auto &row : rows)
            result.append({row.channel, row.category, row.since, row.source});
        return result;
    });
}

} // namespace engine
