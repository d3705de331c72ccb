#include "domain/template/parser.h"

#include "domain/template/expressionparser.h"

using namespace Qt::StringLiterals;

namespace domain::templateast {

namespace {

using templatelexer::Token;
using templatelexer::TokenKind;

/// The structure of text, placeholders and blocks. Tokens have been checked before.
class Parser
{
public:
    Parser(QStringView source, std::vector<Token> tokens)
        : m_source(source), m_tokens(std::move(tokens)), m_expressions(m_tokens, m_program)
    {}

    tl::expected<Program, TemplateFault> run()
    {
        const bool done = parseAll();
        if (!done)
            return tl::unexpected(m_fault ? std::move(*m_fault) : m_expressions.takeFault());
        return std::move(m_program);
    }

private:
    struct OpenBlock
    {
        int node = 0;
        int from = 0; ///< of its `{%`
        bool hasElse = false;
        std::vector<int> body{}; ///< of the branch that is being read
    };

    bool fail(const char *code, int from, int length, QString message, QString hint = {})
    {
        m_fault = TemplateFault{
            code, from, length, std::move(message), std::move(hint), m_source.sliced(from, length).toString()};
        return false;
    }

    [[nodiscard]] std::vector<int> &body() { return m_blocks.empty() ? m_program.root : m_blocks.back().body; }

    int addNode(Node node)
    {
        const int index = static_cast<int>(m_program.nodes.size());
        m_program.nodes.push_back(std::move(node));
        body().push_back(index);
        return index;
    }

    bool parseAll()
    {
        for (;;) {
            const Token &token = m_expressions.next();
            switch (token.kind) {
            case TokenKind::End:
                if (m_blocks.empty())
                    return true;
                return unclosedBlock();
            case TokenKind::Text:
                addNode({.kind = NodeKind::Text,
                         .from = token.from,
                         .length = token.length,
                         .text = token.view.toString()});
                break;
            case TokenKind::OutputOpen:
                if (!parseOutput(token.from))
                    return false;
                break;
            default: // a tag: nothing else stands outside of placeholders
                if (!parseTag(token.from))
                    return false;
            }
        }
    }

    bool unclosedBlock()
    {
        const OpenBlock &block = m_blocks.back();
        const bool isIf = m_program.nodes[static_cast<size_t>(block.node)].kind == NodeKind::If;
        return fail("E_END", block.from, 2, isIf ? u"this 'if' has no endif"_s : u"this 'for' has no endfor"_s,
                    isIf ? u"add {% endif %}"_s : u"add {% endfor %}"_s);
    }

    bool parseOutput(int opening)
    {
        const int expr = m_expressions.parse();
        if (expr < 0 || !m_expressions.expect(TokenKind::OutputClose))
            return false;
        const Token &close = m_expressions.previous();
        const Expr &parsed = m_program.exprs[static_cast<size_t>(expr)];
        addNode({.kind = NodeKind::Output,
                 .from = opening,
                 .length = close.from + close.length - opening,
                 .expr = expr,
                 .slot = parsed.kind == ExprKind::Slot ? parsed.slot : -1});
        return true;
    }

    bool parseTag(int opening)
    {
        const Token &name = m_expressions.next();
        if (name.kind != TokenKind::Name)
            return fail("E_SYNTAX", name.from, name.length, u"the name of a tag is expected here"_s,
                        u"if, elif, else, endif, for, endfor, raw"_s);
        if (name.view == u"if")
            return openIf(opening);
        if (name.view == u"for")
            return openFor(opening, name);
        if (name.view == u"elif" || name.view == u"else")
            return nextBranch(name);
        if (name.view == u"endif" || name.view == u"endfor")
            return closeBlock(name);
        return fail("E_TAG", name.from, name.length, u"there is no tag '%1'"_s.arg(name.view),
                    u"if, elif, else, endif, for, endfor, raw"_s);
    }

    bool openBlock(int opening, Node node)
    {
        if (m_blocks.size() >= templatelimits::BlockDepth)
            return fail("E_DEPTH", opening, 2, u"more than %1 nested blocks"_s.arg(templatelimits::BlockDepth));
        m_blocks.push_back({.node = addNode(std::move(node)), .from = opening});
        return true;
    }

    bool openIf(int opening)
    {
        const int condition = m_expressions.parse();
        if (condition < 0 || !m_expressions.expect(TokenKind::TagClose))
            return false;
        Node node{.kind = NodeKind::If, .from = opening};
        node.branches.push_back({.condition = condition});
        return openBlock(opening, std::move(node));
    }

    bool openFor(int opening, const Token &word)
    {
        const Token &variable = m_expressions.next();
        if (variable.kind == TokenKind::Name && variable.view.startsWith(u'_'))
            return fail("E_ATTR", variable.from, variable.length, u"names do not begin with '_'"_s);
        if (variable.kind != TokenKind::Name || ExpressionParser::isReserved(variable.view) || variable.view == u"loop")
            return fail("E_SYNTAX", variable.from, variable.length,
                        u"the name of the loop's variable is expected here"_s);
        const Token &in = m_expressions.next();
        if (!in.is(TokenKind::Name, u"in"))
            return fail("E_SYNTAX", in.from, in.length, u"'in' is expected here"_s);
        const int list = m_expressions.parseFiltered();
        if (list < 0 || !m_expressions.expect(TokenKind::TagClose))
            return false;
        Node node{.kind = NodeKind::For, .from = word.from, .length = word.length, .expr = list};
        node.slot = m_expressions.loopDepth();
        node.branches.push_back({});
        if (!openBlock(opening, std::move(node)))
            return false;
        m_expressions.enterLoop(variable.view.toString());
        return true;
    }

    Node &blockNode() { return m_program.nodes[static_cast<size_t>(m_blocks.back().node)]; }

    void endBranch()
    {
        if (blockNode().kind == NodeKind::For && !m_blocks.back().hasElse)
            m_expressions.leaveLoop();
        blockNode().branches.back().body = std::move(m_blocks.back().body);
        m_blocks.back().body.clear();
    }

    bool outOfPlace(const Token &name)
    {
        return fail("E_TAG", name.from, name.length, u"'%1' has no place here"_s.arg(name.view));
    }

    bool nextBranch(const Token &name)
    {
        const bool isElif = name.view == u"elif";
        if (m_blocks.empty() || m_blocks.back().hasElse || (isElif && blockNode().kind == NodeKind::For))
            return outOfPlace(name);
        int condition = -1;
        if (isElif && (condition = m_expressions.parse()) < 0)
            return false;
        if (!m_expressions.expect(TokenKind::TagClose))
            return false;
        endBranch();
        m_blocks.back().hasElse = !isElif;
        blockNode().branches.push_back({.condition = condition});
        return true;
    }

    bool closeBlock(const Token &name)
    {
        const NodeKind kind = name.view == u"endif" ? NodeKind::If : NodeKind::For;
        if (m_blocks.empty() || blockNode().kind != kind)
            return outOfPlace(name);
        if (!m_expressions.expect(TokenKind::TagClose))
            return false;
        endBranch();
        m_blocks.pop_back();
        return true;
    }

    QStringView m_source;
    std::vector<Token> m_tokens;
    Program m_program;
    ExpressionParser m_expressions;
    std::vector<OpenBlock> m_blocks;
    std::optional<TemplateFault> m_fault;
};

} // namespace

tl::expected<Program, TemplateFault> parseJinja(QStringView source)
{
    auto tokens = templatelexer::scan(source);
    if (!tokens)
        return tl::unexpected(std::move(tokens.error()));
    return Parser(source, *std::move(tokens)).run();
}

int useVariable(Program &program, const QString &path, int from, int length)
{
    qsizetype slot = program.variables.indexOf(path);
    if (slot < 0) {
        slot = program.variables.size();
        program.variables.append(path);
    }
    program.uses.push_back({static_cast<int>(slot), from, length});
    return static_cast<int>(slot);
}

} // namespace domain::templateast
