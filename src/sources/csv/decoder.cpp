#include "sources/csv/decoder.h"

#include <array>

namespace sources {

namespace {

// Windows-1252, 0x80 to 0x9F (the WHATWG table: the five unassigned bytes stay control characters).
constexpr std::array<char16_t, 32> windows1252{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                               0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                               0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                               0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

// How many bytes at the end belong to a sequence that is not finished yet.
qsizetype unfinishedTail(QByteArrayView bytes)
{
    for (qsizetype back = 1; back <= 3 && back <= bytes.size(); ++back) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if ((byte & 0xC0) == 0x80)
            continue;
        const qsizetype needs = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return needs > back ? back : 0;
    }
    return 0;
}

bool isAscii(QByteArrayView bytes)
{
    for (const char c : bytes)
        if (static_cast<unsigned char>(c) >= 0x80)
            return false;
    return true;
}

} // namespace

QString detectEncoding(QByteArrayView beginning)
{
    if (beginning.startsWith(QByteArrayView("\xEF\xBB\xBF", 3)))
        return QStringLiteral("UTF-8");
    if (beginning.startsWith(QByteArrayView("\xFF\xFE", 2)))
        return QStringLiteral("UTF-16LE");
    if (beginning.startsWith(QByteArrayView("\xFE\xFF", 2)))
        return QStringLiteral("UTF-16BE");
    // Text of mostly Latin letters in UTF-16 has a zero in every second byte.
    qsizetype evenZeros = 0;
    qsizetype oddZeros = 0;
    for (qsizetype i = 0; i < beginning.size(); ++i)
        if (beginning[i] == '\0')
            ++(i % 2 == 0 ? evenZeros : oddZeros);
    const qsizetype half = beginning.size() / 2;
    if (half >= 2 && oddZeros > half / 3 && evenZeros < half / 10)
        return QStringLiteral("UTF-16LE");
    if (half >= 2 && evenZeros > half / 3 && oddZeros < half / 10)
        return QStringLiteral("UTF-16BE");
    const QByteArrayView whole = beginning.first(beginning.size() - unfinishedTail(beginning));
    return whole.isValidUtf8() ? QStringLiteral("UTF-8") : QStringLiteral("windows-1252");
}

Utf8Transcoder::Utf8Transcoder(const QString &encoding)
    : m_kind(encoding.startsWith(u"UTF-16")                                ? Kind::Utf16
             : encoding.compare(u"windows-1252", Qt::CaseInsensitive) == 0 ? Kind::Windows1252
                                                                           : Kind::Utf8)
{
    if (m_kind == Kind::Utf16)
        m_decoder = QStringDecoder(encoding == u"UTF-16BE" ? QStringConverter::Utf16BE : QStringConverter::Utf16LE);
    else if (m_kind == Kind::Utf8)
        m_decoder = QStringDecoder(QStringConverter::Utf8);
}

QByteArray Utf8Transcoder::decode(QByteArrayView bytes, bool last)
{
    QByteArray out;
    switch (m_kind) {
    case Kind::Utf8: {
        QByteArray joined = m_held + bytes.toByteArray();
        const qsizetype held = last ? 0 : unfinishedTail(joined);
        m_held = joined.last(held);
        joined.chop(held);
        if (m_start && joined.startsWith("\xEF\xBB\xBF"))
            joined.remove(0, 3);
        if (!QByteArrayView(joined).isValidUtf8()) {
            m_errors = true;
            joined = QString::fromUtf8(joined).toUtf8();
        }
        out = joined;
        break;
    }
    case Kind::Utf16: {
        const QString text = m_decoder.decode(bytes);
        out = text.toUtf8();
        if (m_start && out.startsWith("\xEF\xBB\xBF"))
            out.remove(0, 3);
        if (m_decoder.hasError() || text.contains(QChar::ReplacementCharacter))
            m_errors = true;
        break;
    }
    case Kind::Windows1252: {
        if (isAscii(bytes)) {
            out = bytes.toByteArray();
            break;
        }
        QString text(bytes.size(), Qt::Uninitialized);
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            const auto byte = static_cast<unsigned char>(bytes[i]);
            text[i] = QChar(byte >= 0x80 && byte < 0xA0 ? windows1252[byte - 0x80U] : char16_t(byte));
        }
        out = text.toUtf8();
        break;
    }
    }
    if (!bytes.isEmpty())
        m_start = false;
    return out;
}

bool Utf8Transcoder::sawErrors() const { return m_errors; }

} // namespace sources
