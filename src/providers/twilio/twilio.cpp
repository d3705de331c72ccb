#include "providers/twilio/twilio.h"

#include "providers/baseurl.h"
#include "providers/encoding.h"
#include "providers/exchange.h"
#include "providers/twilio/codes.h"
#include "providers/twilio/doubt.h"
#include "providers/twilio/record.h"
#include "providers/twilio/webhook.h"

#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace providers::twilio {

using domain::ConnectionReport;
using domain::ErrorCode;
using domain::HttpResponse;
using domain::Reached;

namespace {

constexpr qint64 shortestValiditySeconds = 1;
constexpr qint64 longestValiditySeconds = 36'000;
constexpr auto whatsApp = "whatsapp:"_L1;

struct ErrorBody
{
    int code = 0; ///< 0 where the body is none of Twilio's
    QString message;
};

ErrorBody errorFrom(const HttpResponse &response)
{
    const QJsonObject body = objectIn(response.body);
    ErrorBody error{body.value("code"_L1).toInt(), body.value("message"_L1).toString()};
    if (error.message.isEmpty())
        error.message = u"HTTP %1"_s.arg(response.status);
    return error;
}

/// Anything but a whole answer with status 200.
std::optional<domain::Error> troubleOf(const HttpResponse &response)
{
    if (response.reached != Reached::ResponseComplete)
        return domain::Error{ErrorCode::Network, response.error, {}};
    if (response.status == 200)
        return std::nullopt;
    const ErrorBody error = errorFrom(response);
    return domain::Error{response.status == 404 ? ErrorCode::NotFound : ErrorCode::Provider,
                         u"HTTP %1, code %2: %3"_s.arg(response.status).arg(error.code).arg(error.message),
                         {}};
}

/// {"1": …, "2": …} or by the names the template gives them.
QString contentVariables(const domain::TemplateUse &use)
{
    QJsonObject variables;
    const QStringList values = use.headerParameters + use.bodyParameters + use.buttonParameters;
    const QStringList names = use.headerNames + use.bodyNames;
    for (qsizetype i = 0; i < values.size(); ++i)
        variables.insert(i < names.size() ? names[i] : QString::number(i + 1), values[i]);
    return QString::fromUtf8(QJsonDocument(variables).toJson(QJsonDocument::Compact));
}

} // namespace

Twilio::Twilio(const domain::ProviderConfig &config)
    : m_host(baseUrlOf(config.settings.value("baseUrl"_L1).toString(), u"https://api.twilio.com"_s)),
      m_from(config.settings.value("from"_L1).toString()),
      m_messagingServiceSid(config.settings.value("messagingServiceSid"_L1).toString()),
      m_whatsAppFrom(config.settings.value("whatsAppFrom"_L1).toString())
{
    m_webhookUrl = config.settings.value("webhookUrl"_L1).toString();
    m_authToken = config.secrets.value(u"authToken"_s);
    const QString account = config.settings.value("accountSid"_L1).toString();
    const QString key = config.settings.value("apiKeySid"_L1).toString();
    m_account = m_host + "/2010-04-01/Accounts/" + account.toUtf8();
    m_basicAuth = key.isEmpty() ? (account + u':' + m_authToken).toUtf8()
                                : (key + u':' + config.secrets.value(u"apiKeySecret"_s)).toUtf8();
}

domain::ProviderCapabilities Twilio::capabilities() const
{
    domain::ProviderCapabilities can;
    if (!m_from.isEmpty() || !m_messagingServiceSid.isEmpty())
        can.channels << domain::Channel::Sms;
    if (!m_whatsAppFrom.isEmpty()) {
        can.channels << domain::Channel::WhatsApp;
        can.needsWindow = true;
    }
    can.statusById = true;
    can.statusByList = true;
    can.inboundByList = true;
    can.canReconcile = true;
    can.reportsPrice = true;
    can.hasBalance = true;
    can.hasWebhook = !m_authToken.isEmpty(); // an API key's secret signs nothing
    return can;
}

domain::HttpRequest Twilio::get(const QByteArray &url) const
{
    domain::HttpRequest request;
    request.url = url;
    request.basicAuth = m_basicAuth;
    request.headers.emplaceBack("Accept"_ba, "application/json"_ba);
    return request;
}

domain::HttpRequest Twilio::sendRequest(const domain::SendRequest &message) const
{
    const bool isWhatsApp = message.channel == domain::Channel::WhatsApp;
    const QString prefix = isWhatsApp ? QString(whatsApp) : QString();
    Form form{{u"To"_s, prefix + message.to}};
    if (message.sender.startsWith("MG"_L1)) {
        form.emplaceBack(u"MessagingServiceSid"_s, message.sender);
    } else if (!message.sender.isEmpty()) {
        form.emplaceBack(u"From"_s, message.sender.startsWith(whatsApp) ? message.sender : prefix + message.sender);
    } else if (isWhatsApp) {
        form.emplaceBack(u"From"_s, prefix + m_whatsAppFrom);
    } else {
        if (!m_messagingServiceSid.isEmpty())
            form.emplaceBack(u"MessagingServiceSid"_s, m_messagingServiceSid);
        if (!m_from.isEmpty())
            form.emplaceBack(u"From"_s, m_from);
    }
    // What WhatsApp has approved goes by its id and its variables; the text is only what it reads like.
    if (message.providerTemplate) {
        form.emplaceBack(u"ContentSid"_s, message.providerTemplate->name);
        form.emplaceBack(u"ContentVariables"_s, contentVariables(*message.providerTemplate));
    } else {
        form.emplaceBack(u"Body"_s, message.body);
    }
    if (message.validity) {
        const qint64 seconds =
            std::clamp<qint64>(message.validity->count(), shortestValiditySeconds, longestValiditySeconds);
        form.emplaceBack(u"ValidityPeriod"_s, QString::number(seconds));
    }
    // Our reference stands in its query: that is all Twilio echoes.
    const QString callback = message.callbackUrl.isEmpty() ? m_webhookUrl : QString::fromUtf8(message.callbackUrl);
    if (!callback.isEmpty())
        form.emplaceBack(u"StatusCallback"_s, callback + u"?ref="_s + message.reference);
    domain::HttpRequest request = get(m_account + "/Messages.json");
    request.method = "POST"_ba;
    request.headers.emplaceBack("Content-Type"_ba, "application/x-www-form-urlencoded"_ba);
    request.body = formEncoded(form);
    return request;
}

domain::Outcome Twilio::outcome(const domain::SendRequest &, const HttpResponse &response) const
{
    if (auto unanswered = outcomeUnanswered(response))
        return *std::move(unanswered);
    if (response.status >= 200 && response.status < 300) {
        auto accepted = acceptedFrom(objectIn(response.body));
        if (!accepted)
            return domain::Unknown{u"HTTP %1 without a message in the answer"_s.arg(response.status)};
        return *std::move(accepted);
    }
    if (response.reached != Reached::ResponseComplete)
        return domain::Unknown{response.error};
    const ErrorBody error = errorFrom(response);
    return refusal(ruleForAnswer(error.code, response.status),
                   QString::number(error.code != 0 ? error.code : response.status), error.message,
                   retryAfter(response));
}

domain::HttpRequest Twilio::statusRequest(const QString &providerMessageId) const
{
    return get(m_account + "/Messages/" + QUrl::toPercentEncoding(providerMessageId) + ".json");
}

domain::Result<domain::StatusReport> Twilio::status(const HttpResponse &response) const
{
    if (auto trouble = troubleOf(response))
        return tl::unexpected(*trouble);
    const auto record = recordFrom(objectIn(response.body));
    if (!record)
        return domain::fail(ErrorCode::Provider, u"the answer is no message"_s);
    return statusReport(*record);
}

domain::HttpRequest Twilio::listRequest(domain::Instant) const
{
    return get(m_account + "/Messages.json?PageSize=1000");
}

domain::Result<domain::ListPage> Twilio::listPage(const HttpResponse &response, domain::Instant since) const
{
    if (auto trouble = troubleOf(response))
        return tl::unexpected(*trouble);
    const auto page = recordPageFrom(response.body);
    if (!page)
        return domain::fail(ErrorCode::Provider, u"the answer is no message list"_s);
    domain::ListPage list;
    for (const Record &record : page->records) {
        if (record.isInbound())
            list.inbound.append(inboundMessage(record));
        else
            list.statuses.append(statusReport(record));
    }
    if (page->next.isEmpty() || page->isAllBefore(since))
        return list;
    // Followed as it stands, but never to another host: the credentials go with it.
    if (page->next.startsWith('/'))
        list.next = get(m_host + page->next);
    else if (page->next.startsWith(m_host + '/'))
        list.next = get(page->next);
    else
        return domain::fail(ErrorCode::Provider, u"the next page lies on another host"_s);
    return list;
}

domain::Instant Twilio::doubtSince(const domain::Doubt &doubt) const { return doubt.startedAt - doubtHorizon; }

domain::HttpRequest Twilio::doubtRequest(const domain::Doubt &doubt) const
{
    return get(m_account + "/Messages.json?To=" +
               QUrl::toPercentEncoding((doubt.channel == domain::Channel::WhatsApp ? QString(whatsApp) : QString()) +
                                       doubt.to) +
               "&PageSize=200");
}

domain::Evidence Twilio::evidence(const domain::Doubt &doubt, const std::vector<HttpResponse> &pages,
                                  const QSet<QString> &boundIds) const
{
    std::vector<RecordPage> read;
    for (const HttpResponse &response : pages) {
        if (const auto trouble = troubleOf(response))
            return domain::Inconclusive{trouble->detail};
        auto page = recordPageFrom(response.body);
        if (!page)
            return domain::Inconclusive{u"the answer is no message list"_s};
        read.push_back(*std::move(page));
    }
    if (doubt.channel == domain::Channel::WhatsApp)
        return evidenceIn(read, doubt, {m_whatsAppFrom, {}}, boundIds);
    return evidenceIn(read, doubt, {m_from, m_messagingServiceSid}, boundIds);
}

std::vector<domain::HttpRequest> Twilio::testRequests() const
{
    return {get(m_account + ".json"), get(m_account + "/Balance.json")};
}

ConnectionReport Twilio::testReport(const std::vector<HttpResponse> &responses) const
{
    using Verdict = ConnectionReport::Verdict;
    ConnectionReport report;
    if (responses.size() != testRequests().size())
        return report;
    const HttpResponse &account = responses[0];
    const HttpResponse &balance = responses[1];
    if (const auto unanswered = reportUnanswered(responses))
        return *unanswered;
    const QJsonObject accountBody = objectIn(account.body);
    const bool accountKnown = account.status == 200 && accountBody.contains("sid"_L1);
    if (balance.status == 200) {
        const QJsonObject body = objectIn(balance.body);
        if (const auto micros = microsFromDecimal(body.value("balance"_L1).toString()))
            report.balance = domain::Money{*micros, body.value("currency"_L1).toString().toUpper()};
    }
    const QString state = accountBody.value("status"_L1).toString();
    if (accountKnown && !state.isEmpty() && state != "active"_L1) {
        report.verdict = Verdict::Unexpected;
        report.providerWords = u"account status: "_s + state;
        return report;
    }
    // An API key of the standard kind may not read the account, a sub-account has no balance: one 'yes' is enough.
    if (accountKnown || report.balance) {
        report.verdict = Verdict::Works;
        return report;
    }
    const ErrorBody error = errorFrom(account);
    report.providerWords = error.code != 0 ? u"%1: %2"_s.arg(error.code).arg(error.message) : error.message;
    report.verdict = account.status == 401 || account.status == 403 || error.code == 20404 ? Verdict::CredentialsRefused
                                                                                           : Verdict::Unexpected;
    return report;
}

domain::Result<void> Twilio::verifyWebhook(const domain::WebhookRequest &request, domain::Instant) const
{
    const Form form = carriesForm(request) ? formDecoded(request.body) : Form();
    if (!signatureMatches(m_authToken, QString::fromUtf8(request.url), form, request.body,
                          headerIn(request.headers, "X-Twilio-Signature")))
        return domain::fail(ErrorCode::NotAllowed, u"the signature does not fit"_s);
    return {};
}

domain::Result<domain::WebhookEvents> Twilio::webhook(const domain::WebhookRequest &request, domain::Instant now) const
{
    const QString reference = value(formDecoded(queryIn(request.url)), u"ref");
    const auto event = eventFromForm(fieldsOf(request), reference, now);
    if (!event)
        return domain::fail(ErrorCode::InvalidInput, u"neither a status nor a message"_s);
    domain::WebhookEvents events;
    if (const auto *report = std::get_if<domain::StatusReport>(&*event)) {
        events.statuses.append(*report);
        events.answerStatus = 204;
        return events;
    }
    events.inbound.append(std::get<domain::InboundMessage>(*event));
    events.answerType = "text/xml"_ba; // anything else would be taken for a text to reply with
    events.answer = "<Response/>"_ba;
    return events;
}

} // namespace providers::twilio
