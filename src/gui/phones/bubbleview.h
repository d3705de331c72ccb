#pragma once

#include "gui/kit/bubblelist.h"
#include "gui/phones/phonenetwork.h"

namespace gui {

/// A conversation as a phone shows it: what it got at the left, what it wrote at the right. GUI thread.
class BubbleView : public BubbleList
{
    Q_OBJECT

public:
    using BubbleList::BubbleList;
    /// Newest first, as the network gives them.
    void showMessages(const QList<PhoneMessage> &messages);

private:
    QString m_phone;
};

} // namespace gui
