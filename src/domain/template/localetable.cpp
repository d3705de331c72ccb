#include "domain/template/localetable.h"

#include <algorithm>

namespace domain::localeformat {

namespace {

constexpr LocaleStyle Styles[] = {
    {u"en-US", u",", u".", u",", Grouping::Threes, 1, true, u""},
    {u"en-IN", u",", u".", u",", Grouping::Indian, 1, true, u""},
    {u"de-DE", u".", u",", u".", Grouping::Threes, 1, false, u"\u00a0"},
    {u"fr-FR", u"\u202f", u",", u"\u202f", Grouping::Threes, 1, false, u"\u00a0"},
};

struct Sign
{
    QStringView code;
    QStringView sign;
};

constexpr Sign Signs[] = {{u"EUR", u"€"}, {u"GBP", u"£"}, {u"INR", u"₹"}, {u"JPY", u"¥"}, {u"USD", u"$"}};

} // namespace

const LocaleStyle &styleOf(QStringView locale)
{
    const auto same = [](QStringView a, QStringView b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                          [](QChar x, QChar y) { return x.toLower() == y.toLower() || (x == u'_' && y == u'-'); });
    };
    for (const LocaleStyle &style : Styles) {
        if (same(locale, style.tag))
            return style;
    }
    const QStringView language = locale.first(std::min(locale.size(), qsizetype{2}));
    for (const LocaleStyle &style : Styles) {
        if (same(language, style.tag.first(2)))
            return style;
    }
    return Styles[0];
}

QStringView currencySign(QStringView code, const LocaleStyle &)
{
    for (const Sign &sign : Signs) {
        if (sign.code == code)
            return sign.sign;
    }
    return code;
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
