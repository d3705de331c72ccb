#include "providers/flashchat/flashchat.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

// flashchat.md, section 4.

namespace providers::flashchat {

namespace {

constexpr const char *variables = R"({
  "baseUrl": {"type": "url", "default": "https://flashchat.xyz/api"},
  "mode": {"default": "devices"}, "device": {}, "gateway": {}, "sim": {"default": "1"}, "account": {},
  "expire": {"default": "300"}})";

// A server's error may come after it has accepted: the words in it decide only where the server itself says no.
constexpr const char *errors = R"json([
  {"code": ["401", "403"], "class": "permanent_config"},
  {"code": ["429"], "class": "throttled"},
  {"http": ["2xx", "4xx"], "text": "limit|too many", "class": "throttled"},
  {"http": ["2xx", "4xx"], "text": "credit|balance|subscription", "class": "permanent_config"},
  {"http": ["2xx", "4xx"], "text": "invalid.*(phone|number|recipient)", "class": "permanent_recipient"},
  {"code": ["404"], "class": "permanent_config"},
  {"code": ["400"], "class": "permanent_message"},
  {"code": ["500"], "class": "unknown_outcome"}])json";

constexpr const char *zender = R"({
  "name": "FlashChat", "secrets": ["secret"],
  "send": {
    "sms": {"method": "POST", "url": "{baseUrl}/send/sms", "form": {
      "secret": "{secret:secret}", "mode": "{mode}", "phone": "{to_e164}", "message": "{text|nospin}",
      "device": "{device?}", "gateway": "{gateway?}", "sim": "{sim}", "priority": "1"}},
    "whatsapp": {"method": "POST", "url": "{baseUrl}/send/whatsapp", "form": {
      "secret": "{secret:secret}", "account": "{account}", "recipient": "{to_e164}", "type": "text",
      "message": "{text|nospin}"}}},
  "success": [{"json": {"$.status": ["200"]}}],
  "extract": {"id": ["$.data.messageId", "$.data.message_id"], "id_required": false, "error_code": "$.status",
    "error_text": "$.message"},
  "balance": {"url": "{baseUrl}/get/credits", "query": {"secret": "{secret:secret}"},
    "amount": "$.data.credits", "currency": "$.data.currency"},
  "reconcile": "by_match"})";

constexpr const char *app = R"({
  "name": "FlashChat", "secrets": ["secret"],
  "send": {
    "sms": {"method": "POST", "url": "{baseUrl}/send-sms",
      "headers": {"Authorization": "Bearer {secret:secret}"},
      "json": {"phone": "{to_e164}", "message": "{text|nospin}", "sim": "{sim|number}", "mode": "{mode}"}},
    "whatsapp": {"method": "POST", "url": "{baseUrl}/send-whatsapp",
      "headers": {"Authorization": "Bearer {secret:secret}"},
      "json": {"account": "{account}", "recipient": "{to_e164}", "message": "{text|nospin}"}}},
  "success": [{"http": "2xx"}],
  "extract": {"id": ["$.message_id", "$.data.message_id"], "id_required": false,
    "error_text": ["$.message", "$.error"]},
  "test": {"url": "{baseUrl}/whatsapp-accounts", "headers": {"Authorization": "Bearer {secret:secret}"}}})";

constexpr const char *events = R"({
  "status": {"when": {"$.event": ["message_status_update"]}, "id": ["$.message_id", "$.data.message_id"],
    "status": ["$.status", "$.data.status"], "time": ["$.delivered_at", "$.data.delivered_at"]},
  "inbound": {"when": {"$.event": ["message_received"]}, "id": ["$.message_id", "$.data.message_id"],
    "from": ["$.from", "$.phone", "$.data.from", "$.data.phone"], "text": ["$.message", "$.data.message"],
    "time": ["$.received_at", "$.data.received_at"]},
  "channel": ["$.type", "$.data.type"]})";

constexpr const char *formEvents = R"({
  "inbound": {"when": {"$.type": ["sms", "whatsapp"], "$['data[phone]']": []},
    "id": ["$['data[id]']"], "from": "$['data[phone]']", "text": "$['data[message]']", "time": "$['data[timestamp]']"},
  "channel": "$.type"})";

QJsonObject object(const char *json) { return QJsonDocument::fromJson(json).object(); }

/// One of the product's lists: "sms.sent", "wa.received" …
QJsonObject list(const QString &name, domain::Channel channel)
{
    QJsonObject made{{u"url"_s, u"{baseUrl}/get/"_s + name},
                     {u"query"_s, QJsonObject{{u"secret"_s, u"{secret:secret}"_s}, {u"limit"_s, u"100"_s}}},
                     {u"paging"_s, QJsonObject{{u"type"_s, u"page"_s}, {u"parameter"_s, u"page"_s}}},
                     {u"items"_s, u"$.data[*]"_s},
                     {u"channel"_s, domain::toText(channel)},
                     {u"id"_s, u"$.id"_s},
                     {u"text"_s, u"$.message"_s},
                     {u"time"_s, u"$.created"_s}};
    if (name.endsWith("received"_L1)) {
        made.insert(u"inbound"_s, true);
        made.insert(u"from"_s, QJsonArray{u"$.phone"_s, u"$.recipient"_s, u"$.sender"_s});
    } else {
        made.insert(u"to"_s, QJsonArray{u"$.recipient"_s, u"$.phone"_s});
        made.insert(u"status"_s, name.endsWith("pending"_L1) ? u"=pending"_s : u"$.status"_s);
    }
    return made;
}

bool isApp(const QJsonObject &settings) { return settings[u"interface"].toString() == u"app"; }

/// By what the account has been set up for: SMS needs a telephone or a gateway, WhatsApp an account.
QList<domain::Channel> channelsOf(const QJsonObject &settings)
{
    QList<domain::Channel> channels;
    const bool isByCredits = settings[u"mode"].toString() == u"credits";
    if (isApp(settings) || !settings[isByCredits ? u"gateway" : u"device"].toString().isEmpty())
        channels << domain::Channel::Sms;
    if (!settings[u"account"].toString().isEmpty())
        channels << domain::Channel::WhatsApp;
    return channels;
}

QJsonObject webhook(const QString &signature)
{
    const bool isForm = signature == u"field";
    QJsonObject made = object(isForm ? formEvents : events);
    QJsonObject auth{{u"secret"_s, u"webhookSecret"_s}};
    if (isForm) {
        auth.insert(u"type"_s, u"field"_s);
        auth.insert(u"name"_s, u"secret"_s);
    } else {
        auth.insert(u"type"_s, u"hmac"_s);
        auth.insert(u"hash"_s, u"hmac_sha256"_s);
        auth.insert(u"encoding"_s, signature);
        auth.insert(u"name"_s, signature == u"hex" ? u"X-FlashChat-Signature"_s : u"X-Frappe-Webhook-Signature"_s);
    }
    made.insert(u"auth"_s, auth);
    return made;
}

QJsonObject withVariables(QJsonObject profile)
{
    profile.insert(u"settings"_s, object(variables));
    return profile;
}

} // namespace

QJsonObject profileFor(const QJsonObject &settings)
{
    if (const QString own = settings[u"profile"].toString().trimmed(); !own.isEmpty())
        return QJsonDocument::fromJson(own.toUtf8()).object();
    QJsonObject profile = withVariables(object(isApp(settings) ? app : zender));
    const QList<domain::Channel> channels = channelsOf(settings);
    QJsonArray names;
    QJsonArray lists;
    QJsonObject sends;
    const QJsonObject allSends = profile[u"send"].toObject();
    for (const domain::Channel channel : channels) {
        const QString name = domain::toText(channel);
        names << name;
        sends.insert(name, allSends[name]);
        const QString prefix = channel == domain::Channel::Sms ? u"sms."_s : u"wa."_s;
        for (const QString &kind : {u"pending"_s, u"sent"_s, u"received"_s})
            lists << list(prefix + kind, channel);
    }
    profile.insert(u"channel"_s, names);
    profile.insert(u"send"_s, sends);
    profile.insert(u"errors"_s, QJsonDocument::fromJson(errors).array());
    profile.insert(u"status_map"_s, QJsonObject{{u"pending"_s, u"submitted"_s}});
    if (!isApp(settings))
        profile.insert(u"poll"_s, QJsonObject{{u"list"_s, lists}});
    const QString signature = settings[u"webhookSignature"].toString();
    if (!signature.isEmpty() && signature != u"none") {
        profile.insert(u"secrets"_s, QJsonArray{u"secret"_s, u"webhookSecret"_s});
        profile.insert(u"webhook"_s, webhook(signature));
    }
    return profile;
}

QJsonObject codeProfile(const QJsonObject &settings)
{
    QJsonObject profile = withVariables(object(isApp(settings) ? app : zender));
    for (const QString &key : {u"balance"_s, u"reconcile"_s, u"test"_s})
        profile.remove(key);
    profile.insert(u"errors"_s, QJsonDocument::fromJson(errors).array());
    if (isApp(settings)) {
        profile.insert(u"channel"_s, u"sms"_s);
        profile.insert(u"send"_s, object(R"({"method": "POST", "url": "{baseUrl}/send-otp",
            "headers": {"Authorization": "Bearer {secret:secret}"},
            "json": {"phone": "{to_e164}", "expire": "{expire|number}"}})"));
        profile.insert(u"extract"_s, object(R"({"id": ["$.otp_id", "$.data.otp_id"], "id_required": false,
            "error_text": ["$.message", "$.error"]})"));
        return profile;
    }
    // The text keeps {{otp}}, which the product replaces by the code; nothing else in it comes from outside.
    profile.insert(u"channel"_s, QJsonArray{u"sms"_s, u"whatsapp"_s});
    profile.insert(u"send"_s, object(R"({
        "sms": {"method": "POST", "url": "{baseUrl}/send/otp", "form": {"secret": "{secret:secret}", "type": "sms",
          "message": "{text}", "phone": "{to_e164}", "expire": "{expire}", "mode": "{mode}", "device": "{device?}",
          "gateway": "{gateway?}", "sim": "{sim}", "priority": "1"}},
        "whatsapp": {"method": "POST", "url": "{baseUrl}/send/otp", "form": {"secret": "{secret:secret}",
          "type": "whatsapp", "message": "{text}", "phone": "{to_e164}", "expire": "{expire}",
          "account": "{account}", "priority": "1"}}})"));
    return profile;
}

QJsonObject codeCheckProfile(const QJsonObject &settings)
{
    QJsonObject profile = codeProfile(settings);
    profile.insert(u"channel"_s, u"sms"_s);
    profile.insert(u"send"_s, isApp(settings) ? object(R"({"method": "POST", "url": "{baseUrl}/verify-otp",
                                      "headers": {"Authorization": "Bearer {secret:secret}"},
                                      "json": {"code": "{text}"}})")
                                              : object(R"({"method": "GET", "url": "{baseUrl}/get/otp",
                                      "query": {"secret": "{secret:secret}", "otp": "{text}"}})"));
    return profile;
}

} // namespace providers::flashchat
