#include "domain/address/areacodes.h"

#include <algorithm>

namespace domain {

QString subdivisionOfNumber(const PhoneNumber &number)
{
    constexpr qsizetype codeAt = 2; // after "+1"
    constexpr qsizetype codeLength = 3;
    if (number.country != u"US" && number.country != u"CA")
        return {};
    const uint code = QStringView(number.e164).mid(codeAt, codeLength).toUInt();
    const auto all = areaCodes();
    const auto found = std::lower_bound(all.begin(), all.end(), code,
                                        [](const AreaCode &each, uint wanted) { return each.code < wanted; });
    return found != all.end() && found->code == code ? QString::fromLatin1(found->subdivision) : QString();
}

} // namespace domain
