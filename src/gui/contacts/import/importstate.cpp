#include "gui/contacts/import/importstate.h"

using namespace Qt::StringLiterals;

namespace gui {

QString ImportState::planKey() const
{
    QStringList parts{plan.path,
                      plan.format.encoding,
                      QString(plan.format.delimiter),
                      QString::number(plan.format.hasHeader),
                      plan.defaultCountry,
                      QString::number(static_cast<int>(plan.duplicates))};
    parts += plan.fields;
    return parts.join(QChar(0x1f));
}

qint64 touchedBy(const engine::ImportReport &report) { return report.added + report.updated; }

} // namespace gui
