#pragma once

#include "domain/provider/outcome.h"

#include <QJsonObject>

namespace providers::bird {

/// One message as Bird shows it, or as an event names it (messagebird.md, B).
struct Record
{
    QString id;
    bool isInbound = false;
    QString status; ///< "accepted", "sent" …; of an event what follows "sms."
    QString from;
    QString to;
    QString text;
    QString reference; ///< metadata.ref
    QString errorCode;
    QString errorText;
    std::optional<int> segments;
    std::optional<domain::Money> price;
    std::optional<domain::Instant> created;
    std::optional<domain::Instant> at; ///< of the present status
};

/// Empty where there is no id: then it is no message.
[[nodiscard]] std::optional<Record> recordFrom(const QJsonObject &message);
/// A webhook's envelope; empty where it is no event of an SMS.
[[nodiscard]] std::optional<Record> recordFromEvent(const QJsonObject &event);

[[nodiscard]] domain::MessageState stateFrom(QStringView status);
[[nodiscard]] domain::StatusReport statusReport(const Record &record);
[[nodiscard]] domain::InboundMessage inboundMessage(const Record &record);

} // namespace providers::bird
