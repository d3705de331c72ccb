#include "sources/contacts/importworker.h"

#include "sources/contacts/fields.h"

#include <QBuffer>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
using domain::Result;
using engine::FileFormat;
using engine::ImportReport;

namespace sources {

namespace {

constexpr int rowsPerBatch = 400; // the engine takes some 8 ms to stage them
constexpr qint64 previewBytes = 256 * 1024;
constexpr int previewRows = 50;
constexpr int listedRejects = 200;

Result<void> openForReading(QFile &file)
{
    const QFileInfo info(file.fileName());
    if (!info.exists() || info.isDir())
        return fail(ErrorCode::FileMissing, u"no such file"_s, file.fileName());
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotReadable, file.errorString(), file.fileName());
    return {};
}

QStringList columnsOf(const QStringList &firstRow, bool hasHeader)
{
    QStringList columns;
    for (qsizetype i = 0; i < firstRow.size(); ++i) {
        const QString name = firstRow[i].trimmed();
        columns << (hasHeader && !name.isEmpty() ? name : u"Column %1"_s.arg(i + 1));
    }
    return columns;
}

} // namespace

QByteArray csvLine(const QStringList &cells)
{
    QByteArray line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line += ',';
        QByteArray cell = cells[i].toUtf8();
        if (!cell.isEmpty() && QByteArrayView("=+-@\t").contains(cell[0]))
            cell.prepend('\'');
        if (cell.contains('"') || cell.contains(',') || cell.contains('\n') || cell.contains('\r') ||
            cell.startsWith(' ') || cell.endsWith(' '))
            cell = '"' + cell.replace('"', "\"\"") + '"';
        line += cell;
    }
    return line + "\r\n";
}

QString explainReject(const QString &reason)
{
    static const QHash<QString, QString> sentences{
        {u"unclosed_quote"_s, u"A quotation mark in this row is never closed."_s},
        {u"too_many_cells"_s, u"The row has more cells than the file has columns."_s},
        {u"no_address"_s, u"There is no phone number and no e-mail address to send to."_s},
        {u"bad_email"_s, u"This is not an e-mail address."_s},
        {u"bad_date"_s, u"This is not a date."_s},
        {u"bad_amount"_s, u"This is not an amount."_s},
        {u"bad_yes_no"_s, u"This is neither yes nor no."_s},
        {u"bad_country"_s, u"This is not a country's name or two-letter code."_s},
        {u"bad_language"_s, u"This is not a language's name or code."_s},
        {u"bad_time_zone"_s, u"This is not a time zone such as Europe/Berlin."_s},
        {u"bad_kind"_s, u"This is neither person nor company."_s},
        {u"duplicate_external_id"_s, u"Another contact has this id."_s},
        {u"empty"_s, u"The number is empty."_s},
        {u"too_long"_s, u"The number is too long to be one."_s},
        {u"letters"_s, u"The number has letters in it."_s},
        {u"several_numbers"_s, u"There are several numbers in one cell."_s},
        {u"not_a_number"_s, u"This is not a phone number."_s},
        {u"invalid_country_code"_s, u"The number has no country code, or one that does not exist."_s},
        {u"too_short"_s, u"The number is too short."_s},
        {u"long_number"_s, u"The number has too many digits for its country."_s},
        {u"not_valid"_s, u"No such number exists in its country's numbering plan."_s},
        {u"local_only"_s, u"The number has no area code."_s},
    };
    return sentences.value(reason);
}

Result<engine::ImportPreview> previewFile(const QString &path, const std::optional<FileFormat> &wanted)
{
    QFile file(path);
    if (auto opened = openForReading(file); !opened)
        return tl::unexpected(opened.error());
    const QByteArray beginning = file.read(previewBytes);
    if (beginning.trimmed().isEmpty())
        return fail(ErrorCode::InvalidInput, u"the file is empty"_s, path);
    engine::ImportPreview preview;
    preview.fileBytes = file.size();
    preview.format.encoding = wanted ? wanted->encoding : detectEncoding(beginning);
    Utf8Transcoder transcoder(preview.format.encoding);
    QByteArray utf8 = transcoder.decode(beginning, file.atEnd());
    // A piece that ends within a row would show a row that is not there.
    if (!file.atEnd())
        utf8.truncate(qMax<qsizetype>(utf8.lastIndexOf('\n') + 1, 0));
    preview.format.delimiter = wanted ? wanted->delimiter : detectDelimiter(utf8);

    QBuffer buffer(&utf8);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer, u"UTF-8"_s, preview.format.delimiter);
    QStringList first;
    CsvRow row;
    while (preview.rows.size() < previewRows) {
        auto more = reader.next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (first.isEmpty()) {
            first = row.cells;
            preview.format.hasHeader = wanted ? wanted->hasHeader : looksLikeHeader(first);
            if (preview.format.hasHeader)
                continue;
        }
        preview.rows << row.cells;
    }
    preview.columns = columnsOf(first, preview.format.hasHeader);
    preview.guessedFields =
        preview.format.hasHeader ? guessFields(preview.columns) : QStringList(preview.columns.size(), QString());
    return preview;
}

ImportWorker::ImportWorker(engine::ImportPlan plan) : m_plan(std::move(plan)) {}

void ImportWorker::open()
{
    m_file.setFileName(m_plan.path);
    if (auto opened = openForReading(m_file); !opened) {
        Q_EMIT failed(opened.error());
        return;
    }
    m_progress.bytesTotal = m_file.size();
    m_reader = std::make_unique<CsvReader>(m_file, m_plan.format.encoding, m_plan.format.delimiter);
    CsvRow first;
    const auto more = m_reader->next(first);
    if (!more || !*more) {
        Q_EMIT failed(more ? domain::Error{ErrorCode::InvalidInput, u"the file is empty"_s, m_plan.path}
                           : more.error());
        return;
    }
    m_columns = columnsOf(first.cells, m_plan.format.hasHeader);
    if (!m_plan.format.hasHeader)
        m_firstRow = first;
    m_mapper = std::make_unique<RowMapper>(m_plan, m_columns);
    if (!m_plan.rejectsPath.isEmpty()) {
        m_rejectsFile = std::make_unique<QSaveFile>(m_plan.rejectsPath);
        if (!m_rejectsFile->open(QIODevice::WriteOnly)) {
            Q_EMIT failed({ErrorCode::FileNotWritable, m_rejectsFile->errorString(), m_plan.rejectsPath});
            return;
        }
        m_rejectsFile->write(
            "\xEF\xBB\xBF" +
            csvLine(QStringList{u"row"_s, u"column"_s, u"reason"_s, u"explanation"_s, u"value"_s} + m_columns));
    }
    Q_EMIT opened(m_columns);
}

void ImportWorker::writeReject(const ImportReport::Reject &reject, const QStringList &cells)
{
    ++m_report.rejected;
    ++m_reasons[reject.reason];
    ++m_progress.rejected;
    if (m_report.firstRejects.size() < listedRejects)
        m_report.firstRejects << reject;
    if (m_rejectsFile)
        m_rejectsFile->write(csvLine(QStringList{QString::number(reject.row), reject.column, reject.reason,
                                                 explainReject(reject.reason), reject.value} +
                                     cells));
}

void ImportWorker::readMore()
{
    ImportBatch batch;
    CsvRow row;
    for (int rows = 0; rows < rowsPerBatch; ++rows) {
        if (m_firstRow) {
            row = *m_firstRow;
            m_firstRow.reset();
        } else {
            const auto more = m_reader->next(row);
            if (!more) {
                Q_EMIT failed(more.error());
                return;
            }
            if (!*more) {
                batch.last = true;
                break;
            }
        }
        ++m_report.rows;
        if (auto contact = m_mapper->map(row)) {
            batch.contacts << std::move(*contact);
            batch.rows << row;
        } else {
            writeReject(contact.error(), row.cells);
        }
    }
    m_progress.bytesDone = m_reader->bytesRead();
    m_progress.rows = m_report.rows;
    batch.progress = m_progress;
    Q_EMIT batchReady(batch);
}

void ImportWorker::reject(const QList<CsvRow> &rows, const QStringList &reasons)
{
    for (qsizetype i = 0; i < rows.size(); ++i)
        writeReject({rows[i].number, {}, reasons[i], {}}, rows[i].cells);
}

void ImportWorker::finish()
{
    for (auto it = m_reasons.cbegin(); it != m_reasons.cend(); ++it)
        m_report.rejectReasons << engine::NamedCount{it.key(), it.value()};
    std::sort(m_report.rejectReasons.begin(), m_report.rejectReasons.end(),
              [](const auto &a, const auto &b) { return a.count != b.count ? a.count > b.count : a.name < b.name; });
    if (m_rejectsFile && m_report.rejected > 0) {
        if (!m_rejectsFile->commit()) {
            Q_EMIT failed({ErrorCode::FileNotWritable, m_rejectsFile->errorString(), m_plan.rejectsPath});
            return;
        }
        m_report.rejectsPath = m_plan.rejectsPath;
    }
    m_rejectsFile.reset();
    Q_EMIT finished(m_report);
}

} // namespace sources
