#include "engine/counterday.h"

#include <QDateTime>
#include <QTimeZone>

namespace engine {

qint64 dayOf(domain::Instant at, const QString &timeZone)
{
    const QTimeZone zone(timeZone.toUtf8());
    const auto utc = QDateTime::fromMSecsSinceEpoch(domain::toMillis(at), Qt::UTC);
    return QDate(1970, 1, 1).daysTo((zone.isValid() ? utc.toTimeZone(zone) : utc).date());
}

} // namespace engine
