#include "gui/kit/choicelist.h"

#include "gui/theme/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr int BelowRole = Qt::UserRole + 101;
constexpr int AsideRole = Qt::UserRole + 102;
constexpr int twoLines = 52;

class ChoiceDelegate : public QStyledItemDelegate
{
public:
    explicit ChoiceDelegate(ChoiceList *list) : QStyledItemDelegate(list), m_list(list) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return {80, index.data(BelowRole).toString().isEmpty() ? size::row : twoLines};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokensOf(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QRectF ground = QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -0.5);
        const bool focused = selected && m_list->hasFocus();
        painter->setPen(focused ? QPen(t.accent, 1) : QPen(Qt::NoPen));
        painter->setBrush(selected                                         ? t.accentTint
                          : option.state.testFlag(QStyle::State_MouseOver) ? t.hover()
                                                                           : QColor(Qt::transparent));
        painter->drawRoundedRect(ground, size::radius, size::radius);
        QRect rect = option.rect.adjusted(space::m, 0, -space::m, 0);
        const QString below = index.data(BelowRole).toString();
        const QString aside = index.data(AsideRole).toString();
        QRect first = rect;
        if (!below.isEmpty()) {
            first = QRect(rect.left(), rect.top() + space::s, rect.width(), 18);
            painter->setFont(fontFor(TextRole::Caption));
            painter->setPen(t.secondary);
            painter->drawText(QRect(rect.left(), first.bottom() + 1, rect.width(), 18),
                              int(Qt::AlignLeft | Qt::AlignVCenter),
                              painter->fontMetrics().elidedText(below, Qt::ElideRight, rect.width()));
        }
        if (!aside.isEmpty()) {
            painter->setFont(fontFor(TextRole::Caption));
            painter->setPen(t.secondary);
            painter->drawText(first, int(Qt::AlignRight | Qt::AlignVCenter), aside);
            first.setRight(first.right() - painter->fontMetrics().horizontalAdvance(aside) - space::s);
        }
        QFont font = fontFor(TextRole::Body);
        if (selected || !below.isEmpty())
            font.setWeight(QFont::Medium);
        painter->setFont(font);
        painter->setPen(t.text);
        painter->drawText(first, int(Qt::AlignLeft | Qt::AlignVCenter),
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, first.width()));
        painter->restore();
    }

private:
    ChoiceList *m_list;
};

} // namespace

ChoiceList::ChoiceList(const QString &name, QWidget *parent) : QListWidget(parent)
{
    setObjectName(name);
    setProperty("kind", u"choices"_s);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setItemDelegate(new ChoiceDelegate(this));
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QListWidgetItem *ChoiceList::addChoice(const QString &title, const QString &below, const QString &aside)
{
    auto *item = new QListWidgetItem(title, this);
    item->setData(BelowRole, below);
    item->setData(AsideRole, aside);
    QStringList words{title, aside, below};
    words.removeAll(QString());
    item->setData(Qt::AccessibleTextRole, words.join(u", "_s));
    return item;
}

} // namespace gui
