#include "providers/messagebird/messagebird.h"

#include "providers/baseurl.h"
#include "providers/exchange.h"
#include "providers/messagebird/codes.h"
#include "providers/messagebird/record.h"
#include "providers/messagebird/signature.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::messagebird {

using domain::ErrorCode;
using domain::HttpResponse;
using domain::Reached;

namespace {

constexpr qint64 pageSize = 100;
/// MessageBird's clock and ours may differ by this much.
constexpr std::chrono::minutes clockTolerance{2};
/// How far back before an attempt its record is looked for: our clock may be wrong.
constexpr std::chrono::hours doubtHorizon{1};

ErrorBody errorFrom(const HttpResponse &response)
{
    const QJsonObject first = objectIn(response.body).value("errors"_L1).toArray().first().toObject();
    ErrorBody error{first.value("code"_L1).toInt(), first.value("description"_L1).toString(),
                    first.value("parameter"_L1).toString()};
    if (error.description.isEmpty())
        error.description = u"HTTP %1"_s.arg(response.status);
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
                         u"HTTP %1, code %2: %3"_s.arg(response.status).arg(error.code).arg(error.description),
                         {}};
}

struct Page
{
    QList<Record> records;
    qint64 nextOffset = 0; ///< 0 where this is the last page

    /// Every record is older than `since` by more than the tolerance, so nothing newer can follow.
    [[nodiscard]] bool isAllBefore(domain::Instant since) const
    {
        return !records.isEmpty() && std::ranges::all_of(records, [since](const Record &record) {
            return record.created && *record.created < since - clockTolerance;
        });
    }
};

/// Empty where the body is no list of messages.
std::optional<Page> pageFrom(const QByteArray &body)
{
    const QJsonObject object = objectIn(body);
    if (!object.value("items"_L1).isArray())
        return std::nullopt;
    const QJsonArray items = object.value("items"_L1).toArray();
    Page page;
    page.records.reserve(items.size());
    for (const QJsonValueConstRef item : items)
        if (auto record = recordFrom(item.toObject()))
            page.records.append(*std::move(record));
    const qint64 next = object.value("offset"_L1).toInteger() + items.size();
    if (!items.isEmpty() && next < object.value("totalCount"_L1).toInteger())
        page.nextOffset = next;
    return page;
}

/// "euros" → "EUR". Empty for credits, which are no money.
QString currencyOf(const QString &type)
{
    if (type == "euros"_L1)
        return u"EUR"_s;
    if (type == "pounds"_L1)
        return u"GBP"_s;
    if (type == "dollars"_L1)
        return u"USD"_s;
    return type.size() == 3 ? type.toUpper() : QString();
}

} // namespace

MessageBird::MessageBird(const domain::ProviderConfig &config)
    : m_host(baseUrlOf(config.settings.value("baseUrl"_L1).toString(), u"https://rest.messagebird.com"_s)),
      m_authorization("AccessKey " + config.secrets.value(u"accessKey"_s).toUtf8()),
      m_signingKey(config.secrets.value(u"signingKey"_s).toUtf8()), m_from(config.settings.value("from"_L1).toString()),
      m_webhookUrl(config.settings.value("webhookUrl"_L1).toString())
{}

domain::ProviderCapabilities MessageBird::capabilities() const
{
    domain::ProviderCapabilities can;
    can.channels = {domain::Channel::Sms};
    can.statusById = true;
    can.statusByList = true;
    can.inboundByList = true;
    can.canReconcile = true;
    can.reportsPrice = true;
    can.hasBalance = true;
    can.hasWebhook = !m_signingKey.isEmpty();
    return can;
}

domain::HttpRequest MessageBird::get(const QByteArray &path) const
{
    domain::HttpRequest request;
    request.url = m_host + path;
    request.headers = {{"Accept"_ba, "application/json"_ba}, {"Authorization"_ba, m_authorization}};
    return request;
}

domain::HttpRequest MessageBird::page(qint64 offset) const
{
    return get("/messages?limit=" + QByteArray::number(pageSize) + "&offset=" + QByteArray::number(offset));
}

domain::HttpRequest MessageBird::sendRequest(const domain::SendRequest &message) const
{
    QJsonObject body{{u"originator"_s, withoutPlus(message.sender.isEmpty() ? m_from : message.sender)},
                     {u"recipients"_s, QJsonArray{withoutPlus(message.to)}},
                     {u"body"_s, message.body},
                     {u"datacoding"_s, u"auto"_s},
                     {u"reference"_s, message.reference}};
    if (message.validity)
        body.insert(u"validity"_s, qint64{message.validity->count()});
    const QString callback = message.callbackUrl.isEmpty() ? m_webhookUrl : QString::fromUtf8(message.callbackUrl);
    if (!callback.isEmpty())
        body.insert(u"reportUrl"_s, callback);
    domain::HttpRequest request = get("/messages");
    request.method = "POST"_ba;
    request.headers.emplaceBack("Content-Type"_ba, "application/json"_ba);
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

domain::Outcome MessageBird::outcome(const domain::SendRequest &, const HttpResponse &response) const
{
    if (auto unanswered = outcomeUnanswered(response))
        return *std::move(unanswered);
    if (response.status >= 200 && response.status < 300) {
        const auto record = recordFrom(objectIn(response.body));
        if (!record)
            return domain::Unknown{u"HTTP %1 without a message in the answer"_s.arg(response.status)};
        domain::Accepted accepted{record->id, record->segments, record->price};
        // A failure needs its reason, which the message's status brings.
        if (const auto state = stateFrom(*record);
            state == domain::MessageState::Sent || state == domain::MessageState::Delivered)
            accepted.state = state;
        return accepted;
    }
    if (response.reached != Reached::ResponseComplete)
        return domain::Unknown{response.error};
    const ErrorBody error = errorFrom(response);
    return refusal(ruleForAnswer(error, response.status),
                   QString::number(error.code != 0 ? error.code : response.status), error.description,
                   retryAfter(response));
}

domain::HttpRequest MessageBird::statusRequest(const QString &providerMessageId) const
{
    return get("/messages/" + QUrl::toPercentEncoding(providerMessageId));
}

domain::Result<domain::StatusReport> MessageBird::status(const HttpResponse &response) const
{
    if (auto trouble = troubleOf(response))
        return tl::unexpected(*trouble);
    const auto record = recordFrom(objectIn(response.body));
    if (!record)
        return domain::fail(ErrorCode::Provider, u"the answer is no message"_s);
    return statusReport(*record);
}

domain::HttpRequest MessageBird::listRequest(domain::Instant) const { return page(0); }

domain::Result<domain::ListPage> MessageBird::listPage(const HttpResponse &response, domain::Instant since) const
{
    if (auto trouble = troubleOf(response))
        return tl::unexpected(*trouble);
    const auto found = pageFrom(response.body);
    if (!found)
        return domain::fail(ErrorCode::Provider, u"the answer is no message list"_s);
    domain::ListPage list;
    for (const Record &record : found->records) {
        if (record.isInbound())
            list.inbound.append(inboundMessage(record));
        else
            list.statuses.append(statusReport(record));
    }
    // Counted on by ourselves: the links may name another host, and the key would go with them.
    if (found->nextOffset > 0 && !found->isAllBefore(since))
        list.next = page(found->nextOffset);
    return list;
}

domain::Instant MessageBird::doubtSince(const domain::Doubt &doubt) const { return doubt.startedAt - doubtHorizon; }

domain::HttpRequest MessageBird::doubtRequest(const domain::Doubt &) const { return page(0); }

domain::Evidence MessageBird::evidence(const domain::Doubt &doubt, const std::vector<HttpResponse> &pages,
                                       const QSet<QString> &) const
{
    bool isComplete = false;
    for (const HttpResponse &response : pages) {
        if (const auto trouble = troubleOf(response))
            return domain::Inconclusive{trouble->detail};
        const auto page = pageFrom(response.body);
        if (!page)
            return domain::Inconclusive{u"the answer is no message list"_s};
        for (const Record &record : page->records)
            if (!record.isInbound() && !doubt.reference.isEmpty() && record.reference == doubt.reference)
                return domain::Found{statusReport(record)};
        isComplete = page->nextOffset == 0 || page->isAllBefore(doubtSince(doubt));
    }
    if (!isComplete)
        return domain::Inconclusive{u"the list was not read to its end"_s};
    return domain::Absent{};
}

std::vector<domain::HttpRequest> MessageBird::testRequests() const { return {get("/balance")}; }

domain::ConnectionReport MessageBird::testReport(const std::vector<HttpResponse> &responses) const
{
    using Verdict = domain::ConnectionReport::Verdict;
    domain::ConnectionReport report;
    if (responses.size() != 1)
        return report;
    if (const auto unanswered = reportUnanswered(responses))
        return *unanswered;
    const HttpResponse &response = responses.front();
    const QJsonObject body = objectIn(response.body);
    if (response.status == 200 && body.contains("amount"_L1)) {
        report.verdict = Verdict::Works;
        const auto micros = microsFromJson(body.value("amount"_L1));
        const QString type = body.value("type"_L1).toString();
        if (const QString currency = currencyOf(type); micros && !currency.isEmpty())
            report.balance = domain::Money{*micros, currency};
        else
            report.providerWords = textOf(body.value("amount"_L1)) + u' ' + type;
        return report;
    }
    const ErrorBody error = errorFrom(response);
    report.providerWords = error.code != 0 ? u"%1: %2"_s.arg(error.code).arg(error.description) : error.description;
    report.verdict =
        response.status == 401 || response.status == 403 ? Verdict::CredentialsRefused : Verdict::Unexpected;
    return report;
}

domain::Result<void> MessageBird::verifyWebhook(const domain::WebhookRequest &request, domain::Instant now) const
{
    if (!isSigned(request, m_signingKey, now))
        return domain::fail(ErrorCode::NotAllowed, u"the signature does not fit"_s);
    return {};
}

domain::Result<domain::WebhookEvents> MessageBird::webhook(const domain::WebhookRequest &request,
                                                           domain::Instant now) const
{
    const Form fields = fieldsOf(request);
    domain::WebhookEvents events;
    events.answer = "OK"_ba;
    if (const auto record = recordFrom(fields))
        events.statuses.append(statusReport(*record));
    else if (const auto message = inboundFrom(fields, now))
        events.inbound.append(*message);
    else
        return domain::fail(ErrorCode::InvalidInput, u"neither a status nor a message"_s);
    return events;
}

} // namespace providers::messagebird
