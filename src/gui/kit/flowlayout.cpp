#include "gui/kit/flowlayout.h"

#include "gui/theme/tokens.h"

#include <QWidget>

namespace gui {

FlowLayout::FlowLayout(QWidget *parent) : QLayout(parent) { setSpacing(space::s); }

FlowLayout::~FlowLayout() { qDeleteAll(m_items); }

void FlowLayout::insertWidget(int at, QWidget *widget)
{
    addWidget(widget);
    m_items.insert(at, m_items.takeLast());
    invalidate();
}

void FlowLayout::addItem(QLayoutItem *item) { m_items.append(item); }

int FlowLayout::count() const { return static_cast<int>(m_items.size()); }

QLayoutItem *FlowLayout::itemAt(int index) const { return m_items.value(index); }

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const { return arrange(QRect(0, 0, width, 0), false); }

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QSize FlowLayout::sizeHint() const { return minimumSize(); }

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

// Lines as high as their highest item; the others centred in it. Returns the height with margins.
int FlowLayout::arrange(const QRect &rect, bool apply) const
{
    const QMargins margins = contentsMargins();
    const QRect inner = rect.marginsRemoved(margins);
    int y = inner.top();
    QList<QLayoutItem *> line;
    int x = inner.left();
    int height = 0;
    const auto close = [&] {
        if (apply) {
            int at = inner.left();
            for (QLayoutItem *item : std::as_const(line)) {
                const QSize size = item->sizeHint().boundedTo(QSize(inner.width(), QLAYOUTSIZE_MAX));
                item->setGeometry(QRect(QPoint(at, y + (height - size.height()) / 2), size));
                at += size.width() + spacing();
            }
        }
        line.clear();
        x = inner.left();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (!line.isEmpty() && x + size.width() > inner.right() + 1) {
            close();
            y += height + spacing();
            height = 0;
        }
        line.append(item);
        height = std::max(height, size.height());
        x += size.width() + spacing();
    }
    close();
    return y + height - rect.top() + margins.bottom();
}

} // namespace gui
