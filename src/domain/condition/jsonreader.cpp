#include "domain/condition/jsonreader.h"

#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace domain::conditionparse {

namespace {

constexpr bool isDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

class Reader
{
public:
    explicit Reader(const ConditionSource &source) : m_source(source) {}

    tl::expected<JsonNode, ConditionProblem> run()
    {
        JsonNode node = value();
        space();
        if (!m_problem && m_at < m_source.size())
            fail("E_JSON", m_at, u"something follows the condition"_s);
        if (m_problem)
            return tl::unexpected(*m_problem);
        return node;
    }

private:
    [[nodiscard]] char32_t peek() const { return m_source.at(m_at); }
    [[nodiscard]] bool atEnd() const { return m_at >= m_source.size(); }

    void fail(const char *code, int from, const QString &message, int length = 1)
    {
        if (!m_problem)
            m_problem = m_source.problem(code, from, from + length, message);
    }
    /// What stands here is not what JSON needs here.
    void malformed()
    {
        if (atEnd())
            fail("E_END", m_source.size(), u"the text ends too soon"_s, 0);
        else
            fail("E_JSON", m_at, u"this is not expected here"_s);
    }

    void space()
    {
        while (peek() == U' ' || peek() == U'\t' || peek() == U'\r' || peek() == U'\n')
            ++m_at;
    }

    JsonNode value()
    {
        space();
        JsonNode node;
        node.from = m_at;
        if (m_problem)
            return node;
        const char32_t c = peek();
        if (atEnd())
            malformed();
        else if (c == U'{' || c == U'[')
            nested(node);
        else if (c == U'"')
            node.literal = string();
        else if (c == U'-' || isDigit(c))
            number(node);
        else
            word(node);
        node.to = m_at;
        return node;
    }

    void nested(JsonNode &node)
    {
        if (++m_depth > conditionlimits::depth)
            return fail("E_DEPTH", m_at, u"nested too deeply"_s);
        node.kind = peek() == U'{' ? JsonNode::Kind::Object : JsonNode::Kind::Array;
        const char32_t end = peek() == U'{' ? U'}' : U']';
        ++m_at;
        space();
        QSet<QString> keys;
        for (bool isFirst = true; !m_problem && (isFirst ? peek() != end : true); isFirst = false) {
            if (node.kind == JsonNode::Kind::Object)
                member(node, keys);
            else if (space(); node.items.size() == size_t(conditionlimits::items))
                fail("E_LIMIT", m_at, u"the list has more than %1 items"_s.arg(conditionlimits::items));
            else
                node.items.push_back(value());
            space();
            if (m_problem || peek() == end)
                break;
            if (peek() != U',')
                return malformed();
            ++m_at;
        }
        if (m_problem)
            return;
        ++m_at; // the loop stops before the end sign alone
        --m_depth;
    }

    void member(JsonNode &node, QSet<QString> &keys)
    {
        space();
        if (peek() != U'"')
            return malformed();
        JsonNode::Member member;
        member.from = m_at;
        member.key = string();
        member.to = m_at;
        if (m_problem)
            return;
        if (keys.contains(member.key))
            return fail("E_DUP", member.from, u"the key `%1` stands here twice"_s.arg(member.key),
                        member.to - member.from);
        keys.insert(member.key);
        space();
        if (peek() != U':')
            return malformed();
        ++m_at;
        member.value = value();
        node.members.push_back(std::move(member));
    }

    QString string()
    {
        const int from = m_at++;
        QString text;
        int count = 0;
        while (!m_problem && peek() != U'"') {
            const char32_t c = peek();
            if (atEnd())
                fail("E_STRING", from, u"the text is not closed"_s);
            else if (c == U'\\')
                escape(text);
            else if (isSurrogate(c))
                fail("E_STRING", m_at, u"half a character"_s);
            else if (c < 0x20)
                fail("E_JSON", m_at, u"a control character is written as an escape"_s);
            else {
                appendPoint(text, c);
                ++m_at;
            }
            ++count;
        }
        ++m_at;
        if (!m_problem && count > conditionlimits::string)
            fail("E_LIMIT", from, u"the text is longer than %1 characters"_s.arg(conditionlimits::string), m_at - from);
        return text;
    }

    /// Four hexadecimal digits behind a backslash and u, or -1.
    [[nodiscard]] int unit(int at) const
    {
        if (m_source.at(at) != U'\\' || m_source.at(at + 1) != U'u' || at + 6 > m_source.size())
            return -1;
        bool fine = true;
        for (int i = at + 2; i < at + 6; ++i)
            fine = fine && m_source.at(i) < 0x80 && std::isxdigit(static_cast<int>(m_source.at(i)));
        return fine ? m_source.text(at + 2, at + 6).toInt(nullptr, 16) : -1;
    }

    void escape(QString &text)
    {
        static constexpr std::u32string_view letters = U"\"\\/bfnrt";
        static constexpr std::u32string_view meanings = U"\"\\/\b\f\n\r\t";
        const size_t plain = letters.find(m_source.at(m_at + 1));
        if (plain != std::u32string_view::npos && m_at + 1 < m_source.size()) {
            appendPoint(text, meanings[plain]);
            m_at += 2;
            return;
        }
        const int first = unit(m_at);
        const int second = first >= 0xd800 && first < 0xdc00 ? unit(m_at + 6) : -1;
        if (second >= 0xdc00 && second < 0xe000) {
            appendPoint(text, QChar::surrogateToUcs4(static_cast<char16_t>(first), static_cast<char16_t>(second)));
            m_at += 12;
        } else if (first > 0 && !isSurrogate(static_cast<char32_t>(first))) {
            appendPoint(text, static_cast<char32_t>(first));
            m_at += 6;
        } else {
            fail("E_STRING", m_at, u"this is no escape of JSON"_s, 2);
        }
    }

    void digits()
    {
        if (!isDigit(peek()))
            return malformed();
        while (isDigit(peek()))
            ++m_at;
    }

    void number(JsonNode &node)
    {
        const int from = m_at;
        if (peek() == U'-')
            ++m_at;
        const int first = m_at;
        if (peek() == U'0' && isDigit(m_source.at(m_at + 1)))
            return fail("E_JSON", m_at + 1, u"a number does not begin with 0"_s);
        digits();
        bool isWhole = true;
        if (!m_problem && peek() == U'.') {
            isWhole = false;
            ++m_at;
            digits();
        }
        if (!m_problem && (peek() == U'e' || peek() == U'E')) {
            isWhole = false;
            ++m_at;
            if (peek() == U'+' || peek() == U'-')
                ++m_at;
            digits();
        }
        if (m_problem)
            return;
        const QString text = m_source.text(from, m_at);
        bool inRange = true;
        if (isWhole) {
            const qint64 whole = text.toLongLong(&inRange);
            inRange = inRange && whole != std::numeric_limits<qint64>::min();
            node.literal = whole;
        } else {
            const double real = text.toDouble(&inRange);
            inRange = inRange && std::isfinite(real);
            node.literal = real;
        }
        if (!inRange)
            fail("E_NUMBER", first, u"the number is too large"_s, m_at - first);
    }

    void word(JsonNode &node)
    {
        static const std::pair<std::u32string_view, Literal> words[] = {
            {U"true", true}, {U"false", false}, {U"null", std::monostate{}}};
        for (const auto &[name, literal] : words) {
            if (peek() != name.front())
                continue;
            for (const char32_t c : name) {
                if (peek() != c)
                    return malformed();
                ++m_at;
            }
            node.literal = literal;
            return;
        }
        malformed();
    }

    const ConditionSource &m_source;
    std::optional<ConditionProblem> m_problem;
    int m_at = 0;
    int m_depth = 0;
};

} // namespace

tl::expected<JsonNode, ConditionProblem> readJson(const ConditionSource &source)
{
    if (source.isTooLong())
        return tl::unexpected(source.problem("E_LENGTH", source.size(), source.size(),
                                             u"longer than %1 characters"_s.arg(conditionlimits::length)));
    return Reader(source).run();
}

} // namespace domain::conditionparse
