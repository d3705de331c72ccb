#include "sources/csv/csvreader.h"

#include <QBuffer>
#include <QHash>

namespace sources {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {
constexpr qint64 pieceBytes = 256 * 1024;
constexpr int mostOpenQuotes = 1000;
} // namespace

CsvReader::CsvReader(QIODevice &device, const QString &encoding, QChar delimiter)
    : m_device(device), m_transcoder(encoding), m_delimiter(QString(delimiter).toUtf8())
{}

Result<bool> CsvReader::fill()
{
    if (m_atEnd)
        return false;
    const QByteArray piece = m_device.read(pieceBytes);
    if (piece.isEmpty() && !m_device.atEnd())
        return fail(ErrorCode::FileNotReadable, m_device.errorString());
    m_bytesRead += piece.size();
    m_atEnd = piece.isEmpty();
    m_buffer.remove(0, m_position);
    m_position = 0;
    m_buffer += m_transcoder.decode(piece, m_atEnd);
    return true;
}

QString CsvReader::cellText(qsizetype from, qsizetype to, bool doubled) const
{
    QString text = QString::fromUtf8(m_buffer.constData() + from, to - from);
    if (doubled)
        text.replace(QLatin1String("\"\""), QLatin1String("\""));
    return text;
}

// Walks one record from m_position. `end` is where the next one begins.
CsvReader::Scan CsvReader::scan(QStringList &cells, qsizetype &end) const
{
    cells.clear();
    const char *const data = m_buffer.constData();
    const qsizetype size = m_buffer.size();
    const char first = m_delimiter[0];
    const auto delimiterAt = [&](qsizetype i) {
        return data[i] == first &&
               (m_delimiter.size() == 1 || QByteArrayView(data + i, size - i).startsWith(m_delimiter));
    };
    qsizetype i = m_position;
    while (true) {
        QString text;
        if (i < size && data[i] == '"') {
            const qsizetype start = ++i;
            bool doubled = false;
            while (true) {
                const auto *quote = static_cast<const char *>(memchr(data + i, '"', static_cast<size_t>(size - i)));
                if (!quote || quote - data - start > longestCell)
                    return size - start > longestCell || quote ? Scan::TooLong : Scan::NeedsMore;
                i = quote - data + 1;
                if (i < size && data[i] == '"') {
                    doubled = true;
                    ++i;
                    continue;
                }
                if (i == size && !m_atEnd)
                    return Scan::NeedsMore; // the quote may be the first of two
                break;
            }
            text = cellText(start, i - 1, doubled);
        }
        // What stands outside quotes: the whole cell, or stray text behind a closing quote.
        const qsizetype start = i;
        while (i < size && data[i] != '\n' && data[i] != '\r' && !delimiterAt(i))
            ++i;
        if (i == size && !m_atEnd)
            return Scan::NeedsMore;
        text = text.isNull() ? cellText(start, i, false) : text + cellText(start, i, false);
        cells << text;
        if (i < size && delimiterAt(i)) {
            i += m_delimiter.size();
            if (i == size && !m_atEnd)
                return Scan::NeedsMore;
            continue;
        }
        if (i < size && data[i] == '\r') {
            if (i + 1 == size && !m_atEnd)
                return Scan::NeedsMore;
            ++i;
            if (i < size && data[i] == '\n')
                ++i;
        } else if (i < size) {
            ++i;
        }
        end = i;
        return Scan::Complete;
    }
}

void CsvReader::readPlainly(CsvRow &row)
{
    qsizetype end = m_position;
    while (end < m_buffer.size() && m_buffer[end] != '\n' && m_buffer[end] != '\r')
        ++end;
    row.cells =
        QString::fromUtf8(m_buffer.constData() + m_position, end - m_position).split(QString::fromUtf8(m_delimiter));
    row.problem = QStringLiteral("unclosed_quote");
    if (end < m_buffer.size() && m_buffer[end] == '\r')
        ++end;
    if (end < m_buffer.size() && m_buffer[end] == '\n')
        ++end;
    m_position = end;
}

Result<bool> CsvReader::next(CsvRow &row)
{
    row.problem.clear();
    while (true) {
        if (m_position >= m_buffer.size()) {
            auto more = fill();
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                return false;
            continue;
        }
        qsizetype end = 0;
        const Scan result = scan(row.cells, end);
        if (result == Scan::NeedsMore && !m_atEnd) {
            if (m_buffer.size() - m_position > longestRow)
                return fail(ErrorCode::InvalidInput, QStringLiteral("a row is longer than %1 bytes").arg(longestRow),
                            QStringLiteral("row %1").arg(m_rows + 1));
            if (auto more = fill(); !more)
                return tl::unexpected(more.error());
            continue;
        }
        if (result == Scan::Complete) {
            m_position = end;
            const bool blank = row.cells.size() == 1 && row.cells.constFirst().trimmed().isEmpty();
            if (blank) {
                ++m_rows; // a spreadsheet shows it as a row, too
                continue;
            }
        } else {
            if (++m_openQuotes > mostOpenQuotes)
                return fail(ErrorCode::InvalidInput,
                            QStringLiteral("more than %1 quotes are not closed").arg(mostOpenQuotes),
                            QStringLiteral("row %1").arg(m_rows + 1));
            readPlainly(row);
        }
        row.number = ++m_rows;
        return true;
    }
}

QChar detectDelimiter(QByteArrayView beginningUtf8)
{
    QChar best = u',';
    double bestScore = 0;
    for (const QChar candidate : {u',', u';', u'\t', u'|'}) {
        QByteArray bytes = beginningUtf8.toByteArray();
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        CsvReader reader(buffer, QStringLiteral("UTF-8"), candidate);
        QHash<qsizetype, int> rowsByCells;
        CsvRow row;
        int rows = 0;
        while (rows < 50) {
            const auto more = reader.next(row);
            if (!more || !*more)
                break;
            ++rows;
            ++rowsByCells[row.cells.size()];
        }
        // The share of the commonest width, times that width: a delimiter that is not there makes one wide cell.
        for (auto it = rowsByCells.cbegin(); it != rowsByCells.cend(); ++it) {
            if (it.key() < 2)
                continue;
            const double share = double(it.value()) / rows;
            const double score = share * share * (1 + 0.01 * double(it.key()));
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
    }
    return best;
}

} // namespace sources
