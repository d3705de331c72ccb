#include "domain/message/state.h"

namespace domain {

QString toText(MessageState state)
{
    switch (state) {
    case MessageState::Planned:
        return QStringLiteral("planned");
    case MessageState::Queued:
        return QStringLiteral("queued");
    case MessageState::Sending:
        return QStringLiteral("sending");
    case MessageState::Accepted:
        return QStringLiteral("accepted");
    case MessageState::Sent:
        return QStringLiteral("sent");
    case MessageState::Delivered:
        return QStringLiteral("delivered");
    case MessageState::Read:
        return QStringLiteral("read");
    case MessageState::Undelivered:
        return QStringLiteral("undelivered");
    case MessageState::Rejected:
        return QStringLiteral("rejected");
    case MessageState::Uncertain:
        return QStringLiteral("uncertain");
    case MessageState::Skipped:
        return QStringLiteral("skipped");
    case MessageState::Cancelled:
        return QStringLiteral("cancelled");
    case MessageState::Expired:
        return QStringLiteral("expired");
    }
    Q_UNREACHABLE();
}

std::optional<MessageState> messageStateFromText(QStringView text)
{
    for (MessageState state : allMessageStates)
        if (text == toText(state))
            return state;
    return std::nullopt;
}

bool isFinal(MessageState state)
{
    switch (state) {
    case MessageState::Planned:
    case MessageState::Queued:
    case MessageState::Sending:
    case MessageState::Accepted:
    case MessageState::Sent:
    case MessageState::Uncertain:
        return false;
    case MessageState::Delivered:
    case MessageState::Read:
    case MessageState::Undelivered:
    case MessageState::Rejected:
    case MessageState::Skipped:
    case MessageState::Cancelled:
    case MessageState::Expired:
        return true;
    }
    Q_UNREACHABLE();
}

QString toText(EventSource source)
{
    switch (source) {
    case EventSource::Engine:
        return QStringLiteral("engine");
    case EventSource::Answer:
        return QStringLiteral("answer");
    case EventSource::Poll:
        return QStringLiteral("poll");
    case EventSource::Webhook:
        return QStringLiteral("webhook");
    case EventSource::Reconciliation:
        return QStringLiteral("reconciliation");
    case EventSource::Person:
        return QStringLiteral("person");
    }
    Q_UNREACHABLE();
}

} // namespace domain
