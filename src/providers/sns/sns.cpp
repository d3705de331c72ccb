#include "providers/sns/sns.h"

#include "providers/baseurl.h"
#include "providers/exchange.h"
#include "providers/sns/answer.h"
#include "providers/sns/codes.h"
#include "providers/sns/firehose.h"

using namespace Qt::StringLiterals;

namespace providers::sns {

using domain::ConnectionReport;
using domain::ErrorCode;
using domain::HttpResponse;
using domain::Reached;

namespace {

const QString version = u"2010-03-31"_s;

QString defaultUrl(const QString &region)
{
    return u"https://sns.%1.amazonaws.com%2"_s.arg(region, region.startsWith("cn-"_L1) ? u".cn"_s : u""_s);
}

/// A refusal for the signature's time says that it is our clock, which a person can put right.
QString withClock(const QString &message)
{
    const auto behind = clockBehind(message);
    if (!behind)
        return message;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(*behind).count();
    return u"this computer's clock is %1 s %2: %3"_s.arg(std::abs(seconds))
        .arg(seconds > 0 ? u"behind"_s : u"ahead"_s, message);
}

/// Anything but a whole answer with status 200.
std::optional<domain::Error> troubleOf(const HttpResponse &response)
{
    if (response.reached != Reached::ResponseComplete)
        return domain::Error{ErrorCode::Network, response.error, {}};
    if (response.status == 200)
        return std::nullopt;
    const ErrorBody error = errorFrom(response);
    return domain::Error{
        ErrorCode::Provider, u"HTTP %1, %2: %3"_s.arg(response.status).arg(error.code, withClock(error.message)), {}};
}

tl::unexpected<domain::Error> notOffered()
{
    return domain::fail(ErrorCode::NotFound, u"Amazon SNS keeps no list of messages"_s);
}

} // namespace

Sns::Sns(const domain::ProviderConfig &config)
{
    const auto setting = [&config](QLatin1String key) { return config.settings.value(key).toString(); };
    const QString region = setting("region"_L1);
    m_url = baseUrlOf(setting("baseUrl"_L1), defaultUrl(region)) + '/';
    m_scope = {region.toLatin1(), "sns"_ba};
    m_credentials = {setting("accessKeyId"_L1).toLatin1(), config.secrets.value(u"secretAccessKey"_s).toUtf8()};
    m_firehoseKey = config.secrets.value(u"firehoseKey"_s).toUtf8();
    m_sessionToken = config.secrets.value(u"sessionToken"_s).toLatin1();
    m_senderId = setting("senderId"_L1);
    m_originationNumber = setting("originationNumber"_L1);
    m_maxPrice = setting("maxPrice"_L1);
    m_entityId = setting("entityId"_L1);
    m_templateId = setting("templateId"_L1);
}

domain::ProviderCapabilities Sns::capabilities() const
{
    domain::ProviderCapabilities can;
    can.channels = {domain::Channel::Sms};
    can.listsOptOuts = true;
    can.hasWebhook = !m_firehoseKey.isEmpty();
    can.reportsPrice = can.hasWebhook;
    return can;
}

domain::HttpRequest Sns::ask(const QString &action, const Form &parameters) const
{
    domain::HttpRequest request;
    request.method = "POST"_ba;
    request.url = m_url;
    request.headers.emplaceBack("Content-Type"_ba, "application/x-www-form-urlencoded; charset=utf-8"_ba);
    request.body = formEncoded(Form{{u"Action"_s, action}, {u"Version"_s, version}} + parameters);
    return request;
}

void Sns::sign(domain::HttpRequest &request, domain::Instant now) const
{
    request.headers.removeIf([](const auto &header) {
        return header.first == "X-Amz-Date" || header.first == "X-Amz-Security-Token" ||
               header.first == "Authorization";
    });
    request.headers.emplaceBack("X-Amz-Date"_ba, sigv4::timeStamp(now));
    if (!m_sessionToken.isEmpty())
        request.headers.emplaceBack("X-Amz-Security-Token"_ba, m_sessionToken);
    domain::HttpHeaders signedHeaders = request.headers;
    signedHeaders.emplaceBack("Host"_ba, sigv4::hostOf(request.url));
    request.headers.emplaceBack("Authorization"_ba,
                                sigv4::authorization(request.method, sigv4::targetOf(request.url), signedHeaders,
                                                     request.body, m_credentials, m_scope));
}

domain::HttpRequest Sns::sendRequest(const domain::SendRequest &message) const
{
    Form form{{u"PhoneNumber"_s, message.to}, {u"Message"_s, message.body}};
    int entries = 0;
    const auto addAttribute = [&](const QString &name, const QString &type, const QString &value) {
        if (value.isEmpty())
            return;
        const QString entry = u"MessageAttributes.entry.%1."_s.arg(++entries);
        form.emplaceBack(entry + u"Name"_s, name);
        form.emplaceBack(entry + u"Value.DataType"_s, type);
        form.emplaceBack(entry + u"Value.StringValue"_s, value);
    };
    const QString text = u"String"_s;
    const bool isNumber = isOriginationNumber(message.sender);
    const bool isDefault = message.sender.isEmpty();
    addAttribute(u"AWS.SNS.SMS.SenderID"_s, text, isDefault ? m_senderId : isNumber ? QString() : message.sender);
    addAttribute(u"AWS.SNS.SMS.SMSType"_s, text,
                 message.category == domain::Category::Marketing ? u"Promotional"_s : u"Transactional"_s);
    addAttribute(u"AWS.SNS.SMS.MaxPrice"_s, u"Number"_s, m_maxPrice);
    addAttribute(u"AWS.MM.SMS.OriginationNumber"_s, text,
                 isDefault  ? m_originationNumber
                 : isNumber ? message.sender
                            : QString());
    addAttribute(u"AWS.MM.SMS.EntityId"_s, text, m_entityId);
    addAttribute(u"AWS.MM.SMS.TemplateId"_s, text, m_templateId);
    return ask(u"Publish"_s, form);
}

domain::Outcome Sns::outcome(const domain::SendRequest &, const HttpResponse &response) const
{
    if (auto unanswered = outcomeUnanswered(response))
        return *std::move(unanswered);
    if (response.status >= 200 && response.status < 300) {
        const auto answer = answerFrom(response.body);
        const QString id = answer ? answer->text(u"MessageId") : QString();
        if (id.isEmpty())
            return domain::Unknown{u"HTTP %1 without a message in the answer"_s.arg(response.status)};
        return domain::Accepted{id, std::nullopt, std::nullopt, domain::MessageState::Accepted};
    }
    if (response.reached != Reached::ResponseComplete)
        return domain::Unknown{response.error};
    const ErrorBody error = errorFrom(response);
    return refusal(ruleForAnswer(error.code, error.message, response.status),
                   error.code.isEmpty() ? QString::number(response.status) : error.code, withClock(error.message),
                   retryAfter(response));
}

domain::HttpRequest Sns::statusRequest(const QString &) const { return {}; }
domain::Result<domain::StatusReport> Sns::status(const HttpResponse &) const { return notOffered(); }
domain::HttpRequest Sns::listRequest(domain::Instant) const { return {}; }
domain::Result<domain::ListPage> Sns::listPage(const HttpResponse &, domain::Instant) const { return notOffered(); }
domain::Instant Sns::doubtSince(const domain::Doubt &doubt) const { return doubt.startedAt; }
domain::HttpRequest Sns::doubtRequest(const domain::Doubt &) const { return {}; }
domain::Evidence Sns::evidence(const domain::Doubt &, const std::vector<HttpResponse> &, const QSet<QString> &) const
{
    return domain::Inconclusive{notOffered().value().detail};
}

std::vector<domain::HttpRequest> Sns::testRequests() const
{
    return {ask(u"GetSMSAttributes"_s), ask(u"ListPhoneNumbersOptedOut"_s)};
}

ConnectionReport Sns::testReport(const std::vector<HttpResponse> &responses) const
{
    using Verdict = ConnectionReport::Verdict;
    if (auto unanswered = reportUnanswered(responses))
        return *std::move(unanswered);
    ConnectionReport report;
    if (responses.size() != testRequests().size())
        return report;
    for (const HttpResponse &response : responses) {
        const auto answer = response.status == 200 ? answerFrom(response.body) : std::nullopt;
        if (answer && answer->root.endsWith("Response"_L1)) {
            if (const QString limit = answer->entry(u"MonthlySpendLimit"); !limit.isEmpty())
                report.providerWords = u"monthly spend limit %1 USD"_s.arg(limit);
            continue;
        }
        const ErrorBody error = errorFrom(response);
        report.providerWords = error.code.isEmpty() ? error.message : error.code + u": "_s + withClock(error.message);
        report.verdict =
            response.status == 401 || response.status == 403 ||
                    (response.status >= 400 && response.status < 500 && !error.code.isEmpty() &&
                     ruleForAnswer(error.code, error.message, response.status).errorClass == ErrorClass::Config)
                ? Verdict::CredentialsRefused
                : Verdict::Unexpected;
        return report;
    }
    report.verdict = Verdict::Works;
    return report;
}

domain::HttpRequest Sns::optOutsRequest() const { return ask(u"ListPhoneNumbersOptedOut"_s); }

domain::Result<domain::OptOutPage> Sns::optOutsPage(const HttpResponse &response) const
{
    if (auto trouble = troubleOf(response))
        return tl::unexpected(*trouble);
    const auto answer = answerFrom(response.body);
    if (!answer || answer->root != u"ListPhoneNumbersOptedOutResponse")
        return domain::fail(ErrorCode::Provider, u"the answer is no list of opt-outs"_s);
    domain::OptOutPage page;
    for (const QString &number : answer->allTexts(u"member"))
        page.addresses.append(number.startsWith(u'+') ? number : u'+' + number);
    if (const QString next = answer->text(u"nextToken"); !next.isEmpty())
        page.next = ask(u"ListPhoneNumbersOptedOut"_s, {{u"nextToken"_s, next}});
    return page;
}

domain::Result<void> Sns::verifyWebhook(const domain::WebhookRequest &request, domain::Instant) const
{
    if (!accessKeyMatches(m_firehoseKey, request.headers))
        return domain::fail(ErrorCode::NotAllowed, u"the access key is not this stream's"_s);
    return {};
}

domain::Result<domain::WebhookEvents> Sns::webhook(const domain::WebhookRequest &request, domain::Instant now) const
{
    auto events = eventsFromFirehose(request.body, now);
    if (!events)
        return domain::fail(ErrorCode::InvalidInput, u"no delivery of Firehose's"_s);
    return *std::move(events);
}

} // namespace providers::sns
