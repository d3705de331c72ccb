#include "gui/inbox/inboxpage.h"

#include "engine/client/client.h"
#include "gui/inbox/inboxwords.h"
#include "gui/inbox/replybox.h"
#include "gui/inbox/threadpane.h"
#include "gui/kit/card.h"
#include "gui/kit/emptystate.h"
#include "gui/kit/errortext.h"
#include "gui/kit/filterbar.h"
#include "gui/kit/formats.h"
#include "gui/kit/pageheader.h"
#include "gui/kit/refresher.h"
#include "gui/kit/tones.h"
#include "gui/theme/theme.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>

using namespace Qt::StringLiterals;
using engine::ConversationQuery;
using engine::ConversationRow;

namespace gui {

namespace {

constexpr int wideFrom = 980; ///< page width from which the list has its full width
constexpr int listWidth = 336;
constexpr int narrowListWidth = 272;
constexpr int textsAtOnce = 50;
constexpr int mostRefreshed = 500; ///< of a thread that was read far back

} // namespace

InboxPage::InboxPage(const PageContext &context, QWidget *parent)
    : Page(context, parent), m_header(new PageHeader(tr("Inbox"), this)),
      m_allRead(m_header->addMenuAction(tr("Mark all as read"), u"mail-mark-read"_s)), m_filter(new FilterBar(this)),
      m_stack(new QStackedWidget(this)), m_tabs(new QTabBar(this)), m_model(makeModel()),
      m_list(new ConversationList(*m_model, [this] { return now(); })), m_listStack(new QStackedWidget),
      m_side(new QWidget), m_thread(new ThreadPane), m_refresher(makeRefresher())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_filter);
    column->addWidget(m_stack, 1);
    m_filter->setSearchHint(tr("Name, number, address or words of a text"));
    m_filter->addFilter(u"channel"_s, tr("Channel"), [this](QMenu &menu) {
        for (const domain::Channel channel : {domain::Channel::Sms, domain::Channel::WhatsApp, domain::Channel::Email})
            menu.addAction(wordFor(channel), this, [this, channel] {
                ConversationQuery query = m_query;
                query.channel = channel;
                setQuery(query);
            });
    });
    m_stack->addWidget(buildContent());
    auto *empty = new EmptyState(
        u"dialog-messages"_s, tr("What people write back stands here, a conversation for each of them."),
        tr("Replies are fetched about once a minute from providers that keep a list of them. Others tell of a reply by "
           "webhook, which is switched on in Settings."));
    m_stack->addWidget(empty);
    const auto settings = [this](const QString &section) {
        if (this->context().shell)
            this->context().shell->openPage(u"settings"_s, section);
    };
    connect(empty->setButton(tr("Set up webhooks")), &QPushButton::clicked, this,
            [settings] { settings(u"webhooks"_s); });
    connect(empty->setSample(tr("Look at the providers")), &QPushButton::clicked, this,
            [settings] { settings(u"providers"_s); });
    connectParts();
}

QWidget *InboxPage::buildContent()
{
    auto *content = new QFrame;
    content->setProperty("kind", u"surface"_s);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(space::xs);
    m_tabs->setObjectName(u"inboxTabs"_s);
    m_tabs->setAccessibleName(tr("Which conversations"));
    m_tabs->addTab(tr("All"));
    m_tabs->addTab(tr("Unread"));
    m_tabs->addTab(tr("Opt-outs"));
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(space::l, 0, 0, 0);
    tabs->addWidget(m_tabs);
    tabs->addStretch(1);
    side->addLayout(tabs);
    auto *none = makeLabel(tr("No conversation fits."), TextRole::Secondary);
    none->setAlignment(Qt::AlignCenter);
    m_listStack->addWidget(m_list);
    m_listStack->addWidget(none);
    side->addWidget(m_listStack, 1);
    auto *line = new QFrame;
    line->setProperty("kind", u"vline"_s);
    row->addWidget(m_side);
    row->addWidget(line);
    row->addWidget(m_thread, 1);
    return content;
}

void InboxPage::connectParts()
{
    connect(m_allRead, &QAction::triggered, this, &InboxPage::markAllRead);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        ConversationQuery query = m_query;
        query.show = static_cast<ConversationQuery::Show>(tab);
        setQuery(query);
    });
    connect(m_filter, &FilterBar::searchChanged, this, [this](const QString &text) {
        ConversationQuery query = m_query;
        query.text = text;
        setQuery(query);
    });
    connect(m_filter, &FilterBar::chipRemoved, this, [this] {
        ConversationQuery query = m_query;
        query.channel.reset();
        setQuery(query);
    });
    connect(m_filter, &FilterBar::cleared, this, [this] {
        ConversationQuery query;
        query.show = m_query.show;
        m_filter->setSearchText({});
        setQuery(query);
    });
    connect(m_model, &TableModelBase::loaded, this, &InboxPage::showEmpty);
    m_model->onFailure([this](const domain::Error &error) { showFailure(error); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && m_model->rowAt(index.row()).id != m_wanted)
            choose(m_model->rowAt(index.row()).id);
    });
    connect(m_list, &QWidget::customContextMenuRequested, this, &InboxPage::fillMenu);
    connect(m_thread, &ThreadPane::contactWanted, this, &InboxPage::openContact);
    connect(m_thread, &ThreadPane::olderWanted, this, &InboxPage::fetchOlder);
    connect(m_thread, &ThreadPane::linkWanted, this, &InboxPage::openLink);
    connect(m_thread, &ThreadPane::unreadWanted, this, [this] {
        m_keptUnread = true;
        setReadTo(m_open.id, m_open.lastInbound - 1);
    });
    connect(m_thread->replyBox(), &ReplyBox::replyWanted, this, &InboxPage::send);
    connect(m_thread->replyBox(), &ReplyBox::providersWanted, this, [this] {
        if (context().shell)
            context().shell->openPage(u"settings"_s, u"providers"_s);
    });
    // relative times grow old by themselves, and a window closes
    auto *minute = new QTimer(this);
    minute->setInterval(std::chrono::seconds(30));
    connect(minute, &QTimer::timeout, this, [this] {
        m_list->viewport()->update();
        if (isVisible())
            fetchWay();
    });
    minute->start();
    if (client())
        connect(client(), &engine::EngineClient::changed, this, [this](engine::Topics topics) {
            using enum engine::Topic;
            if (topics & (engine::Topics(Inbox) | Messages | Contacts | Consent | Providers))
                m_refresher->trigger();
        });
}

ConversationModel *InboxPage::makeModel()
{
    ConversationModel::Fetch fetchRows;
    if (client())
        fetchRows = [this](const QString &cursor, int limit, ConversationModel::Answer then) {
            fetch(cursor, limit, std::move(then));
        };
    return new ConversationModel(
        conversationColumns([this] { return now(); }), [](const ConversationRow &row) { return row.id.value; },
        std::move(fetchRows), this);
}

Refresher *InboxPage::makeRefresher()
{
    return new Refresher(this, [this](const std::function<void()> &done) {
        if (std::exchange(m_asked, true))
            m_model->refresh();
        else
            m_model->restart();
        if (m_wanted.isValid())
            fetchConversation(m_wanted);
        done();
    });
}

void InboxPage::activated()
{
    m_refresher->trigger();
    m_list->setFocus(Qt::OtherFocusReason);
    markSeen();
}

void InboxPage::filter() { m_filter->focusSearch(); }

void InboxPage::open(const QVariant &what)
{
    if (what.typeId() == QMetaType::LongLong)
        choose({what.toLongLong()});
}

void InboxPage::setQuery(const ConversationQuery &query)
{
    if (query == m_query)
        return;
    m_query = query;
    m_filter->setChip(u"channel"_s, tr("Channel"), query.channel ? wordFor(*query.channel) : QString());
    m_list->scrollToTop();
    if (client())
        m_model->restart();
    else
        showEmpty();
}

void InboxPage::showRows(const QList<ConversationRow> &rows) { m_model->showPage({rows, {}}); }

void InboxPage::showEmpty()
{
    const int rows = m_model->rowCount();
    const bool nothing = rows == 0 && m_query == ConversationQuery{} && !m_wanted.isValid();
    m_stack->setCurrentIndex(nothing ? 1 : 0);
    m_filter->setVisible(!nothing);
    m_listStack->setCurrentIndex(rows > 0 ? 0 : 1);
    m_header->setCount(nothing ? QString() : m_model->isComplete() ? number(rows) : tr("the last written first"));
    selectRow(m_wanted);
}

// Whoever was being read stays in the list of the unread until another is chosen.
void InboxPage::fetch(const QString &cursor, int limit, ConversationModel::Answer then)
{
    const auto keepOpen = [this, isFirst = cursor.isEmpty(), query = m_query,
                           then = std::move(then)](domain::Result<engine::Page<ConversationRow>> page) {
        const auto isOpen = [this](const ConversationRow &row) { return row.id == m_open.id; };
        if (page && isFirst && query.show == ConversationQuery::Show::Unread && query == m_query &&
            m_open.id.isValid() && m_open.id == m_wanted && m_model->rowOf(m_open.id.value) >= 0 &&
            std::none_of(page->rows.cbegin(), page->rows.cend(), isOpen)) {
            const auto later = [this](const ConversationRow &row) { return row.lastAt > m_open.lastAt; };
            const auto place = std::find_if_not(page->rows.cbegin(), page->rows.cend(), later);
            page->rows.insert(std::distance(page->rows.cbegin(), place), m_open);
        }
        then(std::move(page));
    };
    client()->ask([query = m_query, cursor,
                   limit](engine::Queries &queries) { return queries.conversations(query, cursor, limit); },
                  this, keepOpen);
}

void InboxPage::choose(domain::ConversationId id)
{
    if (id == m_wanted && m_open.id == id)
        return;
    m_wanted = id;
    m_keptUnread = false;
    m_entries.clear();
    m_older.clear();
    m_stack->setCurrentIndex(0);
    selectRow(id);
    if (const int row = m_model->rowOf(id.value); row >= 0)
        showConversation(m_model->rowAt(row));
    fetchConversation(id);
}

void InboxPage::selectRow(domain::ConversationId id)
{
    const int row = m_model->rowOf(id.value);
    if (row >= 0 && m_list->currentIndex().row() != row)
        m_list->setCurrentIndex(m_model->index(row, 0));
    else if (row < 0)
        m_list->selectionModel()->clear();
}

void InboxPage::showConversation(const ConversationRow &row)
{
    m_wanted = row.id;
    m_open = row;
    m_thread->showConversation(row);
}

void InboxPage::showThread(const QList<engine::ThreadEntry> &entries)
{
    m_entries = entries;
    m_thread->showThread(entries, now());
}

void InboxPage::showWay(const engine::ReplyWay &way) { m_thread->replyBox()->setWay(way, now()); }

void InboxPage::fetchConversation(domain::ConversationId id)
{
    if (!client())
        return;
    client()->ask([id](engine::Queries &queries) { return queries.conversation(id); }, this,
                  [this, id](const domain::Result<ConversationRow> &row) {
                      if (id != m_wanted)
                          return; // another was chosen meanwhile
                      if (!row)
                          return showFailure(row.error());
                      showConversation(*row);
                      fetchThread();
                      fetchWay();
                  });
}

void InboxPage::fetchThread()
{
    const int limit = std::clamp(int(m_entries.size()), textsAtOnce, mostRefreshed);
    client()->ask([id = m_wanted, limit](engine::Queries &queries) { return queries.thread(id, {}, limit); }, this,
                  [this, id = m_wanted](const domain::Result<engine::Page<engine::ThreadEntry>> &page) {
                      if (id != m_wanted || m_readingOlder)
                          return;
                      if (!page)
                          return showFailure(page.error());
                      m_older = page->next;
                      showThread(page->rows);
                      markSeen();
                  });
}

void InboxPage::fetchOlder()
{
    if (!client() || m_older.isEmpty() || m_readingOlder)
        return;
    m_readingOlder = true;
    client()->ask(
        [id = m_wanted, from = m_older](engine::Queries &queries) { return queries.thread(id, from, textsAtOnce); },
        this,
        [this, id = m_wanted](const domain::Result<engine::Page<engine::ThreadEntry>> &page) {
            m_readingOlder = false;
            if (id != m_wanted)
                return;
            if (!page)
                return showFailure(page.error());
            m_older = page->next;
            showThread(m_entries + page->rows);
        });
}

void InboxPage::fetchWay()
{
    if (!client() || !m_wanted.isValid())
        return;
    client()->command([id = m_wanted](engine::Commands &commands) { return commands.replyWay(id); }, this,
                      [this, id = m_wanted](const domain::Result<engine::ReplyWay> &way) {
                          if (id == m_wanted && way)
                              showWay(*way);
                      });
}

// What stands in front of the person's eyes is read; what came while the window was elsewhere is not.
void InboxPage::markSeen()
{
    if (m_open.id.isValid() && m_open.id == m_wanted && m_open.unread > 0 && !m_keptUnread && isVisible() &&
        isActiveWindow())
        setReadTo(m_open.id, m_open.lastInbound);
}

void InboxPage::setReadTo(domain::ConversationId id, qint64 text)
{
    if (!client())
        return;
    client()->command([id, text](engine::Commands &commands) { return commands.setReadTo(id, text); }, this,
                      [this](const domain::Result<void> &done) {
                          if (!done)
                              showFailure(done.error());
                      });
}

void InboxPage::markAllRead()
{
    if (!client())
        return;
    client()->command([](engine::Commands &commands) { return commands.setAllRead(); }, this,
                      [this](const domain::Result<void> &done) {
                          if (!done)
                              showFailure(done.error());
                          else if (context().shell)
                              context().shell->toast(tr("All conversations are marked as read."));
                      });
}

void InboxPage::send(const engine::ConversationReply &reply)
{
    if (!client())
        return;
    ReplyBox *box = m_thread->replyBox();
    client()->command([reply](engine::Commands &commands) { return commands.reply(reply); }, this,
                      [this, box, id = reply.conversation](const domain::Result<domain::MessageId> &sent) {
                          if (sent) {
                              box->setSent(id);
                              m_refresher->trigger();
                              return;
                          }
                          engine::ReplyWay way;
                          way.obstacle =
                              sent.error().code == domain::ErrorCode::Conflict ? sent.error().place : QString();
                          const QString why = obstacleSentence(way, m_open.channel, now());
                          box->setFailed(id, why.isEmpty() ? sentenceFor(sent.error()) : why);
                          fetchWay();
                      });
}

void InboxPage::openLink(const QUrl &link)
{
    if (!QDesktopServices::openUrl(link) && context().shell)
        context().shell->toast(tr("No program is set up to open links."));
}

void InboxPage::openContact(domain::ContactId id)
{
    if (context().shell)
        context().shell->openPage(u"contacts"_s, QVariant::fromValue(id.value));
}

void InboxPage::fillMenu(const QPoint &place)
{
    const QModelIndex index = m_list->indexAt(place);
    if (!index.isValid())
        return;
    const ConversationRow row = m_model->rowAt(index.row());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (row.contactId.isValid())
        menu->addAction(tr("Open contact"), this, [this, id = row.contactId] { openContact(id); });
    menu->addAction(row.unread > 0 ? tr("Mark as read") : tr("Mark as unread"), this, [this, row] {
        m_keptUnread = row.unread == 0 && row.id == m_wanted;
        setReadTo(row.id, row.unread > 0 ? row.lastInbound : row.lastInbound - 1);
    });
    menu->popup(m_list->viewport()->mapToGlobal(place));
}

void InboxPage::showFailure(const domain::Error &error)
{
    if (context().shell)
        context().shell->showError(error);
}

void InboxPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const int tabs = m_tabs->sizeHint().width() + space::l;
    m_side->setFixedWidth(std::max(width() >= wideFrom ? listWidth : narrowListWidth, tabs));
}

void InboxPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::ActivationChange)
        markSeen();
}

void addInboxPage(PageRegistry &pages)
{
    pages.add({u"inbox"_s,
               InboxPage::tr("Inbox"),
               u"mail-folder-inbox"_s,
               PageGroup::Sending,
               40,
               {},
               [](const PageContext &context, QWidget *parent) -> Page * { return new InboxPage(context, parent); }});
}

} // namespace gui
