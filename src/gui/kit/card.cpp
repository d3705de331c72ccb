#include "gui/kit/card.h"

#include "gui/kit/figures.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent), m_outer(new QVBoxLayout(this)), m_head(new QHBoxLayout), m_body(new QVBoxLayout),
      m_title(makeLabel({}, TextRole::Section, this))
{
    setProperty("kind", u"card"_s);
    m_outer->setContentsMargins(space::l, space::m, space::l, space::l);
    m_outer->setSpacing(space::m);
    m_outer->addLayout(m_head);
    m_outer->addLayout(m_body, 1);
    m_head->setSpacing(space::s);
    m_head->addWidget(m_title);
    m_head->addStretch(1);
    m_body->setSpacing(space::s);
    setTitle(title);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_outer->setSpacing(title.isEmpty() ? 0 : space::m);
    setAccessibleName(title);
}

void Card::addToHead(QWidget *widget) { m_head->addWidget(widget); }

void Card::setFlush()
{
    m_outer->setContentsMargins(1, 1, 1, 1);
    m_head->setContentsMargins(space::l, m_title->text().isEmpty() ? 0 : space::m, space::l, 0);
}

Tile::Tile(const QString &caption, std::optional<Tone> mark, QWidget *parent)
    : QFrame(parent), m_caption(makeLabel(caption, TextRole::Caption, this)),
      m_figure(new FigureLabel(TextRole::Figure, this)), m_note(makeLabel({}, TextRole::Caption, this))
{
    setProperty("kind", u"card"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::l, space::m);
    column->setSpacing(space::xs);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    if (mark)
        head->addWidget(new Dot(*mark, this));
    head->addWidget(m_caption, 1);
    column->addLayout(head);
    column->addWidget(m_figure);
    column->addWidget(m_note);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    name();
}

void Tile::setFigure(const QString &figure)
{
    m_figure->setText(figure);
    name();
}

void Tile::setNote(const QString &note)
{
    m_note->setText(note);
    name();
}

void Tile::setClickable(const QString &whereTo)
{
    m_clickable = true;
    setToolTip(whereTo);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setProperty("kind", u"clickable"_s);
    repolish(this);
}

QSize Tile::sizeHint() const
{
    QSize hint = QFrame::sizeHint();
    hint.setWidth(std::max(hint.width(), 140));
    return hint;
}

void Tile::name()
{
    setAccessibleName(QStringList{m_caption->text(), m_figure->text(), m_note->text()}.join(u' ').trimmed());
}

void Tile::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_clickable && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
}

void Tile::keyPressEvent(QKeyEvent *event)
{
    if (m_clickable &&
        (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space))
        Q_EMIT clicked();
    else
        QFrame::keyPressEvent(event);
}

Dot::Dot(Tone tone, QWidget *parent) : QWidget(parent), m_tone(tone) { setFixedSize(sizeHint()); }

void Dot::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Dot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokensOf(palette()).of(m_tone));
    painter.drawEllipse(rect());
}

QFrame *makeLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("kind", u"line"_s);
    return line;
}

} // namespace gui
