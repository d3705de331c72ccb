#include "simulator/messagebirdapi.h"

#include "domain/text/segments.h"
#include "providers/exchange.h"
#include "providers/signing.h"
#include "simulator/magicnumbers.h"
#include "simulator/text.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace simulator {

namespace {

constexpr qsizetype longestBody = 1377;
constexpr int optedOut = 21610;

struct Failure
{
    int code; ///< 0: none is said
    QString reason;
};

/// Twilio's code in MessageBird's.
Failure failureOf(int code)
{
    switch (code) {
    case 30003:
        return {27, u"absent subscriber"_s};
    case 30004:
    case optedOut:
        return {103, u"opted out"_s};
    case 30005:
        return {1, u"unknown subscriber"_s};
    case 30006:
        return {11, u"teleservice not provisioned"_s};
    case 30007:
        return {0, u"carrier rejected"_s};
    case 30036:
        return {0, u"expired"_s};
    default:
        return {0, u"generic delivery failure"_s};
    }
}

QString statusOf(const RowState &state)
{
    if (state.status == "delivered")
        return u"delivered"_s;
    if (state.status == "sent")
        return u"buffered"_s;
    if (state.status == "failed" || state.status == "undelivered")
        return state.errorCode == 30036 ? u"expired"_s : u"delivery_failed"_s;
    return u"sent"_s;
}

QJsonObject errorsOf(int code, const QString &description, const QString &parameter)
{
    const QJsonValue named = parameter.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(parameter);
    return {{u"errors"_s,
             QJsonArray{QJsonObject{{u"code"_s, code}, {u"description"_s, description}, {u"parameter"_s, named}}}}};
}

} // namespace

void MessageBirdApi::setTrouble(Reply &reply, Trouble trouble) const
{
    if (trouble == Trouble::Server)
        setJson(reply, 500, errorsOf(99, u"internal error"_s, {}));
    else
        setJson(reply, 429, errorsOf(9, u"too many requests"_s, {}));
}

void MessageBirdApi::answer(const Question &question, Reply &reply)
{
    m_world.settle();
    constexpr std::string_view scheme = "AccessKey ";
    const std::string_view key =
        question.authorization.starts_with(scheme) ? question.authorization.substr(scheme.size()) : std::string_view{};
    if (!knowsKey(key))
        return setJson(reply, 401, errorsOf(2, u"Request not allowed (incorrect access_key)"_s, u"access_key"_s));
    const quint16 account = accountOf(key);
    if (question.path == "/messages" && question.method == "POST")
        return send(account, question, reply);
    if (m_world.faults.questions && failsBefore(reply))
        return;
    constexpr std::string_view messages = "/messages/";
    if (question.method != "GET")
        return setJson(reply, 405, errorsOf(20, u"method not allowed"_s, {}));
    if (question.path == "/balance")
        return setJson(reply, 200,
                       {{u"payment"_s, u"prepaid"_s},
                        {u"type"_s, u"euros"_s},
                        {u"amount"_s, double(m_world.balanceOf(account)) / 1e6}});
    if (question.path == "/messages")
        return list(account, question, reply);
    if (question.path.starts_with(messages)) {
        const RowIndex row = m_world.store.rowOf("SM" + std::string(question.path.substr(messages.size())));
        if (row != noIndex && m_world.store.rows()[row].account == account)
            return setJson(reply, 200, message(row, m_world.now()));
    }
    setJson(reply, 404, errorsOf(20, u"message not found"_s, {}));
}

void MessageBirdApi::send(quint16 account, const Question &question, Reply &reply)
{
    ++m_world.counted.sends;
    if (failsBefore(reply))
        return;
    const auto refuse = [&](int status, int code, const QString &words, const QString &parameter = {}) {
        ++m_world.counted.refused;
        setJson(reply, status, errorsOf(code, words, parameter));
    };
    const QJsonObject json = providers::objectIn(QByteArray(question.body.data(), qsizetype(question.body.size())));
    const QString originator = json.value("originator"_L1).toString();
    const QJsonArray recipients = json.value("recipients"_L1).toArray();
    const QString body = json.value("body"_L1).toString();
    if (originator.isEmpty())
        return refuse(422, 9, u"originator is required"_s, u"originator"_s);
    if (recipients.isEmpty())
        return refuse(422, 9, u"recipients is required"_s, u"recipients"_s);
    if (body.isEmpty())
        return refuse(422, 9, u"body is required"_s, u"body"_s);
    if (recipients.size() > 1 || body.size() > longestBody)
        return refuse(422, 10, u"too long"_s, recipients.size() > 1 ? u"recipients"_s : u"body"_s);
    if (const MagicNumber *magic = magicSender('+' + originator.toStdString()))
        return magic->code == 21611 ? refuse(429, 9, u"too many requests"_s)
                                    : refuse(422, 10, u"originator is invalid"_s, u"originator"_s);
    const std::string recipient = '+' + providers::textOf(recipients.first()).toStdString();
    const auto to = numberFrom(recipient);
    const MagicNumber *magic = magicRecipient(recipient);
    const bool isOut =
        (magic && magic->code == optedOut) || (to && m_world.isOptedOut(*to, originator.toStdString(), {}));
    if (!to || (magic && !isOut))
        return refuse(422, 10, u"recipients is invalid"_s, u"recipients"_s);
    if (m_world.balanceOf(account) <= 0)
        return refuse(402, 25, u"not enough balance"_s);
    std::optional<std::chrono::seconds> validity;
    if (const qint64 seconds = json.value("validity"_L1).toInteger(); seconds > 0)
        validity = std::chrono::seconds{seconds};
    const std::string ours = originator.toStdString();
    const std::string text = body.toStdString();
    const std::string reference = json.value("reference"_L1).toString().toStdString();
    const RowIndex row = m_world.accept(
        {account, *to, ours, {}, text, domain::segmentsOf(body), validity, isOut ? optedOut : 0, reference});
    if (row == noIndex)
        return setTrouble(reply, Trouble::Server);
    setJson(reply, 201, message(row, m_world.store.rows()[row].created));
    failAfter(reply);
}

QJsonObject MessageBirdApi::message(RowIndex index, domain::Instant at) const
{
    const View v = view(index, at);
    std::string sid;
    m_world.store.appendSid(sid, index);
    const QString id = qtext(sid).sliced(2);
    const auto digits = [](const QString &number) -> QJsonValue {
        bool isNumber = false;
        const qint64 value = providers::withoutPlus(number).toLongLong(&isNumber);
        return isNumber ? QJsonValue(value) : QJsonValue(number);
    };
    QJsonObject item{{u"recipient"_s, digits(v.inbound ? v.ours : v.phone)},
                     {u"status"_s, v.inbound ? u"delivered"_s : statusOf(v.state)},
                     {u"statusDatetime"_s, isoOf(v.state.updated, true)},
                     {u"messagePartCount"_s, v.segments}};
    if (v.state.errorCode != 0) {
        const Failure failure = failureOf(v.state.errorCode);
        item.insert(u"statusReason"_s, failure.reason);
        item.insert(u"statusErrorCode"_s, failure.code != 0 ? QJsonValue(failure.code) : QJsonValue(QJsonValue::Null));
    }
    if (!v.price.isEmpty())
        item.insert(u"price"_s,
                    QJsonObject{{u"amount"_s, v.price.toDouble()}, {u"currency"_s, qtext(m_world.network.currency)}});
    const int count = v.inbound ? 0 : 1;
    const bool isDelivered = item.value("status"_L1).toString() == "delivered"_L1;
    return {{u"id"_s, id},
            {u"href"_s, u"https://rest.messagebird.com/messages/"_s + id},
            {u"direction"_s, v.inbound ? u"mo"_s : u"mt"_s},
            {u"type"_s, u"sms"_s},
            {u"originator"_s, v.inbound ? digits(v.phone) : QJsonValue(v.ours)},
            {u"body"_s, v.body},
            {u"reference"_s, v.reference.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(v.reference)},
            {u"validity"_s, QJsonValue::Null},
            {u"gateway"_s, 10},
            {u"typeDetails"_s, QJsonObject()},
            {u"datacoding"_s, u"plain"_s},
            {u"mclass"_s, 1},
            {u"scheduledDatetime"_s, QJsonValue::Null},
            {u"createdDatetime"_s, isoOf(v.created, true)},
            {u"recipients"_s, QJsonObject{{u"totalCount"_s, 1},
                                          {u"totalSentCount"_s, count},
                                          {u"totalDeliveredCount"_s, isDelivered ? count : 0},
                                          {u"totalDeliveryFailedCount"_s, v.state.errorCode != 0 ? count : 0},
                                          {u"items"_s, QJsonArray{item}}}}};
}

void MessageBirdApi::list(quint16 account, const Question &question, Reply &reply) const
{
    const std::string direction = parameterOf(question.query, "direction");
    const auto number = [&question](std::string_view key, qint64 otherwise) {
        const std::string text = parameterOf(question.query, key);
        return text.empty() ? otherwise : qtext(text).toLongLong();
    };
    const qint64 limit = std::clamp<qint64>(number("limit", 20), 1, 200);
    const qint64 offset = std::max<qint64>(number("offset", 0), 0);
    std::vector<RowIndex> rows = rowsOf(account);
    std::erase_if(rows, [&](RowIndex row) {
        return !direction.empty() && (direction == "mo") != m_world.store.rows()[row].inbound;
    });
    const domain::Instant now = m_world.now();
    QJsonArray items;
    const auto end = std::min<qint64>(offset + limit, qint64(rows.size()));
    for (qint64 i = offset; i < end; ++i)
        items.append(message(rows[size_t(i)], now));
    const QString base = u"https://rest.messagebird.com/messages/?offset="_s;
    const bool more = end < qint64(rows.size());
    setJson(reply, 200,
            {{u"offset"_s, offset},
             {u"limit"_s, limit},
             {u"count"_s, items.size()},
             {u"totalCount"_s, qint64(rows.size())},
             {u"links"_s,
              QJsonObject{{u"first"_s, base + u'0'},
                          {u"previous"_s, QJsonValue::Null},
                          {u"next"_s, more ? QJsonValue(base + QString::number(end)) : QJsonValue(QJsonValue::Null)},
                          {u"last"_s, base + u'0'}}},
             {u"items"_s, items}});
}

std::vector<Hook> MessageBirdApi::hooks(RowIndex index, domain::Instant at, const HookTarget &target) const
{
    const QJsonObject shown = message(index, at);
    const QJsonObject item = shown.value("recipients"_L1).toObject().value("items"_L1).toArray().first().toObject();
    const auto text = [](const QJsonObject &object, QLatin1String key) { return providers::textOf(object.value(key)); };
    providers::Form fields{{u"id"_s, text(shown, "id"_L1)}};
    if (m_world.store.rows()[index].inbound) {
        fields.emplaceBack(u"originator"_s, text(shown, "originator"_L1));
        fields.emplaceBack(u"recipient"_s, text(item, "recipient"_L1));
        fields.emplaceBack(u"body"_s, text(shown, "body"_L1));
        fields.emplaceBack(u"createdDatetime"_s, text(shown, "createdDatetime"_L1));
    } else {
        if (!shown.value("reference"_L1).isString())
            return {}; // reports are sent for messages with a reference alone
        fields.emplaceBack(u"reference"_s, text(shown, "reference"_L1));
        for (const QLatin1String key :
             {"recipient"_L1, "status"_L1, "statusDatetime"_L1, "statusReason"_L1, "statusErrorCode"_L1})
            if (const QString value = text(item, key); !value.isEmpty())
                fields.emplaceBack(key, value);
    }
    Hook hook;
    hook.method = "GET";
    hook.query = '?' + providers::formEncoded(fields).toStdString();
    const QByteArray url = QByteArray::fromStdString(target.publicUrl + hook.query);
    const qint64 now = domain::toMillis(m_world.now()) / 1000;
    const QJsonObject claims{{u"iss"_s, u"MessageBird"_s},
                             {u"nbf"_s, now},
                             {u"exp"_s, now + 60},
                             {u"jti"_s, text(shown, "id"_L1) + u'-' + QString::number(domain::toMillis(at))},
                             {u"url_hash"_s, QString::fromLatin1(providers::sha256Hex(url))}};
    hook.headers.emplace_back("MessageBird-Signature-JWT",
                              providers::tokenOf(claims, QByteArray::fromStdString(target.secret)).toStdString());
    return {hook};
}

} // namespace simulator
