#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <functional>

class QTimer;
class QWidget;

namespace gui {

/// Keeps a page fresh without flooding the readers: one question at a time, at most one in `interval`, and none while
/// the page cannot be seen (then it asks when it is shown again). GUI thread; owned by the page.
class Refresher : public QObject
{
    Q_OBJECT

public:
    /// `ask` starts the question and calls `done` when the answer has come.
    using Ask = std::function<void(std::function<void()> done)>;
    Refresher(QWidget *page, Ask ask, int intervalMs = 250);

    /// What is shown may be out of date.
    void trigger();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void run();

    QWidget *m_page;
    Ask m_ask;
    QTimer *m_timer;
    QElapsedTimer m_last;
    int m_interval;
    bool m_pending = false;
    bool m_stale = false;
};

} // namespace gui
