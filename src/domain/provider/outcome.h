#pragma once

#include "domain/core/types.h"
#include "domain/message/state.h"

#include <QStringList>

#include <variant>

namespace domain {

/// Why a provider refused (uniform.md, section 4).
enum class RejectReason {
    Recipient,     ///< this address cannot be reached on this channel
    Content,       ///< this text or template is refused
    OptedOut,      ///< the person told the provider to stop: suppress first
    Configuration, ///< account, sender or country set-up: pause, keep the messages
    Unclear,       ///< a final failure with no known meaning; never retried
};
[[nodiscard]] QString toText(RejectReason reason);
[[nodiscard]] std::optional<RejectReason> rejectReasonFromText(QStringView text);

/// How wide a refusal or a throttling reaches.
enum class Scope { Message, Recipient, Sender, Country, Account };

struct Accepted
{
    QString providerMessageId;
    std::optional<int> segments;
    std::optional<Money> price;
    MessageState state = MessageState::Accepted; ///< Accepted, Sent or further if the answer says so
};

struct Rejected
{
    RejectReason reason = RejectReason::Unclear;
    Scope scope = Scope::Message;
    QString code;                            ///< the provider's own
    QString text;                            ///< the provider's words, shown to the person as theirs
    std::optional<Category> optedOutOf = {}; ///< of OptedOut: this category alone; empty: every one
};

/// Surely not processed; try again not before retryAfter.
struct Throttled
{
    std::optional<Millis> retryAfter; ///< empty: back off by our own rule
    Scope scope = Scope::Account;
    QString code;
    QString text;
};

/// The request surely did not get through, or the provider says it may be repeated.
struct NotSent
{
    QString code;
    QString text;
};

/// It may have arrived. Never repeated; reconciled.
struct Unknown
{
    QString text;
};

using Outcome = std::variant<Accepted, Rejected, Throttled, NotSent, Unknown>;

/// "accepted", "rejected", "throttled", "not_sent", "unknown": what an attempt's row keeps.
[[nodiscard]] QString outcomeName(const Outcome &outcome);

/// A later word about a message, by poll or webhook.
struct StatusReport
{
    QString providerMessageId;
    QString reference; ///< our own, where the provider echoes it
    MessageState state = MessageState::Accepted;
    std::optional<RejectReason> reason; ///< for Undelivered, Rejected and Expired
    bool repeatable = false;            ///< with a reason: a later attempt may succeed (phone off, carrier busy)
    std::optional<Category> optedOutOf; ///< of OptedOut: this category alone; empty: every one
    QString code;
    QString text;
    std::optional<Instant> at; ///< the provider's time, if it says one
    std::optional<Money> price;
    std::optional<int> segments;
    bool isFree = false; ///< the provider says that it charges nothing, which needs no currency
};

/// A message from a person.
struct InboundMessage
{
    QString providerMessageId;
    Channel channel = Channel::Sms;
    QString from; ///< normal form
    QString to;
    QString body;
    Instant at{};
    QStringList media; ///< addresses under which what came with it can be fetched
    /// What the provider itself did on this text: false = it blocks this person from now on (STOP), true = it lets
    /// them through again (START), empty = nothing. Our own rules about the text come on top.
    std::optional<bool> providerOptIn;
    /// Where `from` is not told or another address of theirs: the attempt (StatusReport::reference) or the token
    /// (SendRequest::unsubscribeToken) they answered, so that whom we wrote to is found.
    QString reference = {};
    QString unsubscribeToken = {};
    // Of a letter, which is a mail a person wrote by hand:
    bool isLetter = false;
    QString subject = {};
    QStringList mailsBefore = {}; ///< the ids of those it goes on from, the oldest first
    QString writer = {};          ///< who wrote it, where `from` is the address of whom they answer for
};

} // namespace domain
