#include "domain/template/expressionparser.h"

#include "domain/template/filters.h"
#include "domain/template/parser.h"
#include "domain/template/suggest.h"

using namespace Qt::StringLiterals;

namespace domain::templateast {

using templatelexer::Token;
using templatelexer::TokenKind;

bool ExpressionParser::isReserved(QStringView name)
{
    static constexpr QStringView words[] = {u"and",  u"or",    u"not",  u"in",   u"is",    u"if",  u"else",
                                            u"true", u"false", u"none", u"True", u"False", u"None"};
    return std::find(std::begin(words), std::end(words), name) != std::end(words);
}

const Token &ExpressionParser::next()
{
    const Token &token = m_tokens[m_at];
    if (m_at + 1 < m_tokens.size()) // End is never passed
        ++m_at;
    return token;
}

int ExpressionParser::fail(const char *code, const Token &token, QString message, QString hint)
{
    m_fault = {code, token.from, token.length, std::move(message), std::move(hint), token.view.toString()};
    return -1;
}

int ExpressionParser::unexpected(const Token &token)
{
    if (token.kind == TokenKind::OutputClose || token.kind == TokenKind::TagClose)
        return fail("E_SYNTAX", token, u"something is missing before '%1'"_s.arg(token.view), u"write a name"_s);
    QString hint;
    if (token.view == u"(")
        hint = u"functions cannot be called; filters are written with |"_s;
    else if (token.view == u"[")
        hint = u"parts of a value are written with a dot, as in company.name"_s;
    else if (token.view == u"if")
        hint = u"use {% if … %}…{% else %}…{% endif %}"_s;
    return fail("E_SYNTAX", token, u"'%1' is not expected here"_s.arg(token.view), hint);
}

bool ExpressionParser::expect(TokenKind kind)
{
    const Token &token = next();
    if (token.kind == kind)
        return true;
    unexpected(token);
    return false;
}

int ExpressionParser::add(Expr expr)
{
    m_program.exprs.push_back(std::move(expr));
    return static_cast<int>(m_program.exprs.size()) - 1;
}

bool ExpressionParser::acceptOperator(QStringView text)
{
    if (!peek().is(TokenKind::Operator, text))
        return false;
    next();
    return true;
}

bool ExpressionParser::acceptWord(QStringView word)
{
    if (!peek().is(TokenKind::Name, word))
        return false;
    next();
    return true;
}

int ExpressionParser::parseOr()
{
    const int first = parseAnd();
    if (first < 0 || !peek().is(TokenKind::Name, u"or"))
        return first;
    Expr expr{.kind = ExprKind::Or, .children = {first}};
    while (acceptWord(u"or")) {
        expr.children.push_back(parseAnd());
        if (expr.children.back() < 0)
            return -1;
    }
    return add(std::move(expr));
}

int ExpressionParser::parseAnd()
{
    const int first = parseNot();
    if (first < 0 || !peek().is(TokenKind::Name, u"and"))
        return first;
    Expr expr{.kind = ExprKind::And, .children = {first}};
    while (acceptWord(u"and")) {
        expr.children.push_back(parseNot());
        if (expr.children.back() < 0)
            return -1;
    }
    return add(std::move(expr));
}

int ExpressionParser::parseNot()
{
    int count = 0; // counted, not nested: 'not not not …' takes no stack
    while (acceptWord(u"not"))
        ++count;
    int expr = parseComparison();
    if (expr < 0 || count == 0)
        return expr;
    expr = add({.kind = ExprKind::Not, .children = {expr}});
    return count % 2 == 1 ? expr : add({.kind = ExprKind::Not, .children = {expr}});
}

int ExpressionParser::parseComparison()
{
    static constexpr std::pair<QStringView, CompareOp> operators[] = {
        {u"==", CompareOp::Equal},     {u"!=", CompareOp::NotEqual}, {u"<", CompareOp::Less},
        {u"<=", CompareOp::LessEqual}, {u">", CompareOp::Greater},   {u">=", CompareOp::GreaterEqual}};
    const int left = parseFiltered();
    if (left < 0)
        return -1;
    const Token &token = peek();
    std::optional<CompareOp> op;
    if (token.kind == TokenKind::Operator) {
        for (const auto &[text, value] : operators) {
            if (token.view == text)
                op = value;
        }
    } else if (token.is(TokenKind::Name, u"in")) {
        op = CompareOp::In;
    } else if (token.is(TokenKind::Name, u"not")) {
        if (!m_tokens[m_at + 1].is(TokenKind::Name, u"in"))
            return unexpected(token);
        next();
        op = CompareOp::NotIn;
    } else if (acceptWord(u"is")) {
        return parseIs(left);
    }
    if (!op)
        return left;
    next();
    const int right = parseFiltered();
    if (right < 0)
        return -1;
    return add({.kind = ExprKind::Compare,
                .from = token.from,
                .length = token.length,
                .children = {left, right},
                .compare = *op});
}

int ExpressionParser::parseIs(int operand)
{
    Expr expr{.kind = ExprKind::Is, .children = {operand}};
    expr.negated = acceptWord(u"not");
    const Token &name = next();
    if (name.view == u"defined")
        expr.test = IsTest::Defined;
    else if (name.view == u"undefined")
        expr.test = IsTest::Undefined;
    else if (name.view == u"none" || name.view == u"None")
        expr.test = IsTest::None;
    else
        return fail("E_SYNTAX", name, u"'%1' is no test"_s.arg(name.view), u"defined, undefined or none"_s);
    return add(std::move(expr));
}

int ExpressionParser::parseFiltered()
{
    int expr = parsePrimary();
    while (expr >= 0 && acceptOperator(u"|"))
        expr = parseFilter(expr);
    return expr;
}

std::optional<Value> ExpressionParser::literalOf(const Token &token) const
{
    if (token.kind == TokenKind::String)
        return Value(token.string);
    if (token.kind == TokenKind::Number) {
        bool whole = false;
        const qint64 number = token.view.toLongLong(&whole);
        const Value value = whole ? Value(number) : Value::decimal(token.view);
        return value.isMissing() ? std::nullopt : std::optional(value);
    }
    if (token.kind != TokenKind::Name)
        return std::nullopt;
    if (token.view == u"true" || token.view == u"True")
        return Value(true);
    if (token.view == u"false" || token.view == u"False")
        return Value(false);
    if (token.view == u"none" || token.view == u"None")
        return Value::none();
    return std::nullopt;
}

int ExpressionParser::parsePrimary()
{
    const Token &token = peek();
    if (auto literal = literalOf(token)) {
        next();
        m_program.literals.push_back(*std::move(literal));
        return add({.kind = ExprKind::Literal,
                    .from = token.from,
                    .length = token.length,
                    .slot = static_cast<int>(m_program.literals.size()) - 1});
    }
    if (token.view == u"(" || token.view == u"[")
        return parseParenthesis();
    if (token.kind == TokenKind::Name && !isReserved(token.view))
        return parsePath();
    return unexpected(token);
}

int ExpressionParser::parseParenthesis()
{
    const Token &open = next();
    const bool brackets = open.view == u"[";
    const QStringView close = brackets ? QStringView(u"]") : QStringView(u")");
    if (++m_depth > templatelimits::ExpressionDepth)
        return fail("E_DEPTH", open, u"more than %1 nested parentheses"_s.arg(templatelimits::ExpressionDepth));
    Expr list{.kind = ExprKind::List, .from = open.from, .length = open.length};
    bool isList = brackets;
    while (!(isList && acceptOperator(close))) {
        const int item = parseOr();
        if (item < 0)
            return -1;
        list.children.push_back(item);
        if (acceptOperator(u",")) {
            isList = true;
        } else if (acceptOperator(close)) {
            break;
        } else {
            return unexpected(peek());
        }
    }
    --m_depth;
    return isList ? add(std::move(list)) : list.children.front();
}

int ExpressionParser::parsePath()
{
    const Token &first = peek();
    QStringList path;
    for (;;) {
        const Token &name = next();
        if (name.kind != TokenKind::Name)
            return unexpected(name);
        if (name.view.startsWith(u'_'))
            return fail("E_ATTR", name, u"names that begin with '_' cannot be used"_s);
        path.append(name.view.toString());
        if (!acceptOperator(u"."))
            break;
    }
    const int length = previous().from + previous().length - first.from;
    if (path.first() == u"loop" && !m_loops.isEmpty())
        return parseLoopPath(first, path, length);
    const qsizetype loop = m_loops.lastIndexOf(path.first());
    if (loop >= 0) {
        return add({.kind = ExprKind::Loop,
                    .from = first.from,
                    .length = length,
                    .slot = static_cast<int>(loop),
                    .path = path.sliced(1)});
    }
    const int slot = useVariable(m_program, path.join(u'.'), first.from, length);
    return add({.kind = ExprKind::Slot, .from = first.from, .length = length, .slot = slot});
}

int ExpressionParser::parseLoopPath(const Token &first, const QStringList &path, int length)
{
    static constexpr std::pair<QStringView, LoopMember> members[] = {{u"index", LoopMember::Index},
                                                                     {u"index0", LoopMember::Index0},
                                                                     {u"first", LoopMember::First},
                                                                     {u"last", LoopMember::Last},
                                                                     {u"length", LoopMember::Length}};
    if (path.size() == 2) {
        for (const auto &[name, member] : members) {
            if (path.last() == name)
                return add({.kind = ExprKind::LoopInfo,
                            .from = first.from,
                            .length = length,
                            .slot = loopDepth() - 1,
                            .member = member});
        }
    }
    return fail("E_ATTR", path.size() == 1 ? first : previous(), u"loop has index, index0, first, last and length"_s);
}

int ExpressionParser::parseFilter(int operand)
{
    const Token &name = next();
    if (name.kind != TokenKind::Name)
        return unexpected(name);
    const auto filter = templatefilters::filterNamed(name.view);
    if (!filter) {
        const QString near = nearestName(name.view, templatefilters::filterNames());
        return fail("E_FILTER", name, u"there is no filter '%1'"_s.arg(name.view),
                    near.isEmpty() ? QString() : u"did you mean '%1'?"_s.arg(near));
    }
    std::vector<Value> arguments;
    if (peek().view == u"(" && !parseArguments(arguments))
        return -1;
    if (const QString problem = templatefilters::argumentProblem(*filter, arguments); !problem.isEmpty())
        return fail("E_ARGS", name, problem);
    Expr expr{.kind = ExprKind::Filter,
              .from = name.from,
              .length = name.length,
              .slot = static_cast<int>(m_program.literals.size()),
              .count = static_cast<int>(arguments.size()),
              .children = {operand},
              .filter = *filter};
    std::move(arguments.begin(), arguments.end(), std::back_inserter(m_program.literals));
    return add(std::move(expr));
}

bool ExpressionParser::parseArguments(std::vector<Value> &arguments)
{
    next(); // (
    do {
        const Token &token = next();
        auto literal = literalOf(token);
        if (!literal) {
            unexpected(token);
            return false;
        }
        arguments.push_back(*std::move(literal));
    } while (acceptOperator(u","));
    if (acceptOperator(u")"))
        return true;
    unexpected(peek());
    return false;
}

} // namespace domain::templateast
