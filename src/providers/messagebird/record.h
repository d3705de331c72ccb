#pragma once

#include "domain/provider/outcome.h"
#include "providers/encoding.h"

#include <QJsonObject>

namespace providers::messagebird {

/// One message as MessageBird shows it, to one recipient (messagebird.md, A2), or as a status report names it (A5).
struct Record
{
    QString id;
    QString direction; ///< "mt", "mo"; empty in a status report
    QString originator;
    QString recipient; ///< digits
    QString body;
    QString reference;
    QString status;
    QString reason;
    int errorCode = 0;
    std::optional<int> segments;
    std::optional<domain::Money> price;
    std::optional<domain::Instant> created;
    std::optional<domain::Instant> updated;

    [[nodiscard]] bool isInbound() const;
};

/// Empty where there is no id: then it is no message.
[[nodiscard]] std::optional<Record> recordFrom(const QJsonObject &message);
/// A status report's parameters; empty where they lack id or status.
[[nodiscard]] std::optional<Record> recordFrom(const Form &fields);

[[nodiscard]] domain::MessageState stateFrom(const Record &record);
[[nodiscard]] domain::StatusReport statusReport(const Record &record);
[[nodiscard]] domain::InboundMessage inboundMessage(const Record &record);

/// An inbound webhook's parameters, in the shape of numbers or in that of short codes (A5); empty where they are none.
[[nodiscard]] std::optional<domain::InboundMessage> inboundFrom(const Form &fields, domain::Instant receivedAt);

} // namespace providers::messagebird
