#include "providers/sns/codes.h"

#include "providers/sns/sigv4.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace providers::sns {

namespace {

using domain::Scope;

constexpr ErrorRule account{ErrorClass::Config, Scope::Account};
constexpr ErrorRule sender{ErrorClass::Config, Scope::Sender};
constexpr ErrorRule recipient{ErrorClass::Recipient, Scope::Recipient};
constexpr ErrorRule message{ErrorClass::Message, Scope::Message};
constexpr ErrorRule optedOut{ErrorClass::OptedOut, Scope::Recipient};
constexpr ErrorRule later{ErrorClass::RetryLater, Scope::Message};
constexpr ErrorRule slow{ErrorClass::Throttled, Scope::Account};
constexpr ErrorRule unknown{ErrorClass::UnknownOutcome, Scope::Message};

struct CodeRule
{
    QStringView code;
    ErrorRule rule;
};

/// sns.md, section 4.
constexpr auto codes = std::to_array<CodeRule>({
    {u"Throttled", slow},
    {u"Throttling", slow},
    {u"ThrottlingException", slow},
    {u"ThrottledException", slow},
    {u"KMSThrottling", slow},
    {u"RequestLimitExceeded", slow},
    {u"OptedOut", optedOut},
    {u"AuthorizationError", account},
    {u"AccessDenied", account},
    {u"AccessDeniedException", account},
    {u"InvalidSecurity", account},
    {u"InvalidClientTokenId", account},
    {u"SignatureDoesNotMatch", account},
    {u"IncompleteSignature", account},
    {u"MissingAuthenticationToken", account},
    {u"ExpiredToken", account},
    {u"OptInRequired", account},
    {u"RequestExpired", account},
    {u"EndpointDisabled", account},
    {u"NotFound", account},
    {u"InternalError", unknown},
    {u"InternalFailure", unknown},
    {u"ServiceUnavailable", unknown},
});

constexpr auto invalidInput =
    std::to_array<QStringView>({u"InvalidParameter", u"InvalidParameterValue", u"ParameterValueInvalid",
                                u"ValidationError", u"ValidationException", u"UserError"});

/// "Invalid parameter: PhoneNumber Reason: …"; the attributes before the message, whose name is part of theirs.
ErrorRule ruleForField(QStringView words)
{
    if (words.contains(u"PhoneNumber") || words.contains(u"phone number", Qt::CaseInsensitive))
        return recipient;
    if (words.contains(u"SenderID") || words.contains(u"OriginationNumber"))
        return sender;
    if (words.contains(u"MessageAttribute") || words.contains(u"AWS.SNS.SMS") || words.contains(u"AWS.MM.SMS"))
        return account;
    return message;
}

} // namespace

ErrorRule ruleForAnswer(QStringView code, QStringView words, int httpStatus)
{
    if (std::ranges::find(invalidInput, code) != invalidInput.end())
        return ruleForField(words);
    if (const auto known = std::ranges::find(codes, code, &CodeRule::code); known != codes.end())
        return known->rule;
    if (httpStatus == 429)
        return slow;
    if (httpStatus == 401 || httpStatus == 403)
        return account;
    if (httpStatus == 408 || httpStatus >= 500 || httpStatus < 300)
        return unknown;
    // A redirect is never followed; without a code of Amazon's something else speaks at this address: the messages are
    // kept, not burnt.
    if (httpStatus < 400 || code.isEmpty())
        return account;
    return message;
}

std::optional<domain::Millis> clockBehind(const QString &words)
{
    // "Signature expired: 20261120T213000Z is now earlier than 20261120T214500Z (20261120T215000Z - 5 min.)" and
    // "Signature not yet current: … is still later than … (… + 5 min.)"
    static const QRegularExpression times(
        u"^Signature (?:expired|not yet current): ([0-9]{8}T[0-9]{6}Z) .*\\(([0-9]{8}T[0-9]{6}Z) [-+]"_s);
    const auto match = times.match(words);
    const auto ours = sigv4::instantFromTimeStamp(match.captured(1).toLatin1());
    const auto theirs = sigv4::instantFromTimeStamp(match.captured(2).toLatin1());
    return ours && theirs ? std::optional(*theirs - *ours) : std::nullopt;
}

ErrorRule ruleForDelivery(QStringView said)
{
    struct Words
    {
        QStringView part;
        ErrorRule rule;
    };
    static constexpr auto known = std::to_array<Words>({
        {u"opted out", optedOut},
        {u"has blocked SMS", optedOut},
        {u"invalid phone number", recipient},
        {u"on a blocked list", recipient},
        {u"unreachable/unavailable", later},
        {u"blocked as spam", message},
        {u"carrier has blocked this message", message},
        {u"message body is invalid", message},
        {u"exceed max price", account},
        {u"no quota left", account},
    });
    const auto it = std::ranges::find_if(
        known, [said](const Words &words) { return said.contains(words.part, Qt::CaseInsensitive); });
    return it == known.end() ? ErrorRule{} : it->rule;
}

} // namespace providers::sns
