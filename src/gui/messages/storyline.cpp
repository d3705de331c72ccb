#include "gui/messages/storyline.h"

#include "gui/kit/errortext.h"
#include "gui/kit/formats.h"
#include "gui/kit/tones.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

using domain::MessageState;

struct Storyline
{
    Q_DECLARE_TR_FUNCTIONS(gui::Storyline)
};

// It waited for its place among the open requests, and a pause or a refusal came first.
bool isGivenBack(const engine::AttemptRow &attempt)
{
    return attempt.outcome == "not_sent"_L1 && attempt.code == "given_back"_L1;
}

QString outcomeTitle(const engine::AttemptRow &attempt)
{
    const QString provider = attempt.providerName;
    if (!attempt.finishedAt)
        return Storyline::tr("Attempt %1: handed to %2, no answer yet").arg(attempt.number).arg(provider);
    if (isGivenBack(attempt))
        return Storyline::tr("Attempt %1: held back before it left").arg(attempt.number);
    if (attempt.outcome == "accepted"_L1)
        return Storyline::tr("Attempt %1: %2 took the message").arg(attempt.number).arg(provider);
    if (attempt.outcome == "rejected"_L1)
        return Storyline::tr("Attempt %1: %2 refused the message").arg(attempt.number).arg(provider);
    if (attempt.outcome == "throttled"_L1)
        return Storyline::tr("Attempt %1: %2 asked to slow down").arg(attempt.number).arg(provider);
    if (attempt.outcome == "not_sent"_L1)
        return Storyline::tr("Attempt %1: %2 could not be reached").arg(attempt.number).arg(provider);
    return Storyline::tr("Attempt %1: no answer from %2").arg(attempt.number).arg(provider);
}

Tone outcomeTone(const engine::AttemptRow &attempt)
{
    if (!attempt.finishedAt || attempt.outcome == "accepted"_L1)
        return Tone::OnTheWay;
    if (attempt.outcome == "rejected"_L1)
        return Tone::Failed;
    if (attempt.outcome == "unknown"_L1)
        return Tone::Doubt;
    return Tone::Waiting;
}

QString codeAndWords(const QString &code, const QString &words)
{
    if (code.isEmpty())
        return words.isEmpty() ? QString() : Storyline::tr("Provider: “%1”").arg(words);
    if (words.isEmpty())
        return Storyline::tr("Provider's code %1").arg(code);
    return Storyline::tr("Provider: “%1” (code %2)").arg(words, code);
}

QString joined(QStringList parts, const QString &by)
{
    parts.removeAll(QString());
    return parts.join(by);
}

QString sourceName(const QString &source)
{
    if (source == "poll"_L1)
        return Storyline::tr("asked the provider");
    if (source == "webhook"_L1)
        return Storyline::tr("told by the provider");
    if (source == "reconciliation"_L1)
        return Storyline::tr("found in the provider's records");
    if (source == "person"_L1)
        return Storyline::tr("a person");
    if (source == "answer"_L1)
        return Storyline::tr("the provider's answer");
    return Storyline::tr("Heliograph");
}

TimelineItem created(const engine::MessageStory &story)
{
    TimelineItem item;
    item.at = story.row.createdAt;
    item.title = originSentence(story);
    QStringList text;
    if (!story.row.templateName.isEmpty())
        text.append(Storyline::tr("Template %1").arg(story.row.templateName));
    text.append(wordFor(story.row.category));
    item.text = text.join(u" · "_s);
    return item;
}

void addChecks(const engine::MessageStory &story, QList<TimelineItem> &items)
{
    const engine::MessageRow &row = story.row;
    if (row.state == MessageState::Skipped) {
        items.append({story.finalAt, Storyline::tr("Left out: %1").arg(reasonPhrase(row.reason)),
                      reasonSentence(row.reason), Storyline::tr("checks"), Tone::Skipped});
        return;
    }
    if (row.claimedAt)
        items.append({row.claimedAt, Storyline::tr("All checks passed"),
                      Storyline::tr("Address, opt-outs, quiet hours, hourly limit, same text"), Storyline::tr("checks"),
                      Tone::Delivered, true});
}

void addAttempts(const engine::MessageStory &story, QList<TimelineItem> &items)
{
    for (const engine::AttemptRow &attempt : story.attempts) {
        QStringList facts;
        if (attempt.httpStatus > 0)
            facts.append(Storyline::tr("HTTP %1").arg(attempt.httpStatus));
        if (attempt.latencyMs > 0)
            facts.append(duration(std::chrono::milliseconds(attempt.latencyMs)));
        if (!attempt.providerMessageId.isEmpty())
            facts.append(attempt.providerMessageId);
        QString explained;
        if (isGivenBack(attempt))
            explained = Storyline::tr("Nothing was sent: there was a pause, or %1 had no place for it yet. "
                                      "The message went back to the queue.")
                            .arg(attempt.providerName);
        else if (attempt.outcome == "unknown"_L1)
            explained = reasonSentence(u"no_answer"_s);
        else if (attempt.outcome == "not_sent"_L1 || attempt.outcome == "throttled"_L1)
            explained = reasonSentence(attempt.outcome);
        items.append({attempt.startedAt,
                      outcomeTitle(attempt),
                      joined({facts.join(u" · "_s),
                              isGivenBack(attempt) ? QString() : codeAndWords(attempt.code, attempt.detail), explained},
                             u"\n"_s),
                      {},
                      outcomeTone(attempt)});
    }
}

void addStatuses(const engine::MessageStory &story, QList<TimelineItem> &items)
{
    for (const engine::StatusRow &status : story.statuses) {
        QString said;
        if (status.saidAt && std::chrono::abs(*status.saidAt - status.at) > std::chrono::seconds(90))
            said = Storyline::tr("By the provider's clock at %1").arg(exactTime(*status.saidAt));
        items.append({status.at, wordFor(status.state),
                      joined({codeAndWords(status.code, status.detail), said}, u"\n"_s), sourceName(status.source),
                      toneOf(status.state)});
    }
}

/// What the row itself knows and no status says.
void addFromRow(const engine::MessageStory &story, QList<TimelineItem> &items)
{
    const auto told = [&](MessageState state) {
        return std::any_of(story.statuses.begin(), story.statuses.end(),
                           [state](const engine::StatusRow &status) { return status.state == state; });
    };
    const QList<QPair<MessageState, std::optional<domain::Instant>>> known{
        {MessageState::Sent, story.sentAt},
        {MessageState::Delivered, story.row.deliveredAt},
        {MessageState::Read, story.readAt},
    };
    for (const auto &[state, at] : known)
        if (at && !told(state))
            items.append({at, wordFor(state), {}, {}, toneOf(state)});
    const MessageState state = story.row.state;
    if ((state == MessageState::Cancelled || state == MessageState::Expired) && !told(state))
        items.append({story.finalAt, wordFor(state), reasonSentence(story.row.reason), {}, toneOf(state)});
}

void addToCome(const engine::MessageStory &story, QList<TimelineItem> &items)
{
    const engine::MessageRow &row = story.row;
    if (row.state == MessageState::Queued || row.state == MessageState::Planned) {
        const QString why = reasonPhrase(row.reason);
        items.append({row.dueAt, why.isEmpty() ? Storyline::tr("Is to leave") : Storyline::tr("Waits: %1").arg(why),
                      reasonSentence(row.reason), Storyline::tr("to come"), Tone::Waiting, true});
        if (story.expiresAt)
            items.append({story.expiresAt,
                          Storyline::tr("Is given up if it has not left by then"),
                          {},
                          Storyline::tr("to come"),
                          Tone::Skipped,
                          true});
    }
    if (row.state == MessageState::Uncertain && !row.reason.isEmpty())
        items.append({std::nullopt,
                      Storyline::tr("In doubt: %1").arg(reasonPhrase(row.reason)),
                      reasonSentence(row.reason),
                      {},
                      Tone::Doubt,
                      true});
    if (story.nextLookAt && !domain::isFinal(row.state))
        items.append({story.nextLookAt,
                      Storyline::tr("The provider is asked again"),
                      {},
                      Storyline::tr("to come"),
                      Tone::Waiting,
                      true});
}

} // namespace

QString originSentence(const engine::MessageStory &story)
{
    if (story.origin == "campaign"_L1)
        return story.row.campaignName.isEmpty()
                   ? Storyline::tr("Written for a campaign")
                   : Storyline::tr("Written for the campaign %1").arg(story.row.campaignName);
    if (story.origin == "test"_L1)
        return Storyline::tr("Written as a test message");
    if (story.origin == "automation"_L1)
        return Storyline::tr("Written by an automation");
    if (story.origin == "api"_L1)
        return Storyline::tr("Asked for through the API");
    return Storyline::tr("Written by a person");
}

QList<TimelineItem> storylineOf(const engine::MessageStory &story)
{
    QList<TimelineItem> past{created(story)};
    addChecks(story, past);
    addAttempts(story, past);
    addStatuses(story, past);
    addFromRow(story, past);
    std::stable_sort(past.begin(), past.end(),
                     [](const TimelineItem &a, const TimelineItem &b) { return a.at && b.at && *a.at < *b.at; });
    QList<TimelineItem> all = std::move(past);
    addToCome(story, all);
    return all;
}

} // namespace gui
