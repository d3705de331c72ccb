#include "domain/message/parts.h"

#include "domain/message/transition.h"

#include <algorithm>

namespace domain {

namespace {

constexpr int mostParts = 255; // one octet of the header counts them

/// Where the number begins, with its dash; -1 where there is none.
qsizetype numberAt(QStringView reference)
{
    const qsizetype dash = reference.lastIndexOf(u'-');
    if (dash <= 0)
        return -1;
    bool isNumber = false;
    const int parts = reference.sliced(dash + 1).toInt(&isNumber);
    return isNumber && parts > 1 && parts <= mostParts ? dash : -1;
}

bool hasArrived(MessageState state) { return state == MessageState::Delivered || state == MessageState::Read; }

bool hasFailed(MessageState state)
{
    const int rank = statusRank(state);
    return rank >= statusRank(MessageState::Cancelled) && rank <= statusRank(MessageState::Undelivered);
}

} // namespace

QString referenceOfParts(const QString &reference, int parts)
{
    return parts > 1 ? reference + u'-' + QString::number(parts) : reference;
}

int partsOf(QStringView reference)
{
    const qsizetype dash = numberAt(reference);
    return dash < 0 ? 1 : reference.sliced(dash + 1).toInt();
}

QString withoutParts(const QString &reference)
{
    const qsizetype dash = numberAt(reference);
    return dash < 0 ? reference : reference.first(dash);
}

MessageState stateOfParts(const QList<MessageState> &known, int parts)
{
    const auto byRank = [](MessageState a, MessageState b) { return statusRank(a) < statusRank(b); };
    MessageState furthest = MessageState::Accepted;
    MessageState failure = MessageState::Accepted;
    for (const MessageState state : known) {
        furthest = std::max(furthest, state, byRank);
        if (hasFailed(state))
            failure = std::max(failure, state, byRank);
    }
    if (hasFailed(failure))
        return failure;
    if (known.size() >= parts && std::ranges::all_of(known, hasArrived))
        return std::ranges::min(known, byRank);
    return std::min(furthest, MessageState::Sent, byRank);
}

} // namespace domain
