#pragma once

#include "domain/provider/outcome.h"
#include "providers/encoding.h"

#include <QJsonObject>

namespace providers::vonage {

/// One part of a message as a receipt tells of it (vonage.md, section 2) or as the Reports API lists it (section 5).
struct Record
{
    QString id;
    bool isInbound = false;
    QString from;
    QString to;
    QString text;
    QString reference; ///< as echoed, perhaps with the number of parts
    QString status;
    int errorCode = 0;
    QString errorText;
    std::optional<domain::Money> price; ///< of this part
    std::optional<domain::Instant> at;
};

/// A record of the Reports API; empty where there is no id.
[[nodiscard]] std::optional<Record> recordFrom(const QJsonObject &row);
/// A receipt's parameters; empty where they lack messageId or status.
[[nodiscard]] std::optional<Record> receiptFrom(const Form &fields);

[[nodiscard]] domain::MessageState stateFrom(QStringView status);
/// Of the part alone where its reference speaks of several. Then without a price: the message's own is known since
/// the answer to the send, and a part's must not take its place.
[[nodiscard]] domain::StatusReport statusReport(const Record &record);
/// Of the message whose parts these are.
[[nodiscard]] domain::StatusReport statusReport(const QList<Record> &parts);
[[nodiscard]] domain::InboundMessage inboundMessage(const Record &record);

/// A webhook's parameters with a text from a person; empty where they are none.
[[nodiscard]] std::optional<domain::InboundMessage> inboundFrom(const Form &fields, domain::Instant receivedAt);

} // namespace providers::vonage
