#include "gui/dashboard/dashboardpage.h"

#include "engine/client/client.h"
#include "gui/dashboard/campaignline.h"
#include "gui/dashboard/dashboardfigures.h"
#include "gui/dashboard/daychart.h"
#include "gui/dashboard/detournotice.h"
#include "gui/kit/card.h"
#include "gui/kit/errortext.h"
#include "gui/kit/formats.h"
#include "gui/kit/pageheader.h"
#include "gui/kit/refresher.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QDateTime>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr int wideFrom = 940; ///< content width from which the cards stand beside the chart
constexpr int sideWidth = 340;
constexpr int mostListed = 5;

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        if (QLayout *inner = item->layout())
            clear(inner);
        delete item;
    }
}

/// False when the same stands there already: a card that is built anew loses the focus in it.
bool isNew(std::optional<QStringList> &shown, const QStringList &wanted)
{
    return std::exchange(shown, wanted) != wanted;
}

std::optional<domain::Instant> downSince(const engine::Dashboard &dashboard, domain::ProviderId id)
{
    for (const engine::Detour &detour : dashboard.detours)
        if (detour.provider == id && !detour.isPaused)
            return detour.since;
    return std::nullopt;
}

domain::Instant startOf(const QDate &day) { return domain::fromMillis(day.startOfDay().toMSecsSinceEpoch()); }

} // namespace

DashboardPage::DashboardPage(const PageContext &context, QWidget *parent)
    : Page(context, parent), m_header(new PageHeader(tr("Dashboard"), this)), m_stack(new QStackedWidget(this)),
      m_steps(new FirstSteps(this)), m_detours(new DetourNotice(this)),
      m_sent(new Tile(tr("Sent"), Tone::OnTheWay, this)), m_delivered(new Tile(tr("Delivered"), Tone::Delivered, this)),
      m_failed(new Tile(tr("Failed"), Tone::Failed, this)), m_pending(new Tile(tr("Pending"), Tone::Waiting, this)),
      m_optOuts(new Tile(tr("Opt-outs"), std::nullopt, this)), m_spend(new Tile(tr("Spend"), std::nullopt, this)),
      m_chartCard(new Card(tr("Messages by day"), this)), m_chart(new DayChart(this)), m_side(new QWidget(this)),
      m_active(new Card(tr("Being sent now"), this)), m_scheduled(new Card(tr("Next"), this)),
      m_health(new Card(tr("Health"), this)),
      m_refresher(new Refresher(this, [this](std::function<void()> done) { fetch(std::move(done)); }))
{
    m_header->setCount(tr("the last 30 days"));
    connect(m_header->setPrimary(tr("New campaign")), &QPushButton::clicked, this, &DashboardPage::newHere);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);

    auto *inner = new QWidget;
    inner->setObjectName(u"scrolled"_s);
    auto *content = new QVBoxLayout(inner);
    content->setContentsMargins(space::xl, space::xs, space::xl, space::xl);
    content->setSpacing(space::m);
    content->addWidget(m_detours);
    m_tileGrid = new QGridLayout;
    m_tileGrid->setSpacing(space::m);
    content->addLayout(m_tileGrid);
    m_grid = new QGridLayout;
    m_grid->setSpacing(space::m);
    content->addLayout(m_grid, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_stack->addWidget(scroll);
    m_stack->addWidget(m_steps);

    auto *legend = new QHBoxLayout;
    legend->setSpacing(space::xs + 2);
    for (const Tone tone : chartTones) {
        legend->addWidget(new Dot(tone, this));
        auto *word = makeLabel(familyName(tone), TextRole::Caption, this);
        legend->addWidget(word);
        legend->addSpacing(space::s);
    }
    legend->addStretch(1);
    m_chartCard->body()->addLayout(legend);
    m_chart->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // takes what the page leaves
    m_chartCard->body()->addWidget(m_chart, 1);
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(space::m);
    side->addWidget(m_active);
    side->addWidget(m_scheduled);
    side->addWidget(m_health);
    side->addStretch(1);

    const auto leadsTo = [this](Tile *tile, const QString &tip, QList<domain::MessageState> states) {
        tile->setClickable(tip);
        connect(tile, &Tile::clicked, this, [this, states] {
            engine::MessageQuery query;
            query.states = states;
            query.from = startOf(QDateTime::currentDateTime().date().addDays(-29));
            openMessages(query);
        });
    };
    using enum domain::MessageState;
    leadsTo(m_sent, tr("Show the messages that were sent"), {Accepted, Sent, Delivered, Read, Undelivered});
    leadsTo(m_delivered, tr("Show the delivered messages"), {Delivered, Read});
    leadsTo(m_failed, tr("Show the failed messages"), {Undelivered, Rejected, Expired});
    leadsTo(m_pending, tr("Show the messages that wait or are on the way"), {Planned, Queued, Sending, Accepted, Sent});
    connect(m_chart, &DayChart::dayClicked, this, [this](const QDate &day) {
        engine::MessageQuery query;
        query.from = startOf(day);
        query.to = startOf(day.addDays(1));
        openMessages(query);
    });
    connect(m_detours, &DetourNotice::providerWanted, this, [this] {
        if (this->context().shell)
            this->context().shell->openPage(u"settings"_s, u"providers"_s);
    });
    connect(m_steps, &FirstSteps::wanted, this, &DashboardPage::takeStep);

    if (client()) {
        connect(client(), &engine::EngineClient::changed, this, [this](engine::Topics) { m_refresher->trigger(); });
        connect(client(), &engine::EngineClient::statusChanged, this, &DashboardPage::showStatus);
        showStatus(client()->status());
    }
    arrange();
}

void DashboardPage::activated() { m_refresher->trigger(); }

void DashboardPage::newHere()
{
    if (context().shell)
        context().shell->openPage(u"campaigns"_s, u"new"_s);
}

void DashboardPage::fetch(std::function<void()> done)
{
    if (!client())
        return done();
    client()->ask([](engine::Queries &queries) { return queries.dashboard(); }, this,
                  [this, done = std::move(done)](const domain::Result<engine::Dashboard> &answer) {
                      if (answer)
                          showDashboard(*answer);
                      else if (context().shell)
                          context().shell->showError(answer.error());
                      done();
                  });
}

void DashboardPage::openMessages(const engine::MessageQuery &query)
{
    if (context().shell)
        context().shell->openPage(u"messages"_s, QVariant::fromValue(query));
}

void DashboardPage::showSteps()
{
    m_steps->setDone(FirstSteps::Provider, !m_dashboard.providers.isEmpty());
    m_steps->setDone(FirstSteps::Contacts, m_dashboard.contacts > 0);
    if (client())
        client()->ask([](engine::Queries &queries) { return queries.templates(); }, this,
                      [this](const domain::Result<QList<engine::TemplateRow>> &rows) {
                          if (rows)
                              m_steps->setDone(FirstSteps::Template, !rows->isEmpty());
                      });
}

void DashboardPage::takeStep(FirstSteps::Step step)
{
    if (!context().shell)
        return;
    switch (step) {
    case FirstSteps::Provider:
        return context().shell->openPage(u"settings"_s, u"providers"_s);
    case FirstSteps::Contacts:
        return context().shell->openPage(u"contacts"_s, u"import"_s);
    case FirstSteps::Template:
        return context().shell->openPage(u"templates"_s, u"new"_s);
    case FirstSteps::Campaign:
    case FirstSteps::StepCount:
        return context().shell->openPage(u"campaigns"_s, u"new"_s);
    }
}

void DashboardPage::showDashboard(const engine::Dashboard &dashboard)
{
    m_dashboard = dashboard;
    const bool nothing = dashboard.last30.total() == 0 && dashboard.active.isEmpty() && dashboard.scheduled.isEmpty();
    if (nothing)
        showSteps();
    m_stack->setCurrentIndex(nothing ? 1 : 0);
    m_header->setCount(nothing ? QString() : tr("the last 30 days"));
    showTiles(dashboard);
    m_chart->showDays(dashboard.days);
    showActive();
    showScheduled(dashboard.scheduled);
    m_detours->showDetours(dashboard.detours, now());
    showHealth();
}

void DashboardPage::showStatus(const engine::EngineStatus &status)
{
    m_status = status;
    showActive();
    showHealth();
}

void DashboardPage::showTiles(const engine::Dashboard &dashboard)
{
    const FamilyCounts month = familiesOf(dashboard.last30);
    const FamilyCounts today = familiesOf(dashboard.today);
    m_sent->setFigure(number(month.sent));
    m_sent->setNote(tr("%1 today").arg(number(today.sent)));
    m_delivered->setFigure(number(month.delivered));
    m_delivered->setNote(month.sent > 0 ? tr("%1 of those sent").arg(percent(month.delivered, month.sent)) : QString());
    m_failed->setFigure(number(month.failed));
    m_failed->setNote(tr("%1 today").arg(number(today.failed)));
    m_pending->setFigure(number(month.waiting + month.onTheWay));
    m_pending->setNote(tr("%1 on the way").arg(number(month.onTheWay)));
    m_optOuts->setFigure(number(dashboard.optOuts30));
    m_optOuts->setNote(month.delivered > 0
                           ? tr("%1 of those delivered").arg(percent(dashboard.optOuts30, month.delivered))
                           : QString());
    const domain::Money cost =
        dashboard.last30.cost.currency.isEmpty() ? domain::Money{0, dashboard.currency} : dashboard.last30.cost;
    m_spend->setFigure(money(cost));
    QStringList others;
    for (const domain::Money &other : dashboard.last30.otherCosts)
        others.append(money(other));
    m_spend->setNote(others.isEmpty() ? segmentsText(dashboard.last30.segments)
                                      : tr("and %1").arg(others.join(u", "_s)));
}

void DashboardPage::showActive()
{
    const QList<engine::CampaignRow> &rows = m_dashboard.active;
    qint64 sending = 0;
    for (const engine::CampaignRow &row : rows)
        sending += row.campaign.state == domain::CampaignState::Sending ? 1 : 0;
    // the same campaigns: only their figures move, so that focus and pointer stay where they are
    QList<CampaignLine *> lines = m_active->findChildren<CampaignLine *>();
    const qsizetype shown = std::min<qsizetype>(rows.size(), mostListed);
    bool same = lines.size() == shown && shown > 0;
    for (qsizetype i = 0; same && i < shown; ++i)
        same = lines.at(i)->id() == rows.at(i).campaign.id;
    if (!same) {
        clear(m_active->body());
        lines.clear();
        for (qsizetype i = 0; i < shown; ++i) {
            auto *line = new CampaignLine;
            connect(line, &CampaignLine::clicked, this, [this](domain::CampaignId id) {
                if (context().shell)
                    context().shell->openPage(u"campaigns"_s, QVariant::fromValue(id.value));
            });
            m_active->body()->addWidget(line);
            lines.append(line);
        }
        if (rows.isEmpty())
            m_active->body()->addWidget(makeLabel(tr("Nothing is being sent."), TextRole::Secondary));
    }
    for (qsizetype i = 0; i < shown; ++i)
        lines.at(i)->showCampaign(rows.at(i), sending == 1 ? m_status.sentPerSecond : 0);
}

void DashboardPage::showScheduled(const QList<engine::CampaignRow> &campaigns)
{
    QStringList shown;
    for (const engine::CampaignRow &row : campaigns)
        shown.append(row.campaign.name +
                     (row.campaign.startAt ? relativeTime(*row.campaign.startAt, now()) : QString()));
    if (!isNew(m_scheduledShown, shown))
        return;
    clear(m_scheduled->body());
    if (campaigns.isEmpty()) {
        m_scheduled->body()->addWidget(makeLabel(tr("Nothing is scheduled."), TextRole::Secondary));
        return;
    }
    for (qsizetype i = 0; i < std::min<qsizetype>(campaigns.size(), mostListed); ++i) {
        const engine::CampaignRow &row = campaigns.at(i);
        auto *line = new QHBoxLayout;
        line->setSpacing(space::m);
        auto *name = new QPushButton(row.campaign.name);
        makeLink(name);
        name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(name, &QPushButton::clicked, this, [this, id = row.campaign.id] {
            if (context().shell)
                context().shell->openPage(u"campaigns"_s, QVariant::fromValue(id.value));
        });
        line->addWidget(name, 1);
        if (row.campaign.startAt) {
            QLabel *when = makeLabel(relativeTime(*row.campaign.startAt, now()), TextRole::Caption);
            when->setToolTip(exactTime(*row.campaign.startAt));
            line->addWidget(when);
        }
        m_scheduled->body()->addLayout(line);
    }
}

void DashboardPage::showHealth()
{
    QStringList shown{QString::number(m_status.running), QString::number(m_status.paused),
                      QString::number(m_dashboard.uncertain)};
    for (const engine::ProviderRow &provider : std::as_const(m_dashboard.providers))
        shown.append(provider.name + provider.pausedReason + QString::number(provider.enabled));
    for (const engine::Detour &detour : std::as_const(m_dashboard.detours))
        shown.append(detour.name + QString::number(domain::toMillis(detour.since)));
    if (!isNew(m_healthShown, shown))
        return;
    clear(m_health->body());
    const auto add = [this](Tone tone, const QString &what, const QString &how, const QString &tip) {
        auto *line = new QHBoxLayout;
        line->setSpacing(space::s);
        line->addWidget(new Dot(tone));
        auto *name = makeLabel(what, TextRole::Body);
        line->addWidget(name);
        auto *words = makeLabel(how, TextRole::Secondary);
        words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        words->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        words->setToolTip(tip);
        line->addWidget(words, 1);
        m_health->body()->addLayout(line);
    };
    const bool stopped = !m_status.running || m_status.paused;
    add(stopped ? Tone::Doubt : Tone::Delivered, tr("Engine"),
        m_status.paused    ? tr("stopped by a person")
        : m_status.running ? tr("running")
                           : tr("not running"),
        {});
    for (const engine::ProviderRow &provider : std::as_const(m_dashboard.providers)) {
        if (!provider.enabled)
            add(Tone::Skipped, provider.name, tr("switched off"), {});
        else if (const auto since = downSince(m_dashboard, provider.id); since && provider.pausedReason.isEmpty())
            add(Tone::Failed, provider.name, tr("does not answer"), tr("Since %1").arg(exactTime(*since)));
        else if (provider.pausedReason.isEmpty())
            add(Tone::Delivered, provider.name, tr("works"), {});
        else
            add(Tone::Failed, provider.name, tr("paused: %1").arg(reasonPhrase(provider.pausedReason)),
                provider.pausedDetail);
    }
    if (m_dashboard.providers.isEmpty())
        add(Tone::Doubt, tr("Providers"), tr("none yet"), {});
    if (m_dashboard.uncertain > 0) {
        auto *doubts = new QPushButton(
            tr("%Ln messages may or may not have been sent", nullptr, static_cast<int>(m_dashboard.uncertain)));
        makeLink(doubts);
        connect(doubts, &QPushButton::clicked, this, [this] {
            engine::MessageQuery query;
            query.states = {domain::MessageState::Uncertain};
            openMessages(query);
        });
        m_health->body()->addWidget(doubts);
    }
}

// Six tiles in a row and cards beside the chart where there is room, else three in a row and cards below.
void DashboardPage::arrange()
{
    const int columns = width() >= wideFrom ? 6 : 3;
    if (columns == m_columns)
        return;
    m_columns = columns;
    int i = 0;
    for (Tile *tile : {m_sent, m_delivered, m_failed, m_pending, m_optOuts, m_spend}) {
        m_tileGrid->addWidget(tile, i / columns, i % columns);
        ++i;
    }
    const bool wide = columns == 6;
    m_grid->addWidget(m_chartCard, 0, 0);
    m_grid->addWidget(m_side, wide ? 0 : 1, wide ? 1 : 0);
    m_grid->setColumnStretch(0, 1);
    m_grid->setRowStretch(0, 1);
    m_side->setMinimumWidth(wide ? sideWidth : 0);
    m_side->setMaximumWidth(wide ? sideWidth : QWIDGETSIZE_MAX);
}

void DashboardPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void addDashboardPage(PageRegistry &pages)
{
    pages.add(
        {u"dashboard"_s,
         DashboardPage::tr("Dashboard"),
         u"view-statistics"_s,
         PageGroup::Overview,
         0,
         {},
         [](const PageContext &context, QWidget *parent) -> Page * { return new DashboardPage(context, parent); }});
}

} // namespace gui
