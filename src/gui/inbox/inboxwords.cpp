#include "gui/inbox/inboxwords.h"

#include "domain/address/phone.h"
#include "gui/kit/errortext.h"
#include "gui/kit/formats.h"
#include "gui/kit/tones.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

struct InboxText
{
    Q_DECLARE_TR_FUNCTIONS(gui::InboxText)
};

QDate dayOf(domain::Instant at) { return QDateTime::fromMSecsSinceEpoch(domain::toMillis(at)).date(); }

QString timeOf(domain::Instant at) { return timeOfDay(QDateTime::fromMSecsSinceEpoch(domain::toMillis(at)).time()); }

/// What we understood a text to be.
void addIntent(Bubble &bubble, const QString &intent)
{
    if (intent == "opt_out"_L1) {
        bubble.note = InboxText::tr("Understood as opt-out");
        bubble.noteTone = Tone::Failed;
    } else if (intent == "opt_in"_L1) {
        bubble.note = InboxText::tr("Understood as opt-in");
        bubble.noteTone = Tone::Delivered;
    } else if (intent == "help"_L1) {
        bubble.note = InboxText::tr("Understood as a request for help");
        bubble.noteTone = Tone::OnTheWay;
    }
}

QString stateWords(const engine::ThreadEntry &entry)
{
    const QString why = reasonPhrase(entry.reason);
    const QString state = wordFor(entry.state);
    return why.isEmpty() ? state : InboxText::tr("%1: %2", "state of a message: why").arg(state, why);
}

Bubble inboundBubble(const engine::ThreadEntry &entry)
{
    Bubble bubble;
    bubble.key = u"in%1"_s.arg(entry.id);
    bubble.text = entry.subject.isEmpty() ? entry.text : entry.subject + u"\n\n"_s + entry.text;
    bubble.below = timeOf(entry.at);
    if (!entry.writer.isEmpty())
        bubble.below += u" · "_s + InboxText::tr("from %1").arg(entry.writer);
    addIntent(bubble, entry.intent);
    QStringList spoken{InboxText::tr("They wrote: %1").arg(bubble.text), bubble.below};
    if (!bubble.note.isEmpty())
        spoken << bubble.note;
    bubble.spoken = spoken.join(u", "_s);
    return bubble;
}

Bubble outgoingBubble(const engine::ThreadEntry &entry)
{
    Bubble bubble;
    bubble.key = u"out%1"_s.arg(entry.id);
    bubble.isAtRight = true;
    bubble.text = entry.subject.isEmpty() ? entry.text : entry.subject + u"\n\n"_s + entry.text;
    bubble.tone = toneOf(entry.state);
    QStringList below{timeOf(entry.at), stateWords(entry)};
    if (!entry.campaignName.isEmpty())
        below << InboxText::tr("campaign %1").arg(entry.campaignName);
    bubble.below = below.join(u" · "_s);
    bubble.spoken = InboxText::tr("We wrote: %1, %2").arg(bubble.text, bubble.below);
    return bubble;
}

/// Only what a browser opens, and never by itself.
void addMedia(const engine::ThreadEntry &entry, QList<Bubble> &bubbles)
{
    for (qsizetype i = 0; i < entry.media.size(); ++i) {
        const QUrl link(entry.media.at(i), QUrl::StrictMode);
        if (!link.isValid() || (link.scheme() != "https"_L1 && link.scheme() != "http"_L1))
            continue;
        Bubble &bubble = bubbles.emplaceBack();
        bubble.kind = Bubble::Kind::Link;
        bubble.key = u"in%1/%2"_s.arg(entry.id).arg(i);
        bubble.text = InboxText::tr("Open what came with it (%1)").arg(link.host());
        bubble.link = link;
        bubble.spoken = InboxText::tr("Link: %1").arg(bubble.text);
    }
}

} // namespace

QString addressOf(const engine::ConversationRow &row)
{
    if (row.address.isEmpty())
        return row.addressTail;
    return row.channel == domain::Channel::Email ? row.address : domain::formatInternational(row.address);
}

QString nameOf(const engine::ConversationRow &row)
{
    return row.contactName.isEmpty() ? addressOf(row) : row.contactName;
}

QString previewOf(const engine::ConversationRow &row)
{
    if (!row.foundText.isEmpty())
        return row.foundIsReply ? InboxText::tr("You: %1").arg(row.foundText) : row.foundText;
    QString text = row.lastText.simplified();
    if (text.isEmpty() && row.lastHasMedia)
        text = InboxText::tr("A picture or file");
    return row.lastIsReply ? InboxText::tr("You: %1").arg(text) : text;
}

QString obstacleSentence(const engine::ReplyWay &way, domain::Channel channel, domain::Instant now)
{
    const auto ago = [&] { return way.since ? relativeTime(*way.since, now) : QString(); };
    if (way.obstacle.isEmpty())
        return {};
    if (way.obstacle == "suppressed"_L1)
        return way.since ? InboxText::tr("This person opted out (%1). Nothing is sent to them until they opt in again, "
                                         "for example by writing START.")
                               .arg(ago())
                         : InboxText::tr("This person opted out. Nothing is sent to them until they opt in again, for "
                                         "example by writing START.");
    if (way.obstacle == "do_not_disturb"_L1)
        return InboxText::tr("This contact is marked as not to be disturbed. Take the mark away in the contact to "
                             "answer.");
    if (way.obstacle == "country_not_allowed"_L1)
        return InboxText::tr(
            "Messages to this country are not allowed. The list is in Settings, under Limits and quiet hours.");
    if (way.obstacle == "window_closed"_L1)
        return way.since
                   ? InboxText::tr("The 24 hours in which WhatsApp takes a free text are over (%1). Write to this "
                                   "person with an approved template, by a campaign.")
                         .arg(ago())
                   : InboxText::tr("WhatsApp takes a free text only within 24 hours of what the person wrote. "
                                   "Write to this person with an approved template, by a campaign.");
    if (way.obstacle == "no_provider"_L1)
        return InboxText::tr(
                   "No account that can send by %1 is switched on and working. Add or resume one in Settings.")
            .arg(wordFor(channel));
    return reasonSentence(way.obstacle);
}

QList<Bubble> bubblesOf(const QList<engine::ThreadEntry> &entries, domain::Instant now)
{
    QList<Bubble> bubbles;
    QDate day;
    for (auto entry = entries.crbegin(); entry != entries.crend(); ++entry) {
        if (const QDate its = dayOf(entry->at); its != day) {
            day = its;
            Bubble &line = bubbles.emplaceBack();
            line.kind = Bubble::Kind::Day;
            line.key = its.toString(Qt::ISODate);
            line.text = dayText(entry->at, now);
            line.spoken = line.text;
        }
        if (!entry->isInbound) {
            bubbles << outgoingBubble(*entry);
            continue;
        }
        if (!entry->text.isEmpty() || entry->media.isEmpty())
            bubbles << inboundBubble(*entry);
        addMedia(*entry, bubbles);
    }
    return bubbles;
}

} // namespace gui
