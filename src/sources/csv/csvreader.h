#pragma once

#include "domain/core/result.h"
#include "sources/csv/decoder.h"

#include <QIODevice>
#include <QStringList>

namespace sources {

/// One record. `number` counts as a spreadsheet does: the file's first record is row 1, whatever line breaks its
/// cells hold. `problem` is empty, "unclosed_quote" or "cell_too_long"; then the cells are the line read plainly.
struct CsvRow
{
    qint64 number = 0;
    QStringList cells;
    QString problem;
};

/// Reads delimited text (RFC 4180 and its usual dialects) from a device, in constant memory. Quotes are double quotes,
/// doubled inside; line ends are LF, CRLF or CR; a quote within an unquoted cell is text. A quote that is never closed
/// spoils its own line only: that line comes back with a problem and reading goes on with the next. Blank lines are
/// passed over. Not thread-safe; borrows the device.
class CsvReader
{
public:
    CsvReader(QIODevice &device, const QString &encoding, QChar delimiter);

    /// False at the end. Fails where the device cannot be read, or with InvalidInput where more than a thousand
    /// quotes are left open (it is no such file).
    [[nodiscard]] domain::Result<bool> next(CsvRow &row);

    /// Bytes of the device read so far, for progress.
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }
    [[nodiscard]] bool sawEncodingErrors() const { return m_transcoder.sawErrors(); }

    /// A longer quoted cell is taken for a quote that was left open.
    static constexpr qsizetype longestCell = 64 * 1024;
    /// Reading a file with a longer row fails: it is no such file.
    static constexpr qsizetype longestRow = 4 * 1024 * 1024;

private:
    [[nodiscard]] domain::Result<bool> fill();
    enum class Scan { Complete, NeedsMore, TooLong };
    [[nodiscard]] Scan scan(QStringList &cells, qsizetype &end) const;
    void readPlainly(CsvRow &row);
    [[nodiscard]] QString cellText(qsizetype from, qsizetype to, bool doubled) const;

    QIODevice &m_device;
    Utf8Transcoder m_transcoder;
    QByteArray m_delimiter;
    QByteArray m_buffer;
    qsizetype m_position = 0;
    qint64 m_bytesRead = 0;
    qint64 m_rows = 0;
    int m_openQuotes = 0;
    bool m_atEnd = false;
};

/// Comma, semicolon, tab or bar: the one that cuts the first records into the most even number of cells.
[[nodiscard]] QChar detectDelimiter(QByteArrayView beginningUtf8);

} // namespace sources
