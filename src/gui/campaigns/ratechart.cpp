#include "gui/campaigns/ratechart.h"

#include "gui/dashboard/dashboardfigures.h"
#include "gui/kit/formats.h"
#include "gui/theme/theme.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QValueAxis>

namespace gui {

RateChart::RateChart(QWidget *parent)
    : QChartView(new QChart, parent), m_sent(new QLineSeries(this)), m_delivered(new QLineSeries(this)),
      m_across(new QValueAxis(this)), m_up(new QValueAxis(this))
{
    setObjectName(QStringLiteral("rateChart"));
    setAccessibleName(tr("Messages a second"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setMinimumHeight(150);
    setRenderHint(QPainter::Antialiasing);
    QChart *chart = QChartView::chart();
    chart->legend()->hide();
    chart->setBackgroundVisible(false);
    chart->setMargins(QMargins(0, 0, space::s, 0));
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->addAxis(m_across, Qt::AlignBottom);
    chart->addAxis(m_up, Qt::AlignLeft);
    for (QLineSeries *series : {m_sent, m_delivered}) {
        chart->addSeries(series);
        series->attachAxis(m_across);
        series->attachAxis(m_up);
    }
    m_across->setLabelsVisible(false);
    m_across->setGridLineVisible(false);
    m_up->setLineVisible(false);
    m_up->setLabelFormat(QStringLiteral("%.0f"));
    colour();
    showPoints({});
}

void RateChart::showPoints(const QList<RateHistory::Point> &points)
{
    QList<QPointF> sent;
    QList<QPointF> delivered;
    double largest = 1;
    for (const RateHistory::Point &point : points) {
        sent.append({point.seconds, point.sent});
        delivered.append({point.seconds, point.delivered});
        largest = std::max({largest, point.sent, point.delivered});
    }
    m_sent->replace(sent);
    m_delivered->replace(delivered);
    const AxisRange range = axisFor(static_cast<qint64>(std::ceil(largest)));
    m_up->setRange(0, static_cast<double>(range.top));
    m_up->setTickCount(range.steps + 1);
    const double first = points.isEmpty() ? 0 : points.constFirst().seconds;
    const double last = points.isEmpty() ? 60 : points.constLast().seconds;
    m_across->setRange(first, std::max(last, first + 30));
    if (!points.isEmpty())
        setAccessibleDescription(
            tr("%1 sent, %2 delivered").arg(rate(points.constLast().sent), rate(points.constLast().delivered)));
    viewport()->update();
}

void RateChart::colour()
{
    const Tokens &t = tokensOf(palette());
    m_sent->setPen(QPen(t.of(Tone::OnTheWay), 2));
    m_delivered->setPen(QPen(t.of(Tone::Delivered), 2));
    for (QValueAxis *axis : {m_across, m_up}) {
        axis->setLabelsColor(t.secondary);
        axis->setLabelsFont(fontFor(TextRole::Caption));
        axis->setLinePenColor(t.strongBorder);
    }
    m_up->setGridLinePen(QPen(t.border, 1));
}

void RateChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        colour();
}

void RateChart::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, tokensOf(palette()).surface);
}

void RateChart::drawForeground(QPainter *painter, const QRectF &)
{
    if (m_sent->count() > 0)
        return;
    painter->setFont(fontFor(TextRole::Body));
    painter->setPen(tokensOf(palette()).secondary);
    painter->drawText(chart()->plotArea(), int(Qt::AlignCenter), tr("Nothing has moved since you opened this page"));
}

} // namespace gui
