#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QTimer;

namespace gui {

/// One line at the bottom of the window about what was done, with Undo where it can be undone. A new one replaces the
/// old. Lies over its parent; stays while the pointer or the focus is on it. GUI thread.
class Toast : public QFrame
{
    Q_OBJECT

public:
    explicit Toast(QWidget *over);
    void showText(const QString &text, std::function<void()> undo = {}, const QString &undoText = {});

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void place();

    QLabel *m_text;
    QPushButton *m_undo;
    QPushButton *m_close;
    QTimer *m_timer;
    std::function<void()> m_action;
};

} // namespace gui
