#include "storage/templates/templatestore.h"

#include "storage/templates/attachmentstore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace storage {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::Instant;
using domain::Result;
using domain::TemplateId;
using domain::TemplateRecord;
using domain::TemplateVersion;
using domain::TemplateVersionId;

namespace {

TemplateRecord recordOf(const Statement &s)
{
    TemplateRecord r;
    r.id = TemplateId{s.integer(0)};
    r.name = s.text(1);
    r.channel = domain::channelFromText(s.text(2)).value_or(domain::Channel::Sms);
    r.category = domain::categoryFromText(s.text(3)).value_or(domain::Category::Marketing);
    r.purpose = s.text(4);
    r.description = s.text(5);
    r.notation = s.text(6);
    r.missing = s.text(7);
    r.smartEncoding = s.integer(8) != 0;
    r.active = s.integer(9) != 0;
    r.isSystem = s.integer(10) != 0;
    r.createdAt = domain::fromMillis(s.integer(11));
    r.updatedAt = domain::fromMillis(s.integer(12));
    return r;
}

QJsonArray arrayOf(const QStringList &texts) { return QJsonArray::fromStringList(texts); }

QStringList textsIn(const QJsonValue &array)
{
    QStringList texts;
    for (const QJsonValue &text : array.toArray())
        texts << text.toString();
    return texts;
}

QString textOf(const domain::ProviderContent &content)
{
    if (content.name.isEmpty())
        return {};
    const QJsonObject json{{u"name"_s, content.name},
                           {u"language"_s, content.language},
                           {u"header"_s, arrayOf(content.header)},
                           {u"body"_s, arrayOf(content.body)},
                           {u"buttons"_s, arrayOf(content.buttons)}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

domain::ProviderContent contentFrom(const QString &text)
{
    if (text.isEmpty())
        return {};
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    return {json[u"name"].toString(), json[u"language"].toString(), textsIn(json[u"header"]), textsIn(json[u"body"]),
            textsIn(json[u"buttons"])};
}

TemplateVersion versionOf(const Statement &s)
{
    TemplateVersion v;
    v.id = TemplateVersionId{s.integer(0)};
    v.number = static_cast<int>(s.integer(1));
    v.language = s.text(2);
    v.subject = s.text(3);
    v.body = s.text(4);
    v.note = s.text(5);
    v.actor = s.text(6);
    v.createdAt = domain::fromMillis(s.integer(7));
    v.provider = contentFrom(s.text(8));
    v.html = s.text(9);
    return v;
}

tl::unexpected<domain::Error> missing() { return domain::fail(ErrorCode::NotFound, u"no such template"_s); }

Result<void> oneChanged(Statement &s)
{
    if (auto done = s.exec(); !done)
        return done;
    if (s.changes() != 1)
        return missing();
    return {};
}

} // namespace

Result<void> TemplateStore::readCurrent(TemplateRecord &record)
{
    Statement &s = m_connection.statement(
        "SELECT id, number, language, subject, body, note, actor, created_at, provider_content, html"
        " FROM template_version v"
        " WHERE template_id = ?1 AND body <> '' AND number = (SELECT max(number) FROM template_version"
        " WHERE template_id = ?1 AND language = v.language) ORDER BY language");
    s.bind(1, record.id.value);
    while (s.next())
        record.current << versionOf(s);
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return readFiles(record.current);
}

// Their names and sizes; what is in them is read where they are sent.
Result<void> TemplateStore::readFiles(QList<TemplateVersion> &versions)
{
    AttachmentStore store(m_connection);
    for (TemplateVersion &version : versions) {
        auto files = store.of(version.id);
        if (!files)
            return tl::unexpected(files.error());
        version.attachments = *std::move(files);
    }
    return {};
}

Result<QList<TemplateRecord>> TemplateStore::all()
{
    Statement &s = m_connection.statement(
        "SELECT id, name, channel, category, purpose, description, notation, missing, smart_encoding, active,"
        " is_system, created_at, updated_at FROM template WHERE deleted_at IS NULL ORDER BY name COLLATE NOCASE");
    QList<TemplateRecord> records;
    while (s.next())
        records << recordOf(s);
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    for (TemplateRecord &record : records)
        if (auto read = readCurrent(record); !read)
            return tl::unexpected(read.error());
    return records;
}

static Result<TemplateRecord> firstOf(Connection &connection, Statement &s)
{
    if (!s.next())
        return s.failed() ? Result<TemplateRecord>(tl::unexpected(connection.lastError()))
                          : Result<TemplateRecord>(missing());
    TemplateRecord record = recordOf(s);
    s.finish();
    return record;
}

Result<TemplateRecord> TemplateStore::record(TemplateId id)
{
    Statement &s = m_connection.statement(
        "SELECT id, name, channel, category, purpose, description, notation, missing, smart_encoding, active,"
        " is_system, created_at, updated_at FROM template WHERE id = ?");
    auto record = firstOf(m_connection, s.bind(1, id.value));
    if (record)
        if (auto read = readCurrent(*record); !read)
            return tl::unexpected(read.error());
    return record;
}

Result<TemplateRecord> TemplateStore::byName(const QString &name)
{
    Statement &s = m_connection.statement(
        "SELECT id, name, channel, category, purpose, description, notation, missing, smart_encoding, active,"
        " is_system, created_at, updated_at FROM template WHERE name = ? AND deleted_at IS NULL");
    auto record = firstOf(m_connection, s.bind(1, name));
    if (record)
        if (auto read = readCurrent(*record); !read)
            return tl::unexpected(read.error());
    return record;
}

Result<TemplateVersion> TemplateStore::version(TemplateVersionId id)
{
    Statement &s = m_connection.statement("SELECT id, number, language, subject, body, note, actor, created_at,"
                                          " provider_content, html FROM template_version WHERE id = ?");
    if (!s.bind(1, id.value).next())
        return s.failed() ? Result<TemplateVersion>(tl::unexpected(m_connection.lastError()))
                          : Result<TemplateVersion>(missing());
    QList<TemplateVersion> found{versionOf(s)};
    s.finish();
    if (auto read = readFiles(found); !read)
        return tl::unexpected(read.error());
    return found.first();
}

Result<TemplateId> TemplateStore::templateOf(TemplateVersionId id)
{
    Statement &s = m_connection.statement("SELECT template_id FROM template_version WHERE id = ?");
    if (!s.bind(1, id.value).next())
        return s.failed() ? Result<TemplateId>(tl::unexpected(m_connection.lastError()))
                          : Result<TemplateId>(missing());
    const TemplateId owner{s.integer(0)};
    s.finish();
    return owner;
}

Result<QList<TemplateVersion>> TemplateStore::versions(TemplateId id)
{
    Statement &s =
        m_connection.statement("SELECT id, number, language, subject, body, note, actor, created_at,"
                               " provider_content, html FROM template_version WHERE template_id = ? ORDER BY id DESC");
    s.bind(1, id.value);
    QList<TemplateVersion> versions;
    while (s.next())
        versions << versionOf(s);
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    if (auto read = readFiles(versions); !read)
        return tl::unexpected(read.error());
    return versions;
}

Result<TemplateVersionId> TemplateStore::addVersion(TemplateId id, const TemplateVersion &text, const QString &note,
                                                    const QString &actor, Instant now)
{
    Statement &newest = m_connection.statement("SELECT id, subject, body, provider_content, html FROM template_version"
                                               " WHERE template_id = ? AND language = ? ORDER BY number DESC LIMIT 1");
    if (newest.bind(1, id.value).bind(2, text.language).next()) {
        const TemplateVersionId current{newest.integer(0)};
        const bool same = newest.text(1) == text.subject && newest.text(2) == text.body &&
                          contentFrom(newest.text(3)) == text.provider && newest.text(4) == text.html;
        newest.finish();
        const auto files = AttachmentStore(m_connection).of(current);
        if (!files)
            return tl::unexpected(files.error());
        if (same && *files == text.attachments)
            return current;
    }
    if (newest.failed())
        return tl::unexpected(m_connection.lastError());
    auto added =
        m_connection
            .statement("INSERT INTO template_version (template_id, language, subject, body, note, actor,"
                       " created_at, provider_content, html, number) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,"
                       " (SELECT coalesce(max(number), 0) + 1 FROM template_version"
                       " WHERE template_id = ?1 AND language = ?2))")
            .bind(1, id.value)
            .bind(2, text.language)
            .bind(3, text.subject)
            .bind(4, text.body)
            .bind(5, note)
            .bind(6, actor)
            .bind(7, domain::toMillis(now))
            .bind(8, textOf(text.provider))
            .bind(9, text.html)
            .exec();
    if (!added)
        return tl::unexpected(added.error());
    const TemplateVersionId version{m_connection.lastInsertId()};
    if (auto files = AttachmentStore(m_connection).add(version, text.attachments); !files)
        return tl::unexpected(files.error());
    return version;
}

Result<TemplateId> TemplateStore::save(const TemplateRecord &record, const QString &note, const QString &actor,
                                       Instant now)
{
    const bool isNew = !record.id.isValid();
    Statement &s = m_connection.statement(
        isNew ? "INSERT INTO template (name, channel, category, purpose, description, notation, missing,"
                " smart_encoding, active, is_system, updated_at, created_at)"
                " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11)"
              : "UPDATE template SET name = ?1, channel = ?2, category = ?3, purpose = ?4, description = ?5, notation ="
                " ?6, missing = ?7, smart_encoding = ?8, active = ?9, is_system = ?10, updated_at = ?11 WHERE id ="
                " ?12");
    s.bind(1, record.name)
        .bind(2, domain::toText(record.channel))
        .bind(3, domain::toText(record.category))
        .bind(4, record.purpose)
        .bind(5, record.description)
        .bind(6, record.notation)
        .bind(7, record.missing)
        .bind(8, record.smartEncoding ? 1 : 0)
        .bind(9, record.active ? 1 : 0)
        .bind(10, record.isSystem ? 1 : 0)
        .bind(11, domain::toMillis(now));
    if (!isNew)
        s.bind(12, record.id.value);
    if (auto done = oneChanged(s); !done)
        return tl::unexpected(done.error());
    const TemplateId id = isNew ? TemplateId{m_connection.lastInsertId()} : record.id;
    TemplateRecord before;
    before.id = id;
    if (auto read = readCurrent(before); !read)
        return tl::unexpected(read.error());
    for (const TemplateVersion &old : std::as_const(before.current)) {
        const bool stays = std::any_of(record.current.cbegin(), record.current.cend(),
                                       [&](const TemplateVersion &text) { return text.language == old.language; });
        TemplateVersion gone;
        gone.language = old.language;
        if (!stays)
            if (auto added = addVersion(id, gone, note, actor, now); !added)
                return tl::unexpected(added.error());
    }
    for (const TemplateVersion &text : record.current)
        if (auto added = addVersion(id, text, note, actor, now); !added)
            return tl::unexpected(added.error());
    return id;
}

Result<TemplateVersionId> TemplateStore::restore(TemplateVersionId id, const QString &actor, Instant now)
{
    const auto old = version(id);
    if (!old)
        return tl::unexpected(old.error());
    const auto owner = templateOf(id);
    if (!owner)
        return tl::unexpected(owner.error());
    auto made = addVersion(*owner, *old, u"version %1 restored"_s.arg(old->number), actor, now);
    if (!made)
        return made;
    if (auto touched = m_connection.statement("UPDATE template SET updated_at = ? WHERE id = ?")
                           .bind(1, domain::toMillis(now))
                           .bind(2, owner->value)
                           .exec();
        !touched)
        return tl::unexpected(touched.error());
    return made;
}

Result<void> TemplateStore::remove(TemplateId id, Instant now)
{
    Statement &s = m_connection.statement("UPDATE template SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL");
    return oneChanged(s.bind(1, domain::toMillis(now)).bind(2, id.value));
}

Result<void> TemplateStore::undelete(TemplateId id, Instant now)
{
    Statement &s = m_connection.statement("UPDATE template SET deleted_at = NULL, updated_at = ? WHERE id = ?");
    return oneChanged(s.bind(1, domain::toMillis(now)).bind(2, id.value));
}

Result<int> TemplateStore::campaignsUsing(TemplateId id)
{
    Statement &s = m_connection.statement("SELECT count(*) FROM campaign WHERE template_id = ?"
                                          " AND state NOT IN ('completed', 'cancelled')");
    if (!s.bind(1, id.value).next())
        return tl::unexpected(m_connection.lastError());
    const int count = static_cast<int>(s.integer(0));
    s.finish();
    return count;
}

} // namespace storage
