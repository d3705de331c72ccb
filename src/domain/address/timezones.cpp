#include "domain/address/timezones.h"
#include "domain/address/timezonedata.h"

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <set>
#include <vector>

namespace domain {

namespace {

constexpr qsizetype longestPrefix = 8; // digits, in the table
constexpr quint32 northAmerica = 1;    // calling code
constexpr qsizetype longestCallingCode = 3;

// All lists, made once; QList and QByteArray are shared, so handing one out copies no text.
const ZoneIds &listAt(quint16 index)
{
    static const std::vector<ZoneIds> lists = [] {
        const auto zones = timezonedata::zones();
        const auto starts = timezonedata::starts();
        const auto members = timezonedata::members();
        std::vector<ZoneIds> all(starts.size() - 1);
        for (size_t i = 0; i < all.size(); ++i)
            for (size_t m = starts[i]; m < starts[i + 1]; ++m)
                all[i].append(QByteArray(zones[members[m]]));
        return all;
    }();
    return lists[index];
}

const timezonedata::Prefix *findPrefix(quint32 digits)
{
    const auto table = timezonedata::prefixes();
    const auto at = std::lower_bound(table.begin(), table.end(), digits,
                                     [](const timezonedata::Prefix &p, quint32 d) { return p.digits < d; });
    return at != table.end() && at->digits == digits ? &*at : nullptr;
}

// The longest prefix of '+' and digits in the table with at most `most` digits.
const timezonedata::Prefix *longestMatch(QStringView e164, qsizetype most)
{
    quint32 value = 0;
    const timezonedata::Prefix *found = nullptr;
    for (qsizetype i = 1; i < e164.size() && i <= most; ++i) {
        const char16_t c = e164[i].unicode();
        if (c < u'0' || c > u'9')
            break;
        value = value * 10 + static_cast<quint32>(c - u'0');
        if (const auto *entry = findPrefix(value))
            found = entry;
    }
    return found;
}

quint32 callingCodeOf(QStringView e164)
{
    static const std::set<int> known = [] {
        std::set<int> codes;
        i18n::phonenumbers::PhoneNumberUtil::GetInstance()->GetSupportedCallingCodes(&codes);
        return codes;
    }();
    int value = 0;
    for (qsizetype i = 1; i < e164.size() && i <= longestCallingCode; ++i) {
        value = value * 10 + e164[i].digitValue();
        if (known.contains(value))
            return static_cast<quint32>(value);
    }
    return 0;
}

// As in the library's Java edition: only these kinds are at home in an area.
bool hasArea(NumberKind kind, quint32 callingCode)
{
    using Util = i18n::phonenumbers::PhoneNumberUtil;
    const auto is = [callingCode](Util::PhoneNumberType type) {
        return Util::GetInstance()->IsNumberGeographical(type, static_cast<int>(callingCode));
    };
    switch (kind) {
    case NumberKind::FixedLine:
        return is(Util::FIXED_LINE);
    case NumberKind::FixedLineOrMobile:
        return is(Util::FIXED_LINE_OR_MOBILE);
    case NumberKind::Mobile:
        return is(Util::MOBILE);
    default:
        return false;
    }
}

const timezonedata::Prefix *entryOf(const PhoneNumber &number)
{
    const quint32 code = callingCodeOf(number.e164);
    if (code == 0)
        return nullptr;
    return hasArea(number.kind, code) ? longestMatch(number.e164, longestPrefix) : findPrefix(code);
}

} // namespace

ZoneIds zonesOfNumber(const PhoneNumber &number)
{
    const auto *entry = entryOf(number);
    return entry ? listAt(entry->list) : ZoneIds();
}

ZoneIds zonesOfNumber(QStringView e164)
{
    const auto number = parsePhone(e164, {});
    return number ? zonesOfNumber(*number) : ZoneIds();
}

ZoneIds zonesOfCountry(QStringView country)
{
    if (country.size() != 2)
        return {};
    const char16_t first = country[0].toUpper().unicode();
    const char16_t second = country[1].toUpper().unicode();
    for (const auto &each : timezonedata::countries())
        if (first == static_cast<uchar>(each.code[0]) && second == static_cast<uchar>(each.code[1]))
            return listAt(each.list);
    return {};
}

QByteArray capitalZone(QStringView country)
{
    // The tz database begins a country's list with the capital's zone, except where it goes from east to west.
    struct Capital
    {
        QStringView country;
        const char *zone;
    };
    static constexpr Capital exceptions[] = {
        {u"AU", "Australia/Sydney"}, {u"BR", "America/Sao_Paulo"}, {u"CA", "America/Toronto"},
        {u"FM", "Pacific/Pohnpei"},  {u"RU", "Europe/Moscow"},     {u"UA", "Europe/Kyiv"},
        {u"UZ", "Asia/Tashkent"},
    };
    for (const Capital &each : exceptions)
        if (each.country.compare(country, Qt::CaseInsensitive) == 0)
            return each.zone;
    const ZoneIds zones = zonesOfCountry(country);
    return zones.isEmpty() ? QByteArray() : zones.first();
}

const ZoneIds &mainlandZones()
{
    static const ZoneIds zones{"America/New_York", "America/Chicago", "America/Denver", "America/Phoenix",
                               "America/Los_Angeles"};
    return zones;
}

ZoneIds sendingZones(const PhoneNumber &number)
{
    const auto *entry = entryOf(number);
    if (entry && entry->digits == northAmerica) {
        const bool ofTwo = number.country.isEmpty() || number.country == u"US" || number.country == u"CA";
        return ofTwo ? mainlandZones() : zonesOfCountry(number.country);
    }
    return entry ? listAt(entry->list) : zonesOfCountry(number.country);
}

} // namespace domain
