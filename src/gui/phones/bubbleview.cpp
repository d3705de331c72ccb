#include "gui/phones/bubbleview.h"

#include "gui/kit/formats.h"

using namespace Qt::StringLiterals;

namespace gui {

static QString statusWords(const PhoneMessage &message)
{
    if (message.isFromPhone)
        return BubbleView::tr("written by the phone");
    if (message.status == u"delivered" || message.status == u"read")
        return BubbleView::tr("delivered");
    if (message.status == u"failed" || message.status == u"undelivered")
        return BubbleView::tr("not delivered");
    return BubbleView::tr("on its way");
}

void BubbleView::showMessages(const QList<PhoneMessage> &messages)
{
    QList<Bubble> shown;
    for (auto message = messages.crbegin(); message != messages.crend(); ++message) {
        Bubble &bubble = shown.emplaceBack();
        bubble.key = message->id;
        bubble.text = message->text;
        bubble.below = u"%1 · %2"_s.arg(clockTime(message->at), statusWords(*message));
        bubble.isAtRight = message->isFromPhone;
        const bool isMail = message->phone.contains(u'@');
        bubble.spoken = (isMail                 ? tr("To the mailbox: %1, %2")
                         : message->isFromPhone ? tr("The phone: %1, %2")
                                                : tr("To the phone: %1, %2"))
                            .arg(message->text, bubble.below);
    }
    const QString phone = messages.isEmpty() ? QString() : messages.constFirst().phone;
    showBubbles(shown, std::exchange(m_phone, phone) != phone);
}

} // namespace gui
