#include "providers/sns/deliveryrecord.h"

#include "providers/encoding.h"
#include "providers/sns/codes.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace providers::sns {

namespace {

/// "2026-11-20 21:30:00.000", UTC.
std::optional<domain::Instant> instantFrom(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm:ss.zzz"_s);
    time.setTimeSpec(Qt::UTC);
    return time.isValid() ? std::optional(domain::fromMillis(time.toMSecsSinceEpoch())) : std::nullopt;
}

} // namespace

std::optional<domain::StatusReport> reportFromDeliveryRecord(const QByteArray &json)
{
    const QJsonObject record = QJsonDocument::fromJson(json).object();
    const QJsonObject notification = record["notification"_L1].toObject();
    const QJsonObject delivery = record["delivery"_L1].toObject();
    const QString status = record["status"_L1].toString();
    domain::StatusReport report;
    report.providerMessageId = notification["messageId"_L1].toString();
    if (report.providerMessageId.isEmpty() || (status != "SUCCESS"_L1 && status != "FAILURE"_L1))
        return std::nullopt;
    report.text = delivery["providerResponse"_L1].toString();
    if (status == "SUCCESS"_L1) {
        report.state = domain::MessageState::Delivered;
    } else {
        report.state = domain::MessageState::Undelivered;
        setFailure(report, ruleForDelivery(report.text));
    }
    if (auto at = instantFrom(notification["timestamp"_L1].toString())) {
        if (const double dwell = delivery["dwellTimeMs"_L1].toDouble(); dwell > 0)
            *at += domain::Millis{std::llround(dwell)};
        report.at = at;
    }
    if (const QJsonValue price = delivery["priceInUSD"_L1]; price.isDouble())
        report.price = domain::Money{std::llround(price.toDouble() * 1'000'000), u"USD"_s};
    if (const int parts = delivery["numberOfMessageParts"_L1].toInt(); parts > 0)
        report.segments = parts;
    return report;
}

} // namespace providers::sns
