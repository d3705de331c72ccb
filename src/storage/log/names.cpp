#include "storage/log/names.h"

namespace storage {

static const char *nameSql(Named kind)
{
    switch (kind) {
    case Named::Template:
        return "SELECT name FROM template WHERE id = ?";
    case Named::Campaign:
        return "SELECT name FROM campaign WHERE id = ?";
    case Named::Segment:
        return "SELECT name FROM segment WHERE id = ?";
    case Named::Provider:
        return "SELECT name FROM provider WHERE id = ?";
    case Named::Contact:
        return "SELECT display_name FROM contact WHERE id = ?";
    }
    return nullptr;
}

QString nameOf(Connection &connection, Named kind, qint64 id)
{
    Statement &s = connection.statement(nameSql(kind));
    const QString name = s.bind(1, id).next() ? s.text(0) : QString();
    s.finish();
    return name;
}

} // namespace storage
