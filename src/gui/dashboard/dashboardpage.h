#pragma once

#include "engine/client/models.h"
#include "gui/dashboard/firststeps.h"
#include "gui/frame/page.h"

class QGridLayout;
class QStackedWidget;

namespace gui {

class Card;
class DayChart;
class DetourNotice;
class PageHeader;
class Refresher;
class Tile;

/// How things stand: figures of 30 days, the days as a chart, what is being sent now, what comes next, what is wrong.
/// Moves while a campaign runs. GUI thread.
class DashboardPage : public Page
{
    Q_OBJECT

public:
    explicit DashboardPage(const PageContext &context, QWidget *parent = nullptr);

    void showDashboard(const engine::Dashboard &dashboard);
    void showStatus(const engine::EngineStatus &status);

    void activated() override;
    void newHere() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void fetch(std::function<void()> done);
    void showTiles(const engine::Dashboard &dashboard);
    void showActive();
    void showScheduled(const QList<engine::CampaignRow> &campaigns);
    void showHealth();
    void showSteps();
    void takeStep(FirstSteps::Step step);
    void openMessages(const engine::MessageQuery &query);

    PageHeader *m_header;
    QStackedWidget *m_stack;
    FirstSteps *m_steps;
    DetourNotice *m_detours;
    QGridLayout *m_tileGrid;
    QGridLayout *m_grid;
    Tile *m_sent;
    Tile *m_delivered;
    Tile *m_failed;
    Tile *m_pending;
    Tile *m_optOuts;
    Tile *m_spend;
    Card *m_chartCard;
    DayChart *m_chart;
    QWidget *m_side;
    Card *m_active;
    Card *m_scheduled;
    Card *m_health;
    Refresher *m_refresher;
    engine::Dashboard m_dashboard;
    engine::EngineStatus m_status;
    std::optional<QStringList> m_scheduledShown;
    std::optional<QStringList> m_healthShown;
    int m_columns = 0;
};

} // namespace gui
