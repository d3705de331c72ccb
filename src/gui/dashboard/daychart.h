#pragma once

#include "engine/client/models.h"

#include <QChartView>

class QBarSet;
class QCategoryAxis;
class QStackedBarSeries;
class QValueAxis;

namespace gui {

/// Messages by day as stacked bars in the state colours; the day's values on hover, a click gives the day. Left and
/// Right walk over the days. GUI thread.
class DayChart : public QChartView
{
    Q_OBJECT

public:
    explicit DayChart(QWidget *parent = nullptr);
    void showDays(const QList<engine::DayCounts> &days);
    [[nodiscard]] QString tipFor(int day) const;

Q_SIGNALS:
    void dayClicked(const QDate &day);

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void colour();
    void labelDays();
    void setCurrent(int day);
    [[nodiscard]] int dayAt(const QPoint &point) const;
    [[nodiscard]] QRectF columnOf(int day) const;

    QList<engine::DayCounts> m_days;
    QList<QBarSet *> m_sets;
    QStackedBarSeries *m_series;
    QCategoryAxis *m_across;
    QValueAxis *m_up;
    int m_current = -1;
};

} // namespace gui
