#pragma once

#include "gui/theme/tokens.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <functional>

namespace gui {

/// What a cell tells the table's delegate besides Qt's own roles.
enum CellRole {
    ToneRole = Qt::UserRole + 1, ///< int(Tone): the cell is a state pill
    SecondaryRole,               ///< a quieter text behind the main one
    ProgressRole,                ///< 0 … 1: a thin bar
    FiguresRole,                 ///< true: tabular figures
    QuietRole,                   ///< true: secondary colour
    IconNameRole,                ///< icon of the theme before the text
    RowIdRole,                   ///< qint64, what a row is
    SortRole,                    ///< what a list in memory is sorted by
    StrongRole,                  ///< true: a little heavier, for the name of a row
};

/// What one cell shows; only what is set is used.
struct Cell
{
    QString text;
    QString secondary;
    QString tip;
    QString icon;
    std::optional<Tone> tone;
    std::optional<double> progress;
    QVariant sortBy;
    bool quiet = false;
    bool strong = false;
};

/// One column of a table of T: a title, a width, and what a row shows in it.
template <class T>
struct Column
{
    QString id; ///< for the remembered layout
    QString title;
    int width = 120;
    std::function<Cell(const T &)> cell;
    bool isNumber = false; ///< right-aligned, tabular
    bool sortable = false;
    bool hidden = false; ///< at first
    bool stretches = false;
    int importance = 0; ///< the least important ones, and of those the rightmost, give way in a narrow window
    int most = 0;       ///< where there is room it is as wide as its rows need, up to this; 0: always `width`
};

/// What every table model of the kit offers the table, whatever its rows are.
class TableModelBase : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    struct ColumnLook
    {
        QString id;
        int width = 120;
        bool isNumber = false;
        bool sortable = false;
        bool hidden = false;
        bool stretches = false;
        int importance = 0;
        int most = 0;
    };
    [[nodiscard]] virtual ColumnLook look(int column) const = 0;
    /// True if the rows are all here; false while pages are still to come.
    [[nodiscard]] virtual bool isComplete() const { return true; }

Q_SIGNALS:
    /// The first answer, or a later one, has been taken in.
    void loaded();
};

/// A table of plain values. Has setRows and columns: no SQL, no I/O, no dialog. Rows are recognised by `id`, so that
/// selection and scroll position survive a refresh. GUI thread.
template <class T>
class RowsModel : public TableModelBase
{
public:
    using Id = std::function<qint64(const T &)>;

    RowsModel(QList<Column<T>> columns, Id id, QObject *parent = nullptr)
        : TableModelBase(parent), m_columns(std::move(columns)), m_id(std::move(id))
    {}

    /// Replaces the rows by the least number of removals, moves and insertions.
    void setRows(QList<T> rows)
    {
        if (m_sortColumn >= 0)
            sortValues(rows);
        removeGone(rows);
        reorder(rows);
        insertNew(std::move(rows));
        Q_EMIT loaded();
    }

    void appendRows(QList<T> rows)
    {
        if (rows.isEmpty())
            return;
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
        m_rows.append(std::move(rows));
        endInsertRows();
        Q_EMIT loaded();
    }

    [[nodiscard]] const QList<T> &rows() const { return m_rows; }
    [[nodiscard]] const T &rowAt(int row) const { return m_rows.at(row); }
    [[nodiscard]] qint64 idOf(const T &row) const { return m_id(row); }

    /// -1 if it is not (yet) here.
    [[nodiscard]] int rowOf(qint64 id) const
    {
        for (int i = 0; i < int(m_rows.size()); ++i)
            if (m_id(m_rows.at(i)) == id)
                return i;
        return -1;
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid() || index.row() >= m_rows.size() || index.column() >= m_columns.size())
            return {};
        const Column<T> &column = m_columns.at(index.column());
        const T &row = m_rows.at(index.row());
        switch (role) {
        case RowIdRole:
            return m_id(row);
        case FiguresRole:
            return column.isNumber;
        case Qt::TextAlignmentRole:
            return int((column.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
        case ToneRole:
        case SecondaryRole:
        case ProgressRole:
        case QuietRole:
        case StrongRole:
        case IconNameRole:
        case SortRole:
            return fromCell(column.cell(row), role);
        default:
            return {};
        }
    }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
            return {};
        const Column<T> &column = m_columns.at(section);
        if (role == Qt::DisplayRole)
            return column.title;
        if (role == Qt::TextAlignmentRole)
            return int((column.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        return {};
    }

    [[nodiscard]] ColumnLook look(int column) const override
    {
        const Column<T> &c = m_columns.at(column);
        return {c.id, c.width, c.isNumber, c.sortable, c.hidden, c.stretches, c.importance, c.most};
    }

    /// Sorts the list in memory by the column's sortBy, or its text. A paged model asks again instead.
    void sort(int column, Qt::SortOrder order) override
    {
        if (column < 0 || column >= m_columns.size() || !m_columns.at(column).sortable)
            return;
        m_sortColumn = column;
        m_sortOrder = order;
        QList<T> sorted = m_rows;
        sortValues(sorted);
        reorder(sorted);
    }

protected:
    [[nodiscard]] const QList<Column<T>> &columns() const { return m_columns; }

private:
    static QVariant fromCell(const Cell &cell, int role)
    {
        switch (role) {
        case Qt::DisplayRole:
            return cell.text;
        case Qt::ToolTipRole:
            return cell.tip.isEmpty() ? QVariant() : QVariant(cell.tip);
        case Qt::AccessibleTextRole:
            return cell.secondary.isEmpty() ? cell.text : cell.text + u' ' + cell.secondary;
        case ToneRole:
            return cell.tone ? QVariant(int(*cell.tone)) : QVariant();
        case SecondaryRole:
            return cell.secondary.isEmpty() ? QVariant() : QVariant(cell.secondary);
        case ProgressRole:
            return cell.progress ? QVariant(*cell.progress) : QVariant();
        case QuietRole:
            return cell.quiet;
        case StrongRole:
            return cell.strong;
        case IconNameRole:
            return cell.icon.isEmpty() ? QVariant() : QVariant(cell.icon);
        case SortRole:
            return cell.sortBy.isValid() ? cell.sortBy : QVariant(cell.text);
        default:
            return {};
        }
    }

    void sortValues(QList<T> &rows) const
    {
        const Column<T> &column = m_columns.at(m_sortColumn);
        QHash<qint64, QVariant> keys;
        for (const T &row : std::as_const(rows)) {
            const Cell cell = column.cell(row);
            keys.insert(m_id(row), cell.sortBy.isValid() ? cell.sortBy : QVariant(cell.text));
        }
        const auto less = [](const QVariant &a, const QVariant &b) {
            if (a.userType() == QMetaType::QString)
                return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
            return QVariant::compare(a, b) == QPartialOrdering::Less;
        };
        std::stable_sort(rows.begin(), rows.end(), [&](const T &a, const T &b) {
            return m_sortOrder == Qt::AscendingOrder ? less(keys[m_id(a)], keys[m_id(b)])
                                                     : less(keys[m_id(b)], keys[m_id(a)]);
        });
    }

    void removeGone(const QList<T> &wanted)
    {
        QSet<qint64> stay;
        for (const T &row : wanted)
            stay.insert(m_id(row));
        for (int last = int(m_rows.size()) - 1; last >= 0; --last) {
            if (stay.contains(m_id(m_rows.at(last))))
                continue;
            int first = last;
            while (first > 0 && !stay.contains(m_id(m_rows.at(first - 1))))
                --first;
            beginRemoveRows({}, first, last);
            m_rows.remove(first, last - first + 1);
            endRemoveRows();
            last = first;
        }
    }

    /// Brings the rows that stay into the wanted order.
    void reorder(const QList<T> &wanted)
    {
        QHash<qint64, int> placeOf;
        for (int i = 0; i < int(wanted.size()); ++i)
            placeOf.insert(m_id(wanted.at(i)), i);
        const auto before = [&](const T &a, const T &b) { return placeOf.value(m_id(a)) < placeOf.value(m_id(b)); };
        if (std::is_sorted(m_rows.cbegin(), m_rows.cend(), before))
            return;
        Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        const QModelIndexList old = persistentIndexList();
        QList<qint64> ids;
        for (const QModelIndex &index : old)
            ids.append(m_id(m_rows.at(index.row())));
        std::stable_sort(m_rows.begin(), m_rows.end(), before);
        QHash<qint64, int> rowNow;
        for (int i = 0; i < int(m_rows.size()); ++i)
            rowNow.insert(m_id(m_rows.at(i)), i);
        QModelIndexList now;
        for (qsizetype i = 0; i < old.size(); ++i)
            now.append(index(rowNow.value(ids.at(i)), old.at(i).column()));
        changePersistentIndexList(old, now);
        Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }

    void insertNew(QList<T> wanted)
    {
        QSet<qint64> have;
        for (const T &row : std::as_const(m_rows))
            have.insert(m_id(row));
        const int total = int(wanted.size());
        for (int first = 0; first < total; ++first) {
            if (have.contains(m_id(wanted.at(first)))) {
                m_rows[first] = wanted.at(first);
                continue;
            }
            int last = first;
            while (last + 1 < total && !have.contains(m_id(wanted.at(last + 1))))
                ++last;
            beginInsertRows({}, first, last);
            for (int i = first; i <= last; ++i)
                m_rows.insert(i, wanted.at(i));
            endInsertRows();
            first = last;
        }
        if (!m_rows.isEmpty() && !have.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, int(m_columns.size()) - 1));
    }

    QList<Column<T>> m_columns;
    Id m_id;
    QList<T> m_rows;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace gui
