#include "domain/condition/condition.h"

namespace domain {

Condition Condition::group(Kind kind, std::vector<Condition> parts, SourceRange at)
{
    if (parts.size() == 1)
        return std::move(parts.front());
    Condition made;
    made.kind = kind;
    made.parts = std::move(parts);
    made.at = at;
    return made;
}

Condition Condition::negation(Condition part, SourceRange at)
{
    Condition made;
    made.at = at;
    if (part.parts.empty() && (part.kind == Kind::All || part.kind == Kind::Any)) {
        made.kind = part.kind == Kind::All ? Kind::Any : Kind::All;
        return made;
    }
    made.kind = Kind::Not;
    made.parts.push_back(std::move(part));
    return made;
}

} // namespace domain
