#pragma once

#include <QByteArray>
#include <QString>

#include <QStringDecoder>
#include <optional>

namespace sources {

/// Which of the four encodings a file is in, from its beginning: a byte order mark, else the pattern of zero bytes
/// (UTF-16), else whether it is valid UTF-8, else Windows-1252. Names as in engine::FileFormat::encoding.
[[nodiscard]] QString detectEncoding(QByteArrayView beginning);

/// Turns a file's bytes into UTF-8, piece by piece; a byte order mark is dropped, sequences cut by a piece's end are
/// held back. Broken input becomes U+FFFD and is counted, never refused.
class Utf8Transcoder
{
public:
    /// `encoding` is one of detectEncoding()'s names; anything else is read as UTF-8.
    explicit Utf8Transcoder(const QString &encoding);

    /// The UTF-8 of the next bytes. `last` flushes what was held back.
    [[nodiscard]] QByteArray decode(QByteArrayView bytes, bool last);

    [[nodiscard]] bool sawErrors() const;

private:
    enum class Kind { Utf8, Utf16, Windows1252 };
    Kind m_kind;
    QStringDecoder m_decoder;
    bool m_start = true;
    bool m_errors = false;
    QByteArray m_held; // an unfinished UTF-8 sequence
};

} // namespace sources
