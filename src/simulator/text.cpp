#include "simulator/text.h"

#include <QByteArray>
#include <QDateTime>

#include <array>
#include <charconv>

namespace simulator {

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";
constexpr std::string_view base32Digits = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr int base32Length = 26; // 130 bits for 128

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

void appendPadded(std::string &out, unsigned number, int width)
{
    std::array<char, 10> digits{};
    for (int i = width - 1; i >= 0; --i) {
        digits[size_t(i)] = char('0' + number % 10);
        number /= 10;
    }
    out.append(digits.data(), size_t(width));
}

struct WallTime
{
    std::chrono::year_month_day date;
    std::chrono::weekday weekday;
    std::chrono::hh_mm_ss<domain::Millis> time;

    explicit WallTime(domain::Instant at)
        : date(std::chrono::floor<std::chrono::days>(at)), weekday(std::chrono::floor<std::chrono::days>(at)),
          time(at - std::chrono::floor<std::chrono::days>(at))
    {}
};

} // namespace

void appendJson(std::string &out, std::string_view text)
{
    out += '"';
    size_t plain = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        out.append(text, plain, i - plain);
        plain = i + 1;
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            out += "\\u00";
            out += hexDigits[c >> 4];
            out += hexDigits[c & 15];
        }
    }
    out.append(text, plain);
    out += '"';
}

void appendNumber(std::string &out, qint64 number)
{
    std::array<char, 24> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    out.append(buffer.data(), end);
}

void appendHex(std::string &out, quint64 high, quint64 low)
{
    for (const quint64 part : {high, low})
        for (int shift = 60; shift >= 0; shift -= 4)
            out += hexDigits[(part >> shift) & 15];
}

void appendRfc2822(std::string &out, domain::Instant at)
{
    constexpr std::array days{"Sun, ", "Mon, ", "Tue, ", "Wed, ", "Thu, ", "Fri, ", "Sat, "};
    constexpr std::array months{" Jan ", " Feb ", " Mar ", " Apr ", " May ", " Jun ",
                                " Jul ", " Aug ", " Sep ", " Oct ", " Nov ", " Dec "};
    const WallTime wall(at);
    out += days[wall.weekday.c_encoding()];
    appendPadded(out, unsigned(wall.date.day()), 2);
    out += months[unsigned(wall.date.month()) - 1];
    appendPadded(out, unsigned(int(wall.date.year())), 4);
    out += ' ';
    appendPadded(out, unsigned(wall.time.hours().count()), 2);
    out += ':';
    appendPadded(out, unsigned(wall.time.minutes().count()), 2);
    out += ':';
    appendPadded(out, unsigned(wall.time.seconds().count()), 2);
    out += " +0000";
}

void appendIso8601(std::string &out, domain::Instant at)
{
    const WallTime wall(at);
    appendPadded(out, unsigned(int(wall.date.year())), 4);
    out += '-';
    appendPadded(out, unsigned(wall.date.month()), 2);
    out += '-';
    appendPadded(out, unsigned(wall.date.day()), 2);
    out += 'T';
    appendPadded(out, unsigned(wall.time.hours().count()), 2);
    out += ':';
    appendPadded(out, unsigned(wall.time.minutes().count()), 2);
    out += ':';
    appendPadded(out, unsigned(wall.time.seconds().count()), 2);
    out += '.';
    appendPadded(out, unsigned(wall.time.subseconds().count()), 3);
    out += 'Z';
}

void appendDecimal(std::string &out, qint64 micros)
{
    if (micros < 0) {
        out += '-';
        micros = -micros;
    }
    appendNumber(out, micros / 1'000'000);
    out += '.';
    appendPadded(out, unsigned(micros % 1'000'000 / 10), 5);
}

std::string percentEncoded(std::string_view text)
{
    const QByteArray encoded = QByteArray(text.data(), qsizetype(text.size())).toPercentEncoding();
    return {encoded.data(), size_t(encoded.size())};
}

void percentDecode(std::string &out, std::string_view text)
{
    out.clear();
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '%' && i + 2 < text.size()) {
            const int high = hexValue(text[i + 1]);
            const int low = hexValue(text[i + 2]);
            if (high >= 0 && low >= 0) {
                out += static_cast<char>(high * 16 + low);
                i += 2;
                continue;
            }
        }
        out += c == '+' ? ' ' : c;
    }
}

std::string parameterOf(std::string_view form, std::string_view wanted)
{
    std::string found;
    forEachField(form, [&](std::string_view name, std::string_view value) {
        if (name == wanted)
            percentDecode(found, value);
    });
    return found;
}

void appendBase32(std::string &out, quint64 high, quint64 low)
{
    std::array<char, base32Length> text{};
    for (int i = base32Length - 1; i >= 0; --i) {
        text[size_t(i)] = base32Digits[low & 31];
        low = low >> 5 | high << 59;
        high >>= 5;
    }
    out.append(text.data(), text.size());
}

std::optional<std::pair<quint64, quint64>> base32In(std::string_view text)
{
    if (text.size() != base32Length)
        return std::nullopt;
    quint64 high = 0;
    quint64 low = 0;
    for (const char c : text) {
        const size_t digit = base32Digits.find(c);
        if (digit == std::string_view::npos)
            return std::nullopt;
        high = high << 5 | low >> 59;
        low = low << 5 | digit;
    }
    return std::pair{high, low};
}

std::optional<quint64> numberFrom(std::string_view text)
{
    if (text.size() < 8 || text.size() > 16 || text[0] != '+' || text[1] == '0')
        return std::nullopt;
    quint64 number = 0;
    for (const char c : text.substr(1)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + quint64(c - '0');
    }
    return number;
}

bool isSid(std::string_view text, std::string_view prefix)
{
    if (text.size() != prefix.size() + 32 || !text.starts_with(prefix))
        return false;
    for (const char c : text.substr(prefix.size()))
        if (hexValue(c) < 0)
            return false;
    return true;
}

quint64 hexAt(std::string_view text, size_t position)
{
    quint64 value = 0;
    for (size_t i = position; i < position + 16; ++i)
        value = value << 4 | quint64(hexValue(text[i]));
    return value;
}

std::string basicCredentials(std::string_view header)
{
    constexpr std::string_view scheme = "basic ";
    if (header.size() < scheme.size() ||
        QByteArrayView(header.data(), qsizetype(scheme.size()))
                .compare(QByteArrayView(scheme.data(), qsizetype(scheme.size())), Qt::CaseInsensitive) != 0)
        return {};
    header.remove_prefix(scheme.size());
    const QByteArray decoded = QByteArray::fromBase64(QByteArray::fromRawData(header.data(), qsizetype(header.size())));
    return {decoded.data(), size_t(decoded.size())};
}

std::optional<domain::Instant> instantFromIso(std::string_view text)
{
    const QDateTime time = QDateTime::fromString(QString::fromUtf8(text.data(), qsizetype(text.size())) +
                                                     (text.size() == 10 ? QStringLiteral("T00:00:00Z") : QString()),
                                                 Qt::ISODate);
    return time.isValid() ? std::optional(domain::fromMillis(time.toMSecsSinceEpoch())) : std::nullopt;
}

} // namespace simulator
