#include "gui/kit/stepbutton.h"

#include "gui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace gui {

namespace {
constexpr int ring = 20;
}

StepButton::StepButton(int number, const QString &title, QWidget *parent) : QAbstractButton(parent), m_number(number)
{
    setText(title);
    setAccessibleName(tr("Step %1: %2").arg(number).arg(title));
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepButton::setPassed(bool passed)
{
    if (passed == m_passed)
        return;
    m_passed = passed;
    setAccessibleDescription(passed ? tr("done") : QString());
    update();
}

QSize StepButton::sizeHint() const { return {140, size::row}; }

void StepButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void StepButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void StepButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(t.accent, 1) : QPen(Qt::NoPen));
    const bool over = isEnabled() && underMouse() && !isChecked();
    painter.setBrush(isChecked() ? t.accentTint : over ? t.hover() : QColor(Qt::transparent));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), size::radius, size::radius);

    const QRectF circle(space::s + 0.5, (height() - ring) / 2.0 + 0.5, ring - 1, ring - 1);
    const bool filled = isChecked() || m_passed;
    painter.setPen(QPen(filled ? t.accent : isEnabled() ? t.strongBorder : t.border, 1));
    painter.setBrush(isChecked() ? t.accent : QColor(Qt::transparent));
    painter.drawEllipse(circle);
    if (m_passed && !isChecked()) {
        painter.setPen(QPen(t.accent, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF c = circle.center();
        painter.drawPolyline(QPolygonF{c + QPointF(-4, 0.5), c + QPointF(-1.2, 3.2), c + QPointF(4, -3)});
    } else {
        painter.setFont(fontFor(TextRole::Caption));
        painter.setPen(isChecked() ? t.onAccent : isEnabled() ? t.secondary : t.disabled);
        painter.drawText(circle, Qt::AlignCenter, QString::number(m_number));
    }
    QFont font = fontFor(TextRole::Body);
    font.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(isChecked() || over ? t.text : isEnabled() ? t.secondary : t.disabled);
    const QRect words = rect().adjusted(space::s + ring + space::s, 0, -space::s, 0);
    painter.drawText(words, int(Qt::AlignLeft | Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
}

} // namespace gui
