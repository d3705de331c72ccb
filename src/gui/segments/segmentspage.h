#pragma once

#include "engine/client/models.h"
#include "gui/frame/page.h"
#include "gui/kit/rowsmodel.h"

class QMenu;
class QStackedWidget;

namespace gui {

class DataTable;
class EmptyState;
class FilterBar;
class PageHeader;
class SegmentEditor;

/// The list of segments, and the editor that takes its place. GUI thread.
class SegmentsPage : public Page
{
    Q_OBJECT

public:
    explicit SegmentsPage(const PageContext &context, QWidget *parent = nullptr);

    void showRows(const QList<engine::SegmentRow> &rows);
    void showCount(domain::SegmentId segment, qint64 contacts);
    /// Opens the editor with this segment.
    void edit(const engine::SegmentRow &segment);
    [[nodiscard]] SegmentEditor *editor() const { return m_editor; }
    [[nodiscard]] bool isEditing() const;

    void activated() override;
    void newHere() override;
    void filter() override;
    /// A segment's id, "new", or a condition to begin a new one with (QByteArray).
    void open(const QVariant &what) override;
    [[nodiscard]] bool mayLeave(std::function<void()> go) override;

private:
    void buildList();
    void fetch();
    void fetchCounts();
    void fetchCatalogue();
    void applyFilter();
    void fillMenu(QMenu &menu, const QModelIndexList &rows);
    void duplicate(engine::SegmentRow segment);
    void remove(const engine::SegmentRow &segment);
    void save();
    void back();
    void showList();
    void showContacts(const QString &condition);

    QStackedWidget *m_stack;
    PageHeader *m_header;
    FilterBar *m_filters;
    QStackedWidget *m_content;
    DataTable *m_table;
    EmptyState *m_empty;
    EmptyState *m_noneFound;
    SegmentEditor *m_editor;
    RowsModel<engine::SegmentRow> *m_model;
    QList<engine::SegmentRow> m_rows;
    QHash<qint64, qint64> m_counts; ///< contacts by segment, as far as they are known
    quint64 m_counting = 0;         ///< answers to an older round are dropped
};

} // namespace gui
