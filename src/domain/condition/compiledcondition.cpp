#include "domain/condition/evaluation.h"
#include "domain/condition/evaluator.h"
#include "domain/condition/functions.h"

namespace domain {

using namespace conditionfunctions;

struct CompiledCondition::Data
{
    Condition tree;
    TypedCondition typed;
    std::vector<FieldUse> uses;
};

ConditionDatum ConditionDatum::ofDate(QDate date)
{
    if (!date.isValid() || date.year() < 1 || date.year() > 9999)
        return {};
    return ofWhole(date.toJulianDay());
}

ConditionDatum ConditionDatum::ofTime(const QDateTime &wallTime)
{
    const ConditionDatum date = ofDate(wallTime.date());
    if (date.isNull)
        return date;
    return ofWhole(midnightOf(date.whole) + wallTime.time().msecsSinceStartOfDay() / 1000);
}

CompiledCondition::CompiledCondition()
{
    static const std::shared_ptr<const Data> everybody = [] {
        auto data = std::make_shared<Data>();
        data->typed.node = &data->tree;
        return data;
    }();
    m_d = everybody;
}

tl::expected<CompiledCondition, ConditionProblem> CompiledCondition::compile(Condition tree,
                                                                             const FieldCatalogue &fields)
{
    auto data = std::make_shared<Data>();
    data->tree = std::move(tree);
    std::optional<ConditionProblem> problem;
    ConditionTyper typer(fields, [&](const char *code, int from, const QString &message) {
        if (problem && problem->position <= from)
            return;
        problem = ConditionProblem();
        problem->code = QString::fromLatin1(code);
        problem->position = problem->end = problem->from = from;
        problem->message = message;
    });
    data->typed = typer.condition(data->tree);
    if (problem)
        return tl::unexpected(*problem);
    data->uses = typer.uses();
    CompiledCondition compiled;
    compiled.m_d = std::move(data);
    return compiled;
}

tl::expected<CompiledCondition, ConditionProblem> CompiledCondition::compile(const QString &text,
                                                                             const FieldCatalogue &fields)
{
    return parseCondition(text, fields).and_then([&](ParsedCondition parsed) {
        return compile(std::move(parsed.tree), fields);
    });
}

const std::vector<FieldUse> &CompiledCondition::uses() const { return m_d->uses; }
const Condition &CompiledCondition::tree() const { return m_d->tree; }
const TypedCondition &CompiledCondition::typed() const { return m_d->typed; }

Truth CompiledCondition::evaluate(std::span<const ConditionDatum> record, const ConditionTime &time) const
{
    Q_ASSERT(record.size() == m_d->uses.size());
    return answer(m_d->typed, m_d->uses, record, time);
}

} // namespace domain
