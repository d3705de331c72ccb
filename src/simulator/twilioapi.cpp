#include "simulator/twilioapi.h"

#include "domain/text/segments.h"
#include "simulator/magicnumbers.h"
#include "simulator/rowjson.h"
#include "simulator/text.h"

#include <algorithm>
#include <charconv>

namespace simulator {

namespace {

constexpr std::string_view root = "/2010-04-01/Accounts/";
constexpr size_t sidLength = 34;
constexpr qsizetype longestBody = 1600;
constexpr std::string_view whatsAppPrefix = "whatsapp:";
constexpr int outsideTheWindow = 63016;

constexpr size_t longestCallback = 255; ///< that is kept with a message

} // namespace

void setError(Reply &reply, int status, int code, std::string_view message)
{
    reply.status = status;
    reply.body = R"({"code":)";
    appendNumber(reply.body, code);
    reply.body += R"(,"message":)";
    appendJson(reply.body, message);
    reply.body += R"(,"more_info":"https://www.twilio.com/docs/errors/)";
    appendNumber(reply.body, code);
    reply.body += R"(","status":)";
    appendNumber(reply.body, status);
    reply.body += '}';
}

TwilioApi::TwilioApi(World &world, std::vector<Account> accounts) : Dialect(world), m_accounts(std::move(accounts)) {}

bool TwilioApi::knows(std::string_view sid, std::string_view authorization)
{
    if (authorization.empty())
        return false;
    if (sid == m_knownSid && authorization == m_knownAuthorization)
        return true;
    const std::string credentials = basicCredentials(authorization);
    const size_t colon = credentials.find(':');
    if (colon == std::string::npos)
        return false;
    const std::string_view user = std::string_view(credentials).substr(0, colon);
    const std::string_view secret = std::string_view(credentials).substr(colon + 1);
    const bool asAccount = user == sid;
    const bool asKey = isSid(user, "SK");
    if (secret.empty() || (!asAccount && !asKey))
        return false;
    if (!m_accounts.empty()) {
        const auto account = std::ranges::find(m_accounts, sid, &Account::sid);
        if (account == m_accounts.end() || account->token != secret)
            return false;
    }
    m_knownSid = sid;
    m_knownAuthorization = authorization;
    return true;
}

void TwilioApi::answer(const Question &question, Reply &reply)
{
    m_world.settle();
    const std::string_view path = question.path;
    const std::string_view sid = path.starts_with(root) ? path.substr(root.size(), sidLength) : std::string_view{};
    if (!isSid(sid, "AC"))
        return setError(reply, 404, 20404, "The requested resource was not found");
    if (!knows(sid, question.authorization))
        return setError(reply, 401, 20003, "Authenticate");
    const quint16 account = m_world.accountIndex(sid);
    const std::string_view rest = path.substr(root.size() + sidLength);
    constexpr std::string_view messages = "/Messages/";
    constexpr std::string_view suffix = ".json";

    if (rest == "/Messages.json" && question.method == "POST")
        return send(account, question, reply);
    if (m_world.faults.questions && failsBefore(reply))
        return;
    if (question.method != "GET")
        return setError(reply, 405, 20004, "Method not allowed");
    if (rest == "/Messages.json")
        return list(account, question, reply);
    if (rest == "/Balance.json")
        return balance(account, reply);
    if (rest == suffix)
        return accountItself(account, reply);
    if (rest.starts_with(messages) && rest.ends_with(suffix) && rest.size() > messages.size() + suffix.size())
        return one(account, rest.substr(messages.size(), rest.size() - messages.size() - suffix.size()), reply);
    setError(reply, 404, 20404, "The requested resource was not found");
}

void TwilioApi::setTrouble(Reply &reply, Trouble trouble) const
{
    switch (trouble) {
    case Trouble::TooManyInFlight:
        return setError(reply, 429, 20429, "Too many concurrent requests");
    case Trouble::TooMany:
        return setError(reply, 429, 20429, "Too many requests");
    case Trouble::Server:
        return setError(reply, 500, 20500, "Internal server error");
    }
}

void TwilioApi::send(quint16 account, const Question &question, Reply &reply)
{
    ++m_world.counted.sends;
    if (failsBefore(reply))
        return;
    const auto refuse = [&](int code, std::string_view message) {
        ++m_world.counted.refused;
        setError(reply, code == 21611 ? 429 : 400, code, message);
    };
    Fields &f = m_fields;
    for (std::string *field : {&f.to, &f.from, &f.service, &f.body, &f.validity, &f.content, &f.variables, &f.callback})
        field->clear();
    forEachField(question.body, [&f](std::string_view name, std::string_view value) {
        if (name == "To")
            percentDecode(f.to, value);
        else if (name == "From")
            percentDecode(f.from, value);
        else if (name == "MessagingServiceSid")
            percentDecode(f.service, value);
        else if (name == "Body")
            percentDecode(f.body, value);
        else if (name == "ValidityPeriod")
            percentDecode(f.validity, value);
        else if (name == "ContentSid")
            percentDecode(f.content, value);
        else if (name == "ContentVariables")
            percentDecode(f.variables, value);
        else if (name == "StatusCallback")
            percentDecode(f.callback, value);
    });
    if (f.to.empty())
        return refuse(21604, "A 'To' phone number is required");
    if (f.from.empty() && f.service.empty())
        return refuse(21603, "A 'From' phone number is required");
    if (const MagicNumber *magic = magicSender(f.from))
        return refuse(magic->code, magic->words);
    if (const MagicNumber *magic = magicRecipient(f.to))
        return refuse(magic->code, magic->words);
    if (!f.service.empty() && !isSid(f.service, "MG"))
        return refuse(21701, "The messaging service does not exist");
    const bool isWhatsApp = f.to.starts_with(whatsAppPrefix);
    const auto to = numberFrom(std::string_view(f.to).substr(isWhatsApp ? whatsAppPrefix.size() : 0));
    if (!to)
        return refuse(21211, "Invalid 'To' Phone Number");
    if (f.service.empty() && f.from.starts_with(whatsAppPrefix) != isWhatsApp)
        return refuse(63007, "Twilio could not find a Channel with the specified From address");
    if (!f.content.empty()) {
        if (!isSid(f.content, "HX"))
            return refuse(63027, "Template does not exist");
        f.body = f.content + " " + f.variables;
    }
    if (!f.callback.empty() && !f.callback.starts_with("http://") && !f.callback.starts_with("https://"))
        return refuse(21609, "Invalid 'StatusCallback' URL");
    if (f.callback.size() > longestCallback)
        f.callback.clear(); // its statuses go to the account's own address
    std::optional<std::chrono::seconds> validity;
    if (!f.validity.empty()) {
        int seconds = 0;
        const auto [end, error] = std::from_chars(f.validity.data(), f.validity.data() + f.validity.size(), seconds);
        if (error != std::errc{} || end != f.validity.data() + f.validity.size() || seconds < 1 || seconds > 36'000)
            return refuse(21624, "Invalid ValidityPeriod");
        validity = std::chrono::seconds{seconds};
    }
    const QString body = QString::fromUtf8(f.body.data(), qsizetype(f.body.size()));
    if (body.isEmpty())
        return refuse(21602, "Message body is required");
    if (body.size() > longestBody)
        return refuse(21617, "The concatenated message body exceeds the 1600 character limit");
    if (m_world.isOptedOut(*to, f.from, f.service))
        return refuse(21610, "Attempt to send to unsubscribed recipient");

    // Free text reaches only who wrote lately; that shows after it has been accepted.
    const bool isTooLate = isWhatsApp && f.content.empty() && !m_world.wroteLately(*to, f.from);
    const int segments = isWhatsApp ? 1 : domain::segmentsOf(body);
    const RowIndex row = m_world.accept({account, *to, f.from, f.service, f.body, segments, validity,
                                         isTooLate ? outsideTheWindow : 0, f.callback});
    if (row == noIndex)
        return setError(reply, 500, 20500, "The log cannot be written; nothing was accepted");
    reply.status = 201;
    appendRow(reply.body, m_world, row, m_world.now(), true);
    failAfter(reply);
}

void TwilioApi::one(quint16 account, std::string_view sid, Reply &reply) const
{
    const RowIndex row = m_world.store.rowOf(sid);
    if (row == noIndex || m_world.store.rows()[row].account != account)
        return setError(reply, 404, 20404, "The requested message was not found");
    appendRow(reply.body, m_world, row, m_world.now());
}

void TwilioApi::balance(quint16 account, Reply &reply) const
{
    reply.body = R"({"account_sid":")" + m_world.accountAt(account) + R"(","balance":")";
    appendDecimal(reply.body, m_world.balanceOf(account));
    reply.body += R"(","currency":")" + m_world.network.currency + R"("})";
}

void TwilioApi::accountItself(quint16 account, Reply &reply) const
{
    const std::string &sid = m_world.accountAt(account);
    reply.body = R"({"sid":")" + sid +
                 R"(","friendly_name":"Simulated account","status":"active","type":"Full","uri":")" +
                 std::string(root) + sid + R"(.json"})";
}

} // namespace simulator
