#include "domain/provider/pricelist.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr qsizetype largestFile = 16 * 1024 * 1024;
const QDate firstDay(1970, 1, 1);              ///< of a price that always held
constexpr qint64 highestPrice = 1'000'000'000; ///< a thousand of any currency for one message is a slip

const QStringList &columns()
{
    static const QStringList names{u"provider"_s, u"channel"_s,  u"country"_s,   u"unit"_s,
                                   u"price"_s,    u"currency"_s, u"valid_from"_s};
    return names;
}

tl::unexpected<Error> wrong(const QString &reason, int row, const QString &column)
{
    return fail(ErrorCode::InvalidInput, reason,
                column.isEmpty() ? u"row %1"_s.arg(row) : u"row %1, column %2"_s.arg(row).arg(column));
}

/// The cells of the next record; a quoted one may hold separators and line breaks.
QStringList nextRecord(const QString &text, qsizetype &at, QChar separator, int &row)
{
    QStringList cells;
    QString cell;
    bool isQuoted = false;
    for (; at < text.size(); ++at) {
        const QChar c = text[at];
        if (isQuoted) {
            if (c == u'\n')
                ++row;
            if (c != u'"')
                cell += c;
            else if (at + 1 < text.size() && text[at + 1] == u'"')
                cell += text[++at];
            else
                isQuoted = false;
        } else if (c == u'"') {
            isQuoted = true;
        } else if (c == separator) {
            cells << std::exchange(cell, {}).trimmed();
        } else if (c == u'\n') {
            ++at;
            break;
        } else {
            cell += c;
        }
    }
    cells << cell.trimmed();
    return cells;
}

std::optional<qint64> microsOf(const QString &text)
{
    const qsizetype point = text.indexOf(u'.');
    const QString whole = point < 0 ? text : text.first(point);
    const QString part = point < 0 ? QString() : text.sliced(point + 1);
    const auto isDigits = [](const QString &digits) {
        return std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    if (whole.isEmpty() || whole.size() > 6 || part.size() > 6 || !isDigits(whole) || !isDigits(part))
        return std::nullopt;
    return whole.toLongLong() * 1'000'000 + part.leftJustified(6, u'0').toLongLong();
}

bool isLetters(const QString &text, qsizetype size)
{
    return text.size() == size && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

/// "0.0079".
QString decimalOf(qint64 micros)
{
    QString part = u"%1"_s.arg(micros % 1'000'000, 6, 10, QChar(u'0'));
    while (part.size() > 2 && part.endsWith(u'0'))
        part.chop(1);
    return u"%1.%2"_s.arg(micros / 1'000'000).arg(part);
}

/// What does not fit, or nothing.
std::optional<PriceFault> fill(PriceLine &line, const QStringList &cells, const QStringList &names)
{
    const auto fault = [](const QString &column, const QString &reason) { return PriceFault{0, column, reason, {}}; };
    if (cells.size() != names.size())
        return fault({}, u"columns"_s);
    const auto cell = [&](const QString &name) { return cells.value(names.indexOf(name)); };
    Price &price = line.price;
    line.provider = cell(u"provider"_s);
    if (line.provider.isEmpty())
        return fault(u"provider"_s, u"required"_s);
    const auto channel = channelFromText(cell(u"channel"_s).toLower());
    if (!channel)
        return fault(u"channel"_s, u"format"_s);
    price.channel = *channel;
    price.country = cell(u"country"_s).toUpper();
    if (!price.country.isEmpty() && !isLetters(price.country, 2))
        return fault(u"country"_s, u"format"_s);
    const auto unit = priceUnitFromText(cell(u"unit"_s).toLower());
    if (!unit)
        return fault(u"unit"_s, u"format"_s);
    price.unit = *unit;
    const auto micros = microsOf(cell(u"price"_s));
    if (!micros || *micros > highestPrice)
        return fault(u"price"_s, micros ? u"range"_s : u"format"_s);
    price.amount = {*micros, cell(u"currency"_s).toUpper()};
    if (!isLetters(price.amount.currency, 3))
        return fault(u"currency"_s, u"format"_s);
    const QString day = cell(u"valid_from"_s);
    price.validFrom = day.isEmpty() ? firstDay : QDate::fromString(day, Qt::ISODate);
    if (!price.validFrom.isValid())
        return fault(u"valid_from"_s, u"format"_s);
    return std::nullopt;
}

} // namespace

QString toText(Price::Unit unit) { return unit == Price::Unit::Segment ? u"segment"_s : u"message"_s; }

std::optional<Price::Unit> priceUnitFromText(QStringView text)
{
    if (text == u"segment")
        return Price::Unit::Segment;
    if (text == u"message")
        return Price::Unit::Message;
    return std::nullopt;
}

PriceList::PriceList(QList<Price> prices)
{
    std::stable_sort(prices.begin(), prices.end(),
                     [](const Price &a, const Price &b) { return a.validFrom > b.validFrom; });
    for (const Price &price : std::as_const(prices))
        m_prices[{price.provider.value, static_cast<int>(price.channel)}][price.country] << price;
}

std::optional<Price> PriceList::priceOf(ProviderId provider, Channel channel, const QString &country, QDate day) const
{
    const auto account = m_prices.constFind({provider.value, static_cast<int>(channel)});
    if (account == m_prices.cend())
        return std::nullopt;
    for (const QString &place : {country, QString()})
        if (const auto prices = account->constFind(place); prices != account->cend())
            for (const Price &price : *prices)
                if (price.validFrom <= day)
                    return price;
    return std::nullopt;
}

Money PriceList::estimate(ProviderId provider, Channel channel, const QString &country, int segments, QDate day) const
{
    const auto price = priceOf(provider, channel, country, day);
    if (!price)
        return {};
    const qint64 units = price->unit == Price::Unit::Segment ? std::max(segments, 1) : 1;
    return {price->amount.micros * units, price->amount.currency};
}

Result<PriceFile> readPriceFile(const QByteArray &csv)
{
    if (csv.size() > largestFile)
        return wrong(u"too long"_s, 1, {});
    QString text = QString::fromUtf8(csv);
    text.remove(QChar(0xfeff)).replace(u"\r\n"_s, u"\n"_s);
    PriceFile file;
    const QString heading = text.section(u'\n', 0, 0);
    file.heading = heading.toUtf8();
    const QChar separator = heading.contains(u'\t') ? u'\t' : heading.contains(u';') ? u';' : u',';
    qsizetype at = 0;
    int row = 1;
    QStringList names = nextRecord(text, at, separator, row);
    for (QString &name : names) {
        name = name.toLower();
        if (!columns().contains(name) && name != u"problem") // of rows that were rejected before
            return wrong(u"unknown"_s, 1, name);
    }
    for (const QString &name : columns())
        if (!names.contains(name) && name != u"country" && name != u"valid_from")
            return wrong(u"required"_s, 1, name);

    while (at < text.size()) {
        PriceLine line;
        line.row = ++row;
        const qsizetype begin = at;
        const QStringList cells = nextRecord(text, at, separator, row);
        if (cells == QStringList{QString()})
            continue;
        line.text = text.sliced(begin, at - begin);
        if (line.text.endsWith(u'\n'))
            line.text.chop(1);
        if (auto fault = fill(line, cells, names)) {
            fault->row = line.row;
            fault->text = line.text;
            file.faults << *fault;
        } else {
            file.lines << line;
        }
    }
    return file;
}

Result<QList<PriceLine>> priceLinesFrom(const QByteArray &csv)
{
    const auto file = readPriceFile(csv);
    if (!file)
        return tl::unexpected(file.error());
    if (!file->faults.isEmpty()) {
        const PriceFault &fault = file->faults.first();
        return wrong(fault.reason, fault.row, fault.column);
    }
    return file->lines;
}

QByteArray priceFileOf(const QList<PriceLine> &lines)
{
    const auto cell = [](QString text) {
        const bool isPlain = std::none_of(text.begin(), text.end(), [](QChar c) {
            return c == u',' || c == u';' || c == u'"' || c == u'\t' || c == u'\n' || c == u'\r';
        });
        return isPlain ? text : u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    };
    QString text = columns().join(u',') + u'\n';
    for (const PriceLine &line : lines) {
        const Price &price = line.price;
        const bool isAlways = price.validFrom <= firstDay;
        text += QStringList{cell(line.provider),
                            toText(price.channel),
                            price.country,
                            toText(price.unit),
                            decimalOf(price.amount.micros),
                            price.amount.currency,
                            isAlways ? QString() : price.validFrom.toString(Qt::ISODate)}
                    .join(u',') +
                u'\n';
    }
    return text.toUtf8();
}

QStringList priceFileColumns() { return columns(); }

} // namespace domain
