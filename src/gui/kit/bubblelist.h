#pragma once

#include "gui/theme/tokens.h"

#include <QListWidget>
#include <QUrl>

namespace gui {

/// One line of a conversation.
struct Bubble
{
    enum class Kind { Text, Link, Day };
    Kind kind = Kind::Text;
    QString key; ///< what it is, over refreshes
    QString text;
    QString below;            ///< a quiet line under it: time and state
    std::optional<Tone> tone; ///< of the state, as a dot before the line
    bool isAtRight = false;   ///< written at this side
    QString note;             ///< a pill under it
    Tone noteTone = Tone::Neutral;
    QUrl link;      ///< of a Link
    QString spoken; ///< the whole of it for a screen reader

    friend bool operator==(const Bubble &, const Bubble &) = default;
};

/// A conversation, the newest at the bottom. A link is opened by nobody but the person: click or Enter. GUI thread.
class BubbleList : public QListWidget
{
    Q_OBJECT

public:
    explicit BubbleList(QWidget *parent = nullptr);
    /// Oldest first. Stays at the bottom unless the person has scrolled up; then what they look at stays in place.
    /// `another`: it is another conversation, shown from its end.
    void showBubbles(const QList<Bubble> &bubbles, bool another);
    [[nodiscard]] const QList<Bubble> &bubbles() const { return m_shown; }

Q_SIGNALS:
    void linkWanted(const QUrl &link);
    /// Scrolled to the top: older ones may follow.
    void topReached();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    [[nodiscard]] const Bubble *at(const QModelIndex &index) const;
    void copyCurrent();

    QList<Bubble> m_shown;
    bool m_filling = false;
};

} // namespace gui
