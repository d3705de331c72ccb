#include "app/ctl/context.h"
#include "app/ctl/provideradd.h"

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

void list(Context &context)
{
    context.ask([](engine::Queries &queries) { return queries.providers(); },
                [&context](const QList<engine::ProviderRow> &providers) {
                    QJsonArray rows;
                    for (const engine::ProviderRow &provider : providers)
                        rows << QJsonObject{{u"id"_s, provider.id.value},        {u"name"_s, provider.name},
                                            {u"kind"_s, provider.kind},          {u"settings"_s, provider.settings},
                                            {u"enabled"_s, provider.enabled},    {u"paused"_s, provider.pausedReason},
                                            {u"rate"_s, provider.ratePerSecond}, {u"in_flight"_s, provider.inFlight}};
                    context.out.table(
                        {u"id"_s, u"name"_s, u"kind"_s, u"enabled"_s, u"paused"_s, u"rate"_s, u"in_flight"_s}, rows);
                    context.finish(Done);
                });
}

void withProvider(Context &context, const std::function<void(const engine::ProviderRow &)> &then)
{
    const QString name = context.arguments.plain().constFirst();
    context.ask([](engine::Queries &queries) { return queries.providers(); },
                [&context, name, then](const QList<engine::ProviderRow> &providers) {
                    for (const engine::ProviderRow &provider : providers)
                        if (provider.name.compare(name, Qt::CaseInsensitive) == 0) {
                            then(provider);
                            return;
                        }
                    context.fail({domain::ErrorCode::NotFound, u"no provider of that name"_s, name});
                });
}

void resume(Context &context)
{
    withProvider(context, [&context](const engine::ProviderRow &provider) {
        context.command([id = provider.id](engine::Commands &commands) { return commands.resumeProvider(id); },
                        [&context, provider] {
                            context.out.done(u"'%1' sends again."_s.arg(provider.name));
                            context.finish(Done);
                        });
    });
}

void remove(Context &context)
{
    withProvider(context, [&context](const engine::ProviderRow &provider) {
        context.call<void>(
            [id = provider.id](engine::Commands &commands, engine::Reply<void> done) {
                commands.removeProvider(id, std::move(done));
            },
            [&context, provider] {
                context.out.done(u"Removed the provider '%1'."_s.arg(provider.name));
                context.finish(Done);
            });
    });
}

QString wordOf(domain::ConnectionReport::Verdict verdict)
{
    using Verdict = domain::ConnectionReport::Verdict;
    switch (verdict) {
    case Verdict::Works:
        return u"works"_s;
    case Verdict::NameNotFound:
        return u"name_not_found"_s;
    case Verdict::NetworkFailed:
        return u"network_failed"_s;
    case Verdict::TlsFailed:
        return u"tls_failed"_s;
    case Verdict::CredentialsRefused:
        return u"credentials_refused"_s;
    case Verdict::SenderRefused:
        return u"sender_refused"_s;
    case Verdict::Unexpected:
        return u"unexpected"_s;
    }
    Q_UNREACHABLE();
}

void test(Context &context)
{
    withProvider(context, [&context](const engine::ProviderRow &provider) {
        engine::ProviderDraft draft;
        draft.id = provider.id;
        draft.kind = provider.kind;
        draft.name = provider.name;
        draft.settings = provider.settings;
        context.call<domain::ConnectionReport>(
            [draft](engine::Commands &commands, engine::Reply<domain::ConnectionReport> done) {
                commands.testProvider(draft, std::move(done));
            },
            [&context](const domain::ConnectionReport &report) {
                QJsonObject json{{u"result"_s, wordOf(report.verdict)}, {u"provider_says"_s, report.providerWords}};
                if (report.balance) {
                    json.insert(u"balance"_s, decimalOf(report.balance->micros));
                    json.insert(u"currency"_s, report.balance->currency);
                }
                context.out.object(json);
                context.finish(report.verdict == domain::ConnectionReport::Verdict::Works ? Done : Failed);
            });
    });
}

void refresh(Context &context)
{
    withProvider(context, [&context](const engine::ProviderRow &provider) {
        context.call<void>(
            [id = provider.id](engine::Commands &commands, engine::Reply<void> done) {
                commands.readProviderLists(id, std::move(done));
            },
            [&context, provider] {
                context.out.done(u"Read anew what '%1' keeps."_s.arg(provider.name));
                context.finish(Done);
            });
    });
}

void templates(Context &context)
{
    withProvider(context, [&context](const engine::ProviderRow &provider) {
        context.ask([id = provider.id](engine::Queries &queries) { return queries.providerTemplates(id); },
                    [&context](const engine::ProviderTemplateList &list) {
                        QJsonArray rows;
                        for (const domain::ProviderTemplate &one : list.templates)
                            rows << QJsonObject{{u"name"_s, one.name},
                                                {u"language"_s, one.language},
                                                {u"state"_s, one.state},
                                                {u"category"_s, one.category},
                                                {u"reason"_s, one.reason},
                                                {u"header"_s, QJsonArray::fromStringList(one.headerParameters)},
                                                {u"body"_s, QJsonArray::fromStringList(one.bodyParameters)},
                                                {u"buttons"_s, one.buttonPositions.size()},
                                                {u"text"_s, one.body}};
                        context.out.table({u"name"_s, u"language"_s, u"state"_s, u"category"_s, u"text"_s}, rows);
                        context.finish(Done);
                    });
    });
}

} // namespace

QList<Command> providerCommands()
{
    using engine::SessionMode;
    return {
        {{u"provider"_s, u"add"_s},
         u"KIND [--preset FILE] [--name NAME] [--rate PER_SECOND] [--in-flight N] [--SETTING VALUE …]   (secrets on "
         u"standard input;"
         " --help lists the settings)"_s,
         u"add an account to send through"_s,
         addOptions(),
         1,
         1,
         SessionMode::CommandsOnly,
         addProvider,
         true,
         addHelp},
        {{u"provider"_s, u"kinds"_s},
         {},
         u"list the kinds of provider there are"_s,
         {},
         0,
         0,
         std::nullopt,
         listKinds,
         false},
        {{u"provider"_s, u"list"_s}, {}, u"list providers"_s, {}, 0, 0, SessionMode::ReadOnly, list},
        {{u"provider"_s, u"test"_s}, u"NAME"_s, u"try the connection"_s, {}, 1, 1, SessionMode::CommandsOnly, test},
        {{u"provider"_s, u"templates"_s},
         u"NAME"_s,
         u"list the templates the provider keeps, as last read"_s,
         {},
         1,
         1,
         SessionMode::ReadOnly,
         templates},
        {{u"provider"_s, u"refresh"_s},
         u"NAME"_s,
         u"read the provider's templates and its list of opt-outs now"_s,
         {},
         1,
         1,
         SessionMode::CommandsOnly,
         refresh},
        {{u"provider"_s, u"resume"_s},
         u"NAME"_s,
         u"send again after a refusal paused it"_s,
         {},
         1,
         1,
         SessionMode::CommandsOnly,
         resume},
        {{u"provider"_s, u"remove"_s},
         u"NAME"_s,
         u"remove it and its secrets"_s,
         {},
         1,
         1,
         SessionMode::CommandsOnly,
         remove},
    };
}

} // namespace ctl
