#include "domain/template/evaluator.h"

#include "domain/template/channeltext.h"
#include "domain/template/filters.h"
#include "domain/template/links.h"

#include <QVarLengthArray>

#include <optional>

using namespace Qt::StringLiterals;

namespace domain::templateast {

namespace {

/// Steps and characters that one rendering may work on: about 0.1 s. Filters in loops could take minutes otherwise.
constexpr qint64 WorkBudget = 16'000'000;
/// No single value grows beyond this, in UTF-16 units.
constexpr qsizetype ValueLength = 2 * templatelimits::OutputLength;

class Evaluator
{
public:
    Evaluator(const Program &program, QStringView source, std::span<const Value> data, const RenderOptions &options)
        : m_program(program), m_source(source), m_data(data), m_options(options)
    {}

    tl::expected<QString, TemplateFault> run()
    {
        m_out.reserve(m_source.size() + 64);
        if (!runBody(m_program.root))
            return tl::unexpected(*std::move(m_fault));
        return std::move(m_out);
    }

private:
    struct Loop
    {
        const Value::List *items = nullptr;
        size_t index = 0;
    };

    [[nodiscard]] const Expr &exprAt(int index) const { return m_program.exprs[static_cast<size_t>(index)]; }

    bool fail(const char *code, int from, int length, QString message, QString hint = {})
    {
        if (!m_fault)
            m_fault = TemplateFault{
                code, from, length, std::move(message), std::move(hint), m_source.sliced(from, length).toString()};
        return false;
    }

    bool failMissing(const Expr &place)
    {
        const QStringView name = m_source.sliced(place.from, place.length);
        return fail("E_MISSING", place.from, place.length, u"'%1' has no value"_s.arg(name),
                    u"give it a default, as in %1|default(\"…\")"_s.arg(name));
    }

    bool spend(qint64 units, const Expr &place)
    {
        m_work += units;
        return m_work <= WorkBudget ||
               fail("E_LIMIT", place.from, place.length, u"this template takes too much work"_s);
    }

    /// The part of an expression that an error about its value points at.
    [[nodiscard]] const Expr &placeOf(int index) const
    {
        const Expr *expr = &exprAt(index);
        while (expr->kind != ExprKind::List && !expr->children.empty())
            expr = &exprAt(expr->children.front());
        return *expr;
    }

    bool runBody(const std::vector<int> &body)
    {
        for (const int index : body) {
            const Node &node = m_program.nodes[static_cast<size_t>(index)];
            if (!runNode(node))
                return false;
        }
        return true;
    }

    bool runNode(const Node &node)
    {
        switch (node.kind) {
        case NodeKind::Text:
            m_out += node.text;
            return checkLength(node, m_out.size() - node.text.size());
        case NodeKind::Output:
            return print(node);
        case NodeKind::If:
            return runIf(node);
        case NodeKind::For:
            return runFor(node);
        }
        return true;
    }

    /// Code points are counted only once the output is long enough to matter.
    bool checkLength(const Node &node, qsizetype before)
    {
        if (m_out.size() <= templatelimits::OutputLength) [[likely]]
            return true;
        m_points += codePointCount(QStringView(m_out).sliced(m_points == 0 ? 0 : before));
        return m_points <= templatelimits::OutputLength ||
               fail("E_LIMIT", node.from, node.length,
                    u"the text is longer than %1 characters"_s.arg(templatelimits::OutputLength));
    }

    bool append(const Node &node, QStringView value)
    {
        if (m_options.target == TextTarget::EmailHtml && bringsForeignScheme(m_out, value)) {
            const Expr &place = placeOf(node.expr);
            return fail("E_TYPE", place.from, place.length, u"this link is not http, https, mailto or tel"_s);
        }
        const qsizetype before = m_out.size();
        channeltext::appendValue(m_out, value, m_options);
        return checkLength(node, before);
    }

    bool printMissing(const Node &node)
    {
        if (m_options.missing == MissingPolicy::Error)
            return failMissing(m_missing >= 0 ? exprAt(m_missing) : placeOf(node.expr));
        const qsizetype before = m_out.size();
        if (m_options.missing == MissingPolicy::Keep)
            m_out += m_source.sliced(node.from, node.length);
        return checkLength(node, before);
    }

    bool print(const Node &node)
    {
        if (node.slot >= 0) {
            // most placeholders are nothing but a name with a text
            const Value &value = m_data[static_cast<size_t>(node.slot)];
            if (value.kind() == Value::Kind::Text) [[likely]]
                return append(node, value.text());
        }
        const Value value = eval(node.expr);
        if (m_fault)
            return false;
        if (value.isMissing())
            return printMissing(node);
        if (value.kind() == Value::Kind::Text)
            return append(node, value.text());
        QString text;
        if (value.appendTo(text))
            return append(node, text);
        const Expr &place = placeOf(node.expr);
        return fail("E_TYPE", place.from, place.length, u"a list cannot be printed"_s, u"use join or a loop"_s);
    }

    bool runIf(const Node &node)
    {
        for (const Branch &branch : node.branches) {
            const bool taken = branch.condition < 0 || eval(branch.condition).isTrue();
            if (m_fault)
                return false;
            if (taken)
                return runBody(branch.body);
        }
        return true;
    }

    bool runFor(const Node &node)
    {
        const Value list = eval(node.expr);
        if (m_fault)
            return false;
        if (!list.isMissing() && list.kind() != Value::Kind::List) {
            const Expr &place = placeOf(node.expr);
            return fail("E_TYPE", place.from, place.length, u"only a list can be looped over"_s);
        }
        if (list.isMissing() || list.list().empty())
            return node.branches.size() < 2 || runBody(node.branches[1].body);
        const auto depth = static_cast<qsizetype>(node.slot);
        m_loops.resize(depth + 1);
        const size_t count = list.list().size();
        for (size_t i = 0; i < count; ++i) {
            if (++m_rounds > templatelimits::LoopRounds)
                return fail("E_LIMIT", node.from, node.length,
                            u"more than %1 rounds of loops"_s.arg(templatelimits::LoopRounds));
            m_loops[depth] = {&list.list(), i};
            if (!runBody(node.branches[0].body))
                return false;
        }
        m_loops.resize(depth);
        return true;
    }

    /// The value, noting where a missing one came from.
    Value noted(Value value, int index)
    {
        if (value.isMissing())
            m_missing = index;
        return value;
    }

    Value eval(int index)
    {
        const Expr &expr = exprAt(index);
        if (m_fault || !spend(1, expr))
            return {};
        switch (expr.kind) {
        case ExprKind::Slot:
            return noted(variable(expr.slot), index);
        case ExprKind::Loop: {
            const Loop &loop = m_loops[expr.slot];
            Value value = (*loop.items)[loop.index];
            for (const QString &part : expr.path)
                value = value.member(part);
            return noted(std::move(value), index);
        }
        case ExprKind::LoopInfo:
            return loopInfo(expr);
        case ExprKind::Literal:
            return m_program.literals[static_cast<size_t>(expr.slot)];
        case ExprKind::List: {
            Value::List items;
            items.reserve(expr.children.size());
            for (const int child : expr.children)
                items.push_back(eval(child));
            return Value(std::move(items));
        }
        case ExprKind::And:
        case ExprKind::Or: {
            Value value;
            for (const int child : expr.children) {
                value = eval(child);
                if (value.isTrue() == (expr.kind == ExprKind::Or))
                    break;
            }
            return value;
        }
        case ExprKind::Not:
            return Value(!eval(expr.children.front()).isTrue());
        case ExprKind::Compare:
            return compared(expr);
        case ExprKind::Is:
            return tested(expr);
        case ExprKind::Filter:
            return filtered(index);
        }
        return {};
    }

    Value variable(int slot) const
    {
        const Value &value = m_data[static_cast<size_t>(slot)];
        if (!value.isMissing())
            return value;
        if (slot == m_program.todaySlot && m_options.today.isValid())
            return Value(m_options.today);
        if (slot == m_program.nowSlot && m_options.now.isValid())
            return Value(m_options.now);
        return value;
    }

    Value loopInfo(const Expr &expr) const
    {
        const Loop &loop = m_loops[expr.slot];
        const auto index = static_cast<qint64>(loop.index);
        const auto count = static_cast<qint64>(loop.items->size());
        switch (expr.member) {
        case LoopMember::Index:
            return Value(index + 1);
        case LoopMember::Index0:
            return Value(index);
        case LoopMember::First:
            return Value(index == 0);
        case LoopMember::Last:
            return Value(index + 1 == count);
        case LoopMember::Length:
            return Value(count);
        }
        return {};
    }

    Value tested(const Expr &expr)
    {
        const Value value = eval(expr.children.front());
        bool holds = value.isMissing();
        if (expr.test == IsTest::Defined)
            holds = !holds;
        else if (expr.test == IsTest::None)
            holds = value.kind() == Value::Kind::Null || value.kind() == Value::Kind::None;
        return Value(holds != expr.negated);
    }

    Value typeMismatch(const Expr &expr)
    {
        fail("E_TYPE", expr.from, expr.length, u"these two cannot be compared"_s);
        return {};
    }

    Value compared(const Expr &expr)
    {
        const Value left = eval(expr.children[0]);
        const Value right = eval(expr.children[1]);
        if (m_fault)
            return {};
        const bool negative = expr.compare == CompareOp::NotEqual || expr.compare == CompareOp::NotIn;
        if (left.isMissing() || right.isMissing())
            return Value(negative);
        if (expr.compare == CompareOp::In || expr.compare == CompareOp::NotIn)
            return contained(expr, left, right);
        if (expr.compare == CompareOp::Equal || expr.compare == CompareOp::NotEqual)
            return Value(left.equals(right) != negative);
        const std::partial_ordering order = left.compare(right);
        if (order == std::partial_ordering::unordered)
            return typeMismatch(expr);
        switch (expr.compare) {
        case CompareOp::Less:
            return Value(order < 0);
        case CompareOp::LessEqual:
            return Value(order <= 0);
        case CompareOp::Greater:
            return Value(order > 0);
        default:
            return Value(order >= 0);
        }
    }

    Value contained(const Expr &expr, const Value &item, const Value &container)
    {
        bool found = false;
        if (container.kind() == Value::Kind::List) {
            if (!spend(static_cast<qint64>(container.list().size()), expr))
                return {};
            found = std::any_of(container.list().begin(), container.list().end(),
                                [&](const Value &other) { return item.equals(other); });
        } else if (container.kind() == Value::Kind::Text && item.kind() == Value::Kind::Text) {
            if (!spend(container.text().size(), expr))
                return {};
            found = container.text().contains(item.text());
        } else if (container.kind() == Value::Kind::Map && item.kind() == Value::Kind::Text) {
            found = container.map().contains(item.text());
        } else {
            return typeMismatch(expr);
        }
        return Value(found == (expr.compare == CompareOp::In));
    }

    /// A chain of filters, innermost first, without recursion: a template may have thousands in a row.
    Value filtered(int index)
    {
        QVarLengthArray<int, 8> chain;
        while (exprAt(index).kind == ExprKind::Filter) {
            chain.append(index);
            index = exprAt(index).children.front();
        }
        Value value = eval(index);
        for (auto it = chain.crbegin(); it != chain.crend() && !m_fault; ++it)
            value = applyFilter(exprAt(*it), std::move(value), index);
        return value;
    }

    Value applyFilter(const Expr &expr, Value value, int base)
    {
        const std::span<const Value> arguments(m_program.literals.data() + expr.slot, static_cast<size_t>(expr.count));
        if (expr.filter == FilterId::Default) {
            const bool falseToo = arguments.size() > 1 && arguments[1].toBool();
            return value.isMissing() || (falseToo && !value.isTrue()) ? arguments[0] : value;
        }
        if (value.isMissing()) {
            if (m_options.missing == MissingPolicy::Error)
                failMissing(m_missing >= 0 ? exprAt(m_missing) : placeOf(base));
            return value;
        }
        const qint64 size = value.kind() == Value::Kind::Text ? value.text().size() : 16;
        if (!spend(size, expr))
            return {};
        auto result = templatefilters::apply(expr.filter, value, arguments, m_options, ValueLength);
        if (result)
            return noted(*std::move(result), base);
        switch (result.error()) {
        case templatefilters::FilterFailure::Missing:
            failMissing(placeOf(base));
            break;
        case templatefilters::FilterFailure::Limit:
            fail("E_LIMIT", expr.from, expr.length, u"this makes the text too long"_s);
            break;
        case templatefilters::FilterFailure::Type:
            fail("E_TYPE", expr.from, expr.length,
                 u"'%1' cannot be applied to this value"_s.arg(m_source.sliced(expr.from, expr.length)));
        }
        return {};
    }

    const Program &m_program;
    QStringView m_source;
    std::span<const Value> m_data;
    const RenderOptions &m_options;
    QString m_out;
    QVarLengthArray<Loop, templatelimits::BlockDepth> m_loops;
    std::optional<TemplateFault> m_fault;
    int m_missing = -1; ///< expression that gave the last missing value
    int m_rounds = 0;
    int m_points = 0; ///< code points of the output, counted once it is long
    qint64 m_work = 0;
};

} // namespace

tl::expected<QString, TemplateFault> evaluate(const Program &program, QStringView source, std::span<const Value> data,
                                              const RenderOptions &options)
{
    return Evaluator(program, source, data, options).run();
}

} // namespace domain::templateast
