#pragma once

#include "domain/core/result.h"

#include <QList>
#include <QString>
#include <QVariant>

namespace storage {

/// Something that holds for every contact of an audience and that an index can find.
struct AudienceTerm
{
    enum class Kind { Tag, Group, Territory };
    Kind kind = Kind::Tag;
    QString value;

    friend bool operator==(const AudienceTerm &, const AudienceTerm &) = default;
};

/// Whom a condition means, as SQL over the table `contact` under the alias `c`. Deleted contacts are left out already.
/// The values belong to the question marks in `where`, in order.
struct Audience
{
    QString where;
    QList<QVariant> values;
    QList<AudienceTerm> terms; ///< what a list may start from instead of looking at everybody; may be empty
    bool termsSuffice = true;  ///< who meets every term is meant: `where` says nothing more
};

/// Compiles a condition in its JSON notation. InvalidInput with the place ("$and[1].tags") where it is not understood.
/// Understood: {} (everybody), {"tags": {"contains": X}}, {"group": X}, {"territory": X}, {"$and": [ … ]}; several
/// keys in one object must all hold. An empty text is {}.
[[nodiscard]] domain::Result<Audience> compileAudience(const QString &json);

} // namespace storage
