#pragma once

#include "domain/condition/notation.h"
#include "domain/condition/typed.h"

#include <QStringList>

#include <memory>
#include <span>

namespace domain {

/// A field's value in a record, in the type the condition reads it as.
struct ConditionDatum
{
    bool isNull = true;
    qint64 whole = 0;   ///< Whole; YesNo: 0 or 1; Date: Julian day; DateTime: seconds since 1970 of the wall time
    double number = 0;  ///< Number
    QString text{};     ///< Text
    QStringList list{}; ///< List

    [[nodiscard]] static ConditionDatum ofWhole(qint64 value) { return {false, value}; }
    [[nodiscard]] static ConditionDatum ofNumber(double value) { return {false, 0, value}; }
    [[nodiscard]] static ConditionDatum ofText(const QString &value) { return {false, 0, 0, value}; }
    [[nodiscard]] static ConditionDatum ofDate(QDate date); ///< null where invalid or outside the years 1 to 9999
    [[nodiscard]] static ConditionDatum ofTime(const QDateTime &wallTime);
    [[nodiscard]] static ConditionDatum ofList(const QStringList &value) { return {false, 0, 0, {}, value}; }
};

/// Today and now, fixed for a whole run, as wall time of the workspace's zone.
struct ConditionTime
{
    QDate today;
    QDateTime now; ///< its date and time alone count
};

enum class Truth { False, True, Unknown }; ///< unknown is no match

/// A condition checked against a catalogue and ready to be answered any number of times. Immutable and implicitly
/// shared: copies are cheap, every function may be called from any number of threads at once.
class CompiledCondition
{
public:
    /// Everybody.
    CompiledCondition();

    /// A tree from a parser or the builder. Problems: E_TYPE, E_VALUE, E_ARGS, E_FIELD, E_LIMIT, E_DEPTH; their place
    /// is that of the node in the source it came from.
    [[nodiscard]] static tl::expected<CompiledCondition, ConditionProblem> compile(Condition tree,
                                                                                   const FieldCatalogue &fields);
    /// parseCondition() and compile().
    [[nodiscard]] static tl::expected<CompiledCondition, ConditionProblem> compile(const QString &text,
                                                                                   const FieldCatalogue &fields);

    /// What it needs to know of a record, in the order in which evaluate() takes it.
    [[nodiscard]] const std::vector<FieldUse> &uses() const;
    /// `record` has one value for each of uses(). Allocates nothing but for lower() and upper().
    [[nodiscard]] Truth evaluate(std::span<const ConditionDatum> record, const ConditionTime &time) const;

    [[nodiscard]] const Condition &tree() const;
    [[nodiscard]] const TypedCondition &typed() const; ///< for storage/conditions

private:
    struct Data;
    // shared_ptr: used by several threads and kept by whoever holds a copy
    std::shared_ptr<const Data> m_d;
};

} // namespace domain
