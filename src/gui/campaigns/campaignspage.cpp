#include "gui/campaigns/campaignspage.h"

#include "engine/client/client.h"
#include "gui/campaigns/campaignactions.h"
#include "gui/campaigns/campaigncolumns.h"
#include "gui/campaigns/campaignprogress.h"
#include "gui/campaigns/campaignwizard.h"
#include "gui/campaigns/campaignwords.h"
#include "gui/dashboard/dashboardfigures.h"
#include "gui/kit/datatable.h"
#include "gui/kit/emptystate.h"
#include "gui/kit/filterbar.h"
#include "gui/kit/formats.h"
#include "gui/kit/pageheader.h"
#include "gui/kit/refresher.h"
#include "gui/kit/tones.h"

#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr int refreshMs = 500;
constexpr int newestRead = 6;
constexpr int waitingRead = 50;
constexpr int beatMs = 1000;     // the rate falls, too, while nothing changes
constexpr int stoppedRead = 200; // reasons are counted among these; the link shows all of them

constexpr std::array allStates{domain::CampaignState::Draft,     domain::CampaignState::Scheduled,
                               domain::CampaignState::Sending,   domain::CampaignState::Paused,
                               domain::CampaignState::Completed, domain::CampaignState::Cancelled};

} // namespace

CampaignsPage::CampaignsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent), m_actions(new CampaignActions(this->context(), this)), m_stack(new QStackedWidget(this)),
      m_list(new QWidget), m_progress(new CampaignProgress), m_header(new PageHeader(tr("Campaigns"))),
      m_filter(new FilterBar), m_tableStack(new QStackedWidget), m_table(new DataTable(u"campaigns"_s)),
      m_empty(new EmptyState(u"document-send"_s, tr("A campaign sends one message to many people."),
                             tr("Choose who gets it, which template, and when. Before anything leaves you see how "
                                "many get it, what it costs and who is left out."))),
      m_noneFound(new EmptyState(u"search"_s, tr("No campaign fits this filter."),
                                 tr("Remove the filter or look for another name."))),
      m_model(new RowsModel<engine::CampaignRow>(
          campaignColumns([this] { return now(); }),
          [](const engine::CampaignRow &row) { return row.campaign.id.value; }, this)),
      m_refresher(new Refresher(
          this, [this](std::function<void()> done) { fetch(std::move(done)); }, refreshMs))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_progress);
    buildList();
    buildProgress();
    connect(m_actions, &CampaignActions::editWanted, this, &CampaignsPage::fetchAndOpen);
    connect(m_actions, &CampaignActions::duplicated, this, &CampaignsPage::fetchAndOpen);
    if (client())
        connect(client(), &engine::EngineClient::changed, this, [this](engine::Topics topics) {
            if (topics & (engine::Topics(engine::Topic::Campaigns) | engine::Topic::Messages))
                m_refresher->trigger();
        });
    auto *beat = new QTimer(this);
    beat->setInterval(beatMs);
    connect(beat, &QTimer::timeout, this, [this] {
        const engine::CampaignRow &row = m_progress->row();
        const bool moves = row.campaign.state == domain::CampaignState::Sending || familiesOf(row.counts).onTheWay > 0;
        if (m_open.isValid() && isVisible() && moves)
            m_refresher->trigger();
    });
    beat->start();
    showRows({});
}

void CampaignsPage::buildList()
{
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_filter);
    column->addWidget(m_tableStack, 1);
    m_tableStack->addWidget(m_table);
    m_tableStack->addWidget(m_empty);
    m_tableStack->addWidget(m_noneFound);
    connect(m_header->setPrimary(tr("New campaign")), &QPushButton::clicked, this, &CampaignsPage::newHere);
    connect(m_empty->setButton(tr("New campaign")), &QPushButton::clicked, this, &CampaignsPage::newHere);

    m_filter->setSearchHint(tr("Search campaigns"));
    m_filter->addFilter(u"state"_s, tr("State"), [this](QMenu &menu) {
        for (const domain::CampaignState state : allStates)
            menu.addAction(wordFor(state), this, [this, state] { setState(state); });
    });
    connect(m_filter, &FilterBar::searchChanged, this, &CampaignsPage::applyFilter);
    connect(m_filter, &FilterBar::chipRemoved, this, [this] { setState({}); });
    const auto clearAll = [this] {
        m_filter->setSearchText({});
        setState({});
    };
    connect(m_filter, &FilterBar::cleared, this, clearAll);
    connect(m_noneFound->setButton(tr("Clear all filters")), &QPushButton::clicked, this, clearAll);

    m_table->setAccessibleName(tr("Campaigns"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTableModel(m_model);
    if (context().settings)
        m_table->rememberIn(*context().settings);
    m_table->setMenu([this](QMenu &menu, const QModelIndexList &rows) {
        if (rows.size() == 1)
            m_actions->fillMenu(menu, m_model->rowAt(rows.first().row()));
    });
    connect(m_table, &DataTable::opened, this, &CampaignsPage::openRow);
    connect(m_table, &DataTable::removeWanted, this, [this] {
        const QModelIndex index = m_table->currentIndex();
        if (index.isValid() && campaignCan(m_model->rowAt(index.row())).remove)
            m_actions->deleteDraft(m_model->rowAt(index.row()));
    });
}

void CampaignsPage::buildProgress()
{
    connect(m_progress, &CampaignProgress::backWanted, this, &CampaignsPage::showList);
    connect(m_progress, &CampaignProgress::pauseWanted, this, [this] { m_actions->pause(m_progress->row()); });
    connect(m_progress, &CampaignProgress::resumeWanted, this, [this] { m_actions->resume(m_progress->row()); });
    connect(m_progress, &CampaignProgress::cancelWanted, this, [this] { m_actions->cancel(m_progress->row()); });
    connect(m_progress, &CampaignProgress::retryWanted, this, [this] { m_actions->retryFailed(m_progress->row()); });
    connect(m_progress, &CampaignProgress::messagesWanted, m_actions, &CampaignActions::showMessages);
    connect(m_progress, &CampaignProgress::messageWanted, this, [this](domain::MessageId id) {
        if (context().shell)
            context().shell->openPage(u"messages"_s, QVariant::fromValue(id.value));
    });
    auto *escape = new QShortcut(Qt::Key_Escape, m_progress);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &CampaignsPage::showList);
}

void CampaignsPage::activated()
{
    m_refresher->trigger();
    if (m_open.isValid())
        m_progress->setFocus(Qt::OtherFocusReason);
    else
        m_table->setFocus(Qt::OtherFocusReason);
}

void CampaignsPage::newHere() { edit({}); }

void CampaignsPage::filter()
{
    showList();
    m_filter->focusSearch();
}

void CampaignsPage::open(const QVariant &what)
{
    if (what.typeId() == QMetaType::QString && what.toString() == "new"_L1)
        newHere();
    else if (what.typeId() == QMetaType::LongLong)
        fetchAndOpen({what.toLongLong()});
}

void CampaignsPage::showError(const domain::Error &error)
{
    if (context().shell)
        context().shell->showError(error);
}

void CampaignsPage::fetch(std::function<void()> done)
{
    if (!client())
        return done();
    if (m_open.isValid())
        return fetchProgress(m_open, std::move(done));
    client()->ask([](engine::Queries &queries) { return queries.campaigns(); }, this,
                  [this, done = std::move(done)](const domain::Result<QList<engine::CampaignRow>> &rows) {
                      if (rows)
                          showRows(*rows);
                      else
                          showError(rows.error());
                      done();
                  });
}

void CampaignsPage::fetchProgress(domain::CampaignId id, std::function<void()> done)
{
    client()->ask([id](engine::Queries &queries) { return queries.campaign(id); }, this,
                  [this, id, done = std::move(done)](const domain::Result<engine::CampaignRow> &row) {
                      if (m_open == id && row) {
                          showProgress(*row);
                          fetchMessages(id);
                      } else if (m_open == id) {
                          showError(row.error());
                          showList();
                      }
                      done();
                  });
}

void CampaignsPage::fetchMessages(domain::CampaignId id)
{
    using Answer = domain::Result<engine::Page<engine::MessageRow>>;
    using enum domain::MessageState;
    engine::MessageQuery query;
    query.campaign = id;
    query.states = {Sending, Accepted, Sent, Delivered, Read, Undelivered, Rejected, Uncertain};
    client()->ask([query](engine::Queries &queries) { return queries.messages(query, {}, newestRead); }, this,
                  [this, id](const Answer &page) {
                      if (page && m_open == id)
                          m_progress->showMessages(page->rows, now());
                  });
    query.states = {Queued};
    client()->ask([query](engine::Queries &queries) { return queries.messages(query, {}, waitingRead); }, this,
                  [this, id](const Answer &page) {
                      if (page && m_open == id)
                          m_progress->showWaiting(page->rows, now());
                  });
    query.states = {Undelivered, Rejected, Expired, Skipped, Cancelled};
    client()->ask([query](engine::Queries &queries) { return queries.messages(query, {}, stoppedRead); }, this,
                  [this, id](const Answer &page) {
                      if (page && m_open == id)
                          m_progress->showReasons(page->rows, !page->next.isEmpty());
                  });
}

void CampaignsPage::fetchAndOpen(domain::CampaignId id)
{
    if (!client())
        return;
    client()->ask([id](engine::Queries &queries) { return queries.campaign(id); }, this,
                  [this](const domain::Result<engine::CampaignRow> &row) {
                      if (row)
                          openCampaign(*row);
                      else
                          showError(row.error());
                  });
}

void CampaignsPage::openRow(const QModelIndex &index)
{
    if (index.isValid())
        openCampaign(m_model->rowAt(index.row()));
}

void CampaignsPage::openCampaign(const engine::CampaignRow &row)
{
    if (campaignCan(row).edit) {
        edit(row.campaign);
        return;
    }
    showProgress(row);
    m_refresher->trigger();
}

void CampaignsPage::showProgress(const engine::CampaignRow &row)
{
    const bool opening = m_open != row.campaign.id;
    m_open = row.campaign.id;
    m_progress->showCampaign(row, now());
    m_stack->setCurrentWidget(m_progress);
    if (opening)
        if (auto *back = m_progress->findChild<QPushButton *>(u"backToCampaigns"_s))
            back->setFocus(Qt::OtherFocusReason);
}

void CampaignsPage::showList()
{
    const domain::CampaignId from = std::exchange(m_open, {});
    m_stack->setCurrentWidget(m_list);
    if (from.isValid())
        m_table->selectId(from.value);
    m_table->setFocus(Qt::OtherFocusReason);
    m_refresher->trigger();
}

CampaignWizard *CampaignsPage::edit(const domain::Campaign &draft)
{
    auto *wizard = new CampaignWizard(context(), draft, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &CampaignWizard::saved, this, [this] {
        if (context().shell)
            context().shell->toast(tr("Saved as a draft."));
        m_refresher->trigger();
    });
    connect(wizard, &CampaignWizard::launched, this, [this](domain::CampaignId id, qint64 recipients) {
        if (context().shell)
            context().shell->toast(tr("Launched to %Ln people.", nullptr, static_cast<int>(recipients)));
        fetchAndOpen(id);
    });
    wizard->open();
    return wizard;
}

void CampaignsPage::setState(std::optional<domain::CampaignState> state)
{
    m_state = state;
    m_filter->setChip(u"state"_s, tr("State"), state ? wordFor(*state) : QString());
    applyFilter();
}

void CampaignsPage::showRows(const QList<engine::CampaignRow> &rows)
{
    m_rows = rows;
    applyFilter();
}

void CampaignsPage::applyFilter()
{
    const QString text = m_filter->searchText().trimmed();
    QList<engine::CampaignRow> shown;
    for (const engine::CampaignRow &row : std::as_const(m_rows)) {
        if (m_state && row.campaign.state != *m_state)
            continue;
        if (!text.isEmpty() && !row.campaign.name.contains(text, Qt::CaseInsensitive) &&
            !row.templateName.contains(text, Qt::CaseInsensitive) &&
            !row.segmentName.contains(text, Qt::CaseInsensitive))
            continue;
        shown.append(row);
    }
    m_header->setCount(m_rows.isEmpty() ? QString() : number(shown.size()));
    m_tableStack->setCurrentWidget(!shown.isEmpty()   ? static_cast<QWidget *>(m_table)
                                   : m_rows.isEmpty() ? static_cast<QWidget *>(m_empty)
                                                      : static_cast<QWidget *>(m_noneFound));
    m_filter->setVisible(!m_rows.isEmpty());
    m_model->setRows(std::move(shown));
    if (m_model->rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
}

void addCampaignsPage(PageRegistry &pages)
{
    pages.add({u"campaigns"_s, CampaignsPage::tr("Campaigns"), u"document-send"_s, PageGroup::Sending, 10,
               CampaignsPage::tr("New campaign"), [](const PageContext &context, QWidget *parent) -> Page * {
                   return new CampaignsPage(context, parent);
               }});
}

} // namespace gui
