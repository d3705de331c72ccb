#include "providers/generic/path.h"

#include <QJsonDocument>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace providers::generic {

namespace {

constexpr qsizetype patternSubject = 64 * 1024;
constexpr qsizetype longestPattern = 1'000;
constexpr qsizetype longestPath = 500;
constexpr int deepestXml = 50;

tl::unexpected<domain::Error> wrong(const QString &what) { return domain::fail(domain::ErrorCode::InvalidInput, what); }

} // namespace

const QJsonValue &Answer::json() const
{
    if (!m_json) {
        const QJsonDocument document = QJsonDocument::fromJson(m_response.body);
        if (document.isObject())
            m_json = document.object();
        else if (document.isArray())
            m_json = document.array();
        else
            m_json = QJsonValue(QJsonValue::Undefined);
    }
    return *m_json;
}

QString Answer::text() const
{
    return QString::fromUtf8(m_response.body.first(std::min(m_response.body.size(), patternSubject)));
}

QString asText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (!value.isDouble())
        return {};
    const QVariant number = value.toVariant();
    if (number.typeId() == QMetaType::LongLong)
        return QString::number(number.toLongLong());
    const double real = value.toDouble();
    QString text = QString::number(real, 'f', 9);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

domain::Result<QRegularExpression> boundedPattern(const QString &pattern)
{
    if (pattern.isEmpty() || pattern.size() > longestPattern)
        return wrong(u"a pattern has 1 to 1000 characters"_s);
    // PCRE2 takes its limits in front of the pattern; one of the person's own could only lower them further.
    QRegularExpression made(u"(*LIMIT_MATCH=100000)(*LIMIT_DEPTH=2000)"_s + pattern,
                            QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    if (!made.isValid())
        return wrong(made.errorString());
    return made;
}

domain::Result<Path> Path::parse(const QString &text)
{
    if (text.size() > longestPath)
        return wrong(u"too long"_s);
    if (text.startsWith(u'$') || text.startsWith(u'/'))
        return parseJson(text);
    Path path;
    if (text.startsWith("xml:"_L1)) {
        path.m_kind = Kind::Xml;
        path.m_elements = text.sliced(4).split(u'/', Qt::SkipEmptyParts);
        if (!path.m_elements.isEmpty() && path.m_elements.last().startsWith(u'@'))
            path.m_text = path.m_elements.takeLast().sliced(1);
        if (path.m_elements.isEmpty())
            return wrong(u"no element is named"_s);
    } else if (text.startsWith("regex:"_L1)) {
        auto pattern = boundedPattern(text.sliced(6));
        if (!pattern)
            return tl::unexpected(pattern.error());
        path.m_kind = Kind::Pattern;
        path.m_pattern = *std::move(pattern);
    } else if (text.startsWith("header:"_L1)) {
        path.m_kind = Kind::Header;
        path.m_text = text.sliced(7);
    } else if (text.startsWith(u'=')) {
        path.m_text = text.sliced(1);
    } else {
        return wrong(u"a path begins with $, /, xml:, regex:, header: or ="_s);
    }
    return path;
}

domain::Result<Path> Path::parseJson(const QString &text)
{
    Path path;
    path.m_kind = Kind::Json;
    if (text.startsWith(u'/')) {
        const QStringList keys = text.sliced(1).split(u'/');
        for (QString key : keys) {
            key = key.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
            bool isNumber = false;
            const int index = key.toInt(&isNumber);
            path.m_steps.append({key, isNumber && index >= 0 ? index : -1, false, true});
        }
        return path;
    }
    static const QRegularExpression step(
        u"\\G(?:\\.([A-Za-z0-9_-]+)|\\[([0-9]{1,6})\\]|\\[(\\*)\\]|\\['([^']+)'\\])"_s);
    qsizetype at = 1;
    while (at < text.size()) {
        const auto match = step.match(text, at, QRegularExpression::NormalMatch);
        if (!match.hasMatch())
            return wrong(u"this is no path: "_s + text.sliced(at));
        if (!match.captured(1).isEmpty())
            path.m_steps.append({match.captured(1), -1, false, false});
        else if (!match.captured(2).isEmpty())
            path.m_steps.append({{}, match.captured(2).toInt(), false, false});
        else if (!match.captured(3).isEmpty())
            path.m_steps.append({{}, -1, true, false});
        else
            path.m_steps.append({match.captured(4), -1, false, false});
        at = match.capturedEnd();
    }
    return path;
}

QList<QJsonValue> Path::valuesIn(const Answer &answer) const
{
    QList<QJsonValue> values{answer.json()};
    for (const Step &step : m_steps) {
        QList<QJsonValue> next;
        for (const QJsonValue &value : std::as_const(values)) {
            if (step.isAll) {
                const QJsonArray array = value.toArray();
                for (const QJsonValue &one : array)
                    next << one;
            } else if (value.isArray() && step.index >= 0) {
                next << value.toArray().at(step.index);
            } else if (value.isObject() && (step.index < 0 || step.isEither)) {
                next << value.toObject().value(step.key);
            }
        }
        values = next;
    }
    values.removeIf([](const QJsonValue &value) { return value.isUndefined(); });
    return values;
}

QString Path::textInXml(const Answer &answer) const
{
    QXmlStreamReader reader(answer.response().body);
    reader.setEntityExpansionLimit(64);
    int depth = 0;
    int matched = 0; // elements of the path that are open
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.tokenType() == QXmlStreamReader::DTD)
            return {}; // no answer needs one
        if (reader.isStartElement()) {
            if (++depth > deepestXml)
                return {};
            if (matched == depth - 1 && matched < m_elements.size() && reader.name() == m_elements[matched] &&
                ++matched == m_elements.size()) {
                if (!m_text.isEmpty())
                    return reader.attributes().value(m_text).toString();
                return reader.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            }
        } else if (reader.isEndElement()) {
            --depth;
            matched = std::min(matched, depth);
        }
    }
    return {};
}

QString Path::textIn(const Answer &answer) const
{
    switch (m_kind) {
    case Kind::Json: {
        const QList<QJsonValue> values = valuesIn(answer);
        for (const QJsonValue &value : values)
            if (const QString text = asText(value); !text.isEmpty())
                return text;
        return {};
    }
    case Kind::Xml:
        return textInXml(answer);
    case Kind::Pattern: {
        const auto match = m_pattern.match(answer.text());
        if (!match.hasMatch())
            return {};
        return match.lastCapturedIndex() > 0 ? match.captured(1) : match.captured(0);
    }
    case Kind::Header:
        return QString::fromLatin1(answer.response().header(m_text.toLatin1()));
    case Kind::Constant:
        return m_text;
    }
    Q_UNREACHABLE();
}

domain::Result<Paths> Paths::parse(const QJsonValue &value)
{
    Paths paths;
    if (value.isUndefined())
        return paths;
    const QJsonArray texts = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const QJsonValue &text : texts) {
        if (!text.isString())
            return wrong(u"a path is a text"_s);
        auto path = Path::parse(text.toString());
        if (!path)
            return tl::unexpected(path.error());
        paths.m_paths << *std::move(path);
    }
    return paths;
}

QString Paths::textIn(const Answer &answer) const
{
    for (const Path &path : m_paths)
        if (const QString text = path.textIn(answer); !text.isEmpty())
            return text;
    return {};
}

} // namespace providers::generic
