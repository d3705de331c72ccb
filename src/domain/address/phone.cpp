#include "domain/address/phone.h"
#include "domain/address/phoneplan.h"
#include "domain/address/phonetext.h"

#include <phonenumbers/phonenumberutil.h>
#include <phonenumbers/shortnumberinfo.h>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

using Util = i18n::phonenumbers::PhoneNumberUtil;
using Parsed = i18n::phonenumbers::PhoneNumber;

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

QString e164Of(const Parsed &number)
{
    std::string text;
    Util::GetInstance()->Format(number, Util::E164, &text);
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

PhoneProblem readByLibrary(QStringView text, const std::string &region, PhoneNumber &result)
{
    const Util *util = Util::GetInstance();
    Parsed number;
    if (const auto error = util->Parse(text.toUtf8().toStdString(), region, &number); error != Util::NO_PARSING_ERROR)
        return problemOf(error);
    // IsValidNumber is 'has a region, and there a type': asking for the type alone saves half of the work.
    const auto type = util->GetNumberType(number);
    if (type == Util::UNKNOWN)
        return whyNotValid(number);
    std::string country;
    util->GetRegionCodeForNumber(number, &country);
    if (country.size() == 2 && country != "ZZ")
        result.country = QString::fromStdString(country);
    result.e164 = e164Of(number);
    result.kind = kindOf(type);
    if (result.extension.isEmpty() && number.has_extension())
        result.extension = QString::fromStdString(number.extension());
    return PhoneProblem::None;
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
    const std::string region = regionOf(defaultCountry);
    PhoneNumber result;
    result.extension = typed->extension;
    if (const auto planned = readByPlan(typed->number, region)) {
        result.e164 = u'+' + QString::number(planned->callingCode) + QString::fromStdString(planned->national);
        result.country = QString::fromStdString(planned->region);
        result.kind = planned->kind;
    } else if (const PhoneProblem problem = readByLibrary(typed->number, region, result);
               problem != PhoneProblem::None) {
        return tl::unexpected(problem);
    }
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
