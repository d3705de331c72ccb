#include "app/ctl/context.h"

#include "domain/provider/frappesettings.h"

#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

constexpr qint64 largestFile = 1024 * 1024;

std::optional<QByteArray> contentOf(Context &context, const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return file.read(largestFile + 1);
    context.fail({domain::ErrorCode::FileNotReadable, file.errorString(), path});
    return std::nullopt;
}

void add(Context &context, const domain::ProviderPreset &preset, const QHash<QString, QString> &secrets,
         const QStringList &warnings)
{
    engine::ProviderDraft draft;
    draft.kind = preset.kind;
    draft.name = context.arguments.value(u"name"_s, preset.name);
    draft.settings = preset.settings;
    draft.secrets = secrets;
    if (preset.ratePerSecond > 0)
        draft.ratePerSecond = preset.ratePerSecond;
    if (preset.inFlight > 0)
        draft.inFlight = preset.inFlight;
    context.call<domain::ProviderId>(
        [draft](engine::Commands &commands, engine::Reply<domain::ProviderId> done) {
            commands.saveProvider(draft, std::move(done));
        },
        [&context, draft, warnings](domain::ProviderId id) {
            context.out.done(u"Added the provider '%1'."_s.arg(draft.name),
                             {{u"id"_s, id.value}, {u"warnings"_s, QJsonArray::fromStringList(warnings)}});
            context.finish(Done);
        });
}

void importFrappe(Context &context)
{
    const auto content = contentOf(context, context.arguments.plain().constFirst());
    if (!content)
        return;
    const auto made = domain::frappeSettingsFrom(*content);
    if (!made) {
        context.fail(made.error());
        return;
    }
    add(context, made->preset, made->secrets, made->warnings);
}

void exportPreset(Context &context)
{
    const QString name = context.arguments.plain().value(0);
    const QString path = context.arguments.plain().value(1);
    context.ask([](engine::Queries &queries) { return queries.providers(); },
                [&context, name, path](const QList<engine::ProviderRow> &providers) {
                    for (const engine::ProviderRow &provider : providers) {
                        if (provider.name.compare(name, Qt::CaseInsensitive) != 0)
                            continue;
                        domain::ProviderPreset preset{provider.kind,          provider.name,    provider.settings, {},
                                                      provider.ratePerSecond, provider.inFlight};
                        const QJsonArray names = provider.settings[u"secretNames"].toArray();
                        for (const QJsonValue &secret : names)
                            preset.secretNames << secret.toString();
                        const auto document = domain::presetDocument(preset);
                        QSaveFile file(path);
                        if (!document || !file.open(QIODevice::WriteOnly) ||
                            file.write(*document) != document->size() || !file.commit()) {
                            context.fail(
                                document ? domain::Error{domain::ErrorCode::FileNotWritable, file.errorString(), path}
                                         : document.error());
                            return;
                        }
                        context.out.done(u"Wrote '%1' without its secrets."_s.arg(provider.name), {{u"file"_s, path}});
                        context.finish(Done);
                        return;
                    }
                    context.fail({domain::ErrorCode::NotFound, u"no provider of that name"_s, name});
                });
}

} // namespace

QList<Command> presetCommands()
{
    using engine::SessionMode;
    return {
        {{u"provider"_s, u"export-preset"_s},
         u"NAME FILE"_s,
         u"write down how an account is set up, without its secrets"_s,
         {},
         2,
         2,
         SessionMode::ReadOnly,
         exportPreset},
        {{u"provider"_s, u"import-frappe"_s},
         u"FILE [--name NAME]"_s,
         u"add the gateway of a Frappe or ERPNext site's SMS Settings (JSON)"_s,
         {u"name="_s},
         1,
         1,
         SessionMode::CommandsOnly,
         importFrappe},
    };
}

} // namespace ctl
