#pragma once

#include "domain/provider/webhook.h"

#include <optional>

namespace providers::whatsappcloud {

/// Whether `header` (X-Hub-Signature-256) is "sha256=" and the body's HMAC under the app's secret. The body as it came:
/// Meta signs its own way of escaping.
[[nodiscard]] bool signatureMatches(const QByteArray &appSecret, const QByteArray &body, const QByteArray &header);

/// Whether a GET asks to subscribe with our verify token.
[[nodiscard]] bool handshakeMatches(const QByteArray &url, const QString &verifyToken);
/// hub.challenge, to be sent back; empty if absent.
[[nodiscard]] QByteArray challengeOf(const QByteArray &url);

/// A person as a webhook names them: by number, by an id of Meta's where the number is hidden, or by both.
struct Person
{
    QString number; ///< E.164; empty where it is hidden
    QString userId; ///< "US.1349…"; empty where none is told

    [[nodiscard]] QString address() const { return number.isEmpty() ? userId : number; }
};
/// `id` may be either; ids that are no digits are user ids.
[[nodiscard]] Person personFrom(const QString &id, const QString &userId);

/// A status with what only WhatsApp tells.
struct Status
{
    domain::StatusReport report;
    Person recipient;
    QString priceCategory; ///< "marketing", "utility" …: what the rate card goes by
};
/// Empty for what is no step of a message ("deleted").
[[nodiscard]] std::optional<Status> statusFrom(const QJsonObject &item);

/// Everything a POST says about this number; what is for another number of the same app, or of a kind nobody here
/// needs, is left out. `mediaBase` begins the addresses of what came with messages. Empty where it is no webhook.
[[nodiscard]] std::optional<domain::WebhookEvents> eventsFrom(const QByteArray &body, const QString &phoneNumberId,
                                                              const QByteArray &mediaBase, domain::Instant receivedAt);

} // namespace providers::whatsappcloud
