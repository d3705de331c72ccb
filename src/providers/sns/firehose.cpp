#include "providers/sns/firehose.h"

#include "providers/exchange.h"
#include "providers/signing.h"
#include "providers/sns/deliveryrecord.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace providers::sns {

namespace {

void addRecord(domain::WebhookEvents &events, const QByteArray &data)
{
    const QJsonObject batch = objectIn(data);
    if (batch["logEvents"_L1].isArray()) { // what else the batch says ("CONTROL_MESSAGE") is about itself
        for (const QJsonValue &event : batch["logEvents"_L1].toArray())
            if (auto report = reportFromDeliveryRecord(event["message"_L1].toString().toUtf8()))
                events.statuses.append(*std::move(report));
        return;
    }
    for (const QByteArray &line : data.split('\n'))
        if (auto report = reportFromDeliveryRecord(line))
            events.statuses.append(*std::move(report));
}

} // namespace

bool accessKeyMatches(const QByteArray &accessKey, const domain::HttpHeaders &headers)
{
    return !accessKey.isEmpty() && equalInConstantTime(accessKey, headerIn(headers, "X-Amz-Firehose-Access-Key"));
}

std::optional<domain::WebhookEvents> eventsFromFirehose(const QByteArray &body, domain::Instant now)
{
    const QJsonObject request = objectIn(body);
    const QString id = request["requestId"_L1].toString();
    if (id.isEmpty() || !request["records"_L1].isArray())
        return std::nullopt;
    domain::WebhookEvents events;
    for (const QJsonValue &record : request["records"_L1].toArray())
        addRecord(events, QByteArray::fromBase64(record["data"_L1].toString().toLatin1()));
    events.answerType = "application/json";
    events.answer = QJsonDocument(QJsonObject{{u"requestId"_s, id}, {u"timestamp"_s, domain::toMillis(now)}})
                        .toJson(QJsonDocument::Compact);
    return events;
}

} // namespace providers::sns
