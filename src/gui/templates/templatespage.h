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
class TemplateAccounts;
class TemplateEditor;

/// The list of templates, and the editor that takes its place. GUI thread.
class TemplatesPage : public Page
{
    Q_OBJECT

public:
    explicit TemplatesPage(const PageContext &context, QWidget *parent = nullptr);

    void showRows(const QList<engine::TemplateRow> &rows);
    /// Opens the editor with this record.
    void edit(const domain::TemplateRecord &record);
    [[nodiscard]] TemplateEditor *editor() const { return m_editor; }
    [[nodiscard]] TemplateAccounts &accounts() const { return *m_accounts; }
    [[nodiscard]] bool isEditing() const;
    [[nodiscard]] const RowsModel<engine::TemplateRow> &model() const { return *m_model; }

    void activated() override;
    void newHere() override;
    void filter() override;
    /// A template's id, or "new".
    void open(const QVariant &what) override;
    [[nodiscard]] bool mayLeave(std::function<void()> go) override;

private:
    void buildList();
    void buildFilters();
    void fetch();
    void fetchRecord(domain::TemplateId id, bool asCopy);
    void applyFilter();
    void fillMenu(QMenu &menu, const QModelIndexList &rows);
    void duplicate(domain::TemplateId id);
    void remove(const QList<qint64> &ids);
    void removeOne(domain::TemplateId id, const QString &name);
    void save();
    void back();
    void showList();
    void findContacts(const QString &words);
    void chooseContact(domain::ContactId id);
    void findPrice(domain::Channel channel);
    void readFiles(const QStringList &paths);
    void sendTest();
    void showVersions();
    void connectAccounts();

    QStackedWidget *m_stack;
    PageHeader *m_header;
    FilterBar *m_filters;
    QStackedWidget *m_content;
    DataTable *m_table;
    EmptyState *m_empty;
    EmptyState *m_noneFound;
    TemplateEditor *m_editor;
    TemplateAccounts *m_accounts;
    RowsModel<engine::TemplateRow> *m_model;
    QList<engine::TemplateRow> m_rows;
    std::optional<domain::Channel> m_channel;
    std::optional<domain::Category> m_category;
    bool m_onlyInactive = false;
};

} // namespace gui
