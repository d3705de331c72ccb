#pragma once

#include "engine/client/models.h"
#include "gui/campaigns/ratehistory.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace gui {

class Card;
class ElidedLabel;
class MessageLine;
class RateChart;
class StatePill;
class ThinProgress;
class Tile;

/// One campaign while it runs and afterwards: figures, a stacked bar, its rate, what it cost, why people were left out
/// or failed, and the newest messages. Shows values; asks nobody. GUI thread.
class CampaignProgress : public QWidget
{
    Q_OBJECT

public:
    explicit CampaignProgress(QWidget *parent = nullptr);

    void showCampaign(const engine::CampaignRow &row, domain::Instant now);
    /// Newest first; a handful is shown. Reasons are counted among `stopped` (skipped and failed ones).
    void showMessages(const QList<engine::MessageRow> &newest, domain::Instant now);
    /// Messages that are queued: why they wait, if it is not their turn alone.
    void showWaiting(const QList<engine::MessageRow> &queued, domain::Instant now);
    void showReasons(const QList<engine::MessageRow> &stopped, bool more);
    [[nodiscard]] const engine::CampaignRow &row() const { return m_row; }
    [[nodiscard]] domain::CampaignId id() const { return m_row.campaign.id; }

Q_SIGNALS:
    void backWanted();
    void pauseWanted();
    void resumeWanted();
    void cancelWanted();
    void retryWanted();
    void messagesWanted(const engine::MessageQuery &query);
    void messageWanted(domain::MessageId id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHead(QVBoxLayout *column);
    void arrange();
    void wantMessages(QList<domain::MessageState> states);
    void showLine();

    engine::CampaignRow m_row;
    RateHistory m_history;
    QString m_waitsFor;
    QPushButton *m_back;
    ElidedLabel *m_name;
    StatePill *m_state;
    QPushButton *m_pause;
    QPushButton *m_resume;
    QPushButton *m_retry;
    QPushButton *m_cancel;
    QPushButton *m_log;
    ElidedLabel *m_facts;
    QGridLayout *m_tileGrid;
    QList<Tile *> m_tiles;
    ThinProgress *m_bar;
    QLabel *m_line;
    QLabel *m_left;
    RateChart *m_chart;
    Card *m_reasons;
    QList<std::pair<qint64, QString>> m_shownReasons;
    bool m_hasMoreReasons = false;
    Card *m_newest;
    QList<MessageLine *> m_lines; ///< of m_newest; those that are not needed are hidden
    int m_columns = 0;
};

} // namespace gui
