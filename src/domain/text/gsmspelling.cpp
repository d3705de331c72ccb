#include "domain/text/gsmspelling.h"

#include "domain/text/gsm7.h"
#include "domain/text/segments.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace domain {

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace {

struct Group
{
    std::u16string_view spelling;
    std::u16string_view characters;
};

// The table of segments.md, section 6, in its order; the letters and full width digits follow below.
constexpr Group lookAlikes[] = {
    {u"\""sv, u"\u00AB\u00BB\u201C\u201D\u02BA\u02EE\u201F\u201E\u275D\u275E\u301D\u301E"
              u"\uFF02"sv},
    {u"'"sv, u"\u2018\u2019\u02BB\u02C8\u02BC\u02BD\u02B9\u201B\uFF07\u00B4\u02CA\u0060"
             u"\u02CB\u275B\u275C\u0313\u0314\uFE10\uFE11"sv},
    {u"/"sv, u"\u00F7\u29F8\u0337\u0338\u2044\u2215\uFF0F"sv},
    {u"1/4"sv, u"\u00BC"sv},
    {u"1/2"sv, u"\u00BD"sv},
    {u"3/4"sv, u"\u00BE"sv},
    {u"\\"sv, u"\u29F9\u29F5\u20E5\uFE68\uFF3C"sv},
    {u"_"sv, u"\u0332\uFF3F\u2017"sv},
    {u"|"sv, u"\u20D2\u20D3\u2223\uFF5C\u23B8\u23B9\u23D0\u239C\u239F"sv},
    {u"-"sv, u"\u23BC\u23BD\u2015\uFE63\uFF0D\u2010\u2043\u2014\u2013\u2022"sv},
    {u"@"sv, u"\uFE6B\uFF20"sv},
    {u"$"sv, u"\uFE69\uFF04"sv},
    {u"!"sv, u"\u01C3\uFE15\uFE57\uFF01"sv},
    {u"#"sv, u"\uFE5F\uFF03"sv},
    {u"%"sv, u"\uFE6A\uFF05"sv},
    {u"&"sv, u"\uFE60\uFF06"sv},
    {u","sv, u"\u201A\u0326\uFE50\uFE51\uFF0C\uFF64\u3001"sv},
    {u"("sv, u"\u2768\u276A\uFE59\uFF08\u27EE\u2985"sv},
    {u")"sv, u"\u2769\u276B\uFE5A\uFF09\u27EF\u2986"sv},
    {u"*"sv, u"\u204E\u2217\u229B\u2722\u2723\u2724\u2725\u2731\u2732\u2733\u273A\u273B"
             u"\u273C\u273D\u2743\u2749\u274A\u274B\u29C6\uFE61\uFF0A"sv},
    {u"+"sv, u"\u02D6\uFE62\uFF0B"sv},
    {u"."sv, u"\u3002\uFE52\uFF0E\uFF61"sv},
    {u":"sv, u"\u02D0\u02F8\u2982\uA789\uFE13\uFF1A"sv},
    {u";"sv, u"\u204F\uFE14\uFE54\uFF1B"sv},
    {u"<"sv, u"\uFE64\uFF1C\u2039"sv},
    {u"="sv, u"\u0347\uA78A\uFE66\uFF1D"sv},
    {u">"sv, u"\uFE65\uFF1E\u203A"sv},
    {u"?"sv, u"\uFE16\uFE56\uFF1F"sv},
    {u"^"sv, u"\u02C6\u0302\uFF3E\u1DCD"sv},
    {u"{"sv, u"\u2774\uFE5B\uFF5B"sv},
    {u"}"sv, u"\u2775\uFE5C\uFF5D"sv},
    {u"["sv, u"\uFF3B"sv},
    {u"]"sv, u"\uFF3D"sv},
    {u"~"sv, u"\u02DC\u02F7\u0303\u0330\u0334\u223C\uFF5E"sv},
    {u"  "sv, u"\u00A0\u2000\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F"
              u"\u205F\u3000\u008D\u009F\u0080\u0090\u009B"sv},
    {u""sv, u"\u0010\u0000\u0003\u0004\u0017\u0019\u0011\u0012\u0013\u0014\u2060\u200B"
            u"\u200C\uFEFF"sv},
    {u"       "sv, u"\u0009"sv},
    {u"!!"sv, u"\u203C"sv},
    {u" "sv, u"\u2028\u2029\u2001"sv},
    {u"..."sv, u"\u2026"sv},
};

constexpr std::u16string_view digits = u"0123456789"sv;
constexpr std::u16string_view capitals = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ"sv;
constexpr std::u16string_view withSmallCapital = u"ABCDEFGHIJKLMNOPRSTUVWYZ"sv;
constexpr std::u16string_view smallCapitals =
    u"\u1D00\u0299\u1D04\u1D05\u1D07\uA730\u0262\u029C\u026A\u1D0A\u1D0B\u029F"
    u"\u1D0D\u0274\u1D0F\u1D18\u0280\uA731\u1D1B\u1D1C\u1D20\u1D21\u028F\u1D22"sv;
static_assert(withSmallCapital.size() == smallCapitals.size());

struct Entry
{
    char16_t character = 0;
    std::u16string_view spelling;
};

constexpr std::size_t tableSize = [] {
    std::size_t size = digits.size() + capitals.size() + smallCapitals.size();
    for (const Group &group : lookAlikes)
        size += group.characters.size();
    return size;
}();
static_assert(tableSize == 271, "the published table has 271 entries");

constexpr std::array<Entry, tableSize> table = [] {
    std::array<Entry, tableSize> entries;
    std::size_t next = 0;
    for (const Group &group : lookAlikes) {
        for (char16_t c : group.characters)
            entries[next++] = {c, group.spelling};
    }
    for (std::size_t i = 0; i < digits.size(); ++i)
        entries[next++] = {static_cast<char16_t>(0xFF10 + i), digits.substr(i, 1)};
    for (std::size_t i = 0; i < capitals.size(); ++i)
        entries[next++] = {static_cast<char16_t>(0xFF21 + i), capitals.substr(i, 1)};
    for (std::size_t i = 0; i < smallCapitals.size(); ++i)
        entries[next++] = {smallCapitals[i], withSmallCapital.substr(i, 1)};
    std::ranges::sort(entries, {}, &Entry::character);
    return entries;
}();
static_assert(std::ranges::adjacent_find(table, {}, &Entry::character) == table.end(), "a character is listed twice");
static_assert(std::ranges::none_of(table, [](const Entry &e) { return gsmSeptets(e.character) != 0; }));
static_assert(std::ranges::all_of(table, [](const Entry &e) {
    return std::ranges::all_of(e.spelling, [](char16_t c) { return gsmSeptets(c) != 0; });
}));

/// Letters whose stroke or ligature is no accent for Unicode.
constexpr Group plainLetters[] = {
    {u"l"sv, u"\u0142"sv},  {u"L"sv, u"\u0141"sv},  {u"d"sv, u"\u0111\u00F0"sv}, {u"D"sv, u"\u0110\u00D0"sv},
    {u"h"sv, u"\u0127"sv},  {u"H"sv, u"\u0126"sv},  {u"t"sv, u"\u0167"sv},       {u"T"sv, u"\u0166"sv},
    {u"i"sv, u"\u0131"sv},  {u"oe"sv, u"\u0153"sv}, {u"OE"sv, u"\u0152"sv},      {u"th"sv, u"\u00FE"sv},
    {u"Th"sv, u"\u00DE"sv}, {u"SS"sv, u"\u1E9E"sv}, {u"n"sv, u"\u014B"sv},       {u"N"sv, u"\u014A"sv},
};

constexpr Group plainSigns[] = {
    {u"-"sv, u"\u2212\u2012\u2011"sv},
    {u"'"sv, u"\u2032"sv},
    {u"\""sv, u"\u2033"sv},
    {u"Rs."sv, u"\u20B9\u20A8"sv},
    {u"(c)"sv, u"\u00A9"sv},
    {u"(R)"sv, u"\u00AE"sv},
    {u"x"sv, u"\u00D7"sv},
    {u"+/-"sv, u"\u00B1"sv},
    {u"->"sv, u"\u2192"sv},
    {u"<-"sv, u"\u2190"sv},
    {u"*"sv, u"\u25CF\u25AA"sv},
    {u"."sv, u"\u00B7"sv},
    {u"<="sv, u"\u2264"sv},
    {u">="sv, u"\u2265"sv},
    {u"!="sv, u"\u2260"sv},
};

// Greek capitals that are written like a Latin letter but are not in the alphabet.
constexpr std::u16string_view greekCapitals =
    u"\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7"sv;
constexpr std::u16string_view theirShapes = u"ABEZHIKMNOPTYX"sv;
static_assert(greekCapitals.size() == theirShapes.size());

QString toQString(std::u16string_view text) { return QStringView(text).toString(); }

template <std::size_t N>
std::optional<QString> foundIn(const Group (&groups)[N], char32_t character)
{
    for (const Group &group : groups) {
        if (character <= 0xFFFF && group.characters.find(static_cast<char16_t>(character)) != group.characters.npos)
            return toQString(group.spelling);
    }
    return std::nullopt;
}

bool isUnseen(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
        return true;
    default:
        return character >= 0xFE00 && character <= 0xFE0F; // variation selectors
    }
}

} // namespace

std::optional<QStringView> lookAlikeOf(char16_t unit)
{
    const auto found = std::ranges::lower_bound(table, unit, {}, &Entry::character);
    if (found == table.end() || found->character != unit)
        return std::nullopt;
    return QStringView(found->spelling);
}

std::optional<QString> unaccentedOf(char32_t character)
{
    if (QChar::category(character) == QChar::Mark_NonSpacing && character >= 0x0300 && character < 0x0370)
        return QString();
    if (auto letter = foundIn(plainLetters, character))
        return letter;
    if (!QChar::isLetter(character) || QChar::script(character) != QChar::Script_Latin)
        return std::nullopt;
    QString bare = QString::fromUcs4(&character, 1).normalized(QString::NormalizationForm_D);
    bare.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    if (bare.isEmpty() || !isGsm7(bare))
        return std::nullopt;
    return bare;
}

std::optional<QString> plainSpellingOf(char32_t character)
{
    if (isUnseen(character))
        return QString();
    if (auto sign = foundIn(plainSigns, character))
        return sign;
    if (character <= 0xFFFF) {
        if (const auto at = greekCapitals.find(static_cast<char16_t>(character)); at != greekCapitals.npos)
            return toQString(theirShapes.substr(at, 1));
    }
    if (QChar::isSurrogate(character))
        return std::nullopt;
    const QString folded = QString::fromUcs4(&character, 1).normalized(QString::NormalizationForm_KC);
    if (folded.isEmpty() || !isGsm7(folded))
        return std::nullopt;
    return folded;
}

} // namespace domain
