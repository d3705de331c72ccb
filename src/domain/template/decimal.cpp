#include "domain/template/decimal.h"

namespace domain::decimal {

namespace {

constexpr qsizetype MaxDigits = 400;

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

struct Parts
{
    bool negative = false;
    QStringView whole;
    QStringView fraction;
};

Parts split(QStringView text)
{
    Parts parts;
    if (text.startsWith(u'-')) {
        parts.negative = true;
        text = text.sliced(1);
    }
    const qsizetype point = text.indexOf(u'.');
    parts.whole = point < 0 ? text : text.first(point);
    parts.fraction = point < 0 ? QStringView() : text.sliced(point + 1);
    return parts;
}

/// Adds one to a number of digits, as on paper.
void increment(QString &digits)
{
    for (qsizetype i = digits.size() - 1; i >= 0; --i) {
        if (digits[i] != u'9') {
            digits[i] = QChar(digits[i].unicode() + 1);
            return;
        }
        digits[i] = u'0';
    }
    digits.prepend(u'1');
}

bool isZero(QStringView text)
{
    for (const QChar c : text) {
        if (isDigit(c) && c != u'0')
            return false;
    }
    return true;
}

/// The number behind 'e', or nothing; far exponents are refused so that "1e999999999" takes no memory.
std::optional<int> exponentOf(QStringView text)
{
    if (text.size() > 5)
        return std::nullopt;
    bool ok = false;
    const int value = text.toInt(&ok);
    if (!ok || value > MaxDigits || value < -MaxDigits)
        return std::nullopt;
    return value;
}

} // namespace

std::optional<QString> canonical(QStringView text)
{
    bool negative = false;
    if (text.startsWith(u'-') || text.startsWith(u'+')) {
        negative = text.front() == u'-';
        text = text.sliced(1);
    }
    QString digits;
    qsizetype scale = -1; // digits behind the point, -1 before one was seen
    qsizetype at = 0;
    for (; at < text.size(); ++at) {
        if (isDigit(text[at])) {
            digits += text[at];
            if (scale >= 0)
                ++scale;
        } else if (text[at] == u'.' && scale < 0) {
            scale = 0;
        } else {
            break;
        }
        if (digits.size() > MaxDigits)
            return std::nullopt;
    }
    if (digits.isEmpty())
        return std::nullopt;
    scale = qMax<qsizetype>(scale, 0);
    if (at < text.size()) {
        if (text[at] != u'e' && text[at] != u'E')
            return std::nullopt;
        const auto exponent = exponentOf(text.sliced(at + 1));
        if (!exponent)
            return std::nullopt;
        scale -= *exponent;
        if (scale < 0) {
            digits += QString(-scale, u'0');
            scale = 0;
        }
    }
    if (scale >= digits.size())
        digits.prepend(QString(scale - digits.size() + 1, u'0'));
    QString whole = digits.first(digits.size() - scale);
    QString fraction = digits.sliced(digits.size() - scale);
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    qsizetype zeros = 0;
    while (zeros + 1 < whole.size() && whole[zeros] == u'0')
        ++zeros;
    whole.remove(0, zeros);
    if (negative && !(fraction.isEmpty() && whole == u"0"))
        whole.prepend(u'-');
    return fraction.isEmpty() ? whole : QString(whole + u'.' + fraction);
}

QString rounded(QStringView canonicalText, int decimals)
{
    const Parts parts = split(canonicalText);
    QString digits;
    digits.reserve(parts.whole.size() + decimals + 3);
    digits.append(parts.whole).append(parts.fraction.left(decimals));
    for (qsizetype i = parts.fraction.size(); i < decimals; ++i)
        digits += u'0';
    if (parts.fraction.size() > decimals && parts.fraction[decimals] >= u'5')
        increment(digits);
    if (decimals > 0)
        digits.insert(digits.size() - decimals, u'.');
    if (parts.negative && !isZero(digits))
        digits.prepend(u'-');
    return digits;
}

std::strong_ordering compare(QStringView a, QStringView b)
{
    const Parts left = split(a);
    const Parts right = split(b);
    if (left.negative != right.negative)
        return left.negative ? std::strong_ordering::less : std::strong_ordering::greater;
    std::strong_ordering magnitude = left.whole.size() <=> right.whole.size();
    if (magnitude == std::strong_ordering::equal)
        magnitude = left.whole.compare(right.whole) <=> 0;
    // fractions have no trailing zeros: the text order, where a prefix comes first, is the order of the values
    if (magnitude == std::strong_ordering::equal)
        magnitude = left.fraction.compare(right.fraction) <=> 0;
    return left.negative ? 0 <=> magnitude : magnitude;
}

} // namespace domain::decimal
