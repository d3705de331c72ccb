#include "domain/template/lexer.h"
#include "domain/template/parser.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace domain::templateast {

namespace {

using templatelexer::isDigit;
using templatelexer::isNamePart;
using templatelexer::isNameStart;

/// `{name}`, `{a.b}`, `{x:,.2f}`, `{{` and `}}`: what Python's str.format accepts of names, without its dangers.
class BraceParser
{
public:
    explicit BraceParser(QStringView source) : m_source(source) {}

    tl::expected<Program, TemplateFault> run()
    {
        while (m_at < m_source.size()) {
            const QChar c = m_source[m_at];
            if (c != u'{' && c != u'}') {
                m_text += c;
                ++m_at;
            } else if (charAt(m_at + 1) == c) {
                m_text += c;
                m_at += 2;
            } else if (c == u'}') {
                fail("E_SYNTAX", m_at, u"a single '}'"_s, u"write }} for a brace in the text"_s);
                return tl::unexpected(*std::move(m_fault));
            } else if (!parsePlaceholder()) {
                return tl::unexpected(*std::move(m_fault));
            }
        }
        flushText(m_at);
        return std::move(m_program);
    }

private:
    [[nodiscard]] QChar charAt(qsizetype at) const { return at < m_source.size() ? m_source[at] : QChar(); }

    bool fail(const char *code, qsizetype from, QString message, QString hint = {}, qsizetype length = 1)
    {
        length = qMin(length, m_source.size() - from);
        m_fault = TemplateFault{code,
                                static_cast<int>(from),
                                static_cast<int>(length),
                                std::move(message),
                                std::move(hint),
                                m_source.sliced(from, length).toString()};
        return false;
    }

    void flushText(qsizetype end)
    {
        if (m_text.isEmpty())
            return;
        m_program.root.push_back(static_cast<int>(m_program.nodes.size()));
        m_program.nodes.push_back({.kind = NodeKind::Text,
                                   .from = static_cast<int>(m_textFrom),
                                   .length = static_cast<int>(end - m_textFrom),
                                   .text = std::move(m_text)});
        m_text.clear();
    }

    bool parsePlaceholder()
    {
        const qsizetype opening = m_at++;
        if (m_source.indexOf(u'}', m_at) < 0)
            return fail("E_END", opening, u"'{' is not closed"_s, u"add }, or write {{ for a brace in the text"_s);
        flushText(opening);
        const qsizetype from = m_at;
        QString path;
        do {
            if (!path.isEmpty())
                path += u'.';
            if (!parseName(path))
                return false;
        } while (charAt(m_at) == u'.' && ++m_at);
        const auto length = static_cast<int>(m_at - from);
        const int slot = useVariable(m_program, path, static_cast<int>(from), length);
        int expr = add({.kind = ExprKind::Slot, .from = static_cast<int>(from), .length = length, .slot = slot});
        const bool formatted = charAt(m_at) == u':';
        if (formatted && (expr = parseFormat(expr)) < 0)
            return false;
        if (charAt(m_at) != u'}')
            return unexpected();
        ++m_at;
        m_program.root.push_back(static_cast<int>(m_program.nodes.size()));
        m_program.nodes.push_back({.kind = NodeKind::Output,
                                   .from = static_cast<int>(opening),
                                   .length = static_cast<int>(m_at - opening),
                                   .expr = expr,
                                   .slot = formatted ? -1 : slot});
        m_textFrom = m_at;
        return true;
    }

    bool unexpected()
    {
        return fail("E_SYNTAX", m_at, u"'%1' is not expected here"_s.arg(charAt(m_at)),
                    u"a name, as in {first_name}, or a format, as in {total:,.2f}"_s);
    }

    bool parseName(QString &path)
    {
        const qsizetype from = m_at;
        const QChar c = charAt(m_at);
        if (c == u'}' || c == u':' || isDigit(c)) {
            while (isNamePart(charAt(m_at)))
                ++m_at;
            return fail("E_NAME", from, u"a name is expected here"_s, u"name the field, as in {first_name}"_s,
                        qMax<qsizetype>(1, m_at - from));
        }
        if (!isNameStart(c))
            return unexpected();
        while (isNamePart(charAt(m_at)))
            ++m_at;
        if (c == u'_')
            return fail("E_ATTR", from, u"names that begin with '_' cannot be used"_s, {}, m_at - from);
        path += m_source.sliced(from, m_at - from);
        return true;
    }

    /// `:,` `:.2f` `:,.2f` with 0 to 99 decimals.
    int parseFormat(int operand)
    {
        ++m_at;
        const qsizetype from = m_at;
        const bool grouped = charAt(m_at) == u',';
        if (grouped)
            ++m_at;
        int decimals = -1;
        if (charAt(m_at) == u'.') {
            ++m_at;
            for (int digits = 0; digits < 2 && isDigit(charAt(m_at)); ++digits, ++m_at)
                decimals = qMax(decimals, 0) * 10 + (charAt(m_at).unicode() - u'0');
            if (decimals < 0 || charAt(m_at) != u'f') {
                unexpected();
                return -1;
            }
            ++m_at;
        }
        if (m_at == from) {
            unexpected();
            return -1;
        }
        const Expr &name = m_program.exprs[static_cast<size_t>(operand)];
        Expr expr{.kind = ExprKind::Filter,
                  .from = name.from,
                  .length = name.length,
                  .slot = static_cast<int>(m_program.literals.size()),
                  .count = 2,
                  .children = {operand},
                  .filter = FilterId::FixedPoint};
        m_program.literals.emplace_back(decimals);
        m_program.literals.emplace_back(grouped);
        return add(std::move(expr));
    }

    int add(Expr expr)
    {
        m_program.exprs.push_back(std::move(expr));
        return static_cast<int>(m_program.exprs.size()) - 1;
    }

    QStringView m_source;
    qsizetype m_at = 0;
    qsizetype m_textFrom = 0;
    QString m_text;
    Program m_program;
    std::optional<TemplateFault> m_fault;
};

} // namespace

tl::expected<Program, TemplateFault> parseBrace(QStringView source) { return BraceParser(source).run(); }

} // namespace domain::templateast
