#include "simulator/snsapi.h"

#include "domain/text/segments.h"
#include "providers/signing.h"
#include "providers/sns/sigv4.h"
#include "simulator/text.h"

#include <algorithm>
#include <charconv>

namespace simulator {

namespace sigv4 = providers::sigv4;

namespace {

constexpr std::string_view space = "http://sns.amazonaws.com/doc/2010-03-31/";
constexpr std::chrono::minutes clockTolerance{5};
constexpr size_t pageSize = 100;
constexpr qsizetype longestBody = 1600;
constexpr int optedOutCode = 21610; ///< what the world calls it

QByteArray bytes(std::string_view text) { return {text.data(), qsizetype(text.size())}; }

/// What stands between `before` and the next comma, or the end.
std::string_view part(std::string_view text, std::string_view before)
{
    const size_t at = text.find(before);
    if (at == std::string_view::npos)
        return {};
    text.remove_prefix(at + before.size());
    return text.substr(0, text.find(','));
}

void appendXml(std::string &out, std::string_view text)
{
    for (const char c : text) {
        if (c == '<')
            out += "&lt;";
        else if (c == '&')
            out += "&amp;";
        else
            out += c;
    }
}

void setRefusal(Reply &reply, int status, std::string_view code, std::string_view message)
{
    reply.status = status;
    reply.type = "text/xml";
    reply.body = "<ErrorResponse xmlns=\"";
    reply.body += space;
    reply.body += status >= 500 ? "\"><Error><Type>Receiver</Type><Code>" : "\"><Error><Type>Sender</Type><Code>";
    reply.body += code;
    reply.body += "</Code><Message>";
    appendXml(reply.body, message);
    reply.body += "</Message></Error><RequestId>9dd01905-5012-5f99-8663-4b3ecd0dfaef</RequestId></ErrorResponse>";
}

void setResult(Reply &reply, std::string_view action, std::string_view result)
{
    const std::string name(action);
    reply.type = "text/xml";
    reply.body = "<" + name + "Response xmlns=\"";
    reply.body += space;
    reply.body += "\"><" + name + "Result>";
    reply.body += result;
    reply.body += "</" + name +
                  "Result><ResponseMetadata><RequestId>9dd01905-5012-5f99-8663-4b3ecd0dfaef</RequestId>"
                  "</ResponseMetadata></" +
                  name + "Response>";
}

} // namespace

SnsApi::SnsApi(World &world, std::vector<Account> accounts) : Dialect(world), m_accounts(std::move(accounts)) {}

std::string SnsApi::messageIdOf(RowIndex row) const
{
    std::string id; // 32 digits behind a prefix of two letters, here in groups
    m_world.store.appendSid(id, row);
    id.erase(0, 2);
    for (const size_t place : {8U, 13U, 18U, 23U})
        id.insert(place, "-");
    return id;
}

bool SnsApi::isSend(const Question &question) const
{
    bool is = false;
    forEachField(question.body, [&is](std::string_view name, std::string_view value) {
        is |= name == "Action" && value == "Publish";
    });
    return is;
}

void SnsApi::setTrouble(Reply &reply, Trouble trouble) const
{
    if (trouble == Trouble::Server)
        return setRefusal(reply, 500, "InternalError", "An internal service error has occurred.");
    setRefusal(reply, 429, "Throttled", "Rate exceeded");
}

bool SnsApi::isSigned(const Question &question, Reply &reply)
{
    const std::string_view header = question.authorization;
    const std::string_view credential = part(header, "Credential=");
    const std::string_view names = part(header, "SignedHeaders=");
    const std::string_view signature = part(header, "Signature=");
    if (!header.starts_with("AWS4-HMAC-SHA256 ") || names.empty() || signature.size() != 64) {
        setRefusal(reply, 403, "MissingAuthenticationToken", "Request is missing Authentication Token");
        return false;
    }
    // KEY/20261120/eu-west-1/sns/aws4_request
    const QList<QByteArray> scope = bytes(credential).split('/');
    const QByteArray time = bytes(question.header("x-amz-date"));
    const auto at = sigv4::instantFromTimeStamp(time);
    if (scope.size() != 5 || scope[3] != "sns" || scope[4] != "aws4_request" || !at ||
        scope[1] != time.first(std::min<qsizetype>(8, time.size()))) {
        setRefusal(reply, 400, "IncompleteSignature", "The credential scope is not of this service and day");
        return false;
    }
    const auto now = std::chrono::floor<domain::Millis>(std::chrono::system_clock::now());
    if (now - *at > clockTolerance) {
        const QByteArray words = "Signature expired: " + time + " is now earlier than " +
                                 sigv4::timeStamp(now - clockTolerance) + " (" + sigv4::timeStamp(now) + " - 5 min.)";
        setRefusal(reply, 403, "SignatureDoesNotMatch", words.toStdString());
        return false;
    }
    if (*at - now > clockTolerance) {
        const QByteArray words = "Signature not yet current: " + time + " is still later than " +
                                 sigv4::timeStamp(now + clockTolerance) + " (" + sigv4::timeStamp(now) + " + 5 min.)";
        setRefusal(reply, 403, "SignatureDoesNotMatch", words.toStdString());
        return false;
    }
    m_keyId = scope[0].toStdString();
    if (m_accounts.empty())
        return true;
    const auto account = std::ranges::find(m_accounts, m_keyId, &Account::sid);
    if (account == m_accounts.end()) {
        setRefusal(reply, 403, "InvalidClientTokenId", "The security token included in the request is invalid.");
        return false;
    }
    domain::HttpHeaders headers;
    for (const QByteArray &name : bytes(names).split(';'))
        headers.emplaceBack(name, bytes(question.header(name.toStdString())));
    const bool covers = std::ranges::all_of(std::array{"host", "x-amz-date", "content-type"}, [&](const char *name) {
        return std::ranges::any_of(headers, [name](const auto &one) { return one.first == name; });
    });
    const QByteArray expected =
        sigv4::authorization(bytes(question.method), bytes(question.target), headers, bytes(question.body),
                             {scope[0], QByteArray::fromStdString(account->token)}, {scope[2], scope[3]});
    if (covers && providers::equalInConstantTime(expected, bytes(header)))
        return true;
    setRefusal(reply, 403, "SignatureDoesNotMatch",
               "The request signature we calculated does not match the signature you provided.");
    return false;
}

void SnsApi::answer(const Question &question, Reply &reply)
{
    m_world.settle();
    const bool send = isSend(question);
    if (question.method != "POST" || question.path != "/")
        return setRefusal(reply, 404, "NotFound", "There is nothing at this address");
    if (!isSigned(question, reply))
        return;
    m_fields.clear();
    forEachField(question.body, [this](std::string_view name, std::string_view value) {
        auto &[decodedName, decodedValue] = m_fields.emplace_back();
        percentDecode(decodedName, name);
        percentDecode(decodedValue, value);
    });
    if (send)
        ++m_world.counted.sends;
    if ((send || m_world.faults.questions) && failsBefore(reply))
        return;
    const std::string_view action = field("Action");
    if (field("Version") != "2010-03-31")
        return setRefusal(reply, 400, "InvalidAction", "Could not find operation in this version");
    if (send)
        return publish(reply);
    if (action == "ListPhoneNumbersOptedOut")
        return listOptedOut(reply);
    if (action == "CheckIfPhoneNumberIsOptedOut")
        return checkOptedOut(reply);
    if (action == "OptInPhoneNumber")
        return optIn(reply);
    if (action == "GetSMSAttributes")
        return setResult(reply, action,
                         "<attributes><entry><key>MonthlySpendLimit</key><value>1000</value></entry>"
                         "<entry><key>DefaultSMSType</key><value>Promotional</value></entry></attributes>");
    setRefusal(reply, 400, "InvalidAction", "Could not find operation");
}

std::string_view SnsApi::field(std::string_view name) const
{
    const auto it = std::ranges::find_if(m_fields, [name](const auto &one) { return one.first == name; });
    return it == m_fields.end() ? std::string_view{} : std::string_view(it->second);
}

std::string_view SnsApi::attribute(std::string_view name) const
{
    constexpr std::string_view suffix = ".Name";
    for (const auto &[key, value] : m_fields)
        if (key.starts_with("MessageAttributes.entry.") && key.ends_with(suffix) && value == name)
            return field(key.substr(0, key.size() - suffix.size()) + ".Value.StringValue");
    return {};
}

bool SnsApi::isOptedOut(quint64 number) const
{
    const PhoneIndex phone = m_world.store.findPhone(number);
    const NameIndex list = m_world.store.findName(listName());
    return phone != noIndex && list != noIndex && m_world.store.isOptedOut(phone, list);
}

void SnsApi::publish(Reply &reply)
{
    const auto refuse = [&](std::string_view message) {
        ++m_world.counted.refused;
        setRefusal(reply, 400, "InvalidParameter", message);
    };
    const auto to = numberFrom(field("PhoneNumber"));
    if (!to)
        return refuse("Invalid parameter: PhoneNumber Reason: not valid to publish to");
    const std::string_view body = field("Message");
    const QString text = QString::fromUtf8(body.data(), qsizetype(body.size()));
    if (text.isEmpty())
        return refuse("Invalid parameter: Empty message");
    if (text.size() > longestBody)
        return refuse("Invalid parameter: Message Reason: Message too long");
    if (const std::string_view kind = attribute("AWS.SNS.SMS.SMSType");
        !kind.empty() && kind != "Promotional" && kind != "Transactional")
        return refuse("Invalid parameter: MessageAttributes Reason: AWS.SNS.SMS.SMSType is not valid");
    std::string_view sender = attribute("AWS.MM.SMS.OriginationNumber");
    if (sender.empty())
        sender = attribute("AWS.SNS.SMS.SenderID");
    const std::string list = listName();
    World::Accepting message{m_world.accountIndex(list), *to, sender, list, body, domain::segmentsOf(text), {}};
    if (isOptedOut(*to))
        message.failure = optedOutCode;
    const RowIndex row = m_world.accept(message);
    if (row == noIndex)
        return setRefusal(reply, 500, "InternalFailure", "The log cannot be written; nothing was accepted");
    setResult(reply, "Publish", "<MessageId>" + messageIdOf(row) + "</MessageId>");
    failAfter(reply);
}

void SnsApi::listOptedOut(Reply &reply) const
{
    const std::string_view token = field("nextToken");
    size_t from = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), from);
    if (!token.empty() && (error != std::errc{} || end != token.data() + token.size()))
        return setRefusal(reply, 400, "InvalidParameter", "Invalid parameter: nextToken");
    const Store &store = m_world.store;
    const NameIndex list = store.findName(listName());
    std::string numbers = "<phoneNumbers>";
    size_t found = 0;
    PhoneIndex phone = PhoneIndex(from);
    for (; list != noIndex && phone < store.phones().size() && found < pageSize; ++phone)
        if (store.isOptedOut(phone, list)) {
            numbers += "<member>+";
            appendNumber(numbers, qint64(store.phoneAt(phone).number));
            numbers += "</member>";
            ++found;
        }
    numbers += "</phoneNumbers>";
    if (found == pageSize && phone < store.phones().size()) {
        numbers += "<nextToken>";
        appendNumber(numbers, phone);
        numbers += "</nextToken>";
    }
    setResult(reply, "ListPhoneNumbersOptedOut", numbers);
}

void SnsApi::checkOptedOut(Reply &reply) const
{
    const auto number = numberFrom(field("phoneNumber"));
    if (!number)
        return setRefusal(reply, 400, "InvalidParameter", "Invalid parameter: PhoneNumber");
    setResult(reply, "CheckIfPhoneNumberIsOptedOut",
              isOptedOut(*number) ? "<isOptedOut>true</isOptedOut>" : "<isOptedOut>false</isOptedOut>");
}

void SnsApi::optIn(Reply &reply)
{
    const auto number = numberFrom(field("phoneNumber"));
    if (!number)
        return setRefusal(reply, 400, "InvalidParameter", "Invalid parameter: PhoneNumber");
    m_world.store.setOptedOut(m_world.store.phone(*number), m_world.store.name(listName()), false);
    setResult(reply, "OptInPhoneNumber", {});
}

} // namespace simulator
