#include "domain/condition/lexer.h"
#include "domain/condition/rawtree.h"
#include "domain/condition/signatures.h"
#include "domain/template/suggest.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain::conditionparse {

namespace {

using Kind = Raw::Kind;

/// Recursive descent; the depth is counted, so the stack is bounded.
class Parser
{
public:
    Parser(const ConditionSource &source, const FieldCatalogue &fields, std::vector<Token> tokens)
        : m_source(source), m_fields(fields), m_tokens(std::move(tokens))
    {}

    tl::expected<Raw, ConditionProblem> run()
    {
        Raw raw = orExpression();
        if (!m_problem && here().kind != Token::Kind::End)
            unexpected();
        if (m_problem)
            return tl::unexpected(*m_problem);
        return raw;
    }

private:
    [[nodiscard]] const Token &here() const { return m_tokens[m_at]; }
    [[nodiscard]] const Token &next() const { return m_tokens[std::min(m_at + 1, m_tokens.size() - 1)]; }
    [[nodiscard]] bool isSign(const char *sign) const
    {
        return here().kind == Token::Kind::Sign && here().text == QLatin1StringView(sign);
    }
    [[nodiscard]] bool isWord(const char *word) const
    {
        return here().kind == Token::Kind::Name && here().text == QLatin1StringView(word);
    }
    // Every loop and rule stops at the end, which a problem jumps to.
    void advance() { m_at = std::min(m_at + 1, m_tokens.size() - 1); }

    Raw fail(const char *code, const Token &token, const QString &message)
    {
        return failWith(m_source.problem(code, token.from, token.to, message), token.text);
    }
    Raw failWith(ConditionProblem problem, const QString &name, const QString &suggestion = {})
    {
        if (!m_problem) {
            problem.name = name;
            problem.suggestion = suggestion;
            if (!suggestion.isEmpty())
                problem.hint = u"did you mean `%1`?"_s.arg(suggestion);
            m_problem = std::move(problem);
        }
        m_at = m_tokens.size() - 1;
        return {};
    }
    Raw unexpected()
    {
        if (here().kind == Token::Kind::End)
            return fail("E_END", here(), u"the condition ends too soon"_s);
        return fail("E_SYNTAX", here(), u"this is not expected here"_s);
    }
    void expect(const char *sign)
    {
        if (isSign(sign))
            advance();
        else
            unexpected();
    }

    /// Counts one level deeper while it lives; `token` is shown where that is one too many.
    struct Level
    {
        Level(Parser &parser, const Token &token) : m_parser(parser)
        {
            if (++m_parser.m_depth > conditionlimits::depth)
                m_parser.fail("E_DEPTH", token, u"nested too deeply"_s);
        }
        ~Level() { --m_parser.m_depth; }
        Level(const Level &) = delete;
        Level &operator=(const Level &) = delete;
        Parser &m_parser;
    };

    [[nodiscard]] int endOfLast() const { return m_at > 0 ? m_tokens[m_at - 1].to : 0; }
    void close(Raw &raw) const { raw.at.to = m_problem ? raw.at.from : endOfLast(); }

    Raw orExpression() { return joined("or", Kind::Or, &Parser::andExpression); }
    Raw andExpression() { return joined("and", Kind::And, &Parser::notExpression); }

    Raw joined(const char *word, Kind kind, Raw (Parser::*part)())
    {
        Raw first = (this->*part)();
        if (!isWord(word))
            return first;
        Raw raw;
        raw.kind = kind;
        raw.at = {first.at.from, 0, here().from};
        raw.children.push_back(std::move(first));
        while (isWord(word)) {
            advance();
            raw.children.push_back((this->*part)());
        }
        close(raw);
        return raw;
    }

    Raw notExpression()
    {
        if (!isWord("not"))
            return comparison();
        const Level level(*this, here());
        Raw raw;
        raw.kind = Kind::Not;
        raw.at = {here().from, 0, here().from};
        advance();
        raw.children.push_back(notExpression());
        close(raw);
        return raw;
    }

    Raw comparison()
    {
        Raw first = sum();
        const bool isNotIn = isWord("not") && next().kind == Token::Kind::Name && next().text == u"in";
        if (isNotIn || isWord("in") || isWord("is"))
            return membership(std::move(first));
        static const QHash<QString, Comparison> signs{
            {u"=="_s, Comparison::Equal},     {u"!="_s, Comparison::NotEqual}, {u"<"_s, Comparison::Less},
            {u"<="_s, Comparison::LessEqual}, {u">"_s, Comparison::Greater},   {u">="_s, Comparison::GreaterEqual}};
        if (here().kind != Token::Kind::Sign || !signs.contains(here().text))
            return first;
        Raw raw;
        raw.kind = Kind::Chain;
        raw.at = {first.at.from, 0, here().from};
        raw.children.push_back(std::move(first));
        while (here().kind == Token::Kind::Sign && signs.contains(here().text)) {
            raw.comparisons.push_back(signs.value(here().text));
            raw.marks.push_back({here().from, here().to, here().from});
            advance();
            raw.children.push_back(sum());
        }
        close(raw);
        return raw;
    }

    Raw membership(Raw first)
    {
        Raw raw;
        raw.kind = isWord("is") ? Kind::Is : Kind::In;
        raw.at = {first.at.from, 0, here().from};
        raw.negated = isWord("not");
        raw.children.push_back(std::move(first));
        if (raw.negated)
            advance();
        advance();
        if (raw.kind == Kind::Is && isWord("not")) {
            raw.negated = true;
            advance();
        }
        raw.children.push_back(sum());
        close(raw);
        return raw;
    }

    Raw sum() { return calculation(&Parser::sumSign, &Parser::term); }
    Raw term() { return calculation(&Parser::termSign, &Parser::unary); }

    [[nodiscard]] std::optional<Arithmetic> sumSign() const
    {
        if (isSign("+"))
            return Arithmetic::Add;
        return isSign("-") ? std::optional(Arithmetic::Subtract) : std::nullopt;
    }
    [[nodiscard]] std::optional<Arithmetic> termSign() const
    {
        if (isSign("*"))
            return Arithmetic::Multiply;
        if (isSign("/"))
            return Arithmetic::Divide;
        return isSign("%") ? std::optional(Arithmetic::Remainder) : std::nullopt;
    }

    Raw calculation(std::optional<Arithmetic> (Parser::*signOf)() const, Raw (Parser::*part)())
    {
        Raw left = (this->*part)();
        while (const auto arithmetic = (this->*signOf)()) {
            const Token sign = here();
            Raw raw;
            raw.kind = Kind::Calculate;
            raw.arithmetic = *arithmetic;
            raw.at = {left.at.from, 0, sign.from};
            advance();
            Raw right = (this->*part)();
            raw.height = std::max(left.height, right.height) + 1;
            raw.children.push_back(std::move(left));
            raw.children.push_back(std::move(right));
            close(raw);
            if (raw.height > conditionlimits::height)
                return fail("E_LIMIT", sign, u"the calculation is too long"_s);
            left = std::move(raw);
        }
        return left;
    }

    Raw unary()
    {
        if (!isSign("-") && !isSign("+"))
            return postfix();
        const Level level(*this, here());
        Raw raw;
        raw.kind = isSign("-") ? Kind::Negate : Kind::Plus;
        raw.at = {here().from, 0, here().from};
        advance();
        Raw child = unary();
        raw.height = child.height + 1;
        raw.children.push_back(std::move(child));
        close(raw);
        return raw;
    }

    Raw postfix()
    {
        Raw raw = primary();
        while (isSign(".")) {
            advance();
            const Token name = here();
            if (name.kind != Token::Kind::Name)
                return unexpected();
            if (isReserved(name.text))
                return unexpected();
            advance();
            Raw outer;
            outer.at = {raw.at.from, 0, name.from};
            outer.height = raw.height + 1;
            static const QHash<QString, DatePart> parts{
                {u"year"_s, DatePart::Year}, {u"month"_s, DatePart::Month}, {u"day"_s, DatePart::Day}};
            if (parts.contains(name.text)) {
                outer.kind = Kind::Part;
                outer.datePart = parts.value(name.text);
                outer.children.push_back(std::move(raw));
            } else if (methods().contains(name.text) && isSign("(")) {
                outer.children.push_back(std::move(raw));
                call(outer, name, methods()[name.text]);
            } else {
                return failWith(m_source.problem("E_ATTR", name.from, name.to, u"a value has no `%1`"_s.arg(name.text)),
                                name.text, nearestName(name.text, parts.keys() + methods().keys()));
            }
            close(outer);
            if (outer.height > conditionlimits::height)
                return fail("E_LIMIT", name, u"the calculation is too long"_s);
            raw = std::move(outer);
        }
        return raw;
    }

    /// The arguments of a call into `raw`, from the parenthesis on.
    void call(Raw &raw, const Token &name, const Signature &signature)
    {
        raw.kind = Kind::Call;
        raw.function = signature.function;
        const size_t before = raw.children.size();
        {
            const Level level(*this, name);
            expect("(");
            while (!m_problem && !isSign(")")) {
                raw.children.push_back(orExpression());
                raw.height = std::max(raw.height, raw.children.back().height + 1);
                if (!isSign(","))
                    break;
                advance();
            }
            expect(")");
        }
        const int given = static_cast<int>(raw.children.size() - before);
        if (!m_problem && (given < signature.least || given > signature.most))
            fail("E_ARGS", name,
                 signature.most == 0 ? u"`%1` takes nothing in its parentheses"_s.arg(name.text)
                                     : u"`%1` takes %2"_s.arg(name.text).arg(counted(signature)));
    }

    Raw primary()
    {
        const Token token = here();
        Raw raw;
        raw.at = {token.from, token.to, token.from};
        if (token.kind == Token::Kind::Number || token.kind == Token::Kind::String) {
            raw.literal = token.kind == Token::Kind::Number ? token.number : Literal(token.text);
            advance();
            return raw;
        }
        if (token.kind == Token::Kind::Name)
            return named(raw, token);
        if (isSign("[") || isSign("("))
            return bracketed(raw, token);
        return unexpected();
    }

    Raw named(Raw raw, const Token &token)
    {
        const QString &name = token.text;
        if (name == u"True" || name == u"False" || name == u"None") {
            if (name != u"None")
                raw.literal = name == u"True";
            advance();
            return raw;
        }
        if (isReserved(name))
            return unexpected();
        advance();
        if (name == u"doc" && isSign("."))
            return field(std::move(raw));
        if (name == u"frappe" && isSign("."))
            return prefixed(std::move(raw), token);
        if (!isSign("(") || name == u"doc" || name == u"frappe") {
            const QString known = m_fields.find(name)          ? u"doc."_s + name
                                  : functions().contains(name) ? name + u"()"_s
                                                               : QString();
            return failWith(m_source.problem("E_NAME", token.from, token.to, u"`%1` means nothing here"_s.arg(name)),
                            name, known);
        }
        return function(std::move(raw), token, false);
    }

    Raw function(Raw raw, const Token &token, bool isPrefixed)
    {
        const auto known = functions().constFind(token.text);
        if (known == functions().constEnd() || (isPrefixed && !known->hasPrefix))
            return failWith(
                m_source.problem("E_FUNC", token.from, token.to, u"there is no function `%1`"_s.arg(token.text)),
                token.text, nearestName(token.text, functions().keys()));
        raw.at.mark = token.from;
        call(raw, token, *known);
        close(raw);
        return raw;
    }

    /// Behind `frappe`: .utils.NAME( … )
    Raw prefixed(Raw raw, const Token &frappe)
    {
        advance();
        const Token utils = here();
        if (utils.kind != Token::Kind::Name || isReserved(utils.text))
            return unexpected();
        if (utils.text != u"utils")
            return fail("E_ATTR", utils, u"only frappe.utils is there"_s);
        advance();
        if (!isSign("."))
            return fail("E_NAME", frappe, u"`frappe.utils` is no value"_s);
        advance();
        const Token name = here();
        if (name.kind != Token::Kind::Name || isReserved(name.text))
            return unexpected();
        if (name.text.startsWith(u'_'))
            return fail("E_ATTR", name, u"there is no `%1`"_s.arg(name.text));
        advance();
        if (!isSign("("))
            return fail(functions().contains(name.text) ? "E_NAME" : "E_ATTR", name,
                        u"`%1` is called with parentheses"_s.arg(name.text));
        return function(std::move(raw), name, true);
    }

    /// Behind `doc`: .NAME, .PREFIX.NAME or .get("NAME"[, literal])
    Raw field(Raw raw)
    {
        raw.kind = Kind::Field;
        advance();
        Token token = here();
        if (token.kind != Token::Kind::Name || isReserved(token.text))
            return unexpected();
        raw.at.mark = token.from;
        advance();
        if (token.text == u"get" && isSign("("))
            return gotten(std::move(raw), token);
        QString name = token.text;
        if (!name.startsWith(u'_') && isSign(".") && m_fields.isPrefix(name)) {
            advance();
            if (here().kind != Token::Kind::Name)
                return unexpected();
            name += u'.' + here().text;
            token.to = here().to;
            advance();
        }
        if (name.startsWith(u'_'))
            return fail("E_ATTR", token, u"there is no `%1`"_s.arg(name));
        return known(std::move(raw), name, token);
    }

    Raw known(Raw raw, const QString &name, const Token &token)
    {
        const auto field = m_fields.find(name);
        if (!field)
            return failWith(m_source.problem("E_FIELD", token.from, token.to, u"unknown field `%1`"_s.arg(name)), name,
                            m_fields.suggestion(name));
        raw.text = field->name;
        close(raw);
        return raw;
    }

    Raw gotten(Raw raw, const Token &get)
    {
        advance();
        const Token name = here();
        if (isSign(")"))
            return fail("E_ARGS", get, u"`get` takes the name of a field"_s);
        if (name.kind != Token::Kind::String)
            return unexpected();
        advance();
        if (isSign(",")) {
            advance();
            if (!isSign(")")) { // a default, which a field that exists never takes
                if (isSign("-") || isSign("+"))
                    advance();
                const bool isLiteral = here().kind == Token::Kind::Number || here().kind == Token::Kind::String ||
                                       isWord("True") || isWord("False") || isWord("None");
                if (!isLiteral)
                    return here().kind == Token::Kind::End
                               ? unexpected()
                               : fail("E_ARGS", here(), u"the default is a number, a text, True, False or None"_s);
                advance();
                if (isSign(","))
                    advance();
            }
        }
        if (!isSign(")"))
            return unexpected();
        advance();
        return known(std::move(raw), name.text, name);
    }

    Raw bracketed(Raw raw, const Token &open)
    {
        const Level level(*this, open);
        const bool isList = open.text == u"[";
        const char *end = isList ? "]" : ")";
        advance();
        bool hasComma = isList || isSign(")");
        raw.kind = Kind::List;
        while (!m_problem && !isSign(end)) {
            if (raw.children.size() == size_t(conditionlimits::items))
                return fail("E_LIMIT", here(), u"the list has more than %1 items"_s.arg(conditionlimits::items));
            raw.children.push_back(orExpression());
            if (!isSign(","))
                break;
            hasComma = true;
            advance();
        }
        expect(end);
        if (m_problem)
            return {};
        if (!hasComma) { // only parentheses
            Raw inner = std::move(raw.children.front());
            inner.isWrapped = true;
            inner.at.from = raw.at.from;
            close(inner);
            return inner;
        }
        close(raw);
        return raw;
    }

    const ConditionSource &m_source;
    const FieldCatalogue &m_fields;
    std::vector<Token> m_tokens;
    std::optional<ConditionProblem> m_problem;
    size_t m_at = 0;
    int m_depth = 0;
};

} // namespace

tl::expected<Raw, ConditionProblem> parseRaw(const ConditionSource &source, const FieldCatalogue &fields)
{
    if (source.isTooLong())
        return tl::unexpected(source.problem("E_LENGTH", source.size(), source.size(),
                                             u"longer than %1 characters"_s.arg(conditionlimits::length)));
    return tokensOf(source).and_then(
        [&](std::vector<Token> tokens) { return Parser(source, fields, std::move(tokens)).run(); });
}

} // namespace domain::conditionparse
