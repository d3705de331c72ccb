#include "gui/kit/datatable.h"

#include "gui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace gui {

DataTable::DataTable(const QString &name, QWidget *parent) : QTableView(parent), m_name(name)
{
    setObjectName(name);
    setItemDelegate(new TableDelegate(this));
    setShowGrid(false);
    setMouseTracking(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(size::row);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setMinimumSectionSize(48);
    header->setStretchLastSection(false);
    header->setResizeContentsPrecision(0); // what is seen
    header->setFocusPolicy(Qt::NoFocus);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, &DataTable::columnMenu);
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder order) {
        if (!m_model || (column == m_sorted.first && order == m_sorted.second))
            return;
        if (column >= 0 && !m_model->look(column).sortable) {
            horizontalHeader()->setSortIndicator(m_sorted.first, m_sorted.second); // the arrow stays where it was
            return;
        }
        m_sorted = {column, order};
        if (column < 0)
            return;
        m_model->sort(column, order);
        Q_EMIT sortWanted(column, order);
    });
    connect(header, &QHeaderView::sectionMoved, this, [this] { save(); });
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int before, int width) {
        if (m_fitting)
            return;
        if (before == 0 || width == 0)
            return save(); // shown or hidden
        m_grown.remove(column);
        m_sized.insert(column);
        save();
    });
    connect(this, &QTableView::doubleClicked, this, &DataTable::opened);
}

void DataTable::setTableModel(TableModelBase *model)
{
    m_model = model;
    setModel(model);
    m_fitting = true; // these widths are nobody's wish
    bool sortable = false;
    for (int i = 0; i < model->columnCount(); ++i) {
        const auto look = model->look(i);
        setColumnWidth(i, plainWidth(i));
        hideForGood(i, look.hidden);
        sortable = sortable || look.sortable;
        m_grows = m_grows || look.most > look.width;
    }
    m_fitting = false;
    if (m_grows)
        for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
            connect(model, signal, this, &DataTable::rowsChanged);
    if (m_grows)
        connect(model, &QAbstractItemModel::modelReset, this, &DataTable::rowsChanged);
    m_sorted = {-1, Qt::AscendingOrder};
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    horizontalHeader()->setSortIndicatorShown(sortable);
    fitColumns();
}

void DataTable::rememberIn(QSettings &settings)
{
    m_settings = &settings;
    const QStringList stored = settings.value(u"columns/"_s + m_name).toStringList();
    // "id:width:shown", in visual order
    int place = 0;
    for (const QString &entry : stored) {
        const QStringList parts = entry.split(u':');
        if (parts.size() != 3)
            continue;
        for (int i = 0; i < m_model->columnCount(); ++i) {
            if (m_model->look(i).id != parts[0])
                continue;
            const int width = std::clamp(parts[1].toInt(), 48, 1200);
            const bool isOwn = width != m_model->look(i).width && width != plainWidth(i);
            m_fitting = true;
            setColumnWidth(i, isOwn ? width : plainWidth(i));
            m_fitting = false;
            if (isOwn)
                m_sized.insert(i);
            hideForGood(i, parts[2] == "0"_L1);
            horizontalHeader()->moveSection(horizontalHeader()->visualIndex(i), place++);
        }
    }
    fitColumns();
}

void DataTable::save()
{
    if (!m_settings || !m_model)
        return;
    QStringList entries;
    for (int visual = 0; visual < m_model->columnCount(); ++visual) {
        const int i = horizontalHeader()->logicalIndex(visual);
        entries.append(u"%1:%2:%3"_s.arg(m_model->look(i).id).arg(wantedWidth(i)).arg(m_unwanted.contains(i) ? 0 : 1));
    }
    m_settings->setValue(u"columns/"_s + m_name, entries);
}

int DataTable::plainWidth(int column) const
{
    const auto look = m_model->look(column);
    const QString title = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    QFont font = fontFor(TextRole::Caption);
    font.setWeight(QFont::Medium);
    const int arrow = look.sortable ? space::m : 0;
    return std::max(look.width, QFontMetrics(font).horizontalAdvance(title) + 2 * space::m + arrow + 1);
}

int DataTable::wantedWidth(int column) const
{
    // a hidden section has no width of its own; the stretching one has the width the window gave it
    return isColumnHidden(column) || m_model->look(column).stretches ? plainWidth(column)
                                                                     : m_grown.value(column, columnWidth(column));
}

void DataTable::hideForGood(int column, bool hidden)
{
    hidden ? void(m_unwanted.insert(column)) : void(m_unwanted.remove(column));
    setColumnHidden(column, hidden);
}

// In a window too narrow for all, the least important columns give way; they come back with the room.
void DataTable::makeRoom()
{
    QHash<int, int> widths;
    QList<int> shown; // by importance, then from left to right
    for (int visual = 0; visual < m_model->columnCount(); ++visual) {
        const int i = horizontalHeader()->logicalIndex(visual);
        if (m_unwanted.contains(i))
            continue;
        shown.append(i);
        widths.insert(i, wantedWidth(i));
    }
    std::stable_sort(shown.begin(), shown.end(), [this](int a, int b) {
        const auto left = m_model->look(a);
        const auto right = m_model->look(b);
        return left.stretches != right.stretches ? left.stretches : left.importance > right.importance;
    });
    int room = viewport()->width();
    bool full = false;
    for (qsizetype at = 0; at < shown.size(); ++at) {
        const int i = shown.at(at);
        room -= widths.value(i);
        full = full || (room < 0 && at > 0);
        if (isColumnHidden(i) == full)
            continue;
        setColumnHidden(i, full);
        if (!full && columnWidth(i) < horizontalHeader()->minimumSectionSize())
            setColumnWidth(i, widths.value(i));
    }
}

// The stretching column takes what the others leave, but never less than its own width: then one scrolls sideways.
void DataTable::fitColumns()
{
    if (!m_model)
        return;
    m_fitting = true;
    for (auto it = m_grown.cbegin(); it != m_grown.cend(); ++it)
        if (!isColumnHidden(it.key()))
            setColumnWidth(it.key(), it.value());
    m_grown.clear();
    makeRoom();
    int others = 0;
    int stretching = -1;
    for (int i = 0; i < m_model->columnCount(); ++i) {
        if (isColumnHidden(i))
            continue;
        if (m_model->look(i).stretches && stretching < 0)
            stretching = i;
        else
            others += columnWidth(i);
    }
    if (stretching >= 0) {
        const int least = plainWidth(stretching);
        const int left = growColumns(viewport()->width() - others - least);
        setColumnWidth(stretching, least + std::max(0, left));
    }
    m_fitting = false;
}

// Cut words get the room that the stretching column would only leave empty, or has much of. Returns what is left.
int DataTable::growColumns(int spare)
{
    if (!m_grows)
        return spare;
    for (int visual = 0; visual < m_model->columnCount() && spare > 0; ++visual) {
        const int i = horizontalHeader()->logicalIndex(visual);
        const int most = m_model->look(i).most;
        const int now = columnWidth(i);
        if (isColumnHidden(i) || m_sized.contains(i) || most <= now)
            continue;
        const int more = std::min({sizeHintForColumn(i) - now, most - now, spare});
        if (more <= 0)
            continue;
        m_grown.insert(i, now);
        setColumnWidth(i, now + more);
        spare -= more;
    }
    return spare;
}

// Once for all the rows that come at a time.
void DataTable::rowsChanged()
{
    if (std::exchange(m_fitsSoon, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_fitsSoon = false;
            fitColumns();
        },
        Qt::QueuedConnection);
}

void DataTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

QList<qint64> DataTable::selectedIds() const
{
    QList<qint64> ids;
    if (selectionModel())
        for (const QModelIndex &index : selectionModel()->selectedRows())
            ids.append(index.data(RowIdRole).toLongLong());
    return ids;
}

void DataTable::selectId(qint64 id)
{
    for (int row = 0; m_model && row < m_model->rowCount(); ++row) {
        if (m_model->index(row, 0).data(RowIdRole).toLongLong() != id)
            continue;
        setCurrentIndex(m_model->index(row, horizontalHeader()->logicalIndex(0)));
        return;
    }
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        if (const QString text = textToCopy(); !text.isEmpty())
            QApplication::clipboard()->setText(text);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().isValid())
            Q_EMIT opened(currentIndex());
        return;
    case Qt::Key_Delete:
        if (selectionModel() && selectionModel()->hasSelection())
            Q_EMIT removeWanted();
        return;
    case Qt::Key_Home:
        if (model() && model()->rowCount() > 0)
            setCurrentIndex(model()->index(0, currentIndex().isValid() ? currentIndex().column() : 0));
        return;
    case Qt::Key_End:
        if (model() && model()->rowCount() > 0)
            setCurrentIndex(
                model()->index(model()->rowCount() - 1, currentIndex().isValid() ? currentIndex().column() : 0));
        return;
    default:
        QTableView::keyPressEvent(event);
    }
}

QString DataTable::textToCopy() const
{
    QStringList lines;
    if (!selectionModel())
        return {};
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int visual = 0; visual < m_model->columnCount(); ++visual) {
            const int column = horizontalHeader()->logicalIndex(visual);
            if (!isColumnHidden(column))
                cells.append(row.siblingAtColumn(column).data(Qt::AccessibleTextRole).toString().simplified());
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

void DataTable::setHovered(int row)
{
    if (row == m_hovered)
        return;
    for (const int changed : {m_hovered, row}) {
        if (changed >= 0 && model() && changed < model()->rowCount())
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), size::row);
    }
    m_hovered = row;
}

void DataTable::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

void DataTable::leaveEvent(QEvent *event)
{
    setHovered(-1);
    QTableView::leaveEvent(event);
}

void DataTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionEdited();
}

void DataTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (!selectionModel() || !selectionModel()->hasSelection())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), this, [this] { Q_EMIT opened(currentIndex()); });
    if (m_fillMenu)
        m_fillMenu(*menu, selectionModel()->selectedRows());
    menu->addSeparator();
    QAction *copy = menu->addAction(tr("Copy"), this, [this] { QApplication::clipboard()->setText(textToCopy()); });
    copy->setShortcut(QKeySequence::Copy);
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard)
        at = viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft() + QPoint(space::m, 0));
    menu->popup(at);
}

void DataTable::columnMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    int shown = 0;
    for (int i = 0; i < m_model->columnCount(); ++i)
        shown += isColumnHidden(i) ? 0 : 1;
    for (int i = 0; i < m_model->columnCount(); ++i) {
        const QString title = m_model->headerData(i, Qt::Horizontal, Qt::DisplayRole).toString();
        const bool wanted = !m_unwanted.contains(i);
        QAction *action = menu->addAction(wanted && isColumnHidden(i) ? tr("%1 (no room for it)").arg(title) : title);
        action->setCheckable(true);
        action->setChecked(wanted);
        action->setEnabled(shown > 1 || isColumnHidden(i));
        connect(action, &QAction::toggled, this, [this, i](bool on) {
            hideForGood(i, !on);
            if (on && columnWidth(i) < 48)
                setColumnWidth(i, plainWidth(i));
            fitColumns();
            save();
        });
    }
    menu->popup(horizontalHeader()->mapToGlobal(at));
}

} // namespace gui
