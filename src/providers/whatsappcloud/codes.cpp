#include "providers/whatsappcloud/codes.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace providers::whatsappcloud {

namespace {

using domain::Scope;

constexpr ErrorRule account{ErrorClass::Config, Scope::Account};
constexpr ErrorRule sender{ErrorClass::Config, Scope::Sender};
constexpr ErrorRule country{ErrorClass::Config, Scope::Country};
constexpr ErrorRule recipient{ErrorClass::Recipient, Scope::Recipient};
/// Says nothing against the recipient: another message or another day may reach them.
constexpr ErrorRule thisTime{ErrorClass::Recipient, Scope::Message};
constexpr ErrorRule message{ErrorClass::Message, Scope::Message};
constexpr ErrorRule optedOut{ErrorClass::OptedOut, Scope::Recipient};
constexpr ErrorRule later{ErrorClass::RetryLater, Scope::Message};
constexpr ErrorRule slowAccount{ErrorClass::Throttled, Scope::Account};
constexpr ErrorRule slowSender{ErrorClass::Throttled, Scope::Sender};
constexpr ErrorRule slowPair{ErrorClass::Throttled, Scope::Recipient};
constexpr ErrorRule unknown{ErrorClass::UnknownOutcome, Scope::Message};

struct CodeRule
{
    int code;
    ErrorRule rule;
};

constexpr auto codes = std::to_array<CodeRule>({
    {1, later},          {2, later},        {3, account},         {4, slowAccount},     {10, account},
    {190, account},      {368, account},    {80007, slowAccount}, {130429, slowSender}, {130472, thisTime},
    {130497, country},   {131000, later},   {131005, account},    {131016, later},      {131021, recipient},
    {131026, recipient}, {131030, account}, {131031, account},    {131037, sender},     {131042, account},
    {131045, sender},    {131047, message}, {131048, slowSender}, {131049, later},      {131050, optedOut},
    {131051, message},   {131052, message}, {131053, later},      {131056, slowPair},   {131057, later},
    {131062, message},   {131063, account}, {131064, slowSender}, {132000, message},    {132001, account},
    {132005, message},   {132007, account}, {132008, message},    {132012, message},    {132015, account},
    {132016, account},   {132068, account}, {132069, account},    {133016, slowSender}, {135000, later},
    {137000, recipient},
});
static_assert(std::ranges::is_sorted(codes, {}, &CodeRule::code));

/// 33, 100, 131008 and 131009 say 'bad parameter': which one stands in the words alone.
ErrorRule ruleForParameter(const ErrorBody &error)
{
    constexpr int noSuchObject = 33;
    const QString words = error.message + u' ' + error.details;
    if (error.code == noSuchObject || error.subcode == noSuchObject || words.contains("phone_number_id"_L1) ||
        words.contains("Object with ID"_L1))
        return account;
    if (words.contains("recipient"_L1, Qt::CaseInsensitive) || words.contains("param to"_L1, Qt::CaseInsensitive) ||
        words.contains("'to'"_L1) || words.contains("[\"to\"]"_L1) || words.contains("phone number"_L1))
        return recipient;
    return message;
}

std::optional<ErrorRule> ruleForCode(const ErrorBody &error)
{
    if (error.code == 33 || error.code == 100 || error.code == 131008 || error.code == 131009)
        return ruleForParameter(error);
    if (error.code >= 200 && error.code <= 299)
        return account;
    const auto it = std::ranges::lower_bound(codes, error.code, {}, &CodeRule::code);
    return it != codes.end() && it->code == error.code ? std::optional(it->rule) : std::nullopt;
}

} // namespace

QString ErrorBody::words() const { return details.isEmpty() ? message : details; }

ErrorBody errorFrom(const QJsonObject &object)
{
    ErrorBody error;
    error.code = object["code"_L1].toInt();
    error.subcode = object["error_subcode"_L1].toInt();
    error.message = object["message"_L1].toString();
    if (error.message.isEmpty())
        error.message = object["title"_L1].toString();
    error.details = object["error_data"_L1]["details"_L1].toString();
    error.isTransient = object["is_transient"_L1].toBool();
    return error;
}

ErrorRule ruleForAnswer(const ErrorBody &error, int httpStatus)
{
    if (const auto known = ruleForCode(error)) {
        // A server that failed in the middle may have accepted all the same, whatever it says of itself.
        return httpStatus >= 500 && known->errorClass == ErrorClass::RetryLater ? unknown : *known;
    }
    if (httpStatus == 429)
        return slowAccount;
    if (httpStatus == 401 || httpStatus == 403)
        return account;
    if (httpStatus == 408 || httpStatus >= 500 || httpStatus < 300)
        return unknown;
    if (error.isTransient)
        return later;
    // A redirect is never followed; without a code of Meta's something else speaks at this address: the messages are
    // kept, not burnt.
    if (httpStatus < 400 || error.code == 0)
        return account;
    return message;
}

ErrorRule ruleForLateFailure(const ErrorBody &error)
{
    if (const auto known = ruleForCode(error))
        return *known;
    return error.isTransient ? later : ErrorRule{};
}

std::optional<domain::Millis> pauseFor(int code)
{
    switch (code) {
    case 131048: // spam restriction
    case 131064: // messaging limit reached
    case 133016: // registration limit
        return 1h;
    case 131049: // withheld for the person's sake
        return 24h;
    case 131056: // one message to one person in six seconds
        return 6s;
    default:
        return std::nullopt;
    }
}

} // namespace providers::whatsappcloud
