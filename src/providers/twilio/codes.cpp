#include "providers/twilio/codes.h"

#include <algorithm>
#include <array>

namespace providers::twilio {

namespace {

using namespace rules;

/// Says nothing against the recipient or the text as such: another pair or another day may work.
constexpr ErrorRule thisPair{ErrorClass::Recipient, domain::Scope::Message};

constexpr auto codes = std::to_array<CodeRule>({
    {20001, message},         {20003, account},     {20005, account},   {20006, account},    {20008, account},
    {20010, account},         {20403, account},     {20404, account},   {20422, message},    {20429, slowAccount},
    {20500, unknown},         {20503, unknown},

    {21211, recipient},       {21212, sender},      {21217, recipient}, {21219, account},    {21401, recipient},
    {21408, country},         {21602, message},     {21603, sender},    {21604, recipient},  {21606, sender},
    {21607, sender},          {21608, account},     {21609, account},   {21610, optedOut},   {21611, slowSender},
    {21612, thisPair},        {21614, recipient},   {21617, message},   {21618, message},    {21620, message},
    {21623, message},         {21624, account},     {21626, account},   {21654, message},    {21655, message},
    {21656, message},         {21659, sender},      {21660, sender},    {21661, sender},     {21701, sender},
    {21702, sender},          {21703, sender},      {21704, sender},    {21705, sender},

    {30001, later},           {30002, account},     {30003, later},     {30004, recipient},  {30005, recipient},
    {30006, recipient},       {30007, message},     {30008, later},     {30009, message},    {30010, account},
    {30011, message},         {30012, account},     {30013, account},   {30017, later},      {30018, sender},
    {30019, message},         {30020, later},       {30021, later},     {30022, slowSender}, {30023, slowSender},
    {30024, sender},          {30027, slowSender},  {30032, sender},    {30034, sender},     {30035, sender},
    {validityExpired, later}, {30410, later},

    {35111, message},         {35114, message},     {35115, message},   {35116, message},    {35117, message},
    {35118, message},         {35125, slowAccount}, {35126, message},

    {63001, sender},          {63002, sender},      {63003, recipient}, {63005, message},    {63006, message},
    {63007, sender},          {63008, sender},      {63009, later},     {63010, later},      {63012, later},
    {63013, message},         {63014, optedOut},    {63015, sender},    {63016, message},    {63017, slowSender},
    {63018, slowSender},      {63019, message},     {63020, sender},    {63021, message},    {63022, sender},
    {63024, recipient},       {63026, message},     {63027, account},   {63028, account},    {63031, recipient},
    {63032, thisPair},        {63033, optedOut},    {63034, message},   {63037, message},    {63038, slowAccount},
    {63040, account},         {63041, account},

    {90007, account},         {90010, account},     {90014, account},
});
static_assert(std::ranges::is_sorted(codes, {}, &CodeRule::code));

} // namespace

std::span<const CodeRule> knownCodes() { return codes; }

std::optional<ErrorRule> ruleForCode(int code)
{
    const auto it = std::ranges::lower_bound(codes, code, {}, &CodeRule::code);
    return it != codes.end() && it->code == code ? std::optional(it->rule) : std::nullopt;
}

ErrorRule ruleForAnswer(int code, int httpStatus)
{
    if (const auto known = ruleForCode(code)) {
        // A server that failed in the middle may have accepted all the same, whatever it advises.
        if (httpStatus >= 500 && known->errorClass == ErrorClass::RetryLater)
            return unknown;
        return *known;
    }
    return ruleForHttpStatus(httpStatus, code != 0);
}

ErrorRule ruleForLateFailure(int code) { return ruleForCode(code).value_or(ErrorRule{}); }

} // namespace providers::twilio
