#include "simulator/carrierdialect.h"
#include "simulator/snsapi.h"

#include <QDateTime>
#include <QJsonDocument>

// The delivery log's records (sns.md, section 7), as CloudWatch hands them to a stream of Amazon Data Firehose, which
// posts them with its access key. What people answer does not come this way.

using namespace Qt::StringLiterals;

namespace simulator {

namespace {

/// Amazon's words for what the network's fates call by Twilio's codes.
QString wordsOf(int failure)
{
    switch (failure) {
    case 0:
        return u"Message has been accepted by phone carrier"_s;
    case 21610:
        return u"Phone number is opted out"_s;
    case 30003:
        return u"Phone is currently unreachable/unavailable"_s;
    case 30005:
    case 30006:
        return u"Invalid phone number"_s;
    case 30007:
        return u"Blocked as spam by phone carrier"_s;
    default:
        return u"Unknown error attempting to reach phone"_s;
    }
}

} // namespace

std::vector<Hook> SnsApi::hooks(RowIndex index, domain::Instant at, const HookTarget &target) const
{
    const Row &row = m_world.store.rows()[index];
    const RowState state = m_world.stateOf(row, at);
    if (row.inbound || !state.isFinal)
        return {};
    const QString id = QString::fromStdString(messageIdOf(index));
    const qint64 now = domain::toMillis(state.updated);
    const QDateTime created = QDateTime::fromMSecsSinceEpoch(domain::toMillis(row.created), Qt::UTC);
    const QJsonObject record{
        {u"notification"_s,
         QJsonObject{{u"messageId"_s, id}, {u"timestamp"_s, created.toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s)}}},
        {u"delivery"_s,
         QJsonObject{{u"destination"_s, u'+' + QString::number(m_world.store.phoneAt(row.phone).number)},
                     {u"priceInUSD"_s, state.isBilled ? double(m_world.priceOf(row)) / 1'000'000 : 0.0},
                     {u"smsType"_s, u"Transactional"_s},
                     {u"numberOfMessageParts"_s, int(row.segments)},
                     {u"providerResponse"_s, wordsOf(state.errorCode)},
                     {u"dwellTimeMs"_s, now - domain::toMillis(row.created)}}},
        {u"status"_s, state.errorCode == 0 ? u"SUCCESS"_s : u"FAILURE"_s}};
    const QJsonObject event{
        {u"id"_s, QString::number(m_world.store.rowToken(index))},
        {u"timestamp"_s, now},
        {u"message"_s, QString::fromUtf8(QJsonDocument(record).toJson(QJsonDocument::Compact))}};
    const QJsonObject batch{{u"messageType"_s, u"DATA_MESSAGE"_s},
                            {u"logGroup"_s, u"sns/eu-west-1/123456789012/DirectPublishToPhoneNumber"_s},
                            {u"logEvents"_s, QJsonArray{event}}};
    const QByteArray data = QJsonDocument(batch).toJson(QJsonDocument::Compact).toBase64();
    Hook hook;
    hook.headers = {{"Content-Type", "application/json"},
                    {"X-Amz-Firehose-Protocol-Version", "1.0"},
                    {"X-Amz-Firehose-Request-Id", id.toStdString()},
                    {"X-Amz-Firehose-Access-Key", target.secret}};
    hook.body = QJsonDocument(QJsonObject{{u"requestId"_s, id},
                                          {u"timestamp"_s, now},
                                          {u"records"_s, QJsonArray{QJsonObject{{u"data"_s, QString::fromLatin1(data)}}}}})
                    .toJson(QJsonDocument::Compact)
                    .toStdString();
    return {hook};
}

} // namespace simulator
