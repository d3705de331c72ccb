#include "providers/bird/record.h"

#include "providers/bird/codes.h"
#include "providers/encoding.h"

using namespace Qt::StringLiterals;

namespace providers::bird {

using domain::MessageState;

namespace {

std::optional<domain::Money> costFrom(const QJsonObject &cost)
{
    const auto micros = microsFromJson(cost.value("amount"_L1));
    const QString currency = cost.value("currency_code"_L1).toString();
    return micros && !currency.isEmpty() ? std::optional(domain::Money{*micros, currency.toUpper()}) : std::nullopt;
}

/// What a message and an event have alike.
Record common(const QJsonObject &data)
{
    Record record;
    record.from = data.value("from"_L1).toString();
    record.to = data.value("to"_L1).toString();
    record.text = data.value("text"_L1).toString();
    record.reference = data.value("metadata"_L1).toObject().value("ref"_L1).toString();
    const QJsonObject error = data.value(data.contains("error"_L1) ? "error"_L1 : "last_error"_L1).toObject();
    record.errorCode = error.value("code"_L1).toString();
    record.errorText = error.value("description"_L1).toString();
    if (const int segments = data.value("segments"_L1).toObject().value("count"_L1).toInt(); segments > 0)
        record.segments = segments;
    return record;
}

} // namespace

std::optional<Record> recordFrom(const QJsonObject &message)
{
    Record record = common(message);
    record.id = message.value("id"_L1).toString();
    if (record.id.isEmpty())
        return std::nullopt;
    record.isInbound = message.value("direction"_L1).toString() == "inbound"_L1;
    record.status = message.value("status"_L1).toString();
    record.price = costFrom(message.value("cost"_L1).toObject());
    record.created = instantFromIso8601(message.value("created_at"_L1).toString());
    record.at = record.created;
    for (const QLatin1String key : {"delivered_at"_L1, "sent_at"_L1})
        if (const auto at = instantFromIso8601(message.value(key).toString())) {
            record.at = at;
            break;
        }
    return record;
}

std::optional<Record> recordFromEvent(const QJsonObject &event)
{
    const QString type = event.value("type"_L1).toString();
    if (!type.startsWith("sms."_L1))
        return std::nullopt;
    const QJsonObject data = event.value("data"_L1).toObject();
    Record record = common(data);
    for (const QLatin1String key : {"sms_id"_L1, "id"_L1, "message_id"_L1})
        if (record.id = data.value(key).toString(); !record.id.isEmpty())
            break;
    if (record.id.isEmpty())
        return std::nullopt;
    record.status = type.sliced(4);
    record.isInbound = record.status == "received"_L1;
    // An event may price one component alone, and events overtake each other: only a whole price is taken.
    const QJsonObject cost = data.value("cost"_L1).toObject();
    if (cost.value("transaction_amount"_L1).isString() && cost.value("passthrough_amount"_L1).isString())
        record.price = costFrom(cost);
    record.created = instantFromIso8601(event.value("timestamp"_L1).toString());
    record.at = record.created;
    return record;
}

MessageState stateFrom(QStringView status)
{
    if (status == u"sent")
        return MessageState::Sent;
    if (status == u"delivered")
        return MessageState::Delivered;
    if (status == u"undelivered" || status == u"failed" || status == u"rejected")
        return MessageState::Undelivered;
    if (status == u"canceled")
        return MessageState::Cancelled;
    if (status == u"expired")
        return MessageState::Expired;
    return MessageState::Accepted;
}

domain::StatusReport statusReport(const Record &record)
{
    domain::StatusReport report;
    report.providerMessageId = record.id;
    report.reference = record.reference;
    report.state = stateFrom(record.status);
    if (report.state == MessageState::Undelivered || report.state == MessageState::Expired) {
        report.code = record.errorCode;
        report.text = record.errorText;
        const bool saysNothing = record.errorCode.isEmpty() && report.state == MessageState::Expired;
        setFailure(report, saysNothing ? rules::later : ruleForLateFailure(record.errorCode));
    }
    report.at = record.at;
    report.price = record.price;
    report.segments = record.segments;
    return report;
}

domain::InboundMessage inboundMessage(const Record &record)
{
    domain::InboundMessage message;
    message.providerMessageId = record.id;
    message.from = withPlus(record.from);
    message.to = withPlus(record.to);
    message.body = record.text;
    message.at = record.created.value_or(domain::Instant{});
    return message;
}

} // namespace providers::bird
