#pragma once

#include "domain/core/types.h"

#include <QStringList>

#include <array>
#include <variant>

namespace domain {

/// Where a message stands. `architecture.md`, "The way of a message", has the picture.
enum class MessageState {
    Planned,  ///< written down, its campaign is not sending yet
    Queued,   ///< waits for its time and for a place
    Sending,  ///< an attempt is open: the request may be on the wire
    Accepted, ///< the provider took it and gave it an id
    Sent,     ///< handed to the network; never counted as delivered
    Delivered,
    Read,
    Undelivered, ///< the network could not deliver it
    Rejected,    ///< the provider refused it
    Uncertain,   ///< the request may have arrived; looked into, never sent again by itself
    Skipped,     ///< a check said no; the reason is kept
    Cancelled,   ///< a person stopped it before it left
    Expired,     ///< too old to be sent
};

inline constexpr std::array allMessageStates{
    MessageState::Planned,  MessageState::Queued,    MessageState::Sending, MessageState::Accepted,
    MessageState::Sent,     MessageState::Delivered, MessageState::Read,    MessageState::Undelivered,
    MessageState::Rejected, MessageState::Uncertain, MessageState::Skipped, MessageState::Cancelled,
    MessageState::Expired};

/// The stored word: the enumerator's name in lower case.
[[nodiscard]] QString toText(MessageState state);
[[nodiscard]] std::optional<MessageState> messageStateFromText(QStringView text);

/// No event of any kind is expected any more (delivered may still become read, undelivered may still be corrected).
[[nodiscard]] bool isFinal(MessageState state);

/// Who or what moved a message; kept in its story.
enum class EventSource { Engine, Answer, Poll, Webhook, Reconciliation, Person };
[[nodiscard]] QString toText(EventSource source);

} // namespace domain
