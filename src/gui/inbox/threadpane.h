#pragma once

#include "engine/client/models.h"

#include <QFrame>

class QPushButton;
class QStackedWidget;

namespace gui {

class BubbleList;
class ElidedLabel;
class ReplyBox;
class StatePill;

/// The chosen conversation: who it is with, what was written, and where one answers. GUI thread.
class ThreadPane : public QFrame
{
    Q_OBJECT

public:
    explicit ThreadPane(QWidget *parent = nullptr);

    /// Nothing is chosen.
    void clear();
    void showConversation(const engine::ConversationRow &row);
    /// Newest first, all that was read so far.
    void showThread(const QList<engine::ThreadEntry> &entries, domain::Instant now);
    [[nodiscard]] ReplyBox *replyBox() const { return m_reply; }

Q_SIGNALS:
    void contactWanted(domain::ContactId id);
    void unreadWanted();
    void olderWanted();
    void linkWanted(const QUrl &link);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    void showButtons();

    QStackedWidget *m_stack;
    ElidedLabel *m_name;
    ElidedLabel *m_address;
    StatePill *m_optedOut;
    QPushButton *m_contact;
    QPushButton *m_unread;
    BubbleList *m_bubbles;
    ReplyBox *m_reply;
    engine::ConversationRow m_row;
    bool m_isAnother = true; ///< its first texts are still to come
};

} // namespace gui
