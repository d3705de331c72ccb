#pragma once

#include "domain/condition/source.h"

#include <QList>

#include <optional>

namespace domain::conditionparse {

/// Collects what is wrong with a text and keeps what comes first in it.
class Report
{
public:
    explicit Report(const ConditionSource &source) : m_source(source) {}

    void fault(const char *code, int from, const QString &message);
    void warn(const char *code, int from, int to, const QString &message, const QString &hint);
    [[nodiscard]] const std::optional<ConditionProblem> &first() const { return m_first; }
    [[nodiscard]] const QList<ConditionProblem> &warnings() const { return m_warnings; }

private:
    const ConditionSource &m_source;
    std::optional<ConditionProblem> m_first;
    QList<ConditionProblem> m_warnings;
};

} // namespace domain::conditionparse
