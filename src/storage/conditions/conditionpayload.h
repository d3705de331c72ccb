#pragma once

#include "domain/condition/evaluator.h"

#include <QVariant>

#include <optional>

namespace storage {

/// A condition as a text that helio_condition() understands.
struct ConditionProgram
{
    domain::CompiledCondition condition;
    domain::ConditionTime time;
};
[[nodiscard]] QString conditionPayload(const domain::CompiledCondition &condition, const domain::ConditionTime &time);
[[nodiscard]] std::optional<ConditionProgram> conditionProgram(const QString &payload);

/// A value that is not null as SQLite keeps it.
[[nodiscard]] QVariant sqliteValue(const domain::ConditionDatum &datum, domain::FieldType type);

} // namespace storage
