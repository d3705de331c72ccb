#include "providers/smtp/htmltext.h"

#include <QHash>
#include <QSet>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace providers::smtp {

namespace {

constexpr qsizetype longestEntity = 10;

/// "&amp;" at `at` → the letter, with `at` behind it; the '&' itself where it is none.
QString entityAt(const QString &html, qsizetype &at)
{
    static const QHash<QString, QChar> named{{u"amp"_s, u'&'},       {u"lt"_s, u'<'},        {u"gt"_s, u'>'},
                                             {u"quot"_s, u'"'},      {u"apos"_s, u'\''},     {u"nbsp"_s, u' '},
                                             {u"shy"_s, {}},         {u"euro"_s, u'\u20ac'}, {u"auml"_s, u'\u00e4'},
                                             {u"ouml"_s, u'\u00f6'}, {u"uuml"_s, u'\u00fc'}, {u"szlig"_s, u'\u00df'}};
    const qsizetype end = html.indexOf(u';', at);
    if (end < 0 || end - at > longestEntity) {
        ++at;
        return u"&"_s;
    }
    const QString name = html.sliced(at + 1, end - at - 1);
    if (name.startsWith(u'#')) {
        const bool isHex = name.mid(1, 1).toLower() == u"x";
        bool good = false;
        const uint code = isHex ? name.mid(2).toUInt(&good, 16) : name.mid(1).toUInt(&good);
        if (good && code >= 0x20 && code <= 0x10ffff && !QChar::isSurrogate(code)) {
            at = end + 1;
            const char32_t letter = code == 0xa0 ? U' ' : static_cast<char32_t>(code);
            return QString::fromUcs4(&letter, 1);
        }
    } else if (const auto known = named.constFind(name); known != named.cend()) {
        at = end + 1;
        return known->isNull() ? QString() : QString(*known);
    }
    ++at;
    return u"&"_s;
}

/// Lines without spaces at their ends, never two empty ones together.
QString tidied(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n'))
        if (const QString tidy = line.simplified(); !tidy.isEmpty() || (!lines.isEmpty() && !lines.last().isEmpty()))
            lines << tidy;
    return lines.join(u'\n').trimmed();
}

} // namespace

QString textOfHtml(const QString &html)
{
    static const QSet<QString> silent{u"style"_s, u"script"_s, u"head"_s, u"title"_s};
    static const QSet<QString> blocks{u"br"_s, u"p"_s,  u"div"_s, u"tr"_s, u"li"_s, u"h1"_s,    u"h2"_s,
                                      u"h3"_s, u"h4"_s, u"hr"_s,  u"ul"_s, u"ol"_s, u"table"_s, u"blockquote"_s};
    QString text;
    for (qsizetype at = 0; at < html.size();) {
        if (html[at] == u'&') {
            text += entityAt(html, at);
            continue;
        }
        if (html[at] != u'<') {
            text += html[at].isSpace() ? QChar(u' ') : html[at];
            ++at;
            continue;
        }
        if (QStringView(html).sliced(at).startsWith("<!--"_L1)) {
            const qsizetype end = html.indexOf("-->"_L1, at);
            at = end < 0 ? html.size() : end + 3;
            continue;
        }
        const qsizetype end = html.indexOf(u'>', at);
        if (end < 0)
            break;
        qsizetype nameEnd = at + 1;
        if (nameEnd < end && html[nameEnd] == u'/')
            ++nameEnd;
        const qsizetype nameBegin = nameEnd;
        while (nameEnd < end && html[nameEnd].isLetterOrNumber())
            ++nameEnd;
        const QString name = html.sliced(nameBegin, nameEnd - nameBegin).toLower();
        const bool isOpening = nameBegin == at + 1;
        at = end + 1;
        if (blocks.contains(name))
            text += u'\n';
        if (isOpening && silent.contains(name)) {
            const qsizetype close = html.indexOf(u"</"_s + name, at, Qt::CaseInsensitive);
            at = close < 0 ? html.size() : close;
        }
    }
    return tidied(text);
}

QString withoutQuotation(const QString &text)
{
    QStringList lines = text.split(u'\n');
    const auto dropBlank = [&lines] {
        while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
            lines.removeLast();
    };
    dropBlank();
    const qsizetype before = lines.size();
    while (!lines.isEmpty() && lines.last().startsWith(u'>')) {
        lines.removeLast();
        dropBlank();
    }
    if (lines.size() == before)
        return text.trimmed();
    // "On Monday Ann wrote:", which may have been broken into two lines.
    if (!lines.isEmpty() && lines.last().trimmed().endsWith(u':')) {
        lines.removeLast();
        if (!lines.isEmpty() && !lines.last().trimmed().isEmpty() && lines.size() > 1 &&
            lines[lines.size() - 2].trimmed().isEmpty())
            lines.removeLast();
    }
    const QString rest = lines.join(u'\n').trimmed();
    return rest.isEmpty() ? text.trimmed() : rest;
}

} // namespace providers::smtp
