#include "gui/dashboard/daychart.h"

#include "gui/dashboard/dashboardfigures.h"
#include "gui/kit/formats.h"
#include "gui/theme/theme.h"

#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStackedBarSeries>
#include <QToolTip>
#include <QValueAxis>

using namespace Qt::StringLiterals;

namespace gui {

namespace {
constexpr int labelWidth = 64;
}

DayChart::DayChart(QWidget *parent)
    : QChartView(new QChart, parent), m_series(new QStackedBarSeries(this)), m_across(new QCategoryAxis(this)),
      m_up(new QValueAxis(this))
{
    setObjectName(u"dayChart"_s);
    setAccessibleName(tr("Messages by day"));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(220);
    setRenderHint(QPainter::Antialiasing, false); // bars on whole pixels
    QChart *chart = QChartView::chart();
    chart->legend()->hide();
    chart->setBackgroundVisible(false);
    chart->setMargins(QMargins(0, 0, space::l, 0)); // half of the last label
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setLocalizeNumbers(true);
    chart->setAnimationOptions(QChart::NoAnimation);
    for (const Tone tone : chartTones) {
        auto *set = new QBarSet(familyName(tone));
        m_sets.append(set);
        m_series->append(set);
    }
    m_series->setBarWidth(0.72);
    chart->addSeries(m_series);
    chart->addAxis(m_across, Qt::AlignBottom);
    chart->addAxis(m_up, Qt::AlignLeft);
    m_series->attachAxis(m_across);
    m_series->attachAxis(m_up);
    m_across->setGridLineVisible(false);
    m_across->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_up->setLineVisible(false);
    m_up->setLabelFormat(u"%.0f"_s);
    colour();
}

void DayChart::showDays(const QList<engine::DayCounts> &days)
{
    const bool sameDays =
        days.size() == m_days.size() && (days.isEmpty() || days.constFirst().day == m_days.constFirst().day);
    m_days = days;
    qint64 largest = 0;
    for (qsizetype s = 0; s < m_sets.size(); ++s) {
        QBarSet *set = m_sets.at(s);
        const Tone tone = chartTones[static_cast<size_t>(s)];
        if (!sameDays)
            set->remove(0, set->count());
        for (qsizetype d = 0; d < days.size(); ++d) {
            const double value = static_cast<double>(valueOf(days.at(d), tone));
            if (set->count() <= d)
                set->append(value);
            else if (set->at(static_cast<int>(d)) != value)
                set->replace(static_cast<int>(d), value);
        }
    }
    for (const engine::DayCounts &day : days)
        largest = std::max(largest, totalOf(day));
    const AxisRange range = axisFor(largest);
    m_up->setRange(0, static_cast<double>(range.top));
    m_up->setTickCount(range.steps + 1);
    m_across->setRange(-0.5, static_cast<double>(std::max<qsizetype>(1, days.size())) - 0.5);
    if (!sameDays)
        labelDays();
    setCurrent(std::min(m_current, static_cast<int>(days.size()) - 1));
}

// As many days as fit, counted back from today.
void DayChart::labelDays()
{
    for (const QString &label : m_across->categoriesLabels())
        m_across->remove(label);
    const int fit = std::max(2, width() / labelWidth);
    const int count = static_cast<int>(m_days.size());
    const int every = std::max(1, (count + fit - 1) / fit);
    QList<int> shown;
    for (int day = count - 1; day >= 0; day -= every)
        shown.prepend(day);
    for (const int day : std::as_const(shown))
        m_across->append(QLocale().toString(m_days.at(day).day, tr("d MMM", "day on a chart's axis")), day);
}

void DayChart::colour()
{
    const Tokens &t = tokensOf(palette());
    for (qsizetype s = 0; s < m_sets.size(); ++s) {
        m_sets.at(s)->setColor(t.of(chartTones[static_cast<size_t>(s)]));
        m_sets.at(s)->setBorderColor(Qt::transparent);
        m_sets.at(s)->setPen(Qt::NoPen);
    }
    for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(m_across), static_cast<QAbstractAxis *>(m_up)}) {
        axis->setLabelsColor(t.secondary);
        axis->setLabelsFont(fontFor(TextRole::Caption));
        axis->setGridLineColor(t.border);
        axis->setLinePenColor(t.strongBorder);
    }
    m_up->setGridLinePen(QPen(t.border, 1));
}

QRectF DayChart::columnOf(int day) const
{
    const QRectF plot = chart()->plotArea();
    const double width = plot.width() / static_cast<double>(std::max<qsizetype>(1, m_days.size()));
    return {plot.left() + width * day, plot.top(), width, plot.height()};
}

int DayChart::dayAt(const QPoint &point) const
{
    const QRectF plot = chart()->plotArea();
    if (m_days.isEmpty() || !plot.adjusted(0, 0, 0, 24).contains(point))
        return -1;
    const double share = (point.x() - plot.left()) / plot.width();
    return std::clamp(static_cast<int>(share * static_cast<double>(m_days.size())), 0,
                      static_cast<int>(m_days.size()) - 1);
}

QString DayChart::tipFor(int day) const
{
    const engine::DayCounts &counts = m_days.at(day);
    QString rows;
    for (const Tone tone : chartTones) {
        if (const qint64 value = valueOf(counts, tone); value > 0)
            rows += u"<tr><td style='color:%1'>■</td><td>&nbsp;%2&nbsp;&nbsp;</td><td align='right'>%3</td></tr>"_s.arg(
                tokensOf(palette()).of(tone).name(), familyName(tone), number(value));
    }
    if (rows.isEmpty())
        rows = u"<tr><td>%1</td></tr>"_s.arg(tr("No messages on this day"));
    return u"<b>%1</b><table>%2</table>"_s.arg(QLocale().toString(counts.day, QLocale::LongFormat), rows);
}

void DayChart::setCurrent(int day)
{
    if (day == m_current)
        return;
    m_current = day;
    scene()->update();
    viewport()->update();
}

void DayChart::mouseMoveEvent(QMouseEvent *event)
{
    const int day = dayAt(event->position().toPoint());
    setCurrent(day);
    viewport()->setCursor(day >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (day >= 0)
        QToolTip::showText(event->globalPosition().toPoint() + QPoint(space::m, -space::xxl), tipFor(day), this);
    else
        QToolTip::hideText();
}

void DayChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (const int day = dayAt(event->position().toPoint()); day >= 0 && event->button() == Qt::LeftButton)
        Q_EMIT dayClicked(m_days.at(day).day);
}

void DayChart::leaveEvent(QEvent *event)
{
    setCurrent(-1);
    QChartView::leaveEvent(event);
}

void DayChart::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_days.size()) - 1;
    const bool left = event->key() == Qt::Key_Left;
    if ((left || event->key() == Qt::Key_Right) && last >= 0) {
        setCurrent(m_current < 0 ? last : std::clamp(m_current + (left ? -1 : 1), 0, last));
        const QPointF at = columnOf(m_current).topRight();
        QToolTip::showText(viewport()->mapToGlobal(at.toPoint()), tipFor(m_current), this);
        setAccessibleDescription(tipFor(m_current).remove(QRegularExpression(u"<[^>]*>"_s)));
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_current >= 0) {
        Q_EMIT dayClicked(m_days.at(m_current).day);
    } else {
        QChartView::keyPressEvent(event);
    }
}

void DayChart::focusOutEvent(QFocusEvent *event)
{
    setCurrent(-1);
    QChartView::focusOutEvent(event);
}

void DayChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        colour();
}

void DayChart::drawBackground(QPainter *painter, const QRectF &rect)
{
    const Tokens &t = tokensOf(palette());
    painter->fillRect(rect, t.surface);
    if (m_current >= 0)
        painter->fillRect(columnOf(m_current), t.hover());
}

void DayChart::drawForeground(QPainter *painter, const QRectF &)
{
    if (hasFocus()) {
        painter->setPen(QPen(tokensOf(palette()).accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(chart()->plotArea().adjusted(-1, -1, 0, 0));
    }
    qint64 sum = 0;
    for (const engine::DayCounts &day : std::as_const(m_days))
        sum += totalOf(day);
    if (sum > 0)
        return;
    painter->setFont(fontFor(TextRole::Body));
    painter->setPen(tokensOf(palette()).secondary);
    painter->drawText(chart()->plotArea(), int(Qt::AlignCenter), tr("No messages in these days"));
}

void DayChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    labelDays();
}

} // namespace gui
