#include "domain/template/notation.h"

#include "domain/template/ast.h"
#include "domain/template/expressionparser.h"
#include "domain/template/filters.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

using namespace templateast;
using Problem = tl::unexpected<TemplateProblem>;

constexpr int MostDecimals = 20; // of the filter `number`

/// Text for the Jinja notation: an opening brace that would begin something is printed as a string.
void appendJinjaText(QString &out, const QString &text, bool beforePlaceholder)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool atEnd = i + 1 >= text.size();
        const bool opens = atEnd ? beforePlaceholder : QStringView(u"{%#").contains(text[i + 1]);
        if (text[i] == u'{' && opens)
            out += u"{{ \"{\" }}";
        else
            out += text[i];
    }
}

void appendBraceText(QString &out, const QString &text)
{
    for (const QChar c : text) {
        out += c;
        if (c == u'{' || c == u'}')
            out += c;
    }
}

class Converter
{
public:
    Converter(const CompiledTemplate &from, TemplateNotation to) : m_from(from), m_program(from.program()), m_to(to) {}

    tl::expected<ConvertedTemplate, TemplateProblem> run()
    {
        for (size_t i = 0; i < m_program.root.size(); ++i) {
            const Node &node = nodeAt(i);
            if (node.kind == NodeKind::Text) {
                const bool before = i + 1 < m_program.root.size() && nodeAt(i + 1).kind == NodeKind::Output;
                appendText(node.text, before);
            } else if (const auto problem = appendNode(node)) {
                return Problem(*problem);
            }
        }
        // the Jinja notation drops one line break at the end
        if (m_to == TemplateNotation::Jinja && m_result.source.endsWith(u'\n'))
            m_result.source += u'\n';
        return std::move(m_result);
    }

private:
    [[nodiscard]] const Node &nodeAt(size_t i) const { return m_program.nodes[static_cast<size_t>(m_program.root[i])]; }
    [[nodiscard]] const Expr &exprAt(int i) const { return m_program.exprs[static_cast<size_t>(i)]; }

    void appendText(const QString &text, bool beforePlaceholder)
    {
        if (m_to == TemplateNotation::Jinja)
            appendJinjaText(m_result.source, text, beforePlaceholder);
        else if (m_to == TemplateNotation::Brace)
            appendBraceText(m_result.source, text);
        else
            m_result.source += text;
    }

    [[nodiscard]] TemplateProblem impossible(const Node &node, const QString &what) const
    {
        return m_from.problemAt({"E_SYNTAX", node.from, node.length, what, {}, {}});
    }

    std::optional<TemplateProblem> appendNode(const Node &node)
    {
        if (node.kind != NodeKind::Output)
            return impossible(node, u"only the Jinja notation has conditions and loops"_s);
        const Expr &expr = exprAt(node.expr);
        if (expr.kind == ExprKind::Literal) {
            QString text;
            if (!m_program.literals[static_cast<size_t>(expr.slot)].appendTo(text))
                return impossible(node, u"this prints nothing"_s);
            appendText(text, true);
            return std::nullopt;
        }
        if (m_to == TemplateNotation::Plain)
            return impossible(node, u"plain text has no placeholders"_s);
        return m_to == TemplateNotation::Jinja ? appendJinja(node, expr) : appendBrace(node, expr);
    }

    std::optional<TemplateProblem> appendJinja(const Node &node, const Expr &expr)
    {
        const bool formatted = expr.kind == ExprKind::Filter;
        const QString &path = m_program.variables[exprAt(formatted ? expr.children.front() : node.expr).slot];
        if (ExpressionParser::isReserved(path.section(u'.', 0, 0)))
            return impossible(node, u"'%1' cannot be a name in the Jinja notation"_s.arg(path.section(u'.', 0, 0)));
        m_result.source += u"{{ "_s + path;
        if (formatted) {
            const auto decimals = m_program.literals[static_cast<size_t>(expr.slot)].toInt();
            if (decimals > MostDecimals)
                return impossible(node, u"the filter number writes at most %1 decimals"_s.arg(MostDecimals));
            m_result.source += decimals > 0 ? u"|number(%1)"_s.arg(decimals) : u"|number"_s;
            m_result.changes.append(m_from.problemAt(
                {"W_FORMAT",
                 node.from,
                 node.length,
                 decimals < 0 ? u"written as the template's language writes numbers, without decimals"_s
                              : u"written as the template's language writes numbers"_s,
                 {},
                 path}));
        }
        m_result.source += u" }}";
        return std::nullopt;
    }

    std::optional<TemplateProblem> appendBrace(const Node &node, const Expr &expr)
    {
        if (expr.kind != ExprKind::Slot)
            return impossible(node, u"the brace notation has no filters and operators"_s);
        m_result.source += u'{' + m_program.variables[expr.slot] + u'}';
        return std::nullopt;
    }

    const CompiledTemplate &m_from;
    const Program &m_program;
    TemplateNotation m_to;
    ConvertedTemplate m_result;
};

} // namespace

TemplateNotation guessNotation(QStringView source)
{
    if (source.contains(u"{{") || source.contains(u"{%"))
        return TemplateNotation::Jinja;
    static const QRegularExpression name(u"\\{[A-Za-z_][A-Za-z0-9_.]*(:[^{}\\n]*)?\\}"_s);
    return name.match(source).hasMatch() ? TemplateNotation::Brace : TemplateNotation::Plain;
}

tl::expected<ConvertedTemplate, TemplateProblem> convertNotation(const QString &source, TemplateNotation from,
                                                                 TemplateNotation to)
{
    const auto compiled = CompiledTemplate::compile(source, from);
    if (!compiled)
        return tl::unexpected(compiled.error());
    if (from == to)
        return ConvertedTemplate{source};
    return Converter(*compiled, to).run();
}

} // namespace domain
