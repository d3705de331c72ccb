#include "providers/bird/codes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::bird {

namespace {

using namespace rules;

constexpr CodeRule codesAfterAcceptance[]{
    {"invalid_destination"_L1, recipient},
    {"landline_unreachable"_L1, recipient},
    {"unreachable"_L1, later},
    {"provider_unavailable"_L1, later},
    {"blocked_by_carrier"_L1, message},
    {"content_rejected"_L1, message},
    {"blocked_by_recipient"_L1, optedOut},
    {"recipient_opted_out"_L1, optedOut},
    {"sender_unregistered"_L1, sender},
    {"insufficient_balance"_L1, account},
    {"unknown"_L1, unclear},
};

/// The first request with this key is still being worked on: what became of it is open.
constexpr QLatin1String stillRunning("E01004");
/// The key was used with another content: this one was not taken, but another one of this attempt was.
constexpr QLatin1String keyReused("E01005");
/// Not executed, says Bird.
constexpr QLatin1String notExecuted("E01033");

ErrorRule ruleForInvalid(const ErrorBody &error)
{
    if (error.param == "to"_L1 || error.name == "SMSInvalidRecipient"_L1)
        return recipient;
    if (error.param == "from"_L1 || error.name == "SMSNoEligibleSender"_L1)
        return sender;
    return message;
}

} // namespace

ErrorRule ruleForAnswer(const ErrorBody &error, int httpStatus)
{
    // Something went under this attempt's key before: perhaps the very message, which its reference will show.
    if (error.code == stillRunning || error.code == keyReused)
        return unknown;
    if (error.code == notExecuted)
        return later;
    const bool isBirds = !error.code.isEmpty() || !error.name.isEmpty();
    switch (httpStatus) {
    case 404: // no such endpoint or workspace
    case 421: // the key belongs to another region
    case 501:
        return account;
    case 400:
    case 422:
        return isBirds ? ruleForInvalid(error) : message;
    default:
        return ruleForHttpStatus(httpStatus, isBirds);
    }
}

std::span<const CodeRule> lateCodes() { return codesAfterAcceptance; }

ErrorRule ruleForLateFailure(const QString &code)
{
    const auto *known = std::ranges::find(codesAfterAcceptance, code, &CodeRule::code);
    return known != std::end(codesAfterAcceptance) ? known->rule : unclear;
}

} // namespace providers::bird
