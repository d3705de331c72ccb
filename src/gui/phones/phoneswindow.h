#pragma once

#include "gui/phones/phonenetwork.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidgetItem;
class QPushButton;

namespace gui {

class BubbleView;
class ChoiceList;

/// The made-up phones of the simulator: who got what, newest first, a conversation each, and a line to answer in a
/// phone's name. Looks again once a second while it can be seen. GUI thread.
class PhonesWindow : public QWidget
{
    Q_OBJECT

public:
    /// Borrows the network, which outlives it.
    explicit PhonesWindow(PhoneNetwork &network, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void refresh();
    void showPhones(const QList<PhoneMessage> &newest);
    void showConversation();
    void send();
    [[nodiscard]] QString current() const;
    [[nodiscard]] QWidget *conversationSide();

    PhoneNetwork &m_network;
    QTimer m_timer;
    ChoiceList *m_phones;
    QLabel *m_none;
    QLabel *m_number;
    BubbleView *m_bubbles;
    QLineEdit *m_reply;
    QPushButton *m_send;
    QLabel *m_problem;
    QList<PhoneMessage> m_newest;
};

} // namespace gui
