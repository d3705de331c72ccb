#pragma once

#include "domain/condition/contactfields.h"

#include <random>

/// Random contacts and random conditions about them, the same for the same seed: nulls, empty texts, letters that
/// change their length with their case, characters beyond the basic plane, numbers at the edge of exactness, the first
/// and the last day there is.
class ConditionMaker
{
public:
    explicit ConditionMaker(unsigned seed) : m_random(seed) {}

    [[nodiscard]] domain::Contact contact(int number);
    /// Of any kind and depth, well typed.
    [[nodiscard]] domain::Condition condition(int depth);

private:
    using Operand = domain::Operand;
    using FieldType = domain::FieldType;

    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }
    bool once(int in) { return below(in) == 0; }
    template <class T>
    const T &pick(const QList<T> &choices)
    {
        return choices[below(static_cast<int>(choices.size()))];
    }

    QString text();
    QDate date();
    QJsonValue attribute();
    domain::Condition leaf(int depth);
    domain::Condition comparison(int depth);
    Operand operand(FieldType type, int depth);
    Operand whole(int depth);
    Operand number(int depth);
    Operand textOf(int depth);
    Operand day(int depth);
    Operand constant(FieldType type);
    Operand field(FieldType type);
    Operand call(Operand::Kind kind, std::vector<Operand> parts);

    std::mt19937 m_random;
};
