#include "providers/bird/bird.h"

#include "providers/baseurl.h"
#include "providers/bird/codes.h"
#include "providers/bird/record.h"
#include "providers/exchange.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace providers::bird {

using domain::ErrorCode;
using domain::HttpResponse;
using domain::Reached;

namespace {

/// How far back before an attempt its record is looked for: our clock may be wrong, and one recipient has few.
constexpr std::chrono::hours doubtHorizon{24};

/// "bk_eu1_…" lives at eu1.
QString hostOfKey(const QString &apiKey) { return u"https://%1.platform.bird.com"_s.arg(apiKey.section(u'_', 1, 1)); }

QString wordFor(domain::Category category)
{
    switch (category) {
    case domain::Category::Authentication:
        return u"authentication"_s;
    case domain::Category::Transactional:
        return u"transactional"_s;
    case domain::Category::Marketing:
        return u"marketing"_s;
    }
    Q_UNREACHABLE();
}

ErrorBody errorFrom(const HttpResponse &response)
{
    const QJsonObject object = objectIn(response.body).value("error"_L1).toObject();
    ErrorBody error{object.value("code"_L1).toString(), object.value("name"_L1).toString(),
                    object.value("message"_L1).toString(), object.value("param"_L1).toString()};
    if (error.param.isEmpty())
        error.param = object.value("details"_L1).toArray().first().toObject().value("param"_L1).toString();
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
                         u"HTTP %1, code %2: %3"_s.arg(response.status).arg(error.code, error.message),
                         {}};
}

struct Page
{
    QJsonArray rows;
    QString next; ///< cursor; empty for the last page
};

/// Empty where the body is no page of a list.
std::optional<Page> pageFrom(const QByteArray &body)
{
    const QJsonObject object = objectIn(body);
    if (!object.value("data"_L1).isArray())
        return std::nullopt;
    return Page{object.value("data"_L1).toArray(), object.value("next_cursor"_L1).toString()};
}

/// The same question from the cursor on.
QByteArray urlAfter(const QByteArray &url, const QString &cursor)
{
    const QByteArray parameter = "starting_after=" + QUrl::toPercentEncoding(cursor);
    const qsizetype before = url.indexOf("&starting_after=");
    return (before < 0 ? url : url.first(before)) + '&' + parameter;
}

} // namespace

Bird::Bird(const domain::ProviderConfig &config)
    : m_host(baseUrlOf(config.settings.value("baseUrl"_L1).toString(), hostOfKey(config.secrets.value(u"apiKey"_s)))),
      m_messages(m_host + "/v1/sms/messages"), m_authorization("Bearer " + config.secrets.value(u"apiKey"_s).toUtf8()),
      m_webhookKey(webhookKey(config.secrets.value(u"webhookSecret"_s))),
      m_from(config.settings.value("from"_L1).toString())
{}

domain::ProviderCapabilities Bird::capabilities() const
{
    domain::ProviderCapabilities can;
    can.channels = {domain::Channel::Sms};
    can.statusById = true;
    can.statusByList = true;
    can.inboundByList = true;
    can.canReconcile = true;
    can.reportsPrice = true;
    can.hasWebhook = !m_webhookKey.isEmpty();
    can.listsOptOuts = true;
    return can;
}

domain::HttpRequest Bird::get(const QByteArray &url) const
{
    domain::HttpRequest request;
    request.url = url;
    request.headers = {{"Accept"_ba, "application/json"_ba}, {"Authorization"_ba, m_authorization}};
    return request;
}

domain::HttpRequest Bird::sendRequest(const domain::SendRequest &message) const
{
    const QJsonObject body{{u"to"_s, message.to},
                           {u"from"_s, message.sender.isEmpty() ? m_from : message.sender},
                           {u"text"_s, message.body},
                           {u"category"_s, wordFor(message.category)},
                           {u"metadata"_s, QJsonObject{{u"ref"_s, message.reference}}}};
    domain::HttpRequest request = get(m_messages);
    request.method = "POST"_ba;
    request.headers.emplaceBack("Content-Type"_ba, "application/json"_ba);
    request.headers.emplaceBack("Idempotency-Key"_ba, message.reference.toUtf8());
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

domain::Outcome Bird::outcome(const domain::SendRequest &, const HttpResponse &response) const
{
    if (auto unanswered = outcomeUnanswered(response))
        return *std::move(unanswered);
    if (response.status >= 200 && response.status < 300) {
        const auto record = recordFrom(objectIn(response.body));
        if (!record)
            return domain::Unknown{u"HTTP %1 without a message in the answer"_s.arg(response.status)};
        domain::Accepted accepted{record->id, record->segments, record->price};
        // A failure needs its reason, which the message's status brings.
        if (const auto state = stateFrom(record->status);
            state == domain::MessageState::Sent || state == domain::MessageState::Delivered)
            accepted.state = state;
        return accepted;
    }
    if (response.reached != Reached::ResponseComplete)
        return domain::Unknown{response.error};
    const ErrorBody error = errorFrom(response);
    return refusal(ruleForAnswer(error, response.status),
                   error.code.isEmpty() ? QString::number(response.status) : error.code, error.message,
                   retryAfter(response));
}

domain::HttpRequest Bird::statusRequest(const QString &providerMessageId) const
{
    return get(m_messages + '/' + QUrl::toPercentEncoding(providerMessageId));
}

domain::Result<domain::StatusReport> Bird::status(const HttpResponse &response) const
{
    if (auto trouble = troubleOf(response))
        return tl::unexpected(*trouble);
    const auto record = recordFrom(objectIn(response.body));
    if (!record)
        return domain::fail(ErrorCode::Provider, u"the answer is no message"_s);
    return statusReport(*record);
}

domain::HttpRequest Bird::listRequest(domain::Instant since) const
{
    return get(m_messages + "?limit=100&created_after=" + QUrl::toPercentEncoding(iso8601(since)));
}

domain::Result<domain::ListPage> Bird::listPage(const HttpResponse &response, domain::Instant since) const
{
    if (auto trouble = troubleOf(response))
        return tl::unexpected(*trouble);
    const auto page = pageFrom(response.body);
    if (!page)
        return domain::fail(ErrorCode::Provider, u"the answer is no message list"_s);
    domain::ListPage list;
    for (const QJsonValue &row : page->rows) {
        const auto record = recordFrom(row.toObject());
        if (!record)
            continue;
        if (record->isInbound)
            list.inbound.append(inboundMessage(*record));
        else
            list.statuses.append(statusReport(*record));
    }
    if (!page->next.isEmpty() && !page->rows.isEmpty())
        list.next = get(urlAfter(response.url.isEmpty() ? listRequest(since).url : response.url, page->next));
    return list;
}

domain::Instant Bird::doubtSince(const domain::Doubt &doubt) const { return doubt.startedAt - doubtHorizon; }

domain::HttpRequest Bird::doubtRequest(const domain::Doubt &doubt) const
{
    domain::HttpRequest request = listRequest(doubtSince(doubt));
    request.url += "&direction=outbound&to=" + QUrl::toPercentEncoding(doubt.to);
    return request;
}

domain::Evidence Bird::evidence(const domain::Doubt &doubt, const std::vector<HttpResponse> &pages,
                                const QSet<QString> &) const
{
    bool isComplete = false;
    for (const HttpResponse &response : pages) {
        if (const auto trouble = troubleOf(response))
            return domain::Inconclusive{trouble->detail};
        const auto page = pageFrom(response.body);
        if (!page)
            return domain::Inconclusive{u"the answer is no message list"_s};
        for (const QJsonValue &row : page->rows)
            if (const auto record = recordFrom(row.toObject());
                record && !record->isInbound && !doubt.reference.isEmpty() && record->reference == doubt.reference)
                return domain::Found{statusReport(*record)};
        isComplete = page->next.isEmpty();
    }
    if (!isComplete)
        return domain::Inconclusive{u"the list was not read to its end"_s};
    return domain::Absent{};
}

std::vector<domain::HttpRequest> Bird::testRequests() const { return {get(m_messages + "?limit=1")}; }

domain::ConnectionReport Bird::testReport(const std::vector<HttpResponse> &responses) const
{
    using Verdict = domain::ConnectionReport::Verdict;
    domain::ConnectionReport report;
    if (responses.size() != 1)
        return report;
    if (const auto unanswered = reportUnanswered(responses))
        return *unanswered;
    const HttpResponse &response = responses.front();
    if (response.status == 200 && pageFrom(response.body)) {
        report.verdict = Verdict::Works;
        return report;
    }
    const ErrorBody error = errorFrom(response);
    report.providerWords = error.code.isEmpty() ? error.message : error.code + u": "_s + error.message;
    const bool isRefused = response.status == 401 || response.status == 403 || response.status == 421;
    report.verdict = isRefused ? Verdict::CredentialsRefused : Verdict::Unexpected;
    return report;
}

domain::HttpRequest Bird::optOutsRequest() const
{
    return get(m_host + "/v1/sms/suppressions?limit=100&originator=" + QUrl::toPercentEncoding(m_from));
}

domain::Result<domain::OptOutPage> Bird::optOutsPage(const HttpResponse &response) const
{
    if (auto trouble = troubleOf(response))
        return tl::unexpected(*trouble);
    const auto page = pageFrom(response.body);
    if (!page)
        return domain::fail(ErrorCode::Provider, u"the answer is no list of suppressions"_s);
    domain::OptOutPage list;
    for (const QJsonValue &row : page->rows)
        if (row["originator"_L1].toString() == m_from && row["blocking"_L1].toBool(true))
            list.addresses.append(row["destination"_L1].toString());
    if (!page->next.isEmpty() && !page->rows.isEmpty())
        list.next = get(urlAfter(optOutsRequest().url, page->next));
    return list;
}

} // namespace providers::bird
