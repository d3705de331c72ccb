#include "domain/address/phoneplan.h"
#include "domain/address/digitpattern.h"

#include <phonenumbers/phonemetadata.pb.h>
#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <array>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <vector>

// The plans that the linked library was built with; exported, but in none of its installed headers.
namespace i18n::phonenumbers {
int metadata_size();
const void *metadata_get();
} // namespace i18n::phonenumbers

namespace domain {

namespace {

using i18n::phonenumbers::PhoneMetadata;
using i18n::phonenumbers::PhoneMetadataCollection;
using i18n::phonenumbers::PhoneNumberDesc;
using Util = i18n::phonenumbers::PhoneNumberUtil;

constexpr size_t mostDigits = 17; // the library's limits of a national number
constexpr size_t leastDigits = 2;

// Bits of a plan's automaton. Premium to Voicemail stand in the order in which the library asks.
enum Bit : quint32 {
    General,
    Premium,
    TollFree,
    SharedCost,
    Voip,
    Personal,
    Pager,
    Uan,
    Voicemail,
    Fixed,
    Mobile,
    LeadingDigits,
    NationalPrefix,
    DiallingPrefix,
    bitCount
};

enum class Length { Right, TooShort, TooLong, Other };

// The plan of one country.
struct Plan
{
    std::string region;
    int callingCode = 0;
    DigitPatterns patterns;
    std::array<quint32, Mobile + 1> lengths{}; // bit n: n digits are possible; 0: any
    quint32 localLengths = 0;
    bool hasLeadingDigits = false;
    bool sameFixedAndMobile = false;
    std::string prefix;         // the national prefix, if it is nothing but digits
    bool prefixIsPlain = false; // false: leave a number that has it to the library

    [[nodiscard]] bool is(Bit bit, quint32 whole, size_t length) const
    {
        return (whole & (1U << bit)) && (lengths[bit] == 0 || (lengths[bit] & (1U << length)));
    }
    [[nodiscard]] Length lengthOf(size_t digits) const
    {
        const quint32 possible = lengths[General];
        const quint32 here = 1U << digits;
        if (localLengths & here)
            return Length::Other;
        if (possible & here)
            return Length::Right;
        if (here > possible)
            return Length::TooLong;
        return here < (possible & (~possible + 1)) ? Length::TooShort : Length::Other;
    }
    [[nodiscard]] NumberKind kindOf(std::string_view national) const;
};

NumberKind Plan::kindOf(std::string_view national) const
{
    const quint32 whole = patterns.match(national).whole;
    const size_t length = national.size();
    if (!is(General, whole, length))
        return NumberKind::Unknown;
    static constexpr std::array<NumberKind, 8> kinds{
        NumberKind::PremiumRate,    NumberKind::TollFree, NumberKind::SharedCost, NumberKind::Voip,
        NumberKind::PersonalNumber, NumberKind::Pager,    NumberKind::Uan,        NumberKind::Voicemail};
    for (quint32 bit = Premium; bit <= Voicemail; ++bit)
        if (is(static_cast<Bit>(bit), whole, length))
            return kinds[bit - Premium];
    if (is(Fixed, whole, length))
        return sameFixedAndMobile || is(Mobile, whole, length) ? NumberKind::FixedLineOrMobile : NumberKind::FixedLine;
    return !sameFixedAndMobile && is(Mobile, whole, length) ? NumberKind::Mobile : NumberKind::Unknown;
}

quint32 lengthBits(const google::protobuf::RepeatedField<int> &lengths)
{
    quint32 bits = 0;
    for (const int length : lengths)
        bits |= 1U << (length > 0 ? length : 31); // -1: there are no such numbers
    return bits;
}

std::unique_ptr<Plan> compiled(const PhoneMetadata &data)
{
    auto plan = std::make_unique<Plan>();
    plan->region = data.id();
    plan->callingCode = data.country_code();
    plan->hasLeadingDigits = data.has_leading_digits();
    plan->sameFixedAndMobile = data.same_mobile_and_fixed_line_pattern();
    plan->prefix = data.national_prefix_for_parsing();
    plan->prefixIsPlain = plan->prefix.find_first_not_of("0123456789") == std::string::npos;
    plan->localLengths = lengthBits(data.general_desc().possible_length_local_only());
    const std::array<const PhoneNumberDesc *, Mobile + 1> descriptions{
        &data.general_desc(), &data.premium_rate(),    &data.toll_free(), &data.shared_cost(),
        &data.voip(),         &data.personal_number(), &data.pager(),     &data.uan(),
        &data.voicemail(),    &data.fixed_line(),      &data.mobile()};
    std::array<std::string, bitCount> patterns;
    for (size_t i = 0; i < descriptions.size(); ++i) {
        patterns[i] = descriptions[i]->national_number_pattern();
        plan->lengths[i] = lengthBits(descriptions[i]->possible_length());
        if (plan->lengths[i] == 1U << 31)
            patterns[i].clear();
    }
    patterns[LeadingDigits] = data.leading_digits();
    patterns[NationalPrefix] = plan->prefix;
    patterns[DiallingPrefix] = data.international_prefix();
    auto automaton = DigitPatterns::compile(patterns);
    if (!automaton)
        return nullptr;
    plan->patterns = std::move(*automaton);
    return plan;
}

// Every plan, compiled when it is first asked for. A process-wide cache of constants: what it holds depends on the
// linked library alone.
class Plans
{
public:
    Plans()
    {
        if (!m_data.ParseFromArray(i18n::phonenumbers::metadata_get(), i18n::phonenumbers::metadata_size()))
            return;
        for (const PhoneMetadata &data : m_data.metadata())
            if (data.id() != Util::kRegionCodeForNonGeoEntity)
                m_entries[data.id()].data = &data;
        std::set<int> codes;
        Util::GetInstance()->GetSupportedCallingCodes(&codes);
        for (const int code : codes) {
            std::list<std::string> regions;
            Util::GetInstance()->GetRegionCodesForCountryCallingCode(code, &regions);
            m_isCode[static_cast<size_t>(code)] = true;
            auto &entries = m_regionsOf[static_cast<size_t>(code)];
            for (const std::string &region : regions)
                if (const auto found = m_entries.find(region); found != m_entries.end())
                    entries.push_back(&found->second);
            if (entries.size() != regions.size())
                entries.clear(); // of no country: the library's business
        }
    }

    [[nodiscard]] const Plan *of(std::string_view region)
    {
        const auto found = m_entries.find(region);
        return found == m_entries.end() ? nullptr : compiledPlan(found->second);
    }
    [[nodiscard]] bool isCallingCode(int code) const { return m_isCode[static_cast<size_t>(code)]; }
    // The plan by which a calling code's numbers are read.
    [[nodiscard]] const Plan *ofCallingCode(int code)
    {
        const auto &entries = m_regionsOf[static_cast<size_t>(code)];
        return entries.empty() ? nullptr : compiledPlan(*entries.front());
    }
    // The country of a national number and what it is there.
    [[nodiscard]] bool place(PlanNumber &number);

private:
    struct Entry
    {
        const PhoneMetadata *data = nullptr;
        std::once_flag once;
        std::unique_ptr<Plan> plan;
    };

    static const Plan *compiledPlan(Entry &entry)
    {
        std::call_once(entry.once, [&entry] { entry.plan = compiled(*entry.data); });
        return entry.plan.get();
    }

    PhoneMetadataCollection m_data;
    std::map<std::string, Entry, std::less<>> m_entries;
    std::array<bool, 1000> m_isCode{};
    std::array<std::vector<Entry *>, 1000> m_regionsOf; // by calling code, the main country first
};

bool Plans::place(PlanNumber &number)
{
    const auto &entries = m_regionsOf[static_cast<size_t>(number.callingCode)];
    for (Entry *entry : entries) {
        const Plan *plan = compiledPlan(*entry);
        if (!plan)
            return false;
        const bool alone = entries.size() == 1;
        if (!alone && plan->hasLeadingDigits && !(plan->patterns.match(number.national).start & (1U << LeadingDigits)))
            continue;
        number.kind = plan->kindOf(number.national);
        if (number.kind == NumberKind::Unknown) {
            if (alone || plan->hasLeadingDigits)
                return false;
            continue;
        }
        number.region = plan->region;
        return true;
    }
    return false;
}

Plans &plans()
{
    static Plans all;
    return all;
}

// Takes the national prefix off as the library does. False: the library has to.
bool stripPrefix(const Plan &plan, std::string &number)
{
    if (number.empty() || plan.prefix.empty())
        return true;
    const auto matches = plan.patterns.match(number);
    if (!(matches.start & (1U << NationalPrefix)))
        return true;
    if (!plan.prefixIsPlain)
        return false;
    std::string rest = number.substr(plan.prefix.size());
    const bool wasNumber = matches.whole & (1U << General);
    if (!wasNumber || (plan.patterns.match(rest).whole & (1U << General)))
        number = std::move(rest);
    return true;
}

// The digits of `text`, and whether they follow a plus. False if anything is in it that does not plainly separate.
bool digitsOf(QStringView text, std::string &digits, bool &plus)
{
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (u >= u'0' && u <= u'9') {
            digits += static_cast<char>(u);
        } else if (u == u'+') {
            if (plus || !digits.empty())
                return false;
            plus = true;
        } else if (u != u' ' && u != u'-' && u != u'(' && u != u')' && u != u'.') {
            return false;
        }
    }
    return digits.size() > leastDigits && digits.size() < 20;
}

// After a plus: the calling code in front. 0 if there is none.
int takeCallingCode(std::string &digits)
{
    int code = 0;
    for (size_t i = 0; i < 3 && digits[0] != '0'; ++i) {
        code = code * 10 + (digits[i] - '0');
        if (plans().isCallingCode(code)) {
            digits.erase(0, i + 1);
            return code;
        }
    }
    return 0;
}

// Without a plus: may begin with the country's own calling code. False: the library has to read it.
bool dropOwnCallingCode(const Plan &plan, std::string &digits, bool &dropped)
{
    const auto matches = plan.patterns.match(digits);
    if (matches.start & (1U << DiallingPrefix))
        return false;
    const std::string code = std::to_string(plan.callingCode);
    if (!digits.starts_with(code))
        return true;
    std::string rest = digits.substr(code.size());
    if (!stripPrefix(plan, rest))
        return false;
    const bool wasNumber = matches.whole & (1U << General);
    const bool isNumber = plan.patterns.match(rest).whole & (1U << General);
    if ((!wasNumber && isNumber) || plan.lengthOf(digits.size()) == Length::TooLong) {
        digits = std::move(rest);
        dropped = true;
    }
    return true;
}

} // namespace

std::optional<PlanNumber> readByPlan(QStringView text, std::string_view region)
{
    PlanNumber number;
    bool plus = false;
    if (!digitsOf(text, number.national, plus))
        return std::nullopt;
    const Plan *plan = nullptr;
    if (plus) {
        number.callingCode = takeCallingCode(number.national);
        if (number.callingCode != 0)
            plan = plans().ofCallingCode(number.callingCode);
    } else if ((plan = plans().of(region))) {
        number.callingCode = plan->callingCode;
        bool dropped = false;
        if (!dropOwnCallingCode(*plan, number.national, dropped))
            return std::nullopt;
        if (dropped)
            plan = plans().ofCallingCode(number.callingCode);
    }
    if (!plan || number.national.size() < leastDigits)
        return std::nullopt;
    std::string stripped = number.national;
    if (!stripPrefix(*plan, stripped) || stripped.size() > mostDigits)
        return std::nullopt;
    const Length length = plan->lengthOf(stripped.size());
    if (length == Length::Right || length == Length::TooLong)
        number.national = std::move(stripped);
    const bool sized = number.national.size() >= leastDigits && number.national.size() <= mostDigits;
    return sized && plans().place(number) ? std::optional(std::move(number)) : std::nullopt;
}

} // namespace domain
