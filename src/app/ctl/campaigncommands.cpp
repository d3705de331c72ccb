#include "app/ctl/context.h"
#include "domain/schedule/zonetime.h"

#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using domain::CampaignId;
using domain::MessageState;

namespace ctl {

namespace {

QJsonObject jsonOf(const engine::CampaignRow &row)
{
    const domain::Campaign &campaign = row.campaign;
    const domain::MessageCounts &counts = row.counts;
    QJsonObject json{{u"id"_s, campaign.id.value},
                     {u"name"_s, campaign.name},
                     {u"state"_s, domain::toText(campaign.state)},
                     {u"template"_s, row.templateName},
                     {u"segment"_s, campaign.segmentId.isValid() ? row.segmentName : QString()},
                     {u"start_at"_s, ctl::jsonOf(campaign.startAt)},
                     {u"launched_at"_s, ctl::jsonOf(campaign.launchedAt)},
                     {u"completed_at"_s, ctl::jsonOf(campaign.completedAt)},
                     {u"recipients"_s, counts.total()},
                     {u"segments"_s, counts.segments},
                     {u"cost"_s, decimalOf(counts.cost.micros)},
                     {u"currency"_s, counts.cost.currency}};
    for (const MessageState state : domain::allMessageStates)
        json.insert(domain::toText(state), counts.of(state));
    return json;
}

// "2026-11-21 09:00" in the workspace's zone, or ISO 8601 with an offset or Z.
std::optional<domain::Instant> instantOf(const QString &text, const QString &zone)
{
    QDateTime at = QDateTime::fromString(text, Qt::ISODate);
    if (!at.isValid())
        at = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm"_s);
    if (!at.isValid())
        return std::nullopt;
    if (at.timeSpec() == Qt::LocalTime)
        return domain::resolveLocal(at.date(), at.time(), QTimeZone(zone.toUtf8()));
    return domain::fromMillis(at.toMSecsSinceEpoch());
}

struct Wanted
{
    domain::Campaign campaign;
    QString zone;
};

void launch(Context &context, CampaignId id, const QString &name)
{
    context.command([id](engine::Commands &commands) { return commands.launchCampaign(id); },
                    [&context, id, name] {
                        context.out.done(u"Launched the campaign '%1'; it sends while an engine runs."_s.arg(name),
                                         {{u"id"_s, id.value}});
                        context.finish(Done);
                    });
}

void create(Context &context)
{
    const Arguments &given = context.arguments;
    const QString name = given.value(u"name"_s).trimmed();
    const QString templateName = given.value(u"template"_s);
    const QString segment = given.value(u"segment"_s);
    if (name.isEmpty() || templateName.isEmpty() || given.has(u"segment"_s) == given.has(u"all"_s)) {
        context.wrongUsage(u"campaign create needs --name, --template and either --segment or --all"_s);
        return;
    }
    const auto pace = numberOption(context, u"pace"_s, 0, 0, 1'000'000);
    if (!pace)
        return;
    context.ask(
        [=](engine::Queries &queries) -> domain::Result<Wanted> {
            Wanted wanted;
            auto record = queries.templateByName(templateName);
            if (!record)
                return tl::unexpected(record.error());
            wanted.campaign.name = name;
            wanted.campaign.templateId = record->id;
            wanted.campaign.channel = record->channel;
            wanted.campaign.category = record->category;
            wanted.campaign.pacePerMinute = *pace;
            if (!segment.isEmpty()) {
                auto found = queries.segmentByName(segment);
                if (!found)
                    return tl::unexpected(found.error());
                wanted.campaign.segmentId = found->id;
            }
            auto workspace = queries.workspace();
            if (!workspace)
                return tl::unexpected(workspace.error());
            wanted.zone = workspace->timeZone;
            return wanted;
        },
        [&context](Wanted wanted) {
            if (const QString at = context.arguments.value(u"at"_s); !at.isEmpty()) {
                wanted.campaign.startAt = instantOf(at, wanted.zone);
                if (!wanted.campaign.startAt) {
                    context.wrongUsage(
                        u"--at takes a time such as '2026-11-21 09:00' or 2026-11-21T09:00:00Z, not '%1'"_s.arg(at));
                    return;
                }
            }
            context.command(
                [campaign = wanted.campaign](engine::Commands &commands) { return commands.saveCampaign(campaign); },
                [&context, wanted](CampaignId id) {
                    if (context.arguments.has(u"launch"_s)) {
                        launch(context, id, wanted.campaign.name);
                        return;
                    }
                    context.out.done(u"Saved the campaign '%1' as a draft."_s.arg(wanted.campaign.name),
                                     {{u"id"_s, id.value}});
                    context.finish(Done);
                });
        });
}

void list(Context &context)
{
    context.ask([](engine::Queries &queries) { return queries.campaigns(); },
                [&context](const QList<engine::CampaignRow> &campaigns) {
                    QJsonArray rows;
                    for (const engine::CampaignRow &row : campaigns)
                        rows << jsonOf(row);
                    context.out.table({u"id"_s, u"name"_s, u"state"_s, u"recipients"_s, u"delivered"_s, u"queued"_s,
                                       u"uncertain"_s, u"cost"_s},
                                      rows);
                    context.finish(Done);
                });
}

void show(Context &context)
{
    const QString name = context.arguments.plain().constFirst();
    context.ask([name](engine::Queries &queries) { return queries.campaignByName(name); },
                [&context](const engine::CampaignRow &row) {
                    context.out.object(jsonOf(row));
                    context.finish(Done);
                });
}

using Action = domain::Result<void> (engine::Commands::*)(CampaignId);

std::function<void(Context &)> doing(Action action, const QString &sentence)
{
    return [action, sentence](Context &context) {
        const QString name = context.arguments.plain().constFirst();
        context.ask([name](engine::Queries &queries) { return queries.campaignByName(name); },
                    [&context, action, sentence, name](const engine::CampaignRow &row) {
                        context.command([id = row.campaign.id,
                                         action](engine::Commands &commands) { return (commands.*action)(id); },
                                        [&context, sentence, name] {
                                            context.out.done(sentence.arg(name));
                                            context.finish(Done);
                                        });
                    });
    };
}

void retry(Context &context)
{
    const QString name = context.arguments.plain().constFirst();
    context.ask(
        [name](engine::Queries &queries) { return queries.campaignByName(name); },
        [&context](const engine::CampaignRow &row) {
            context.command(
                [id = row.campaign.id](engine::Commands &commands) { return commands.retryFailed(id); },
                [&context](qint64 messages) {
                    context.out.done(u"%1 messages will be tried again."_s.arg(messages), {{u"messages"_s, messages}});
                    context.finish(Done);
                });
        });
}

} // namespace

QList<Command> campaignCommands()
{
    using engine::Commands;
    using engine::SessionMode;
    const auto mode = SessionMode::CommandsOnly;
    return {
        {{u"campaign"_s, u"create"_s},
         u"--name NAME --template NAME (--segment NAME | --all) [--at TIME] [--pace PER_MINUTE] [--launch]"_s,
         u"make a campaign"_s,
         {u"name="_s, u"template="_s, u"segment="_s, u"all"_s, u"at="_s, u"pace="_s, u"launch"_s},
         0,
         0,
         mode,
         create},
        {{u"campaign"_s, u"list"_s}, {}, u"list campaigns"_s, {}, 0, 0, SessionMode::ReadOnly, list},
        {{u"campaign"_s, u"show"_s}, u"NAME"_s, u"show a campaign's counts"_s, {}, 1, 1, SessionMode::ReadOnly, show},
        {{u"campaign"_s, u"launch"_s},
         u"NAME"_s,
         u"launch a draft"_s,
         {},
         1,
         1,
         mode,
         doing(&Commands::launchCampaign, u"Launched '%1'."_s)},
        {{u"campaign"_s, u"pause"_s},
         u"NAME"_s,
         u"send nothing more for now"_s,
         {},
         1,
         1,
         mode,
         doing(&Commands::pauseCampaign, u"Paused '%1'."_s)},
        {{u"campaign"_s, u"resume"_s},
         u"NAME"_s,
         u"go on"_s,
         {},
         1,
         1,
         mode,
         doing(&Commands::resumeCampaign, u"'%1' goes on."_s)},
        {{u"campaign"_s, u"cancel"_s},
         u"NAME"_s,
         u"never send the rest"_s,
         {},
         1,
         1,
         mode,
         doing(&Commands::cancelCampaign, u"Cancelled '%1'."_s)},
        {{u"campaign"_s, u"retry"_s}, u"NAME"_s, u"try the failed once more"_s, {}, 1, 1, mode, retry},
    };
}

} // namespace ctl
