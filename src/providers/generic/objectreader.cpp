#include "providers/generic/objectreader.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace providers::generic {

ObjectReader::ObjectReader(QJsonObject object, QString place, QList<domain::ConfigProblem> &problems)
    : m_object(std::move(object)), m_place(std::move(place)), m_problems(problems)
{}

ObjectReader::~ObjectReader()
{
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it)
        if (!m_asked.contains(it.key()))
            m_problems.append({at(it.key()), u"unknown"_s});
}

QJsonValue ObjectReader::value(const QString &key)
{
    m_asked.insert(key);
    return m_object.value(key);
}

QString ObjectReader::text(const QString &key, const QString &otherwise)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return otherwise;
    if (!found.isString())
        problem(key, u"format"_s);
    return found.toString();
}

qint64 ObjectReader::number(const QString &key, qint64 otherwise, qint64 least, qint64 most)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return otherwise;
    const double real = found.toDouble(std::nan(""));
    if (!(real >= static_cast<double>(least) && real <= static_cast<double>(most))) {
        problem(key, found.isDouble() ? u"range"_s : u"format"_s);
        return otherwise;
    }
    return static_cast<qint64>(real);
}

bool ObjectReader::boolean(const QString &key, bool otherwise)
{
    const QJsonValue found = value(key);
    if (!found.isUndefined() && !found.isBool())
        problem(key, u"format"_s);
    return found.toBool(otherwise);
}

QStringList ObjectReader::texts(const QString &key)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return {};
    QStringList all;
    const QJsonArray values = found.isArray() ? found.toArray() : QJsonArray{found};
    for (const QJsonValue &one : values) {
        if (!one.isString() && !one.isDouble() && !one.isBool())
            problem(key, u"format"_s);
        all << asText(one);
    }
    return all;
}

QJsonObject ObjectReader::object(const QString &key)
{
    const QJsonValue found = value(key);
    if (!found.isUndefined() && !found.isObject())
        problem(key, u"format"_s);
    return found.toObject();
}

QList<QJsonObject> ObjectReader::objects(const QString &key)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return {};
    QList<QJsonObject> all;
    const QJsonArray values = found.isArray() ? found.toArray() : QJsonArray{found};
    for (const QJsonValue &one : values) {
        if (!one.isObject())
            problem(key, u"format"_s);
        all << one.toObject();
    }
    return all;
}

Paths ObjectReader::paths(const QString &key)
{
    auto read = Paths::parse(value(key));
    if (!read) {
        problem(key, u"path"_s);
        return {};
    }
    return *std::move(read);
}

std::optional<Path> ObjectReader::path(const QString &key)
{
    const QString given = text(key);
    if (given.isEmpty())
        return std::nullopt;
    auto read = Path::parse(given);
    if (!read) {
        problem(key, u"path"_s);
        return std::nullopt;
    }
    return *std::move(read);
}

Template ObjectReader::textTemplate(const QString &key)
{
    auto read = Template::parse(text(key));
    if (!read) {
        problem(key, u"template"_s);
        return {};
    }
    return *std::move(read);
}

QList<NamedTemplate> ObjectReader::templates(const QString &key)
{
    const QJsonObject given = object(key);
    QList<NamedTemplate> all;
    for (auto it = given.constBegin(); it != given.constEnd(); ++it) {
        const bool isPlain = it->isString() || it->isDouble() || it->isBool();
        auto read = Template::parse(asText(*it));
        if (!isPlain || it.key().isEmpty() || !read)
            m_problems.append({at(key) + u'.' + it.key(), isPlain ? u"template"_s : u"format"_s});
        else
            all.append({it.key(), *std::move(read)});
    }
    return all;
}

int ObjectReader::word(const QString &key, const QStringList &words)
{
    const QString given = text(key, words.first());
    const qsizetype index = words.indexOf(given);
    if (index < 0)
        problem(key, u"format"_s);
    return static_cast<int>(std::max<qsizetype>(index, 0));
}

std::optional<QRegularExpression> ObjectReader::pattern(const QString &key)
{
    if (!has(key))
        return std::nullopt;
    auto read = boundedPattern(text(key));
    if (!read) {
        problem(key, u"pattern"_s);
        return std::nullopt;
    }
    return *std::move(read);
}

} // namespace providers::generic
