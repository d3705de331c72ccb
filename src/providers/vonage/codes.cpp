#include "providers/vonage/codes.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace providers::vonage {

namespace {

using namespace rules;

constexpr auto codesOfSend = std::to_array<CodeRule>({
    {1, slowAccount}, {2, message},  {3, message},      {4, account},  {5, later},      {6, message},  {7, optedOut},
    {8, account},     {9, account},  {10, slowAccount}, {11, account}, {12, message},   {14, account}, {15, sender},
    {22, account},    {23, account}, {29, account},     {32, account}, {33, recipient},
});
static_assert(std::ranges::is_sorted(codesOfSend, {}, &CodeRule::code));

// 9 is also what a number on the opt-out list of the United States yields: the text shown says so by its code.
constexpr auto codesOfReceipt = std::to_array<CodeRule>({
    {1, unclear},    {2, later},    {3, recipient}, {4, optedOut},     {5, unclear},    {6, message},
    {7, later},      {8, later},    {9, recipient}, {10, message},     {11, recipient}, {12, recipient},
    {13, recipient}, {14, sender},  {15, later},    {16, slowAccount}, {50, account},   {51, account},
    {52, message},   {53, account}, {54, account},  {99, unclear},
});
static_assert(std::ranges::is_sorted(codesOfReceipt, {}, &CodeRule::code));

std::optional<ErrorRule> find(std::span<const CodeRule> codes, int code)
{
    const auto known = std::ranges::lower_bound(codes, code, {}, &CodeRule::code);
    return known != codes.end() && known->code == code ? std::optional(known->rule) : std::nullopt;
}

} // namespace

std::span<const CodeRule> sendCodes() { return codesOfSend; }

ErrorRule ruleForSend(int status, const QString &text)
{
    // "Invalid value for parameter: to", "Invalid 'to' address", but not "not allowed to send".
    static const QRegularExpression recipientNamed(
        u"(param(eter)?|value)[^a-z]*\\bto\\b|['\"]to['\"]|\\bto\\b (address|number|param)"_s,
        QRegularExpression::CaseInsensitiveOption);
    constexpr int invalidParameter = 3;
    if (status == invalidParameter && recipientNamed.match(text).hasMatch())
        return recipient;
    return find(codesOfSend, status).value_or(message);
}

std::optional<domain::Millis> waitIn(const QString &text)
{
    static const QRegularExpression inBrackets(u"\\[\\s*([0-9]{1,6})\\s*\\]"_s);
    const auto match = inBrackets.match(text);
    return match.hasMatch() ? std::optional(domain::Millis{match.captured(1).toLongLong()}) : std::nullopt;
}

std::span<const CodeRule> receiptCodes() { return codesOfReceipt; }

ErrorRule ruleForReceipt(int code) { return find(codesOfReceipt, code).value_or(unclear); }

} // namespace providers::vonage
