#include "providers/vonage/record.h"

#include "domain/message/parts.h"
#include "providers/exchange.h"
#include "providers/vonage/codes.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::vonage {

using domain::MessageState;

namespace {

std::optional<domain::Money> moneyFrom(const std::optional<qint64> &micros, const QString &currency)
{
    if (!micros)
        return std::nullopt;
    return domain::Money{*micros, currency.isEmpty() ? u"EUR"_s : currency.toUpper()};
}

/// "2026-11-20 21:30:00", in UTC.
std::optional<domain::Instant> instantFrom(const QString &text)
{
    return instantFromIso8601(QString(text).replace(u' ', u'T'));
}

} // namespace

std::optional<Record> recordFrom(const QJsonObject &row)
{
    const auto text = [&row](QLatin1String key) { return textOf(row.value(key)); };
    Record record;
    record.id = text("message_id"_L1);
    if (record.id.isEmpty())
        return std::nullopt;
    record.isInbound = text("direction"_L1) == "inbound"_L1;
    record.from = text("from"_L1);
    record.to = text("to"_L1);
    record.text = text("message_body"_L1);
    record.reference = text("client_ref"_L1);
    record.status = text("status"_L1).toLower();
    record.errorCode = text("error_code"_L1).toInt();
    record.errorText = text("error_code_description"_L1);
    record.price = moneyFrom(microsFromJson(row.value("total_price"_L1)), text("currency"_L1));
    const auto finalized = instantFromIso8601(text("date_finalized"_L1));
    record.at = finalized ? finalized : instantFromIso8601(text("date_received"_L1));
    return record;
}

std::optional<Record> receiptFrom(const Form &fields)
{
    Record record;
    record.id = value(fields, u"messageId");
    record.status = value(fields, u"status").toLower();
    if (record.id.isEmpty() || record.status.isEmpty())
        return std::nullopt;
    record.from = value(fields, u"to"); // the sender, seen from the receipt
    record.to = value(fields, u"msisdn");
    record.reference = value(fields, u"client-ref");
    record.errorCode = value(fields, u"err-code").toInt();
    record.price = moneyFrom(microsFromDecimal(value(fields, u"price")), {});
    record.at = instantFrom(value(fields, u"message-timestamp"));
    return record;
}

MessageState stateFrom(QStringView status)
{
    if (status == u"buffered" || status == u"accepted")
        return MessageState::Sent;
    if (status == u"delivered")
        return MessageState::Delivered;
    if (status == u"expired")
        return MessageState::Expired;
    if (status == u"failed" || status == u"rejected" || status == u"deleted")
        return MessageState::Undelivered;
    return MessageState::Accepted; // "unknown" changes nothing
}

domain::StatusReport statusReport(const Record &record)
{
    domain::StatusReport report;
    report.providerMessageId = record.id;
    report.reference = record.reference;
    report.state = stateFrom(record.status);
    if (record.errorCode != 0)
        report.code = QString::number(record.errorCode);
    if (report.state == MessageState::Undelivered || report.state == MessageState::Expired) {
        report.text = record.errorText;
        const ErrorRule rule = ruleForReceipt(record.errorCode);
        const bool saysNothing = rule.errorClass == ErrorClass::Unclear && report.state == MessageState::Expired;
        setFailure(report, saysNothing ? rules::later : rule);
    }
    report.at = record.at;
    if (domain::partsOf(record.reference) == 1)
        report.price = record.price;
    return report;
}

domain::StatusReport statusReport(const QList<Record> &parts)
{
    Q_ASSERT(!parts.isEmpty());
    QList<MessageState> states;
    for (const Record &part : parts)
        states.append(stateFrom(part.status));
    const int count = domain::partsOf(parts.first().reference);
    const MessageState state = domain::stateOfParts(states, count);
    const auto telling = std::ranges::find(states, state);
    domain::StatusReport report =
        statusReport(telling == states.end() ? parts.first() : parts[telling - states.begin()]);
    report.state = state;
    report.providerMessageId = std::ranges::min(parts, {}, [](const Record &part) { return part.id; }).id;
    report.reference = domain::withoutParts(report.reference);
    report.segments = count;
    report.price.reset();
    if (parts.size() == count &&
        std::ranges::all_of(parts, [](const Record &part) { return part.price.has_value(); })) {
        report.price = parts.first().price;
        for (const Record &part : parts.sliced(1))
            report.price->micros += part.price->micros;
    }
    return report;
}

domain::InboundMessage inboundMessage(const Record &record)
{
    domain::InboundMessage message;
    message.providerMessageId = record.id;
    message.from = withPlus(record.from);
    message.to = withPlus(record.to);
    message.body = record.text;
    message.at = record.at.value_or(domain::Instant{});
    return message;
}

std::optional<domain::InboundMessage> inboundFrom(const Form &fields, domain::Instant receivedAt)
{
    domain::InboundMessage message;
    message.providerMessageId = value(fields, u"messageId");
    message.from = withPlus(withoutPlus(value(fields, u"msisdn")));
    if (message.providerMessageId.isEmpty() || message.from.isEmpty())
        return std::nullopt;
    message.to = withPlus(withoutPlus(value(fields, u"to")));
    message.body = value(fields, u"text");
    message.at = instantFrom(value(fields, u"message-timestamp")).value_or(receivedAt);
    return message;
}

} // namespace providers::vonage
