#include "storage/templates/providertemplates.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace storage {

using domain::ProviderTemplate;
using domain::Result;

namespace {

QString json(const QJsonArray &array) { return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)); }

QJsonArray arrayIn(const QString &text) { return QJsonDocument::fromJson(text.toUtf8()).array(); }

QStringList textsIn(const QString &text)
{
    QStringList texts;
    for (const QJsonValue &one : arrayIn(text))
        texts << one.toString();
    return texts;
}

ProviderTemplate templateOf(const Statement &s)
{
    ProviderTemplate t;
    t.name = s.text(0);
    t.language = s.text(1);
    t.id = s.text(2);
    t.category = s.text(3);
    t.state = s.text(4);
    t.reason = s.text(5);
    t.body = s.text(6);
    t.named = s.integer(7) != 0;
    t.headerParameters = textsIn(s.text(8));
    t.bodyParameters = textsIn(s.text(9));
    for (const QJsonValue &position : arrayIn(s.text(10)))
        t.buttonPositions << position.toInt();
    t.components = QJsonDocument::fromJson(s.text(11).toUtf8()).object();
    return t;
}

} // namespace

Result<QList<ProviderTemplate>> ProviderTemplates::all(domain::ProviderId provider)
{
    Statement &s = m_connection.statement(
        "SELECT name, language, external_id, category, state, reason, body, named, header_parameters, body_parameters,"
        " button_positions, components FROM provider_template WHERE provider_id = ? ORDER BY name, language");
    s.bind(1, provider.value);
    QList<ProviderTemplate> templates;
    while (s.next())
        templates << templateOf(s);
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return templates;
}

Result<void> ProviderTemplates::replace(domain::ProviderId provider, const QList<ProviderTemplate> &templates)
{
    Statement &clear = m_connection.statement("DELETE FROM provider_template WHERE provider_id = ?");
    if (auto done = clear.bind(1, provider.value).exec(); !done)
        return done;
    for (const ProviderTemplate &t : templates) {
        QJsonArray positions;
        for (const int position : t.buttonPositions)
            positions.append(position);
        Statement &s = m_connection.statement(
            "INSERT INTO provider_template (provider_id, name, language, external_id, category, state, reason, body,"
            " named, header_parameters, body_parameters, button_positions, components)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"); // lists may show a row twice
        s.bind(1, provider.value).bind(2, t.name).bind(3, t.language).bind(4, t.id).bind(5, t.category);
        s.bind(6, t.state).bind(7, t.reason).bind(8, t.body).bind(9, t.named ? 1 : 0);
        s.bind(10, json(QJsonArray::fromStringList(t.headerParameters)));
        s.bind(11, json(QJsonArray::fromStringList(t.bodyParameters))).bind(12, json(positions));
        s.bind(13, QString::fromUtf8(QJsonDocument(t.components).toJson(QJsonDocument::Compact)));
        if (auto done = s.exec(); !done)
            return done;
    }
    return {};
}

Result<void> ProviderTemplates::change(domain::ProviderId provider, const QList<ProviderTemplate> &templates)
{
    for (const ProviderTemplate &t : templates) {
        Statement &s = m_connection.statement(
            "UPDATE provider_template SET category = iif(?4 = '', category, ?4), reason = iif(?5 = '', reason, ?6),"
            " state = iif(?5 = '', state, ?5) WHERE provider_id = ?1 AND name = ?2 AND language = ?3");
        s.bind(1, provider.value).bind(2, t.name).bind(3, t.language).bind(4, t.category);
        if (auto done = s.bind(5, t.state).bind(6, t.reason).exec(); !done)
            return done;
    }
    return {};
}

} // namespace storage
