#include "gui/settings/pricefile.h"

#include "domain/address/timezones.h"
#include "gui/kit/errortext.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace gui {

using domain::Price;
using domain::PriceFault;
using domain::PriceLine;
using domain::Result;

namespace {

struct PriceText
{
    Q_DECLARE_TR_FUNCTIONS(gui::PriceText)
};

const QString problemColumn = u"problem"_s;

/// What two prices must not have in common.
QString keyOf(const Price &price)
{
    return u"%1/%2/%3/%4"_s.arg(price.provider.value)
        .arg(static_cast<int>(price.channel))
        .arg(price.country)
        .arg(price.validFrom.toJulianDay());
}

const engine::ProviderRow *accountOf(const QString &name, const QList<engine::ProviderRow> &providers)
{
    for (const engine::ProviderRow &provider : providers)
        if (provider.name.compare(name, Qt::CaseInsensitive) == 0)
            return &provider;
    return nullptr;
}

/// The cell has no quotation marks but around it.
QByteArray withoutFirstCell(const QByteArray &line, char separator)
{
    const qsizetype from = line.startsWith('"') ? line.indexOf('"', 1) : 0;
    return line.sliced(line.indexOf(separator, std::max<qsizetype>(from, 0)) + 1);
}

} // namespace

Result<PriceImport> checkPriceFile(const QByteArray &csv, const QList<engine::ProviderRow> &providers,
                                   const QList<Price> &existing)
{
    const auto file = domain::readPriceFile(csv);
    if (!file)
        return tl::unexpected(file.error());
    PriceImport checked{file->heading, {}, file->faults, 0};
    QSet<QString> there;
    for (const Price &price : existing)
        there.insert(keyOf(price));
    QSet<QString> seen;
    for (const PriceLine &line : file->lines) {
        Price price = line.price;
        const auto reject = [&](const QString &column, const QString &reason) {
            checked.faults << PriceFault{line.row, column, reason, line.text};
        };
        const engine::ProviderRow *account = accountOf(line.provider, providers);
        if (!account) {
            reject(u"provider"_s, u"unknown"_s);
        } else if (!account->channels.contains(price.channel)) {
            reject(u"channel"_s, u"offered"_s);
        } else if (!price.country.isEmpty() && domain::zonesOfCountry(price.country).isEmpty()) {
            reject(u"country"_s, u"unknown"_s);
        } else {
            price.provider = account->id;
            const QString key = keyOf(price);
            if (seen.contains(key)) {
                reject({}, u"twice"_s);
                continue;
            }
            seen.insert(key);
            checked.replaced += there.contains(key) ? 1 : 0;
            checked.prices << price;
        }
    }
    std::stable_sort(checked.faults.begin(), checked.faults.end(),
                     [](const PriceFault &a, const PriceFault &b) { return a.row < b.row; });
    return checked;
}

QByteArray rejectedRows(const PriceImport &checked)
{
    const char separator = checked.heading.contains('\t') ? '\t' : checked.heading.contains(';') ? ';' : ',';
    const bool isCorrectedBefore = checked.heading.toLower().startsWith(problemColumn.toUtf8() + separator);
    QByteArray text = isCorrectedBefore ? checked.heading : problemColumn.toUtf8() + separator + checked.heading;
    text += '\n';
    for (const PriceFault &fault : checked.faults) {
        const QByteArray line = fault.text.toUtf8();
        const QByteArray row = isCorrectedBefore ? withoutFirstCell(line, separator) : line;
        text += '"' + faultWords(fault).replace(u'"', u'\'').toUtf8() + '"' + separator + row + '\n';
    }
    return text;
}

QByteArray priceFileFor(const QList<Price> &prices, const QList<engine::ProviderRow> &providers)
{
    QHash<qint64, QString> names;
    for (const engine::ProviderRow &provider : providers)
        names.insert(provider.id.value, provider.name);
    QList<PriceLine> lines;
    for (const Price &price : prices)
        lines << PriceLine{names.value(price.provider.value), price, 0, {}};
    return domain::priceFileOf(lines);
}

QByteArray examplePriceFile(const QList<engine::ProviderRow> &providers, const QString &country,
                            const QString &currency)
{
    QList<PriceLine> lines;
    const QDate always(1970, 1, 1);
    const auto add = [&](const QString &name, domain::Channel channel) {
        const bool isText = channel == domain::Channel::Sms;
        const auto unit = isText ? Price::Unit::Segment : Price::Unit::Message;
        const QString unitCurrency = currency.isEmpty() ? u"USD"_s : currency;
        lines << PriceLine{name, {{}, channel, country, unit, {isText ? 7'900 : 25'000, unitCurrency}, always}, 0, {}};
        lines << PriceLine{name, {{}, channel, {}, unit, {isText ? 60'000 : 70'000, unitCurrency}, always}, 0, {}};
    };
    for (const engine::ProviderRow &provider : providers)
        for (const domain::Channel channel : provider.channels)
            if (channel != domain::Channel::Email)
                add(provider.name, channel);
    if (lines.isEmpty())
        add(PriceText::tr("My account"), domain::Channel::Sms);
    return domain::priceFileOf(lines);
}

QString faultWords(const PriceFault &fault)
{
    if (fault.reason == u"columns")
        return PriceText::tr("The line has too few or too many columns.");
    if (fault.reason == u"twice")
        return PriceText::tr("The file has a price for this account, channel, country and day already.");
    if (fault.reason == u"offered")
        return PriceText::tr("The account does not offer this channel.");
    if (fault.column == u"provider")
        return fault.reason == u"required" ? PriceText::tr("The account's name is missing.")
                                           : PriceText::tr("There is no account of this name.");
    if (fault.column == u"channel")
        return PriceText::tr("A channel is sms, whatsapp or email.");
    if (fault.column == u"country")
        return fault.reason == u"unknown"
                   ? PriceText::tr("There is no country with this code.")
                   : PriceText::tr("A country has two letters, such as GB; none means all others.");
    if (fault.column == u"unit")
        return PriceText::tr("A unit is segment or message.");
    if (fault.column == u"price")
        return fault.reason == u"range" ? PriceText::tr("A price above 1,000 for one message is a slip.")
                                        : PriceText::tr("A price is a number with a point, such as 0.0079.");
    if (fault.column == u"currency")
        return PriceText::tr("A currency has three letters, such as USD.");
    return PriceText::tr("A day is written like 2026-06-01; none means always.");
}

QString priceFileError(const domain::Error &error)
{
    if (error.code != domain::ErrorCode::InvalidInput)
        return sentenceFor(error);
    if (error.detail == u"too long")
        return PriceText::tr("The file is larger than 16 MB. Nothing was imported.");
    const QString column = error.place.section(u"column "_s, 1);
    if (error.detail == u"unknown")
        return PriceText::tr("The first line has a column '%1' no price list has. Its columns are: %2.")
            .arg(column, domain::priceFileColumns().join(u", "_s));
    if (error.detail == u"required")
        return PriceText::tr("The first line has no column '%1'. The columns are: %2.")
            .arg(column, domain::priceFileColumns().join(u", "_s));
    return sentenceFor(error);
}

} // namespace gui
