#include "gui/phones/bubbleview.h"

#include "gui/kit/formats.h"
#include "gui/theme/theme.h"

#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

enum Role { Mine = Qt::UserRole + 1, Below };

constexpr int padding = 10;
constexpr int gap = 6;
constexpr int captionHeight = 18;
constexpr double widest = 0.78; ///< of the view

class BubbleDelegate : public QStyledItemDelegate
{
public:
    explicit BubbleDelegate(BubbleView *view) : QStyledItemDelegate(view), m_view(view) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return {80, textSize(index).height() + 2 * padding + captionHeight + gap};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokensOf(option.palette);
        const bool mine = index.data(Mine).toBool();
        const QSize text = textSize(index);
        const int width = text.width() + 2 * padding;
        const int left = mine ? option.rect.right() - width - space::m : option.rect.left() + space::m;
        const QRectF bubble(left + 0.5, option.rect.top() + gap / 2 + 0.5, width, text.height() + 2 * padding);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool focused = option.state.testFlag(QStyle::State_HasFocus) && m_view->hasFocus();
        painter->setPen(QPen(focused ? t.accent : mine ? t.accentTint : t.border, 1));
        painter->setBrush(mine ? t.accentTint : t.surface);
        painter->drawRoundedRect(bubble, 12, 12);
        painter->setPen(t.text);
        painter->setFont(fontFor(TextRole::Body));
        painter->drawText(bubble.adjusted(padding, padding, -padding, -padding).adjusted(0, 0, 1, 1),
                          index.data().toString(), wrapping());
        painter->setFont(fontFor(TextRole::Caption));
        painter->setPen(t.secondary);
        const QRect below(option.rect.left() + space::m, int(bubble.bottom()) + 1, option.rect.width() - 2 * space::m,
                          captionHeight);
        painter->drawText(below, int(mine ? Qt::AlignRight : Qt::AlignLeft) | int(Qt::AlignVCenter),
                          index.data(Below).toString());
        painter->restore();
    }

private:
    static QTextOption wrapping()
    {
        QTextOption option(Qt::AlignLeft);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        return option;
    }

    [[nodiscard]] QSize textSize(const QModelIndex &index) const
    {
        const double room = std::max(80.0, m_view->viewport()->width() * widest - 2 * padding);
        QTextLayout layout(index.data().toString().replace(u'\n', QChar::LineSeparator), fontFor(TextRole::Body));
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

    BubbleView *m_view;
};

QString statusWords(const PhoneMessage &message)
{
    if (message.isFromPhone)
        return BubbleView::tr("written by the phone");
    if (message.status == u"delivered" || message.status == u"read")
        return BubbleView::tr("delivered");
    if (message.status == u"failed" || message.status == u"undelivered")
        return BubbleView::tr("not delivered");
    return BubbleView::tr("on its way");
}

} // namespace

BubbleView::BubbleView(QWidget *parent) : QListWidget(parent)
{
    setObjectName(u"conversation"_s);
    setProperty("kind", u"choices"_s);
    setAccessibleName(tr("Conversation"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new BubbleDelegate(this));
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::NoSelection);
}

void BubbleView::showMessages(const QList<PhoneMessage> &messages)
{
    if (messages == m_shown)
        return;
    const bool atEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 4 || m_shown.isEmpty() ||
                       messages.isEmpty() || m_shown.constFirst().phone != messages.constFirst().phone;
    m_shown = messages;
    clear();
    for (auto message = messages.crbegin(); message != messages.crend(); ++message) {
        auto *item = new QListWidgetItem(message->text, this);
        const QString below = u"%1 · %2"_s.arg(clockTime(message->at), statusWords(*message));
        item->setData(Mine, message->isFromPhone);
        item->setData(Below, below);
        item->setData(
            Qt::AccessibleTextRole,
            (message->isFromPhone ? tr("The phone: %1, %2") : tr("To the phone: %1, %2")).arg(message->text, below));
    }
    if (atEnd)
        scrollToBottom();
}

void BubbleView::resizeEvent(QResizeEvent *event)
{
    QListWidget::resizeEvent(event);
    scheduleDelayedItemsLayout(); // other widths, other heights
}

} // namespace gui
