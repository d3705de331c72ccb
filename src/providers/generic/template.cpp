#include "providers/generic/template.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::generic {

namespace {

constexpr qsizetype longestText = 64 * 1024;

const QStringList &knownFilters()
{
    static const QStringList filters{u"nospin"_s, u"ucs2hex"_s, u"digits"_s, u"b64"_s,    u"latin1"_s,
                                     u"json"_s,   u"url"_s,     u"xml"_s,    u"number"_s, u"bool"_s};
    return filters;
}

QString jsonEscaped(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\';
        if (c.unicode() < 0x20)
            out += u"\\u%1"_s.arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out;
}

/// Character data and attribute values; what XML 1.0 does not know at all is dropped.
QString xmlEscaped(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'&':
            out += "&amp;"_L1;
            break;
        case u'<':
            out += "&lt;"_L1;
            break;
        case u'>':
            out += "&gt;"_L1;
            break;
        case u'"':
            out += "&quot;"_L1;
            break;
        case u'\'':
            out += "&apos;"_L1;
            break;
        default:
            if (c.unicode() >= 0x20 || c == u'\n' || c == u'\r' || c == u'\t')
                out += c;
        }
    }
    return out;
}

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text)
        if (c >= u'0' && c <= u'9')
            digits += c;
    return digits;
}

QString ucs2HexOf(const QString &text)
{
    QString hex;
    hex.reserve(text.size() * 4);
    for (const QChar c : text)
        hex += u"%1"_s.arg(c.unicode(), 4, 16, QLatin1Char('0')).toUpper();
    return hex;
}

QString withoutControls(QString text)
{
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; }, QChar(u' '));
    return text;
}

/// What the filters make of a value; those that name the place's own escape change nothing, it comes anyway.
QString filtered(QString value, const QStringList &filters, std::optional<Place> place)
{
    for (const QString &filter : filters) {
        if (filter == u"nospin")
            value = withoutSpintax(value);
        else if (filter == u"ucs2hex")
            value = ucs2HexOf(value);
        else if (filter == u"digits")
            value = digitsOf(value);
        else if (filter == u"b64")
            value = QString::fromLatin1(value.toUtf8().toBase64());
        else if (filter == u"json" && place)
            value = jsonEscaped(value);
        else if (filter == u"url" && place != Place::Url && place != Place::Field)
            value = QString::fromLatin1(QUrl::toPercentEncoding(value));
        else if (filter == u"xml" && place != Place::Xml)
            value = xmlEscaped(value);
    }
    return value;
}

QByteArray percentEncoded(const QByteArray &bytes) { return bytes.toPercentEncoding(); }

QByteArray escaped(const QString &value, bool asLatin1, Place place)
{
    const auto bytes = [asLatin1](const QString &text) { return asLatin1 ? text.toLatin1() : text.toUtf8(); };
    switch (place) {
    case Place::Url:
    case Place::Field:
        return percentEncoded(bytes(value));
    case Place::Header:
        return bytes(withoutControls(value));
    case Place::Xml:
        return bytes(xmlEscaped(value));
    case Place::Text:
        return bytes(value);
    }
    Q_UNREACHABLE();
}

} // namespace

QString withoutSpintax(QString text) { return text.replace(u'{', u'(').replace(u'}', u')').replace(u'|', u'/'); }

domain::Result<Template> Template::parse(const QString &text)
{
    static const QRegularExpression shape(
        u"^((?:secret:[A-Za-z0-9_.-]{1,64})|(?:[A-Za-z_][A-Za-z0-9_]{0,63}))((?:\\|[a-z0-9]+)*)(\\?)?\\z"_s);
    const auto wrong = [](const QString &what, qsizetype column) {
        return domain::fail(domain::ErrorCode::InvalidInput, what, u"column %1"_s.arg(column + 1));
    };
    if (text.size() > longestText)
        return wrong(u"too long"_s, longestText);
    Template made;
    QString literal;
    const auto endLiteral = [&] {
        if (!literal.isEmpty())
            made.m_parts.push_back({std::exchange(literal, {}), false, false, {}});
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool twice = i + 1 < text.size() && text[i + 1] == c;
        if ((c == u'{' || c == u'}') && twice) {
            literal += c;
            ++i;
            continue;
        }
        if (c != u'{') {
            literal += c;
            continue;
        }
        const qsizetype end = text.indexOf(u'}', i);
        if (end < 0)
            return wrong(u"a placeholder has no end"_s, i);
        const auto match = shape.match(text.sliced(i + 1, end - i - 1));
        if (!match.hasMatch())
            return wrong(u"this is no placeholder; a brace is written twice"_s, i);
        const QStringList filters = match.captured(2).split(u'|', Qt::SkipEmptyParts);
        for (const QString &filter : filters)
            if (!knownFilters().contains(filter))
                return wrong(u"unknown filter: "_s + filter, i);
        endLiteral();
        made.m_parts.push_back({match.captured(1), true, !match.captured(3).isEmpty(), filters});
        i = end;
    }
    endLiteral();
    return made;
}

QByteArray Template::rendered(const Values &values, Place place) const
{
    QByteArray out;
    for (const Part &part : m_parts) {
        if (!part.isPlaceholder)
            out += place == Place::Field ? percentEncoded(part.text.toUtf8()) : part.text.toUtf8();
        else
            out += escaped(filtered(values(part.text), part.filters, place), part.filters.contains(u"latin1"_s), place);
    }
    return out;
}

QJsonValue Template::json(const Values &values) const
{
    if (m_parts.size() == 1 && m_parts.front().isPlaceholder) {
        const Part &part = m_parts.front();
        const QString value = filtered(values(part.text), part.filters, {});
        if (part.filters.contains(u"number"_s)) {
            bool isInteger = false;
            if (const qint64 integer = value.toLongLong(&isInteger); isInteger)
                return integer;
            bool isNumber = false;
            const double number = value.toDouble(&isNumber);
            return isNumber ? QJsonValue(number) : QJsonValue();
        }
        if (part.filters.contains(u"bool"_s))
            return value == u"true" || value == u"1";
        return value;
    }
    QString text;
    for (const Part &part : m_parts)
        text += part.isPlaceholder ? filtered(values(part.text), part.filters, {}) : part.text;
    return text;
}

bool Template::isLeftOut(const Values &values) const
{
    return std::ranges::any_of(m_parts,
                               [&values](const Part &part) { return part.isOptional && values(part.text).isEmpty(); });
}

QStringList Template::names() const
{
    QStringList names;
    for (const Part &part : m_parts)
        if (part.isPlaceholder && !names.contains(part.text))
            names << part.text;
    return names;
}

bool Template::hasBare(QStringView name) const
{
    return std::ranges::any_of(m_parts, [name](const Part &part) {
        return part.isPlaceholder && part.text == name && !part.filters.contains(u"b64"_s) &&
               !part.filters.contains(u"url"_s) && !part.filters.contains(u"ucs2hex"_s);
    });
}

QString Template::start() const
{
    return m_parts.empty() || m_parts.front().isPlaceholder ? QString() : m_parts.front().text;
}

} // namespace providers::generic
