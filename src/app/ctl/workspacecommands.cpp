#include "app/common/currency.h"
#include "app/ctl/context.h"
#include "storage/core/workspacefile.h"

#include <QFileInfo>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace ctl {

namespace {

void init(Context &context)
{
    storage::WorkspaceSettings settings;
    settings.name = context.arguments.value(u"name"_s).trimmed();
    settings.country = context.arguments.value(u"country"_s).toUpper();
    settings.timeZone = context.arguments.value(u"timezone"_s);
    if (settings.name.isEmpty() || settings.country.isEmpty() || settings.timeZone.isEmpty()) {
        context.wrongUsage(u"init needs --name, --country and --timezone"_s);
        return;
    }
    if (settings.country.size() != 2 || QLocale::codeToTerritory(settings.country) == QLocale::AnyTerritory) {
        context.wrongUsage(u"--country takes a two-letter code such as US or DE, not '%1'"_s.arg(settings.country));
        return;
    }
    if (!QTimeZone::isTimeZoneIdAvailable(settings.timeZone.toUtf8())) {
        context.wrongUsage(u"--timezone takes a name such as America/New_York, not '%1'"_s.arg(settings.timeZone));
        return;
    }
    settings.currency = context.arguments.value(u"currency"_s, app::currencyOf(settings.country)).toUpper();
    context.session->create(context.workspacePath, settings, context.passphrase, engine::SessionMode::CommandsOnly,
                            [&context, settings](domain::Result<void> made) {
                                if (!made) {
                                    context.fail(made.error());
                                    return;
                                }
                                context.out.done(
                                    u"Made the workspace '%1' in %2."_s.arg(settings.name, context.workspacePath),
                                    {{u"path"_s, context.workspacePath}, {u"name"_s, settings.name}});
                                context.finish(Done);
                            });
}

void backup(Context &context)
{
    const QString path = QFileInfo(context.arguments.plain().constFirst()).absoluteFilePath();
    context.command([path](engine::Commands &commands) { return commands.backup(path); },
                    [&context, path] {
                        context.out.done(u"Copied the workspace to %1."_s.arg(path), {{u"path"_s, path}});
                        context.finish(Done);
                    });
}

void verify(Context &context)
{
    auto connection = storage::Connection::open(context.workspacePath, storage::Connection::Access::ReadOnly);
    if (!connection) {
        context.fail(connection.error());
        return;
    }
    if (const auto sound = storage::WorkspaceFile::verify(**connection); !sound) {
        context.fail(sound.error());
        return;
    }
    connection->reset();
    context.session->open(
        context.workspacePath, context.passphrase, engine::SessionMode::ReadOnly,
        [&context](const domain::Result<void> &opened) {
            if (!opened && opened.error().code == ErrorCode::KeyUnavailable) {
                context.out.done(u"The file is sound. Its records were not checked: that needs its key."_s,
                                 {{u"path"_s, context.workspacePath}, {u"records_checked"_s, false}});
                context.finish(Done);
                return;
            }
            if (!opened) {
                context.fail(opened.error());
                return;
            }
            context.ask([](engine::Queries &queries) { return queries.checkRecords(); },
                        [&context] {
                            context.out.done(u"The file is sound, and its records are what was written."_s,
                                             {{u"path"_s, context.workspacePath}, {u"records_checked"_s, true}});
                            context.finish(Done);
                        });
        });
}

struct HealthParts
{
    engine::WorkspaceInfo workspace;
    engine::Dashboard dashboard;
    engine::WebhookStatus webhooks;
};

void health(Context &context)
{
    context.ask(
        [](engine::Queries &queries) -> domain::Result<HealthParts> {
            auto workspace = queries.workspace();
            if (!workspace)
                return tl::unexpected(workspace.error());
            auto dashboard = queries.dashboard(30);
            if (!dashboard)
                return tl::unexpected(dashboard.error());
            auto webhooks = queries.webhooks();
            if (!webhooks)
                return tl::unexpected(webhooks.error());
            return HealthParts{*workspace, *dashboard, *webhooks};
        },
        [&context](const HealthParts &parts) {
            using domain::MessageState;
            QJsonArray providers;
            bool troubled = parts.webhooks.state == engine::WebhookStatus::State::Failed;
            for (const engine::ProviderRow &provider : parts.dashboard.providers) {
                providers << QJsonObject{{u"name"_s, provider.name},
                                         {u"kind"_s, provider.kind},
                                         {u"enabled"_s, provider.enabled},
                                         {u"paused"_s, provider.pausedReason},
                                         {u"detail"_s, provider.pausedDetail}};
                troubled = troubled || !provider.pausedReason.isEmpty();
            }
            const domain::MessageCounts &counts = parts.dashboard.last30;
            context.out.object({{u"state"_s, troubled || parts.dashboard.uncertain > 0 ? u"attention"_s : u"good"_s},
                                {u"workspace"_s, parts.workspace.name},
                                {u"rehearsal"_s, parts.workspace.isRehearsal},
                                {u"contacts"_s, parts.workspace.contacts},
                                {u"messages"_s, parts.workspace.messages},
                                {u"file_bytes"_s, parts.workspace.fileBytes},
                                {u"waiting"_s, counts.of(MessageState::Queued) + counts.of(MessageState::Planned)},
                                {u"on_the_way"_s, counts.of(MessageState::Sending) + counts.of(MessageState::Accepted) +
                                                      counts.of(MessageState::Sent)},
                                {u"uncertain"_s, parts.dashboard.uncertain},
                                {u"webhooks"_s, summaryOf(parts.webhooks)},
                                {u"providers"_s, providers}});
            context.finish(Done);
        });
}

void rehearsal(Context &context)
{
    const QString word = context.arguments.plain().constFirst();
    const auto told = [&context](const QString &sentence, bool on) {
        return [&context, sentence, on](const domain::Result<void> &done) {
            if (!done) {
                context.fail(done.error());
                return;
            }
            context.out.done(sentence, {{u"rehearsal"_s, on}});
            context.finish(Done);
        };
    };
    if (word == u"on")
        context.session->beginRehearsal(
            told(u"Rehearsal: everything is sent to simulated phones and mailboxes."_s, true));
    else if (word == u"off")
        context.session->endRehearsal(told(u"The rehearsal is over; what is sent reaches people."_s, false));
    else
        context.wrongUsage(u"rehearsal takes on or off"_s);
}

} // namespace

QList<Command> workspaceCommands()
{
    using engine::SessionMode;
    return {
        {{u"init"_s},
         u"--name NAME --country CC --timezone ZONE [--currency CUR]"_s,
         u"make a workspace"_s,
         {u"name="_s, u"country="_s, u"timezone="_s, u"currency="_s},
         0,
         0,
         std::nullopt,
         init},
        {{u"health"_s}, {}, u"say what runs and what is in trouble"_s, {}, 0, 0, SessionMode::ReadOnly, health},
        {{u"backup"_s},
         u"FILE"_s,
         u"copy the workspace, also while it is sending"_s,
         {},
         1,
         1,
         SessionMode::CommandsOnly,
         backup},
        {{u"rehearsal"_s},
         u"on|off"_s,
         u"send everything to simulated phones and mailboxes, on a copy that is thrown away at the end"_s,
         {},
         1,
         1,
         SessionMode::CommandsOnly,
         rehearsal},
        {{u"verify"_s},
         {},
         u"check every page of the file, the ledgers and the counters"_s,
         {},
         0,
         0,
         std::nullopt,
         verify},
    };
}

} // namespace ctl
