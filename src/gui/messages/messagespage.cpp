#include "gui/messages/messagespage.h"

#include "engine/client/client.h"
#include "gui/kit/confirmdialog.h"
#include "gui/kit/datatable.h"
#include "gui/kit/emptystate.h"
#include "gui/kit/formats.h"
#include "gui/kit/pageheader.h"
#include "gui/kit/refresher.h"
#include "gui/messages/messagecolumns.h"
#include "gui/messages/messagedetail.h"
#include "gui/messages/messagefilter.h"
#include "gui/theme/theme.h"

#include <QDateTime>
#include <QMenu>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

namespace {
constexpr int refreshMs = 1000; // a log of rows that change is read once a second at most
}

MessagesPage::MessagesPage(const PageContext &context, QWidget *parent)
    : Page(context, parent), m_header(new PageHeader(tr("Messages"), this)), m_filter(new MessageFilter(this)),
      m_stack(new QStackedWidget), m_table(new DataTable(u"messages"_s)),
      m_empty(
          new EmptyState(u"view-list-details"_s, tr("Every message stands here with its whole story."),
                         tr("Launch a campaign or send a test message; what becomes of each one is kept for good."))),
      m_noneFound(new EmptyState(u"search"_s, tr("No message fits these filters."),
                                 tr("Remove a filter, or look at another period."))),
      m_detail(new MessageDetail), m_split(new DetailSplit(m_stack, m_detail, this)), m_model(makeModel()),
      m_refresher(makeRefresher())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_filter);
    column->addWidget(m_split, 1);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_noneFound);
    m_stack->setFocusProxy(m_table);
    m_filter->setToday(QDateTime::fromMSecsSinceEpoch(domain::toMillis(now())).date());

    m_table->setAccessibleName(tr("Messages"));
    m_table->setTableModel(m_model);
    if (context.settings)
        m_table->rememberIn(*context.settings);
    m_table->setMenu([this](QMenu &menu, const QModelIndexList &rows) { fillMenu(menu, rows); });
    connect(m_table, &DataTable::opened, this, &MessagesPage::openRow);
    connect(m_table, &DataTable::selectionEdited, this, [this] {
        if (m_split->isOpen() && m_table->selectedIds().size() == 1)
            openRow(m_table->currentIndex());
    });
    connect(m_model, &TableModelBase::loaded, this, &MessagesPage::showEmpty);
    m_model->onFailure([this](const domain::Error &error) {
        if (this->context().shell)
            this->context().shell->showError(error);
    });
    connect(m_filter, &MessageFilter::queryChanged, this, [this] {
        m_table->scrollToTop();
        if (client())
            m_model->restart();
    });
    connect(m_empty->setButton(tr("Go to Campaigns")), &QPushButton::clicked, this,
            [this] { this->context().shell->openPage(u"campaigns"_s); });
    connect(m_noneFound->setButton(tr("Clear all filters")), &QPushButton::clicked, this,
            [this] { Q_EMIT m_filter->cleared(); });
    buildDetail();
    // relative times grow old by themselves
    auto *minute = new QTimer(this);
    minute->setInterval(std::chrono::seconds(30));
    connect(minute, &QTimer::timeout, m_table->viewport(), qOverload<>(&QWidget::update));
    minute->start();
    if (client())
        connect(client(), &engine::EngineClient::changed, this, [this](engine::Topics topics) {
            if (topics.testFlag(engine::Topic::Campaigns))
                fetchCampaigns();
            if (topics.testFlag(engine::Topic::Messages))
                m_refresher->trigger();
        });
}

PagedModel<engine::MessageRow> *MessagesPage::makeModel()
{
    PagedModel<engine::MessageRow>::Fetch fetchRows;
    if (client())
        fetchRows = [this](const QString &cursor, int limit, PagedModel<engine::MessageRow>::Answer then) {
            fetch(cursor, limit, std::move(then));
        };
    const auto id = [](const engine::MessageRow &row) { return row.id.value; };
    return new PagedModel<engine::MessageRow>(messageColumns([this] { return now(); }), id, std::move(fetchRows), this);
}

Refresher *MessagesPage::makeRefresher()
{
    const auto ask = [this](const std::function<void()> &done) {
        askAgain();
        if (m_open.isValid())
            fetchStory(m_open);
        done();
    };
    return new Refresher(this, ask, refreshMs);
}

void MessagesPage::buildDetail()
{
    connect(m_split, &DetailSplit::closed, this, [this] { m_open = {}; });
    connect(m_detail, &MessageDetail::contactWanted, this, [this](domain::ContactId id) {
        if (context().shell)
            context().shell->openPage(u"contacts"_s, QVariant::fromValue(id.value));
    });
    connect(m_detail, &MessageDetail::cancelWanted, this, [this](domain::MessageId id) { cancel({id}); });
    connect(m_detail, &MessageDetail::wasSentWanted, this,
            [this](domain::MessageId id) { decide(id, engine::DoubtDecision::WasSent, tr("Kept as sent.")); });
    connect(m_detail, &MessageDetail::giveUpWanted, this, [this](domain::MessageId id) {
        decide(id, engine::DoubtDecision::GiveUp, tr("Given up. The message will not be sent."));
    });
    connect(m_detail, &MessageDetail::sendAgainWanted, this, &MessagesPage::confirmSendAgain);
}

void MessagesPage::activated()
{
    fetchCampaigns();
    m_refresher->trigger();
    m_table->setFocus(Qt::OtherFocusReason);
}

void MessagesPage::filter() { m_filter->focusSearch(); }

void MessagesPage::open(const QVariant &what)
{
    if (what.canConvert<engine::MessageQuery>()) {
        showQuery(what.value<engine::MessageQuery>());
    } else if (what.typeId() == QMetaType::QString && what.toString() == "doubts"_L1) {
        engine::MessageQuery query;
        query.states = {domain::MessageState::Uncertain};
        showQuery(query);
    } else if (what.typeId() == QMetaType::LongLong) {
        fetchStory({what.toLongLong()});
    }
}

void MessagesPage::showQuery(const engine::MessageQuery &query)
{
    m_filter->setQuery(query);
    m_split->close();
    if (client()) {
        m_asked = true;
        m_model->restart();
    }
}

void MessagesPage::showRows(const QList<engine::MessageRow> &rows) { m_model->showPage({rows, {}}); }

void MessagesPage::showCampaigns(const QList<engine::CampaignRow> &campaigns)
{
    QList<QPair<domain::CampaignId, QString>> names;
    for (const engine::CampaignRow &row : campaigns)
        names.append({row.campaign.id, row.campaign.name});
    m_filter->setCampaigns(names);
}

void MessagesPage::showStory(const engine::MessageStory &story)
{
    m_open = story.row.id;
    m_detail->showStory(story, now());
    if (!m_split->isOpen())
        m_split->open();
}

void MessagesPage::showEmpty()
{
    const int rows = m_model->rowCount();
    const bool filtered = m_filter->query() != engine::MessageQuery{};
    m_stack->setCurrentIndex(rows > 0 ? 0 : filtered ? 2 : 1);
    m_header->setCount(m_model->isComplete() ? number(rows) : tr("the newest first"));
    if (rows > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
}

void MessagesPage::fetch(const QString &cursor, int limit, PagedModel<engine::MessageRow>::Answer then)
{
    client()->ask([query = m_filter->query(), cursor,
                   limit](engine::Queries &queries) { return queries.messages(query, cursor, limit); },
                  this, std::move(then));
}

void MessagesPage::askAgain()
{
    if (!client())
        return;
    if (std::exchange(m_asked, true))
        m_model->refresh();
    else
        m_model->restart();
}

void MessagesPage::fetchStory(domain::MessageId id)
{
    if (!client())
        return;
    m_open = id;
    client()->ask([id](engine::Queries &queries) { return queries.story(id); }, this,
                  [this, id](const domain::Result<engine::MessageStory> &story) {
                      if (m_open != id)
                          return; // another row was opened meanwhile
                      if (story)
                          showStory(*story);
                      else if (context().shell)
                          context().shell->showError(story.error());
                  });
}

void MessagesPage::fetchCampaigns()
{
    if (!client() || !isVisible())
        return;
    client()->ask([](engine::Queries &queries) { return queries.campaigns(); }, this,
                  [this](const domain::Result<QList<engine::CampaignRow>> &campaigns) {
                      if (campaigns)
                          showCampaigns(*campaigns);
                  });
}

void MessagesPage::openRow(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const engine::MessageRow &row = m_model->rowAt(index.row());
    if (client()) {
        fetchStory(row.id);
        return;
    }
    engine::MessageStory story;
    story.row = row;
    showStory(story);
}

QList<domain::MessageId> MessagesPage::cancellable(const QModelIndexList &rows) const
{
    QList<domain::MessageId> ids;
    for (const QModelIndex &index : rows) {
        const engine::MessageRow &row = m_model->rowAt(index.row());
        if (row.state == domain::MessageState::Queued || row.state == domain::MessageState::Planned)
            ids.append(row.id);
    }
    return ids;
}

void MessagesPage::fillMenu(QMenu &menu, const QModelIndexList &rows)
{
    if (rows.size() == 1) {
        const engine::MessageRow row = m_model->rowAt(rows.first().row());
        if (row.contactId.isValid()) {
            menu.addAction(tr("Open contact"), this, [this, id = row.contactId] {
                if (context().shell)
                    context().shell->openPage(u"contacts"_s, QVariant::fromValue(id.value));
            });
            menu.addAction(tr("Only messages of %1").arg(QString(row.contactName).replace(u"&"_s, u"&&"_s)), this,
                           [this, row] { m_filter->setContact(row.contactId, row.contactName); });
        }
    }
    const QList<domain::MessageId> ids = cancellable(rows);
    if (!ids.isEmpty()) {
        menu.addSeparator();
        menu.addAction(tr("Cancel %Ln waiting messages", nullptr, static_cast<int>(ids.size())), this,
                       [this, ids] { cancel(ids); });
    }
}

void MessagesPage::cancel(const QList<domain::MessageId> &ids)
{
    if (!client())
        return;
    client()->command([ids](engine::Commands &commands) { return commands.cancelMessages(ids); }, this,
                      [this, count = static_cast<int>(ids.size())](const domain::Result<void> &done) {
                          if (!context().shell)
                              return;
                          if (done)
                              context().shell->toast(tr("%Ln messages cancelled.", nullptr, count));
                          else
                              context().shell->showError(done.error());
                      });
}

void MessagesPage::confirmSendAgain(domain::MessageId id)
{
    auto *question = new ConfirmDialog(tr("Send this message again?"),
                                       tr("If the first one did arrive after all, the person gets it twice and it is "
                                          "paid twice."),
                                       tr("Send 1 message again"), ConfirmDialog::Kind::Spending, this);
    connect(question, &QDialog::accepted, this,
            [this, id] { decide(id, engine::DoubtDecision::SendAgain, tr("The message is sent again.")); });
    question->open();
}

void MessagesPage::decide(domain::MessageId id, engine::DoubtDecision decision, const QString &done)
{
    if (!client())
        return;
    client()->command([id, decision](engine::Commands &commands) { return commands.decideDoubt(id, decision); }, this,
                      [this, done](const domain::Result<void> &result) {
                          if (!context().shell)
                              return;
                          if (result)
                              context().shell->toast(done);
                          else
                              context().shell->showError(result.error());
                      });
}

void addMessagesPage(PageRegistry &pages)
{
    pages.add(
        {u"messages"_s,
         MessagesPage::tr("Messages"),
         u"view-list-details"_s,
         PageGroup::Sending,
         30,
         {},
         [](const PageContext &context, QWidget *parent) -> Page * { return new MessagesPage(context, parent); }});
}

} // namespace gui
