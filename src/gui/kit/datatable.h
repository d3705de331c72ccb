#pragma once

#include "gui/kit/rowsmodel.h"

#include <QStyledItemDelegate>
#include <QTableView>

class QSettings;

namespace gui {

/// The one table of the program: rows of 36 px, hairlines, hover and selection of whole rows, sortable headers, columns
/// that can be hidden and moved and are remembered, states as pills, Enter or double-click opens, Ctrl+C copies.
/// GUI thread.
class DataTable : public QTableView
{
    Q_OBJECT

public:
    /// `name` is the key of the remembered columns and the accessible name's base.
    DataTable(const QString &name, QWidget *parent = nullptr);

    void setTableModel(TableModelBase *model);
    /// Remembers columns in `settings` from now on. Call after setTableModel. Borrowed.
    void rememberIn(QSettings &settings);
    /// Fills the menu for the rows that are selected; called each time before it is shown.
    void setMenu(std::function<void(QMenu &, const QModelIndexList &rows)> fill) { m_fillMenu = std::move(fill); }

    [[nodiscard]] QList<qint64> selectedIds() const;
    void selectId(qint64 id);
    [[nodiscard]] int hoveredRow() const { return m_hovered; }

Q_SIGNALS:
    /// Enter, double-click, or a click when `openOnClick`.
    void opened(const QModelIndex &index);
    void selectionEdited();
    void sortWanted(int column, Qt::SortOrder order);
    /// Del was pressed on a selection.
    void removeWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    [[nodiscard]] QString textToCopy() const;

private:
    void setHovered(int row);
    void columnMenu(const QPoint &at);
    [[nodiscard]] int plainWidth(int column) const; ///< the model's, but wide enough for the title
    [[nodiscard]] int wantedWidth(int column) const;
    void hideForGood(int column, bool hidden);
    void makeRoom();
    void fitColumns();
    [[nodiscard]] int growColumns(int spare);
    void rowsChanged();
    void save();

    QString m_name;
    TableModelBase *m_model = nullptr;
    QSettings *m_settings = nullptr;
    std::function<void(QMenu &, const QModelIndexList &)> m_fillMenu;
    std::pair<int, Qt::SortOrder> m_sorted{-1, Qt::AscendingOrder};
    QSet<int> m_unwanted;    ///< columns the person (or the page, at first) hides
    QSet<int> m_sized;       ///< columns the person gave a width
    QHash<int, int> m_grown; ///< columns wider than wanted for now, and how wide they are wanted
    int m_hovered = -1;
    bool m_fitting = false;
    bool m_grows = false; ///< a column may
    bool m_fitsSoon = false;
};

/// Paints the cells of a DataTable from the roles of rowsmodel.h.
class TableDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TableDelegate(DataTable *table);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    DataTable *m_table;
};

} // namespace gui
