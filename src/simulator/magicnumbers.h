#pragma once

#include <string_view>

namespace simulator {

/// A number that is refused at once, in Twilio's terms (twilio.md, section 11); other dialects say the same in theirs.
struct MagicNumber
{
    std::string_view number;
    int code;
    std::string_view words;
};

inline constexpr MagicNumber magicRecipients[]{
    {"+15005550001", 21211, "Invalid 'To' Phone Number"},
    {"+15005550002", 21612, "The 'To' phone number is not reachable from this 'From'"},
    {"+15005550003", 21408, "Permission to send to this region has not been enabled"},
    {"+15005550004", 21610, "Attempt to send to unsubscribed recipient"},
    {"+15005550009", 21614, "'To' number is not a valid mobile number"},
};
inline constexpr MagicNumber magicSenders[]{
    {"+15005550001", 21212, "Invalid 'From' number"},
    {"+15005550007", 21606, "The 'From' number is not a valid SMS-capable number of this account"},
    {"+15005550008", 21611, "This 'From' number has exceeded the maximum number of queued messages"},
};

template <size_t n>
const MagicNumber *magicOf(const MagicNumber (&numbers)[n], std::string_view number)
{
    if (!number.starts_with("+1500555000"))
        return nullptr;
    for (const MagicNumber &one : numbers)
        if (one.number == number)
            return &one;
    return nullptr;
}

/// Null for any other number.
inline const MagicNumber *magicRecipient(std::string_view number) { return magicOf(magicRecipients, number); }
inline const MagicNumber *magicSender(std::string_view number) { return magicOf(magicSenders, number); }

} // namespace simulator
