#include "gui/templates/previewtext.h"

#include "domain/template/highlight.h"
#include "domain/template/lint.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gui::TemplateWords)
};

QString hinted(const QString &sentence, const domain::TemplateProblem &problem)
{
    // the domain's hint is English for the log; the name in it is what counts
    static const QRegularExpression meant(u"^did you mean '(.+)'\\?$"_s);
    const QRegularExpressionMatch match = meant.match(problem.hint);
    return match.hasMatch() ? sentence + u' ' + Words::tr("Did you mean “%1”?").arg(match.captured(1)) : sentence;
}

} // namespace

PreviewText previewOf(const domain::TemplateRecord &record, const QString &body, const QString &language,
                      const domain::Contact &contact, const domain::WorkspaceFacts &workspace, const QStringList &known,
                      const QDateTime &now, std::optional<domain::TextTarget> target)
{
    PreviewText preview;
    const auto compiled = domain::CompiledTemplate::compile(body, domain::notationFromText(record.notation));
    if (!compiled) {
        preview.problem = compiled.error();
        return preview;
    }
    if (!known.isEmpty())
        preview.unknown = compiled->unknownVariables(known);
    domain::RenderOptions options;
    options.target = target.value_or(domain::textTargetOf(record.channel));
    options.smartEncoding = record.smartEncoding;
    if (!language.isEmpty())
        options.locale = language;
    options.now = now;
    options.today = now.date();
    const auto values = domain::contactValues(contact, workspace, compiled->variables());
    const bool blank = record.missing == u"blank";
    options.missing = blank ? domain::MissingPolicy::Blank : domain::MissingPolicy::Error;
    auto text = compiled->render(values, options);
    if (!text && text.error().code == u"E_MISSING") {
        // one may have a default behind it, so only those the rendering stumbles over are named
        preview.missing << text.error().name;
        options.missing = domain::MissingPolicy::Keep;
        text = compiled->render(values, options);
    }
    if (!text) {
        preview.problem = text.error();
        return preview;
    }
    preview.text = *text;
    const QString sent = domain::smsText(*text, {record.smartEncoding, false, domain::WideSpace::Two});
    if (record.channel == domain::Channel::Sms) {
        preview.text = sent;
        preview.diagnosis = domain::diagnoseSegments(sent);
    }
    if (target) // what is said about a text is said about the body
        return preview;
    domain::LintContext context;
    context.channel = record.channel;
    context.category = record.category;
    const QString samples[]{preview.text};
    context.samples = samples;
    preview.lints = domain::lint(*compiled, context);
    return preview;
}

int utf16Offset(const QString &text, int codePoints)
{
    int at = 0;
    for (int i = 0; i < codePoints && at < text.size(); ++i)
        at += text.at(at).isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
    return at;
}

QString withGsmSpelling(const QString &source, domain::TemplateNotation notation,
                        const std::vector<domain::ForcingCharacter> &forcing)
{
    QString result;
    for (const domain::TemplateToken &token : domain::tokenise(source, notation)) {
        QString part = source.mid(token.from, token.length);
        if (token.kind == domain::TemplateTokenKind::Text || token.kind == domain::TemplateTokenKind::Raw)
            for (const domain::ForcingCharacter &character : forcing)
                if (character.hasReplacement)
                    part.replace(QString::fromUcs4(&character.character, 1), character.replacement);
        result += part;
    }
    return result;
}

QString htmlFrom(const QString &source, domain::TemplateNotation notation)
{
    QString html = u"<p>"_s;
    for (const domain::TemplateToken &token : domain::tokenise(source.trimmed(), notation)) {
        const QString part = source.trimmed().mid(token.from, token.length);
        const bool isText =
            token.kind == domain::TemplateTokenKind::Text || token.kind == domain::TemplateTokenKind::Raw;
        html += isText ? part.toHtmlEscaped() : part;
    }
    static const QRegularExpression blankLines(u"\n[ \t]*(\n[ \t]*)+"_s);
    html.replace(blankLines, u"\x1f"_s).replace(u'\n', u"<br>\n"_s).replace(u'\x1f', u"</p>\n<p>"_s);
    return html + u"</p>\n"_s;
}

QString characterName(char32_t character)
{
    const QString code = u"U+"_s + QString::number(character, 16).toUpper().rightJustified(4, u'0');
    return QChar::isPrint(character) && !QChar::isSpace(character) ? QString::fromUcs4(&character, 1) : code;
}

QString wordsFor(const domain::TemplateProblem &p)
{
    const QString &code = p.code;
    if (code == u"E_NAME")
        return hinted(Words::tr("No contact has “%1”.").arg(p.name), p);
    if (code == u"E_FILTER")
        return hinted(Words::tr("There is no filter “%1”.").arg(p.name), p);
    if (code == u"E_TAG")
        return hinted(Words::tr("There is no tag “%1” here.").arg(p.name), p);
    if (code == u"E_ATTR")
        return hinted(Words::tr("“%1” cannot be read like this.").arg(p.name), p);
    if (code == u"E_END")
        return Words::tr("Something is opened here and never closed.");
    if (code == u"E_CHAR")
        return Words::tr("“%1” cannot stand here.").arg(p.name);
    if (code == u"E_STRING")
        return Words::tr("The quotation mark is never closed.");
    if (code == u"E_ARGS")
        return Words::tr("What stands behind the filter “%1” does not fit.").arg(p.name);
    if (code == u"E_LENGTH")
        return Words::tr("The text is too long.");
    if (code == u"E_DEPTH")
        return Words::tr("Too many blocks or parentheses lie within each other.");
    if (code == u"E_LIMIT")
        return Words::tr("The text grows beyond every measure for this contact.");
    if (code == u"E_TYPE")
        return Words::tr("The value of “%1” is of a kind that cannot be used like this.").arg(p.name);
    if (code == u"E_MISSING")
        return Words::tr("This contact has no value for “%1”.").arg(p.name);
    if (code == u"E_SYNTAX")
        return hinted(Words::tr("This placeholder cannot be read."), p);
    if (code == u"W_OPT_OUT")
        return Words::tr("A marketing text should say how to stop it, for example “Reply STOP to opt out”.");
    if (code == u"W_BRAND")
        return Words::tr("Nothing in the text says who it comes from.");
    if (code == u"W_SHORTENER")
        return Words::tr("Carriers block links of public shorteners. Write the full address.");
    if (code == u"W_RESERVED")
        return Words::tr("Providers take the reply “%1” for an opt-out or opt-in. Ask for another word.").arg(p.name);
    if (code == u"W_URLENCODE")
        return Words::tr("A value within a link needs the filter “urlencode”.");
    if (code == u"W_SCHEME")
        return Words::tr("This link does not begin with http or https.");
    if (code == u"W_DIRECTION")
        return Words::tr("The text holds invisible direction marks.");
    if (code == u"W_NONE")
        return Words::tr("This prints the word “None”.");
    if (code == u"W_SEGMENTS")
        return Words::tr("The text takes more segments than is usual for its category.");
    if (code == u"W_LENGTH")
        return Words::tr("WhatsApp takes at most 1,024 characters.");
    return Words::tr("The text cannot be used as it stands (%1).").arg(code);
}

} // namespace gui
