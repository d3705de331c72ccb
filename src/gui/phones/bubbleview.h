#pragma once

#include "gui/phones/phonenetwork.h"

#include <QListWidget>

namespace gui {

/// A conversation as a phone shows it: what it got at the left, what it wrote at the right, the newest at the bottom.
/// GUI thread.
class BubbleView : public QListWidget
{
    Q_OBJECT

public:
    explicit BubbleView(QWidget *parent = nullptr);
    /// Newest first, as the network gives them. Stays at the bottom unless the person has scrolled up.
    void showMessages(const QList<PhoneMessage> &messages);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QList<PhoneMessage> m_shown;
};

} // namespace gui
