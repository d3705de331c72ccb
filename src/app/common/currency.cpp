#include "app/common/currency.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace app {

QString currencyOf(const QString &country)
{
    const auto territory = QLocale::codeToTerritory(country);
    for (const QLocale &locale : QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, territory))
        if (const QString code = locale.currencySymbol(QLocale::CurrencyIsoCode); code.size() == 3)
            return code;
    return u"USD"_s;
}

} // namespace app
