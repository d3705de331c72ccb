#pragma once

#include "domain/template/ast.h"
#include "domain/template/lexer.h"

#include <optional>
#include <span>

namespace domain::templateast {

/// Reads expressions of the Jinja notation out of a token list into a program. Owned by the parser of blocks, which
/// shares its place in the list.
class ExpressionParser
{
public:
    ExpressionParser(const std::vector<templatelexer::Token> &tokens, Program &program)
        : m_tokens(tokens), m_program(program)
    {}

    /// The index of the expression that begins here, or -1 with a fault.
    int parse() { return parseOr(); }
    /// The same without and, or, not and comparisons: what stands behind `in` of a for.
    int parseFiltered();
    bool expect(templatelexer::TokenKind kind);

    const templatelexer::Token &next();
    [[nodiscard]] const templatelexer::Token &peek() const { return m_tokens[m_at]; }
    [[nodiscard]] const templatelexer::Token &previous() const { return m_tokens[m_at - 1]; }

    void enterLoop(QString variable) { m_loops.append(std::move(variable)); }
    void leaveLoop() { m_loops.removeLast(); }
    [[nodiscard]] int loopDepth() const { return static_cast<int>(m_loops.size()); }

    [[nodiscard]] TemplateFault takeFault() { return std::move(m_fault); }
    /// Words with a meaning of their own, which cannot be variables.
    [[nodiscard]] static bool isReserved(QStringView name);

private:
    int fail(const char *code, const templatelexer::Token &token, QString message, QString hint = {});
    int unexpected(const templatelexer::Token &token);
    int add(Expr expr);
    int parseOr();
    int parseAnd();
    int parseNot();
    int parseComparison();
    int parseIs(int operand);
    int parsePrimary();
    int parsePath();
    int parseLoopPath(const templatelexer::Token &first, const QStringList &path, int length);
    int parseParenthesis();
    int parseFilter(int operand);
    bool parseArguments(std::vector<Value> &arguments);
    std::optional<Value> literalOf(const templatelexer::Token &token) const;
    bool acceptOperator(QStringView text);
    bool acceptWord(QStringView word);

    const std::vector<templatelexer::Token> &m_tokens;
    Program &m_program;
    size_t m_at = 0;
    int m_depth = 0;
    QStringList m_loops; ///< variables of the loops around, outermost first
    TemplateFault m_fault;
};

} // namespace domain::templateast
