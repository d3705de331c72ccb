#include "domain/template/localetable.h"

#include <algorithm>

namespace domain::localeformat {

namespace {

constexpr QStringView Hard = u"\u00a0";   // no-break space
constexpr QStringView Narrow = u"\u202f"; // narrow no-break space
constexpr QStringView Nothing = u"";

/// Signs that are understood wherever a locale has none of its own.
constexpr CurrencySign CommonSigns[] = {
    {u"USD", u"US$"}, {u"EUR", u"€"},   {u"GBP", u"£"},   {u"JPY", u"JP¥"}, {u"CNY", u"CN¥"}, {u"INR", u"₹"},
    {u"BRL", u"R$"},  {u"MXN", u"MX$"}, {u"CAD", u"CA$"}, {u"AUD", u"A$"},  {u"NZD", u"NZ$"}, {u"ILS", u"₪"},
    {u"KRW", u"₩"},   {u"VND", u"₫"},   {u"HKD", u"HK$"}, {u"TWD", u"NT$"}, {u"PHP", u"₱"}};

constexpr CurrencySign Dollar[] = {{u"USD", u"$"}, {u"JPY", u"¥"}};
constexpr CurrencySign Yen[] = {{u"JPY", u"¥"}};
constexpr CurrencySign Australian[] = {{u"AUD", u"$"}};
constexpr CurrencySign Canadian[] = {{u"CAD", u"$"}};
constexpr CurrencySign NewZealand[] = {{u"NZD", u"$"}};
constexpr CurrencySign Singapore[] = {{u"SGD", u"$"}};
constexpr CurrencySign HongKong[] = {{u"HKD", u"HK$"}, {u"JPY", u"¥"}};
constexpr CurrencySign Taiwan[] = {{u"TWD", u"$"}, {u"JPY", u"¥"}};
constexpr CurrencySign SouthAfrican[] = {{u"ZAR", u"R"}};
constexpr CurrencySign Nigerian[] = {{u"NGN", u"₦"}};
constexpr CurrencySign Kenyan[] = {{u"KES", u"Ksh"}};
constexpr CurrencySign French[] = {{u"USD", u"$US"}, {u"GBP", u"£GB"}, {u"JPY", u"JPY"}, {u"CNY", u"CNY"},
                                   {u"MXN", u"$MX"}, {u"CAD", u"$CA"}, {u"AUD", u"$AU"}, {u"NZD", u"$NZ"},
                                   {u"SGD", u"$SG"}, {u"ARS", u"$AR"}, {u"CLP", u"$CL"}, {u"COP", u"$CO"}};
constexpr CurrencySign FrenchCanadian[] = {{u"USD", u"$\u00a0US"}, {u"CAD", u"$"}, {u"JPY", u"¥"}};
constexpr CurrencySign Mexican[] = {{u"MXN", u"$"}, {u"USD", u"USD"}};
constexpr CurrencySign Argentine[] = {{u"ARS", u"$"}};
constexpr CurrencySign Colombian[] = {{u"COP", u"$"}};
constexpr CurrencySign Chilean[] = {{u"CLP", u"$"}};
constexpr CurrencySign Peruvian[] = {{u"PEN", u"S/"}, {u"USD", u"USD"}};
constexpr CurrencySign CodeDollar[] = {{u"USD", u"USD"}};
constexpr CurrencySign Danish[] = {{u"DKK", u"kr."}};
constexpr CurrencySign Swedish[] = {{u"SEK", u"kr"}, {u"NOK", u"Nkr"}, {u"DKK", u"Dkr"}};
constexpr CurrencySign Norwegian[] = {{u"NOK", u"kr"}, {u"USD", u"USD"}};
constexpr CurrencySign Icelandic[] = {{u"ISK", u"kr."}, {u"USD", u"USD"}, {u"EUR", u"EUR"}};
constexpr CurrencySign Polish[] = {{u"PLN", u"zł"}, {u"USD", u"USD"}};
constexpr CurrencySign Czech[] = {{u"CZK", u"Kč"}};
constexpr CurrencySign Hungarian[] = {{u"HUF", u"Ft"}, {u"USD", u"USD"}, {u"EUR", u"EUR"}, {u"JPY", u"¥"}};
constexpr CurrencySign Romanian[] = {{u"USD", u"USD"}, {u"EUR", u"EUR"}};
constexpr CurrencySign Bulgarian[] = {{u"BGN", u"лв."}, {u"USD", u"щ.д."}};
constexpr CurrencySign Turkish[] = {{u"TRY", u"₺"}, {u"USD", u"$"}, {u"JPY", u"¥"}};
constexpr CurrencySign Russian[] = {{u"RUB", u"₽"}, {u"UAH", u"₴"}, {u"USD", u"$"}, {u"JPY", u"¥"}};
constexpr CurrencySign Ukrainian[] = {{u"UAH", u"₴"}, {u"USD", u"USD"}, {u"EUR", u"EUR"}, {u"JPY", u"¥"}};
constexpr CurrencySign Arabic[] = {
    {u"GBP", u"UK£"}, {u"EGP", u"ج.م."}, {u"AED", u"د.إ."}, {u"SAR", u"ر.س."}, {u"MAD", u"د.م."}};
constexpr CurrencySign Swiss[] = {{u"USD", u"$"}, {u"EUR", u"EUR"}, {u"JPY", u"¥"}};
constexpr CurrencySign Japanese[] = {{u"JPY", u"\uffe5"}, {u"USD", u"$"}, {u"CNY", u"元"}};
constexpr CurrencySign Chinese[] = {{u"CNY", u"¥"}};
constexpr CurrencySign Indonesian[] = {{u"IDR", u"Rp"}};
constexpr CurrencySign Malay[] = {{u"MYR", u"RM"}, {u"USD", u"USD"}};
constexpr CurrencySign Thai[] = {{u"THB", u"฿"}, {u"JPY", u"¥"}};

/// 1,234.50 with the sign before it.
constexpr LocaleStyle pointed(QStringView tag, std::span<const CurrencySign> signs = {},
                              Grouping grouping = Grouping::Threes)
{
    return {tag, u",", u".", true, Nothing, signs, 1, grouping};
}

/// 1.234,50 € and its kin: a comma, the sign behind a hard space.
constexpr LocaleStyle comma(QStringView tag, QStringView group, std::span<const CurrencySign> signs = {},
                            int minimum = 1)
{
    return {tag, group, u",", false, Hard, signs, minimum};
}

/// € 1.234,50: a comma, the sign in front.
constexpr LocaleStyle signFirst(QStringView tag, QStringView gap, std::span<const CurrencySign> signs = {})
{
    return {tag, u".", u",", true, gap, signs};
}

constexpr LocaleStyle Styles[] = {
    pointed(u"en", Dollar),
    pointed(u"en-US", Dollar),
    pointed(u"en-GB"),
    pointed(u"en-IE"),
    pointed(u"en-CA", Canadian),
    pointed(u"en-AU", Australian),
    pointed(u"en-NZ", NewZealand),
    pointed(u"en-SG", Singapore),
    pointed(u"en-NG", Nigerian),
    pointed(u"en-KE", Kenyan),
    pointed(u"en-IN", Dollar, Grouping::Indian),
    {u"en-ZA", Hard, u",", true, Nothing, SouthAfrican},
    comma(u"de", u".", Dollar),
    {u"de-AT", Hard, u",", true, Hard, Dollar, 1, Grouping::Threes, u"."},
    {u"de-CH", u"'", u".", true, Hard, Swiss},
    {u"de-LI", u"'", u".", true, Hard, Swiss},
    comma(u"fr", Narrow, French),
    {u"fr-CH", Narrow, u",", false, Hard, French, 1, Grouping::Threes, {}, u"."},
    comma(u"fr-CA", Hard, FrenchCanadian),
    comma(u"fr-LU", u".", French),
    comma(u"es", u".", {}, 2),
    pointed(u"es-MX", Mexican),
    pointed(u"es-US", Dollar),
    {u"es-PE", u",", u".", true, Hard, Peruvian},
    signFirst(u"es-AR", Hard, Argentine),
    signFirst(u"es-CO", Hard, Colombian),
    signFirst(u"es-CL", Nothing, Chilean),
    signFirst(u"pt", Hard),
    comma(u"pt-PT", Hard, {}, 2),
    comma(u"it", u".", CodeDollar, 2),
    {u"it-CH", u"'", u".", true, Hard, CodeDollar, 2},
    signFirst(u"nl", Hard),
    comma(u"da", u".", Danish),
    comma(u"sv", Hard, Swedish),
    comma(u"nb", Hard, Norwegian),
    comma(u"nn", Hard, Norwegian),
    comma(u"no", Hard, Norwegian),
    comma(u"fi", Hard, Dollar),
    comma(u"is", u".", Icelandic),
    comma(u"et", Hard, Dollar, 2),
    comma(u"lv", Hard, Dollar, 2),
    comma(u"lt", Hard, CodeDollar),
    comma(u"pl", Hard, Polish, 2),
    comma(u"cs", Hard, Czech),
    comma(u"sk", Hard, CodeDollar),
    comma(u"sl", u".", Dollar, 2),
    comma(u"hr", u".", CodeDollar),
    comma(u"sr", u".", Yen),
    comma(u"hu", Hard, Hungarian, 2),
    comma(u"ro", u".", Romanian),
    comma(u"bg", Hard, Bulgarian, 2),
    comma(u"el", u".", Dollar),
    comma(u"ca", u".", CodeDollar),
    comma(u"gl", u"."),
    comma(u"eu", u"."),
    signFirst(u"tr", Nothing, Turkish),
    comma(u"ru", Hard, Russian),
    comma(u"uk", Hard, Ukrainian),
    {u"he", u",", u".", false, Hard, Dollar},
    {u"ar", u",", u".", false, Hard, Arabic},
    comma(u"ar-MA", u".", Arabic),
    pointed(u"hi", Dollar, Grouping::Indian),
    pointed(u"gu", Dollar, Grouping::Indian),
    pointed(u"ta", Dollar, Grouping::Indian),
    pointed(u"te", Dollar, Grouping::Indian),
    pointed(u"mr", Dollar, Grouping::Indian),
    pointed(u"ml", Dollar, Grouping::Indian),
    {u"bn", u",", u".", false, Nothing, {}, 1, Grouping::Indian},
    pointed(u"ja", Japanese),
    pointed(u"ko"),
    pointed(u"zh", Chinese),
    pointed(u"zh-Hant", Taiwan),
    pointed(u"zh-TW", Taiwan),
    pointed(u"zh-HK", HongKong),
    signFirst(u"id", Nothing, Indonesian),
    pointed(u"ms", Malay),
    comma(u"vi", u"."),
    pointed(u"th", Thai),
    pointed(u"fil", Dollar),
    {u"sw", u",", u".", true, Hard, Kenyan},
    {u"af", Hard, u",", true, Nothing, SouthAfrican},
};

bool isSameTag(QStringView locale, QStringView tag)
{
    return locale.size() == tag.size() && std::equal(locale.begin(), locale.end(), tag.begin(), [](QChar a, QChar b) {
               return a == b || (a == u'_' && b == u'-') || a.toLower() == b.toLower();
           });
}

const CurrencySign *find(std::span<const CurrencySign> signs, QStringView code)
{
    const auto it = std::find_if(signs.begin(), signs.end(), [&](const CurrencySign &s) { return s.code == code; });
    return it == signs.end() ? nullptr : &*it;
}

} // namespace

const LocaleStyle &styleOf(QStringView locale)
{
    while (!locale.isEmpty()) {
        for (const LocaleStyle &style : Styles) {
            if (isSameTag(locale, style.tag))
                return style;
        }
        const qsizetype cut = std::max(locale.lastIndexOf(u'-'), locale.lastIndexOf(u'_'));
        locale = locale.first(std::max<qsizetype>(cut, 0));
    }
    return Styles[0];
}

QStringView currencySign(QStringView code, const LocaleStyle &style)
{
    if (const CurrencySign *own = find(style.signs, code))
        return own->sign;
    const CurrencySign *common = find(CommonSigns, code);
    return common ? common->sign : code;
}

int currencyDecimals(QStringView code)
{
    static constexpr QStringView none[] = {u"BIF", u"CLP", u"DJF", u"GNF", u"ISK", u"JPY", u"KMF", u"KRW",
                                           u"PYG", u"RWF", u"UGX", u"VND", u"VUV", u"XAF", u"XOF", u"XPF"};
    static constexpr QStringView three[] = {u"BHD", u"IQD", u"JOD", u"KWD", u"LYD", u"OMR", u"TND"};
    if (std::find(std::begin(none), std::end(none), code) != std::end(none))
        return 0;
    return std::find(std::begin(three), std::end(three), code) != std::end(three) ? 3 : 2;
}

} // namespace domain::localeformat
