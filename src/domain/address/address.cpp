#include "domain/address/address.h"

#include <algorithm>

namespace domain {

namespace {

constexpr qsizetype shownDigits = 4;

} // namespace

QByteArray addressKeyText(const Address &address)
{
    if (address.channel == Channel::Email)
        return "v1|email|" + address.normalised.toLower().normalized(QString::NormalizationForm_C).toUtf8();
    return "v1|tel|" + address.normalised.toUtf8();
}

QString maskedAddress(const Address &address)
{
    const QStringView text = address.normalised;
    if (address.channel != Channel::Email)
        return u'…' + text.right(shownDigits).toString();
    const qsizetype at = text.lastIndexOf(u'@');
    const qsizetype shown = !text.isEmpty() && text.front().isHighSurrogate() ? 2 : 1;
    return text.left(std::min(shown, std::max<qsizetype>(at, 0))).toString() + u'…' +
           text.mid(std::max<qsizetype>(at, 0)).toString();
}

} // namespace domain
