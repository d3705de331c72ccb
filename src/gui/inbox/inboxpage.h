#pragma once

#include "engine/client/commands.h"
#include "gui/frame/page.h"
#include "gui/inbox/conversationlist.h"

class QAction;
class QStackedWidget;
class QTabBar;

namespace gui {

class FilterBar;
class PageHeader;
class Refresher;
class ThreadPane;

/// What people wrote back: their conversations, the chosen one with both sides, and the answer. GUI thread.
class InboxPage : public Page
{
    Q_OBJECT

public:
    explicit InboxPage(const PageContext &context, QWidget *parent = nullptr);

    void showRows(const QList<engine::ConversationRow> &rows);
    void showConversation(const engine::ConversationRow &row);
    void showThread(const QList<engine::ThreadEntry> &entries);
    void showWay(const engine::ReplyWay &way);

    void activated() override;
    void filter() override;
    /// A conversation's id.
    void open(const QVariant &what) override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] ConversationModel *makeModel();
    [[nodiscard]] Refresher *makeRefresher();
    QWidget *buildContent();
    void connectParts();
    void setQuery(const engine::ConversationQuery &query);
    void showEmpty();
    void fetch(const QString &cursor, int limit, ConversationModel::Answer then);
    void fetchConversation(domain::ConversationId id);
    void fetchThread();
    void fetchOlder();
    void fetchWay();
    void choose(domain::ConversationId id);
    void selectRow(domain::ConversationId id);
    void markSeen();
    void setReadTo(domain::ConversationId id, qint64 text);
    void markAllRead();
    void send(const engine::ConversationReply &reply);
    void openLink(const QUrl &link);
    void openContact(domain::ContactId id);
    void fillMenu(const QPoint &place);
    void showFailure(const domain::Error &error);

    PageHeader *m_header;
    QAction *m_allRead;
    FilterBar *m_filter;
    QStackedWidget *m_stack;
    QTabBar *m_tabs;
    ConversationModel *m_model;
    ConversationList *m_list;
    QStackedWidget *m_listStack;
    QWidget *m_side;
    ThreadPane *m_thread;
    Refresher *m_refresher;
    engine::ConversationQuery m_query;
    engine::ConversationRow m_open;  ///< invalid id: none
    domain::ConversationId m_wanted; ///< chosen; its row may still be on the way
    QList<engine::ThreadEntry> m_entries;
    QString m_older; ///< where older texts begin; empty: all are here
    bool m_readingOlder = false;
    bool m_asked = false;
    bool m_keptUnread = false; ///< marked so by the person: stays until another is chosen
};

} // namespace gui
