#include "domain/message/parts.h"
#include "providers/exchange.h"
#include "providers/vonage/record.h"
#include "providers/vonage/vonage.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>

// What became of messages, by the Reports API (vonage.md, section 5).

using namespace Qt::StringLiterals;

namespace providers::vonage {

using domain::ErrorCode;
using domain::HttpResponse;
using domain::Instant;

namespace {

constexpr std::chrono::hours longestWindow{24};
/// How far around an attempt its record is looked for: our clock may be wrong.
constexpr std::chrono::hours doubtHorizon{1};
constexpr std::chrono::minutes recordsAreLate{15};

/// Anything but a whole answer with status 200.
std::optional<domain::Error> troubleOf(const HttpResponse &response)
{
    if (response.reached != domain::Reached::ResponseComplete)
        return domain::Error{ErrorCode::Network, response.error, {}};
    if (response.status == 200)
        return std::nullopt;
    const QJsonObject body = objectIn(response.body);
    return domain::Error{response.status == 404 ? ErrorCode::NotFound : ErrorCode::Provider,
                         u"HTTP %1: %2 %3"_s.arg(response.status)
                             .arg(body.value("title"_L1).toString(), body.value("detail"_L1).toString()),
                         {}};
}

struct Page
{
    QList<Record> records;
    bool isInbound = false;
    std::optional<Instant> end; ///< of the window asked for
    std::optional<Instant> now; ///< Vonage's, when it answered
    QByteArray nextQuery;       ///< of the window's next page; empty for its last
};

/// Empty where the body is no list of records.
std::optional<Page> pageFrom(const HttpResponse &response)
{
    const QJsonObject body = objectIn(response.body);
    if (!body.value("records"_L1).isArray())
        return std::nullopt;
    Page page;
    const QJsonArray rows = body.value("records"_L1).toArray();
    for (const QJsonValue &row : rows)
        if (auto record = recordFrom(row.toObject()))
            page.records.append(*std::move(record));
    const QByteArray self =
        body.value("_links"_L1).toObject().value("self"_L1).toObject().value("href"_L1).toString().toUtf8();
    Form asked = formDecoded(queryIn(response.url.isEmpty() ? self : response.url));
    page.isInbound = value(asked, u"direction") == "inbound"_L1;
    page.end = instantFromIso8601(value(asked, u"date_end"));
    page.now = instantFromRfc2822(QString::fromLatin1(response.header("Date")));
    if (!page.now)
        page.now = instantFromIso8601(body.value("received_at"_L1).toString());
    if (const QString cursor = body.value("cursor"_L1).toString(); !cursor.isEmpty() && !page.records.isEmpty()) {
        asked.removeIf([](const auto &field) { return field.first == "cursor"_L1 || field.first == "iv"_L1; });
        asked.emplaceBack(u"cursor"_s, cursor);
        if (const QString iv = body.value("iv"_L1).toString(); !iv.isEmpty())
            asked.emplaceBack(u"iv"_s, iv);
        page.nextQuery = formEncoded(asked);
    }
    return page;
}

} // namespace

domain::HttpRequest Vonage::reports(const QByteArray &query) const
{
    domain::HttpRequest request;
    request.url = m_reportsHost + "/v2/reports/records?" + query;
    request.headers = {{"Accept"_ba, "application/json"_ba}};
    request.basicAuth = (m_apiKey + u':' + m_apiSecret).toUtf8();
    return request;
}

domain::HttpRequest Vonage::window(bool inbound, Instant from) const
{
    Form query{{u"account_id"_s, m_apiKey},
               {u"product"_s, u"SMS"_s},
               {u"direction"_s, inbound ? u"inbound"_s : u"outbound"_s},
               {u"date_start"_s, iso8601(from)},
               {u"date_end"_s, iso8601(from + longestWindow)}};
    if (inbound)
        query.emplaceBack(u"include_message"_s, u"true"_s);
    return reports(formEncoded(query));
}

domain::HttpRequest Vonage::statusRequest(const QString &providerMessageId) const
{
    return reports(formEncoded({{u"account_id"_s, m_apiKey},
                                {u"product"_s, u"SMS"_s},
                                {u"direction"_s, u"outbound"_s},
                                {u"id"_s, providerMessageId}}));
}

domain::Result<domain::StatusReport> Vonage::status(const HttpResponse &response) const
{
    if (auto trouble = troubleOf(response))
        return tl::unexpected(*trouble);
    const auto page = pageFrom(response);
    if (!page)
        return domain::fail(ErrorCode::Provider, u"the answer is no list of records"_s);
    if (page->records.isEmpty())
        return domain::fail(ErrorCode::NotFound, u"there is no such record yet"_s);
    return statusReport(page->records.first());
}

domain::HttpRequest Vonage::listRequest(Instant since) const { return window(true, since); }

domain::Result<domain::ListPage> Vonage::listPage(const HttpResponse &response, Instant since) const
{
    if (auto trouble = troubleOf(response))
        return tl::unexpected(*trouble);
    const auto page = pageFrom(response);
    if (!page)
        return domain::fail(ErrorCode::Provider, u"the answer is no list of records"_s);
    domain::ListPage list;
    for (const Record &record : page->records) {
        if (page->isInbound)
            list.inbound.append(inboundMessage(record));
        else
            list.statuses.append(statusReport(record));
    }
    if (!page->nextQuery.isEmpty())
        list.next = reports(page->nextQuery);
    else if (page->end && page->now && *page->end <= *page->now)
        list.next = window(page->isInbound, *page->end);
    else if (page->isInbound)
        list.next = window(false, since);
    return list;
}

Instant Vonage::doubtSince(const domain::Doubt &doubt) const { return doubt.startedAt - doubtHorizon; }

domain::HttpRequest Vonage::doubtRequest(const domain::Doubt &doubt) const { return window(false, doubtSince(doubt)); }

domain::Evidence Vonage::evidence(const domain::Doubt &doubt, const std::vector<HttpResponse> &pages,
                                  const QSet<QString> &) const
{
    QList<Record> parts;
    bool isComplete = false;
    std::optional<Instant> now;
    for (const HttpResponse &response : pages) {
        if (const auto trouble = troubleOf(response))
            return domain::Inconclusive{trouble->detail};
        const auto page = pageFrom(response);
        if (!page)
            return domain::Inconclusive{u"the answer is no list of records"_s};
        for (const Record &record : page->records)
            if (!doubt.reference.isEmpty() && domain::withoutParts(record.reference) == doubt.reference)
                parts.append(record);
        now = page->now;
        isComplete = page->nextQuery.isEmpty();
    }
    if (!parts.isEmpty())
        return domain::Found{statusReport(parts)};
    if (!isComplete)
        return domain::Inconclusive{u"the records were not read to their end"_s};
    if (!now || *now < doubt.startedAt + recordsAreLate)
        return domain::Inconclusive{u"records may still come"_s};
    return domain::Absent{};
}

} // namespace providers::vonage
