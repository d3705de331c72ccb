#include "domain/template/variants.h"

namespace domain {

namespace {

QString normalised(const QString &tag) { return tag.trimmed().toLower().replace(u'_', u'-'); }

} // namespace

qsizetype pickVariant(const QStringList &available, const QString &wanted)
{
    if (available.isEmpty())
        return -1;
    QStringList tags;
    for (const QString &tag : available)
        tags.append(normalised(tag));
    for (QString tag = normalised(wanted); !tag.isEmpty(); tag = tag.first(qMax<qsizetype>(tag.lastIndexOf(u'-'), 0))) {
        if (const qsizetype found = tags.indexOf(tag); found >= 0)
            return found;
    }
    return qMax<qsizetype>(tags.indexOf(QString()), 0);
}

} // namespace domain
