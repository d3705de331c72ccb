#pragma once

#include "domain/condition/builder.h"

#include <vector>

namespace gui {

/// What the visual builder shows of a condition: groups of rows and groups, each as a person put it there. Unlike the
/// condition's tree it keeps groups of one and rows whose value is still to be chosen. A value.
struct BuilderNode
{
    enum class Kind {
        Group,
        Row,
        Expression, ///< something that has no row: shown as its text, moved and removed as a whole
    };
    enum class Match { All, Any, None };

    Kind kind = Kind::Group;
    Match match = Match::All;
    std::vector<BuilderNode> children{};
    domain::ConditionRow row{};
    domain::Condition expression{};

    friend bool operator==(const BuilderNode &, const BuilderNode &) = default;
};

/// The outermost node is always a group.
[[nodiscard]] BuilderNode nodeOf(const domain::Condition &condition, const domain::FieldCatalogue &fields);
/// Only for complete nodes.
[[nodiscard]] domain::Condition conditionOf(const BuilderNode &node, const domain::FieldCatalogue &fields);
/// Every row has a field that exists and the values its test takes.
[[nodiscard]] bool isComplete(const BuilderNode &node, const domain::FieldCatalogue &fields);
[[nodiscard]] bool isComplete(const domain::ConditionRow &row, const domain::FieldCatalogue &fields);
/// Whether the two differ in nothing but what stands in their rows.
[[nodiscard]] bool sameShape(const BuilderNode &a, const BuilderNode &b);

} // namespace gui
