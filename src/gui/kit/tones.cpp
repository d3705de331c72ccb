#include "gui/kit/tones.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gui::Words)
};

} // namespace

Tone toneOf(domain::MessageState state)
{
    using enum domain::MessageState;
    switch (state) {
    case Planned:
    case Queued:
        return Tone::Waiting;
    case Sending:
    case Accepted:
    case Sent:
        return Tone::OnTheWay;
    case Delivered:
    case Read:
        return Tone::Delivered;
    case Undelivered:
    case Rejected:
    case Expired:
        return Tone::Failed;
    case Uncertain:
        return Tone::Doubt;
    case Skipped:
    case Cancelled:
        break;
    }
    return Tone::Skipped;
}

Tone toneOf(domain::CampaignState state)
{
    using enum domain::CampaignState;
    switch (state) {
    case Draft:
        return Tone::Skipped;
    case Scheduled:
        return Tone::Waiting;
    case Sending:
        return Tone::OnTheWay;
    case Paused:
        return Tone::Doubt;
    case Completed:
        return Tone::Delivered;
    case Cancelled:
        break;
    }
    return Tone::Skipped;
}

QString wordFor(domain::MessageState state)
{
    using enum domain::MessageState;
    switch (state) {
    case Planned:
        return Words::tr("Planned");
    case Queued:
        return Words::tr("Queued");
    case Sending:
        return Words::tr("Sending");
    case Accepted:
        return Words::tr("Accepted");
    case Sent:
        return Words::tr("Sent");
    case Delivered:
        return Words::tr("Delivered");
    case Read:
        return Words::tr("Read");
    case Undelivered:
        return Words::tr("Undelivered");
    case Rejected:
        return Words::tr("Rejected");
    case Uncertain:
        return Words::tr("In doubt");
    case Skipped:
        return Words::tr("Skipped");
    case Cancelled:
        return Words::tr("Cancelled");
    case Expired:
        break;
    }
    return Words::tr("Expired");
}

QString wordFor(domain::CampaignState state)
{
    using enum domain::CampaignState;
    switch (state) {
    case Draft:
        return Words::tr("Draft");
    case Scheduled:
        return Words::tr("Scheduled");
    case Sending:
        return Words::tr("Sending");
    case Paused:
        return Words::tr("Paused");
    case Completed:
        return Words::tr("Completed");
    case Cancelled:
        break;
    }
    return Words::tr("Cancelled");
}

QString wordFor(domain::Channel channel)
{
    switch (channel) {
    case domain::Channel::Sms:
        return Words::tr("SMS");
    case domain::Channel::WhatsApp:
        return Words::tr("WhatsApp");
    case domain::Channel::Email:
        break;
    }
    return Words::tr("E-mail");
}

QString wordFor(domain::Category category)
{
    switch (category) {
    case domain::Category::Authentication:
        return Words::tr("Authentication");
    case domain::Category::Transactional:
        return Words::tr("Transactional");
    case domain::Category::Marketing:
        break;
    }
    return Words::tr("Marketing");
}

QString iconNameFor(domain::Channel channel)
{
    switch (channel) {
    case domain::Channel::Sms:
        return u"message-new"_s;
    case domain::Channel::WhatsApp:
        return u"dialog-messages"_s;
    case domain::Channel::Email:
        break;
    }
    return u"mail-message"_s;
}

} // namespace gui
