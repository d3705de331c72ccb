#pragma once

#include "gui/theme/theme.h"

#include <QWidget>

class QPainter;

namespace gui {

/// Draws text with every digit as wide as the widest one, so that figures stand under each other and do not jump while
/// they count. (Qt 6.4 cannot ask a font for its tabular figures.) One line, elided at the right.
void drawFigures(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text);
[[nodiscard]] int figuresWidth(const QFontMetrics &metrics, const QString &text);

/// A label for a number that changes. GUI thread.
class FigureLabel : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText)

public:
    explicit FigureLabel(TextRole role, QWidget *parent = nullptr);
    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    void setTone(Tone tone);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    TextRole m_role;
    std::optional<Tone> m_tone;
};

} // namespace gui
