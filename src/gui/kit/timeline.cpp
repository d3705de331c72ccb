#include "gui/kit/timeline.h"

#include "gui/kit/figures.h"
#include "gui/kit/formats.h"

#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gui {

namespace {
constexpr int timeWidth = 60;
constexpr int railWidth = 24;
constexpr int textLeft = timeWidth + railWidth;
constexpr int dayHeight = 28;
constexpr int gap = space::l;
constexpr int dot = 9;

/// Breaks between words where it can; long numbers and addresses anywhere.
class Wrapped
{
public:
    Wrapped(const QString &text, const QFont &font, int width)
        : m_layout(QString(text).replace(u'\n', QChar(QChar::LineSeparator)), font)
    {
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_layout.setTextOption(option);
        m_layout.beginLayout();
        for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
            line.setLineWidth(std::max(40, width));
            line.setPosition({0, m_height});
            m_height += line.height();
        }
        m_layout.endLayout();
    }
    [[nodiscard]] int height() const { return static_cast<int>(std::ceil(m_height)); }
    void draw(QPainter &painter, const QPoint &at) const { m_layout.draw(&painter, at); }

private:
    QTextLayout m_layout;
    double m_height = 0;
};

QFont titleFont()
{
    QFont font = fontFor(TextRole::Body);
    font.setWeight(QFont::Medium);
    return font;
}

} // namespace

Timeline::Timeline(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Timeline"));
}

void Timeline::setItems(QList<TimelineItem> items, domain::Instant now)
{
    m_items = std::move(items);
    m_now = now;
    m_current = -1;
    setAccessibleDescription(plainText());
    updateGeometry();
    update();
}

QString Timeline::plainText() const
{
    QStringList lines;
    for (const TimelineItem &item : m_items) {
        QStringList parts;
        if (item.at)
            parts.append(exactTime(*item.at));
        parts.append(item.title);
        if (!item.source.isEmpty())
            parts.append(item.source);
        if (!item.text.isEmpty())
            parts.append(item.text);
        lines.append(parts.join(u" · "_s));
    }
    return lines.join(u'\n');
}

QList<Timeline::Place> Timeline::places(int width, int *total) const
{
    QList<Place> result;
    QString day;
    int y = space::xs;
    const QFont title = titleFont();
    const QFont text = fontFor(TextRole::Body);
    for (const TimelineItem &item : m_items) {
        Place place;
        const QString ofItem = item.at ? dayText(*item.at, m_now) : day;
        if (ofItem != day) {
            place.day = day = ofItem;
            y += dayHeight;
        }
        place.top = y;
        place.height = Wrapped(item.title, title, width - textLeft).height();
        if (!item.text.isEmpty())
            place.height += 2 + Wrapped(item.text, text, width - textLeft).height();
        y += place.height + gap;
        result.append(place);
    }
    if (total)
        *total = y;
    return result;
}

QSize Timeline::sizeHint() const { return {320, heightForWidth(320)}; }

int Timeline::heightForWidth(int width) const
{
    int total = 0;
    (void)places(width, &total);
    return total;
}

void Timeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokensOf(palette());
    const QList<Place> at = places(width(), nullptr);
    const QFont medium = titleFont();
    const int lineHeight = QFontMetrics(medium).height();
    const double railX = timeWidth + railWidth / 2.0 - 2;

    for (qsizetype i = 0; i < at.size(); ++i) {
        const TimelineItem &item = m_items.at(i);
        const Place &place = at.at(i);
        if (!place.day.isEmpty()) {
            painter.setFont(fontFor(TextRole::Caption));
            painter.setPen(t.secondary);
            painter.drawText(QRect(0, place.top - dayHeight, width(), dayHeight - space::xs),
                             int(Qt::AlignLeft | Qt::AlignVCenter), place.day);
        }
        const double centre = place.top + lineHeight / 2.0;
        if (i + 1 < at.size() && at.at(i + 1).day.isEmpty()) {
            painter.setPen(QPen(t.border, 1));
            painter.drawLine(QPointF(railX, centre + dot / 2.0 + 3),
                             QPointF(railX, at.at(i + 1).top + lineHeight / 2.0 - dot / 2.0 - 3));
        }
        painter.setPen(QPen(t.of(item.tone), 1.5));
        painter.setBrush(item.hollow ? t.surface : t.of(item.tone));
        painter.drawEllipse(QPointF(railX, centre), dot / 2.0 - 0.75, dot / 2.0 - 0.75);

        if (item.at) {
            painter.setFont(fontFor(TextRole::Caption));
            painter.setPen(t.secondary);
            drawFigures(painter, QRect(0, place.top, timeWidth - 2, lineHeight), Qt::AlignLeft | Qt::AlignVCenter,
                        clockTime(*item.at));
        }
        const int wide = width() - textLeft;
        painter.setFont(medium);
        painter.setPen(item.id != 0 ? t.accent : t.text);
        const Wrapped title(item.title, medium, wide);
        const int titleHeight = title.height();
        title.draw(painter, {textLeft, place.top});
        if (!item.source.isEmpty()) {
            painter.setFont(medium);
            const int used = painter.fontMetrics().horizontalAdvance(item.title) + space::m;
            painter.setFont(fontFor(TextRole::Caption));
            painter.setPen(t.secondary);
            if (used + painter.fontMetrics().horizontalAdvance(item.source) <= wide)
                painter.drawText(QRect(textLeft, place.top, wide, lineHeight), int(Qt::AlignRight | Qt::AlignVCenter),
                                 item.source);
        }
        if (!item.text.isEmpty()) {
            painter.setPen(t.secondary);
            Wrapped(item.text, fontFor(TextRole::Body), wide).draw(painter, {textLeft, place.top + titleHeight + 2});
        }
        if (hasFocus() && i == m_current) {
            painter.setPen(QPen(t.accent, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(textLeft - 4.5, place.top - 2.5, wide + 4, place.height + 4), 4, 4);
        }
    }
}

int Timeline::itemAt(const QPoint &point) const
{
    const QList<Place> at = places(width(), nullptr);
    for (qsizetype i = 0; i < at.size(); ++i)
        if (point.y() >= at.at(i).top && point.y() < at.at(i).top + at.at(i).height)
            return static_cast<int>(i);
    return -1;
}

void Timeline::mouseReleaseEvent(QMouseEvent *event)
{
    const int i = itemAt(event->position().toPoint());
    if (i >= 0 && m_items.at(i).id != 0)
        Q_EMIT clicked(m_items.at(i).id);
}

void Timeline::mouseMoveEvent(QMouseEvent *event)
{
    const int i = itemAt(event->position().toPoint());
    setCursor(i >= 0 && m_items.at(i).id != 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void Timeline::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_items.size()) - 1;
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(plainText());
    } else if (event->key() == Qt::Key_Down && last >= 0) {
        m_current = std::min(m_current + 1, last);
        update();
    } else if (event->key() == Qt::Key_Up && last >= 0) {
        m_current = std::max(m_current - 1, 0);
        update();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_current >= 0 &&
               m_items.at(m_current).id != 0) {
        Q_EMIT clicked(m_items.at(m_current).id);
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool Timeline::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int i = itemAt(help->pos());
        if (i >= 0 && m_items.at(i).at && help->pos().x() < timeWidth)
            QToolTip::showText(help->globalPos(), exactTime(*m_items.at(i).at), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace gui
