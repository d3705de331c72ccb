#pragma once

#include "gui/theme/tokens.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace gui {

class FigureLabel;

/// A surface with a border and, if wanted, a section head. Content goes into body(). GUI thread.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    void setTitle(const QString &title);
    /// A widget at the right of the head.
    void addToHead(QWidget *widget);
    /// Content reaches the border (tables, lists).
    void setFlush();

private:
    QVBoxLayout *m_outer;
    QHBoxLayout *m_head;
    QVBoxLayout *m_body;
    QLabel *m_title;
};

/// A figure with its caption and one quiet line under it; can be pressed when it leads somewhere. GUI thread.
class Tile : public QFrame
{
    Q_OBJECT

public:
    Tile(const QString &caption, std::optional<Tone> mark, QWidget *parent = nullptr);
    void setFigure(const QString &figure);
    void setNote(const QString &note);
    void setClickable(const QString &whereTo);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void clicked();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void name();

    QLabel *m_caption;
    FigureLabel *m_figure;
    QLabel *m_note;
    bool m_clickable = false;
};

/// A small dot in a tone, beside a word.
class Dot : public QWidget
{
    Q_OBJECT

public:
    explicit Dot(Tone tone, QWidget *parent = nullptr);
    void setTone(Tone tone);
    [[nodiscard]] QSize sizeHint() const override { return {8, 8}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
};

/// A hairline across.
[[nodiscard]] QFrame *makeLine(QWidget *parent = nullptr);

} // namespace gui
