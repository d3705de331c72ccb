#include "domain/template/channeltext.h"

#include "domain/template/lexer.h"
#include "domain/template/textcase.h"
#include "domain/text/segments.h"

using namespace Qt::StringLiterals;

namespace domain::channeltext {

namespace {

constexpr char16_t ZeroWidthSpace = 0x200b;

void appendEscaped(QString &out, QStringView value)
{
    for (const QChar c : value) {
        switch (c.unicode()) {
        case u'&':
            out += u"&amp;";
            break;
        case u'<':
            out += u"&lt;";
            break;
        case u'>':
            out += u"&gt;";
            break;
        case u'\'':
            out += u"&#39;";
            break;
        case u'"':
            out += u"&#34;";
            break;
        default:
            out += c;
        }
    }
}

/// Whether a text message can take `c` as it is, whatever stands around it.
bool isPlain(QChar c) { return (c >= u' ' && c <= u'~' && c != u'`') || c == u'\n'; }

/// Special spaces would turn a whole text into UCS-2 and triple its price.
QString messageText(QString text, const RenderOptions &options)
{
    if (std::all_of(text.cbegin(), text.cend(), isPlain))
        return text;
    const bool isSms = options.target == TextTarget::Sms;
    return smsText(text,
                   {.smartEncoding = isSms && options.smartEncoding, .rupeeAsLetters = isSms && options.rupeeAsText});
}

QString parameterText(QStringView text)
{
    constexpr int MostSpaces = 4;
    QString result;
    int spaces = 0; // ' ' in a row at the end of the result
    for (qsizetype i = 0; i < text.size(); ++i) {
        QChar c = text[i];
        const auto breaks = [](QChar x) { return x == u'\r' || x == u'\n' || x == u'\t'; };
        if (breaks(c)) {
            if (i > 0 && breaks(text[i - 1]))
                continue;
            c = u' ';
        }
        spaces = c == u' ' ? spaces + 1 : 0;
        if (spaces <= MostSpaces)
            result += c;
    }
    return textcase::trimmed(result).toString();
}

QString headerText(QStringView text)
{
    QString result;
    for (const QChar c : textcase::trimmed(text)) {
        if (!templatelexer::isSpace(c))
            result += c;
        else if (!result.endsWith(u' '))
            result += u' ';
    }
    return result;
}

} // namespace

void appendValue(QString &out, QStringView value, const RenderOptions &options)
{
    if (options.target == TextTarget::EmailHtml) {
        appendEscaped(out, value);
    } else if (options.target == TextTarget::WhatsAppText && options.neutraliseMarkup) {
        for (const QChar c : value) {
            out += c;
            if (QStringView(u"*_~`").contains(c))
                out += QChar(ZeroWidthSpace);
        }
    } else {
        out += value;
    }
}

QString finished(QString text, const RenderOptions &options)
{
    switch (options.target) {
    case TextTarget::Text:
    case TextTarget::EmailHtml:
    case TextTarget::EmailText:
        return text;
    case TextTarget::Sms:
    case TextTarget::WhatsAppText:
        return messageText(std::move(text), options);
    case TextTarget::WhatsAppParameter:
        return parameterText(text);
    case TextTarget::EmailSubject:
        return headerText(text);
    }
    return text;
}

QString csvCell(const QString &text)
{
    const bool dangerous = !text.isEmpty() && QStringView(u"=+-@\t").contains(text.front());
    return dangerous ? QString(u'\'' + text) : text;
}

} // namespace domain::channeltext
