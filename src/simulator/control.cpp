#include "simulator/control.h"

#include "simulator/optionsjson.h"
#include "simulator/rowjson.h"
#include "simulator/text.h"
#include "simulator/twilioapi.h"

#include <QJsonDocument>

#include <charconv>

using namespace Qt::StringLiterals;

namespace simulator {

namespace {

constexpr qint64 defaultLimit = 100;

void setJson(Reply &reply, const QJsonObject &json)
{
    reply.body = QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
}

void setProblem(Reply &reply, int status, std::string_view message) { setError(reply, status, 20001, message); }

std::optional<QJsonObject> objectIn(std::string_view body)
{
    const QJsonDocument json = QJsonDocument::fromJson(QByteArray(body.data(), qsizetype(body.size())));
    return json.isObject() ? std::optional(json.object()) : std::nullopt;
}

qint64 limitIn(std::string_view query)
{
    const std::string text = parameterOf(query, "limit");
    qint64 limit = defaultLimit;
    std::from_chars(text.data(), text.data() + text.size(), limit);
    return limit;
}

/// A number in a URL ("+1500…" or "%2B1500…"), or an address.
std::string personInUrl(std::string_view encoded)
{
    std::string text;
    percentDecode(text, encoded);
    if (text.starts_with(' '))
        text[0] = '+';
    return text;
}

} // namespace

Control::Control(World &world, Webhooks &webhooks, std::function<void()> faultsChanged,
                 std::function<quint16()> mailPort)
    : m_world(world), m_webhooks(webhooks), m_faultsChanged(std::move(faultsChanged)), m_mailPort(std::move(mailPort))
{}

void Control::answer(const Question &question, Reply &reply)
{
    m_world.settle();
    const bool isRead = question.method == "GET";
    const bool isWrite = question.method == "PUT" || question.method == "POST";
    const std::string_view path = question.path.substr(std::string_view("/_sim/").size());
    const auto mergeInto = [&](auto &options) {
        const auto json = objectIn(question.body);
        if (!json)
            return setProblem(reply, 400, "a JSON object is expected");
        if (const QString key = merge(options, *json); !key.isEmpty())
            return setProblem(reply, 400, "unknown or out of range: " + key.toStdString());
        setJson(reply, toJson(options));
    };
    if (path == "faults" && isRead) {
        setJson(reply, toJson(m_world.faults));
    } else if (path == "faults" && isWrite) {
        mergeInto(m_world.faults);
        m_faultsChanged();
    } else if (path == "network" && isRead) {
        setJson(reply, toJson(m_world.network));
    } else if (path == "network" && isWrite) {
        mergeInto(m_world.network);
    } else if (path == "statistics" && isRead) {
        setJson(reply, toJson(m_world.statistics()));
    } else if (path == "mail" && isRead) {
        setJson(reply, {{u"port"_s, m_mailPort()}});
    } else if (path == "phones" && isRead) {
        phones(question, reply);
    } else if (path.starts_with("phones/") && isWrite) {
        setPhone(question, reply);
    } else if (path == "messages" && isRead) {
        messages(question, reply);
    } else if (path == "webhook" && isRead) {
        webhook(reply);
    } else if (path == "webhook" && isWrite) {
        setWebhook(question, reply);
    } else if (path == "reply" && isWrite) {
        phoneReplies(question, reply);
    } else if (path == "advance" && isWrite) {
        const qint64 ms = objectIn(question.body).value_or(QJsonObject{}).value("ms"_L1).toInteger(-1);
        if (ms < 0)
            return setProblem(reply, 400, "ms is expected");
        m_world.advance(domain::Millis{ms});
        m_webhooks.arm();
        setJson(reply, {});
    } else if (path == "reset" && isWrite) {
        m_world.clear();
        setJson(reply, {});
    } else {
        setProblem(reply, 404, "there is no such control");
    }
}

void Control::phones(const Question &question, Reply &reply) const
{
    const Store &store = m_world.store;
    reply.body = R"({"phones":[)";
    const auto count = std::min<qint64>(limitIn(question.query), qint64(store.phones().size()));
    for (PhoneIndex i = 0; i < count; ++i) {
        const Phone &phone = store.phoneAt(i);
        std::string person;
        store.appendPerson(person, phone.number);
        reply.body += i == 0 ? R"({"number":)" : R"(,{"number":)";
        appendJson(reply.body, person);
        reply.body += R"(,"received":)";
        appendNumber(reply.body, phone.received);
        reply.body += R"(,"failure":)";
        appendNumber(reply.body, m_world.failureOf(phone.number));
        reply.body += '}';
    }
    reply.body += "]}";
}

void Control::setPhone(const Question &question, Reply &reply)
{
    const auto number =
        m_world.personNamed(personInUrl(question.path.substr(std::string_view("/_sim/phones/").size())));
    const int code = objectIn(question.body).value_or(QJsonObject{}).value("failure"_L1).toInt(-1);
    if (!number || code < 0 || code > 65'535)
        return setProblem(reply, 400, "a number in the path and a failure code are expected");
    m_world.setFailure(*number, code);
    setJson(reply, {});
}

void Control::messages(const Question &question, Reply &reply) const
{
    const Store &store = m_world.store;
    const std::string to = parameterOf(question.query, "to");
    const std::string person = personInUrl(to);
    const auto number = numberFrom(person) ? numberFrom(person) : store.findMailbox(person);
    const PhoneIndex phone = number ? store.findPhone(*number) : noIndex;
    const bool alongPhone = !to.empty();
    RowIndex row = RowIndex(store.rows().size()) - 1;
    if (alongPhone)
        row = phone == noIndex ? noIndex : store.phoneAt(phone).last;
    const domain::Instant now = m_world.now();
    reply.body = R"({"messages":[)";
    for (qint64 left = limitIn(question.query); left > 0 && row != noIndex; --left) {
        if (reply.body.back() != '[')
            reply.body += ',';
        appendRow(reply.body, m_world, row, now);
        row = alongPhone ? store.rows()[row].previous : row - 1;
    }
    reply.body += "]}";
}

void Control::phoneReplies(const Question &question, Reply &reply)
{
    const QJsonObject json = objectIn(question.body).value_or(QJsonObject{});
    if (json.value("from"_L1).toString().contains(u'@'))
        return setProblem(reply, 400, "a mailbox takes mail and writes none");
    const auto from = numberFrom(json.value("from"_L1).toString().toStdString());
    if (!from)
        return setProblem(reply, 400, "'from' is no number");
    if (!m_world.reply(*from, json.value("to"_L1).toString().toStdString(),
                       json.value("body"_L1).toString().toStdString()))
        return setProblem(reply, 400, "this phone has nobody to write to");
    setJson(reply, {});
}

void Control::setWebhook(const Question &question, Reply &reply)
{
    const QJsonObject json = objectIn(question.body).value_or(QJsonObject{});
    const auto text = [&json](QLatin1String key) { return json.value(key).toString().toStdString(); };
    if (!m_webhooks.setTarget(text("kind"_L1), {text("url"_L1), text("publicUrl"_L1), text("secret"_L1),
                                                text("scheme"_L1), text("verifyToken"_L1)}))
        return setProblem(reply, 400, "a kind and an http URL are expected");
    setJson(reply, {});
}

void Control::webhook(Reply &reply) const
{
    QJsonObject kinds;
    for (const auto &[kind, state] : m_webhooks.states())
        kinds.insert(QString::fromStdString(kind), state == Webhooks::State::On      ? u"on"_s
                                                   : state == Webhooks::State::Asked ? u"asked"_s
                                                                                     : u"refused"_s);
    setJson(reply,
            {{u"delivered"_s, m_webhooks.delivered()}, {u"givenUp"_s, m_webhooks.givenUp()}, {u"kinds"_s, kinds}});
}

} // namespace simulator
