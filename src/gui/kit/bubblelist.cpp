#include "gui/kit/bubblelist.h"

#include "gui/kit/statepill.h"
#include "gui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr int padding = 10;
constexpr int gap = 6;
constexpr int captionHeight = 18;
constexpr int noteHeight = 26;
constexpr int dayHeight = 30;
constexpr int dotSize = 6;
constexpr double widest = 0.78; ///< of the view

class BubbleDelegate : public QStyledItemDelegate
{
public:
    explicit BubbleDelegate(BubbleList *list) : QStyledItemDelegate(list), m_list(list) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const Bubble &bubble = m_list->bubbles().at(index.row());
        if (bubble.kind == Bubble::Kind::Day)
            return {80, dayHeight};
        return {80, textSize(bubble).height() + 2 * padding + gap + (bubble.below.isEmpty() ? 0 : captionHeight) +
                        (bubble.note.isEmpty() ? 0 : noteHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokensOf(option.palette);
        const Bubble &bubble = m_list->bubbles().at(index.row());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (bubble.kind == Bubble::Kind::Day)
            paintDay(*painter, option.rect, bubble, t);
        else
            paintBubble(*painter, option, bubble, t);
        painter->restore();
    }

private:
    static void paintDay(QPainter &painter, const QRect &rect, const Bubble &bubble, const Tokens &t)
    {
        painter.setFont(fontFor(TextRole::Caption));
        painter.setPen(t.secondary);
        painter.drawText(rect, Qt::AlignCenter, bubble.text);
    }

    void paintBubble(QPainter &painter, const QStyleOptionViewItem &option, const Bubble &bubble, const Tokens &t) const
    {
        const bool right = bubble.isAtRight;
        const bool isLink = bubble.kind == Bubble::Kind::Link;
        const QSize text = textSize(bubble);
        const int width = text.width() + 2 * padding;
        const int left = right ? option.rect.right() - width - space::m : option.rect.left() + space::m;
        const QRectF frame(left + 0.5, option.rect.top() + gap / 2 + 0.5, width, text.height() + 2 * padding);
        const bool focused = option.state.testFlag(QStyle::State_HasFocus) && m_list->hasFocus();
        painter.setPen(QPen(focused ? t.accent : right ? t.accentTint : t.border, 1));
        painter.setBrush(right ? t.accentTint : t.surface);
        painter.drawRoundedRect(frame, 12, 12);
        painter.setPen(isLink ? t.accent : t.text);
        painter.setFont(fontOf(bubble));
        painter.drawText(frame.adjusted(padding, padding, -padding, -padding).adjusted(0, 0, 1, 1), bubble.text,
                         wrapping());
        QRect below(option.rect.left() + space::m, int(frame.bottom()) + 1, option.rect.width() - 2 * space::m,
                    captionHeight);
        if (!bubble.below.isEmpty()) {
            paintBelow(painter, below, bubble, t);
            below.translate(0, captionHeight);
        }
        if (bubble.note.isEmpty())
            return;
        const int noteWidth = std::min(pillWidth(bubble.note), below.width());
        const QRect note(right ? below.right() - noteWidth : below.left(), below.top(), noteWidth, noteHeight - 4);
        paintPill(painter, note, bubble.note, bubble.noteTone, option.palette);
    }

    static void paintBelow(QPainter &painter, const QRect &rect, const Bubble &bubble, const Tokens &t)
    {
        painter.setFont(fontFor(TextRole::Caption));
        const int dot = bubble.tone ? dotSize + 5 : 0;
        const QString words = painter.fontMetrics().elidedText(bubble.below, Qt::ElideRight, rect.width() - dot);
        const int width = painter.fontMetrics().horizontalAdvance(words) + dot;
        const QRect line(bubble.isAtRight ? rect.right() - width + 1 : rect.left(), rect.top(), width, rect.height());
        if (bubble.tone) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.of(*bubble.tone));
            painter.drawEllipse(QRectF(line.left(), line.center().y() - dotSize / 2.0 + 0.5, dotSize, dotSize));
        }
        painter.setPen(t.secondary);
        painter.drawText(line.adjusted(dot, 0, 1, 0), int(Qt::AlignLeft | Qt::AlignVCenter), words);
    }

    static QFont fontOf(const Bubble &bubble)
    {
        QFont font = fontFor(TextRole::Body);
        font.setUnderline(bubble.kind == Bubble::Kind::Link);
        return font;
    }

    static QTextOption wrapping()
    {
        QTextOption option(Qt::AlignLeft);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        return option;
    }

    [[nodiscard]] QSize textSize(const Bubble &bubble) const
    {
        const double room = std::max(80.0, m_list->viewport()->width() * widest - 2 * padding);
        QTextLayout layout(QString(bubble.text).replace(u'\n', QChar::LineSeparator), fontOf(bubble));
        layout.setTextOption(wrapping());
        layout.beginLayout();
        double height = 0;
        double width = 0;
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(room);
            height += line.height();
            width = std::max(width, line.naturalTextWidth());
        }
        layout.endLayout();
        return {int(std::ceil(width)), int(std::ceil(height))};
    }

    BubbleList *m_list;
};

} // namespace

BubbleList::BubbleList(QWidget *parent) : QListWidget(parent)
{
    setObjectName(u"conversation"_s);
    setProperty("kind", u"choices"_s);
    setAccessibleName(tr("Conversation"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new BubbleDelegate(this));
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::NoSelection);
    setMouseTracking(true);
    connect(this, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) {
        if (const Bubble *bubble = at(indexFromItem(item)); bubble && bubble->kind == Bubble::Kind::Link)
            Q_EMIT linkWanted(bubble->link);
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_filling && value == 0 && verticalScrollBar()->maximum() > 0)
            Q_EMIT topReached();
    });
}

const Bubble *BubbleList::at(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_shown.size() ? &m_shown.at(index.row()) : nullptr;
}

void BubbleList::showBubbles(const QList<Bubble> &bubbles, bool another)
{
    if (bubbles == m_shown && !another)
        return;
    m_filling = true;
    const bool atEnd = another || verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 4;
    const QModelIndex top = indexAt({space::m, 1});
    const QString anchor = at(top) ? at(top)->key : QString();
    const int offset = top.isValid() ? visualRect(top).top() : 0;
    const QString current = at(currentIndex()) ? at(currentIndex())->key : QString();
    m_shown = bubbles;
    clear();
    for (const Bubble &bubble : bubbles) {
        auto *item = new QListWidgetItem(bubble.text, this);
        item->setData(Qt::AccessibleTextRole, bubble.spoken);
        if (bubble.kind == Bubble::Kind::Link)
            item->setToolTip(bubble.link.toDisplayString());
        if (bubble.kind == Bubble::Kind::Day)
            item->setFlags(Qt::ItemIsEnabled);
    }
    for (int i = 0; i < count(); ++i)
        if (!another && !current.isEmpty() && m_shown.at(i).key == current)
            setCurrentRow(i);
    doItemsLayout();
    if (atEnd) {
        scrollToBottom();
    } else {
        for (int i = 0; i < count(); ++i)
            if (m_shown.at(i).key == anchor) {
                scrollToItem(item(i), QAbstractItemView::PositionAtTop);
                verticalScrollBar()->setValue(verticalScrollBar()->value() - offset);
            }
    }
    m_filling = false;
}

void BubbleList::copyCurrent()
{
    if (const Bubble *bubble = at(currentIndex()))
        QApplication::clipboard()->setText(bubble->kind == Bubble::Kind::Link ? bubble->link.toString() : bubble->text);
}

void BubbleList::keyPressEvent(QKeyEvent *event)
{
    const Bubble *bubble = at(currentIndex());
    if (event->matches(QKeySequence::Copy)) {
        copyCurrent();
    } else if (bubble && bubble->kind == Bubble::Kind::Link &&
               (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)) {
        Q_EMIT linkWanted(bubble->link);
    } else {
        QListWidget::keyPressEvent(event);
        if (event->key() == Qt::Key_Home || (event->key() == Qt::Key_Up && currentRow() == 0))
            Q_EMIT topReached();
    }
}

void BubbleList::mouseMoveEvent(QMouseEvent *event)
{
    const Bubble *bubble = at(indexAt(event->pos()));
    viewport()->setCursor(bubble && bubble->kind == Bubble::Kind::Link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QListWidget::mouseMoveEvent(event);
}

void BubbleList::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    const Bubble *bubble = at(index);
    if (!bubble || bubble->kind == Bubble::Kind::Day)
        return;
    setCurrentIndex(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (bubble->kind == Bubble::Kind::Link)
        menu->addAction(tr("Open link"), this, [this, link = bubble->link] { Q_EMIT linkWanted(link); });
    menu->addAction(bubble->kind == Bubble::Kind::Link ? tr("Copy link") : tr("Copy text"), this,
                    &BubbleList::copyCurrent);
    menu->popup(event->globalPos());
}

void BubbleList::resizeEvent(QResizeEvent *event)
{
    const bool atEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 4;
    QListWidget::resizeEvent(event);
    scheduleDelayedItemsLayout(); // other widths, other heights
    if (atEnd)
        QMetaObject::invokeMethod(this, &QListWidget::scrollToBottom, Qt::QueuedConnection);
}

} // namespace gui
