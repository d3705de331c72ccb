#include "providers/vonage/vonage.h"

#include "domain/message/parts.h"
#include "domain/text/segments.h"
#include "providers/baseurl.h"
#include "providers/exchange.h"
#include "providers/vonage/codes.h"
#include "providers/vonage/record.h"
#include "providers/vonage/signature.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::vonage {

using domain::ErrorCode;
using domain::HttpResponse;
using domain::Reached;

namespace {

constexpr qint64 shortestLifeMs = 20'000;
constexpr qint64 longestLifeMs = 604'800'000;

/// A part of the answer to a send.
struct Part
{
    int status = 0;
    QString id;
    QString text;
    std::optional<qint64> priceMicros;
};

/// Empty where the body is no such answer.
QList<Part> partsFrom(const QByteArray &body)
{
    QList<Part> parts;
    const QJsonArray rows = objectIn(body).value("messages"_L1).toArray();
    for (const QJsonValue &row : rows) {
        bool isNumber = false;
        Part part;
        part.status = textOf(row["status"_L1]).toInt(&isNumber);
        if (!isNumber)
            return {};
        part.id = textOf(row["message-id"_L1]);
        part.text = row["error-text"_L1].toString();
        part.priceMicros = microsFromJson(row["message-price"_L1]);
        parts.append(part);
    }
    return parts;
}

domain::Outcome acceptedFrom(const QList<Part> &parts, const Part &first)
{
    domain::Accepted accepted;
    accepted.providerMessageId = first.id;
    accepted.segments = int(parts.size());
    for (const Part &part : parts) {
        if (part.status != 0)
            accepted.state = domain::MessageState::Undelivered;
        else if (part.priceMicros)
            accepted.price = domain::Money{(accepted.price ? accepted.price->micros : 0) + *part.priceMicros, u"EUR"_s};
    }
    return accepted;
}

} // namespace

Vonage::Vonage(const domain::ProviderConfig &config)
    : m_host(baseUrlOf(config.settings.value("baseUrl"_L1).toString(), u"https://rest.nexmo.com"_s)),
      m_apiKey(config.settings.value("apiKey"_L1).toString()), m_apiSecret(config.secrets.value(u"apiSecret"_s)),
      m_signatureSecret(config.secrets.value(u"signatureSecret"_s).toUtf8()),
      m_signatureMethod(config.settings.value("signatureMethod"_L1).toString()),
      m_from(config.settings.value("from"_L1).toString()),
      m_webhookUrl(config.settings.value("webhookUrl"_L1).toString()),
      m_signsRequests(config.settings.value("signRequests"_L1).toVariant().toBool())
{
    if (m_signatureMethod.isEmpty())
        m_signatureMethod = u"sha256"_s;
    // Whoever put something else in Vonage's place did so for both hosts.
    const QString reports = config.settings.value("reportsUrl"_L1).toString();
    const bool isVonages = m_host == "https://rest.nexmo.com";
    m_reportsHost = reports.isEmpty() && !isVonages ? m_host : baseUrlOf(reports, u"https://api.nexmo.com"_s);
}

domain::ProviderCapabilities Vonage::capabilities() const
{
    domain::ProviderCapabilities can;
    can.channels = {domain::Channel::Sms};
    can.statusById = true;
    can.statusByList = true;
    can.inboundByList = true;
    can.canReconcile = true;
    can.reportsPrice = true;
    can.hasBalance = true;
    can.hasWebhook = !m_signatureSecret.isEmpty();
    return can;
}

domain::HttpRequest Vonage::sendRequest(const domain::SendRequest &message) const
{
    Form form{{u"api_key"_s, m_apiKey}};
    if (!m_signsRequests)
        form.emplaceBack(u"api_secret"_s, m_apiSecret);
    form.emplaceBack(u"from"_s, withoutPlus(message.sender.isEmpty() ? m_from : message.sender));
    form.emplaceBack(u"to"_s, withoutPlus(message.to));
    form.emplaceBack(u"text"_s, message.body);
    form.emplaceBack(u"type"_s, domain::isGsm7(message.body) ? u"text"_s : u"unicode"_s);
    form.emplaceBack(u"client-ref"_s, domain::referenceOfParts(message.reference, domain::segmentsOf(message.body)));
    if (message.validity) {
        const qint64 ms = std::clamp<qint64>(message.validity->count() * 1000, shortestLifeMs, longestLifeMs);
        form.emplaceBack(u"ttl"_s, QString::number(ms));
    }
    const QString callback = message.callbackUrl.isEmpty() ? m_webhookUrl : QString::fromUtf8(message.callbackUrl);
    if (!callback.isEmpty())
        form.emplaceBack(u"callback"_s, callback);
    domain::HttpRequest request;
    request.method = "POST"_ba;
    request.url = m_host + "/sms/json";
    request.headers = {{"Accept"_ba, "application/json"_ba},
                       {"Content-Type"_ba, "application/x-www-form-urlencoded"_ba}};
    request.body = formEncoded(form);
    return request;
}

void Vonage::sign(domain::HttpRequest &request, domain::Instant now) const
{
    if (!m_signsRequests || request.method != "POST")
        return;
    Form form = formDecoded(request.body);
    form.emplaceBack(u"timestamp"_s, QString::number(domain::toMillis(now) / 1000));
    form.emplaceBack(u"sig"_s, QString::fromLatin1(signature(form, m_signatureMethod, m_signatureSecret)));
    request.body = formEncoded(form);
}

domain::Outcome Vonage::outcome(const domain::SendRequest &, const HttpResponse &response) const
{
    if (auto unanswered = outcomeUnanswered(response))
        return *std::move(unanswered);
    const bool isGood = response.status >= 200 && response.status < 300;
    const QList<Part> parts = isGood ? partsFrom(response.body) : QList<Part>();
    const auto taken =
        std::ranges::find_if(parts, [](const Part &part) { return part.status == 0 && !part.id.isEmpty(); });
    if (taken != parts.end())
        return acceptedFrom(parts, *taken);
    if (response.reached != Reached::ResponseComplete)
        return domain::Unknown{response.error};
    if (isGood && parts.isEmpty())
        return domain::Unknown{u"HTTP %1 without a message in the answer"_s.arg(response.status)};
    if (isGood) {
        const Part &part = parts.first();
        if (part.status == 0)
            return domain::Unknown{u"accepted without an id"_s};
        return refusal(ruleForSend(part.status, part.text), QString::number(part.status), part.text, waitIn(part.text));
    }
    return refusal(ruleForHttpStatus(response.status, false), QString::number(response.status),
                   u"HTTP %1"_s.arg(response.status), retryAfter(response));
}

std::vector<domain::HttpRequest> Vonage::testRequests() const
{
    domain::HttpRequest request;
    request.url =
        m_host + "/account/get-balance?" + formEncoded({{u"api_key"_s, m_apiKey}, {u"api_secret"_s, m_apiSecret}});
    request.headers = {{"Accept"_ba, "application/json"_ba}};
    return {request};
}

domain::ConnectionReport Vonage::testReport(const std::vector<HttpResponse> &responses) const
{
    using Verdict = domain::ConnectionReport::Verdict;
    domain::ConnectionReport report;
    if (responses.size() != 1)
        return report;
    if (const auto unanswered = reportUnanswered(responses))
        return *unanswered;
    const HttpResponse &response = responses.front();
    const QJsonObject body = objectIn(response.body);
    if (const auto micros = microsFromJson(body.value("value"_L1)); response.status == 200 && micros) {
        report.verdict = Verdict::Works;
        report.balance = domain::Money{*micros, u"EUR"_s};
        return report;
    }
    const QString label = body.value("error-code-label"_L1).toString();
    report.providerWords = label.isEmpty() ? u"HTTP %1"_s.arg(response.status) : label;
    report.verdict =
        response.status == 401 || response.status == 403 ? Verdict::CredentialsRefused : Verdict::Unexpected;
    return report;
}

domain::Result<void> Vonage::verifyWebhook(const domain::WebhookRequest &request, domain::Instant now) const
{
    if (!isSigned(request, m_signatureMethod, m_signatureSecret, now))
        return domain::fail(ErrorCode::NotAllowed, u"the signature does not fit"_s);
    return {};
}

domain::Result<domain::WebhookEvents> Vonage::webhook(const domain::WebhookRequest &request, domain::Instant now) const
{
    const Form fields = fieldsOf(request);
    domain::WebhookEvents events;
    events.answer = "OK"_ba;
    if (const auto receipt = receiptFrom(fields))
        events.statuses.append(statusReport(*receipt));
    else if (const auto message = inboundFrom(fields, now))
        events.inbound.append(*message);
    else
        return domain::fail(ErrorCode::InvalidInput, u"neither a receipt nor a message"_s);
    return events;
}

} // namespace providers::vonage
