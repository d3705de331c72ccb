#pragma once

#include "engine/client/importsink.h"
#include "sources/contacts/rowmapper.h"
#include "sources/csv/csvreader.h"

#include <QFile>
#include <QSaveFile>

#include <memory>

namespace sources {

/// Rows that became contacts, with the rows they came from.
struct ImportBatch
{
    QList<domain::Contact> contacts;
    QList<CsvRow> rows; ///< of the contacts, in the same order: for rejects the database finds
    engine::ImportProgress progress;
    bool last = false;
};

/// Reads a contact file piece by piece in a thread of its own and writes the rejects file. Made by FileImporter, which
/// lives elsewhere and talks to it by queued calls only.
class ImportWorker : public QObject
{
    Q_OBJECT

public:
    explicit ImportWorker(engine::ImportPlan plan);

    /// Opens both files and reads the header.
    void open();
    /// Maps up to a batch's worth of rows, then says batchReady.
    void readMore();
    /// Adds what the database refused to the rejects.
    void reject(const QList<CsvRow> &rows, const QStringList &reasons);
    /// Puts the rejects file in its place (unless there is nothing in it) and says finished.
    void finish();

Q_SIGNALS:
    void opened(const QStringList &columns);
    void batchReady(const sources::ImportBatch &batch);
    void failed(const domain::Error &error);
    void finished(const engine::ImportReport &report);

private:
    void writeReject(const engine::ImportReport::Reject &reject, const QStringList &cells);

    engine::ImportPlan m_plan;
    QFile m_file;
    std::unique_ptr<QSaveFile> m_rejectsFile;
    std::unique_ptr<CsvReader> m_reader;
    std::unique_ptr<RowMapper> m_mapper;
    QStringList m_columns;
    std::optional<CsvRow> m_firstRow; ///< where the file has no header: it is data
    engine::ImportReport m_report;    ///< rows and rejects only; the counts are the importer's
    QHash<QString, qint64> m_reasons;
    engine::ImportProgress m_progress;
};

/// What a preview shows of a file. Any thread. FileMissing, FileNotReadable; InvalidInput for an empty file.
[[nodiscard]] domain::Result<engine::ImportPreview> previewFile(const QString &path,
                                                                const std::optional<engine::FileFormat> &wanted);

/// A line of a CSV file: quoted where it must be, and made harmless for spreadsheets (a leading = + - @ gets a ').
[[nodiscard]] QByteArray csvLine(const QStringList &cells);

/// The English sentence beside a reason's word in the rejects file.
[[nodiscard]] QString explainReject(const QString &reason);

} // namespace sources

Q_DECLARE_METATYPE(sources::ImportBatch)
