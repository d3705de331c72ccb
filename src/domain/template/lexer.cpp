#include "domain/template/lexer.h"

using namespace Qt::StringLiterals;

namespace domain::templatelexer {

bool isSpace(QChar c) { return c.isSpace() || (c >= QChar(0x1c) && c <= QChar(0x1f)); }

bool isNameStart(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_'; }

bool isNamePart(QChar c) { return isNameStart(c) || isDigit(c); }

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

int operatorLength(QStringView source, qsizetype at)
{
    const QChar c = source[at];
    const bool equals = at + 1 < source.size() && source[at + 1] == u'=';
    if ((c == u'=' || c == u'!') && equals)
        return 2;
    if (c == u'<' || c == u'>')
        return equals ? 2 : 1;
    return QStringView(u"|()[],.").contains(c) ? 1 : 0;
}

namespace {

class Scanner
{
public:
    explicit Scanner(QStringView source) : m_source(source) {}

    tl::expected<std::vector<Token>, TemplateFault> run()
    {
        // Jinja drops one line break at the very end before anything else
        if (m_source.endsWith(u'\n'))
            m_source.chop(1);
        m_tokens.reserve(16);
        while (m_at < m_source.size()) {
            if (!scanText() || (m_at < m_source.size() && !scanOpening()))
                return tl::unexpected(std::move(m_fault));
        }
        add(TokenKind::End, m_at, 0);
        return std::move(m_tokens);
    }

private:
    [[nodiscard]] QChar charAt(qsizetype at) const { return at < m_source.size() ? m_source[at] : QChar(); }

    void add(TokenKind kind, qsizetype from, qsizetype length)
    {
        m_tokens.push_back({kind, static_cast<int>(from), static_cast<int>(length), m_source.sliced(from, length), {}});
    }

    bool fail(const char *code, qsizetype from, qsizetype length, QString message, QString hint = {})
    {
        m_fault = {code,
                   static_cast<int>(from),
                   static_cast<int>(length),
                   std::move(message),
                   std::move(hint),
                   m_source.sliced(from, length).toString()};
        return false;
    }

    bool unclosed(qsizetype opening, qsizetype length, QStringView closing)
    {
        return fail("E_END", opening, length, u"'%1' is not closed"_s.arg(m_source.sliced(opening, length)),
                    u"add %1"_s.arg(closing));
    }

    /// Text up to the next opening; white space before a `{{-` goes, white space after a `-}}` has gone.
    bool scanText()
    {
        qsizetype open = m_at;
        for (;; ++open) {
            open = m_source.indexOf(u'{', open);
            if (open < 0) {
                open = m_source.size();
                break;
            }
            const QChar next = charAt(open + 1);
            if (next == u'{' || next == u'%' || next == u'#')
                break;
        }
        addText(m_at, open, charAt(open + 2) == u'-');
        m_at = open;
        return true;
    }

    void addText(qsizetype from, qsizetype to, bool stripEnd)
    {
        while (stripEnd && to > from && isSpace(m_source[to - 1]))
            --to;
        if (to > from)
            add(TokenKind::Text, from, to - from);
    }

    bool scanOpening()
    {
        const QChar kind = charAt(m_at + 1);
        if (kind == u'#')
            return scanComment();
        if (kind == u'%' && scanWord(m_at + 2, u"raw") >= 0)
            return scanRaw();
        const qsizetype opening = m_at;
        m_at += charAt(m_at + 2) == u'-' ? 3 : 2;
        add(kind == u'{' ? TokenKind::OutputOpen : TokenKind::TagOpen, opening, m_at - opening);
        return scanInside(opening, kind == u'{' ? u'}' : u'%');
    }

    bool scanComment()
    {
        const qsizetype body = m_at + (charAt(m_at + 2) == u'-' ? 3 : 2);
        const qsizetype end = m_source.indexOf(u"#}", body);
        if (end < 0)
            return unclosed(m_at, 2, u"#}");
        const bool strip = end > body && m_source[end - 1] == u'-';
        m_at = end + 2;
        if (strip)
            skipSpace();
        return true;
    }

    /// Where the word `word` ends, after an optional '-' and white space at `at`; -1 if another word stands there.
    [[nodiscard]] qsizetype scanWord(qsizetype at, QStringView word) const
    {
        if (charAt(at) == u'-')
            ++at;
        while (at < m_source.size() && isSpace(m_source[at]))
            ++at;
        if (!m_source.sliced(at).startsWith(word) || isNamePart(charAt(at + word.size())))
            return -1;
        return at + word.size();
    }

    /// Reads `%}` or `-%}` after white space at m_at; whether white space behind it is to go.
    std::optional<bool> scanTagEnd()
    {
        skipSpace();
        const bool strip = charAt(m_at) == u'-';
        const qsizetype at = m_at + (strip ? 1 : 0);
        if (charAt(at) != u'%' || charAt(at + 1) != u'}')
            return std::nullopt;
        m_at = at + 2;
        return strip;
    }

    bool scanRaw()
    {
        const qsizetype opening = m_at;
        m_at = scanWord(opening + 2, u"raw");
        const auto stripStart = scanTagEnd();
        if (!stripStart) {
            if (m_at >= m_source.size())
                return unclosed(opening, 2, u"%}");
            return fail("E_SYNTAX", m_at, 1, u"'%}' expected after raw"_s);
        }
        if (*stripStart)
            skipSpace();
        const qsizetype body = m_at;
        for (qsizetype open = body;; ++open) {
            open = m_source.indexOf(u"{%", open);
            if (open < 0)
                return unclosed(opening, body - opening, u"{% endraw %}");
            const qsizetype word = scanWord(open + 2, u"endraw");
            if (word < 0)
                continue;
            m_at = word;
            const auto stripEnd = scanTagEnd();
            if (!stripEnd)
                continue;
            addText(body, open, charAt(open + 2) == u'-');
            if (*stripEnd)
                skipSpace();
            return true;
        }
    }

    void skipSpace()
    {
        while (m_at < m_source.size() && isSpace(m_source[m_at]))
            ++m_at;
    }

    /// The tokens between an opening and its end; `end` is the first character of `}}` or `%}`.
    bool scanInside(qsizetype opening, char16_t end)
    {
        const QStringView closing = end == u'}' ? QStringView(u"}}") : QStringView(u"%}");
        for (;;) {
            skipSpace();
            if (m_at >= m_source.size())
                return unclosed(opening, 2, closing);
            const QStringView rest = m_source.sliced(m_at);
            const bool strip = rest[0] == u'-' && rest.sliced(1).startsWith(closing);
            if (strip || rest.startsWith(closing)) {
                add(end == u'}' ? TokenKind::OutputClose : TokenKind::TagClose, m_at, strip ? 3 : 2);
                m_at += strip ? 3 : 2;
                if (strip)
                    skipSpace();
                return true;
            }
            if (!scanToken())
                return false;
        }
    }

    bool scanToken()
    {
        const qsizetype from = m_at;
        const QChar c = m_source[from];
        if (c == u'"' || c == u'\'')
            return scanString(c);
        if (isNameStart(c)) {
            while (isNamePart(charAt(m_at)))
                ++m_at;
            add(TokenKind::Name, from, m_at - from);
            return true;
        }
        if (isDigit(c)) {
            scanDigits();
            if (charAt(m_at) == u'.' && isDigit(charAt(m_at + 1))) {
                ++m_at;
                scanDigits();
            }
            add(TokenKind::Number, from, m_at - from);
            return true;
        }
        if (const int length = operatorLength(m_source, from)) {
            m_at += length;
            add(TokenKind::Operator, from, length);
            return true;
        }
        const bool pair = c.isHighSurrogate() && charAt(from + 1).isLowSurrogate();
        return fail("E_CHAR", from, pair ? 2 : 1,
                    u"'%1' has no meaning in a placeholder"_s.arg(m_source.sliced(from, pair ? 2 : 1)));
    }

    void scanDigits()
    {
        while (isDigit(charAt(m_at)))
            ++m_at;
    }

    bool scanString(QChar quote)
    {
        const qsizetype from = m_at++;
        QString text;
        while (m_at < m_source.size() && m_source[m_at] != quote) {
            QChar c = m_source[m_at++];
            if (c == u'\\') {
                if (m_at >= m_source.size())
                    break;
                c = m_source[m_at++];
                c = c == u'n' ? QChar(u'\n') : c == u't' ? QChar(u'\t') : c == u'r' ? QChar(u'\r') : c;
            }
            text += c;
        }
        if (m_at >= m_source.size())
            return fail("E_STRING", from, 1, u"the text that begins here is not closed"_s,
                        u"add the same quotation mark at its end"_s);
        ++m_at;
        add(TokenKind::String, from, m_at - from);
        m_tokens.back().string = std::move(text);
        return true;
    }

    QStringView m_source;
    qsizetype m_at = 0;
    std::vector<Token> m_tokens;
    TemplateFault m_fault;
};

} // namespace

tl::expected<std::vector<Token>, TemplateFault> scan(QStringView source) { return Scanner(source).run(); }

} // namespace domain::templatelexer
