#include "domain/template/contactvalues.h"
#include "domain/template/template.h"
#include "domain/text/segments.h"
#include "engine/client/queries.h"
#include "storage/campaigns/audiencestats.h"
#include "storage/contacts/contactstore.h"
#include "storage/core/workspacefile.h"
#include "storage/log/counterreader.h"
#include "storage/templates/providertemplates.h"
#include "storage/templates/templatestore.h"
#include "storage/workspace/providercopies.h"

#include <QTimeZone>

namespace engine {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::Result;

namespace {

constexpr int previewLength = 120;

tl::unexpected<domain::Error> asError(const domain::TemplateProblem &problem)
{
    QString detail = problem.code + u": "_s + problem.message;
    if (!problem.hint.isEmpty())
        detail += u" ("_s + problem.hint + u')';
    return domain::fail(ErrorCode::InvalidInput, detail, u"line %1, column %2"_s.arg(problem.line).arg(problem.column));
}

QString shown(const domain::Value &value)
{
    QString text;
    return value.appendTo(text) ? text : QString();
}

} // namespace

Result<QList<TemplateRow>> Queries::templates()
{
    const auto records = storage::TemplateStore(m_connection).all();
    if (!records)
        return tl::unexpected(records.error());
    const auto uses = storage::CounterReader(m_connection).byTemplate();
    if (!uses)
        return tl::unexpected(uses.error());
    QList<TemplateRow> rows;
    for (const domain::TemplateRecord &r : *records) {
        TemplateRow row;
        row.id = r.id;
        row.name = r.name;
        row.channel = r.channel;
        row.category = r.category;
        row.purpose = r.purpose;
        row.active = r.active;
        row.updatedAt = r.updatedAt;
        for (const domain::TemplateVersion &version : r.current) {
            if (row.preview.isEmpty()) {
                row.preview = version.body.left(previewLength);
                row.version = version.number;
            }
            row.languages << version.language;
        }
        const auto use = uses->value(r.id);
        row.sent = use.sent;
        row.delivered = use.delivered;
        rows << row;
    }
    return rows;
}

Result<ProviderTemplateList> Queries::providerTemplates(domain::ProviderId id)
{
    ProviderTemplateList list;
    auto templates = storage::ProviderTemplates(m_connection).all(id);
    const auto states = storage::ProviderCopies(m_connection).all();
    if (!templates || !states)
        return tl::unexpected(templates ? states.error() : templates.error());
    list.templates = *std::move(templates);
    for (const storage::ProviderCopyState &state : *states)
        if (state.provider.value == id.value && state.what == storage::ProviderCopy::Templates) {
            list.readAt = state.readAt;
            list.problem = state.problem;
        }
    return list;
}

Result<domain::TemplateRecord> Queries::templateRecord(domain::TemplateId id)
{
    return storage::TemplateStore(m_connection).record(id);
}

Result<domain::TemplateRecord> Queries::templateByName(const QString &name)
{
    return storage::TemplateStore(m_connection).byName(name);
}

Result<QList<domain::TemplateVersion>> Queries::templateVersions(domain::TemplateId id)
{
    return storage::TemplateStore(m_connection).versions(id);
}

Result<QString> Queries::render(const domain::TemplateRecord &record, const QString &body, domain::ContactId contact)
{
    domain::Contact person; // nobody: everything is missing
    if (contact.isValid()) {
        auto found = storage::ContactStore(m_connection, m_vault).contact(contact, false);
        if (!found)
            return tl::unexpected(found.error());
        person = std::move(*found);
    }
    return renderFor(record, body, person);
}

Result<QString> Queries::renderFor(const domain::TemplateRecord &record, const QString &body,
                                   const domain::Contact &person)
{
    const domain::TemplateVersion *version = domain::versionFor(record, person.language);
    const QString source = !body.isEmpty() ? body : version ? version->body : QString();
    const auto compiled = domain::CompiledTemplate::compile(source, domain::notationFromText(record.notation));
    if (!compiled)
        return asError(compiled.error());
    const auto settings = storage::readWorkspaceSettings(m_connection);
    if (!settings)
        return tl::unexpected(settings.error());
    domain::RenderOptions options;
    options.target = domain::textTargetOf(record.channel);
    options.missing = record.missing == u"blank" ? domain::MissingPolicy::Blank : domain::MissingPolicy::Error;
    options.smartEncoding = record.smartEncoding;
    for (const domain::TemplateVersion &one : record.current)
        if (one.body == source && !one.language.isEmpty())
            options.locale = one.language;
    const QTimeZone zone(settings->timeZone.toUtf8());
    options.now = QDateTime::fromMSecsSinceEpoch(domain::toMillis(m_now), zone.isValid() ? zone : QTimeZone::utc());
    options.today = options.now.date();
    const auto text =
        compiled->render(domain::contactValues(person, storage::factsOf(*settings), compiled->variables()), options);
    if (!text)
        return asError(text.error());
    return record.channel == domain::Channel::Sms ? domain::smsText(*text, {record.smartEncoding, false}) : *text;
}

Result<QList<QPair<QString, QString>>> Queries::placeholders(domain::ContactId example)
{
    domain::Contact person;
    if (example.isValid()) {
        auto found = storage::ContactStore(m_connection, m_vault).contact(example, false);
        if (!found)
            return tl::unexpected(found.error());
        person = std::move(*found);
    }
    const auto settings = storage::readWorkspaceSettings(m_connection);
    if (!settings)
        return tl::unexpected(settings.error());
    auto attributes = attributeNames();
    if (!attributes)
        return tl::unexpected(attributes.error());
    QStringList names = domain::contactPlaceholders();
    for (const QString &attribute : *attributes)
        if (!names.contains(attribute))
            names << attribute;
    QList<QPair<QString, QString>> pairs;
    for (const QString &name : names)
        pairs.append({name, shown(domain::contactValue(person, storage::factsOf(*settings), name))});
    return pairs;
}

Result<domain::Money> Queries::pricePerSegment(domain::Channel channel)
{
    return storage::AudienceStats(m_connection).pricePerSegment(channel);
}

} // namespace engine
