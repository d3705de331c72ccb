#pragma once

#include "domain/condition/condition.h"
#include "domain/condition/fields.h"

#include <functional>

namespace domain {

/// A field in the type it is read as; an attribute may be read in several.
struct FieldUse
{
    QString name;
    FieldType type = FieldType::Text;
    bool emptyIsMissing = false;
    bool ignoresCase = false;
    bool isAttribute = false; ///< of type Any in the catalogue

    friend bool operator==(const FieldUse &, const FieldUse &) = default;
};

/// An operand with what is known of it before any record is: the shape both back ends work on.
struct TypedOperand
{
    const Operand *node = nullptr; ///< of the tree it was made from
    FieldType type = FieldType::Text;
    bool isNone = false;    ///< the constant null, which goes with every type
    bool isPlain = true;    ///< its null is a value like others; else its null means unknown
    bool isConstant = true; ///< the same for every record (of a run)
    int slot = -1;          ///< of a field: its place in `uses`
    int height = 1;
    std::vector<TypedOperand> parts;
};

struct TypedCondition
{
    const Condition *node = nullptr;
    std::vector<TypedCondition> parts;
    std::vector<TypedOperand> operands;
};

/// Checks the types of a tree and finds the fields it uses. `tree` must outlive the result. `report` is told each
/// fault with its code (E_TYPE, E_VALUE, E_ARGS, E_FIELD, E_LIMIT, E_DEPTH) and where it begins; the result is of use
/// only where there was none.
class ConditionTyper
{
public:
    using Report = std::function<void(const char *code, int from, const QString &message)>;

    ConditionTyper(const FieldCatalogue &fields, Report report) : m_fields(fields), m_report(std::move(report)) {}

    [[nodiscard]] TypedCondition condition(const Condition &tree);
    [[nodiscard]] const std::vector<FieldUse> &uses() const { return m_uses; }

    /// An operand that stands for one that was faulty: it goes with every type and is not reported again.
    [[nodiscard]] static Operand faulty(SourceRange at);

private:
    [[nodiscard]] TypedOperand operand(const Operand &node);
    void call(TypedOperand &typed);
    void calculate(TypedOperand &typed);
    void firstTrue(TypedOperand &typed);
    void compare(const Condition &node, TypedOperand &left, TypedOperand &right);
    void oneOf(std::vector<TypedOperand> &operands);
    void textTest(const Condition &node, std::vector<TypedOperand> &operands);
    void readAs(TypedOperand &typed, FieldType type);
    bool need(TypedOperand &typed, bool fits, FieldType type, int from, const QString &message);
    void needConstant(const TypedOperand &typed, const QString &message);
    int slotOf(const QString &name, FieldType type);
    void fault(const char *code, int from, const QString &message) { m_report(code, from, message); }

    const FieldCatalogue &m_fields;
    Report m_report;
    std::vector<FieldUse> m_uses;
    int m_depth = 0;
};

} // namespace domain
