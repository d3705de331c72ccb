#include "domain/template/highlight.h"

#include "domain/template/expressionparser.h"
#include "domain/template/lexer.h"

namespace domain {

namespace {

using Kind = TemplateTokenKind;
using templatelexer::isDigit;
using templatelexer::isNamePart;
using templatelexer::isNameStart;
using templatelexer::isSpace;

class Highlighter
{
public:
    explicit Highlighter(QStringView source) : m_source(source) {}

    std::vector<TemplateToken> jinja()
    {
        while (m_at < m_source.size()) {
            const QStringView rest = m_source.sliced(m_at);
            if (rest.startsWith(u"{#"))
                comment();
            else if (rest.startsWith(u"{{"))
                placeholder(u"}}");
            else if (rest.startsWith(u"{%"))
                placeholder(u"%}");
            else
                add(Kind::Text, 1);
        }
        return std::move(m_tokens);
    }

    std::vector<TemplateToken> brace()
    {
        while (m_at < m_source.size()) {
            const QChar c = m_source[m_at];
            if (c != u'{' && c != u'}')
                add(Kind::Text, 1);
            else if (charAt(m_at + 1) == c)
                add(Kind::Escape, 2, false);
            else if (c == u'}')
                add(Kind::Error, 1);
            else
                bracePlaceholder();
        }
        return std::move(m_tokens);
    }

private:
    [[nodiscard]] QChar charAt(qsizetype at) const { return at < m_source.size() ? m_source[at] : QChar(); }

    /// Takes the next `length` units; joined to a token of the same kind before it, if `join`.
    void add(Kind kind, qsizetype length, bool join = true)
    {
        length = qMin(length, m_source.size() - m_at);
        if (length <= 0)
            return;
        if (join && !m_tokens.empty() && m_tokens.back().kind == kind)
            m_tokens.back().length += static_cast<int>(length);
        else
            m_tokens.push_back({static_cast<int>(m_at), static_cast<int>(length), kind});
        m_at += length;
    }

    void comment()
    {
        const qsizetype end = m_source.indexOf(u"#}", m_at + 2);
        add(Kind::Comment, end < 0 ? m_source.size() - m_at : end + 2 - m_at, false);
    }

    [[nodiscard]] qsizetype nameLength(qsizetype at) const
    {
        qsizetype end = at;
        while (isNamePart(charAt(end)))
            ++end;
        return end - at;
    }

    void placeholder(QStringView closing)
    {
        const bool isTag = closing == u"%}";
        add(Kind::Delimiter, charAt(m_at + 2) == u'-' ? 3 : 2, false);
        m_previous = {};
        m_isFirstName = isTag;
        while (m_at < m_source.size()) {
            const QStringView rest = m_source.sliced(m_at);
            const bool strip = rest[0] == u'-' && rest.sliced(1).startsWith(closing);
            if (strip || rest.startsWith(closing)) {
                add(Kind::Delimiter, strip ? 3 : 2, false);
                if (m_isRaw)
                    raw();
                return;
            }
            if (rest[0] == u'\n' || rest[0] == u'\r') {
                if (m_source.indexOf(closing, m_at) < 0)
                    return; // not closed: ends with its line
                add(Kind::Space, 1);
            } else {
                inside(rest);
            }
        }
        m_isRaw = false;
    }

    void inside(QStringView rest)
    {
        const QChar c = rest[0];
        if (isSpace(c)) {
            add(Kind::Space, 1);
        } else if (isNameStart(c)) {
            name(rest.first(nameLength(m_at) == 0 ? 1 : nameLength(m_at)));
        } else if (isDigit(c)) {
            qsizetype length = 1;
            while (isDigit(charAt(m_at + length)) ||
                   (charAt(m_at + length) == u'.' && isDigit(charAt(m_at + length + 1))))
                ++length;
            add(Kind::Number, length);
        } else if (c == u'"' || c == u'\'') {
            string(c);
        } else if (const int length = templatelexer::operatorLength(m_source, m_at)) {
            m_previous = rest.first(length);
            add(Kind::Operator, length, false);
            return;
        } else {
            add(Kind::Error, 1);
        }
        m_previous = {};
    }

    void name(QStringView word)
    {
        Kind kind = Kind::Variable;
        if (m_isFirstName) {
            kind = Kind::Keyword;
            m_isRaw = word == u"raw";
        } else if (m_previous == u"|") {
            kind = Kind::Filter;
        } else if (m_previous != u"." && templateast::ExpressionParser::isReserved(word)) {
            kind = Kind::Keyword;
        }
        m_isFirstName = false;
        add(kind, word.size(), false);
    }

    void string(QChar quote)
    {
        qsizetype end = m_at + 1;
        while (end < m_source.size() && m_source[end] != quote) {
            const QChar c = m_source[end];
            end += c == u'\\' ? 2 : 1;
        }
        if (end >= m_source.size()) {
            // not closed: ends with its line, like the placeholder around it
            end = m_at;
            while (end < m_source.size() && m_source[end] != u'\n' && m_source[end] != u'\r')
                ++end;
            add(Kind::Error, end - m_at, false);
            return;
        }
        add(Kind::String, end + 1 - m_at, false);
    }

    void raw()
    {
        m_isRaw = false;
        for (qsizetype open = m_source.indexOf(u"{%", m_at); open >= 0; open = m_source.indexOf(u"{%", open + 2)) {
            qsizetype word = open + (charAt(open + 2) == u'-' ? 3 : 2);
            while (isSpace(charAt(word)))
                ++word;
            if (m_source.sliced(word, nameLength(word)) == u"endraw") {
                add(Kind::Raw, open - m_at, false);
                return;
            }
        }
        add(Kind::Raw, m_source.size() - m_at, false);
    }

    void bracePlaceholder()
    {
        add(Kind::Delimiter, 1, false);
        bool inFormat = false;
        while (m_at < m_source.size()) {
            const QChar c = m_source[m_at];
            if (c == u'}') {
                add(Kind::Delimiter, 1, false);
                return;
            }
            if (c == u'{' || c == u'\n' || c == u'\r')
                return;
            if (c == u':' && !inFormat) {
                inFormat = true;
                add(Kind::Operator, 1);
            } else if (inFormat) {
                add(QStringView(u",.f").contains(c) || isDigit(c) ? Kind::Format : Kind::Error, 1);
            } else if (isNameStart(c)) {
                add(Kind::Variable, nameLength(m_at), false);
            } else {
                add(c == u'.' ? Kind::Operator : Kind::Error, 1);
            }
        }
    }

    QStringView m_source;
    qsizetype m_at = 0;
    QStringView m_previous; ///< the operator just before, within a placeholder
    bool m_isFirstName = false;
    bool m_isRaw = false;
    std::vector<TemplateToken> m_tokens;
};

} // namespace

std::vector<TemplateToken> tokenise(QStringView source, TemplateNotation notation)
{
    if (source.isEmpty())
        return {};
    switch (notation) {
    case TemplateNotation::Jinja:
        return Highlighter(source).jinja();
    case TemplateNotation::Brace:
        return Highlighter(source).brace();
    case TemplateNotation::Plain:
        break;
    }
    return {{0, static_cast<int>(source.size()), TemplateTokenKind::Text}};
}

} // namespace domain
