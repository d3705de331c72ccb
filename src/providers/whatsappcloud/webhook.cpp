#include "providers/whatsappcloud/webhook.h"

#include "providers/encoding.h"
#include "providers/exchange.h"
#include "providers/signing.h"
#include "providers/whatsappcloud/codes.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace providers::whatsappcloud {

using domain::MessageState;

namespace {

/// Seconds, as a text or as a number.
domain::Instant instantFrom(const QJsonValue &value, domain::Instant otherwise)
{
    const qint64 seconds = textOf(value).toLongLong();
    return seconds > 0 ? domain::fromMillis(seconds * 1000) : otherwise;
}

std::optional<MessageState> stateFrom(const QString &word)
{
    if (word == "sent"_L1)
        return MessageState::Sent;
    if (word == "delivered"_L1)
        return MessageState::Delivered;
    if (word == "read"_L1 || word == "played"_L1)
        return MessageState::Read;
    if (word == "failed"_L1)
        return MessageState::Undelivered;
    return std::nullopt;
}

/// What a person wrote, tapped or sent along, as a text.
QString bodyOf(const QJsonObject &item)
{
    const QString type = item["type"_L1].toString();
    const QJsonObject content = item[type].toObject();
    if (type == "text"_L1 || type == "system"_L1)
        return content["body"_L1].toString();
    if (type == "button"_L1)
        return content["text"_L1].toString();
    if (type == "interactive"_L1) {
        const QJsonObject reply = content[content["type"_L1].toString()].toObject();
        return reply["title"_L1].toString();
    }
    if (type == "reaction"_L1)
        return content["emoji"_L1].toString();
    if (type == "location"_L1)
        return u"geo:%1,%2"_s.arg(content["latitude"_L1].toDouble(), 0, 'f', 6)
            .arg(content["longitude"_L1].toDouble(), 0, 'f', 6);
    return content["caption"_L1].toString();
}

domain::InboundMessage inboundFrom(const QJsonObject &item, const QString &ourNumber, const QByteArray &mediaBase,
                                   domain::Instant receivedAt)
{
    domain::InboundMessage message;
    message.channel = domain::Channel::WhatsApp;
    message.providerMessageId = item["id"_L1].toString();
    message.from = personFrom(item["from"_L1].toString(), item["from_user_id"_L1].toString()).address();
    message.to = personFrom(ourNumber, {}).number;
    message.body = bodyOf(item);
    message.at = instantFrom(item["timestamp"_L1], receivedAt);
    if (const QString id = textOf(item[item["type"_L1].toString()]["id"_L1]);
        !id.isEmpty() && item["type"_L1].toString() != "interactive"_L1)
        message.media.append(QString::fromLatin1(mediaBase) + u'/' + id);
    return message;
}

/// A choice in WhatsApp's own dialogue. Where both are told it holds for the number and the id: either may be what the
/// next message goes to.
void addChoices(domain::WebhookEvents &events, const QJsonObject &value, domain::Instant receivedAt)
{
    const QString userId = value["contacts"_L1][0]["user_id"_L1].toString();
    for (const QJsonValue &item : value["user_preferences"_L1].toArray()) {
        const QString choice = item["value"_L1].toString();
        if (item["category"_L1].toString() != "marketing_messages"_L1 || (choice != "stop"_L1 && choice != "resume"_L1))
            continue;
        const Person person = personFrom(item["wa_id"_L1].toString(), userId);
        domain::ConsentChoice consent;
        consent.category = domain::Category::Marketing;
        consent.optOut = choice == "stop"_L1;
        consent.words = item["detail"_L1].toString();
        consent.at = instantFrom(item["timestamp"_L1], receivedAt);
        for (const QString &address : {person.number, person.userId})
            if (!address.isEmpty()) {
                consent.address = address;
                events.consents.append(consent);
            }
    }
}

/// A template that was approved, refused, paused or moved to another category.
void addTemplate(domain::WebhookEvents &events, const QString &field, const QJsonObject &value)
{
    domain::ProviderTemplate changed;
    changed.id = textOf(value["message_template_id"_L1]);
    changed.name = value["message_template_name"_L1].toString();
    changed.language = value["message_template_language"_L1].toString();
    if (changed.name.isEmpty() || changed.language.isEmpty())
        return;
    if (field == "template_category_update"_L1) {
        changed.category = value["new_category"_L1].toString();
    } else {
        changed.state = value["event"_L1].toString();
        if (const QString reason = value["reason"_L1].toString(); reason != "NONE"_L1)
            changed.reason = reason;
    }
    events.templates.append(changed);
}

void addMessages(domain::WebhookEvents &events, const QJsonObject &value, const QString &phoneNumberId,
                 const QByteArray &mediaBase, domain::Instant receivedAt)
{
    const QJsonObject metadata = value["metadata"_L1].toObject();
    if (textOf(metadata["phone_number_id"_L1]) != phoneNumberId)
        return;
    for (const QJsonValue &item : value["statuses"_L1].toArray())
        if (auto status = statusFrom(item.toObject()))
            events.statuses.append(std::move(status->report));
    for (const QJsonValue &item : value["messages"_L1].toArray()) {
        const domain::InboundMessage message =
            inboundFrom(item.toObject(), metadata["display_phone_number"_L1].toString(), mediaBase, receivedAt);
        if (!message.providerMessageId.isEmpty() && !message.from.isEmpty())
            events.inbound.append(message);
    }
}

} // namespace

bool signatureMatches(const QByteArray &appSecret, const QByteArray &body, const QByteArray &header)
{
    if (appSecret.isEmpty())
        return false;
    return equalInConstantTime("sha256=" + hmac(QCryptographicHash::Sha256, appSecret, body).toHex(), header.trimmed());
}

bool handshakeMatches(const QByteArray &url, const QString &verifyToken)
{
    const Form query = formDecoded(queryIn(url));
    return !verifyToken.isEmpty() && value(query, u"hub.mode") == u"subscribe" &&
           equalInConstantTime(value(query, u"hub.verify_token").toUtf8(), verifyToken.toUtf8());
}

QByteArray challengeOf(const QByteArray &url) { return value(formDecoded(queryIn(url)), u"hub.challenge").toUtf8(); }

Person personFrom(const QString &id, const QString &userId)
{
    QString digits = id;
    if (digits.startsWith(u'+'))
        digits.remove(0, 1);
    const bool isNumber = digits.size() >= 5 &&
                          std::all_of(digits.cbegin(), digits.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (isNumber)
        return {u'+' + digits, userId};
    return {{}, userId.isEmpty() ? id : userId};
}

std::optional<Status> statusFrom(const QJsonObject &item)
{
    const auto state = stateFrom(item["status"_L1].toString());
    if (!state)
        return std::nullopt;
    Status status;
    domain::StatusReport &report = status.report;
    report.providerMessageId = item["id"_L1].toString();
    report.reference = item["biz_opaque_callback_data"_L1].toString();
    report.state = *state;
    if (const qint64 seconds = textOf(item["timestamp"_L1]).toLongLong(); seconds > 0)
        report.at = domain::fromMillis(seconds * 1000);
    if (*state == MessageState::Undelivered) {
        const ErrorBody error = errorFrom(item["errors"_L1][0].toObject());
        report.code = QString::number(error.code);
        report.text = error.words();
        setFailure(report, ruleForLateFailure(error));
        if (error.code == marketingStopped)
            report.optedOutOf = domain::Category::Marketing;
    }
    const QJsonObject pricing = item["pricing"_L1].toObject();
    report.isFree = pricing["billable"_L1].isBool() && !pricing["billable"_L1].toBool();
    status.priceCategory = pricing["category"_L1].toString();
    status.recipient = personFrom(item["recipient_id"_L1].toString(), item["recipient_user_id"_L1].toString());
    return status;
}

std::optional<domain::WebhookEvents> eventsFrom(const QByteArray &body, const QString &phoneNumberId,
                                                const QByteArray &mediaBase, domain::Instant receivedAt)
{
    const QJsonObject object = objectIn(body);
    if (object["object"_L1].toString() != "whatsapp_business_account"_L1 || !object["entry"_L1].isArray())
        return std::nullopt;
    domain::WebhookEvents events;
    for (const QJsonValue &entry : object["entry"_L1].toArray())
        for (const QJsonValue &change : entry["changes"_L1].toArray()) {
            const QString field = change["field"_L1].toString();
            const QJsonObject value = change["value"_L1].toObject();
            if (field == "messages"_L1)
                addMessages(events, value, phoneNumberId, mediaBase, receivedAt);
            else if (field == "user_preferences"_L1)
                addChoices(events, value, receivedAt);
            else if (field == "message_template_status_update"_L1 || field == "template_category_update"_L1)
                addTemplate(events, field, value);
        }
    return events;
}

} // namespace providers::whatsappcloud
