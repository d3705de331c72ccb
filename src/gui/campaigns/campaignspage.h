#pragma once

#include "engine/client/models.h"
#include "gui/frame/page.h"
#include "gui/kit/rowsmodel.h"

class QStackedWidget;

namespace gui {

class CampaignActions;
class CampaignProgress;
class CampaignWizard;
class DataTable;
class EmptyState;
class FilterBar;
class PageHeader;
class Refresher;

/// All campaigns with their state and figures; one of them opened shows its live progress in the same place, and a
/// draft opens in the wizard. GUI thread.
class CampaignsPage : public Page
{
    Q_OBJECT

public:
    explicit CampaignsPage(const PageContext &context, QWidget *parent = nullptr);

    void showRows(const QList<engine::CampaignRow> &rows);
    /// Opens the progress of a campaign (or moves it on).
    void showProgress(const engine::CampaignRow &row);
    void showList();
    /// The wizard over a draft; returns it so that it can be fed.
    CampaignWizard *edit(const domain::Campaign &draft);
    [[nodiscard]] CampaignProgress &progress() { return *m_progress; }

    void activated() override;
    void newHere() override;
    void filter() override;
    /// A campaign's id, or "new".
    void open(const QVariant &what) override;

private:
    void buildList();
    void buildProgress();
    void fetch(std::function<void()> done);
    void fetchProgress(domain::CampaignId id, std::function<void()> done);
    void fetchMessages(domain::CampaignId id);
    void openRow(const QModelIndex &index);
    void openCampaign(const engine::CampaignRow &row);
    void fetchAndOpen(domain::CampaignId id);
    void setState(std::optional<domain::CampaignState> state);
    void applyFilter();
    void showError(const domain::Error &error);

    CampaignActions *m_actions;
    QStackedWidget *m_stack;
    QWidget *m_list;
    CampaignProgress *m_progress;
    PageHeader *m_header;
    FilterBar *m_filter;
    QStackedWidget *m_tableStack;
    DataTable *m_table;
    EmptyState *m_empty;
    EmptyState *m_noneFound;
    RowsModel<engine::CampaignRow> *m_model;
    Refresher *m_refresher;
    QList<engine::CampaignRow> m_rows;
    std::optional<domain::CampaignState> m_state;
    domain::CampaignId m_open; ///< whose progress is shown; invalid: the list
};

} // namespace gui
