#include "gui/settings/countrypicker.h"

#include "domain/address/timezones.h"
#include "gui/kit/card.h"
#include "gui/kit/choices.h"
#include "gui/theme/theme.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr int listHeight = 170;
constexpr int rowHeight = 28;
constexpr int tickSize = 16;

/// A tick and a name; a click anywhere in the row ticks.
class TickDelegate : public QStyledItemDelegate
{
public:
    explicit TickDelegate(QListWidget *list) : QStyledItemDelegate(list), m_list(list) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {80, rowHeight}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokensOf(option.palette);
        const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        if (isCurrent)
            painter->fillRect(option.rect, t.accentTint);
        else if (option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, t.hover());
        QStyleOptionViewItem tick = option;
        tick.rect =
            QRect(option.rect.left() + space::s, option.rect.center().y() - tickSize / 2 + 1, tickSize, tickSize);
        tick.state.setFlag(QStyle::State_On, isTicked(index));
        tick.state.setFlag(QStyle::State_Off, !isTicked(index));
        m_list->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &tick, painter, m_list);
        painter->setPen(t.text);
        const QRect room = option.rect.adjusted(2 * space::s + tickSize, 0, -space::s, 0);
        painter->drawText(room, int(Qt::AlignLeft | Qt::AlignVCenter),
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width()));
        painter->restore();
    }

    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override
    {
        const bool isClick = event->type() == QEvent::MouseButtonRelease &&
                             static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton &&
                             option.rect.contains(static_cast<QMouseEvent *>(event)->pos());
        const bool isKey = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
        if (!isClick && !isKey)
            return false;
        return model->setData(index, isTicked(index) ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }

private:
    static bool isTicked(const QModelIndex &index) { return index.data(Qt::CheckStateRole).toInt() == Qt::Checked; }

    QListWidget *m_list;
};

} // namespace

CountryPicker::CountryPicker(const QString &none, QWidget *parent)
    : QWidget(parent), m_none(none), m_search(new QLineEdit), m_list(new QListWidget),
      m_chosen(makeLabel({}, TextRole::Secondary))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    m_search->setObjectName(u"searchCountry"_s);
    m_search->setPlaceholderText(tr("Search a country"));
    m_search->setAccessibleName(tr("Search a country"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(u"countries"_s);
    m_list->setAccessibleName(tr("Countries"));
    m_list->setItemDelegate(new TickDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setFixedHeight(listHeight);
    m_chosen->setWordWrap(true);
    column->addWidget(m_search);
    auto *card = new Card;
    card->setFlush();
    card->body()->addWidget(m_list);
    column->addWidget(card);
    column->addWidget(m_chosen);
    setFocusProxy(m_search);
    QComboBox all; // has every country by its name, in their order
    fillCountries(all, {});
    for (int i = 0; i < all.count(); ++i) {
        if (domain::zonesOfCountry(all.itemData(i).toString()).isEmpty()) // no telephone rings there
            continue;
        auto *item = new QListWidgetItem(all.itemText(i), m_list);
        item->setData(Qt::UserRole, all.itemData(i));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &CountryPicker::search);
    connect(m_list, &QListWidget::itemChanged, this, [this] {
        sayChosen();
        Q_EMIT edited();
    });
    sayChosen();
}

void CountryPicker::setCountries(const QStringList &codes)
{
    const QSignalBlocker blocker(m_list);
    QListWidgetItem *first = nullptr;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *item = m_list->item(i);
        const bool isChosen = codes.contains(item->data(Qt::UserRole).toString());
        item->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
        if (isChosen && !first)
            first = item;
    }
    m_list->setCurrentItem(first ? first : m_list->item(0));
    m_list->scrollToItem(m_list->currentItem(), QAbstractItemView::PositionAtCenter);
    sayChosen();
}

QStringList CountryPicker::countries() const
{
    QStringList codes;
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->checkState() == Qt::Checked)
            codes << m_list->item(i)->data(Qt::UserRole).toString();
    return codes;
}

void CountryPicker::search()
{
    const QString wanted = m_search->text().trimmed();
    QListWidgetItem *first = nullptr;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *item = m_list->item(i);
        const bool fits = item->text().contains(wanted, Qt::CaseInsensitive) ||
                          item->data(Qt::UserRole).toString().compare(wanted, Qt::CaseInsensitive) == 0;
        item->setHidden(!fits);
        // what begins with it comes before what has it somewhere
        const bool begins = item->text().startsWith(wanted, Qt::CaseInsensitive);
        if (fits && (!first || (begins && !first->text().startsWith(wanted, Qt::CaseInsensitive))))
            first = item;
    }
    m_list->setCurrentItem(first);
    if (first)
        m_list->scrollToItem(first);
}

void CountryPicker::sayChosen()
{
    const QStringList codes = countries();
    QStringList names;
    for (const QString &code : codes)
        names << countryName(code);
    m_chosen->setText(names.isEmpty() ? m_none : tr("Chosen: %1").arg(names.join(u", "_s)));
}

bool CountryPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<const QKeyEvent *>(event);
        QListWidgetItem *item = m_list->currentItem();
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (item && !item->isHidden() && !m_search->text().trimmed().isEmpty()) {
                item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
                m_search->clear();
            }
            return true;
        }
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gui
