#include "domain/template/channeltext.h"

#include "domain/template/lexer.h"
#include "domain/template/textcase.h"
#include "domain/text/gsm7.h"
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

/// Whether a text message takes `c` as it is: a text of nothing else stays as it is, whatever the options.
bool isPlain(QChar c) { return gsmSeptets(c.unicode()) > 0 && c != u'\r' && c != u'\f'; }

/// Special spaces would turn a whole text into UCS-2 and triple its price. What formatted amounts bring in is replaced
/// right here, which takes a tenth of the time of smsText; anything else goes through that.
QString messageText(QString text, const RenderOptions &options)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = std::as_const(text)[i];
        if (isPlain(c))
            continue;
        if (c == QChar(0xa0) || c == QChar(0x202f) || c == QChar(0x2009)) {
            text[i] = u' ';
        } else if (c == QChar(0xffe5)) {
            text[i] = QChar(0xa5);
        } else {
            const bool isSms = options.target == TextTarget::Sms;
            return smsText(text, {.smartEncoding = isSms && options.smartEncoding,
                                  .rupeeAsLetters = isSms && options.rupeeAsText});
        }
    }
    return text;
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
