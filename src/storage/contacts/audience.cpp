#include "storage/contacts/audience.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace storage {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::Result;

namespace {

constexpr int deepest = 32;

class Compiler
{
public:
    Result<void> object(const QJsonObject &object, const QString &place, int depth)
    {
        if (depth > deepest)
            return invalid(u"nested too deeply"_s, place);
        for (auto it = object.begin(); it != object.end(); ++it)
            if (auto done = member(it.key(), it.value(), place.isEmpty() ? it.key() : place + u'.' + it.key(), depth);
                !done)
                return done;
        return {};
    }

    Audience take() { return {m_terms.join(u" AND "_s), std::move(m_values), std::move(m_found), m_termsSuffice}; }

private:
    static tl::unexpected<domain::Error> invalid(const QString &detail, const QString &place)
    {
        return domain::fail(ErrorCode::InvalidInput, detail, place);
    }

    Result<void> member(const QString &key, const QJsonValue &value, const QString &place, int depth)
    {
        if (key == u"$and")
            return all(value, place, depth);
        if (key == u"tags") {
            const QJsonObject test = value.toObject();
            if (test.size() != 1 || !test[u"contains"].isString())
                return invalid(u"tags take {\"contains\": \"a tag\"}"_s, place);
            add(u"EXISTS (SELECT 1 FROM contact_tag ct JOIN tag t ON t.id = ct.tag_id"
                " WHERE ct.contact_id = c.id AND t.name = ?)"_s,
                test[u"contains"].toString());
            m_found.append({AudienceTerm::Kind::Tag, test[u"contains"].toString()});
            return {};
        }
        const bool isGroup = key == u"group";
        if (!isGroup && key != u"territory")
            return invalid(u"unknown: "_s + key, place);
        if (!value.isString())
            return invalid(u"a text is expected"_s, place);
        const QString text = value.toString();
        if (!text.isEmpty())
            m_found.append({isGroup ? AudienceTerm::Kind::Group : AudienceTerm::Kind::Territory, text});
        m_termsSuffice = m_termsSuffice && !text.isEmpty();
        if (text.isEmpty()) // the partial indexes leave these out, so this is no equality with a bound value
            m_terms << (isGroup ? u"c.contact_group = ''"_s : u"c.territory = ''"_s);
        else if (isGroup)
            add(u"(c.contact_group = ? AND c.contact_group <> '')"_s, text);
        else
            add(u"(c.territory = ? AND c.territory <> '')"_s, text);
        return {};
    }

    Result<void> all(const QJsonValue &value, const QString &place, int depth)
    {
        if (!value.isArray())
            return invalid(u"a list is expected"_s, place);
        const QJsonArray parts = value.toArray();
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const QString here = u"%1[%2]"_s.arg(place).arg(i);
            if (!parts[i].isObject())
                return invalid(u"a condition is expected"_s, here);
            if (auto done = object(parts[i].toObject(), here, depth + 1); !done)
                return done;
        }
        return {};
    }

    void add(const QString &term, const QString &value)
    {
        m_terms << term;
        m_values << value;
    }

    QStringList m_terms{u"c.deleted_at IS NULL"_s};
    QList<QVariant> m_values;
    QList<AudienceTerm> m_found;
    bool m_termsSuffice = true;
};

} // namespace

Result<Audience> compileAudience(const QString &json)
{
    Compiler compiler;
    if (!json.trimmed().isEmpty()) {
        QJsonParseError problem{};
        const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8(), &problem);
        if (problem.error != QJsonParseError::NoError)
            return domain::fail(ErrorCode::InvalidInput, problem.errorString(), u"byte %1"_s.arg(problem.offset));
        if (!document.isObject())
            return domain::fail(ErrorCode::InvalidInput, u"a condition is an object"_s, u"byte 0"_s);
        if (auto done = compiler.object(document.object(), {}, 0); !done)
            return tl::unexpected(done.error());
    }
    return compiler.take();
}

} // namespace storage
