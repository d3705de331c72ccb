#pragma once

#include "domain/template/types.h"

#include <vector>

namespace domain {

enum class TemplateTokenKind {
    Text,
    Space,     ///< white space within a placeholder or tag
    Delimiter, ///< {{ }} {% %} and, in the brace notation, { }
    Keyword,   ///< tag names, and or not in is, true false none
    Variable,
    Filter,
    String,
    Number,
    Operator,
    Format, ///< brace notation: what stands behind the colon
    Escape, ///< brace notation: a doubled brace
    Comment,
    Raw,   ///< text between raw and endraw
    Error, ///< what has no meaning there
};

struct TemplateToken
{
    int from = 0; ///< UTF-16 units of the source as given, as a text document counts
    int length = 0;
    TemplateTokenKind kind = TemplateTokenKind::Text;

    friend bool operator==(const TemplateToken &, const TemplateToken &) = default;
};

/// The tokens of a source for a syntax highlighter: they follow each other without a gap and cover it all. Never
/// fails; a placeholder that is not closed ends with its line, so that typing does not recolour the rest. O(n).
[[nodiscard]] std::vector<TemplateToken> tokenise(QStringView source, TemplateNotation notation);

} // namespace domain
