#include "app/ctl/context.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace ctl {

QJsonObject summaryOf(const engine::WebhookStatus &status)
{
    using State = engine::WebhookStatus::State;
    QJsonObject json{{u"enabled"_s, status.settings.enabled},
                     {u"state"_s, status.state == State::Listening ? u"listening"_s
                                  : status.state == State::Failed  ? u"failed"_s
                                                                   : u"off"_s}};
    if (status.state == State::Listening)
        json.insert(u"port"_s, status.port);
    if (status.state == State::Failed) {
        json.insert(u"problem"_s, status.problem);
        json.insert(u"detail"_s, status.problemDetail);
    }
    return json;
}

namespace {

QJsonObject jsonOf(const engine::WebhookStatus &status)
{
    QJsonObject json = summaryOf(status);
    json.insert(u"address"_s, status.settings.address);
    json.insert(u"port"_s, status.port > 0 ? status.port : status.settings.port);
    json.insert(u"certificate"_s, status.settings.certificate);
    json.insert(u"key"_s, status.settings.key);
    json.insert(u"public_url"_s, status.settings.publicUrl);
    json.insert(u"since"_s, ctl::jsonOf(status.since));
    json.insert(u"unsubscribed"_s, status.optOuts);
    QJsonArray providers;
    for (const engine::WebhookStatus::Provider &one : status.providers)
        providers << QJsonObject{{u"name"_s, one.name},
                                 {u"kind"_s, one.kind},
                                 {u"takes_webhooks"_s, one.takesWebhooks},
                                 {u"url"_s, one.url},
                                 {u"accepted"_s, one.accepted},
                                 {u"refused"_s, one.refused},
                                 {u"unreadable"_s, one.unreadable},
                                 {u"last_at"_s, ctl::jsonOf(one.lastAt)},
                                 {u"last_refused_at"_s, ctl::jsonOf(one.lastRefusedAt)}};
    json.insert(u"providers"_s, providers);
    return json;
}

void status(Context &context)
{
    context.ask([](engine::Queries &queries) { return queries.webhooks(); },
                [&context](const engine::WebhookStatus &status) {
                    QJsonObject json = jsonOf(status);
                    if (context.out.json()) {
                        context.out.object(json);
                    } else {
                        const QJsonArray providers = json.take(u"providers"_s).toArray();
                        context.out.object(json);
                        context.out.table({u"name"_s, u"accepted"_s, u"refused"_s, u"last_at"_s, u"url"_s}, providers);
                    }
                    context.finish(Done);
                });
}

void save(Context &context, const engine::WebhookSettings &settings, const QString &sentence)
{
    context.command([settings](engine::Commands &commands) { return commands.saveWebhooks(settings); },
                    [&context, sentence] {
                        context.out.done(sentence);
                        context.finish(Done);
                    });
}

void enable(Context &context)
{
    context.ask([](engine::Queries &queries) { return queries.webhooks(); },
                [&context](const engine::WebhookStatus &status) {
                    engine::WebhookSettings settings = status.settings;
                    settings.enabled = true;
                    const auto port = numberOption(context, u"port"_s, settings.port, 1, 65'535);
                    if (!port)
                        return;
                    settings.port = *port;
                    const Arguments &given = context.arguments;
                    settings.address = given.value(u"address"_s, settings.address);
                    settings.publicUrl = given.value(u"public-url"_s, settings.publicUrl);
                    // The engine runs in a folder of its own.
                    const auto file = [&given](const QString &name, const QString &otherwise) {
                        const QString path = given.value(name, otherwise);
                        return path.isEmpty() ? path : QFileInfo(path).absoluteFilePath();
                    };
                    settings.certificate = file(u"certificate"_s, settings.certificate);
                    settings.key = file(u"key"_s, settings.key);
                    save(context, settings,
                         u"Webhooks are taken on %1, port %2, while Heliograph runs. 'webhooks status' says whether "
                         "that works and lists the addresses for your providers."_s.arg(settings.address)
                             .arg(settings.port));
                });
}

void disable(Context &context)
{
    context.ask([](engine::Queries &queries) { return queries.webhooks(); },
                [&context](const engine::WebhookStatus &status) {
                    engine::WebhookSettings settings = status.settings;
                    settings.enabled = false;
                    save(context, settings, u"No webhooks are taken any more; providers are polled."_s);
                });
}

} // namespace

QList<Command> webhookCommands()
{
    using engine::SessionMode;
    return {
        {{u"webhooks"_s, u"status"_s},
         {},
         u"say whether webhooks are taken, and each provider's address for them"_s,
         {},
         0,
         0,
         SessionMode::ReadOnly,
         status},
        {{u"webhooks"_s, u"enable"_s},
         u"[--port N] [--address IP] [--certificate FILE --key FILE] [--public-url URL]"_s,
         u"take what providers tell by themselves: plain on loopback behind a tunnel, or with a certificate"_s,
         {u"port="_s, u"address="_s, u"certificate="_s, u"key="_s, u"public-url="_s},
         0,
         0,
         SessionMode::CommandsOnly,
         enable},
        {{u"webhooks"_s, u"disable"_s}, {}, u"take none"_s, {}, 0, 0, SessionMode::CommandsOnly, disable},
    };
}

} // namespace ctl
