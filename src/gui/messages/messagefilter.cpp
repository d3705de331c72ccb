#include "gui/messages/messagefilter.h"

#include "gui/kit/tones.h"

#include <QDateTime>
#include <QLocale>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

using domain::MessageState;

struct StateGroup
{
    QString name;
    QList<MessageState> states;
};

QList<StateGroup> stateGroups()
{
    return {
        {MessageFilter::tr("Waiting"), {MessageState::Planned, MessageState::Queued}},
        {MessageFilter::tr("On the way"), {MessageState::Sending, MessageState::Accepted, MessageState::Sent}},
        {MessageFilter::tr("Delivered"), {MessageState::Delivered, MessageState::Read}},
        {MessageFilter::tr("Failed"), {MessageState::Undelivered, MessageState::Rejected, MessageState::Expired}},
        {MessageFilter::tr("In doubt"), {MessageState::Uncertain}},
        {MessageFilter::tr("Left out"), {MessageState::Skipped, MessageState::Cancelled}},
    };
}

domain::Instant startOf(const QDate &day) { return domain::fromMillis(day.startOfDay().toMSecsSinceEpoch()); }

QDate dayOf(domain::Instant at) { return QDateTime::fromMSecsSinceEpoch(domain::toMillis(at)).date(); }

} // namespace

MessageFilter::MessageFilter(QWidget *parent) : FilterBar(parent)
{
    setSearchHint(tr("Whole number or e-mail address"));
    addFilter(u"state"_s, tr("State"), [this](QMenu &menu) { fillStates(menu); });
    addFilter(u"channel"_s, tr("Channel"), [this](QMenu &menu) { fillChannels(menu); });
    addFilter(u"campaign"_s, tr("Campaign"), [this](QMenu &menu) { fillCampaigns(menu); });
    addFilter(u"period"_s, tr("Period"), [this](QMenu &menu) { fillPeriods(menu); });
    connect(this, &FilterBar::searchChanged, this, [this](const QString &text) {
        // half an address finds nothing: wait for all of it
        if (text.isEmpty() || text.contains(u'@') || text.size() >= 7)
            change([&](engine::MessageQuery &query) { query.address = text; });
    });
    connect(this, &FilterBar::chipRemoved, this, [this](const QString &id) {
        change([&](engine::MessageQuery &query) {
            if (id == "state"_L1)
                query.states.clear();
            else if (id == "channel"_L1)
                query.channel.reset();
            else if (id == "campaign"_L1)
                query.campaign = {};
            else if (id == "contact"_L1)
                query.contact = {};
            else if (id == "template"_L1)
                query.templateId = {};
            else if (id == "provider"_L1)
                query.provider = {};
            else if (id == "period"_L1)
                query.from = query.to = std::nullopt;
        });
    });
    connect(this, &FilterBar::cleared, this, [this] { change([](engine::MessageQuery &query) { query = {}; }); });
}

void MessageFilter::change(const std::function<void(engine::MessageQuery &)> &edit)
{
    engine::MessageQuery edited = m_query;
    edit(edited);
    if (edited == m_query)
        return;
    m_query = edited;
    showChips();
    Q_EMIT queryChanged(m_query);
}

void MessageFilter::setQuery(const engine::MessageQuery &query)
{
    m_query = query;
    setSearchText(query.address);
    showChips();
}

void MessageFilter::setCampaigns(const QList<QPair<domain::CampaignId, QString>> &campaigns)
{
    m_campaigns = campaigns;
    showChips();
}

void MessageFilter::setContact(domain::ContactId id, const QString &name)
{
    m_contactName = name;
    change([&](engine::MessageQuery &query) { query.contact = id; });
}

QString MessageFilter::periodText() const
{
    const QLocale locale;
    const QString format = tr("d MMM yyyy", "day in a filter");
    if (m_query.from && m_query.to) {
        const QDate first = dayOf(*m_query.from);
        const QDate last = dayOf(*m_query.to - domain::Millis(1));
        if (first == last)
            return first == m_today ? tr("today") : locale.toString(first, format);
        return tr("%1 to %2").arg(locale.toString(first, format), locale.toString(last, format));
    }
    if (m_query.from)
        return tr("since %1").arg(locale.toString(dayOf(*m_query.from), format));
    if (m_query.to)
        return tr("before %1").arg(locale.toString(dayOf(*m_query.to), format));
    return {};
}

void MessageFilter::showChips()
{
    QStringList states;
    QList<MessageState> left = m_query.states;
    for (const StateGroup &group : stateGroups()) {
        const bool whole = std::all_of(group.states.begin(), group.states.end(),
                                       [&](MessageState state) { return left.contains(state); });
        if (!whole)
            continue;
        states.append(group.name);
        for (const MessageState state : group.states)
            left.removeAll(state);
    }
    for (const MessageState state : std::as_const(left))
        states.append(wordFor(state));
    setChip(u"state"_s, tr("State"), states.join(u", "_s));
    setChip(u"channel"_s, tr("Channel"), m_query.channel ? wordFor(*m_query.channel) : QString());
    QString campaign;
    for (const auto &[id, name] : std::as_const(m_campaigns))
        if (id == m_query.campaign)
            campaign = name;
    if (m_query.campaign.isValid() && campaign.isEmpty())
        campaign = tr("number %1").arg(m_query.campaign.value);
    setChip(u"campaign"_s, tr("Campaign"), campaign);
    QString contact;
    if (m_query.contact.isValid())
        contact = m_contactName.isEmpty() ? tr("number %1").arg(m_query.contact.value) : m_contactName;
    setChip(u"contact"_s, tr("Contact"), contact);
    setChip(u"template"_s, tr("Template"),
            m_query.templateId.isValid() ? tr("number %1").arg(m_query.templateId.value) : QString());
    setChip(u"provider"_s, tr("Provider"),
            m_query.provider.isValid() ? tr("number %1").arg(m_query.provider.value) : QString());
    setChip(u"period"_s, tr("Period"), periodText());
}

void MessageFilter::fillStates(QMenu &menu)
{
    for (const StateGroup &group : stateGroups())
        menu.addAction(group.name, this, [this, states = group.states] {
            change([&](engine::MessageQuery &query) { query.states = states; });
        });
    menu.addSeparator();
    QMenu *single = menu.addMenu(tr("One state"));
    for (const MessageState state : domain::allMessageStates)
        single->addAction(wordFor(state), this,
                          [this, state] { change([&](engine::MessageQuery &query) { query.states = {state}; }); });
}

void MessageFilter::fillChannels(QMenu &menu)
{
    for (const domain::Channel channel : {domain::Channel::Sms, domain::Channel::WhatsApp, domain::Channel::Email})
        menu.addAction(wordFor(channel), this,
                       [this, channel] { change([&](engine::MessageQuery &query) { query.channel = channel; }); });
}

void MessageFilter::fillCampaigns(QMenu &menu)
{
    if (m_campaigns.isEmpty())
        menu.addAction(tr("No campaigns yet"))->setEnabled(false);
    constexpr qsizetype most = 25;
    for (qsizetype i = 0; i < std::min(most, m_campaigns.size()); ++i)
        menu.addAction(QString(m_campaigns.at(i).second).replace(u"&"_s, u"&&"_s), this,
                       [this, id = m_campaigns.at(i).first] {
                           change([&](engine::MessageQuery &query) { query.campaign = id; });
                       });
}

void MessageFilter::fillPeriods(QMenu &menu)
{
    const auto add = [&](const QString &text, const QDate &from, const QDate &until) {
        menu.addAction(text, this, [this, from, until] {
            change([&](engine::MessageQuery &query) {
                query.from = startOf(from);
                query.to = startOf(until.addDays(1));
            });
        });
    };
    const QDate today = m_today;
    add(tr("Today"), today, today);
    add(tr("Yesterday"), today.addDays(-1), today.addDays(-1));
    add(tr("Last 7 days"), today.addDays(-6), today);
    add(tr("Last 30 days"), today.addDays(-29), today);
    add(tr("This month"), QDate(today.year(), today.month(), 1), today);
    add(tr("Last month"), QDate(today.year(), today.month(), 1).addMonths(-1),
        QDate(today.year(), today.month(), 1).addDays(-1));
}

} // namespace gui
