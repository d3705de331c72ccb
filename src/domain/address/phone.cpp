#include "domain/address/phone.h"
#include "domain/address/phonetext.h"

#include <phonenumbers/phonenumberutil.h>
#include <phonenumbers/shortnumberinfo.h>

#include <algorithm>
#include <array>
#include <list>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

using Util = i18n::phonenumbers::PhoneNumberUtil;
using Parsed = i18n::phonenumbers::PhoneNumber;

constexpr int northAmerica = 1; // the calling code

// The two letters of a region in upper case, or "ZZ" ('none') for anything else.
std::string regionOf(QStringView country)
{
    if (country.size() != 2)
        return "ZZ";
    std::string region(2, ' ');
    for (qsizetype i = 0; i < 2; ++i) {
        const char16_t c = country[i].unicode() & ~u'\x20';
        if (c < u'A' || c > u'Z')
            return "ZZ";
        region[static_cast<size_t>(i)] = static_cast<char>(c);
    }
    return region;
}

NumberKind kindOf(Util::PhoneNumberType type)
{
    switch (type) {
    case Util::MOBILE:
        return NumberKind::Mobile;
    case Util::FIXED_LINE:
        return NumberKind::FixedLine;
    case Util::FIXED_LINE_OR_MOBILE:
        return NumberKind::FixedLineOrMobile;
    case Util::TOLL_FREE:
        return NumberKind::TollFree;
    case Util::PREMIUM_RATE:
        return NumberKind::PremiumRate;
    case Util::SHARED_COST:
        return NumberKind::SharedCost;
    case Util::VOIP:
        return NumberKind::Voip;
    case Util::PERSONAL_NUMBER:
        return NumberKind::PersonalNumber;
    case Util::PAGER:
        return NumberKind::Pager;
    case Util::UAN:
        return NumberKind::Uan;
    case Util::VOICEMAIL:
        return NumberKind::Voicemail;
    case Util::UNKNOWN:
        break;
    }
    return NumberKind::Unknown;
}

PhoneProblem problemOf(Util::ErrorType error)
{
    switch (error) {
    case Util::INVALID_COUNTRY_CODE_ERROR:
        return PhoneProblem::InvalidCountryCode;
    case Util::TOO_SHORT_AFTER_IDD:
    case Util::TOO_SHORT_NSN:
        return PhoneProblem::TooShort;
    case Util::TOO_LONG_NSN:
        return PhoneProblem::LongNumber;
    case Util::NOT_A_NUMBER:
    case Util::NO_PARSING_ERROR:
        break;
    }
    return PhoneProblem::NotANumber;
}

PhoneProblem whyNotValid(const Parsed &number)
{
    switch (Util::GetInstance()->IsPossibleNumberWithReason(number)) {
    case Util::IS_POSSIBLE_LOCAL_ONLY:
        return PhoneProblem::LocalOnly;
    case Util::TOO_SHORT:
        return PhoneProblem::TooShort;
    case Util::TOO_LONG:
        return PhoneProblem::LongNumber;
    case Util::INVALID_COUNTRY_CODE:
        return PhoneProblem::InvalidCountryCode;
    case Util::IS_POSSIBLE:
    case Util::INVALID_LENGTH:
        break;
    }
    return PhoneProblem::NotValid;
}

bool isNorthAmerican(const std::string &region)
{
    // Read once from the library, so that the short cut below follows its data.
    static const std::list<std::string> regions = [] {
        std::list<std::string> codes;
        Util::GetInstance()->GetRegionCodesForCountryCallingCode(northAmerica, &codes);
        return codes;
    }();
    return std::find(regions.begin(), regions.end(), region) != regions.end();
}

// What Util::Parse makes of most of North America's numbers, at a tenth of its time: ten digits of which the first is 2
// to 9, alone with a region of the plan, or after +1. No country code, national prefix or carrier code can be found
// in such a number, so the ten digits are the number. Anything else is left to Parse.
bool readNorthAmerican(QStringView text, const std::string &region, Parsed &number)
{
    std::array<char, 12> digits{};
    size_t count = 0;
    bool plus = false;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (u >= u'0' && u <= u'9') {
            if (count == 11)
                return false;
            digits[count++] = static_cast<char>(u);
        } else if (u == u'+') {
            if (plus || count > 0)
                return false;
            plus = true;
        } else if (u != u' ' && u != u'-' && u != u'(' && u != u')' && u != u'.') {
            return false;
        }
    }
    const char *first = digits.data();
    if (plus) {
        if (count != 11 || digits[0] != '1')
            return false;
        ++first;
    } else if (count != 10 || !isNorthAmerican(region)) {
        return false;
    }
    if (*first < '2')
        return false;
    quint64 value = 0;
    for (size_t i = 0; i < 10; ++i)
        value = value * 10 + static_cast<quint64>(first[i] - '0');
    number.set_country_code(northAmerica);
    number.set_national_number(value);
    return true;
}

QString e164Of(const Parsed &number)
{
    std::string text;
    Util::GetInstance()->Format(number, Util::E164, &text);
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QString formatted(QStringView e164, Util::PhoneNumberFormat format)
{
    Parsed number;
    const Util *util = Util::GetInstance();
    if (e164.size() > phoneInputLimit ||
        util->Parse(e164.toUtf8().toStdString(), "ZZ", &number) != Util::NO_PARSING_ERROR)
        return e164.toString();
    std::string text;
    util->Format(number, format, &text);
    return QString::fromStdString(text);
}

// The number as dialled inside `country`, for the two questions about short numbers. False when it is no number.
bool parseShort(QStringView input, const std::string &region, Parsed &number)
{
    const auto typed = readTypedPhone(input);
    return typed && typed->extension.isEmpty() &&
           Util::GetInstance()->Parse(typed->number.toUtf8().toStdString(), region, &number) == Util::NO_PARSING_ERROR;
}

const i18n::phonenumbers::ShortNumberInfo &shortNumbers()
{
    static const i18n::phonenumbers::ShortNumberInfo info; // 0.4 ms to make, const and usable from any thread
    return info;
}

} // namespace

tl::expected<PhoneNumber, PhoneProblem> parsePhone(QStringView input, QStringView defaultCountry)
{
    const auto typed = readTypedPhone(input);
    if (!typed)
        return tl::unexpected(typed.error());
    const Util *util = Util::GetInstance();
    const std::string region = regionOf(defaultCountry);
    Parsed number;
    if (!readNorthAmerican(typed->number, region, number)) {
        const QByteArray text = typed->number.toUtf8();
        const auto error =
            util->Parse(std::string(text.constData(), static_cast<size_t>(text.size())), region, &number);
        if (error != Util::NO_PARSING_ERROR)
            return tl::unexpected(problemOf(error));
    }
    // IsValidNumber is 'has a region, and there a type': asking for the type alone saves half of the work.
    const auto type = util->GetNumberType(number);
    if (type == Util::UNKNOWN)
        return tl::unexpected(whyNotValid(number));

    PhoneNumber result;
    result.e164 = e164Of(number);
    std::string country;
    util->GetRegionCodeForNumber(number, &country);
    if (country.size() == 2 && country != "ZZ")
        result.country = QString::fromLatin1(country.data(), 2);
    result.kind = kindOf(type);
    result.extension = typed->extension;
    if (result.extension.isEmpty() && number.has_extension())
        result.extension = QString::fromStdString(number.extension());
    result.sms = result.extension.isEmpty() ? smsReachOf(result.kind) : SmsReach::No;
    return result;
}

SmsReach smsReachOf(NumberKind kind)
{
    switch (kind) {
    case NumberKind::Mobile:
        return SmsReach::Yes;
    case NumberKind::FixedLineOrMobile:
        return SmsReach::Maybe;
    default:
        return SmsReach::No;
    }
}

QString formatInternational(QStringView e164) { return formatted(e164, Util::INTERNATIONAL); }

QString formatNational(QStringView e164) { return formatted(e164, Util::NATIONAL); }

bool isShortCode(QStringView input, QStringView country)
{
    Parsed number;
    const std::string region = regionOf(country);
    return parseShort(input, region, number) && shortNumbers().IsValidShortNumberForRegion(number, region);
}

bool isEmergencyNumber(QStringView input, QStringView country)
{
    const auto typed = readTypedPhone(input);
    return typed && shortNumbers().ConnectsToEmergencyNumber(typed->number.toUtf8().toStdString(), regionOf(country));
}

QString toText(NumberKind kind)
{
    switch (kind) {
    case NumberKind::Mobile:
        return u"MOBILE"_s;
    case NumberKind::FixedLine:
        return u"FIXED_LINE"_s;
    case NumberKind::FixedLineOrMobile:
        return u"FIXED_LINE_OR_MOBILE"_s;
    case NumberKind::TollFree:
        return u"TOLL_FREE"_s;
    case NumberKind::PremiumRate:
        return u"PREMIUM_RATE"_s;
    case NumberKind::SharedCost:
        return u"SHARED_COST"_s;
    case NumberKind::Voip:
        return u"VOIP"_s;
    case NumberKind::PersonalNumber:
        return u"PERSONAL_NUMBER"_s;
    case NumberKind::Pager:
        return u"PAGER"_s;
    case NumberKind::Uan:
        return u"UAN"_s;
    case NumberKind::Voicemail:
        return u"VOICEMAIL"_s;
    case NumberKind::ShortCode:
        return u"SHORT_CODE"_s;
    case NumberKind::Unknown:
        return u"UNKNOWN"_s;
    }
    Q_UNREACHABLE();
}

QString toText(SmsReach reach)
{
    switch (reach) {
    case SmsReach::Yes:
        return u"yes"_s;
    case SmsReach::Maybe:
        return u"maybe"_s;
    case SmsReach::No:
        return u"no"_s;
    }
    Q_UNREACHABLE();
}

QString toText(PhoneProblem problem)
{
    switch (problem) {
    case PhoneProblem::None:
        return u"none"_s;
    case PhoneProblem::Empty:
        return u"empty"_s;
    case PhoneProblem::TooLong:
        return u"too_long"_s;
    case PhoneProblem::Letters:
        return u"letters"_s;
    case PhoneProblem::SeveralNumbers:
        return u"several_numbers"_s;
    case PhoneProblem::NotANumber:
        return u"not_a_number"_s;
    case PhoneProblem::InvalidCountryCode:
        return u"invalid_country_code"_s;
    case PhoneProblem::TooShort:
        return u"too_short"_s;
    case PhoneProblem::LongNumber:
        return u"long_number"_s;
    case PhoneProblem::NotValid:
        return u"not_valid"_s;
    case PhoneProblem::LocalOnly:
        return u"local_only"_s;
    }
    Q_UNREACHABLE();
}

} // namespace domain
