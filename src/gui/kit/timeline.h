#pragma once

#include "domain/core/types.h"
#include "gui/theme/tokens.h"

#include <QWidget>

namespace gui {

/// One thing that happened.
struct TimelineItem
{
    std::optional<domain::Instant> at; ///< empty: no time of its own
    QString title;
    QString text;   ///< quieter lines under the title; may hold line breaks
    QString source; ///< who or what says so, quiet at the right of the title
    Tone tone = Tone::Neutral;
    bool hollow = false; ///< something yet to come, or a check
    qint64 id = 0;       ///< for clicked(); 0: not clickable
};

/// A story from top to bottom: times at the left, a line with dots, words at the right. Days are headings. Text can be
/// copied as a whole; grows with its content (put it into a scroll area). GUI thread.
class Timeline : public QWidget
{
    Q_OBJECT

public:
    explicit Timeline(QWidget *parent = nullptr);
    void setItems(QList<TimelineItem> items, domain::Instant now);
    [[nodiscard]] const QList<TimelineItem> &items() const { return m_items; }
    [[nodiscard]] QString plainText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void clicked(qint64 id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Place
    {
        int top = 0;
        int height = 0;
        QString day; ///< heading above it, if a new day begins
    };
    [[nodiscard]] QList<Place> places(int width, int *total) const;
    [[nodiscard]] int itemAt(const QPoint &point) const;

    QList<TimelineItem> m_items;
    domain::Instant m_now{};
    int m_current = -1;
};

} // namespace gui
