#include "gui/segments/buildernode.h"

#include <algorithm>

namespace gui {

using domain::Condition;
using Kind = BuilderNode::Kind;
using Match = BuilderNode::Match;

namespace {

BuilderNode groupOf(Match match, const std::vector<Condition> &parts, const domain::FieldCatalogue &fields);

BuilderNode inner(const Condition &condition, const domain::FieldCatalogue &fields)
{
    BuilderNode node;
    if (auto row = domain::rowOf(condition); row && fields.find(row->field)) {
        node.kind = Kind::Row;
        node.row = std::move(*row);
        return node;
    }
    switch (condition.kind) {
    case Condition::Kind::All:
        return groupOf(Match::All, condition.parts, fields);
    case Condition::Kind::Any:
        return groupOf(Match::Any, condition.parts, fields);
    case Condition::Kind::Not: {
        const Condition &part = condition.parts.front();
        return groupOf(Match::None, part.kind == Condition::Kind::Any ? part.parts : std::vector{part}, fields);
    }
    default:
        node.kind = Kind::Expression;
        node.expression = condition;
        return node;
    }
}

BuilderNode groupOf(Match match, const std::vector<Condition> &parts, const domain::FieldCatalogue &fields)
{
    BuilderNode node;
    node.match = match;
    for (const Condition &part : parts)
        node.children.push_back(inner(part, fields));
    return node;
}

} // namespace

BuilderNode nodeOf(const Condition &condition, const domain::FieldCatalogue &fields)
{
    BuilderNode node = inner(condition, fields);
    if (node.kind == Kind::Group)
        return node;
    BuilderNode root;
    root.children.push_back(std::move(node));
    return root;
}

Condition conditionOf(const BuilderNode &node, const domain::FieldCatalogue &fields)
{
    switch (node.kind) {
    case Kind::Row:
        return domain::conditionOf(node.row, fields.find(node.row.field).value_or(domain::ConditionField{}));
    case Kind::Expression:
        return node.expression;
    case Kind::Group:
        break;
    }
    std::vector<Condition> parts;
    for (const BuilderNode &child : node.children)
        if (child.kind != Kind::Group || !child.children.empty()) // an empty group asks nothing
            parts.push_back(conditionOf(child, fields));
    if (parts.empty())
        return {};
    if (node.match == Match::None)
        return Condition::negation(Condition::group(Condition::Kind::Any, std::move(parts)));
    return Condition::group(node.match == Match::All ? Condition::Kind::All : Condition::Kind::Any, std::move(parts));
}

bool isComplete(const domain::ConditionRow &row, const domain::FieldCatalogue &fields)
{
    if (!fields.find(row.field))
        return false;
    const int wanted = domain::valueCount(row.test);
    if (wanted < 0 ? row.values.empty() : int(row.values.size()) != wanted)
        return false;
    return std::ranges::none_of(row.values, [](const domain::Operand &value) {
        const auto *text = std::get_if<QString>(&value.literal);
        return value.kind == domain::Operand::Kind::Constant && text && text->isEmpty();
    });
}

bool isComplete(const BuilderNode &node, const domain::FieldCatalogue &fields)
{
    if (node.kind == Kind::Row)
        return isComplete(node.row, fields);
    return std::ranges::all_of(node.children, [&](const BuilderNode &child) { return isComplete(child, fields); });
}

bool sameShape(const BuilderNode &a, const BuilderNode &b)
{
    return a.kind == b.kind && a.match == b.match && a.expression == b.expression && a.row.field == b.row.field &&
           a.row.test == b.row.test &&
           std::ranges::equal(a.children, b.children,
                              [](const BuilderNode &x, const BuilderNode &y) { return sameShape(x, y); });
}

} // namespace gui
