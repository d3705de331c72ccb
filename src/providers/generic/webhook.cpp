#include "providers/exchange.h"
#include "providers/generic/answers.h"
#include "providers/generic/generic.h"
#include "providers/generic/request.h"
#include "providers/signing.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace providers::generic {

namespace {

/// JSON as it stands; a form or a query as an object of texts.
QJsonValue contentOf(const domain::WebhookRequest &request)
{
    const QJsonDocument json = QJsonDocument::fromJson(request.body);
    if (json.isObject())
        return json.object();
    if (json.isArray())
        return json.array();
    const Form form = formDecoded(request.body.isEmpty() ? queryIn(request.url) : request.body);
    QJsonObject object;
    for (const auto &[name, value] : form)
        if (!object.contains(name))
            object.insert(name, value);
    return object;
}

} // namespace

domain::Result<void> Generic::verifyWebhook(const domain::WebhookRequest &request, domain::Instant) const
{
    const auto refused = [](const QString &why) { return domain::fail(domain::ErrorCode::NotAllowed, why); };
    if (!m_profile.webhook)
        return refused(u"this account has no webhook"_s);
    const WebhookShape &hook = *m_profile.webhook;
    if (request.method != hook.method)
        return refused(u"method"_s);
    if (hook.auth == WebhookShape::Auth::None)
        return {};
    const QByteArray secret = m_secrets.value(hook.secret).toUtf8();
    if (secret.isEmpty())
        return refused(u"no secret is set"_s);
    if (hook.auth == WebhookShape::Auth::Field) {
        const QByteArray given = contentOf(request).toObject().value(hook.name).toString().toUtf8();
        return equalInConstantTime(given, secret) ? domain::Result<void>() : refused(u"secret"_s);
    }
    QByteArray given = headerIn(request.headers, hook.name.toLatin1()).trimmed();
    const QByteArray prefix = hook.prefix.toUtf8();
    if (!given.startsWith(prefix))
        return refused(u"signature"_s);
    given = given.sliced(prefix.size());
    if (hook.auth == WebhookShape::Auth::Header)
        return equalInConstantTime(given, secret) ? domain::Result<void>() : refused(u"secret"_s);
    QByteArray text = request.body;
    if (hook.signedText)
        text = hook.signedText->rendered(
            [&](const QString &name) {
                return QString::fromUtf8(name == u"body"  ? request.body
                                         : name == u"url" ? request.url
                                                          : headerIn(request.headers, hook.timestampHeader.toLatin1()));
            },
            Place::Text);
    bool matched = false;
    for (const bool base64 : hook.base64)
        matched |= equalInConstantTime(base64 ? given : given.toLower(), digest(hook.hash, base64, secret, text));
    return matched ? domain::Result<void>() : refused(u"signature"_s);
}

domain::Result<domain::WebhookEvents> Generic::webhook(const domain::WebhookRequest &request, domain::Instant now) const
{
    if (!m_profile.webhook)
        return domain::fail(domain::ErrorCode::NotFound, u"this account has no webhook"_s);
    const WebhookShape &hook = *m_profile.webhook;
    domain::HttpResponse carrier;
    carrier.body = request.body;
    const QJsonValue content = contentOf(request);
    if (!content.isArray() && content.toObject().isEmpty())
        return domain::fail(domain::ErrorCode::InvalidInput, u"neither JSON nor a form"_s);
    const QList<QJsonValue> items =
        hook.items ? hook.items->valuesIn(Answer(carrier, content)) : QList<QJsonValue>{content};
    domain::WebhookEvents events;
    events.answerStatus = hook.answerStatus;
    events.answer = hook.answer;
    for (const QJsonValue &item : items) {
        const Answer row(carrier, item);
        if (hook.status && holds(hook.status->when, row)) {
            domain::StatusReport report = reportFrom(m_profile, *hook.status, row);
            if (!report.providerMessageId.isEmpty() || !report.reference.isEmpty())
                events.statuses << std::move(report);
        }
        if (hook.inbound && holds(hook.inbound->when, row)) {
            const auto channel = domain::channelFromText(hook.channel.textIn(row));
            auto message = inboundFrom(*hook.inbound, row, channel.value_or(m_profile.channels.value(0)));
            if (message && message->at == domain::Instant{})
                message->at = now;
            if (message)
                events.inbound << *std::move(message);
        }
    }
    return events;
}

} // namespace providers::generic
