#include "gui/templates/phonepicture.h"

#include "gui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace gui {

PhonePicture::PhonePicture(QWidget *parent) : QWidget(parent), m_hint(tr("The message appears here as you write."))
{
    setAccessibleName(tr("Preview on a phone"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PhonePicture::setSender(const QString &sender)
{
    m_sender = sender;
    update();
}

void PhonePicture::setMessage(const domain::ProviderText &message)
{
    m_message = message;
    QStringList parts{message.header, message.body, message.footer};
    parts += message.buttons;
    parts.removeAll(QString());
    setAccessibleDescription(parts.join(u'\n'));
    update();
}

void PhonePicture::setHint(const QString &hint)
{
    m_hint = hint;
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

    paintHead(painter, screen);
    const qreal top = screen.top() + 42;
    const QRectF room(screen.left() + 12, top + 18, screen.width() - 44, screen.bottom() - top - 30);
    if (m_message.body.isEmpty()) {
        painter.setFont(fontFor(TextRole::Caption));
        painter.setPen(t.secondary);
        painter.drawText(room.adjusted(0, 0, 20, 0), int(Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap),
                         m_stale ? tr("The preview comes back once the text can be read.") : m_hint);
        return;
    }
    paintMessage(painter, screen, room);
}

// Who it comes from.
void PhonePicture::paintHead(QPainter &painter, const QRectF &screen) const
{
    const Tokens &t = tokensOf(palette());
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
}

// From the top; what is longer than the screen fades out.
void PhonePicture::paintMessage(QPainter &painter, const QRectF &screen, const QRectF &room) const
{
    const Tokens &t = tokensOf(palette());
    QTextOption wrap(Qt::AlignLeft);
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // a long link alone is cut within a word
    struct Part
    {
        QString text;
        QFont font;
        QColor colour;
        QRectF place;
    };
    QFont strong = fontFor(TextRole::Body);
    strong.setWeight(QFont::DemiBold);
    QList<Part> parts{{m_message.header, strong, t.text, {}},
                      {m_message.body, fontFor(TextRole::Body), t.text, {}},
                      {m_message.footer, fontFor(TextRole::Caption), t.secondary, {}}};
    parts.removeIf([](const Part &part) { return part.text.isEmpty(); });
    const QRectF inner = room.adjusted(12, 9, -12, 100000);
    qreal at = inner.top();
    qreal widest = 16;
    for (Part &part : parts) {
        painter.setFont(part.font);
        part.place = painter.boundingRect(QRectF(inner.left(), at, inner.width(), inner.height()), part.text, wrap);
        at = part.place.bottom() + space::xs;
        widest = std::max(widest, part.place.width());
    }
    constexpr qreal buttonHeight = 30;
    const bool hasButtons = !m_message.buttons.isEmpty();
    const qreal textBottom = at - space::xs + 9;
    const QRectF bubble(room.left(), room.top(), hasButtons ? room.width() : widest + 24,
                        textBottom - room.top() + buttonHeight * qreal(m_message.buttons.size()));
    QPainterPath clip;
    clip.addRoundedRect(screen.adjusted(1, 1, -1, -1), 18, 18);
    painter.setClipPath(clip);
    painter.setOpacity(m_stale ? 0.45 : 1);
    painter.setPen(QPen(t.border, 1));
    painter.setBrush(schemeOf(palette()) == Scheme::Dark ? t.raised : t.surface);
    painter.drawRoundedRect(bubble, 14, 14);
    for (const Part &part : std::as_const(parts)) {
        painter.setFont(part.font);
        painter.setPen(part.colour);
        painter.drawText(part.place.adjusted(0, 0, 1, 1), part.text, wrap);
    }
    painter.setFont(fontFor(TextRole::Body));
    for (qsizetype i = 0; i < m_message.buttons.size(); ++i) {
        const QRectF button(bubble.left(), textBottom + buttonHeight * qreal(i), bubble.width(), buttonHeight);
        painter.setPen(QPen(t.border, 1));
        painter.drawLine(button.topLeft(), button.topRight());
        painter.setPen(t.accent);
        painter.drawText(button, Qt::AlignCenter,
                         painter.fontMetrics().elidedText(m_message.buttons.at(i), Qt::ElideRight,
                                                          int(button.width()) - 2 * space::m));
    }
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
