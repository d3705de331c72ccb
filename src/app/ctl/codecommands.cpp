#include "app/ctl/context.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

constexpr qint64 longestLine = 256;

/// What stands in the first line of the standard input.
QString lineOfInput()
{
    QFile input;
    return input.open(stdin, QIODevice::ReadOnly) ? QString::fromUtf8(input.readLine(longestLine)).trimmed()
                                                  : QString();
}

std::optional<domain::Channel> channelIn(Context &context)
{
    const QString word = context.arguments.value(u"channel"_s, u"sms"_s);
    const auto channel = domain::channelFromText(word);
    if (!channel)
        context.wrongUsage(u"there is no channel '%1'"_s.arg(word));
    return channel;
}

void order(Context &context, const engine::CodeOrder &order)
{
    context.call<domain::MessageId>(
        [order](engine::Commands &commands, engine::Reply<domain::MessageId> done) {
            commands.sendCode(order, std::move(done));
        },
        [&context](domain::MessageId id) {
            context.out.done(u"The code leaves as message %1."_s.arg(id.value), {{u"message"_s, id.value}});
            context.finish(Done);
        });
}

void send(Context &context)
{
    const auto channel = channelIn(context);
    const auto seconds = channel ? numberOption(context, u"expire"_s, 300, 60, 3600) : std::nullopt;
    if (!seconds)
        return;
    engine::CodeOrder wanted;
    wanted.channel = *channel;
    wanted.to = context.arguments.value(u"to"_s);
    wanted.text = context.arguments.value(u"text"_s);
    wanted.validity = std::chrono::seconds(*seconds);
    if (wanted.to.isEmpty()) {
        context.wrongUsage(u"--to is missing"_s);
        return;
    }
    const QString name = context.arguments.value(u"provider"_s);
    if (name.isEmpty()) {
        order(context, wanted);
        return;
    }
    context.ask([](engine::Queries &queries) { return queries.providers(); },
                [&context, wanted, name](const QList<engine::ProviderRow> &providers) mutable {
                    for (const engine::ProviderRow &provider : providers)
                        if (provider.name.compare(name, Qt::CaseInsensitive) == 0)
                            wanted.provider = provider.id;
                    if (wanted.provider.isValid())
                        order(context, wanted);
                    else
                        context.fail({domain::ErrorCode::NotFound, u"no provider of that name"_s, name});
                });
}

QString wordOf(engine::CodeVerdict verdict)
{
    using Verdict = engine::CodeVerdict;
    switch (verdict) {
    case Verdict::Right:
        return u"right"_s;
    case Verdict::Wrong:
        return u"wrong"_s;
    case Verdict::Expired:
        return u"expired"_s;
    case Verdict::Used:
        return u"used"_s;
    case Verdict::TooManyTries:
        return u"too_many_tries"_s;
    }
    Q_UNREACHABLE();
}

// The code comes by the standard input: on the command line everybody on the machine could read it.
void verify(Context &context)
{
    const auto channel = channelIn(context);
    if (!channel)
        return;
    const engine::CodeCheck check{*channel, context.arguments.value(u"to"_s), lineOfInput()};
    if (check.to.isEmpty()) {
        context.wrongUsage(u"--to is missing"_s);
        return;
    }
    context.call<engine::CodeVerdict>(
        [check](engine::Commands &commands, engine::Reply<engine::CodeVerdict> done) {
            commands.checkCode(check, std::move(done));
        },
        [&context](engine::CodeVerdict verdict) {
            context.out.object({{u"result"_s, wordOf(verdict)}});
            context.finish(verdict == engine::CodeVerdict::Right ? Done : Failed);
        });
}

} // namespace

QList<Command> codeCommands()
{
    using engine::SessionMode;
    return {
        {{u"otp"_s, u"send"_s},
         u"--to NUMBER [--channel sms|whatsapp] [--provider NAME] [--expire SECONDS] [--text 'Your code: {{otp}}']"_s,
         u"have a provider make and send a one-time code; it leaves with `run` or the open window"_s,
         {u"to="_s, u"channel="_s, u"provider="_s, u"expire="_s, u"text="_s},
         0,
         0,
         SessionMode::CommandsOnly,
         send},
        {{u"otp"_s, u"verify"_s},
         u"--to NUMBER [--channel sms|whatsapp]"_s,
         u"ask the provider whether the code on the standard input is the one (exit status 0)"_s,
         {u"to="_s, u"channel="_s},
         0,
         0,
         SessionMode::CommandsOnly,
         verify}};
}

} // namespace ctl
