#include "simulator/gatewayapi.h"

#include "domain/text/segments.h"
#include "simulator/text.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <charconv>

namespace simulator {

namespace {

constexpr qint64 pageSize = 100;

enum class Shape { Json, Text, Xml };

Shape shapeOf(std::string_view path)
{
    return path.starts_with("/text/") ? Shape::Text : path.starts_with("/xml/") ? Shape::Xml : Shape::Json;
}

/// The first of these parameters that is there.
std::string first(const std::unordered_map<std::string, std::string> &parameters,
                  std::initializer_list<const char *> names)
{
    for (const char *name : names)
        if (const auto it = parameters.find(name); it != parameters.end() && !it->second.empty())
            return it->second;
    return {};
}

void say(Reply &reply, Shape shape, int status, std::string_view word, std::string_view id, std::string_view code,
         std::string_view message)
{
    reply.status = status;
    switch (shape) {
    case Shape::Json:
        reply.body = R"({"status":)";
        appendJson(reply.body, word);
        if (!id.empty()) {
            reply.body += R"(,"id":)";
            appendJson(reply.body, id);
        }
        if (!code.empty()) {
            reply.body += R"(,"error":{"code":)";
            appendJson(reply.body, code);
            reply.body += R"(,"message":)";
            appendJson(reply.body, message);
            reply.body += '}';
        }
        reply.body += '}';
        return;
    case Shape::Text: // as Kannel and Jasmin have it
        reply.type = "text/plain; charset=utf-8";
        reply.body = code.empty() ? "0: Accepted for delivery id=\"" + std::string(id) + "\""
                                  : "Error \"" + std::string(code) + "\": " + std::string(message);
        return;
    case Shape::Xml:
        reply.type = "text/xml; charset=utf-8";
        reply.body = code.empty() ? "<response><message id=\"" + std::string(id) + "\"><status>" + std::string(word) +
                                        "</status></message></response>"
                                  : "<response><error code=\"" + std::string(code) + "\">" + std::string(message) +
                                        "</error></response>";
        return;
    }
}

void appendRow(std::string &out, const World &world, RowIndex index)
{
    const Row &row = world.store.rows()[index];
    const RowState state = world.stateOf(row, world.now());
    out += R"({"id":")";
    world.store.appendSid(out, index);
    out += R"(","to":"+)";
    appendNumber(out, qint64(world.store.phoneAt(row.phone).number));
    out += R"(","text":)";
    appendJson(out, world.store.textOf(row));
    out += R"(,"created":")";
    appendIso8601(out, row.created);
    out += R"(","status":")";
    out += row.inbound ? "received" : state.status == "queued" ? "queued" : state.status;
    out += '"';
    if (state.errorCode != 0) {
        out += R"(,"error":{"code":)";
        appendNumber(out, state.errorCode);
        out += '}';
    }
    if (state.isBilled && world.network.priceMicros > 0) {
        out += R"(,"cost":{"amount":")";
        appendDecimal(out, world.priceOf(row));
        out += R"(","currency":")" + world.network.currency + R"("})";
    }
    out += '}';
}

} // namespace

std::unordered_map<std::string, std::string> parametersOf(const Question &question)
{
    std::unordered_map<std::string, std::string> parameters;
    const auto take = [&parameters](std::string_view form) {
        forEachField(form, [&parameters](std::string_view name, std::string_view value) {
            std::string key;
            percentDecode(key, name);
            percentDecode(parameters[key], value);
        });
    };
    take(question.query);
    if (!question.body.starts_with('{')) {
        take(question.body);
        return parameters;
    }
    const QByteArray body(question.body.data(), qsizetype(question.body.size()));
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    for (auto it = json.begin(); it != json.end(); ++it)
        parameters[it.key().toStdString()] = it->toVariant().toString().toStdString();
    return parameters;
}

std::optional<quint64> looseNumber(std::string_view text)
{
    if (text.starts_with("00"))
        text.remove_prefix(2);
    return text.starts_with('+') ? numberFrom(text) : numberFrom("+" + std::string(text));
}

void GatewayApi::setTrouble(Reply &reply, Trouble trouble) const
{
    if (trouble == Trouble::Server)
        say(reply, Shape::Json, 500, "error", {}, "INTERNAL", "Something went wrong");
    else
        say(reply, Shape::Json, 429, "error", {}, "THROTTLED", "Too many requests");
}

void GatewayApi::answer(const Question &question, Reply &reply)
{
    m_world.settle();
    const auto parameters = parametersOf(question);
    const std::string basic = basicCredentials(question.authorization);
    if (question.authorization == "Bearer wrong" || basic.ends_with(":wrong") ||
        first(parameters, {"api_key", "apikey", "password", "token"}) == "wrong")
        return say(reply, shapeOf(question.path), 401, "error", {}, "AUTH", "Unknown credentials");
    if (isSend(question))
        return send(question, reply);
    if (m_world.faults.questions && failsBefore(reply))
        return;
    if (question.path == "/balance") {
        reply.body = R"({"balance":")";
        appendDecimal(reply.body, m_world.balanceOf(m_world.accountIndex("http")));
        reply.body += R"(","currency":")" + m_world.network.currency + R"("})";
        return;
    }
    if (question.path == "/messages")
        return list(question, reply);
    constexpr std::string_view one = "/messages/";
    if (question.path.starts_with(one)) {
        const RowIndex row = m_world.store.rowOf(question.path.substr(one.size()));
        if (row != noIndex)
            return appendRow(reply.body, m_world, row);
    }
    say(reply, Shape::Json, 404, "error", {}, "NOTFOUND", "There is nothing here");
}

void GatewayApi::send(const Question &question, Reply &reply)
{
    ++m_world.counted.sends;
    if (failsBefore(reply))
        return;
    const Shape shape = shapeOf(question.path);
    const auto parameters = parametersOf(question);
    const auto refuse = [&](std::string_view code, std::string_view message) {
        ++m_world.counted.refused;
        say(reply, shape, 400, "error", {}, code, message);
    };
    const auto to = looseNumber(first(parameters, {"to", "phone", "recipient", "receiver", "mobile", "msisdn", "To"}));
    const std::string text = first(parameters, {"text", "message", "msg", "body", "content", "Body"});
    std::string from = first(parameters, {"from", "sender", "From"});
    if (from.empty())
        from = "gateway";
    if (!to)
        return refuse("BADNUM", "The recipient is no number");
    if (text.empty())
        return refuse("EMPTY", "The text is missing");
    if (*to == 15005550004 || m_world.isOptedOut(*to, from, {}))
        return refuse("OPTOUT", "The recipient wants no messages");
    const QString body = QString::fromStdString(text);
    const RowIndex row =
        m_world.accept({m_world.accountIndex("http"), *to, from, {}, text, domain::segmentsOf(body), std::nullopt});
    if (row == noIndex)
        return setTrouble(reply, Trouble::Server);
    if (const std::string reference = first(parameters, {"client_id", "ref", "reference"}); !reference.empty())
        m_references[reference] = row;
    std::string id;
    m_world.store.appendSid(id, row);
    say(reply, shape, 200, "queued", id, {}, {});
    failAfter(reply);
}

void GatewayApi::list(const Question &question, Reply &reply) const
{
    const auto parameters = parametersOf(question);
    reply.body = R"({"items":[)";
    if (const auto reference = parameters.find("client_id"); reference != parameters.end()) {
        if (const auto it = m_references.find(reference->second); it != m_references.end())
            appendRow(reply.body, m_world, it->second);
    } else {
        qint64 page = 1;
        if (const auto it = parameters.find("page"); it != parameters.end())
            std::from_chars(it->second.data(), it->second.data() + it->second.size(), page);
        qint64 index = qint64(m_world.store.rows().size()) - 1 - std::max<qint64>(page - 1, 0) * pageSize;
        for (qint64 left = pageSize; left > 0 && index >= 0; --left, --index) {
            if (reply.body.back() != '[')
                reply.body += ',';
            appendRow(reply.body, m_world, RowIndex(index));
        }
    }
    reply.body += "]}";
}

} // namespace simulator
