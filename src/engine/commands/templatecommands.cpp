#include "engine/commands/templatecommands.h"

#include "domain/template/template.h"
#include "engine/commands/attachmentcheck.h"
#include "engine/sending/limits.h"
#include "storage/templates/templatestore.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace engine {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::Result;
using domain::TemplateId;
using domain::TemplateRecord;

namespace {

tl::unexpected<domain::Error> invalid(const QString &detail, const QString &place)
{
    return domain::fail(ErrorCode::InvalidInput, detail, place);
}

Result<void> checkText(const QString &text, const QString &notation, const QString &field, const QString &language)
{
    const auto compiled = domain::CompiledTemplate::compile(text, domain::notationFromText(notation));
    if (compiled)
        return {};
    const auto &problem = compiled.error();
    const QString place = language.isEmpty() ? field : u"%1[%2]"_s.arg(field, language);
    return invalid(problem.code + u": "_s + problem.message,
                   u"%1: line %2, column %3"_s.arg(place).arg(problem.line).arg(problem.column));
}

/// The provider's template, its language and every text that fills it.
Result<void> checkContent(const domain::ProviderContent &content, const TemplateRecord &record, const QString &language)
{
    if (content.name.isEmpty())
        return {};
    static const QRegularExpression name(u"^[A-Za-z0-9_]{1,512}$"_s);
    static const QRegularExpression languageCode(u"^[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*$"_s);
    if (record.channel != domain::Channel::WhatsApp)
        return invalid(u"only WhatsApp has templates of the provider's"_s, u"provider"_s);
    if (!name.match(content.name).hasMatch())
        return invalid(u"letters, digits and _"_s, u"provider.name"_s);
    if (!languageCode.match(content.language).hasMatch())
        return invalid(u"not a language as the provider spells it"_s, u"provider.language"_s);
    for (const QString &text : content.header + content.body + content.buttons) {
        if (text.trimmed().isEmpty())
            return invalid(u"a placeholder has no value"_s, u"provider.values"_s);
        if (auto good = checkText(text, record.notation, u"provider.values"_s, language); !good)
            return good;
    }
    return {};
}

Result<TemplateRecord> checked(TemplateRecord record, qint64 mostAttached)
{
    record.name = record.name.trimmed();
    if (record.name.isEmpty() || record.name.size() > 120)
        return invalid(u"a name is 1 to 120 characters long"_s, u"name"_s);
    if (!QStringList{u"jinja"_s, u"brace"_s, u"plain"_s}.contains(record.notation))
        return invalid(u"jinja, brace or plain"_s, u"notation"_s);
    if (!QStringList{u"error"_s, u"blank"_s}.contains(record.missing))
        return invalid(u"error or blank"_s, u"missing"_s);
    if (record.current.isEmpty())
        return invalid(u"a text is missing"_s, u"body"_s);
    static const QRegularExpression languageTag(u"^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$"_s);
    QStringList languages;
    for (const domain::TemplateVersion &version : record.current) {
        if (!languageTag.match(version.language).hasMatch() || languages.contains(version.language))
            return invalid(u"not a language tag, or twice"_s, u"language"_s);
        languages << version.language;
        if (version.body.trimmed().isEmpty())
            return invalid(u"a text is missing"_s,
                           version.language.isEmpty() ? u"body"_s : u"body[%1]"_s.arg(version.language));
        if (auto good = checkText(version.body, record.notation, u"body"_s, version.language); !good)
            return tl::unexpected(good.error());
        if (!version.html.isEmpty() && record.channel != domain::Channel::Email)
            return invalid(u"only an e-mail has HTML"_s, u"html"_s);
        if (auto good = checkText(version.html, record.notation, u"html"_s, version.language); !good)
            return tl::unexpected(good.error());
        if (auto good = checkText(version.subject, record.notation, u"subject"_s, version.language); !good)
            return tl::unexpected(good.error());
        if (auto good = checkContent(version.provider, record, version.language); !good)
            return tl::unexpected(good.error());
        if (!version.attachments.isEmpty() && record.channel != domain::Channel::Email)
            return invalid(u"only an e-mail has attachments"_s, u"attachments"_s);
        if (auto good = checkAttachments(version.attachments, mostAttached); !good)
            return tl::unexpected(good.error());
    }
    return record;
}

QJsonObject noted(const TemplateRecord &r)
{
    QJsonArray versions;
    for (const domain::TemplateVersion &version : r.current) {
        QJsonObject one{{u"language"_s, version.language}, {u"version"_s, version.number}};
        QJsonArray files;
        for (const domain::TemplateAttachment &file : version.attachments)
            files.append(file.name);
        if (!files.isEmpty())
            one.insert(u"attachments"_s, files);
        versions.append(one);
    }
    return {{u"name"_s, r.name},
            {u"channel"_s, domain::toText(r.channel)},
            {u"category"_s, domain::toText(r.category)},
            {u"active"_s, r.active},
            {u"versions"_s, versions}};
}

QString subjectOf(TemplateId id) { return u"template:%1"_s.arg(id.value); }

} // namespace

Result<TemplateId> TemplateCommands::save(const TemplateRecord &record, const QString &versionNote)
{
    const auto limits = readLimits(m_context.connection);
    if (!limits)
        return tl::unexpected(limits.error());
    const auto good = checked(record, limits->attachedBytes());
    if (!good)
        return tl::unexpected(good.error());
    storage::TemplateStore store(m_context.connection);
    return change<TemplateId>(m_context, [&](ChangeNote &note) -> Result<TemplateId> {
        if (good->id.isValid()) {
            const auto before = store.record(good->id);
            if (!before)
                return tl::unexpected(before.error());
            note.before = noted(*before);
        }
        auto id = store.save(*good, versionNote, m_context.actor, m_context.now());
        if (!id) {
            if (id.error().code == ErrorCode::Conflict)
                id.error().place = u"name"_s;
            return id;
        }
        const auto after = store.record(*id);
        if (!after)
            return tl::unexpected(after.error());
        note.action = good->id.isValid() ? u"template.change"_s : u"template.add"_s;
        note.subject = subjectOf(*id);
        note.after = noted(*after);
        return id;
    });
}

Result<void> TemplateCommands::restoreVersion(domain::TemplateVersionId version)
{
    storage::TemplateStore store(m_context.connection);
    return changeOnly(m_context, [&](ChangeNote &note) -> Result<void> {
        const auto owner = store.templateOf(version);
        if (!owner)
            return tl::unexpected(owner.error());
        const auto made = store.restore(version, m_context.actor, m_context.now());
        if (!made)
            return tl::unexpected(made.error());
        note.action = u"template.restore"_s;
        note.subject = subjectOf(*owner);
        note.after = {{u"from"_s, version.value}, {u"version_id"_s, made->value}};
        return {};
    });
}

Result<void> TemplateCommands::remove(TemplateId id)
{
    storage::TemplateStore store(m_context.connection);
    return changeOnly(m_context, [&](ChangeNote &note) -> Result<void> {
        const auto record = store.record(id);
        if (!record)
            return tl::unexpected(record.error());
        const auto used = store.campaignsUsing(id);
        if (!used)
            return tl::unexpected(used.error());
        if (*used > 0)
            return domain::fail(ErrorCode::Conflict, u"%1 campaigns use it"_s.arg(*used), record->name);
        note = {u"template.delete"_s, subjectOf(id), noted(*record), {}};
        return store.remove(id, m_context.now());
    });
}

Result<void> TemplateCommands::undelete(TemplateId id)
{
    storage::TemplateStore store(m_context.connection);
    return changeOnly(m_context, [&](ChangeNote &note) -> Result<void> {
        note = {u"template.undelete"_s, subjectOf(id), {}, {}};
        return store.undelete(id, m_context.now());
    });
}

} // namespace engine
