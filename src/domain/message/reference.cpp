#include "domain/message/reference.h"

#include <array>

namespace domain {

namespace {

constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base 32
constexpr int length = 26;
constexpr int timeDigits = 10;  // 48 bits in 50
constexpr int idDigits = 10;    // 50 bits
constexpr int chanceDigits = 6; // 30 bits

} // namespace

QString attemptReference(Instant at, MessageId message, quint32 chance)
{
    std::array<char16_t, length> text{};
    const auto put = [&text](int from, int digits, quint64 value) {
        for (int i = from + digits - 1; i >= from; --i, value >>= 5)
            text[static_cast<size_t>(i)] = static_cast<char16_t>(alphabet[value & 31]);
    };
    put(0, timeDigits, static_cast<quint64>(toMillis(at)));
    put(timeDigits, idDigits, static_cast<quint64>(message.value));
    put(timeDigits + idDigits, chanceDigits, chance);
    return QString::fromUtf16(text.data(), length);
}

MessageId messageOfReference(QStringView reference)
{
    if (reference.size() != length)
        return {};
    quint64 id = 0;
    for (int i = 0; i < length; ++i) {
        const char16_t c = reference[i].unicode();
        const QByteArrayView all(alphabet, 32);
        const qsizetype digit = c < 128 ? all.indexOf(static_cast<char>(c)) : -1;
        if (digit < 0)
            return {};
        if (i >= timeDigits && i < timeDigits + idDigits)
            id = id << 5 | static_cast<quint64>(digit);
    }
    return {static_cast<qint64>(id)};
}

} // namespace domain
