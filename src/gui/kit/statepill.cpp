#include "gui/kit/statepill.h"

#include "gui/theme/theme.h"

#include <QPainter>

namespace gui {

namespace {
constexpr int dot = 6;
constexpr int padding = 8;
constexpr int gap = 6;
} // namespace

int pillWidth(const QString &word)
{
    return padding + dot + gap + QFontMetrics(fontFor(TextRole::Caption)).horizontalAdvance(word) + padding;
}

int pillColumnWidth(const QStringList &words)
{
    int widest = 0;
    for (const QString &word : words)
        widest = std::max(widest, pillWidth(word));
    return widest + 2 * space::m;
}

int paintPill(QPainter &painter, const QRect &rect, const QString &word, Tone tone, const QPalette &palette)
{
    const Tokens &t = tokensOf(palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontFor(TextRole::Caption));
    const int width = std::min(pillWidth(word), rect.width());
    const QRect pill(rect.left(), rect.top() + (rect.height() - size::pill) / 2, width, size::pill);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.tintOf(tone));
    painter.drawRoundedRect(pill, size::pill / 2.0, size::pill / 2.0);
    painter.setBrush(t.of(tone));
    painter.drawEllipse(QRectF(pill.left() + padding, pill.center().y() - dot / 2.0 + 0.5, dot, dot));
    painter.setPen(t.text);
    const QRect text = pill.adjusted(padding + dot + gap, 0, -padding + 2, 0);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(word, Qt::ElideRight, text.width()));
    painter.restore();
    return width;
}

StatePill::StatePill(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }

void StatePill::setState(const QString &word, Tone tone)
{
    if (word == m_word && tone == m_tone)
        return;
    m_word = word;
    m_tone = tone;
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize StatePill::sizeHint() const { return {pillWidth(m_word), size::pill}; }

void StatePill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPill(painter, rect(), m_word, m_tone, palette());
}

} // namespace gui
