#include "providers/twilio/record.h"

#include "providers/encoding.h"
#include "providers/twilio/codes.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace providers::twilio {

using domain::MessageState;

namespace {

/// Twilio writes some numbers as strings, others as numbers.
int intFrom(const QJsonValue &value) { return value.isString() ? value.toString().toInt() : value.toInt(); }

/// "0" stands there until a messaging service has looked at the text.
std::optional<int> segmentsFrom(const QJsonObject &row)
{
    const int segments = intFrom(row.value("num_segments"_L1));
    return segments > 0 ? std::optional(segments) : std::nullopt;
}

std::optional<domain::Money> costFrom(const QJsonObject &row)
{
    const auto micros = microsFromJson(row.value("price"_L1));
    if (!micros)
        return std::nullopt;
    return domain::Money{std::abs(*micros), row.value("price_unit"_L1).toString().toUpper()};
}

} // namespace

bool Record::isInbound() const { return direction == "inbound"_L1; }

bool isMessageSid(QStringView text)
{
    if (text.size() != 34 || (!text.startsWith(u"SM") && !text.startsWith(u"MM")))
        return false;
    return std::ranges::all_of(text.sliced(2), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    });
}

std::optional<Record> recordFrom(const QJsonObject &row)
{
    Record record;
    record.sid = row.value("sid"_L1).toString();
    if (!isMessageSid(record.sid))
        return std::nullopt;
    record.status = row.value("status"_L1).toString();
    record.direction = row.value("direction"_L1).toString();
    record.from = row.value("from"_L1).toString();
    record.to = row.value("to"_L1).toString();
    record.body = row.value("body"_L1).toString();
    record.messagingServiceSid = row.value("messaging_service_sid"_L1).toString();
    record.errorCode = intFrom(row.value("error_code"_L1));
    record.errorMessage = row.value("error_message"_L1).toString();
    record.segments = segmentsFrom(row);
    record.price = costFrom(row);
    record.created = instantFromRfc2822(row.value("date_created"_L1).toString());
    record.updated = instantFromRfc2822(row.value("date_updated"_L1).toString());
    return record;
}

std::optional<domain::Accepted> acceptedFrom(const QJsonObject &row)
{
    domain::Accepted accepted;
    accepted.providerMessageId = row.value("sid"_L1).toString();
    if (!isMessageSid(accepted.providerMessageId))
        return std::nullopt;
    accepted.segments = segmentsFrom(row);
    accepted.price = costFrom(row);
    const MessageState state = stateFrom(row.value("status"_L1).toString(), 0);
    if (state == MessageState::Sent || state == MessageState::Delivered)
        accepted.state = state;
    return accepted;
}

MessageState stateFrom(QStringView status, int errorCode)
{
    if (status == u"sent")
        return MessageState::Sent;
    if (status == u"delivered")
        return MessageState::Delivered;
    if (status == u"read")
        return MessageState::Read;
    if (status == u"failed" || status == u"undelivered")
        return errorCode == validityExpired ? MessageState::Expired : MessageState::Undelivered;
    if (status == u"canceled")
        return MessageState::Cancelled;
    return MessageState::Accepted;
}

domain::StatusReport statusReport(const Record &record)
{
    domain::StatusReport report;
    report.providerMessageId = record.sid;
    report.state = stateFrom(record.status, record.errorCode);
    if (record.errorCode != 0)
        report.code = QString::number(record.errorCode);
    report.text = record.errorMessage;
    if (report.state == MessageState::Undelivered || report.state == MessageState::Expired)
        setFailure(report, ruleForLateFailure(record.errorCode));
    report.at = record.updated ? record.updated : record.created;
    report.price = record.price;
    report.segments = record.segments;
    return report;
}

domain::InboundMessage inboundMessage(const Record &record)
{
    domain::InboundMessage message;
    message.providerMessageId = record.sid;
    std::tie(message.channel, message.from) = addressFrom(record.from);
    message.to = addressFrom(record.to).second;
    message.body = record.body;
    message.at = record.created.value_or(record.updated.value_or(domain::Instant{}));
    message.providerOptIn = optInByKeyword(record.body);
    return message;
}

std::optional<bool> optInByKeyword(QStringView body)
{
    constexpr std::array stop{"STOP"_L1, "STOPALL"_L1, "UNSUBSCRIBE"_L1, "CANCEL"_L1,
                              "END"_L1,  "QUIT"_L1,    "REVOKE"_L1,      "OPTOUT"_L1};
    constexpr std::array start{"START"_L1, "YES"_L1, "UNSTOP"_L1};
    const QStringView word = body.trimmed();
    const auto isWord = [word](QLatin1String known) { return word.compare(known, Qt::CaseInsensitive) == 0; };
    if (std::ranges::any_of(stop, isWord))
        return false;
    if (std::ranges::any_of(start, isWord))
        return true;
    return std::nullopt;
}

std::pair<domain::Channel, QString> addressFrom(const QString &text)
{
    if (text.startsWith("whatsapp:"_L1))
        return {domain::Channel::WhatsApp, text.sliced(9)};
    return {domain::Channel::Sms, text};
}

} // namespace providers::twilio
