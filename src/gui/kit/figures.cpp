#include "gui/kit/figures.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

int digitWidth(const QFontMetrics &metrics)
{
    int widest = 0;
    for (char16_t c = u'0'; c <= u'9'; ++c)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(c)));
    return widest;
}

} // namespace

int figuresWidth(const QFontMetrics &metrics, const QString &text)
{
    const int digit = digitWidth(metrics);
    int width = 0;
    QString run;
    const auto close = [&] {
        width += run.isEmpty() ? 0 : metrics.horizontalAdvance(run);
        run.clear();
    };
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9') {
            close();
            width += digit;
        } else {
            run += c;
        }
    }
    close();
    return width;
}

void drawFigures(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int width = figuresWidth(metrics, text);
    if (width > rect.width()) {
        painter.drawText(rect, static_cast<int>(alignment), metrics.elidedText(text, Qt::ElideRight, rect.width()));
        return;
    }
    int x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() + 1 - width;
    else if (alignment & Qt::AlignHCenter)
        x = rect.left() + (rect.width() - width) / 2;
    int baseline = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
    if (alignment & Qt::AlignTop)
        baseline = rect.top() + metrics.ascent();
    const int digit = digitWidth(metrics);
    QString run;
    const auto close = [&] {
        if (run.isEmpty())
            return;
        painter.drawText(x, baseline, run);
        x += metrics.horizontalAdvance(run);
        run.clear();
    };
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9') {
            close();
            painter.drawText(x + (digit - metrics.horizontalAdvance(c)) / 2, baseline, QString(c));
            x += digit;
        } else {
            run += c;
        }
    }
    close();
}

FigureLabel::FigureLabel(TextRole role, QWidget *parent) : QWidget(parent), m_role(role)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void FigureLabel::setText(const QString &text)
{
    if (m_text == text)
        return;
    const bool wider = text.size() != m_text.size();
    m_text = text;
    setAccessibleName(text);
    if (wider)
        updateGeometry();
    update();
}

void FigureLabel::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize FigureLabel::sizeHint() const
{
    const QFontMetrics metrics(fontFor(m_role));
    return {figuresWidth(metrics, m_text) + 1, metrics.height()};
}

QSize FigureLabel::minimumSizeHint() const { return {0, sizeHint().height()}; }

void FigureLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(fontFor(m_role));
    const Tokens &t = tokensOf(palette());
    const bool quiet = m_role == TextRole::Caption || m_role == TextRole::Secondary;
    painter.setPen(m_tone ? t.of(*m_tone) : quiet ? t.secondary : t.text);
    drawFigures(painter, rect(), Qt::AlignLeft | Qt::AlignVCenter, m_text);
}

} // namespace gui
