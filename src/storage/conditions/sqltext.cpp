#include "storage/conditions/sqltext.h"

namespace storage {

SqlText sql(QStringView pattern, std::initializer_list<SqlText> parts)
{
    SqlText out;
    const SqlText *part = parts.begin();
    for (const QChar c : pattern) {
        if (c != u'%') {
            out.text += c;
            continue;
        }
        Q_ASSERT(part != parts.end());
        out += *part++;
    }
    Q_ASSERT(part == parts.end());
    return out;
}

SqlText joined(const QList<SqlText> &parts, const QString &separator)
{
    SqlText out;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i > 0)
            out.text += separator;
        out += parts[i];
    }
    return out;
}

} // namespace storage
