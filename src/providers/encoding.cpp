#include "providers/encoding.h"

#include <QDateTime>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers {

namespace {

/// -1 where the two characters are no number.
int twoDigits(QStringView text, qsizetype position)
{
    const int tens = text[position].unicode() - u'0';
    const int units = text[position + 1].unicode() - u'0';
    return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : -1;
}

/// The one form providers write: "Fri, 20 Nov 2026 21:30:00 +0000". Lists hold thousands of them, and Qt's reading of
/// any RFC 2822 date takes longer than all the rest of a row.
std::optional<domain::Instant> instantFromFixedForm(QStringView text)
{
    constexpr QStringView months = u"JanFebMarAprMayJunJulAugSepOctNovDec";
    if (text.size() != 31 || text.sliced(25) != u" +0000" || text[3] != u',' || text[19] != u':' || text[22] != u':')
        return std::nullopt;
    const qsizetype month = months.indexOf(text.sliced(8, 3));
    const int day = twoDigits(text, 5);
    const int century = twoDigits(text, 12);
    const int year = twoDigits(text, 14);
    const int hour = twoDigits(text, 17);
    const int minute = twoDigits(text, 20);
    const int second = twoDigits(text, 23);
    if (month < 0 || month % 3 != 0 || day < 0 || century < 0 || year < 0 || hour < 0 || minute < 0 || second < 0 ||
        hour > 23 || minute > 59 || second > 60)
        return std::nullopt;
    using namespace std::chrono;
    const year_month_day date{std::chrono::year{century * 100 + year}, std::chrono::month{unsigned(month / 3 + 1)},
                              std::chrono::day{unsigned(day)}};
    if (!date.ok())
        return std::nullopt;
    return domain::Instant{sys_days{date} + hours{hour} + minutes{minute} + seconds{second}};
}

} // namespace

QByteArray formEncoded(const Form &form)
{
    QByteArray out;
    for (const auto &[name, text] : form) {
        if (!out.isEmpty())
            out += '&';
        out += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(text);
    }
    return out;
}

Form formDecoded(const QByteArray &body)
{
    const auto decoded = [](QByteArray part) {
        return QString::fromUtf8(QByteArray::fromPercentEncoding(part.replace('+', ' ')));
    };
    Form form;
    for (const QByteArray &field : body.split('&')) {
        if (field.isEmpty())
            continue;
        const qsizetype equals = field.indexOf('=');
        if (equals < 0)
            form.emplaceBack(decoded(field), u""_s);
        else
            form.emplaceBack(decoded(field.first(equals)), decoded(field.sliced(equals + 1)));
    }
    return form;
}

QString value(const Form &form, QStringView name)
{
    for (const auto &[key, text] : form)
        if (key == name)
            return text;
    return {};
}

std::optional<qint64> microsFromDecimal(QStringView text)
{
    text = text.trimmed();
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text = text.sliced(1);
    constexpr qint64 limit = std::numeric_limits<qint64>::max() / 10 - 1;
    qint64 micros = 0;
    int decimals = -1; // -1 before the point
    bool digits = false;
    for (const QChar c : text) {
        if (c == u'.' && decimals < 0) {
            decimals = 0;
            continue;
        }
        if (c < u'0' || c > u'9')
            return std::nullopt;
        digits = true;
        const int digit = c.unicode() - u'0';
        if (decimals >= 6) {
            if (decimals == 6 && digit >= 5)
                ++micros;
            decimals = 7;
            continue;
        }
        if (micros > limit)
            return std::nullopt;
        micros = micros * 10 + digit;
        if (decimals >= 0)
            ++decimals;
    }
    if (!digits)
        return std::nullopt;
    for (int have = std::max(decimals, 0); have < 6; ++have) {
        if (micros > limit)
            return std::nullopt;
        micros *= 10;
    }
    return negative ? -micros : micros;
}

std::optional<domain::Millis> retryAfter(const domain::HttpResponse &response)
{
    const QByteArray text = response.header("Retry-After").trimmed();
    if (text.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    if (const int seconds = text.toInt(&isNumber); isNumber)
        return seconds >= 0 ? std::optional(domain::Millis{qint64{seconds} * 1000}) : std::nullopt;
    const auto until = instantFromRfc2822(QString::fromLatin1(text));
    const auto now = instantFromRfc2822(QString::fromLatin1(response.header("Date")));
    if (!until || !now)
        return std::nullopt;
    return std::max(*until - *now, domain::Millis{0});
}

std::optional<domain::Instant> instantFromRfc2822(const QString &text)
{
    if (const auto instant = instantFromFixedForm(text))
        return instant;
    QString offset = text.trimmed();
    if (offset.endsWith(u" GMT"))
        offset = offset.chopped(4) + u" +0000"_s;
    const QDateTime time = QDateTime::fromString(offset, Qt::RFC2822Date);
    return time.isValid() ? std::optional(domain::fromMillis(time.toMSecsSinceEpoch())) : std::nullopt;
}

std::optional<domain::Instant> instantFromIso8601(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return domain::fromMillis(time.toMSecsSinceEpoch());
}

QString iso8601(domain::Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(domain::toMillis(at), Qt::UTC).toString(Qt::ISODate);
}

std::optional<qint64> microsFromJson(const QJsonValue &value)
{
    return microsFromDecimal(value.isDouble() ? QString::number(value.toDouble(), 'f', 7) : value.toString());
}

QString withoutPlus(const QString &number) { return number.startsWith(u'+') ? number.sliced(1) : number; }

QString withPlus(const QString &digits)
{
    constexpr qsizetype shortestNumber = 7;
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return digits.size() >= shortestNumber && std::all_of(digits.cbegin(), digits.cend(), isDigit) ? u'+' + digits
                                                                                                   : digits;
}

} // namespace providers
