#include "simulator/birdapi.h"

#include "domain/text/segments.h"
#include "providers/bird/bird.h"
#include "providers/exchange.h"
#include "simulator/magicnumbers.h"
#include "simulator/text.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace simulator {

namespace {

constexpr std::string_view messages = "/v1/sms/messages";
constexpr int optedOut = 21610;
constexpr int mostSegments = 12;

/// Twilio's code in Bird's.
QString failureOf(int code)
{
    switch (code) {
    case 30003:
        return u"unreachable"_s;
    case 30004:
        return u"blocked_by_recipient"_s;
    case 30005:
        return u"invalid_destination"_s;
    case 30006:
        return u"landline_unreachable"_s;
    case 30007:
        return u"blocked_by_carrier"_s;
    case 30034:
        return u"sender_unregistered"_s;
    case 30002:
        return u"insufficient_balance"_s;
    case optedOut:
        return u"recipient_opted_out"_s;
    default:
        return u"unknown"_s;
    }
}

QString statusOf(const RowState &state, bool inbound)
{
    if (inbound)
        return u"received"_s;
    if (state.errorCode == 30036)
        return u"expired"_s;
    if (state.status == "delivered" || state.status == "sent" || state.status == "undelivered" ||
        state.status == "failed")
        return qtext(state.status);
    return u"accepted"_s;
}

QJsonObject errorOf(const QString &type, const QString &code, const QString &name, const QString &message,
                    const QString &param = {})
{
    QJsonObject error{{u"type"_s, type}, {u"code"_s, code}, {u"name"_s, name}, {u"message"_s, message}};
    if (!param.isEmpty()) {
        error.insert(u"param"_s, param);
        error.insert(u"details"_s, QJsonArray{QJsonObject{{u"param"_s, param}, {u"message"_s, message}}});
    }
    return {{u"error"_s, error}};
}

} // namespace

void BirdApi::setTrouble(Reply &reply, Trouble trouble) const
{
    if (trouble == Trouble::Server)
        setJson(reply, 500, errorOf(u"internal_error"_s, u"E00500"_s, u"Internal"_s, u"Internal error"_s));
    else
        setJson(reply, 429, errorOf(u"rate_limit_error"_s, u"E00429"_s, u"RateLimited"_s, u"Too many requests"_s));
}

QString BirdApi::idOf(RowIndex index) const
{
    std::string id = "sms_";
    appendBase32(id, m_world.store.runToken(), m_world.store.rowToken(index));
    return qtext(id);
}

RowIndex BirdApi::rowOf(std::string_view id) const
{
    const auto halves = id.starts_with("sms_") ? base32In(id.substr(4)) : std::nullopt;
    return halves && halves->first == m_world.store.runToken() ? m_world.store.rowOfToken(halves->second) : noIndex;
}

void BirdApi::answer(const Question &question, Reply &reply)
{
    m_world.settle();
    constexpr std::string_view scheme = "Bearer ";
    const std::string_view key =
        question.authorization.starts_with(scheme) ? question.authorization.substr(scheme.size()) : std::string_view{};
    if (!knowsKey(key))
        return setJson(reply, 401, errorOf(u"auth_error"_s, u"E00401"_s, u"Unauthorized"_s, u"Invalid API key"_s));
    const quint16 account = accountOf(key);
    if (question.path == messages && question.method == "POST")
        return send(account, question, reply);
    if (m_world.faults.questions && failsBefore(reply))
        return;
    if (question.method == "GET" && question.path == messages)
        return list(account, question, reply);
    if (question.method == "GET" && question.path == "/v1/sms/suppressions")
        return suppressions(account, question, reply);
    if (question.method == "GET" && question.path.starts_with(messages) && question.path.size() > messages.size() + 1) {
        const RowIndex row = rowOf(question.path.substr(messages.size() + 1));
        if (row != noIndex && m_world.store.rows()[row].account == account)
            return setJson(reply, 200, message(row, m_world.now()));
    }
    setJson(reply, 404, errorOf(u"not_found_error"_s, u"E00404"_s, u"NotFound"_s, u"There is no such resource"_s));
}

void BirdApi::send(quint16 account, const Question &question, Reply &reply)
{
    ++m_world.counted.sends;
    if (failsBefore(reply))
        return;
    const auto refuse = [&](const QString &name, const QString &param) {
        ++m_world.counted.refused;
        setJson(reply, 422, errorOf(u"validation_error"_s, u"E00422"_s, name, u"Invalid "_s + param, param));
    };
    const QJsonObject json = providers::objectIn(QByteArray(question.body.data(), qsizetype(question.body.size())));
    const QString from = json.value("from"_L1).toString();
    const QString body = json.value("text"_L1).toString();
    const std::string recipient = json.value("to"_L1).toString().toStdString();
    for (const QLatin1String preview : {"validity_period"_L1, "scheduled_at"_L1, "media_urls"_L1})
        if (json.contains(preview))
            return refuse(u"SMSUnsupportedFeature"_s, preview);
    if (from.isEmpty())
        return refuse(u"SMSNoEligibleSender"_s, u"from"_s);
    const int segments = domain::segmentsOf(body);
    if (body.isEmpty() || segments > mostSegments)
        return refuse(u"SMSInvalidText"_s, u"text"_s);
    if (!json.value("category"_L1).isString())
        return refuse(u"SMSInvalidCategory"_s, u"category"_s);
    if (const MagicNumber *magic = magicSender(from.toStdString()))
        return magic->code == 21611 ? setTrouble(reply, Trouble::TooMany) : refuse(u"SMSNoEligibleSender"_s, u"from"_s);
    const auto to = numberFrom(recipient);
    const MagicNumber *magic = magicRecipient(recipient);
    const bool isOut = (magic && magic->code == optedOut) || (to && m_world.isOptedOut(*to, from.toStdString(), {}));
    if (!to || (magic && !isOut))
        return refuse(u"SMSInvalidRecipient"_s, u"to"_s);

    const std::string key(question.header("Idempotency-Key"));
    const size_t content = std::hash<std::string_view>{}(question.body);
    if (const auto known = m_sent.find(key);
        !key.empty() && known != m_sent.end() && known->second.run == m_world.store.runToken()) {
        if (known->second.content != content)
            return setJson(reply, 409,
                           errorOf(u"conflict_error"_s, u"E01005"_s, u"IdempotencyKeyReused"_s,
                                   u"The key was used with other content"_s));
        return setJson(reply, 202, message(known->second.row, m_world.now()));
    }
    const std::string ours = from.toStdString();
    const std::string text = body.toStdString();
    const std::string reference = json.value("metadata"_L1).toObject().value("ref"_L1).toString().toStdString();
    const RowIndex row = m_world.accept({account, *to, ours, {}, text, segments, {}, isOut ? optedOut : 0, reference});
    if (row == noIndex)
        return setTrouble(reply, Trouble::Server);
    if (!key.empty())
        m_sent[key] = {m_world.store.runToken(), row, content};
    setJson(reply, 202, message(row, m_world.store.rows()[row].created));
    failAfter(reply);
}

QJsonObject BirdApi::message(RowIndex index, domain::Instant at) const
{
    const View v = view(index, at);
    const QString status = statusOf(v.state, v.inbound);
    const auto timeOr = [](const std::optional<domain::Instant> &time) {
        return time ? QJsonValue(isoOf(*time)) : QJsonValue(QJsonValue::Null);
    };
    QJsonObject object{
        {u"id"_s, idOf(index)},
        {u"direction"_s, v.inbound ? u"inbound"_s : u"outbound"_s},
        {u"status"_s, status},
        {u"to"_s, v.inbound ? v.ours : v.phone},
        {u"from"_s, v.inbound ? v.phone : v.ours},
        {u"text"_s, v.body},
        {u"segments"_s, QJsonObject{{u"count"_s, v.segments},
                                    {u"encoding"_s, domain::isGsm7(v.body) ? u"GSM_7BIT"_s : u"UCS2"_s},
                                    {u"characters"_s, v.body.size()}}},
        {u"cost"_s, QJsonValue::Null},
        {u"metadata"_s,
         v.reference.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(QJsonObject{{u"ref"_s, v.reference}})},
        {u"created_at"_s, isoOf(v.created)},
        {u"sent_at"_s, timeOr(v.inbound ? std::nullopt : v.state.sent)},
        {u"delivered_at"_s, status == "delivered"_L1 ? QJsonValue(isoOf(v.state.updated)) : QJsonValue::Null}};
    if (!v.price.isEmpty() && !v.inbound)
        object[u"cost"_s] = QJsonObject{{u"amount"_s, v.price},
                                        {u"currency_code"_s, qtext(m_world.network.currency)},
                                        {u"transaction_amount"_s, v.price},
                                        {u"passthrough_amount"_s, u"0.00000"_s}};
    if (v.state.errorCode != 0)
        object.insert(u"last_error"_s, QJsonObject{{u"code"_s, failureOf(v.state.errorCode)},
                                                   {u"description"_s, u"Simulated failure"_s},
                                                   {u"occurred_at"_s, isoOf(v.state.updated)}});
    return object;
}

void BirdApi::list(quint16 account, const Question &question, Reply &reply) const
{
    const auto parameter = [&question](std::string_view key) { return parameterOf(question.query, key); };
    const std::string direction = parameter("direction");
    const auto to = numberFrom(parameter("to"));
    const auto after = providers::instantFromIso8601(qtext(parameter("created_after")));
    const std::string cursor = parameter("starting_after");
    const RowIndex below = cursor.empty() ? noIndex : rowOf(cursor);
    const std::string limitText = parameter("limit");
    const qint64 limit = limitText.empty() ? 20 : qtext(limitText).toLongLong();
    if (limit < 1 || limit > 100 || (!cursor.empty() && below == noIndex))
        return setJson(reply, 422,
                       errorOf(u"validation_error"_s, u"E00422"_s, u"InvalidParameter"_s, u"Out of range"_s,
                               cursor.empty() ? u"limit"_s : u"starting_after"_s));
    const domain::Instant now = m_world.now();
    QJsonArray data;
    QJsonValue next(QJsonValue::Null);
    for (const RowIndex index : rowsOf(account)) {
        const Row &row = m_world.store.rows()[index];
        const bool isRight = index < below && (direction.empty() || (direction == "inbound") == row.inbound) &&
                             (!to || (!row.inbound && m_world.store.phoneAt(row.phone).number == *to)) &&
                             (!after || row.created >= *after);
        if (!isRight)
            continue;
        if (data.size() == limit) {
            next = data.last().toObject().value("id"_L1);
            break;
        }
        data.append(message(index, now));
    }
    setJson(reply, 200,
            {{u"data"_s, data},
             {u"next_cursor"_s, next},
             {u"prev_cursor"_s, QJsonValue::Null},
             {u"refresh_cursor"_s, data.isEmpty() ? QJsonValue(QJsonValue::Null) : data.first()["id"_L1]}});
}

void BirdApi::suppressions(quint16 account, const Question &question, Reply &reply) const
{
    const std::string ours = parameterOf(question.query, "originator");
    QJsonArray data;
    std::vector<PhoneIndex> seen;
    for (const RowIndex index : rowsOf(account)) {
        const Row &row = m_world.store.rows()[index];
        const std::string &sender = m_world.store.nameAt(row.ours);
        const auto number = m_world.store.phoneAt(row.phone).number;
        if ((!ours.empty() && sender != ours) || !m_world.isOptedOut(number, sender, {}) ||
            std::ranges::find(seen, row.phone) != seen.end())
            continue;
        seen.push_back(row.phone);
        data.append(QJsonObject{{u"id"_s, u"ssu_"_s + idOf(index).sliced(4)},
                                {u"destination"_s, u'+' + QString::number(number)},
                                {u"originator"_s, qtext(sender)},
                                {u"reason"_s, u"keyword_stop"_s},
                                {u"origin"_s, u"keyword"_s},
                                {u"applies_to"_s, u"all"_s},
                                {u"blocking"_s, true},
                                {u"effective_at"_s, isoOf(row.created)}});
    }
    setJson(reply, 200, {{u"data"_s, data}, {u"next_cursor"_s, QJsonValue::Null}});
}

std::vector<Hook> BirdApi::hooks(RowIndex index, domain::Instant at, const HookTarget &target) const
{
    const QJsonObject shown = message(index, at);
    const QString status = shown.value("status"_L1).toString();
    QJsonObject data{{u"sms_id"_s, shown.value("id"_L1)}, {u"workspace_id"_s, u"ws_00000000000000000000000000"_s},
                     {u"to"_s, shown.value("to"_L1)},     {u"from"_s, shown.value("from"_L1)},
                     {u"tags"_s, QJsonValue::Null},       {u"metadata"_s, shown.value("metadata"_L1)},
                     {u"cost"_s, shown.value("cost"_L1)}};
    if (status == "received"_L1 || status == "accepted"_L1)
        data.insert(u"segments"_s, shown.value("segments"_L1));
    if (status == "received"_L1)
        data.insert(u"text"_s, shown.value("text"_L1));
    if (shown.contains("last_error"_L1))
        data.insert(u"error"_s, shown.value("last_error"_L1));
    const domain::Instant now = m_world.now();
    Hook hook;
    hook.body =
        QJsonDocument(QJsonObject{{u"type"_s, u"sms."_s + status}, {u"timestamp"_s, isoOf(at)}, {u"data"_s, data}})
            .toJson(QJsonDocument::Compact)
            .toStdString();
    const QByteArray id = "msg_" + shown.value("id"_L1).toString().toLatin1() + '_' + status.toLatin1();
    const QByteArray timestamp = QByteArray::number(domain::toMillis(now) / 1000);
    const QByteArray signature =
        providers::bird::webhookSignature(providers::bird::webhookKey(QString::fromStdString(target.secret)), id,
                                          timestamp, QByteArray::fromStdString(hook.body));
    hook.headers = {{"Content-Type", "application/json"},
                    {"webhook-id", id.toStdString()},
                    {"webhook-timestamp", timestamp.toStdString()},
                    {"webhook-signature", signature.toStdString()}};
    return {hook};
}

} // namespace simulator
