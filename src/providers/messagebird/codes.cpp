#include "providers/messagebird/codes.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace providers::messagebird {

namespace {

using namespace rules;

// Below 100 the numbers of GSM MAP, from 100 on MessageBird's own.
constexpr auto codesAfterAcceptance = std::to_array<CodeRule>({
    {1, recipient},
    {5, recipient},
    {6, later},
    {7, recipient},
    {9, recipient},
    {11, recipient},
    {12, recipient},
    {13, recipient},
    {21, recipient},
    {27, later},
    {31, later},
    {32, later},
    {33, later},
    {34, later},
    {35, later},
    {36, later},
    {103, optedOut},
    {256, later},
});
static_assert(std::ranges::is_sorted(codesAfterAcceptance, {}, &CodeRule::code));

struct ReasonRule
{
    QLatin1String words;
    ErrorRule rule;
};

constexpr ReasonRule reasons[]{
    {"opted out"_L1, optedOut},
    {"unknown subscriber"_L1, recipient},
    {"teleservice not provisioned"_L1, recipient},
    {"absent subscriber"_L1, later},
    {"unavailable subscriber"_L1, later},
    {"expired"_L1, later},
    {"carrier rejected"_L1, message},
    {"insufficient balance"_L1, account},
};

ErrorRule ruleForParameter(const QString &parameter)
{
    if (parameter == "recipients"_L1 || parameter == "recipient"_L1)
        return recipient;
    if (parameter == "originator"_L1)
        return sender;
    if (parameter == "reportUrl"_L1)
        return account;
    return message;
}

} // namespace

ErrorRule ruleForAnswer(const ErrorBody &error, int httpStatus)
{
    // A server that failed in the middle may have accepted all the same, whatever it advises.
    if (httpStatus >= 500 || httpStatus == 429)
        return ruleForHttpStatus(httpStatus, error.code != 0);
    switch (error.code) {
    case 2:  // request not allowed
    case 20: // not found, method not allowed
    case 25: // not enough credit
        return account;
    case 9:  // missing
    case 10: // invalid
        return ruleForParameter(error.parameter);
    case 21: // bad request
        return message;
    case 98:
    case 99:
        return unknown;
    default:
        return ruleForHttpStatus(httpStatus, error.code != 0);
    }
}

std::span<const CodeRule> lateCodes() { return codesAfterAcceptance; }

ErrorRule ruleForLateFailure(int code, const QString &reason)
{
    const auto known = std::ranges::lower_bound(codesAfterAcceptance, code, {}, &CodeRule::code);
    if (known != codesAfterAcceptance.end() && known->code == code)
        return known->rule;
    for (const ReasonRule &one : reasons)
        if (reason.contains(one.words, Qt::CaseInsensitive))
            return one.rule;
    return unclear;
}

bool isUnconfirmed(const QString &reason) { return reason.contains("dlr not received"_L1, Qt::CaseInsensitive); }

} // namespace providers::messagebird
