#include "gui/templates/phonepicture.h"

#include "gui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace gui {

PhonePicture::PhonePicture(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Preview on a phone"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PhonePicture::setSender(const QString &sender)
{
    m_sender = sender;
    update();
}

void PhonePicture::setText(const QString &text)
{
    m_text = text;
    setAccessibleDescription(text);
    update();
}

void PhonePicture::setStale(bool stale)
{
    m_stale = stale;
    update();
}

void PhonePicture::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int phoneWidth = std::min(width() - 2, 280);
    const QRectF phone((width() - phoneWidth) / 2.0 + 0.5, 0.5, phoneWidth - 1, height() - 1);
    painter.setPen(QPen(t.strongBorder, 1));
    painter.setBrush(t.raised);
    painter.drawRoundedRect(phone, 26, 26);
    const QRectF screen = phone.adjusted(8, 8, -8, -8);
    painter.setPen(QPen(t.border, 1));
    painter.setBrush(t.window);
    painter.drawRoundedRect(screen, 19, 19);

    // head: who it comes from
    painter.setFont(fontFor(TextRole::Caption));
    const QRectF head(screen.left(), screen.top() + 8, screen.width(), 34);
    const QRectF face(screen.left() + 14, head.top() + 6, 22, 22);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.accentTint);
    painter.drawEllipse(face);
    painter.setPen(t.accent);
    painter.drawText(face, Qt::AlignCenter, m_sender.isEmpty() ? u"?"_s : m_sender.left(1).toUpper());
    painter.setPen(t.text);
    const QRectF name(face.right() + 8, head.top(), screen.right() - face.right() - 18, head.height());
    painter.drawText(name, int(Qt::AlignLeft | Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(m_sender, Qt::ElideRight, int(name.width())));
    painter.setPen(QPen(t.border, 1));
    painter.drawLine(QPointF(screen.left() + 1, head.bottom() + 5), QPointF(screen.right() - 1, head.bottom() + 5));

    // the message, from the top; what is longer than the screen fades out
    const QRectF room(screen.left() + 12, head.bottom() + 18, screen.width() - 44,
                      screen.bottom() - head.bottom() - 30);
    if (m_text.isEmpty()) {
        painter.setPen(t.secondary);
        painter.drawText(room.adjusted(0, 0, 20, 0), int(Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap),
                         m_stale ? tr("The preview comes back once the text can be read.")
                                 : tr("The message appears here as you write."));
        return;
    }
    painter.setFont(fontFor(TextRole::Body));
    QTextOption wrap(Qt::AlignLeft);
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // a long link alone is cut within a word
    const QRectF inner = painter.boundingRect(room.adjusted(12, 9, -12, 100000), m_text, wrap);
    QRectF bubble(room.left(), room.top(), std::max(40.0, inner.width() + 24), inner.height() + 18);
    QPainterPath clip;
    clip.addRoundedRect(screen.adjusted(1, 1, -1, -1), 18, 18);
    painter.setClipPath(clip);
    painter.setOpacity(m_stale ? 0.45 : 1);
    painter.setPen(QPen(t.border, 1));
    painter.setBrush(schemeOf(palette()) == Scheme::Dark ? t.raised : t.surface);
    painter.drawRoundedRect(bubble, 14, 14);
    painter.setPen(t.text);
    painter.drawText(inner.adjusted(0, 0, 1, 1), m_text, wrap);
    if (bubble.bottom() > screen.bottom() - 4) {
        QLinearGradient fade(0, screen.bottom() - 40, 0, screen.bottom());
        QColor ground = t.window;
        ground.setAlpha(0);
        fade.setColorAt(0, ground);
        fade.setColorAt(1, t.window);
        painter.fillRect(QRectF(screen.left(), screen.bottom() - 40, screen.width(), 40), fade);
    }
}

} // namespace gui
