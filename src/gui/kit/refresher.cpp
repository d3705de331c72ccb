#include "gui/kit/refresher.h"

#include <QEvent>
#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace gui {

Refresher::Refresher(QWidget *page, Ask ask, int intervalMs)
    : QObject(page), m_page(page), m_ask(std::move(ask)), m_timer(new QTimer(this)), m_interval(intervalMs)
{
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &Refresher::run);
    page->installEventFilter(this);
}

void Refresher::trigger()
{
    m_stale = true;
    if (m_pending || m_timer->isActive() || !m_page->isVisible())
        return;
    const qint64 since = m_last.isValid() ? m_last.elapsed() : m_interval;
    if (since >= m_interval)
        run();
    else
        m_timer->start(static_cast<int>(m_interval - since));
}

void Refresher::run()
{
    if (!m_page->isVisible())
        return; // stays stale: asked when shown
    m_stale = false;
    m_pending = true;
    m_last.start();
    m_ask([self = QPointer(this)] {
        if (!self)
            return;
        self->m_pending = false;
        if (self->m_stale)
            self->trigger();
    });
}

bool Refresher::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && m_stale)
        QMetaObject::invokeMethod(this, &Refresher::trigger, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

} // namespace gui
