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
    int row = 0; ///< in the file, the first line is 1
};

/// A CSV file with a heading: provider, channel (sms, whatsapp, email), country (empty: all others), unit (segment or
/// message), price (a decimal number with a point), currency (three letters), valid_from (YYYY-MM-DD, empty: always).
/// Columns stand in any order; ',' ';' or tab between them. InvalidInput with the place "row 3, column price".
[[nodiscard]] Result<QList<PriceLine>> priceLinesFrom(const QByteArray &csv);

} // namespace domain
