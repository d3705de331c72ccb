#include "providers/messagebird/record.h"

#include "providers/exchange.h"
#include "providers/messagebird/codes.h"

#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace providers::messagebird {

using domain::MessageState;

namespace {

std::optional<int> countFrom(const QString &text)
{
    const int count = text.toInt();
    return count > 0 ? std::optional(count) : std::nullopt;
}

std::optional<domain::Money> moneyFrom(const std::optional<qint64> &micros, const QString &currency)
{
    return micros && !currency.isEmpty() ? std::optional(domain::Money{std::abs(*micros), currency.toUpper()})
                                         : std::nullopt;
}

} // namespace

bool Record::isInbound() const { return direction == "mo"_L1; }

std::optional<Record> recordFrom(const QJsonObject &message)
{
    Record record;
    record.id = message.value("id"_L1).toString();
    if (record.id.isEmpty())
        return std::nullopt;
    record.direction = message.value("direction"_L1).toString();
    record.originator = textOf(message.value("originator"_L1));
    record.body = message.value("body"_L1).toString();
    record.reference = message.value("reference"_L1).toString();
    record.created = instantFromIso8601(message.value("createdDatetime"_L1).toString());
    const QJsonObject item = message.value("recipients"_L1).toObject().value("items"_L1).toArray().first().toObject();
    record.recipient = textOf(item.value("recipient"_L1));
    record.status = item.value("status"_L1).toString();
    record.reason = item.value("statusReason"_L1).toString();
    record.errorCode = textOf(item.value("statusErrorCode"_L1)).toInt();
    record.segments = countFrom(textOf(item.value("messagePartCount"_L1)));
    const QJsonObject price = item.value("price"_L1).toObject();
    record.price = moneyFrom(microsFromJson(price.value("amount"_L1)), price.value("currency"_L1).toString());
    record.updated = instantFromIso8601(item.value("statusDatetime"_L1).toString());
    return record;
}

std::optional<Record> recordFrom(const Form &fields)
{
    Record record;
    record.id = value(fields, u"id");
    record.status = value(fields, u"status");
    if (record.id.isEmpty() || record.status.isEmpty())
        return std::nullopt;
    record.recipient = value(fields, u"recipient");
    record.reference = value(fields, u"reference");
    record.reason = value(fields, u"statusReason");
    record.errorCode = value(fields, u"statusErrorCode").toInt();
    record.segments = countFrom(value(fields, u"messagePartCount"));
    record.price = moneyFrom(microsFromDecimal(value(fields, u"price[amount]")), value(fields, u"price[currency]"));
    record.updated = instantFromIso8601(value(fields, u"statusDatetime"));
    return record;
}

MessageState stateFrom(const Record &record)
{
    const bool failed = record.status == "delivery_failed"_L1 || record.status == "delivery failed"_L1;
    const bool expired = record.status == "expired"_L1;
    if ((failed || expired) && isUnconfirmed(record.reason))
        return MessageState::Sent;
    if (failed)
        return MessageState::Undelivered;
    if (expired)
        return MessageState::Expired;
    if (record.status == "delivered"_L1)
        return MessageState::Delivered;
    if (record.status == "sent"_L1 || record.status == "buffered"_L1)
        return MessageState::Sent;
    return MessageState::Accepted;
}

domain::StatusReport statusReport(const Record &record)
{
    domain::StatusReport report;
    report.providerMessageId = record.id;
    report.reference = record.reference;
    report.state = stateFrom(record);
    if (record.errorCode != 0)
        report.code = QString::number(record.errorCode);
    if (report.state == MessageState::Undelivered) {
        report.text = record.reason;
        setFailure(report, ruleForLateFailure(record.errorCode, record.reason));
    } else if (report.state == MessageState::Expired) {
        report.text = record.reason;
        const ErrorRule rule = ruleForLateFailure(record.errorCode, record.reason);
        setFailure(report, rule.errorClass == ErrorClass::Unclear ? rules::later : rule);
    }
    report.at = record.updated ? record.updated : record.created;
    report.price = record.price;
    report.segments = record.segments;
    return report;
}

domain::InboundMessage inboundMessage(const Record &record)
{
    domain::InboundMessage message;
    message.providerMessageId = record.id;
    message.from = withPlus(record.originator);
    message.to = withPlus(record.recipient);
    message.body = record.body;
    message.at = record.created.value_or(record.updated.value_or(domain::Instant{}));
    return message;
}

std::optional<domain::InboundMessage> inboundFrom(const Form &fields, domain::Instant receivedAt)
{
    const auto first = [&fields](QStringView name, QStringView other) {
        const QString text = value(fields, name);
        return text.isEmpty() ? value(fields, other) : text;
    };
    domain::InboundMessage message;
    message.providerMessageId = first(u"id", u"mid");
    message.from = withPlus(withoutPlus(value(fields, u"originator")));
    if (message.providerMessageId.isEmpty() || message.from.isEmpty())
        return std::nullopt;
    message.to = withPlus(withoutPlus(first(u"recipient", u"shortcode")));
    message.body = first(u"body", u"message");
    message.at = receivedAt;
    if (const auto created = instantFromIso8601(value(fields, u"createdDatetime"))) {
        message.at = *created;
    } else if (QDateTime at = QDateTime::fromString(value(fields, u"receive_datetime"), u"yyyyMMddHHmmss"_s);
               at.isValid()) {
        at.setTimeSpec(Qt::UTC);
        message.at = domain::fromMillis(at.toMSecsSinceEpoch());
    }
    return message;
}

} // namespace providers::messagebird
