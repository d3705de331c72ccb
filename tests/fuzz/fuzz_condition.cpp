// Conditions in both notations: parsed, printed, parsed again, answered for a record of nulls and for a full one.

#include "domain/condition/builder.h"
#include "domain/condition/contactfields.h"
#include "fuzz/fuzz.h"

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

bool isLimit(const QString &code) { return code == u"E_LENGTH" || code == u"E_DEPTH" || code == u"E_LIMIT"; }

ConditionDatum datumOf(FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::Any:
        return ConditionDatum::ofText(u"Straße 😀"_s);
    case FieldType::Whole:
    case FieldType::YesNo:
        return ConditionDatum::ofWhole(1);
    case FieldType::Number:
        return ConditionDatum::ofNumber(-2.5);
    case FieldType::Date:
        return ConditionDatum::ofDate(QDate(2024, 2, 29));
    case FieldType::DateTime:
        return ConditionDatum::ofTime(QDateTime(QDate(2024, 2, 29), QTime(23, 59, 59), Qt::UTC));
    case FieldType::List:
        return ConditionDatum::ofList({u"vip"_s, {}});
    }
    return {};
}

void checkProblem(const ConditionProblem &problem, const QString &text)
{
    REQUIRE(!problem.code.isEmpty() && !problem.message.isEmpty());
    REQUIRE(problem.position >= 0 && problem.position <= problem.end && problem.position <= text.size());
    REQUIRE(problem.from >= 0 && problem.length >= 0 && problem.from + problem.length <= text.size());
    REQUIRE(problem.line >= 1 && problem.column >= 1);
}

void checkTree(const Condition &tree)
{
    const QString expression = toExpression(tree);
    const auto again = parseExpression(expression, contactFields());
    REQUIRE(again || isLimit(again.error().code));
    REQUIRE(!again || again->tree == tree);
    const QString json = toJson(tree, contactFields());
    if (!json.isEmpty()) {
        const auto fromJson = parseJsonCondition(json, contactFields());
        REQUIRE(fromJson || isLimit(fromJson.error().code));
    }
    for (const Condition &part : tree.parts)
        if (const auto row = rowOf(part))
            if (const auto field = contactFields().find(row->field))
                REQUIRE(rowOf(conditionOf(*row, *field)) == row);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const FuzzInput input(data, size);
    const QString text = input.choice % 4 == 3 ? input.units() : input.text();
    const auto parsed =
        input.choice % 2 ? parseJsonCondition(text, contactFields()) : parseExpression(text, contactFields());
    if (!parsed) {
        checkProblem(parsed.error(), text);
        return 0;
    }
    checkTree(parsed->tree);
    const auto compiled = CompiledCondition::compile(parsed->tree, contactFields());
    REQUIRE(compiled);
    const ConditionTime time{QDate(2025, 6, 15), QDateTime(QDate(2025, 6, 15), QTime(10, 30), Qt::UTC)};
    std::vector<ConditionDatum> nulls(compiled->uses().size());
    static_cast<void>(compiled->evaluate(nulls, time));
    std::vector<ConditionDatum> full;
    for (const FieldUse &use : compiled->uses())
        full.push_back(datumOf(use.type));
    static_cast<void>(compiled->evaluate(full, time));
    return 0;
}
