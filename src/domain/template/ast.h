#pragma once

#include "domain/template/value.h"

#include <QStringList>

#include <vector>

namespace domain::templateast {

// A compiled template: flat arrays that refer to each other by index, read by any number of threads.

enum class FilterId {
    Upper,
    Lower,
    Capitalize,
    Title,
    Trim,
    Default,
    Truncate,
    Length,
    Replace,
    Join,
    First,
    Last,
    UrlEncode,
    Date,
    Number,
    Currency,
    FixedPoint, ///< brace notation `:.2f`, `:,`, `:,.2f`: arguments decimals (-1: as they are) and grouping
};

enum class ExprKind {
    Slot,     ///< variable `slot` of the data
    Loop,     ///< the variable of the loop at depth `slot`, then `path`
    LoopInfo, ///< `loop.<member>` of the loop at depth `slot`
    Literal,  ///< literals[slot]
    List,     ///< children
    And,      ///< children: the first false one, else the last
    Or,       ///< children: the first true one, else the last
    Not,      ///< one child
    Compare,  ///< two children
    Is,       ///< one child
    Filter,   ///< one child, arguments literals[slot .. slot + count)
};

enum class LoopMember { Index, Index0, First, Last, Length };
enum class CompareOp { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, In, NotIn };
enum class IsTest { Defined, Undefined, None };

struct Expr
{
    ExprKind kind = ExprKind::Literal;
    int from = 0; ///< place for errors, UTF-16: the variable, the filter's name, the operator
    int length = 0;
    int slot = 0;
    int count = 0;
    std::vector<int> children{};
    QStringList path{};
    FilterId filter{};
    CompareOp compare{};
    IsTest test{};
    bool negated = false;
    LoopMember member{};
};

struct Branch
{
    int condition = -1; ///< -1: else
    std::vector<int> body{};
};

enum class NodeKind { Text, Output, If, For };

struct Node
{
    NodeKind kind = NodeKind::Text;
    int from = 0; ///< Text and Output: the source; For: the word `for`
    int length = 0;
    QString text{};                 ///< Text
    int expr = -1;                  ///< Output: what is printed; For: the list
    int slot = -1;                  ///< Output of nothing but a variable: its slot; For: its depth
    std::vector<Branch> branches{}; ///< If; For: the body and, perhaps, the else
};

/// A use of a variable of the data in the source, for checks and completion.
struct VariableUse
{
    int slot = 0;
    int from = 0;
    int length = 0;
};

struct Program
{
    std::vector<Node> nodes;
    std::vector<Expr> exprs;
    std::vector<Value> literals;
    std::vector<int> root;
    QStringList variables; ///< dotted paths; the index is the slot
    std::vector<VariableUse> uses;
    int todaySlot = -1; ///< of the variable `today`, whose value the options have if the data do not
    int nowSlot = -1;
};

} // namespace domain::templateast
