#include "simulator/whatsappapi.h"

#include "simulator/text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <charconv>

using namespace Qt::StringLiterals;

namespace simulator {

namespace {

constexpr std::chrono::hours window{24};
constexpr qsizetype longestBody = 4096;

void setRefusal(Reply &reply, int status, int code, const QString &message, const QString &details = {})
{
    QJsonObject error{{u"message"_s, u"(#%1) %2"_s.arg(code).arg(message)},
                      {u"type"_s, u"OAuthException"_s},
                      {u"code"_s, code},
                      {u"fbtrace_id"_s, u"AWf2nQz8fEXAMPLE"_s}};
    if (!details.isEmpty())
        error.insert(u"error_data"_s, QJsonObject{{u"messaging_product"_s, u"whatsapp"_s}, {u"details"_s, details}});
    reply.status = status;
    reply.body = QJsonDocument(QJsonObject{{u"error"_s, error}}).toJson(QJsonDocument::Compact).toStdString();
}

QJsonObject component(const QString &type, const QString &text)
{
    QJsonObject one{{u"type"_s, type}, {u"text"_s, text}};
    if (type == u"HEADER")
        one.insert(u"format"_s, u"TEXT"_s);
    return one;
}

QJsonObject approved(const QString &id, const QString &name, const QString &language, const QJsonArray &components,
                     const QString &state = u"APPROVED"_s)
{
    return {{u"id"_s, id},
            {u"name"_s, name},
            {u"language"_s, language},
            {u"status"_s, state},
            {u"category"_s, name.endsWith("offer"_L1) ? u"MARKETING"_s : u"UTILITY"_s},
            {u"parameter_format"_s, name == u"appointment_reminder" ? u"NAMED"_s : u"POSITIONAL"_s},
            {u"rejected_reason"_s, state == u"REJECTED" ? u"PROMOTIONAL"_s : u"NONE"_s},
            {u"components"_s, components}};
}

const QJsonArray &templateList()
{
    static const QJsonArray list = [] {
        const QJsonObject track{
            {u"type"_s, u"URL"_s}, {u"text"_s, u"Track"_s}, {u"url"_s, u"https://shop.example/track/{{1}}"_s}};
        const QJsonObject buttons{{u"type"_s, u"BUTTONS"_s}, {u"buttons"_s, QJsonArray{track}}};
        return QJsonArray{
            approved(u"594425479261591"_s, u"hello_world"_s, u"en_US"_s,
                     {component(u"BODY"_s, u"Hello, this is a test of your account."_s)}),
            approved(u"594425479261592"_s, u"order_shipped"_s, u"en_US"_s,
                     {component(u"HEADER"_s, u"Order {{1}}"_s),
                      component(u"BODY"_s, u"Dear {{1}}, your order {{2}} is on its way."_s), buttons}),
            approved(u"594425479261593"_s, u"order_shipped"_s, u"de"_s,
                     {component(u"HEADER"_s, u"Bestellung {{1}}"_s),
                      component(u"BODY"_s, u"Guten Tag {{1}}, Ihre Bestellung {{2}} ist unterwegs."_s), buttons}),
            approved(u"594425479261594"_s, u"appointment_reminder"_s, u"en_US"_s,
                     {component(u"BODY"_s, u"Dear {{name}}, we expect you on {{day}}."_s)}),
            approved(u"594425479261595"_s, u"spring_offer"_s, u"en_US"_s, {component(u"BODY"_s, u"Ten percent off"_s)},
                     u"PAUSED"_s),
            approved(u"594425479261596"_s, u"winter_offer"_s, u"en_US"_s, {component(u"BODY"_s, u"Buy now!!!"_s)},
                     u"REJECTED"_s),
        };
    }();
    return list;
}

/// How many different placeholders a text has.
qsizetype placeholdersIn(const QString &text)
{
    QStringList found;
    for (qsizetype from = text.indexOf("{{"_L1); from >= 0; from = text.indexOf("{{"_L1, from + 2))
        if (const QString name = text.mid(from + 2, text.indexOf("}}"_L1, from) - from - 2); !found.contains(name))
            found << name;
    return found.size();
}

QJsonArray parametersOf(const QJsonArray &components, QLatin1String type)
{
    for (const QJsonValue &one : components)
        if (one["type"_L1].toString().compare(type, Qt::CaseInsensitive) == 0)
            return one["parameters"_L1].toArray();
    return {};
}

/// The body with its values; nothing where their number or their names are not the template's.
std::optional<QString> filled(const QJsonObject &known, const QJsonArray &components)
{
    const bool named = known["parameter_format"_L1].toString() == u"NAMED";
    QString result;
    for (const QJsonValue &part : known["components"_L1].toArray()) {
        const QString type = part["type"_L1].toString();
        if (type == u"BUTTONS") {
            const QJsonObject button = part["buttons"_L1][0].toObject();
            const QJsonArray given = parametersOf(components, "button"_L1);
            if (placeholdersIn(button["url"_L1].toString()) != given.size())
                return std::nullopt;
            continue;
        }
        QString text = part["text"_L1].toString();
        const QJsonArray given = parametersOf(components, type == u"HEADER" ? "header"_L1 : "body"_L1);
        if (placeholdersIn(text) != given.size())
            return std::nullopt;
        for (qsizetype i = 0; i < given.size(); ++i) {
            const QString name = named ? given[i]["parameter_name"_L1].toString() : QString::number(i + 1);
            const QString placeholder = u"{{%1}}"_s.arg(name);
            const QString value = given[i]["text"_L1].toString();
            if (!text.contains(placeholder) || value.isEmpty() || value.contains(u'\n'))
                return std::nullopt;
            text.replace(placeholder, value);
        }
        if (type == u"BODY")
            result = text;
    }
    return result;
}

/// 250 → "TIER_250", 2000 → "TIER_2K".
std::string tierOf(int people)
{
    if (people <= 0)
        return "TIER_UNLIMITED";
    const bool isThousands = people % 1000 == 0;
    return "TIER_" + std::to_string(isThousands ? people / 1000 : people) + (isThousands ? "K" : "");
}

std::optional<quint64> recipientIn(const QJsonObject &message)
{
    std::string to = message["to"_L1].toString().toStdString();
    if (!to.starts_with('+'))
        to.insert(0, "+");
    return numberFrom(to);
}

} // namespace

WhatsAppApi::WhatsAppApi(World &world, std::vector<Account> accounts) : Dialect(world), m_accounts(std::move(accounts))
{}

std::string WhatsAppApi::wamidOf(const World &world, RowIndex row)
{
    std::string sid;
    world.store.appendSid(sid, row);
    return "wamid." + sid.substr(2);
}

quint16 WhatsAppApi::accountOf(std::string_view phoneNumberId) const
{
    return m_world.accountIndex("whatsapp_cloud:" + std::string(phoneNumberId));
}

void WhatsAppApi::setTrouble(Reply &reply, Trouble trouble) const
{
    switch (trouble) {
    case Trouble::TooManyInFlight:
        return setRefusal(reply, 400, 80007, u"Rate limit issues"_s);
    case Trouble::TooMany:
        return setRefusal(reply, 429, 130429, u"Rate limit hit"_s);
    case Trouble::Server:
        return setRefusal(reply, 500, 131000, u"Something went wrong"_s);
    }
}

bool WhatsAppApi::knows(std::string_view authorization) const
{
    constexpr std::string_view bearer = "Bearer ";
    if (!authorization.starts_with(bearer) || authorization.size() == bearer.size())
        return false;
    return m_accounts.empty() ||
           std::ranges::find(m_accounts, authorization.substr(bearer.size()), &Account::token) != m_accounts.end();
}

void WhatsAppApi::answer(const Question &question, Reply &reply)
{
    m_world.settle();
    // /v25.0/ID, /v25.0/ID/messages, /v25.0/ID/message_templates
    const std::string_view path = question.path;
    const size_t version = path.find('/', 1);
    const size_t end = version == std::string_view::npos ? version : path.find('/', version + 1);
    const std::string_view id = version == std::string_view::npos
                                    ? std::string_view{}
                                    : path.substr(version + 1, end == std::string_view::npos ? end : end - version - 1);
    const std::string_view edge = end == std::string_view::npos ? std::string_view{} : path.substr(end);
    if (!path.starts_with("/v") || id.empty() || id.find_first_not_of("0123456789") != std::string_view::npos)
        return setRefusal(reply, 400, 2500, u"Unknown path components"_s);
    if (!knows(question.authorization))
        return setRefusal(reply, 401, 190, u"Error validating access token"_s);
    (void)accountOf(id); // from now on a phone may write to it
    if (question.method == "POST" && edge == "/messages")
        return send(id, question, reply);
    if (m_world.faults.questions && failsBefore(reply))
        return;
    if (question.method == "GET" && edge == "/message_templates")
        return templates(question, reply);
    if (question.method != "GET" || !edge.empty())
        return setRefusal(reply, 400, 100, u"Unsupported request"_s);
    reply.body = R"({"display_phone_number":"+1 555-078-3881","verified_name":"Simulated shop",)"
                 R"("quality_rating":"GREEN","throughput":{"level":"STANDARD"},)"
                 R"("whatsapp_business_manager_messaging_limit":")";
    reply.body += tierOf(m_world.network.messagingLimit) + R"(","id":")";
    reply.body += id;
    reply.body += "\"}";
}

bool WhatsAppApi::isWindowOpen(std::string_view phoneNumberId, quint64 to) const
{
    const Store &store = m_world.store;
    const PhoneIndex phone = store.findPhone(to);
    const NameIndex ours = store.findName(phoneNumberId);
    if (phone == noIndex || ours == noIndex)
        return false;
    for (RowIndex row = store.phoneAt(phone).last; row != noIndex; row = store.rows()[row].previous)
        if (const Row &one = store.rows()[row]; one.inbound && one.ours == ours)
            return m_world.now() < one.created + window;
    return false;
}

std::string WhatsAppApi::textOf(const QJsonObject &message, std::string_view phoneNumberId, quint64 to,
                                Reply &reply) const
{
    const auto refuse = [&](int status, int code, const QString &words, const QString &details = {}) {
        ++m_world.counted.refused;
        setRefusal(reply, status, code, words, details);
        return std::string();
    };
    const QString type = message["type"_L1].toString();
    if (type == u"text") {
        const QString body = message["text"_L1]["body"_L1].toString();
        if (body.isEmpty() || body.size() > longestBody)
            return refuse(400, 100, u"Invalid parameter"_s, u"Param text['body'] must be 1 to 4096 characters long"_s);
        if (!isWindowOpen(phoneNumberId, to))
            return refuse(400, 131047, u"Re-engagement message"_s,
                          u"More than 24 hours have passed since the recipient last replied"_s);
        return body.toStdString();
    }
    if (type != u"template")
        return refuse(400, 131051, u"Unsupported message type"_s);
    const QJsonObject wanted = message["template"_L1].toObject();
    for (const QJsonValue &one : templateList()) {
        const QJsonObject known = one.toObject();
        if (known["name"_L1] != wanted["name"_L1] || known["language"_L1] != wanted["language"_L1]["code"_L1])
            continue;
        if (known["status"_L1].toString() == u"PAUSED")
            return refuse(400, 132015, u"Template is paused"_s);
        if (known["status"_L1].toString() != u"APPROVED")
            break;
        const auto text = filled(known, wanted["components"_L1].toArray());
        return text ? text->toStdString()
                    : refuse(400, 132000, u"Number of parameters does not match the expected number of params"_s);
    }
    return refuse(404, 132001, u"Template name does not exist in the translation"_s);
}

void WhatsAppApi::send(std::string_view phoneNumberId, const Question &question, Reply &reply)
{
    ++m_world.counted.sends;
    if (failsBefore(reply))
        return;
    const QJsonObject message =
        QJsonDocument::fromJson(QByteArray(question.body.data(), qsizetype(question.body.size()))).object();
    const auto refuse = [&](const QString &details) {
        ++m_world.counted.refused;
        setRefusal(reply, 400, 100, u"Invalid parameter"_s, details);
    };
    if (message["messaging_product"_L1].toString() != u"whatsapp")
        return refuse(u"The parameter messaging_product is required."_s);
    const auto to = recipientIn(message);
    if (!to)
        return refuse(u"Param to must be a valid phone number"_s);
    const std::string text = textOf(message, phoneNumberId, *to, reply);
    if (text.empty())
        return;
    const std::string reference = message["biz_opaque_callback_data"_L1].toString().toStdString();
    const RowIndex row =
        m_world.accept({accountOf(phoneNumberId), *to, phoneNumberId, {}, text, 1, std::nullopt, 0, reference});
    if (row == noIndex)
        return setRefusal(reply, 500, 131000, u"The log cannot be written; nothing was accepted"_s);
    std::string number;
    appendNumber(number, qint64(*to));
    reply.body = R"({"messaging_product":"whatsapp","contacts":[{"input":")" + number + R"(","wa_id":")" + number +
                 R"("}],"messages":[{"id":")" + wamidOf(m_world, row) + R"(","message_status":"accepted"}]})";
    failAfter(reply);
}

void WhatsAppApi::templates(const Question &question, Reply &reply) const
{
    qint64 limit = 25;
    qsizetype from = 0;
    forEachField(question.query, [&](std::string_view name, std::string_view value) {
        if (name == "limit")
            std::from_chars(value.data(), value.data() + value.size(), limit);
        else if (name == "after")
            std::from_chars(value.data(), value.data() + value.size(), from);
    });
    const QJsonArray &all = templateList();
    QJsonArray page;
    qsizetype next = std::max<qsizetype>(from, 0);
    for (; next < all.size() && page.size() < std::clamp<qint64>(limit, 1, 100); ++next)
        page.append(all[next]);
    QJsonObject paging{
        {u"cursors"_s, QJsonObject{{u"before"_s, QString::number(from)}, {u"after"_s, QString::number(next)}}}};
    if (next < all.size())
        paging.insert(u"next"_s, u"https://graph.facebook.com/next"_s);
    reply.body = QJsonDocument(QJsonObject{{u"data"_s, page}, {u"paging"_s, paging}})
                     .toJson(QJsonDocument::Compact)
                     .toStdString();
}

} // namespace simulator
