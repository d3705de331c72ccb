#include "simulator/flashchatapi.h"

#include "domain/text/segments.h"
#include "simulator/gatewayapi.h"
#include "simulator/text.h"

#include <charconv>

namespace simulator {

namespace {

constexpr std::string_view whatsAppPrefix = "whatsapp:";

std::string valueOf(const std::unordered_map<std::string, std::string> &parameters, const char *name)
{
    const auto it = parameters.find(name);
    return it == parameters.end() ? std::string() : it->second;
}

/// {"status":…,"message":"…","data":…}; the HTTP status stays 200, as there.
void say(Reply &reply, int status, std::string_view message, std::string_view data = "false")
{
    reply.body = R"({"status":)";
    appendNumber(reply.body, status);
    reply.body += R"(,"message":)";
    appendJson(reply.body, message);
    reply.body += R"(,"data":)";
    reply.body += data;
    reply.body += '}';
}

void appendSeconds(std::string &out, domain::Instant at) { appendNumber(out, domain::toMillis(at) / 1000); }

} // namespace

void FlashChatApi::setTrouble(Reply &reply, Trouble trouble) const
{
    if (trouble == Trouble::Server) {
        reply.status = 500;
        return say(reply, 500, "Something went wrong!");
    }
    reply.status = 429;
    say(reply, 429, "Too many requests");
}

void FlashChatApi::answer(const Question &question, Reply &reply)
{
    m_world.settle();
    const Parameters parameters = parametersOf(question);
    const std::string_view path = question.path;
    const bool isApp = question.authorization.starts_with("Bearer ");
    const std::string secret = isApp ? std::string(question.authorization.substr(7)) : valueOf(parameters, "secret");
    if (secret.empty() || secret == "wrong") {
        if (isApp)
            reply.status = 401;
        return say(reply, 401, "Invalid API secret");
    }
    if (isSend(question))
        return send(question, parameters, isApp, reply);
    if (m_world.faults.questions && failsBefore(reply))
        return;
    if (path == "/get/credits") {
        std::string data = R"({"credits":")";
        appendDecimal(data, m_world.balanceOf(m_world.accountIndex("flashchat")));
        return say(reply, 200, "Remaining credits", data + R"(","currency":")" + m_world.network.currency + R"("})");
    }
    if (path == "/whatsapp-accounts") {
        reply.body = R"({"accounts":[{"id":"1"}]})";
        return;
    }
    if (path == "/get/otp" || path == "/verify-otp") {
        const bool valid = !m_code.empty() && m_world.now() < m_codeUntil &&
                           valueOf(parameters, path == "/get/otp" ? "otp" : "code") == m_code;
        if (valid)
            m_code.clear();
        if (isApp)
            reply.body = valid ? R"({"valid":true})" : R"({"valid":false})";
        else
            say(reply, valid ? 200 : 400, valid ? "OTP has been verified!" : "Invalid OTP code!");
        return;
    }
    if (path.starts_with("/get/sms.") || path.starts_with("/get/wa."))
        return list(path.substr(5), parameters, reply);
    reply.status = 404;
    say(reply, 404, "Not found");
}

void FlashChatApi::send(const Question &question, const Parameters &parameters, bool isApp, Reply &reply)
{
    ++m_world.counted.sends;
    if (failsBefore(reply))
        return;
    const std::string_view path = question.path;
    const auto refuse = [&](int status, std::string_view message) {
        ++m_world.counted.refused;
        if (isApp)
            reply.status = status;
        say(reply, status, message);
    };
    const bool isCode = path.ends_with("otp");
    const bool isWhatsApp = path.ends_with("whatsapp") || valueOf(parameters, "type") == "whatsapp";
    const bool known = path == "/send/sms" || path == "/send/whatsapp" || path == "/send/otp" || path == "/send-sms" ||
                       path == "/send-whatsapp" || path == "/send-otp";
    if (!known)
        return refuse(404, "Not found");
    const bool toRecipient = isWhatsApp && !isCode;
    const auto to = numberFrom(valueOf(parameters, toRecipient ? "recipient" : "phone"));
    if (!to)
        return refuse(400, "Invalid phone number!");
    if (isWhatsApp && valueOf(parameters, "account").empty())
        return refuse(400, "WhatsApp account is required!");
    const std::string mode = valueOf(parameters, "mode");
    if (!isWhatsApp && !(isCode && isApp) && mode != "devices" && mode != "credits")
        return refuse(400, "Invalid mode!");
    if (!isApp && mode == "devices" && !isWhatsApp && valueOf(parameters, "device").empty())
        return refuse(400, "Device is required!");
    std::string text = valueOf(parameters, "message");
    if (isCode) {
        const size_t place = text.find("{{otp}}");
        if (!isApp && place == std::string::npos)
            return refuse(400, "The message needs {{otp}}!");
        int seconds = 300;
        const std::string expire = valueOf(parameters, "expire");
        std::from_chars(expire.data(), expire.data() + expire.size(), seconds);
        m_code = "271828";
        m_codeUntil = m_world.now() + std::chrono::seconds(seconds);
        text = isApp ? "Your code is " + m_code : text.replace(place, 7, m_code);
    }
    if (text.empty())
        return refuse(400, "Message is required!");
    if (text.find('{') != std::string::npos)
        text = "(spintax)";
    const std::string sim = valueOf(parameters, "sim");
    const std::string ours =
        isWhatsApp ? std::string(whatsAppPrefix) + valueOf(parameters, "account") : "sim" + (sim.empty() ? "1" : sim);
    const RowIndex row = m_world.accept({m_world.accountIndex("flashchat"),
                                         *to,
                                         ours,
                                         {},
                                         text,
                                         domain::segmentsOf(QString::fromStdString(text)),
                                         std::nullopt});
    if (row == noIndex)
        return setTrouble(reply, Trouble::Server);
    std::string id;
    m_world.store.appendSid(id, row);
    if (isApp) {
        reply.body = isCode ? R"({"otp_id":")" : R"({"message_id":")";
        reply.body += id + R"("})";
    } else {
        say(reply, 200,
            isWhatsApp ? "WhatsApp chat has been queued for sending!" : "Message has been queued for sending!",
            R"({"messageId":")" + id + R"("})");
    }
    failAfter(reply);
}

void FlashChatApi::list(std::string_view name, const Parameters &parameters, Reply &reply) const
{
    const bool wantsWhatsApp = name.starts_with("wa.");
    const std::string_view kind = name.substr(name.find('.') + 1);
    const auto numberIn = [&parameters](const char *key, qint64 otherwise) {
        const std::string text = valueOf(parameters, key);
        std::from_chars(text.data(), text.data() + text.size(), otherwise);
        return std::max<qint64>(otherwise, 1);
    };
    const qint64 limit = std::min<qint64>(numberIn("limit", 10), 250);
    qint64 skip = (numberIn("page", 1) - 1) * limit;
    const quint16 account = m_world.accountIndex("flashchat");
    std::string data = "[";
    qint64 left = limit;
    for (qint64 i = qint64(m_world.store.rows().size()) - 1; i >= 0 && left > 0; --i) {
        const Row &row = m_world.store.rows()[size_t(i)];
        const bool isWhatsApp = m_world.store.nameAt(row.ours).starts_with(whatsAppPrefix);
        if (row.account != account || isWhatsApp != wantsWhatsApp)
            continue;
        const RowState state = m_world.stateOf(row, m_world.now());
        const bool isPending = !row.inbound && state.status != "delivered" && state.status != "sent" && !state.isFinal;
        const std::string_view mine = row.inbound ? "received" : isPending ? "pending" : "sent";
        if (mine != kind || skip-- > 0)
            continue;
        if (data.size() > 1)
            data += ',';
        data += R"({"id":")";
        m_world.store.appendSid(data, RowIndex(i));
        data += row.inbound ? R"(","phone":"+)" : R"(","recipient":"+)";
        appendNumber(data, qint64(m_world.store.phoneAt(row.phone).number));
        data += R"(","message":)";
        appendJson(data, m_world.store.textOf(row));
        // There is no receipt: what has left is sent, what has not is failed.
        data += state.errorCode != 0 ? R"(,"status":"failed")" : R"(,"status":"sent")";
        data += R"(,"created":)";
        appendSeconds(data, row.created);
        data += '}';
        --left;
    }
    say(reply, 200, "Messages", data.size() > 1 ? data + "]" : "false");
}

} // namespace simulator
