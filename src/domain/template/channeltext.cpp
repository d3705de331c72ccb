#include "domain/template/channeltext.h"

#include "domain/template/lexer.h"
#include "domain/template/textcase.h"

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

/// Whether `c` stays as it is in a text message. Control characters, special spaces and signs do not.
bool isPlain(QChar c)
{
    const char16_t u = c.unicode();
    if (u < 0x80)
        return (u >= 0x20 && u != 0x7f) || u == u'\n';
    return u > 0xa0 && u != 0x202f && u != 0x2009 && u != 0x2019 && u != 0x20b9 && u != 0xffe5;
}

/// Special spaces would turn a whole text into UCS-2 and triple its price.
QString messageText(QString text, const RenderOptions &options)
{
    const bool isSms = options.target == TextTarget::Sms;
    const auto first = std::find_if_not(text.cbegin(), text.cend(), isPlain);
    if (first == text.cend())
        return text;
    QString result = text.first(first - text.cbegin());
    for (auto it = first; it != text.cend(); ++it) {
        switch (it->unicode()) {
        case 0xa0:
        case 0x202f:
        case 0x2009:
            result += u' ';
            break;
        case 0x2019:
            result += u'\'';
            break;
        case 0xffe5:
            result += QChar(0xa5);
            break;
        case 0x20b9:
            if (isSms && options.rupeeAsText)
                result += u"Rs.";
            else
                result += *it;
            break;
        default:
            if (isPlain(*it))
                result += *it;
        }
    }
    return result;
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
