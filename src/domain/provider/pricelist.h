#pragma once

#include "domain/core/result.h"
#include "domain/core/types.h"

#include <QDate>
#include <QHash>
#include <QList>

namespace domain {

/// What an account charges, from a day on.
struct Price
{
    enum class Unit { Segment, Message };
    ProviderId provider;
    Channel channel = Channel::Sms;
    QString country; ///< ISO 3166 alpha-2; empty: every country without a price of its own
    Unit unit = Unit::Segment;
    Money amount;
    QDate validFrom;

    friend bool operator==(const Price &, const Price &) = default;
};

/// "segment", "message".
[[nodiscard]] QString toText(Price::Unit unit);
[[nodiscard]] std::optional<Price::Unit> priceUnitFromText(QStringView text);

/// The prices of all accounts, ready to be asked for each message. Pure; values.
class PriceList
{
public:
    PriceList() = default;
    explicit PriceList(QList<Price> prices);

    /// The one that holds on that day: of the country before that of all others, the latest before older ones.
    [[nodiscard]] std::optional<Price> priceOf(ProviderId provider, Channel channel, const QString &country,
                                               QDate day) const;
    /// What a message of so many segments is expected to cost; its currency is empty where no price is known.
    [[nodiscard]] Money estimate(ProviderId provider, Channel channel, const QString &country, int segments,
                                 QDate day) const;

private:
    using Account = std::pair<qint64, int>;                ///< and channel
    QHash<Account, QHash<QString, QList<Price>>> m_prices; ///< by country, latest first
};

/// A line of a price list's file, before its account is looked up by name.
struct PriceLine
{
    QString provider; ///< the account's name
    Price price;
    int row = 0;  ///< in the file, the first line is 1
    QString text; ///< as it stands there
};

/// A line that does not fit.
struct PriceFault
{
    int row = 0;    ///< in the file, the first line is 1
    QString column; ///< empty: the line as a whole
    QString reason; ///< "required", "format", "range", "columns" (too few or too many)
    QString text;   ///< the line as it stands there
    friend bool operator==(const PriceFault &, const PriceFault &) = default;
};

/// What a price list's file says.
struct PriceFile
{
    QByteArray heading; ///< as it stands there
    QList<PriceLine> lines;
    QList<PriceFault> faults;
};

/// A CSV file with a heading: provider, channel (sms, whatsapp, email), country (empty: all others), unit (segment or
/// message), price (a decimal number with a point), currency (three letters), valid_from (YYYY-MM-DD, empty: always).
/// Columns stand in any order; ',' ';' or tab between them; one named "problem" is not
/// looked at. InvalidInput with the place "row 1, column price" where the
/// heading does not fit: what else does not is among the faults.
[[nodiscard]] Result<PriceFile> readPriceFile(const QByteArray &csv);
/// The lines alone, of a file in which all fit: else InvalidInput with the place of the first that does not ("row 3,
/// column price").
[[nodiscard]] Result<QList<PriceLine>> priceLinesFrom(const QByteArray &csv);
/// Such a file; what cannot stand in it alone is quoted.
[[nodiscard]] QByteArray priceFileOf(const QList<PriceLine> &lines);
/// The names of its columns.
[[nodiscard]] QStringList priceFileColumns();

} // namespace domain
