#pragma once

#include "gui/theme/tokens.h"

#include <QWidget>

class QPainter;

namespace gui {

/// Draws a state: a dot in its colour and its word, on a faint ground. Left-aligned and centred in `rect`; returns the
/// width taken.
int paintPill(QPainter &painter, const QRect &rect, const QString &word, Tone tone, const QPalette &palette);
[[nodiscard]] int pillWidth(const QString &word);
/// How wide a table's column must be for the widest of these words, in whatever language they are.
[[nodiscard]] int pillColumnWidth(const QStringList &words);

/// A state as a widget, for heads of panels.
class StatePill : public QWidget
{
    Q_OBJECT

public:
    explicit StatePill(QWidget *parent = nullptr);
    void setState(const QString &word, Tone tone);
    [[nodiscard]] QString word() const { return m_word; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_word;
    Tone m_tone = Tone::Neutral;
};

} // namespace gui
