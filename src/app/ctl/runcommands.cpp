#include "app/common/unixsignals.h"
#include "app/ctl/context.h"

#include <cstdio>

using namespace Qt::StringLiterals;
using domain::MessageId;
using domain::MessageState;

namespace ctl {

namespace {

QJsonObject jsonOf(const engine::MessageRow &row)
{
    return {{u"id"_s, row.id.value},
            {u"contact"_s, row.contactId.value},
            {u"name"_s, row.contactName},
            {u"address"_s, row.addressTail},
            {u"campaign"_s, row.campaignName},
            {u"template"_s, row.templateName},
            {u"provider"_s, row.providerName},
            {u"channel"_s, domain::toText(row.channel)},
            {u"state"_s, domain::toText(row.state)},
            {u"reason"_s, row.reason},
            {u"text"_s, row.body},
            {u"segments"_s, row.segments},
            {u"attempts"_s, row.attempts},
            {u"cost"_s, decimalOf(row.cost.micros)},
            {u"currency"_s, row.cost.currency},
            {u"created_at"_s, ctl::jsonOf(row.createdAt)},
            {u"due_at"_s, ctl::jsonOf(row.dueAt)},
            {u"delivered_at"_s, ctl::jsonOf(row.deliveredAt)}};
}

void printMessages(Context &context, const engine::MessageQuery &query, qsizetype limit)
{
    context.askAll([query](engine::Queries &queries, const QString &cursor,
                           int rows) { return queries.messages(query, cursor, rows); },
                   limit, [](const engine::MessageRow &row) { return jsonOf(row); },
                   [&context](const QJsonArray &rows) {
                       context.out.table(
                           {u"id"_s, u"name"_s, u"address"_s, u"state"_s, u"reason"_s, u"attempts"_s, u"text"_s}, rows);
                       context.finish(Done);
                   });
}

void listMessages(Context &context)
{
    engine::MessageQuery query;
    for (const QString &word : context.arguments.values(u"state"_s)) {
        const auto state = domain::messageStateFromText(word);
        if (!state) {
            context.wrongUsage(u"there is no state '%1'"_s.arg(word));
            return;
        }
        query.states << *state;
    }
    const auto limit = numberOption(context, u"limit"_s, 50, 1, 10'000'000);
    if (!limit)
        return;
    if (!context.arguments.has(u"campaign"_s)) {
        printMessages(context, query, *limit);
        return;
    }
    context.ask([name = context.arguments.value(u"campaign"_s)](
                    engine::Queries &queries) { return queries.campaignByName(name); },
                [&context, query, limit = *limit](const engine::CampaignRow &row) mutable {
                    query.campaign = row.campaign.id;
                    printMessages(context, query, limit);
                });
}

void showMessage(Context &context)
{
    bool isNumber = false;
    const MessageId id{context.arguments.plain().constFirst().toLongLong(&isNumber)};
    if (!isNumber) {
        context.wrongUsage(u"a message is named by its number"_s);
        return;
    }
    context.ask([id](engine::Queries &queries) { return queries.story(id); },
                [&context](const engine::MessageStory &story) {
                    QJsonObject json = jsonOf(story.row);
                    json.insert(u"to"_s, story.address);
                    json.insert(u"origin"_s, story.origin);
                    json.insert(u"encoding"_s, story.encoding);
                    json.insert(u"error_code"_s, story.errorCode);
                    json.insert(u"error_text"_s, story.errorText);
                    json.insert(u"provider_message_id"_s, story.providerMessageId);
                    json.insert(u"accepted_at"_s, ctl::jsonOf(story.acceptedAt));
                    json.insert(u"sent_at"_s, ctl::jsonOf(story.sentAt));
                    json.insert(u"final_at"_s, ctl::jsonOf(story.finalAt));
                    json.insert(u"next_look_at"_s, ctl::jsonOf(story.nextLookAt));
                    QJsonArray attempts;
                    for (const engine::AttemptRow &attempt : story.attempts)
                        attempts << QJsonObject{{u"number"_s, attempt.number},
                                                {u"provider"_s, attempt.providerName},
                                                {u"reference"_s, attempt.reference},
                                                {u"started_at"_s, ctl::jsonOf(attempt.startedAt)},
                                                {u"finished_at"_s, ctl::jsonOf(attempt.finishedAt)},
                                                {u"outcome"_s, attempt.outcome},
                                                {u"http_status"_s, attempt.httpStatus},
                                                {u"latency_ms"_s, attempt.latencyMs},
                                                {u"code"_s, attempt.code},
                                                {u"detail"_s, attempt.detail}};
                    json.insert(u"attempts"_s, attempts);
                    QJsonArray statuses;
                    for (const engine::StatusRow &status : story.statuses)
                        statuses << QJsonObject{{u"at"_s, ctl::jsonOf(status.at)},
                                                {u"said_at"_s, ctl::jsonOf(status.saidAt)},
                                                {u"state"_s, domain::toText(status.state)},
                                                {u"source"_s, status.source},
                                                {u"code"_s, status.code},
                                                {u"detail"_s, status.detail}};
                    json.insert(u"statuses"_s, statuses);
                    context.out.object(json);
                    context.finish(Done);
                });
}

void decide(Context &context)
{
    bool isNumber = false;
    const MessageId id{context.arguments.plain().value(0).toLongLong(&isNumber)};
    const QString word = context.arguments.plain().value(1);
    engine::DoubtDecision decision = engine::DoubtDecision::WasSent;
    if (word == u"send-again")
        decision = engine::DoubtDecision::SendAgain;
    else if (word == u"give-up")
        decision = engine::DoubtDecision::GiveUp;
    else if (word != u"was-sent")
        isNumber = false;
    if (!isNumber) {
        context.wrongUsage(u"messages decide takes a message's number and was-sent, send-again or give-up"_s);
        return;
    }
    context.command([id, decision](engine::Commands &commands) { return commands.decideDoubt(id, decision); },
                    [&context] {
                        context.out.done(u"Decided."_s);
                        context.finish(Done);
                    });
}

void run(Context &context)
{
    auto *signal = new app::UnixSignals(&context);
    QObject::connect(signal, &app::UnixSignals::stopAsked, &context, [&context] { context.finish(Done); });
    if (context.arguments.has(u"until-idle"_s))
        QObject::connect(context.session, &engine::WorkspaceSession::idle, &context,
                         [&context] { context.finish(Done); });
    if (!context.out.json())
        QObject::connect(context.session, &engine::EngineClient::statusChanged, &context,
                         [last = QString()](const engine::EngineStatus &status) mutable {
                             QString line =
                                 u"%1/s, %2 waiting, %3 on the way, %4 in doubt"_s.arg(status.sentPerSecond, 0, 'f', 0)
                                     .arg(status.queued)
                                     .arg(status.inFlight)
                                     .arg(status.uncertain);
                             if (!status.lastProblem.isEmpty())
                                 line += u" - "_s + status.lastProblem + u' ' + status.lastProblemDetail;
                             if (line == last)
                                 return;
                             last = line;
                             std::fprintf(stderr, "%s\n", qPrintable(line));
                         });
}

} // namespace

QList<Command> runCommands()
{
    using engine::SessionMode;
    return {
        {{u"run"_s},
         u"[--until-idle]"_s,
         u"send, without a window, until stopped or idle"_s,
         {u"until-idle"_s},
         0,
         0,
         SessionMode::Engine,
         run},
        {{u"messages"_s, u"list"_s},
         u"[--campaign NAME] [--state STATE]… [--limit N]"_s,
         u"list messages, newest first"_s,
         {u"campaign="_s, u"state=*"_s, u"limit="_s},
         0,
         0,
         SessionMode::ReadOnly,
         listMessages},
        {{u"messages"_s, u"show"_s},
         u"ID"_s,
         u"a message's whole story"_s,
         {},
         1,
         1,
         SessionMode::ReadOnly,
         showMessage},
        {{u"messages"_s, u"decide"_s},
         u"ID was-sent|send-again|give-up"_s,
         u"settle a message in doubt"_s,
         {},
         2,
         2,
         SessionMode::CommandsOnly,
         decide},
    };
}

} // namespace ctl
