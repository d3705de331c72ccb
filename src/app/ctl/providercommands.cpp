#include "app/ctl/context.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

// A secret comes by standard input, its first line; never by an argument, which every program of the machine can read.
std::optional<QString> secretFromInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray line = input.readLine(4096).trimmed();
    return line.isEmpty() ? std::nullopt : std::optional(QString::fromUtf8(line));
}

std::optional<double> rateOption(Context &context)
{
    if (!context.arguments.has(u"rate"_s))
        return 10.0;
    bool isNumber = false;
    const double rate = context.arguments.value(u"rate"_s).toDouble(&isNumber);
    if (isNumber && rate > 0 && rate <= 1'000'000)
        return rate;
    context.wrongUsage(u"--rate takes messages per second, more than 0"_s);
    return std::nullopt;
}

void add(Context &context)
{
    const QString kind = context.arguments.plain().constFirst();
    if (kind != u"twilio") {
        context.wrongUsage(u"there is no provider kind '%1'; known: twilio"_s.arg(kind));
        return;
    }
    const auto rate = rateOption(context);
    if (!rate)
        return;
    const auto inFlight = numberOption(context, u"in-flight"_s, 16, 1, 10'000);
    if (!inFlight)
        return;
    engine::ProviderDraft draft;
    draft.kind = kind;
    draft.name = context.arguments.value(u"name"_s, u"Twilio"_s);
    draft.ratePerSecond = *rate;
    draft.inFlight = *inFlight;
    const QList<std::pair<QString, QString>> settings{{u"account-sid"_s, u"accountSid"_s},
                                                      {u"from"_s, u"from"_s},
                                                      {u"messaging-service"_s, u"messagingServiceSid"_s},
                                                      {u"api-key-sid"_s, u"apiKeySid"_s},
                                                      {u"base-url"_s, u"baseUrl"_s}};
    for (const auto &[option, key] : settings)
        if (context.arguments.has(option))
            draft.settings.insert(key, context.arguments.value(option));
    const auto secret = secretFromInput();
    if (!secret) {
        context.wrongUsage(
            u"the auth token (or the API key's secret) is read from standard input, and there is none"_s);
        return;
    }
    draft.secrets.insert(context.arguments.has(u"api-key-sid"_s) ? u"apiKeySecret"_s : u"authToken"_s, *secret);
    context.call<domain::ProviderId>(
        [draft](engine::Commands &commands, engine::Reply<domain::ProviderId> done) {
            commands.saveProvider(draft, std::move(done));
        },
        [&context, draft](domain::ProviderId id) {
            context.out.done(u"Added the provider '%1'."_s.arg(draft.name), {{u"id"_s, id.value}});
            context.finish(Done);
        });
}

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

} // namespace

QList<Command> providerCommands()
{
    using engine::SessionMode;
    return {
        {{u"provider"_s, u"add"_s},
         u"twilio --name NAME --account-sid AC… --from +1… [--messaging-service MG…] [--api-key-sid SK…] [--base-url "
         u"URL] "
         "[--rate PER_SECOND] [--in-flight N]   (auth token on standard input)"_s,
         u"add an account to send through"_s,
         {u"name="_s, u"account-sid="_s, u"from="_s, u"messaging-service="_s, u"api-key-sid="_s, u"base-url="_s,
          u"rate="_s, u"in-flight="_s},
         1,
         1,
         SessionMode::CommandsOnly,
         add},
        {{u"provider"_s, u"list"_s}, {}, u"list providers"_s, {}, 0, 0, SessionMode::ReadOnly, list},
        {{u"provider"_s, u"test"_s}, u"NAME"_s, u"try the connection"_s, {}, 1, 1, SessionMode::CommandsOnly, test},
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
