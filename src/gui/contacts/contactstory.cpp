#include "gui/contacts/contactstory.h"

#include "gui/kit/formats.h"
#include "gui/kit/tones.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

struct ContactStory
{
    Q_DECLARE_TR_FUNCTIONS(gui::ContactStory)
};

using engine::TimelineEntry;

TimelineItem messageItem(const TimelineEntry &entry)
{
    TimelineItem item;
    const auto state = domain::messageStateFromText(entry.state);
    item.title = entry.title.isEmpty() ? ContactStory::tr("Message") : entry.title;
    item.text = entry.text;
    item.source = wordFor(entry.channel);
    if (state) {
        item.tone = toneOf(*state);
        item.source += u" · "_s + wordFor(*state);
        item.hollow = *state == domain::MessageState::Planned || *state == domain::MessageState::Queued;
    }
    if (entry.amount)
        item.source += u" · "_s + money(*entry.amount);
    item.id = entry.id;
    return item;
}

TimelineItem inboundItem(const TimelineEntry &entry)
{
    TimelineItem item;
    item.tone = Tone::Accent;
    if (entry.state == "opt_out"_L1) {
        item.title = ContactStory::tr("Wrote: stop");
        item.tone = Tone::Doubt;
    } else if (entry.state == "opt_in"_L1) {
        item.title = ContactStory::tr("Wrote: start again");
    } else if (entry.state == "help"_L1) {
        item.title = ContactStory::tr("Asked for help");
    } else {
        item.title = ContactStory::tr("Replied");
    }
    item.text = entry.text;
    item.source = wordFor(entry.channel);
    return item;
}

QString sourceWord(const QString &source)
{
    if (source == "inbound"_L1)
        return ContactStory::tr("by a reply");
    if (source == "provider"_L1)
        return ContactStory::tr("told by the provider");
    if (source == "person"_L1)
        return ContactStory::tr("entered by hand");
    if (source == "import"_L1)
        return ContactStory::tr("from an import");
    return source;
}

TimelineItem consentItem(const TimelineEntry &entry)
{
    TimelineItem item;
    const bool out = entry.state == "opt_out"_L1;
    item.title = out ? ContactStory::tr("Opted out of %1").arg(wordFor(entry.channel))
                     : ContactStory::tr("Opted in to %1").arg(wordFor(entry.channel));
    item.tone = out ? Tone::Doubt : Tone::Delivered;
    item.text = entry.text.isEmpty() ? QString() : ContactStory::tr("“%1”").arg(entry.text);
    item.source = sourceWord(entry.title);
    return item;
}

TimelineItem recordItem(const TimelineEntry &entry)
{
    TimelineItem item;
    item.title = entry.title;
    QStringList words;
    if (entry.amount)
        words.append(money(*entry.amount));
    if (!entry.text.isEmpty())
        words.append(entry.text);
    item.text = words.join(u" · "_s);
    item.tone = Tone::Neutral;
    return item;
}

// The audit's words for what a person did to a contact.
QString changeTitle(const QString &action)
{
    if (action.endsWith("created"_L1) || action.endsWith("create"_L1) || action.endsWith("add"_L1))
        return ContactStory::tr("Contact added");
    if (action.contains("import"_L1))
        return ContactStory::tr("Contact imported");
    if (action.contains("restore"_L1))
        return ContactStory::tr("Contact restored");
    if (action.contains("delete"_L1))
        return ContactStory::tr("Contact deleted");
    if (action.contains("tag"_L1))
        return ContactStory::tr("Tags changed");
    if (action.contains("consent"_L1) || action.contains("opt"_L1))
        return ContactStory::tr("Consent changed");
    return ContactStory::tr("Contact changed");
}

TimelineItem changeItem(const TimelineEntry &entry)
{
    TimelineItem item;
    item.title = changeTitle(entry.title);
    item.source = entry.text;
    item.tone = Tone::Neutral;
    item.hollow = true;
    return item;
}

} // namespace

TimelineItem storyItem(const TimelineEntry &entry)
{
    TimelineItem item;
    switch (entry.kind) {
    case TimelineEntry::Kind::Message:
        item = messageItem(entry);
        break;
    case TimelineEntry::Kind::Inbound:
        item = inboundItem(entry);
        break;
    case TimelineEntry::Kind::Record:
        item = recordItem(entry);
        break;
    case TimelineEntry::Kind::Consent:
        item = consentItem(entry);
        break;
    case TimelineEntry::Kind::Change:
        item = changeItem(entry);
        break;
    }
    item.at = entry.at;
    return item;
}

QList<TimelineItem> storyOf(const QList<TimelineEntry> &entries)
{
    QList<TimelineItem> items;
    items.reserve(entries.size());
    for (const TimelineEntry &entry : entries)
        items.append(storyItem(entry));
    return items;
}

} // namespace gui
