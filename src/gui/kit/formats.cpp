#include "gui/kit/formats.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

struct Formats
{
    Q_DECLARE_TR_FUNCTIONS(gui::Formats)
};

QDateTime local(domain::Instant at) { return QDateTime::fromMSecsSinceEpoch(domain::toMillis(at)); }

QString symbolOf(const QString &currency)
{
    static const QHash<QString, QString> symbols{
        {u"USD"_s, u"$"_s}, {u"EUR"_s, u"€"_s}, {u"GBP"_s, u"£"_s}, {u"INR"_s, u"₹"_s}, {u"JPY"_s, u"¥"_s}};
    return symbols.value(currency, currency + QChar(0x00A0));
}

} // namespace

QString number(qint64 value) { return QLocale().toString(value); }

QString percent(qint64 part, qint64 whole)
{
    if (whole <= 0)
        return u"–"_s;
    const double share = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    // never '100.0 %' while one is missing
    const double shown = part < whole ? std::min(share, 99.9) : share;
    return QLocale().toString(shown, 'f', 1) + u" %"_s;
}

QString money(const domain::Money &amount)
{
    if (amount.currency.isEmpty())
        return u"–"_s;
    const double value = static_cast<double>(amount.micros) / 1e6;
    int decimals = amount.currency == "JPY"_L1 ? 0 : 2;
    if (amount.micros != 0 && std::abs(value) < 0.1)
        decimals = 4;
    // a minus, where some locales would put an accountant's brackets
    const QString sign = amount.micros < 0 ? QString(QLocale().negativeSign()) : QString();
    return sign + QLocale().toCurrencyString(std::abs(value), symbolOf(amount.currency), decimals);
}

QString money(const domain::Money &amount, bool estimate)
{
    if (!estimate || amount.currency.isEmpty() || amount.micros == 0)
        return money(amount);
    return Formats::tr("about %1").arg(money(amount));
}

QString rate(double perSecond)
{
    return Formats::tr("%1 a second").arg(QLocale().toString(perSecond, 'f', perSecond < 10 ? 1 : 0));
}

QString segmentsText(qint64 segments) { return Formats::tr("%Ln segments", nullptr, static_cast<int>(segments)); }

QString timeOfDayFormat() { return Formats::tr("HH:mm", "time of day"); }

QString timeOfDay(QTime time) { return QLocale().toString(time, timeOfDayFormat()); }

QString relativeTime(domain::Instant at, domain::Instant now)
{
    using namespace std::chrono;
    const auto away = now - at;
    const auto size = away < 0ms ? -away : away;
    const bool past = away >= 0ms;
    if (size < 45s)
        return past ? Formats::tr("just now") : Formats::tr("in a moment");
    if (size < 60min) {
        const int n = static_cast<int>(std::max<qint64>(1, duration_cast<minutes>(size + 30s).count()));
        return past ? Formats::tr("%1 min ago").arg(n) : Formats::tr("in %1 min").arg(n);
    }
    const QDateTime then = local(at);
    const QDateTime today = local(now);
    const QLocale locale;
    const QString clock = timeOfDay(then.time());
    const qint64 days = then.date().daysTo(today.date());
    if (days == 0) {
        const int n = static_cast<int>(duration_cast<hours>(size + 30min).count());
        return past ? Formats::tr("%1 h ago").arg(n) : Formats::tr("in %1 h").arg(n);
    }
    if (days == 1)
        return Formats::tr("yesterday %1").arg(clock);
    if (days == -1)
        return Formats::tr("tomorrow %1").arg(clock);
    if (then.date().year() == today.date().year())
        return locale.toString(then.date(), Formats::tr("d MMM", "day and month of this year"));
    return locale.toString(then.date(), Formats::tr("d MMM yyyy", "day of another year"));
}

QString exactTime(domain::Instant at)
{
    const QDateTime then = local(at);
    return u"%1 %2 (%3)"_s.arg(QLocale().toString(then.date(), QLocale::LongFormat),
                               then.time().toString(u"HH:mm:ss"_s), then.timeZoneAbbreviation());
}

QString clockTime(domain::Instant at) { return local(at).time().toString(u"HH:mm:ss"_s); }

QString dayText(domain::Instant at, domain::Instant now)
{
    const QDate day = local(at).date();
    const QDate today = local(now).date();
    if (day == today)
        return Formats::tr("Today");
    if (day.addDays(1) == today)
        return Formats::tr("Yesterday");
    return QLocale().toString(day, Formats::tr("d MMM yyyy", "day of another year"));
}

QString duration(std::chrono::milliseconds length)
{
    using namespace std::chrono;
    if (length < 1s)
        return Formats::tr("%1 ms").arg(length.count());
    if (length < 1min)
        return Formats::tr("%1 s").arg(
            QLocale().toString(static_cast<double>(length.count()) / 1000.0, 'f', length < 10s ? 1 : 0));
    if (length < 1h)
        return Formats::tr("%1 min").arg(duration_cast<minutes>(length + 30s).count());
    const auto whole = duration_cast<hours>(length);
    const auto rest = duration_cast<minutes>(length - whole);
    if (rest.count() == 0 || whole.count() > 23)
        return Formats::tr("%1 h").arg(whole.count());
    return Formats::tr("%1 h %2 min").arg(whole.count()).arg(rest.count());
}

QString bytes(qint64 count) { return QLocale().formattedDataSize(count, 1, QLocale::DataSizeSIFormat); }

} // namespace gui
