#pragma once

#include "gui/campaigns/ratehistory.h"

#include <QChartView>

class QLineSeries;
class QValueAxis;

namespace gui {

/// Messages a second sent and delivered, as two lines that move while a campaign runs. GUI thread.
class RateChart : public QChartView
{
    Q_OBJECT

public:
    explicit RateChart(QWidget *parent = nullptr);
    void showPoints(const QList<RateHistory::Point> &points);

protected:
    void changeEvent(QEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    void colour();

    QLineSeries *m_sent;
    QLineSeries *m_delivered;
    QValueAxis *m_across;
    QValueAxis *m_up;
};

} // namespace gui
