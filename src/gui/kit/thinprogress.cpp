#include "gui/kit/thinprogress.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace gui {

ThinProgress::ThinProgress(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumHeight(4);
}

void ThinProgress::setShare(double share) { setParts({{Tone::Accent, share}}); }

void ThinProgress::setParts(const QList<Part> &parts)
{
    m_parts = parts;
    double sum = 0;
    for (const Part &part : parts)
        sum += part.share;
    setAccessibleName(QLocale().toString(100 * sum, 'f', 0) + u" %"_s);
    update();
}

void ThinProgress::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokensOf(palette());
    QPainterPath track;
    track.addRoundedRect(rect(), 2, 2);
    painter.fillPath(track, t.border);
    painter.setClipPath(track);
    double x = 0;
    for (const Part &part : m_parts) {
        const double width = std::clamp(part.share, 0.0, 1.0) * rect().width();
        painter.fillRect(QRectF(x, 0, width, rect().height()), t.of(part.tone));
        x += width;
    }
}

} // namespace gui
