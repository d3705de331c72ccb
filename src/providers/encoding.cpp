#include "providers/encoding.h"

#include <QDateTime>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace providers {

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
    QString offset = text.trimmed();
    if (offset.endsWith(u" GMT"))
        offset = offset.chopped(4) + u" +0000"_s;
    const QDateTime time = QDateTime::fromString(offset, Qt::RFC2822Date);
    return time.isValid() ? std::optional(domain::fromMillis(time.toMSecsSinceEpoch())) : std::nullopt;
}

} // namespace providers
