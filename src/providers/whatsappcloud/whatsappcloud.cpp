#include "providers/whatsappcloud/whatsappcloud.h"

#include "providers/baseurl.h"
#include "providers/encoding.h"
#include "providers/exchange.h"
#include "providers/whatsappcloud/codes.h"
#include "providers/whatsappcloud/templates.h"
#include "providers/whatsappcloud/webhook.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace providers::whatsappcloud {

using domain::ConnectionReport;
using domain::ErrorCode;
using domain::HttpResponse;
using domain::Reached;

namespace {

const QString defaultVersion = u"v25.0"_s;

ErrorBody errorOf(const HttpResponse &response)
{
    ErrorBody error = errorFrom(objectIn(response.body)["error"_L1].toObject());
    if (error.message.isEmpty())
        error.message = u"HTTP %1"_s.arg(response.status);
    return error;
}

/// When the account may send again, by the header that tells how much of its limits is used (minutes, the longest).
std::optional<domain::Millis> regainedAfter(const HttpResponse &response)
{
    if (const auto told = retryAfter(response))
        return told;
    qint64 minutes = 0;
    const QJsonObject usage = objectIn(response.header("X-Business-Use-Case-Usage"));
    for (const QJsonValue &business : usage)
        for (const QJsonValue &one : business.toArray())
            minutes = std::max(minutes, one["estimated_time_to_regain_access"_L1].toInteger());
    return minutes > 0 ? std::optional<domain::Millis>(std::chrono::minutes{minutes}) : std::nullopt;
}

tl::unexpected<domain::Error> notOffered()
{
    return domain::fail(ErrorCode::NotFound, u"WhatsApp tells of a message by webhook alone"_s);
}

constexpr const char *limitQuestion = "?fields=whatsapp_business_manager_messaging_limit";

/// "TIER_250", "TIER_2K", "TIER_UNLIMITED" (whatsapp_cloud.md, section 6); empty for what is none of these.
std::optional<int> peopleADay(const QString &tier)
{
    if (tier == u"TIER_UNLIMITED")
        return 0;
    static const QRegularExpression pattern(u"^TIER_([1-9][0-9]{0,5})(K?)\\z"_s);
    const auto match = pattern.match(tier);
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toInt() * (match.captured(2).isEmpty() ? 1 : 1000);
}

} // namespace

WhatsAppCloud::WhatsAppCloud(const domain::ProviderConfig &config)
{
    const auto setting = [&config](QLatin1String key) { return config.settings.value(key).toString(); };
    const QString version = setting("apiVersion"_L1);
    m_host = baseUrlOf(setting("baseUrl"_L1), u"https://graph.facebook.com"_s);
    m_api = m_host + '/' + (version.isEmpty() ? defaultVersion : version).toLatin1();
    m_phoneNumberId = setting("phoneNumberId"_L1);
    m_wabaId = setting("wabaId"_L1);
    m_accessToken = config.secrets.value(u"accessToken"_s).toUtf8();
    m_appSecret = config.secrets.value(u"appSecret"_s).toUtf8();
    m_verifyToken = config.secrets.value(u"verifyToken"_s);
}

domain::ProviderCapabilities WhatsAppCloud::capabilities() const
{
    domain::ProviderCapabilities can;
    can.channels = {domain::Channel::WhatsApp};
    can.hasWebhook = true;
    can.listsTemplates = true;
    can.needsWindow = true;
    return can;
}

domain::HttpRequest WhatsAppCloud::get(const QByteArray &url) const
{
    domain::HttpRequest request;
    request.url = url;
    request.headers.emplaceBack("Authorization"_ba, "Bearer " + m_accessToken);
    request.headers.emplaceBack("Accept"_ba, "application/json"_ba);
    return request;
}

domain::HttpRequest WhatsAppCloud::sendRequest(const domain::SendRequest &message) const
{
    QJsonObject body{{u"messaging_product"_s, u"whatsapp"_s}, {u"recipient_type"_s, u"individual"_s}};
    // Who hides the number is addressed by an id of Meta's (section 8), which is no number.
    if (message.to.startsWith(u'+'))
        body.insert(u"to"_s, message.to.sliced(1));
    else
        body.insert(u"recipient"_s, message.to);
    if (message.providerTemplate) {
        body.insert(u"type"_s, u"template"_s);
        body.insert(u"template"_s, templateObject(*message.providerTemplate));
    } else {
        body.insert(u"type"_s, u"text"_s);
        body.insert(u"text"_s, QJsonObject{{u"body"_s, message.body}, {u"preview_url"_s, false}});
    }
    body.insert(u"biz_opaque_callback_data"_s, message.reference);
    const QByteArray number = (message.sender.isEmpty() ? m_phoneNumberId : message.sender).toLatin1();
    domain::HttpRequest request = get(m_api + '/' + number + "/messages");
    request.method = "POST"_ba;
    request.headers.emplaceBack("Content-Type"_ba, "application/json"_ba);
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

domain::Outcome WhatsAppCloud::outcome(const domain::SendRequest &, const HttpResponse &response) const
{
    if (auto unanswered = outcomeUnanswered(response))
        return *std::move(unanswered);
    if (response.status >= 200 && response.status < 300) {
        // "message_status" may say that Meta holds it back for a look at its quality: it has it all the same.
        const QString id = objectIn(response.body)["messages"_L1][0]["id"_L1].toString();
        if (id.isEmpty())
            return domain::Unknown{u"HTTP %1 without a message in the answer"_s.arg(response.status)};
        return domain::Accepted{id, std::nullopt, std::nullopt, domain::MessageState::Accepted};
    }
    if (response.reached != Reached::ResponseComplete)
        return domain::Unknown{response.error};
    const ErrorBody error = errorOf(response);
    const ErrorRule rule = ruleForAnswer(error, response.status);
    const QString code = QString::number(error.code != 0 ? error.code : response.status);
    auto pause = regainedAfter(response);
    if (!pause)
        pause = pauseFor(error.code);
    // What has to wait for a day waits; five tries within the hour would be five more of what Meta wants to spare.
    if (rule.errorClass == ErrorClass::RetryLater && pause)
        return domain::Throttled{pause, domain::Scope::Message, code, error.words()};
    domain::Outcome refused = refusal(rule, code, error.words(), pause);
    if (auto *rejected = std::get_if<domain::Rejected>(&refused); rejected && error.code == marketingStopped)
        rejected->optedOutOf = domain::Category::Marketing;
    return refused;
}

domain::HttpRequest WhatsAppCloud::statusRequest(const QString &) const { return {}; }
domain::Result<domain::StatusReport> WhatsAppCloud::status(const HttpResponse &) const { return notOffered(); }
domain::HttpRequest WhatsAppCloud::listRequest(domain::Instant) const { return {}; }
domain::Result<domain::ListPage> WhatsAppCloud::listPage(const HttpResponse &, domain::Instant) const
{
    return notOffered();
}
domain::Instant WhatsAppCloud::doubtSince(const domain::Doubt &doubt) const { return doubt.startedAt; }
domain::HttpRequest WhatsAppCloud::doubtRequest(const domain::Doubt &) const { return {}; }
domain::Evidence WhatsAppCloud::evidence(const domain::Doubt &, const std::vector<HttpResponse> &,
                                         const QSet<QString> &) const
{
    return domain::Inconclusive{notOffered().value().detail};
}

std::vector<domain::HttpRequest> WhatsAppCloud::testRequests() const
{
    return {get(m_api + '/' + m_phoneNumberId.toLatin1() +
                "?fields=display_phone_number,verified_name,quality_rating,throughput,"
                "whatsapp_business_manager_messaging_limit"),
            get(m_api + '/' + m_wabaId.toLatin1() + "/message_templates?fields=name&limit=1")};
}

ConnectionReport WhatsAppCloud::testReport(const std::vector<HttpResponse> &responses) const
{
    using Verdict = ConnectionReport::Verdict;
    if (auto unanswered = reportUnanswered(responses))
        return *std::move(unanswered);
    ConnectionReport report;
    if (responses.size() != testRequests().size())
        return report;
    for (size_t i = 0; i < responses.size(); ++i) {
        const QJsonObject body = objectIn(responses[i].body);
        if (responses[i].status == 200 && (i == 0 ? body.contains("id"_L1) : body["data"_L1].isArray()))
            continue;
        const ErrorBody error = errorOf(responses[i]);
        report.providerWords = error.code != 0 ? u"%1: %2"_s.arg(error.code).arg(error.words()) : error.words();
        // An id that does not exist and one that the token may not see look alike (100, subcode 33).
        if (error.code == 100 || error.code == 33)
            report.verdict = Verdict::SenderRefused;
        else if (responses[i].status == 401 || responses[i].status == 403 ||
                 (error.code != 0 && ruleForAnswer(error, responses[i].status).errorClass == ErrorClass::Config))
            report.verdict = Verdict::CredentialsRefused;
        return report;
    }
    const QJsonObject number = objectIn(responses[0].body);
    QStringList words;
    for (const auto &[key, name] :
         {std::pair{"display_phone_number"_L1, "number"_L1}, std::pair{"verified_name"_L1, "name"_L1},
          std::pair{"quality_rating"_L1, "quality"_L1},
          std::pair{"whatsapp_business_manager_messaging_limit"_L1, "messaging limit"_L1}})
        if (const QString value = number[key].toString(); !value.isEmpty())
            words << u"%1 %2"_s.arg(name, value);
    if (const QString level = number["throughput"_L1]["level"_L1].toString(); !level.isEmpty())
        words << u"throughput "_s + level;
    report.providerWords = words.join(u", "_s);
    report.verdict = Verdict::Works;
    return report;
}

domain::Result<void> WhatsAppCloud::verifyWebhook(const domain::WebhookRequest &request, domain::Instant) const
{
    const bool isGenuine = request.method == "GET" ? handshakeMatches(request.url, m_verifyToken)
                                                   : signatureMatches(m_appSecret, request.body,
                                                                      headerIn(request.headers, "X-Hub-Signature-256"));
    if (!isGenuine)
        return domain::fail(ErrorCode::NotAllowed, u"the signature or the verify token is not Meta's"_s);
    return {};
}

domain::Result<domain::WebhookEvents> WhatsAppCloud::webhook(const domain::WebhookRequest &request,
                                                             domain::Instant now) const
{
    if (request.method == "GET") {
        domain::WebhookEvents events;
        events.answer = challengeOf(request.url);
        if (events.answer.isEmpty())
            return domain::fail(ErrorCode::InvalidInput, u"a handshake without a challenge"_s);
        return events;
    }
    auto events = eventsFrom(request.body, m_phoneNumberId, m_api, now);
    if (!events)
        return domain::fail(ErrorCode::InvalidInput, u"no webhook of WhatsApp's"_s);
    return *std::move(events);
}

domain::HttpRequest WhatsAppCloud::templatesRequest() const
{
    return get(m_api + '/' + m_wabaId.toLatin1() +
               "/message_templates?fields=id,name,language,status,category,parameter_format,rejected_reason,components"
               "&limit=100");
}

domain::Result<domain::TemplatePage> WhatsAppCloud::templatesPage(const HttpResponse &response) const
{
    if (response.reached != Reached::ResponseComplete)
        return domain::fail(ErrorCode::Network, response.error);
    const QJsonObject body = objectIn(response.body);
    domain::TemplatePage page;
    if (response.url.contains(limitQuestion)) { // the last one: where it is not answered the templates count all the same
        page.peopleADay = peopleADay(body["whatsapp_business_manager_messaging_limit"_L1].toString());
        return page;
    }
    if (response.status != 200 || !body["data"_L1].isArray()) {
        const ErrorBody error = errorOf(response);
        return domain::fail(ErrorCode::Provider,
                            u"HTTP %1, code %2: %3"_s.arg(response.status).arg(error.code).arg(error.words()));
    }
    for (const QJsonValue &one : body["data"_L1].toArray())
        if (auto known = templateFrom(one.toObject()))
            page.templates.append(*std::move(known));
    const QJsonObject paging = body["paging"_L1].toObject();
    const QString after = paging["cursors"_L1]["after"_L1].toString();
    // The cursor alone is followed: 'next' is a whole address with the token in it.
    if (!after.isEmpty() && paging.contains("next"_L1)) {
        page.next = templatesRequest();
        page.next->url += "&after=" + after.toUtf8().toPercentEncoding();
    } else {
        page.next = get(m_api + '/' + m_phoneNumberId.toLatin1() + limitQuestion);
    }
    return page;
}

} // namespace providers::whatsappcloud
