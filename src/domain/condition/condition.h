#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

#include <variant>
#include <vector>

// The tree of a condition: one yes/no question about a contact or a business document, as plain data. Both notations
// (notation.h) and the visual builder (builder.h) map to it; evaluator.h answers it in memory, storage/conditions in
// SQL. Rules: facts/conditions.md.

namespace domain {

/// Where a node stands in its source, in code points. Not part of what it means: no two places make trees differ.
struct SourceRange
{
    int from = 0; ///< of its first token
    int to = 0;   ///< behind its last token
    int mark = 0; ///< of the token that errors are shown at: the operator, the function's name, the value

    friend bool operator==(const SourceRange &, const SourceRange &) { return true; }
};

/// null, yes/no, whole number, number, text, date, or date and time (wall time, kept as UTC).
using Literal = std::variant<std::monostate, bool, qint64, double, QString, QDate, QDateTime>;

/// A point in time that moves with the day: "today-90d", "start_of_month", "now+2h".
struct RelativeTime
{
    enum class Base { Today, Now, StartOfWeek, StartOfMonth, StartOfYear }; ///< a week starts on Monday
    enum class Unit { Day, Week, Month, Year, Hour, Minute };               ///< the last two for Now alone

    Base base = Base::Today;
    int amount = 0;
    Unit unit = Unit::Day; ///< Day where the amount is 0

    friend bool operator==(const RelativeTime &, const RelativeTime &) = default;
};

enum class DatePart { Year, Month, Day };
enum class Arithmetic { Add, Subtract, Multiply, Divide, Remainder };
enum class Comparison { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };
enum class TextTest { Contains, StartsWith, EndsWith };

/// Something that has a value.
struct Operand
{
    enum class Kind {
        Constant,   ///< literal
        Field,      ///< field, as the catalogue names it
        Relative,   ///< relative
        GetDate,    ///< the day of its part; today where that is null
        GetTime,    ///< its constant part at midnight
        AddDays,    ///< date, whole number
        AddMonths,  ///< date, whole number; both constant; clamps to the month's last day
        DateDiff,   ///< days from its second part to its first
        ToNumber,   ///< flt: 0 where its part is null
        ToWhole,    ///< cint: cut off behind the point, 0 where its part is null
        Length,     ///< code points of a text, items of a list
        PartOfDate, ///< datePart
        Lower,
        Upper,
        Negate,
        Calculate, ///< arithmetic of two parts
        FirstTrue, ///< the first part that counts as true, else the last
    };

    Kind kind = Kind::Constant;
    Literal literal{};
    QString field{};
    RelativeTime relative{};
    DatePart datePart = DatePart::Year;
    Arithmetic arithmetic = Arithmetic::Add;
    std::vector<Operand> parts{};
    SourceRange at{};

    [[nodiscard]] static Operand constant(Literal value) { return {Kind::Constant, std::move(value)}; }
    [[nodiscard]] static Operand ofField(QString name) { return {Kind::Field, {}, std::move(name)}; }
    [[nodiscard]] static Operand relativeTo(RelativeTime time) { return {Kind::Relative, {}, {}, time}; }

    friend bool operator==(const Operand &, const Operand &) = default;
};

/// Something that is true, false or unknown.
struct Condition
{
    enum class Kind {
        All,         ///< of parts; without any: true for everybody
        Any,         ///< of parts; without any: true for nobody
        Not,         ///< of its one part
        IsTrue,      ///< operand 0 is neither null, "", 0 nor empty
        IsNull,      ///< operand 0; negatable
        Compare,     ///< operands 0 and 1
        OneOf,       ///< operand 0 among the constants behind it; negatable
        Text,        ///< operand 0 against the text of operand 1; Contains is negatable
        Member,      ///< operand 1 among the items of the list in operand 0; negatable
        Anniversary, ///< day and month of operand 0 are those of today and `days` more
    };

    Kind kind = Kind::All;
    std::vector<Condition> parts{};
    std::vector<Operand> operands{};
    Comparison comparison = Comparison::Equal;
    TextTest text = TextTest::Contains;
    bool negated = false;
    int days = 0;
    SourceRange at{};

    /// The same with groups of one replaced by what is in them, and 'not everybody' by nobody: how parsers give it.
    [[nodiscard]] static Condition group(Kind kind, std::vector<Condition> parts, SourceRange at = {});
    [[nodiscard]] static Condition negation(Condition part, SourceRange at = {});

    [[nodiscard]] bool isEverybody() const { return kind == Kind::All && parts.empty(); }

    friend bool operator==(const Condition &, const Condition &) = default;
};

} // namespace domain
