#pragma once

#include "domain/provider/pricelist.h"
#include "engine/client/models.h"

namespace gui {

/// A price list's file, looked at against the accounts and prices there are.
struct PriceImport
{
    QByteArray heading;
    QList<domain::Price> prices;
    QList<domain::PriceFault> faults; ///< besides the file's own: "unknown" (account, country) and "twice"
    int replaced = 0;                 ///< of the prices: they take another's place
};

/// InvalidInput with the place where the file as a whole does not fit. Any thread.
[[nodiscard]] domain::Result<PriceImport> checkPriceFile(const QByteArray &csv,
                                                         const QList<engine::ProviderRow> &providers,
                                                         const QList<domain::Price> &existing);
/// The rows that do not fit as a file to correct and import again: with what is wrong before each. Any thread.
[[nodiscard]] QByteArray rejectedRows(const PriceImport &checked);
/// Prices as such a file. Any thread.
[[nodiscard]] QByteArray priceFileFor(const QList<domain::Price> &prices, const QList<engine::ProviderRow> &providers);
/// Lines to begin with, for the accounts there are.
[[nodiscard]] QByteArray examplePriceFile(const QList<engine::ProviderRow> &providers, const QString &country,
                                          const QString &currency);

/// "The price is a number with a point, such as 0.0079."
[[nodiscard]] QString faultWords(const domain::PriceFault &fault);
/// What is wrong with the file as a whole.
[[nodiscard]] QString priceFileError(const domain::Error &error);

} // namespace gui
