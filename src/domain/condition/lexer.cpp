#include "domain/condition/lexer.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace domain::conditionparse {

namespace {

constexpr bool isDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
constexpr bool isNameStart(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c == U'_'; }
constexpr bool isNamePart(char32_t c) { return isNameStart(c) || isDigit(c); }
constexpr bool isSpace(char32_t c) { return c == U' ' || c == U'\t' || c == U'\r' || c == U'\n'; }

class Lexer
{
public:
    explicit Lexer(const ConditionSource &source) : m_source(source) {}

    tl::expected<std::vector<Token>, ConditionProblem> run()
    {
        while (m_at < m_source.size() && !m_problem)
            step();
        if (m_problem)
            return tl::unexpected(*m_problem);
        m_tokens.push_back({Token::Kind::End, m_source.size(), m_source.size()});
        return std::move(m_tokens);
    }

private:
    void step()
    {
        const char32_t c = peek();
        if (isSpace(c))
            ++m_at;
        else if (isNameStart(c))
            name();
        else if (isDigit(c) || (c == U'.' && isDigit(peek(1))))
            number();
        else if (c == U'\'' || c == U'"')
            string(c);
        else
            sign(c);
    }

    [[nodiscard]] char32_t peek(int ahead = 0) const { return m_source.at(m_at + ahead); }

    void fail(const char *code, int from, int to, const QString &message)
    {
        if (!m_problem)
            m_problem = m_source.problem(code, from, to, message);
    }

    void push(Token::Kind kind, int from, QString text, Literal number = {})
    {
        m_tokens.push_back({kind, from, m_at, std::move(text), std::move(number)});
    }

    void name()
    {
        const int from = m_at;
        while (isNamePart(peek()))
            ++m_at;
        const QString text = m_source.text(from, m_at);
        static const QSet<QString> prefixes{u"r"_s, u"u"_s, u"b"_s, u"f"_s, u"br"_s, u"rb"_s, u"fr"_s, u"rf"_s};
        if ((peek() == U'\'' || peek() == U'"') && prefixes.contains(text.toLower()))
            return fail("E_STRING", from, m_at, u"a text has no prefix"_s);
        push(Token::Kind::Name, from, text);
    }

    void digits()
    {
        while (isDigit(peek()))
            ++m_at;
    }

    void number()
    {
        const int from = m_at;
        bool isWhole = true;
        digits();
        bool fine = m_at - from < 2 || m_source.at(from) != U'0';
        if (peek() == U'.') {
            isWhole = false;
            ++m_at;
            digits();
        }
        if (peek() == U'e' || peek() == U'E') {
            isWhole = false;
            ++m_at;
            if (peek() == U'+' || peek() == U'-')
                ++m_at;
            fine = fine && isDigit(peek());
            digits();
        }
        if (isNamePart(peek())) {
            fine = false;
            while (isNamePart(peek()))
                ++m_at;
        }
        const QString text = m_source.text(from, m_at);
        bool inRange = true;
        Literal value;
        if (fine && isWhole)
            value = text.toLongLong(&inRange);
        else if (fine) {
            const double real = text.toDouble(&inRange);
            inRange = inRange && std::isfinite(real);
            value = real;
        }
        if (!fine || !inRange)
            return fail("E_NUMBER", from, m_at, fine ? u"the number is too large"_s : u"this is no number"_s);
        push(Token::Kind::Number, from, text, value);
    }

    void string(char32_t quote)
    {
        const int from = m_at++;
        QString value;
        int count = 0;
        while (peek() != quote) {
            const char32_t c = peek();
            if (m_at >= m_source.size() || c == U'\n' || c == U'\r')
                return fail("E_STRING", from, from + 1, u"the text is not closed"_s);
            if (c == U'\\') {
                if (!escape(value))
                    return;
            } else if (isSurrogate(c) || c == 0) {
                return fail("E_CHAR", m_at, m_at + 1, u"a character that no text may have"_s);
            } else {
                appendPoint(value, c);
                ++m_at;
            }
            ++count;
        }
        ++m_at;
        if (count > conditionlimits::string)
            return fail("E_LIMIT", from, m_at, u"the text is longer than %1 characters"_s.arg(conditionlimits::string));
        push(Token::Kind::String, from, value);
    }

    bool escape(QString &value)
    {
        const char32_t c = peek(1);
        char32_t meant = 0;
        int length = 2;
        if (c == U'\\' || c == U'\'' || c == U'"')
            meant = c;
        else if (c == U'n')
            meant = U'\n';
        else if (c == U't')
            meant = U'\t';
        else if (c == U'r')
            meant = U'\r';
        else if (c == U'u') {
            length = 6;
            for (int i = 2; i < length; ++i) {
                const int digit = hexDigit(peek(i));
                if (digit < 0) {
                    meant = 0;
                    break;
                }
                meant = meant * 16 + static_cast<char32_t>(digit);
            }
        }
        if (meant == 0 || isSurrogate(meant)) {
            fail("E_STRING", m_at, m_at + 2, u"this is no escape of this language"_s);
            return false;
        }
        appendPoint(value, meant);
        m_at += length;
        return true;
    }

    static int hexDigit(char32_t c)
    {
        if (isDigit(c))
            return static_cast<int>(c - U'0');
        if (c >= U'a' && c <= U'f')
            return static_cast<int>(c - U'a') + 10;
        return c >= U'A' && c <= U'F' ? static_cast<int>(c - U'A') + 10 : -1;
    }

    void sign(char32_t c)
    {
        const int from = m_at;
        const bool isDouble = peek(1) == U'=' && (c == U'=' || c == U'!' || c == U'<' || c == U'>');
        if (!isDouble && (c > 0x7f || std::u32string_view(U"()[],.+-*/%<>").find(c) == std::u32string_view::npos))
            return fail("E_CHAR", from, from + 1, u"the language does not have this character"_s);
        m_at += isDouble ? 2 : 1;
        push(Token::Kind::Sign, from, m_source.text(from, m_at));
    }

    const ConditionSource &m_source;
    std::vector<Token> m_tokens;
    std::optional<ConditionProblem> m_problem;
    int m_at = 0;
};

} // namespace

tl::expected<std::vector<Token>, ConditionProblem> tokensOf(const ConditionSource &source)
{
    return Lexer(source).run();
}

bool isReserved(const QString &name)
{
    static const QSet<QString> words{u"False"_s,  u"None"_s,     u"True"_s,  u"and"_s,    u"as"_s,       u"assert"_s,
                                     u"async"_s,  u"await"_s,    u"break"_s, u"class"_s,  u"continue"_s, u"def"_s,
                                     u"del"_s,    u"elif"_s,     u"else"_s,  u"except"_s, u"finally"_s,  u"for"_s,
                                     u"from"_s,   u"global"_s,   u"if"_s,    u"import"_s, u"in"_s,       u"is"_s,
                                     u"lambda"_s, u"nonlocal"_s, u"not"_s,   u"or"_s,     u"pass"_s,     u"raise"_s,
                                     u"return"_s, u"try"_s,      u"while"_s, u"with"_s,   u"yield"_s};
    return words.contains(name);
}

bool isIdentifier(const QString &name)
{
    return !name.isEmpty() && isNameStart(name[0].unicode()) &&
           std::all_of(name.begin(), name.end(), [](QChar c) { return isNamePart(c.unicode()); });
}

} // namespace domain::conditionparse
