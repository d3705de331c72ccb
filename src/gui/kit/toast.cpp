#include "gui/kit/toast.h"

#include "gui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace gui {

namespace {
constexpr int shortMs = 4000;
constexpr int undoMs = 10000;
constexpr int perLetterMs = 70;
} // namespace

Toast::Toast(QWidget *over)
    : QFrame(over), m_text(makeLabel({}, TextRole::Body, this)), m_undo(new QPushButton(this)),
      m_close(new QPushButton(tr("Dismiss"), this)), m_timer(new QTimer(this))
{
    setProperty("kind", u"toast"_s);
    setObjectName(u"toast"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, space::s, space::s, space::s);
    row->setSpacing(space::s);
    row->addWidget(m_text, 1);
    row->addWidget(m_undo);
    row->addWidget(m_close);
    makeLink(m_undo);
    makeLink(m_close);
    m_undo->setObjectName(u"toastUndo"_s);
    m_timer->setSingleShot(true);
    hide();
    over->installEventFilter(this);
    connect(m_timer, &QTimer::timeout, this, [this] {
        if (m_undo->hasFocus() || m_close->hasFocus())
            m_timer->start(shortMs);
        else
            hide();
    });
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        hide();
        if (const auto action = std::exchange(m_action, {}))
            action();
    });
}

void Toast::showText(const QString &text, std::function<void()> undo, const QString &undoText)
{
    m_action = std::move(undo);
    m_text->setText(text);
    setAccessibleName(text);
    m_undo->setText(undoText.isEmpty() ? tr("Undo") : undoText);
    m_undo->setVisible(static_cast<bool>(m_action));
    m_close->setVisible(!m_action);
    place();
    show();
    raise();
    // long enough to be read
    const int reading = perLetterMs * static_cast<int>(text.size());
    m_timer->start(std::max(reading, m_action ? undoMs : shortMs));
}

void Toast::place()
{
    adjustSize();
    const int width = std::min(sizeHint().width(), parentWidget()->width() - 2 * space::l);
    resize(width, sizeHint().height());
    move((parentWidget()->width() - width) / 2, parentWidget()->height() - height() - space::xl);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_timer->stop();
    QFrame::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    m_timer->start(shortMs);
    QFrame::leaveEvent(event);
}

} // namespace gui
