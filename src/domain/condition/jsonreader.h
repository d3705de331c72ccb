#pragma once

#include "domain/condition/condition.h"
#include "domain/condition/source.h"

#include <tl/expected.hpp>

namespace domain::conditionparse {

/// A JSON value (RFC 8259) that knows its place, of which QJsonDocument's do not; which besides keeps the last of
/// two equal keys and rounds whole numbers silently.
struct JsonNode
{
    enum class Kind { Literal, Array, Object };
    struct Member;

    Kind kind = Kind::Literal;
    int from = 0;
    int to = 0;
    Literal literal{};
    std::vector<JsonNode> items;
    std::vector<Member> members;
};

struct JsonNode::Member
{
    QString key;
    int from = 0; ///< of the key
    int to = 0;
    JsonNode value;
};

/// E_LENGTH, E_JSON, E_END, E_STRING, E_NUMBER, E_DUP, E_DEPTH, E_LIMIT.
[[nodiscard]] tl::expected<JsonNode, ConditionProblem> readJson(const ConditionSource &source);

} // namespace domain::conditionparse
