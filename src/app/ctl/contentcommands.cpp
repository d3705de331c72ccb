#include "app/ctl/context.h"

#include "engine/client/attachmentfile.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

constexpr qint64 mostRead = 25'000'000; ///< bytes as sent; what may really go is a setting

void listTemplates(Context &context)
{
    context.ask([](engine::Queries &queries) { return queries.templates(); },
                [&context](const QList<engine::TemplateRow> &templates) {
                    QJsonArray rows;
                    for (const engine::TemplateRow &row : templates)
                        rows << QJsonObject{{u"id"_s, row.id.value},
                                            {u"name"_s, row.name},
                                            {u"channel"_s, domain::toText(row.channel)},
                                            {u"category"_s, domain::toText(row.category)},
                                            {u"version"_s, row.version},
                                            {u"text"_s, row.preview}};
                    context.out.table({u"id"_s, u"name"_s, u"channel"_s, u"category"_s, u"version"_s, u"text"_s}, rows);
                    context.finish(Done);
                });
}

/// What the file named by an option holds, without the line break at its end; empty text where there is no such
/// option, nothing where the context has failed.
std::optional<QString> textIn(Context &context, const QString &option)
{
    if (!context.arguments.has(option))
        return QString();
    QFile file(context.arguments.value(option));
    if (!file.open(QIODevice::ReadOnly)) {
        context.fail({file.exists() ? domain::ErrorCode::FileNotReadable : domain::ErrorCode::FileMissing,
                      file.errorString(), file.fileName()});
        return std::nullopt;
    }
    constexpr qint64 mostBytes = 1024 * 1024;
    const QByteArray bytes = file.read(mostBytes + 1);
    if (bytes.size() > mostBytes || !QByteArrayView(bytes).isValidUtf8()) {
        context.fail({domain::ErrorCode::InvalidInput,
                      bytes.size() > mostBytes ? u"the text is longer than a megabyte"_s : u"the text is not UTF-8"_s,
                      file.fileName()});
        return std::nullopt;
    }
    QString text = QString::fromUtf8(bytes);
    if (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

/// {"name": "order_shipped", "language": "en_US", "header": [TEXT …], "body": [TEXT …], "buttons": [TEXT …]}
std::optional<domain::ProviderContent> providerContentIn(Context &context, const QString &option)
{
    const auto text = textIn(context, option);
    if (!text)
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(text->toUtf8()).object();
    if (json[u"name"].toString().isEmpty()) {
        context.fail({domain::ErrorCode::InvalidInput, u"a JSON object with a name is expected"_s,
                      context.arguments.value(option)});
        return std::nullopt;
    }
    const auto texts = [&json](QStringView key) {
        QStringList list;
        for (const QJsonValue &one : json[key].toArray())
            list << one.toString();
        return list;
    };
    return domain::ProviderContent{json[u"name"].toString(), json[u"language"].toString(), texts(u"header"),
                                   texts(u"body"), texts(u"buttons")};
}

void addTemplate(Context &context)
{
    domain::TemplateRecord record;
    record.name = context.arguments.value(u"name"_s).trimmed();
    const auto channel = domain::channelFromText(context.arguments.value(u"channel"_s, u"sms"_s));
    const auto category = domain::categoryFromText(context.arguments.value(u"category"_s));
    if (record.name.isEmpty() || !context.arguments.has(u"body-file"_s)) {
        context.wrongUsage(u"template add needs --name and --body-file"_s);
        return;
    }
    if (!channel) {
        context.wrongUsage(u"--channel takes sms, whatsapp or email"_s);
        return;
    }
    if (!category) {
        context.wrongUsage(u"--category takes authentication, transactional or marketing"_s);
        return;
    }
    record.channel = *channel;
    record.category = *category;
    record.notation = context.arguments.value(u"notation"_s, record.notation);
    record.missing = context.arguments.value(u"missing"_s, record.missing);
    record.smartEncoding = context.arguments.has(u"smart-encoding"_s);
    domain::TemplateVersion version;
    version.subject = context.arguments.value(u"subject"_s);
    const auto body = textIn(context, u"body-file"_s);
    const auto html = textIn(context, u"html-file"_s);
    if (!body || !html)
        return;
    version.body = *body;
    version.html = *html;
    if (context.arguments.has(u"provider-file"_s)) {
        const auto content = providerContentIn(context, u"provider-file"_s);
        if (!content)
            return;
        version.provider = *content;
    }
    for (const QString &path : context.arguments.values(u"attach"_s)) {
        auto file = engine::readAttachment(path, mostRead);
        if (!file) {
            context.fail(file.error());
            return;
        }
        version.attachments << *std::move(file);
    }
    record.current = {version};
    context.command([record](engine::Commands &commands) { return commands.saveTemplate(record, {}); },
                    [&context, record](domain::TemplateId id) {
                        context.out.done(u"Added the template '%1'."_s.arg(record.name), {{u"id"_s, id.value}});
                        context.finish(Done);
                    });
}

void renderTemplate(Context &context)
{
    const QString name = context.arguments.value(u"name"_s);
    const QString contact = context.arguments.value(u"contact"_s);
    if (name.isEmpty() || contact.isEmpty()) {
        context.wrongUsage(u"template render needs --name and --contact"_s);
        return;
    }
    context.ask(
        [name, contact](engine::Queries &queries) -> domain::Result<QString> {
            auto record = queries.templateByName(name);
            if (!record)
                return tl::unexpected(record.error());
            auto id = queries.contactByExternalId(contact);
            if (!id)
                return tl::unexpected(id.error());
            const domain::ContactId who = *id ? **id : domain::ContactId{contact.toLongLong()};
            if (record->current.isEmpty())
                return domain::fail(domain::ErrorCode::NotFound, u"the template has no text"_s, name);
            return queries.render(*record, record->current.constFirst().body, who);
        },
        [&context](const QString &text) {
            if (context.out.json())
                context.out.object({{u"text"_s, text}});
            else
                context.out.done(text);
            context.finish(Done);
        });
}

} // namespace

QList<Command> contentCommands()
{
    using engine::SessionMode;
    return {
        {{u"template"_s, u"list"_s}, {}, u"list templates"_s, {}, 0, 0, SessionMode::ReadOnly, listTemplates},
        {{u"template"_s, u"add"_s},
         u"--name NAME --category CATEGORY --body-file FILE [--channel sms] [--subject TEXT] "
         "[--html-file FILE] [--notation "
         u"jinja|brace|plain] "
         "[--missing error|blank] [--smart-encoding] [--provider-file JSON] [--attach FILE …]"_s,
         u"add a template"_s,
         {u"name="_s, u"channel="_s, u"category="_s, u"body-file="_s, u"subject="_s, u"html-file="_s, u"notation="_s,
          u"missing="_s, u"smart-encoding"_s, u"provider-file="_s, u"attach=*"_s},
         0,
         0,
         SessionMode::CommandsOnly,
         addTemplate},
        {{u"template"_s, u"render"_s},
         u"--name NAME --contact ID"_s,
         u"show the text a contact would get"_s,
         {u"name="_s, u"contact="_s},
         0,
         0,
         SessionMode::ReadOnly,
         renderTemplate},
    };
}

} // namespace ctl
