#pragma once

#include "domain/provider/outcome.h"

#include <QJsonObject>

namespace providers::twilio {

/// One row of Twilio's message list, read once (twilio.md, section 3).
struct Record
{
    QString sid;
    QString status;
    QString direction;
    QString from;
    QString to;
    QString body;
    QString messagingServiceSid;
    int errorCode = 0;
    QString errorMessage;
    std::optional<int> segments;
    std::optional<domain::Money> price; ///< positive: what it cost
    std::optional<domain::Instant> created;
    std::optional<domain::Instant> updated;

    [[nodiscard]] bool isInbound() const;
};

/// Empty where there is no usable sid: then it is no message.
[[nodiscard]] std::optional<Record> recordFrom(const QJsonObject &row);

/// What the answer to a send says; empty where it has no usable sid. Its state is never a failure: that needs a reason,
/// which the message's status brings.
[[nodiscard]] std::optional<domain::Accepted> acceptedFrom(const QJsonObject &row);

/// accepted, scheduled, queued, sending → Accepted; sent → Sent; … (twilio.md, section 4). An unknown word says
/// no more than that Twilio has the message.
[[nodiscard]] domain::MessageState stateFrom(QStringView status, int errorCode);

[[nodiscard]] domain::StatusReport statusReport(const Record &record);
[[nodiscard]] domain::InboundMessage inboundMessage(const Record &record);

/// False for the words on which Twilio blocks a person, true for those on which it lets them back, empty for any
/// other text (twilio.md, section 8; case-insensitive, the whole message).
[[nodiscard]] std::optional<bool> optInByKeyword(QStringView body);

/// "whatsapp:+15005550010" → WhatsApp and the number; anything else is SMS.
[[nodiscard]] std::pair<domain::Channel, QString> addressFrom(const QString &text);

[[nodiscard]] bool isMessageSid(QStringView text);

} // namespace providers::twilio
