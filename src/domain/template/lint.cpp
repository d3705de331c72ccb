#include "domain/template/lint.h"

#include "domain/template/ast.h"
#include "domain/template/channeltext.h"
#include "domain/template/fault.h"
#include "domain/template/lexer.h"
#include "domain/template/links.h"
#include "domain/text/segments.h"

#include <QRegularExpression>

#include <functional>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

using namespace templateast;

const QRegularExpression &reservedReply()
{
    // The verbs of the languages of the opt-out list. STOP and HELP are what one may ask for. Further behind the verb
    // only capitals count: 'text us by the end of May' is harmless.
    static const QRegularExpression expression(
        u"\\b(?i:reply|respond|answer|text|send|antworten?|sende[nt]?|r[ée]pond(?:ez|re)|envoyez|responda?|responder|"
        u"env[íi]e|enviar?|rispondi|invia)\\b"
        u"(?:\\s+(?:(?i:with|mit|avec|par|con|com)\\s+)?[\"'“„«]?\\K(?i:YES|CANCEL|END|QUIT)\\b|"
        u"[^.!?\\n]{0,24}?[\\s\"'“„«:]\\K(?:YES|CANCEL|END|QUIT)\\b)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

const QRegularExpression &optOut()
{
    static const QRegularExpression expression(
        u"\\b(?:stop\\w*|arr[êe]t\\w*|unsub\\w*|opt[- ]?out|abmeld\\w*|abbestell\\w*|d[ée]sabonn\\w*|d[ée]sinscri\\w*|"
        u"baja|alto|cancelar|sair|parar|descadastr\\w*|disiscri\\w*|annulla\\w*|afmeld\\w*|बंद)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

const QRegularExpression &shortener()
{
    static const QRegularExpression expression(
        u"(?<![\\w.-])(?:bit\\.ly|tinyurl\\.com|goo\\.gl|t\\.co|ow\\.ly|is\\.gd|v\\.gd|buff\\.ly|rebrand\\.ly|cutt\\."
        u"ly|"
        u"rb\\.gy|shorturl\\.at|t\\.ly|tiny\\.cc|lnkd\\.in|s\\.id|bl\\.ink)(?=[/\\s?#]|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return expression;
}

const QRegularExpression &directionMark()
{
    static const QRegularExpression expression(u"[\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]"_s);
    return expression;
}

const QRegularExpression &linkAddress()
{
    static const QRegularExpression expression(u"(?:href|src|action)\\s*=\\s*[\"']?\\K[^\"'>]+"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    return expression;
}

class Linter
{
public:
    Linter(const CompiledTemplate &source, const LintContext &context)
        : m_template(source), m_program(source.program()), m_context(context)
    {}

    QList<TemplateProblem> run()
    {
        walk(m_program.root);
        checkWhole();
        std::stable_sort(m_found.begin(), m_found.end(),
                         [](const auto &a, const auto &b) { return a.position < b.position; });
        return std::move(m_found);
    }

private:
    void warn(const char *code, qsizetype from, qsizetype length, const QString &message, const QString &hint = {},
              const QString &name = {})
    {
        m_found.append(
            m_template.problemAt({code, static_cast<int>(from), static_cast<int>(length), message, hint, name}));
    }

    [[nodiscard]] const Expr &exprAt(int index) const { return m_program.exprs[static_cast<size_t>(index)]; }

    /// In the order of the source. Blocks are at most eight deep.
    void walk(const std::vector<int> &body)
    {
        for (const int index : body) {
            const Node &node = m_program.nodes[static_cast<size_t>(index)];
            if (node.kind == NodeKind::Text) {
                text(node);
            } else if (node.kind == NodeKind::Output) {
                output(node);
            } else {
                for (const Branch &branch : node.branches)
                    walk(branch.body);
            }
        }
    }

    void text(const Node &node)
    {
        const QStringView source = m_template.scannedSource().sliced(node.from, node.length);
        m_allText += source;
        each(reservedReply(), source, node.from, "W_RESERVED",
             u"providers take this word for an opt-out or opt-in before anyone can read it"_s);
        each(shortener(), source, node.from, "W_SHORTENER", u"carriers block links of public shorteners"_s);
        if (m_context.channel == Channel::Sms)
            each(directionMark(), source, node.from, "W_DIRECTION", u"direction marks have no place in an SMS"_s);
        if (m_context.channel == Channel::Email)
            links(source, node.from);
        for (const QChar c : source) {
            if (templatelexer::isSpace(c) || QStringView(u"\"'<>").contains(c))
                m_word.clear();
            else
                m_word += c;
        }
        m_before += source;
    }

    void each(const QRegularExpression &expression, QStringView source, int from, const char *code,
              const QString &message)
    {
        auto matches = expression.globalMatch(source);
        while (matches.hasNext()) {
            const auto match = matches.next();
            warn(code, from + match.capturedStart(), match.capturedLength(), message, {}, match.captured());
        }
    }

    void links(QStringView source, int from)
    {
        auto matches = linkAddress().globalMatch(source);
        while (matches.hasNext()) {
            const auto match = matches.next();
            if (!isAllowedLink(match.capturedView()))
                warn("W_SCHEME", from + match.capturedStart(), match.capturedLength(),
                     u"only http, https, mailto and tel links reach a reader"_s, {}, match.captured());
        }
    }

    void output(const Node &node)
    {
        const QString name = m_template.scannedSource().sliced(node.from, node.length).toString();
        const bool inUrl = m_word.contains(u"://") || m_word.startsWith(u"www.", Qt::CaseInsensitive);
        const bool critical = m_word.endsWith(u'=') || m_word.endsWith(u'/') || m_word.endsWith(u'?');
        if (inUrl && critical && !isEncoded(node.expr)) {
            warn("W_URLENCODE", node.from, node.length, u"a value within a link must be encoded"_s,
                 m_template.notation() == TemplateNotation::Brace ? u"use the Jinja notation, which has |urlencode"_s
                                                                  : u"add |urlencode"_s,
                 name);
        }
        if (m_context.channel == Channel::Email && endsInLinkStart(m_before))
            warn("W_SCHEME", node.from, node.length, u"the whole address of this link comes from the data"_s,
                 u"write its beginning, such as https://, into the template"_s, name);
        const Expr &expr = exprAt(node.expr);
        if (expr.kind == ExprKind::Literal &&
            m_program.literals[static_cast<size_t>(expr.slot)].kind() == Value::Kind::None)
            warn("W_NONE", node.from, node.length, u"this prints the word None"_s);
        // a placeholder belongs to the word around it
        m_word += QChar(QChar::ObjectReplacementCharacter);
        m_before.clear();
        m_before += QChar(QChar::ObjectReplacementCharacter);
    }

    [[nodiscard]] bool isEncoded(int index) const
    {
        const Expr *expr = &exprAt(index);
        for (; expr->kind == ExprKind::Filter; expr = &exprAt(expr->children.front())) {
            if (expr->filter == FilterId::UrlEncode)
                return true;
        }
        return expr->kind == ExprKind::Literal || expr->kind == ExprKind::LoopInfo;
    }

    [[nodiscard]] bool usesVariable(const std::function<bool(const QString &)> &wanted) const
    {
        return std::any_of(m_program.variables.begin(), m_program.variables.end(), wanted);
    }

    void checkWhole()
    {
        const auto end = m_template.scannedSource().size();
        const bool stops = optOut().match(m_allText).hasMatch() || usesVariable([](const QString &name) {
                               return name.contains(u"unsubscribe"_s, Qt::CaseInsensitive) ||
                                      name.contains(u"opt_out"_s, Qt::CaseInsensitive);
                           });
        if (m_context.category == Category::Marketing && !stops)
            warn("W_OPT_OUT", end, 0, u"marketing must say how to stop it"_s, u"add 'Reply STOP to opt out'"_s);
        const bool branded = m_allText.contains(m_context.brand, Qt::CaseInsensitive) ||
                             usesVariable([this](const QString &n) { return m_context.brandVariables.contains(n); });
        if (!m_context.brand.isEmpty() && !branded)
            warn("W_BRAND", 0, 0, u"nothing says who writes"_s, u"name %1"_s.arg(m_context.brand), m_context.brand);
        checkSamples();
    }

    void checkSamples()
    {
        int segments = 0;
        int characters = 0;
        for (const QString &sample : m_context.samples) {
            segments = qMax(segments, m_context.channel == Channel::Sms ? segmentsOf(sample) : 0);
            characters = qMax(characters, codePointCount(sample));
        }
        const int most =
            m_context.mostSegments > 0 ? m_context.mostSegments : SmsLimits::of(m_context.category).segments;
        if (segments > most)
            warn("W_SEGMENTS", 0, 0, u"the longest text takes %1 segments, %2 are allowed"_s.arg(segments).arg(most),
                 {}, QString::number(segments));
        if (m_context.channel == Channel::WhatsApp && characters > channeltext::WhatsAppBodyLength)
            warn("W_LENGTH", 0, 0,
                 u"the longest text has %1 characters, %2 are allowed"_s.arg(characters)
                     .arg(channeltext::WhatsAppBodyLength),
                 {}, QString::number(characters));
    }

    const CompiledTemplate &m_template;
    const Program &m_program;
    const LintContext &m_context;
    QString m_allText;
    QString m_word;   ///< what stands before, up to white space or a quotation mark
    QString m_before; ///< the text since the last placeholder
    QList<TemplateProblem> m_found;
};

} // namespace

QList<TemplateProblem> lint(const CompiledTemplate &source, const LintContext &context)
{
    return Linter(source, context).run();
}

} // namespace domain
