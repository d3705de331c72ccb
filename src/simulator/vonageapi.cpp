#include "simulator/vonageapi.h"

#include "domain/text/segments.h"
#include "providers/exchange.h"
#include "providers/vonage/signature.h"
#include "simulator/magicnumbers.h"
#include "simulator/text.h"

using namespace Qt::StringLiterals;

namespace simulator {

namespace {

constexpr int optedOut = 21610;
constexpr qint64 pageSize = 1000;

/// Twilio's code in Vonage's.
int failureOf(int code)
{
    switch (code) {
    case 30003:
        return 2; // absent for now
    case 30004:
        return 4; // barred by the person
    case 30005:
        return 3; // absent for good
    case 30006:
        return 11; // cannot be routed to
    case 30007:
        return 6; // anti-spam
    case 30034:
        return 14; // blocked by the carrier
    case optedOut:
        return 9; // what a number on the opt-out list yields
    case 0:
        return 0;
    default:
        return 99;
    }
}

QString statusOf(const RowState &state)
{
    if (state.errorCode == 30036)
        return u"expired"_s;
    if (state.errorCode == optedOut)
        return u"rejected"_s;
    if (state.errorCode != 0)
        return u"failed"_s;
    return state.status == "delivered" ? u"delivered"_s : state.status == "sent" ? u"buffered"_s : u"accepted"_s;
}

QString digits(const QString &number) { return providers::withoutPlus(number); }

QJsonObject refusalOf(int status, const QString &text)
{
    return {{u"message-count"_s, u"1"_s},
            {u"messages"_s, QJsonArray{QJsonObject{{u"status"_s, QString::number(status)}, {u"error-text"_s, text}}}}};
}

} // namespace

void VonageApi::setTrouble(Reply &reply, Trouble trouble) const
{
    if (trouble == Trouble::Server)
        setJson(reply, 500, {{u"title"_s, u"Internal Error"_s}});
    else
        setJson(reply, 200, refusalOf(1, u"Throughput Rate Exceeded - please wait [ 250 ] and retry"_s));
}

bool VonageApi::knows(std::string_view key, std::string_view secret) const
{
    return key.size() == 8 && knowsKey(secret);
}

QString VonageApi::idOf(RowIndex index, int part) const
{
    return QString::number(m_world.store.rowToken(index), 16).rightJustified(16, u'0').toUpper() +
           QString::number(part, 16).toUpper();
}

void VonageApi::answer(const Question &question, Reply &reply)
{
    m_world.settle();
    if (question.path == "/sms/json" && question.method == "POST")
        return send(question, reply);
    if (m_world.faults.questions && failsBefore(reply))
        return;
    if (question.path == "/account/get-balance") {
        const std::string key = parameterOf(question.query, "api_key");
        if (!knows(key, parameterOf(question.query, "api_secret")))
            return setJson(reply, 401,
                           {{u"error-code"_s, u"401"_s}, {u"error-code-label"_s, u"authentication failed"_s}});
        return setJson(reply, 200,
                       {{u"value"_s, double(m_world.balanceOf(accountOfKey(key))) / 1e6}, {u"autoReload"_s, false}});
    }
    if (question.path == "/v2/reports/records")
        return records(question, reply);
    setJson(reply, 404, {{u"title"_s, u"Not Found"_s}});
}

void VonageApi::send(const Question &question, Reply &reply)
{
    ++m_world.counted.sends;
    if (failsBefore(reply))
        return;
    const auto refuse = [&](int status, const QString &text) {
        ++m_world.counted.refused;
        setJson(reply, 200, refusalOf(status, text));
    };
    const auto field = [&question](std::string_view key) { return parameterOf(question.body, key); };
    const std::string key = field("api_key");
    const std::string secret = field("api_secret");
    const bool isSigned = !field("sig").empty();
    if (isSigned && !secret.empty())
        return refuse(32, u"Signature And API Secret Disallowed"_s);
    if (isSigned ? key.size() != 8 : !knows(key, secret))
        return refuse(4, u"Bad Credentials"_s);
    const std::string from = field("from");
    const std::string text = field("text");
    const std::string recipient = '+' + field("to");
    if (from.empty() || text.empty() || recipient.size() == 1)
        return refuse(2, u"Missing %1 param"_s.arg(from.empty() ? u"from"_s : text.empty() ? u"text"_s : u"to"_s));
    if (const MagicNumber *magic = magicSender('+' + from))
        return magic->code == 21611 ? setTrouble(reply, Trouble::TooMany) : refuse(15, u"Illegal Sender Address"_s);
    const auto to = numberFrom(recipient);
    const MagicNumber *magic = magicRecipient(recipient);
    const bool isOut = (magic && magic->code == optedOut) || (to && m_world.isOptedOut(*to, from, {}));
    if (!to || (magic && !isOut))
        return refuse(3, u"Invalid value for parameter: to"_s);
    const quint16 account = accountOfKey(key);
    if (m_world.balanceOf(account) <= 0)
        return refuse(9, u"Quota Exceeded - rejected"_s);
    std::optional<std::chrono::seconds> validity;
    if (const qint64 ms = qtext(field("ttl")).toLongLong(); ms > 0)
        validity = std::chrono::seconds{ms / 1000};
    const int parts = domain::segmentsOf(qtext(text));
    const RowIndex row =
        m_world.accept({account, *to, from, {}, text, parts, validity, isOut ? optedOut : 0, field("client-ref")});
    if (row == noIndex)
        return setTrouble(reply, Trouble::Server);
    std::string price;
    std::string balance;
    appendDecimal(price, m_world.network.priceMicros);
    appendDecimal(balance, m_world.balanceOf(account));
    QJsonArray answers;
    for (int part = 0; part < parts; ++part)
        answers.append(QJsonObject{{u"to"_s, digits(qtext(recipient))},
                                   {u"message-id"_s, idOf(row, part)},
                                   {u"status"_s, u"0"_s},
                                   {u"remaining-balance"_s, qtext(balance)},
                                   {u"message-price"_s, qtext(price)},
                                   {u"network"_s, u"310260"_s},
                                   {u"client-ref"_s, qtext(field("client-ref"))}});
    setJson(reply, 200, {{u"message-count"_s, QString::number(parts)}, {u"messages"_s, answers}});
    failAfter(reply);
}

QJsonObject VonageApi::record(RowIndex index, int part, domain::Instant at, bool withText) const
{
    const View v = view(index, at);
    QJsonObject object{
        {u"account_id"_s, qtext(m_world.accountAt(m_world.store.rows()[index].account)).section(u':', 1)},
        {u"message_id"_s, idOf(index, part)},
        {u"direction"_s, v.inbound ? u"inbound"_s : u"outbound"_s},
        {u"from"_s, digits(v.inbound ? v.phone : v.ours)},
        {u"to"_s, digits(v.inbound ? v.ours : v.phone)},
        {u"date_received"_s, isoOf(v.created, true)},
        {u"currency"_s, u"EUR"_s}};
    std::string price;
    appendDecimal(price, v.inbound ? 0 : m_world.network.priceMicros);
    object.insert(u"total_price"_s, qtext(price));
    if (withText)
        object.insert(u"message_body"_s, v.body);
    if (v.inbound)
        return object;
    object.insert(u"client_ref"_s, v.reference);
    object.insert(u"status"_s, statusOf(v.state));
    object.insert(u"error_code"_s, QString::number(failureOf(v.state.errorCode)));
    if (v.state.isFinal)
        object.insert(u"date_finalized"_s, isoOf(v.state.updated, true));
    if (v.state.errorCode != 0)
        object.insert(u"error_code_description"_s, u"Simulated failure"_s);
    return object;
}

void VonageApi::records(const Question &question, Reply &reply) const
{
    const auto parameter = [&question](std::string_view key) { return qtext(parameterOf(question.query, key)); };
    const std::string credentials = basicCredentials(question.authorization);
    const size_t colon = credentials.find(':');
    const std::string key = credentials.substr(0, colon);
    if (colon == std::string::npos || !knows(key, std::string_view(credentials).substr(colon + 1)))
        return setJson(reply, 401, {{u"title"_s, u"Unauthorized"_s}});
    if (parameter("account_id").toStdString() != key)
        return setJson(
            reply, 403,
            {{u"title"_s, u"Forbidden"_s}, {u"detail"_s, u"User not authorized to query the requested data"_s}});
    const QString direction = parameter("direction");
    const QStringList ids = parameter("id").split(u',', Qt::SkipEmptyParts);
    const auto start = providers::instantFromIso8601(parameter("date_start"));
    const auto end = providers::instantFromIso8601(parameter("date_end"));
    const bool byDate = ids.isEmpty();
    const bool isWindow = start && end && *end > *start && *end - *start <= std::chrono::hours{24};
    if (parameter("product") != "SMS"_L1 || (direction != "inbound"_L1 && direction != "outbound"_L1) ||
        (byDate ? !isWindow : start || end))
        return setJson(reply, 422, {{u"title"_s, u"Unprocessable entity"_s}});
    const qint64 skipped = parameter("cursor").toLongLong();
    const domain::Instant now = m_world.now();
    const quint16 account = accountOfKey(key);
    QJsonArray rows;
    qint64 seen = 0;
    bool more = false;
    const auto &all = m_world.store.rows();
    for (RowIndex i = 0; i < all.size() && !more; ++i) {
        if (all[i].account != account || all[i].inbound != (direction == "inbound"_L1) ||
            (byDate && (all[i].created < *start || all[i].created >= *end)))
            continue;
        const int parts = all[i].inbound ? 1 : all[i].segments;
        for (int part = 0; part < parts; ++part) {
            if (!byDate && !ids.contains(idOf(i, part)))
                continue;
            if (seen++ < skipped)
                continue;
            more = rows.size() == pageSize;
            if (more)
                break;
            rows.append(record(i, part, now, parameter("include_message") == "true"_L1));
        }
    }
    QJsonObject body{
        {u"_links"_s, QJsonObject{{u"self"_s, QJsonObject{{u"href"_s, u"https://api.nexmo.com/v2/reports/records?"_s +
                                                                          qtext(question.query)}}}}},
        {u"request_status"_s, u"SUCCESS"_s},
        {u"received_at"_s, isoOf(now, true)},
        {u"items_count"_s, rows.size()},
        {u"product"_s, u"SMS"_s},
        {u"records"_s, rows}};
    if (more)
        body.insert(u"cursor"_s, QString::number(skipped + pageSize));
    setJson(reply, 200, body);
}

std::vector<Hook> VonageApi::hooks(RowIndex index, domain::Instant at, const HookTarget &target) const
{
    const Row &row = m_world.store.rows()[index];
    const View v = view(index, at);
    const domain::Instant now = m_world.now();
    const QString seconds = QString::number(domain::toMillis(now) / 1000);
    std::vector<Hook> hooks;
    for (int part = 0; part < (row.inbound ? 1 : row.segments); ++part) {
        const QString key = qtext(m_world.accountAt(row.account)).section(u':', 1);
        const QString id = idOf(index, part);
        providers::Form fields{{u"msisdn"_s, digits(v.phone)},
                               {u"to"_s, digits(v.ours)},
                               {u"messageId"_s, id},
                               {u"api-key"_s, key},
                               {u"message-timestamp"_s, isoOf(now).chopped(1).replace(u'T', u' ')},
                               {u"timestamp"_s, seconds},
                               {u"nonce"_s, id + u'-' + seconds}};
        if (row.inbound) {
            fields.emplaceBack(u"text"_s, v.body);
            fields.emplaceBack(u"type"_s, u"text"_s);
            fields.emplaceBack(u"keyword"_s, v.body.section(u' ', 0, 0).toUpper());
        } else {
            std::string price;
            appendDecimal(price, m_world.network.priceMicros);
            fields.emplaceBack(u"network-code"_s, u"310260"_s);
            fields.emplaceBack(u"price"_s, qtext(price));
            fields.emplaceBack(u"status"_s, statusOf(v.state));
            fields.emplaceBack(u"err-code"_s, QString::number(failureOf(v.state.errorCode)));
            fields.emplaceBack(u"client-ref"_s, v.reference);
        }
        fields.emplaceBack(u"sig"_s, QString::fromLatin1(providers::vonage::signature(
                                         fields, u"sha256"_s, QByteArray::fromStdString(target.secret))));
        Hook hook;
        hook.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        hook.body = providers::formEncoded(fields).toStdString();
        hooks.push_back(std::move(hook));
    }
    return hooks;
}

} // namespace simulator
