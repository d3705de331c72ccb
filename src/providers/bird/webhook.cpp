#include "providers/bird/bird.h"
#include "providers/bird/record.h"
#include "providers/exchange.h"
#include "providers/signing.h"

using namespace Qt::StringLiterals;

namespace providers::bird {

namespace {

constexpr std::chrono::seconds tolerance{300};

} // namespace

QByteArray webhookKey(const QString &secret)
{
    const QString encoded = secret.startsWith("whsec_"_L1) ? secret.sliced(6) : secret;
    const auto key = QByteArray::fromBase64Encoding(encoded.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return key ? key.decoded : QByteArray();
}

QByteArray webhookSignature(const QByteArray &key, const QByteArray &id, const QByteArray &timestamp,
                            const QByteArray &body)
{
    return "v1," + hmac(QCryptographicHash::Sha256, key, id + '.' + timestamp + '.' + body).toBase64();
}

domain::Result<void> Bird::verifyWebhook(const domain::WebhookRequest &request, domain::Instant now) const
{
    const QByteArray id = headerIn(request.headers, "webhook-id");
    const QByteArray timestamp = headerIn(request.headers, "webhook-timestamp");
    bool isNumber = false;
    const domain::Instant at = domain::fromMillis(timestamp.toLongLong(&isNumber) * 1000);
    if (m_webhookKey.isEmpty() || id.isEmpty() || !isNumber || at < now - tolerance || at > now + tolerance)
        return domain::fail(domain::ErrorCode::NotAllowed, u"not signed, or not now"_s);
    const QByteArray expected = webhookSignature(m_webhookKey, id, timestamp, request.body);
    bool matched = false;
    for (const QByteArray &one : headerIn(request.headers, "webhook-signature").split(' '))
        matched |= equalInConstantTime(one, expected);
    if (!matched)
        return domain::fail(domain::ErrorCode::NotAllowed, u"the signature does not fit"_s);
    return {};
}

domain::Result<domain::WebhookEvents> Bird::webhook(const domain::WebhookRequest &request, domain::Instant) const
{
    const QJsonObject event = objectIn(request.body);
    domain::WebhookEvents events;
    events.answer = "OK"_ba;
    const auto record = recordFromEvent(event);
    if (!record) {
        // Events of other products, and the trial one, arrive at the same address: taken and left alone.
        if (event.contains("type"_L1) || event.contains("event_type"_L1))
            return events;
        return domain::fail(domain::ErrorCode::InvalidInput, u"no event"_s);
    }
    if (record->isInbound)
        events.inbound.append(inboundMessage(*record));
    else
        events.statuses.append(statusReport(*record));
    return events;
}

} // namespace providers::bird
