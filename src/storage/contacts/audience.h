#pragma once

#include "domain/core/types.h"
#include "storage/core/connection.h"

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

/// Compiles a condition over contacts in either notation (domain/condition/notation.h); an empty text is {}, everybody.
/// `now` is what today and now mean, in the workspace's zone. InvalidInput with the place ("line 1, column 5") where
/// it is not understood.
[[nodiscard]] domain::Result<Audience> compileAudience(Connection &connection, const QString &condition,
                                                       domain::Instant now);

} // namespace storage
