#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace domain {

/// What a number is, by the numbering plan of its country (libphonenumber). A short code is never the result of
/// parsePhone: it has no E.164 form; see isShortCode.
enum class NumberKind {
    Mobile,
    FixedLine,
    FixedLineOrMobile, ///< the plan cannot tell: every number of the USA and Canada
    TollFree,
    PremiumRate,
    SharedCost,
    Voip,
    PersonalNumber,
    Pager,
    Uan,
    Voicemail,
    ShortCode,
    Unknown
};

/// Can it get a text message? A guess from the kind; what a provider answers is stored on the number and wins.
enum class SmsReach { Yes, Maybe, No };

/// Why an input is not a number one may store as E.164. The raw text is kept by the caller, flagged, and never sent to.
enum class PhoneProblem {
    None,
    Empty,
    TooLong,        ///< over phoneInputLimit characters: not even looked at
    Letters,        ///< anything but one extension marker ('mobile', '1-800-FLOWERS')
    SeveralNumbers, ///< two numbers in one field: to be split by the person, never guessed
    NotANumber,
    InvalidCountryCode, ///< no + and no default country, or a calling code that does not exist
    TooShort,
    LongNumber, ///< too many digits for the country
    NotValid,   ///< right length, but no such range in the plan of October 2022: a person may overrule
    LocalOnly   ///< a subscriber number without its area code
};

struct PhoneNumber
{
    QString e164;    ///< '+' and 7 to 15 digits: the key for duplicates and suppression
    QString country; ///< ISO 3166 alpha-2; empty for numbers of no country (+800, +870, +881, +883 ...)
    NumberKind kind = NumberKind::Unknown;
    SmsReach sms = SmsReach::No; ///< as the kind says, but No with an extension
    QString extension;           ///< digits, usually empty; not part of e164

    friend bool operator==(const PhoneNumber &, const PhoneNumber &) = default;
};

/// Characters of input that are looked at. libphonenumber's time is quadratic in the length.
inline constexpr qsizetype phoneInputLimit = 64;

/// `input` as a person typed it; `defaultCountry` is an ISO 3166 alpha-2 code in any case, or empty when only numbers
/// with + are wanted. Any thread. The rules are those of facts/phone.md, the plan that of the linked libphonenumber.
[[nodiscard]] tl::expected<PhoneNumber, PhoneProblem> parsePhone(QStringView input, QStringView defaultCountry);

/// What the kind alone says about text messages.
[[nodiscard]] SmsReach smsReachOf(NumberKind kind);

/// "+44 20 7946 0958" and "020 7946 0958" for people to read; the text as it is when it is no number. Any thread.
[[nodiscard]] QString formatInternational(QStringView e164);
[[nodiscard]] QString formatNational(QStringView e164);

/// A number such as '12345' that exists only inside `country`: it may have sent us a text, it is never answered
/// automatically. Any thread.
[[nodiscard]] bool isShortCode(QStringView input, QStringView country);

/// 911, 112 ... in `country`, also with a prefix that connects anyway: never to be messaged or called. Any thread.
[[nodiscard]] bool isEmergencyNumber(QStringView input, QStringView country);

/// The words of the database and of the command line: "MOBILE", "FIXED_LINE_OR_MOBILE" ...; "yes", "maybe", "no".
[[nodiscard]] QString toText(NumberKind kind);
[[nodiscard]] QString toText(SmsReach reach);

/// The code of a problem for rejects files and --json: "too_long", "several_numbers" ...
[[nodiscard]] QString toText(PhoneProblem problem);

} // namespace domain
